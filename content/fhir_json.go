package content

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// joinSurrogates writes the escapes of a character beyond the first 65536 as YAML does: JSON has two for it, "\ud83d\ude00".
func joinSurrogates(text []byte) []byte {
	if !bytes.Contains(text, []byte(`\ud`)) && !bytes.Contains(text, []byte(`\uD`)) {
		return text
	}
	var out []byte
	for i := 0; i < len(text); i++ {
		high, ok := utf16Escape(text[i:])
		low, pair := utf16Escape(text[min(i+6, len(text)):])
		if r := utf16.DecodeRune(high, low); ok && pair && r != utf8.RuneError {
			out = fmt.Appendf(out, `\U%08x`, r)
			i += 11
			continue
		}
		out = append(out, text[i])
		if text[i] == '\\' && i+1 < len(text) { // an escape that is escaped is none
			i++
			out = append(out, text[i])
		}
	}
	return out
}

func utf16Escape(text []byte) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil
}
