package report

import (
	"slices"

	"knead/guide"
	"knead/guide/document"
)

// Explainer is a page of the library to be printed: its summary leads, and the purpose comes first.
func Explainer(g *guide.Guide, page document.Document) document.Document {
	d := page
	d.Title, d.Purpose, d.Use = page.Title, Purpose, document.Reading
	d.Sections = slices.Clone(page.Sections)
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.ID == "" {
			s.ID = "page"
		}
		if lead, ok := firstOf(s.Blocks).(document.Paragraph); ok && i == 0 {
			lead.Lead, lead.Text = true, text(document.Sentence(lead.Words))
			s.Blocks = append([]document.Block{lead}, s.Blocks[1:]...)
		}
	}
	d.Sources = cite(g, d.Sections)
	return d
}

func firstOf(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}
