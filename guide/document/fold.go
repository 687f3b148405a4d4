//go:build !js

// No browser folds, and regular expressions would make the program for it 100 KB larger to fetch.

package document

import (
	"regexp"
	"strings"

	"knead/guide/columns"
)

// Fold breaks the lines of Markdown at blanks, so that it can be read as it is in width columns. It means the same as before:
// headings and the rows of tables stay whole, and no line begins with what would be a sign of Markdown there.
func Fold(markdown string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(markdown) {
		line = strings.TrimSuffix(line, "\n")
		lead := leadOf(line)
		words := line[len(lead):]
		if columns.Width(line) <= width || strings.HasPrefix(words, "|") || strings.HasPrefix(words, "#") {
			b.WriteString(line + "\n")
			continue
		}
		rest := quoted.FindString(lead) // what the other lines begin with
		rest += strings.Repeat(" ", len(lead)-len(rest))
		for i, row := range foldWords(words, width-columns.Width(lead)) {
			if i > 0 {
				lead = rest
			}
			b.WriteString(lead + row + "\n")
		}
	}
	return b.String()
}

var (
	marker = regexp.MustCompile(`^(?:> ?)*\s*(?:(?:[-*+]|\d+[.)]) (?:\[ \] )?)?`)
	quoted = regexp.MustCompile(`^(?:> ?)*`)
	// begins are the words that a line must not begin with: signs of lists, headings, quotations, tables, rules, and code (backquotes are escaped). A list
	// within a paragraph can only begin with 1.
	begins = regexp.MustCompile(`^(?:[-+*]|#{1,6}|=+|-+|_{3,}|\*{3,}|1[.)]|[>|].*|~~~.*)$`)
)

// leadOf is the part of a line that says what it belongs to: quotations, and the sign of a list.
func leadOf(line string) string { return marker.FindString(line) }

// foldWords breaks words into rows. A word that would be a sign of Markdown stays on the row of the word before.
func foldWords(s string, width int) []string {
	var rows []string
	row := ""
	for word := range strings.FieldsSeq(s) {
		switch {
		case row == "":
			row = word
		case columns.Width(row)+1+columns.Width(word) <= width || begins.MatchString(word):
			row += " " + word
		default:
			rows, row = append(rows, row), word
		}
	}
	return append(rows, row)
}
