package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Handout returns the result on one page, for a visit: the answer, where it hurts, where hands should stay off, what to tell and
// ask, what to bring, and when to get help. Everything else is in New. At a level that stops, the page has only the order and its
// reasons. The body map is drawn on the figure.
func Handout(g *guide.Guide, a guide.Assessment, figure Figure) document.Document {
	if a.Level.Stops() {
		return New(g, a, nil)
	}
	b := newBuilder(g, a)
	b.onePage = true
	d := document.Document{Title: "For your visit", Purpose: Purpose, Use: document.OnePage}
	d.Sections = keepFilled([]document.Section{b.notices(), b.inShort(), b.body(figure), b.visit(), b.bring(), b.stop()})
	d.Sources = cite(g, d.Sections)
	return d
}

// visit lists what to tell and ask any practitioner, what to tell and ask about the first approach, and the precautions.
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
		tell := m.Therapy.Tell
		if b.crowded() {
			tell = tell[:min(len(tell), 1)]
		}
		for _, x := range tell {
			list.Items = append(list.Items, document.Item{Text: sourced(document.Sentence(x.Text), x.Sources)})
		}
		care := careOnPage(m)
		list.Items = append(list.Items, care[:min(len(care), mostCare)]...)
		if more := len(care) - mostCare; more > 0 {
			words := "Care: " + count(more, "more precaution is", "more precautions are") + " in the full result. Bring it along."
			list.Items = append(list.Items, document.Item{Text: text(words), Tone: document.WithCare})
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

// mostCare is how many precautions one page has room for. The strictest come first.
const mostCare = 3

// crowded reports whether the answer has to leave room on the page for much to take care of.
func (b builder) crowded() bool {
	return b.onePage && b.a.Start.Match != nil && len(b.a.Start.Match.Cautions) > 3*mostCare
}

// careOnPage is what to take care of with a therapy, each thing once.
func careOnPage(m *guide.Match) []document.Item {
	var out []document.Item
	for _, c := range m.Cautions {
		words := "Care: " + document.Sentence(c.Adaptation)
		if c.Adaptation == "" || slices.ContainsFunc(out, func(x document.Item) bool { return x.Words == words }) {
			continue
		}
		out = append(out, document.Item{Text: cited(words, c.Contraindication.Sources), Tone: document.WithCare})
	}
	return out
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
