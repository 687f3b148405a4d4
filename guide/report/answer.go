package report

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Answer is what a result opens with: one sentence, what to do or book, and a few rows about it. It has no rows while the
// level stops: there the one order is to get help.
type Answer struct {
	Tone     document.Tone
	Headline string
	Rows     []AnswerRow
	Tonight  []document.Text
	Watch    document.Text // "" where the pattern has nothing of its own
}

// AnswerRow is one line of the answer, under a label of one word.
type AnswerRow struct {
	Label string
	document.Text
}

// Opening is the answer that a result opens with, on every medium.
func Opening(g *guide.Guide, a guide.Assessment) Answer { return newBuilder(g, a).opening() }

func (b builder) opening() Answer {
	level, pattern := b.g.Level(b.a.Level), b.a.Pattern
	out := Answer{Tone: toneOfLevel(b.a.Level), Headline: document.Sentence(level.Headline)}
	if b.a.Level.Stops() {
		return out
	}
	add := func(label string, text document.Text) {
		if text.Words != "" {
			out.Rows = append(out.Rows, AnswerRow{label, text})
		}
	}
	if b.a.Level == knowledge.SelfCare {
		if pattern != nil {
			out.Headline = document.Sentence(pattern.Headline)
		}
		add("Do", text(b.step()))
		if m := b.a.Start.Match; m != nil {
			add("Why", b.whyFirst(m))
			add("Expect", b.expect(m))
			add("But", text(document.Sentence(m.Therapy.Glance.Weak)))
		}
	} else {
		add("Do", text(document.Sentence(level.Headline)))
		if held := b.a.Foremost(); len(held) > 0 {
			add("Why", cited(document.Join(b.because(held[0].Because), document.Sentence(held[0].Flag.Meaning)), held[0].Flag.Sources))
		} else if n := len(b.left); n > 0 {
			add("Why", text(document.Upper(guide.AreOpen(n))+", and unknown does not count as no. See “Still open”."))
		}
		if pattern != nil {
			out.Headline = document.Sentence(level.Title)
		}
	}
	add("Asked", b.answered())
	if pattern != nil {
		for _, x := range pattern.Tonight {
			out.Tonight = append(out.Tonight, cited(document.Sentence(x.Text), x.Sources))
		}
		if pattern.Watch.Text != "" {
			out.Watch = cited(document.Sentence(pattern.Watch.Text), pattern.Watch.Sources)
		}
	}
	return out
}

// step is what the person can do or book first.
func (b builder) step() string {
	switch m := b.a.Start.Match; {
	case m != nil:
		return document.Sentence(m.Therapy.Begin)
	case b.a.Level != knowledge.SelfCare:
		return document.Sentence(b.g.Level(b.a.Level).Headline)
	case b.a.Pattern != nil && len(b.a.Pattern.Home) > 0:
		return document.Sentence(b.a.Pattern.Home[0].Text)
	}
	return "Nothing in particular fits all your answers. Show them to a doctor, a nurse, or a physical therapist, and ask what you can do yourself."
}

// whyFirst is why the first therapy suits this person, and why it comes first.
func (b builder) whyFirst(m *guide.Match) document.Text {
	var out document.Text
	if len(m.For) > 0 {
		r := m.For[0]
		out = cited(document.Join(b.because(r.Because), document.Sentence(r.Text)), r.Sources)
	}
	if next := b.a.Start.Next; next != nil {
		out.Words = document.Join(out.Words, orderWords(b.a.Start.Basis, next.Therapy.Name))
	}
	return out
}

// orderWords says in one sentence why the first therapy comes before the next.
func orderWords(by guide.Basis, next string) string {
	//exhaustive:enforce
	switch by {
	case guide.ByVerdict:
		return "It comes first because it asks for less care than " + next + "."
	case guide.ByMain:
		return "It comes first because nobody has studied " + next + " for pain like yours."
	case guide.ByEvidence:
		return "It comes first because guidelines and research say more for it than for " + next + " in pain like yours."
	case guide.ByIndication:
		return "It comes first because more of your answers speak for it than for " + next + "."
	case guide.ByForce:
		return "It comes first because it is gentler than " + next + "."
	case guide.ByWish:
		return "It comes first because it fits what matters to you better than " + next + "."
	case guide.ByName:
		return "As much speaks for " + next + "; the two are in alphabetical order."
	}
	return ""
}

// expect is what research found for pain like this, and how long to try before judging.
func (b builder) expect(m *guide.Match) document.Text {
	try := "How long to try it: " + document.Sentence(m.Therapy.Glance.Try)
	e := m.Evidence
	if e == nil || e.Direction == knowledge.DirectionUnknown {
		return text("Nobody has studied it well for pain like yours. " + try)
	}
	words := "In pain like yours: " + effectFully(e)
	if c := certainty(e); c.Word != "" {
		words += ", with " + c.Word
	}
	return cited(words+". "+try, e.Sources)
}

// answered is the answer to what the person came to ask about: each verdict with the therapies that have it and, for a single
// one, why.
func (b builder) answered() document.Text {
	var asked []*guide.Match
	for i := range b.a.Matches {
		if b.a.Matches[i].Asked {
			asked = append(asked, &b.a.Matches[i])
		}
	}
	if len(asked) == 0 {
		return document.Text{}
	}
	var parts []string
	for i, m := range asked {
		if i > 0 && asked[i-1].Word() == m.Word() {
			continue
		}
		var names []string
		for _, n := range asked[i:] {
			if n.Word() == m.Word() {
				names = append(names, n.Therapy.Name)
			}
		}
		if !strings.Contains(strings.Join(parts, "\n"), ": "+m.Word()+".") {
			parts = append(parts, and(names)+": "+m.Word()+".")
		}
	}
	out := text(strings.Join(parts, " "))
	if len(asked) == 1 {
		why := b.whyVerdict(asked[0])
		out = cited(document.Join(out.Words, why.Words), why.Sources)
	}
	return out
}

// whyVerdict is the first reason for a therapy's verdict: what speaks against it or, where nothing does, the research.
func (b builder) whyVerdict(m *guide.Match) document.Text {
	if cautions := b.cautions(m); len(cautions) > 0 {
		c := cautions[0]
		return cited(document.Join(c.Words, c.Adaptation), c.Sources)
	}
	if e := m.Evidence; e != nil {
		return cited(document.Join(document.Upper(effectFully(e))+".", document.Sentence(e.Found)), e.Sources)
	}
	return text("Nothing is known about it in pain like yours.")
}

// inShort is the opening as a section of the document.
func (b builder) inShort() document.Section {
	s := document.Section{ID: "answer", Title: "In short"}
	o := b.opening()
	table := document.Rows{Head: [2]string{"", ""}}
	for _, r := range o.Rows {
		table.Rows = append(table.Rows, document.Row{Term: text(r.Label), Text: []document.Text{r.Text}})
	}
	c := document.Callout{Tone: o.Tone, Title: strings.TrimSuffix(o.Headline, ".")}
	if len(table.Rows) > 0 {
		c.Blocks = append(c.Blocks, table)
	}
	s.Blocks = []document.Block{c}
	if len(o.Tonight) > 0 {
		list := document.List{}
		for _, x := range o.Tonight {
			list.Items = append(list.Items, document.Item{Text: x})
		}
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text("Tonight"), Lead: true}, list)
	}
	if o.Watch.Words != "" {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: o.Watch})
	}
	return s
}
