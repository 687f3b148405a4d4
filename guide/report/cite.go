package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"knead/guide"
	"knead/guide/knowledge"
)

// cite lists the sources that the sections cite, in the order of the first citation.
func cite(g *guide.Guide, sections []Section) []Source {
	var ids []string
	for _, s := range sections {
		for _, t := range texts(s.Blocks) {
			ids = union(ids, t.Sources)
		}
	}
	out := make([]Source, 0, len(ids))
	for _, id := range ids {
		out = append(out, sourceOf(g, id))
	}
	return out
}

func sourceOf(g *guide.Guide, id string) Source {
	s := g.Source(id)
	if s == nil {
		return Source{ID: id, Title: Clean(id)}
	}
	out := Source{
		ID: id, Title: Clean(s.Title), Authors: Clean(s.Authors), Where: Clean(s.Journal + s.Publisher), URL: Clean(s.Address()),
	}
	if s.Year > 0 {
		out.Year = yearOf(s)
	}
	return out
}

func yearOf(s *knowledge.Source) string { return strconv.Itoa(s.Year) }

// texts lists every text of the blocks, in reading order.
func texts(blocks []Block) []Text {
	var out []Text
	for _, block := range blocks {
		switch b := block.(type) {
		case Paragraph:
			out = append(out, b.Text)
		case Quote:
			out = append(out, b.Text)
		case List:
			for _, i := range b.Items {
				out = append(append(out, i.Text), i.Sub...)
			}
		case Callout:
			out = append(out, texts(b.Blocks)...)
		case Form:
			out = append(out, b.Why)
		case Prose:
			out = append(out, Text{Sources: b.sources()})
		case Rows:
			for _, r := range b.Rows {
				out = append(out, r.Text...)
			}
		case Entry:
			for _, c := range b.Cautions {
				out = append(out, c.Text)
			}
			out = append(out, b.Research)
			out = append(append(append(out, b.Because...), b.Wishes...), b.Advisers...)
		}
	}
	return out
}

// numbers gives each source of the document its number.
func (d Document) numbers() map[string]int {
	n := make(map[string]int, len(d.Sources))
	for i, s := range d.Sources {
		n[s.ID] = i + 1
	}
	return n
}

// marks are the numbers of a text's sources, as " [1, 3]"; empty for none.
func marks(t Text, numbers map[string]int) string {
	var list []string
	for _, n := range cited(t, numbers) {
		list = append(list, strconv.Itoa(n))
	}
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, ", ") + "]"
}

func cited(t Text, numbers map[string]int) []int {
	var list []int
	for _, id := range t.Sources {
		if n := numbers[id]; n > 0 && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	slices.Sort(list)
	return list
}

// line is a source in one line: authors, title, where and when it was published. The address is apart.
func (s Source) line() string {
	words := sentence(s.Title)
	if s.Authors != "" {
		words = sentence(s.Authors) + " " + words
	}
	switch {
	case s.Where != "" && s.Year != "":
		words += " " + s.Where + ", " + s.Year + "."
	case s.Where != "":
		words += " " + sentence(s.Where)
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
