package columns

import (
	"strings"
	"unicode/utf8"
)

// A page in a browser has no columns: the browser measures and breaks its text. What is here lets the packages that also write
// plain text compile, without the tables of character widths that a visitor would have to download.

// Width is the number of characters.
func Width(s string) int { return utf8.RuneCountInString(s) }

// Wrap returns the text in one row; an empty text has no rows.
func Wrap(s string, _ int) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// Lines returns the words in one line.
func Lines(s string, width int) []string { return Wrap(strings.Join(strings.Fields(s), " "), width) }

// Hang puts the lead before the text.
func Hang(lead, s string, width int) []string { return Wrap(lead+s, width) }
