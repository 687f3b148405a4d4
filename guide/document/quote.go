package document

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Shown makes text from a file fit to be printed in an error: what is not printable is escaped, and long text is cut.
func Shown(s string) string {
	q := strconv.Quote(Cut(s))
	return strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
}

// Quoted is Shown between quotation marks.
func Quoted(s string) string { return strconv.Quote(Cut(s)) }

// Cut shortens text that is too long for an error.
func Cut(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	end := most
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
