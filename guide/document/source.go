package document

import (
	"strings"
	"unicode"
)

// Source is a citation as the list of sources shows it.
type Source struct {
	ID, Title, Authors, Where, Year, URL string // Where is the journal, or the publisher
	Line                                 string // the whole citation in one line; "" to have it made from the fields
}

// Cite is the source in one line: authors, title, where and when it was published. The address is apart.
func (s Source) Cite() string {
	if s.Line != "" {
		return s.Line
	}
	words := Sentence(s.Title)
	if s.Authors != "" {
		words = Sentence(s.Authors) + " " + words
	}
	switch {
	case s.Where != "" && s.Year != "":
		words += " " + s.Where + ", " + s.Year + "."
	case s.Where != "":
		words += " " + Sentence(s.Where)
	case s.Year != "":
		words += " " + s.Year + "."
	}
	return words
}

// short is a source as paper has room for it: who and when.
func (s Source) short() string {
	name := s.Authors
	if name == "" || unicode.IsLower([]rune(name)[0]) { // "author not stated"
		name = s.Title
	}
	if i := strings.IndexAny(name, ",;("); i > 0 {
		name = name[:i]
	}
	if runes := []rune(name); len(runes) > 32 {
		name = string(runes[:31]) + "…"
	}
	return strings.TrimSpace(Clean(name) + " " + s.Year)
}
