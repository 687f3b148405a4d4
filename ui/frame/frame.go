// Package frame is the grid that every screen is laid out on.
//
// [Fit] returns the [Box] for a window: its margins and the width of its text; [Wide] and [Full] use more of a wide one. [Width], [Wrap], [Hang], and [Pad] measure and
// shape text that may hold styles; [Window] says which part of a long list shows. Box.Lines joins rows to exactly the height of
// the body.
//
// It works on finished pieces of text and knows nothing about their meaning.
package frame

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/columns"
)

// The smallest window Knead works in.
const (
	MinWidth  = 40
	MinHeight = 20
	TextWidth = 72  // a line of text is never wider
	maxWidth  = 112 // nor is the whole frame
)

// Box is the space of a screen: the window's columns, the rows between header and footer, and the columns that text uses.
type Box struct {
	Width, Height int // of the body, in cells; the width is the window's
	Margin        int // blank columns at the left
	Inner         int // columns between the margins
	Text          int // columns of running text, at most 72
}

// Point is a cell of a body or a window, counted from 0, 0. Every screen has one where the person is: the terminal's own cursor is
// put there, which braille displays, magnifiers, and input methods follow.
type Point struct{ X, Y int }

// Bar is the cell of the focus bar before a row.
func (b Box) Bar(row int) Point { return Point{max(b.Margin-2, 0), row} }

// Fit lays out a body of height rows in a window of width columns.
func Fit(width, height int) Box {
	b := Box{Width: max(width, 0), Height: max(height, 0), Margin: 4}
	switch {
	case width < 80:
		b.Margin = 2
		b.Inner = width - 4
	case width < 100:
		b.Inner = TextWidth
		b.Margin = (width - b.Inner) / 2
	default:
		b.Inner = min(width-8, maxWidth)
		b.Margin = (width - b.Inner) / 2
	}
	b.Inner = max(b.Inner, 1)
	b.Margin = max(min(b.Margin, width-1), 0)
	b.Text = min(b.Inner, TextWidth)
	return b
}

// wideWidth is the least width of a window for two columns of text and a third one.
const wideWidth = 188

// Wide lays out a body with more columns than two where a window has room for them, and like Fit anywhere else. Text keeps its
// usual width.
func Wide(width, height int) Box {
	b := Fit(width, height)
	if width >= wideWidth {
		b.Margin, b.Inner = 4, width-8
	}
	return b
}

// Full lays out a body for panes, which use the whole width of a window of 100 columns or more. Text in them keeps its usual width.
func Full(width, height int) Box {
	b := Fit(width, height)
	if b.TwoPanes() {
		b.Margin, b.Inner = 2, width-4
	}
	return b
}

// TwoPanes reports whether two columns of text fit next to each other.
func (b Box) TwoPanes() bool { return b.Width >= 100 }

// Row puts text at the margin.
func (b Box) Row(text string) string { return strings.Repeat(" ", b.Margin) + text }

// BarRow puts text at the margin with a focus bar before it.
func (b Box) BarRow(bar, text string) string {
	return strings.Repeat(" ", max(b.Margin-2, 0)) + bar + " " + text
}

// Lines joins rows and gives back exactly the body's height: cut at the bottom, or filled with empty rows.
func (b Box) Lines(rows []string) string {
	if len(rows) > b.Height {
		rows = rows[:b.Height]
	}
	var s strings.Builder
	for i := range b.Height {
		if i > 0 {
			s.WriteByte('\n')
		}
		if i < len(rows) {
			row := rows[i]
			if Width(row) > b.Width {
				row = ansi.Truncate(row, b.Width, "")
			}
			s.WriteString(row)
		}
	}
	return s.String()
}

// Beside puts two columns next to each other, with as many rows as the body has. The left one is cut or padded to width columns,
// counted from the window's edge, and every row has the string between after it.
func (b Box) Beside(left, right []string, width int, between string) []string {
	row := func(of []string, i int) string {
		if i < len(of) {
			return of[i]
		}
		return ""
	}
	rows := make([]string, b.Height)
	for i := range rows {
		rows[i] = Pad(row(left, i), width) + between + row(right, i)
	}
	return rows
}

// Pad cuts or fills styled text to exactly the width.
func Pad(s string, width int) string {
	w := Width(s)
	if w > width {
		s = ansi.Truncate(s, max(width, 0), "…")
		w = Width(s)
	}
	return s + strings.Repeat(" ", max(width-w, 0))
}

// Cut shortens text that is wider than this.
func Cut(s string, width int) string {
	if Width(s) <= width {
		return s
	}
	return ansi.Truncate(s, max(width, 0), "…")
}

// Between puts two pieces at the ends of a row of this width; the left one is cut where they meet.
func Between(left, right string, width int) string {
	r := Width(right)
	return Pad(left, max(width-r-1, 0)) + " " + right
}

// Width is columns.Width.
func Width(s string) int { return columns.Width(s) }

// Wrap is columns.Wrap.
func Wrap(s string, width int) []string { return columns.Wrap(s, width) }

// Hang is columns.Hang.
func Hang(lead, s string, width int) []string { return columns.Hang(lead, s, width) }

// Each applies a style to every row.
func Each(rows []string, style func(string) string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = style(r)
	}
	return out
}

// Window returns the rows [from, to) to show of n rows in height, so that the rows of the focus stay in view.
func Window(n, height, focusFrom, focusTo, from int) (int, int) {
	if n <= height {
		return 0, n
	}
	if focusTo-from > height {
		from = focusTo - height
	}
	from = min(from, focusFrom)
	from = max(min(from, n-height), 0)
	return from, from + height
}
