package report

import (
	"strings"
	"unicode"
)

// columns is how many columns of a terminal the words take. It knows what a guide's text may hold: letters, signs,
// combining marks, and the wide letters of East Asia.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me), r == 0x200B, r == 0x200C, r == 0x200D:
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1FAFF,
		r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}

// wrap breaks words into lines of at most width columns. A word that is longer than a line is cut, but an address is not:
// cut, it would be of no use.
func wrap(s string, width int) []string {
	width = max(width, 1)
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		if used > 0 {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
	}
	for _, word := range strings.Fields(s) {
		w := columns(word)
		if used > 0 && used+1+w > width {
			flush()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		if w > width && !strings.Contains(word, "://") {
			for _, r := range word {
				c := runeColumns(r)
				if used > 0 && used+c > width {
					flush()
				}
				line.WriteRune(r)
				used += c
			}
			continue
		}
		line.WriteString(word)
		used += w
	}
	flush()
	return lines
}
