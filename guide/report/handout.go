package report

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Handout is the result on one page, to take to a visit: the answer, where it hurts and where hands stay off, what to tell and to
// ask, what to bring, and when to stop. Everything else is in New. While the level stops, the order and its reasons are the page. The body map
// is drawn on the figure.
func Handout(g *guide.Guide, a guide.Assessment, figure Figure) document.Document {
	if a.Level.Stops() {
		return New(g, a, nil)
	}
	b := newBuilder(g, a)
	d := document.Document{Title: "For your visit", Purpose: Purpose, Use: document.OnePage}
	d.Sections = keepFilled([]document.Section{b.notices(), b.inShort(), b.body(figure), b.visit(), b.bring(), b.stop()})
	d.Sources = cite(g, d.Sections)
	return d
}

// visit is what to tell and to ask of anybody, and of the one approach to begin with, and what to take care of.
func (b builder) visit() document.Section {
	s := b.ask()
	s.Blocks = s.Blocks[:1]
	if tell, ok := s.Blocks[0].(document.List); ok { // on one page there is room to write only where nothing is said yet
		for i := range tell.Items {
			tell.Items[i].Write = i == len(tell.Items)-1
		}
	}
	if m := b.a.Start.Match; m != nil {
		var list document.List
		for _, x := range m.Therapy.Tell {
			list.Items = append(list.Items, document.Item{Text: sourced(document.Sentence(x.Text), x.Sources)})
		}
		for _, c := range m.Cautions {
			if c.Adaptation != "" {
				list.Items = append(list.Items, document.Item{Text: cited("Care: "+document.Sentence(c.Adaptation), c.Contraindication.Sources), Tone: document.WithCare})
			}
		}
		if len(list.Items) > 0 {
			s.Blocks = append(s.Blocks, document.Paragraph{Text: text(m.Therapy.Name), Lead: true}, list)
		}
	}
	if list := visitItems(b.g.Knowledge().Ask); len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text("Ask at any visit"), Lead: true}, list)
	}
	return s
}

// bring is what to take along.
func (b builder) bring() document.Section {
	s := document.Section{ID: "bring", Title: "What to bring"}
	if list := visitItems(b.g.Knowledge().Bring); len(list.Items) > 0 {
		s.Blocks = []document.Block{list}
	}
	return s
}

func visitItems(items []knowledge.VisitItem) document.List {
	var list document.List
	for _, x := range items {
		list.Items = append(list.Items, document.Item{Text: cited(x.Text, x.Sources)})
	}
	return list
}

// stop is when to stop and get help, in one sentence.
func (b builder) stop() document.Section {
	list := b.alarms()
	if len(list.Items) == 0 {
		return document.Section{}
	}
	names := make([]string, len(list.Items))
	for i, x := range list.Items {
		names[i] = x.Words
	}
	return document.Section{ID: "stop", Blocks: []document.Block{document.Callout{Tone: document.Urgent, Title: "Stop and get help", Blocks: []document.Block{
		document.Paragraph{Text: text("Call 911, 112, or your local emergency number at once if one of these starts: " + strings.Join(names, "; ") + ".")},
	}}}}
}
