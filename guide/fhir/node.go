package fhir

import (
	"iter"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
)

// Node is a value of a JSON document that knows its position. The parser of the document creates the nodes and collects their
// problems.
type Node interface {
	// Plain reports whether the value means what it says; it is a problem where it does not.
	Plain() bool
	Kind() Kind
	// Text is a value other than an object or a list, as it is written.
	Text() string
	// Fields are the names and values of an object, in their order; none for anything else.
	Fields() iter.Seq2[Node, Node]
	// Items are the values of a list; none for anything else.
	Items() iter.Seq[Node]
	// Line is the line where the value begins.
	Line() int
	// String describes the value in words, for a problem.
	String() string
	// Problem reports what is wrong here, and how to fix it.
	Problem(format string, args ...any)
	// Refuse reports why the guide refuses this answer.
	Refuse(err error)
}

// Kind is what a value is.
type Kind int

// The kinds that differ for a response.
const (
	Other Kind = iota
	Object
	List
	String
	Whole // a whole number
	Date  // without quotation marks, as YAML allows
)

// object returns the fields of a JSON object. A field that is not among names is a problem, and so is one that changes the
// meaning of what is read. FHIR's companions of a simple value ("_text") are passed over with it.
func (r *reader) object(n Node, what string, names []string) (map[string]Node, bool) {
	if !n.Plain() {
		return nil, false
	}
	if n.Kind() != Object {
		n.Problem("%s is an object in braces, not %s", what, n)
		return nil, false
	}
	fields, lines := map[string]Node{}, map[string]int{}
	for key, value := range n.Fields() {
		name := key.Text()
		plain := strings.TrimPrefix(name, "_")
		switch {
		case lines[name] > 0:
			key.Problem("the field %s is written twice; first on line %d", document.Quoted(name), lines[name])
		case name == "modifierExtension":
			key.Problem("a modifierExtension would change what the answers mean, and is not known here")
		case !slices.Contains(names, name) && !slices.Contains(names, plain):
			key.Problem("%s is not a field of %s; %s", document.Quoted(name), what, guide.Nearest(plain, names))
		case slices.Contains(names, name):
			fields[name] = value
		}
		lines[name] = key.Line()
	}
	return fields, true
}

// list calls do for every part of a JSON array; a field that is not there has none.
func (r *reader) list(n Node, what string, do func(Node)) {
	switch {
	case n == nil || !n.Plain():
	case n.Kind() != List:
		n.Problem("%s is a list in brackets, not %s", what, n)
	default:
		for x := range n.Items() {
			do(x)
		}
	}
}

// string returns a text; anything else that is there is a problem.
func (r *reader) string(n Node) (string, bool) {
	switch {
	case n == nil || !n.Plain():
		return "", false
	case n.Kind() != String:
		n.Problem("a text in quotation marks belongs here, not %s", n)
		return "", false
	}
	return n.Text(), true
}

// date returns the text of a date, which a file of YAML may write without quotation marks.
func (r *reader) date(n Node) (string, bool) {
	if n.Plain() && n.Kind() == Date {
		return n.Text(), true
	}
	return r.string(n)
}

// extensionOf returns the address of an extension and its value of this kind.
func extensionOf(n Node, kind string) (url string, value Node) {
	for key, x := range n.Fields() {
		switch key.Text() {
		case "url":
			url = x.Text()
		case kind:
			value = x
		}
	}
	return url, value
}
