package report

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Handout is the result on one page, to take to a visit: the answer, where it hurts and where hands stay off, what to tell and to
// ask, and when to stop. Everything else is in New. While the level stops, the order and its reasons are the page.
func Handout(g *guide.Guide, a guide.Assessment) document.Document {
	if a.Level.Stops() {
		return New(g, a, nil)
	}
	b := newBuilder(g, a)
	d := document.Document{Title: "For your visit", Use: document.OnePage}
	d.Sections = keepFilled([]document.Section{b.notices(), b.inShort(), b.body(), b.visit(), b.stop()})
	d.Sources = cite(g, d.Sections)
	return d
}

// body says in words what a body map shows.
func (b builder) body() document.Section {
	s := document.Section{ID: "body", Title: "Where it hurts, and where hands stay off"}
	list := document.List{}
	if q := b.g.Role(knowledge.RolePlace); q != nil {
		var names []string
		for _, o := range q.Options {
			if b.a.Answers[q.ID].Has(o.ID) && o.ID != knowledge.None {
				names = append(names, b.sided(&o))
			}
		}
		if len(names) > 0 {
			list.Items = append(list.Items, document.Item{Text: text("It hurts: " + strings.Join(names, ", ") + ".")})
		}
	}
	for _, k := range b.a.KeepOff {
		where := there(k.Items[0].Item)
		if r := b.g.Region(k.Region); r != nil {
			where = "on " + r.Name
		}
		list.Items = append(list.Items, document.Item{Text: text(document.Join("Hands off: not "+where+".", b.because(k.Items[0].Because))), Tone: document.WithCare})
	}
	if len(list.Items) > 0 {
		s.Blocks = []document.Block{list}
	}
	return s
}

// sided is a place with its side, where one was said.
func (b builder) sided(o *knowledge.Option) string {
	for _, q := range b.g.WithRole(knowledge.RoleSide) {
		if q.Of[0] != o.ID {
			continue
		}
		for _, side := range q.Options {
			if b.a.Answers[q.ID].Has(side.ID) {
				return o.Label + " (" + strings.ToLower(side.Label) + ")"
			}
		}
	}
	return o.Label
}

// visit is what to tell and to ask of the one approach to begin with, and what to take care of.
func (b builder) visit() document.Section {
	s := b.ask()
	s.Blocks = s.Blocks[:1]
	m := b.a.Start.Match
	if m == nil {
		return s
	}
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
	return s
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
