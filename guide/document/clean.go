package document

import (
	"strings"
	"unicode"

	"knead/guide/markup"
)

// Clean makes text from a file safe to print on a terminal. Invalid UTF-8 becomes the replacement character. Control
// characters, and with them every escape sequence, and marks that change the direction of writing are removed. Any run of
// spaces or line ends becomes one space.
func Clean(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case unicode.IsSpace(r): // NEL and the Unicode line ends among them
			gap = true
			continue
		case !printable(r):
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// CleanLines does for a text of several lines what Clean does for one: line ends stay, and so do blanks within a line.
func CleanLines(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == ' ':
			return r
		case unicode.IsSpace(r):
			return ' '
		case !printable(r):
			return -1
		}
		return r
	}, s)
}

// printable refuses control characters and those format characters that change how their neighbours are written.
func printable(r rune) bool {
	switch {
	case unicode.IsControl(r):
		return false
	case r == 0x061C, r >= 0x200E && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
		return false
	case r >= 0xE0000 && r <= 0xE007F: // tags: invisible letters
		return false
	}
	return true
}

// escaped is words made fit for markup.
func escaped(words string) string { return string(markup.Escape(words)) }
