package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/columns"
)

// Ink is a color, a ground and a weight. It wraps a piece of text once; pieces are styled apart and then joined, since
// the end of an inner style would end the outer one.
type Ink struct{ open string }

const reset = "\x1b[m"

// Text returns the text in this ink. Empty text stays empty.
func (i Ink) Text(s string) string {
	if s == "" || i.open == "" {
		return s
	}
	return i.open + s + reset
}

// Block returns the text in this ink, cut or padded with blanks to the width, so that a ground fills the row.
func (i Ink) Block(s string, width int) string {
	w := columns.Width(s)
	switch {
	case w > width:
		s = ansi.Truncate(s, width, "…")
		w = columns.Width(s)
	}
	if w < width {
		s += strings.Repeat(" ", width-w)
	}
	return i.Text(s)
}

func ink(s ansi.Style) Ink { return Ink{s.String()} }
