package frame

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of columns a row of styled text takes. It is ansi.StringWidth, many times faster for what nearly
// every row is made of: styles, Latin letters and the signs of the themes.
func Width(s string) int {
	w := 0
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7f:
			w++
			i++
		case c == 0x1b && i+1 < len(s) && s[i+1] == '[':
			i += 2
			for i < len(s) && (s[i] < 0x40 || s[i] > 0x7e) {
				i++
			}
			i++
		case c < utf8.RuneSelf:
			return ansi.StringWidth(s)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !narrow(r) {
				return ansi.StringWidth(s)
			}
			w++
			i += n
		}
	}
	return w
}

// narrow reports whether a character certainly takes one column and joins no other: Latin letters, and punctuation, arrows,
// lines, blocks and shapes without a form as a picture.
func narrow(r rune) bool {
	return r >= 0xa1 && r <= 0x17f && r != 0xa9 && r != 0xad && r != 0xae || r >= 0x2010 && r <= 0x2026 || r >= 0x2190 && r <= 0x2193 ||
		r >= 0x2500 && r <= 0x25a9 || r == '›' || r == '‹' || r == '●' || r == '○' || r == '◐' || r == '◆' || r == '◇' || r == '▲' || r == '✓'
}
