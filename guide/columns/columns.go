//go:build !js

// Package columns measures text in the columns of a terminal and breaks it into lines. It is the only place that does either:
// documents, line mode, and screens call it.
//
//   - [Width] is how many columns a text takes, styled or not.
//   - [Wrap] breaks text into rows for a screen, where nothing may be wider than the room.
//   - [Lines] breaks text into lines for a file or a pipe, where an address must stay in one piece and words are searched for.
//   - [Hang] is Wrap behind a lead, such as the sign of a list item.
package columns

import (
	"strings"
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

// Wrap breaks text at blanks and hyphens (and, where a word is too long, inside it) into rows of at most width columns. An
// address moves to the next row rather than being broken; one that is longer than a row is broken between its words. Styles and
// line breaks in the text are kept. An empty text has zero rows.
func Wrap(s string, width int) []string {
	if s == "" {
		return nil
	}
	if Width(s) <= width && !strings.Contains(s, "\n") {
		return []string{s}
	}
	width = max(width, 1)
	rows := strings.Split(untie(ansi.Wrap(tie(s, width), width, "")), "\n")
	for _, row := range rows {
		if Width(row) > width { // ansi.Wrap may fail to break a word with a hyphen that is longer than a row
			return strings.Split(ansi.Hardwrap(strings.Join(rows, "\n"), width, true), "\n")
		}
	}
	return rows
}

// Lines breaks words at blanks only, into lines of at most width columns. A word that is longer than a line is cut, but an
// address is not: a piece of an address leads nowhere. Runs of blanks and line ends count as one blank.
func Lines(s string, width int) []string {
	words := strings.Fields(s)
	var out []string
	for len(words) > 0 {
		n := 0 // of the words that can be wrapped: up to an address that is longer than a line
		for n < len(words) && (Width(words[n]) <= width || !strings.Contains(words[n], "://")) {
			n++
		}
		for _, line := range Wrap(strings.ReplaceAll(strings.Join(words[:n], " "), "-", tied), width) {
			out = append(out, untie(line))
		}
		if n < len(words) {
			out, n = append(out, words[n]), n+1
		}
		words = words[n:]
	}
	return out
}

// Hang wraps text behind a lead: the lead begins the first row, and blanks of its width begin the others.
func Hang(lead, s string, width int) []string {
	indent := Width(lead)
	rows := Wrap(s, width-indent)
	for i := range rows {
		if i == 0 {
			rows[i] = lead + rows[i]
		} else {
			rows[i] = strings.Repeat(" ", indent) + rows[i]
		}
	}
	return rows
}
