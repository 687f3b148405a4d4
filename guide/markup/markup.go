// Package markup writes HTML. Every word and every attribute is escaped, and every element is closed, so that no text from an
// answer or a file can become a tag.
//
//   - [Writer] writes elements one after another; a function writes what is inside of one.
//   - [HTML] is text that is markup already, such as a picture that this program draws.
//
// html/template does the same for templates that are read when the program runs. Its reflection keeps so much of the standard
// library in a program that the web edition would be a third larger.
package markup

import (
	"html"
	"slices"
	"strings"
)

// HTML is markup. Whoever makes one has escaped every word in it.
type HTML string

// Escape returns words as markup.
func Escape(words string) HTML { return HTML(html.EscapeString(words)) }

// Attrs are the attributes of an element: a name and its value, a name and its value. An empty name is left out with its value.
type Attrs []string

// If returns an attribute that an element has only under a condition.
func (a Attrs) If(yes bool, name, value string) Attrs {
	if !yes {
		return a
	}
	return append(slices.Clip(a), name, value)
}

// Writer collects markup. The zero Writer is empty and ready.
type Writer struct{ b strings.Builder }

// HTML returns what was written.
func (w *Writer) HTML() HTML { return HTML(w.b.String()) }

// Text writes words.
func (w *Writer) Text(words string) { w.b.WriteString(html.EscapeString(words)) }

// Raw writes markup as it is.
func (w *Writer) Raw(h HTML) { w.b.WriteString(string(h)) }

// In writes an element with what a function writes inside of it.
func (w *Writer) In(tag string, attrs Attrs, inside func()) {
	w.open(tag, attrs)
	inside()
	w.b.WriteString("</" + tag + ">")
}

// Put writes an element with words in it; nothing where there are none.
func (w *Writer) Put(tag, words string, attrs ...string) {
	if words != "" {
		w.In(tag, attrs, func() { w.Text(words) })
	}
}

// Void writes an element that has no end, such as an input.
func (w *Writer) Void(tag string, attrs Attrs) { w.open(tag, attrs) }

func (w *Writer) open(tag string, attrs Attrs) {
	w.b.WriteString("<" + tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i] != "" {
			w.b.WriteString(" " + attrs[i] + `="` + html.EscapeString(attrs[i+1]) + `"`)
		}
	}
	w.b.WriteString(">")
}
