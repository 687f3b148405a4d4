package report

import (
	"strconv"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// cite lists the sources that the sections cite, in the order of the first citation.
func cite(g *guide.Guide, sections []document.Section) []document.Source {
	ids := document.Cited(sections)
	out := make([]document.Source, 0, len(ids))
	for _, id := range ids {
		out = append(out, sourceOf(g, id))
	}
	return out
}

func sourceOf(g *guide.Guide, id string) document.Source {
	s := g.Source(id)
	if s == nil {
		return document.Source{ID: id, Title: id}
	}
	out := document.Source{
		ID: id, Title: s.Title, Authors: s.Authors, Where: s.Journal + s.Publisher, URL: s.Address(),
	}
	if s.Year > 0 {
		out.Year = yearOf(s)
	}
	return out
}

func yearOf(s *knowledge.Source) string { return strconv.Itoa(s.Year) }

// text is words without a source.
func text(words string) document.Text { return document.Text{Words: words} }

// cited is words and their sources.
func cited(words string, sources []string) document.Text {
	return document.Text{Words: words, Sources: sources}
}
