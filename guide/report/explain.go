package report

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Explain returns one therapy's explanation for this person, to read next to the list of all: the person's own reasons first,
// then the therapy's weak points, then the research.
func Explain(g *guide.Guide, a guide.Assessment, m *guide.Match) document.Document {
	b := newBuilder(g, a)
	e := b.entry(m)
	d := document.Document{Title: e.Name + ": " + e.Word}
	if e.Summary != "" {
		d.Sections = append(d.Sections, document.Section{ID: "what", Blocks: []document.Block{document.Paragraph{Text: text(e.Summary)}}})
	}
	var own document.List
	for _, c := range e.Cautions {
		item := document.Item{Tone: c.Tone, Text: c.Text}
		if c.Adaptation != "" {
			item.Sub = []document.Text{{Words: c.Adaptation}}
		}
		own.Items = append(own.Items, item)
	}
	for _, t := range append(append([]document.Text{}, e.Because...), e.Wishes...) {
		own.Items = append(own.Items, document.Item{Text: t})
	}
	if len(own.Items) > 0 {
		d.Sections = append(d.Sections, document.Section{ID: "you", Title: "Because you told us", Blocks: []document.Block{own}})
	}
	if e.Weak != "" {
		d.Sections = append(d.Sections, document.Section{ID: "weak", Title: "Weak points", Blocks: []document.Block{document.Paragraph{Text: text(e.Weak)}}})
	}
	d.Sections = append(d.Sections, research(e, m.Evidence))
	if len(e.Advisers) > 0 {
		var list document.List
		for _, t := range e.Advisers {
			list.Items = append(list.Items, document.Item{Text: t})
		}
		d.Sections = append(d.Sections, document.Section{ID: "guidelines", Title: "What guidelines say", Blocks: []document.Block{list}})
	}
	glance := m.Therapy.Glance
	var try document.List
	for _, words := range []string{glance.Try, glance.Effort, glance.Touch, glance.Cost} {
		if words != "" {
			try.Items = append(try.Items, document.Item{Text: text(document.Sentence(words))})
		}
	}
	d.Sections = append(d.Sections, document.Section{ID: "try", Title: "How to try it", Blocks: []document.Block{try}})
	d.Sources = cite(g, d.Sections)
	return d
}

// Only returns a document with only these sections. A single section does not keep its own title.
func Only(g *guide.Guide, title string, sections ...document.Section) document.Document {
	d := document.Document{Title: title, Sections: sections}
	if len(sections) == 1 {
		d.Sections = []document.Section{{ID: sections[0].ID, Blocks: sections[0].Blocks}}
	}
	d.Sources = cite(g, d.Sections)
	return d
}

// Research is what research found, in a word or two ("helps a little"); "not studied" where nothing is known.
func Research(e *knowledge.Evidence) string {
	if e == nil {
		return "not studied"
	}
	return guide.Outcome(e)
}

// Stance is what guidelines say, in a few words.
func Stance(e *knowledge.Evidence) string {
	if e == nil {
		return "none found"
	}
	var says []string
	for _, l := range e.Guidelines {
		says = append(says, l.Name+": "+l.Says)
	}
	if len(says) > 0 {
		return strings.Join(says, "; ")
	}
	if words := stance(e); words != "" {
		return words
	}
	return "none found"
}

// InShort is what of the person's own answers counts most for a therapy, in a sentence or two.
func InShort(g *guide.Guide, a guide.Assessment, m *guide.Match) string {
	b := newBuilder(g, a)
	switch cautions := b.cautions(m); {
	case len(cautions) > 0 && cautions[0].Adaptation != "":
		return document.Join(b.because(m.Cautions[0].Because), cautions[0].Adaptation)
	case len(cautions) > 0:
		return cautions[0].Words
	}
	if len(m.For) > 0 {
		return b.because(m.For[0].Because)
	}
	return "nothing in your answers argues for or against it"
}
