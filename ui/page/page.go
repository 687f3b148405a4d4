// Package page lays out a document in rows for the screen.
//
// [Render] returns a [Page]: its rows, and where its sections and links are. It takes milliseconds, so call it in a command and
// keep the page for its [Key]. The library and the result both read with it.
//
// The blocks of the document are drawn here. Glamour styles the words of the library's pages, block by block and without a
// width, because its own wrapping pads every row with styled blanks and breaks quotations and list items in the wrong places
// (charmbracelet/glamour#172, #314, and #331).
package page

import (
	"knead/guide/document"
	"knead/ui/theme"
)

// Page is a text as it is on the screen: rows of finished text, and what can be found or followed in them.
type Page struct {
	Key      Key
	Rows     []string // styled
	Plain    []string // the same without escapes, as fold.Plain has it, for finding
	Sections []Section
	Links    []Link
}

// Key is what a rendering depends on, and nothing else: which text, how wide, in which theme.
type Key struct {
	ID     string
	Width  int
	Theme  theme.Name
	Colors int // that the terminal has
}

// Section is a heading and its row.
type Section struct {
	Title string
	Row   int
}

// Link is a piece of a row, columns [From, To), that leads to another page. One that was broken into two rows is two, the
// second of which GoesOn.
type Link struct {
	Row, From, To int
	Target        string
	GoesOn        bool
}

// Render makes a page of a document. Hyperlinks to its sources are made only for a terminal that may be given them. It
// takes milliseconds for a page of the library: call it in a command.
func Render(key Key, d document.Document, hyperlinks bool, t *theme.Theme) Page {
	p := Page{Key: key}
	f := flow{theme: t, width: key.Width, numbers: d.Numbers()}
	f.document(d)
	s := styler{theme: t, numbers: f.numbers}
	if hyperlinks {
		s.sources = d.Sources
	}
	if d.Use == document.Reading {
		s.prose(f.lines)
	} else {
		s.plain(f.lines)
	}
	w := writer{page: &p, theme: t, targets: s.targets, ruled: d.Use == document.Reading}
	for i := range f.lines {
		w.line(&f.lines[i])
	}
	return p
}
