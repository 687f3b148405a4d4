package content

import (
	"slices"

	"knead/guide/document"
	"knead/guide/knowledge"
)

// Fill is what the rules say in the place of a placeholder of a page: blocks that follow the text above it, and sections of
// their own.
type Fill struct {
	Placeholder string
	Blocks      []document.Block
	Sections    []document.Section
}

// Prose is the text of the page as blocks, the placeholders filled. The first section may have no title.
func (p *Page) Prose() []document.Section {
	var out []document.Section
	for _, s := range document.Read(p.Body).Sections {
		blocks := s.Blocks
		s.Blocks = nil
		out = append(out, s)
		for _, b := range blocks {
			at := &out[len(out)-1]
			if f := p.fill(b); f != nil {
				at.Blocks = append(at.Blocks, f.Blocks...)
				out = append(out, f.Sections...)
				continue
			}
			at.Blocks = append(at.Blocks, b)
		}
	}
	return out
}

// fill returns the content for a block that is a placeholder, and nil for any other block.
func (p *Page) fill(b document.Block) *Fill {
	words, ok := b.(document.Paragraph)
	if !ok {
		return nil
	}
	if i := slices.IndexFunc(p.Fills, func(f Fill) bool { return f.Placeholder == words.Words }); i >= 0 {
		return &p.Fills[i]
	}
	return nil
}

// Document is the page as it is read: its summary, or for a therapy the short form, its text, the sources it cites, and when it was reviewed.
func (l *Library) Document(p *Page) document.Document {
	d := document.Document{Title: p.Title, Use: document.Reading}
	d.Sections = slices.Concat(p.Top, p.Prose())
	if len(p.Top) == 0 {
		d.Sections = append([]document.Section{{Blocks: []document.Block{document.Paragraph{Text: document.Text{Words: p.Summary}}}}}, d.Sections...)
	}
	for _, id := range document.Cited(d.Sections) {
		s := document.Source{ID: id, Line: id}
		if at := slices.IndexFunc(l.Knowledge.Sources, func(x knowledge.Source) bool { return x.ID == id }); at >= 0 {
			s.Line, s.URL = l.Knowledge.Sources[at].Cite(), l.Knowledge.Sources[at].Address()
		}
		d.Sources = append(d.Sources, s)
	}
	if p.Reviewed != "" {
		words := "Reviewed " + p.Reviewed + "; next review due " + p.ReviewBy + "."
		d.End = []document.Block{document.Paragraph{Text: document.Text{Words: words}}}
	}
	return d
}
