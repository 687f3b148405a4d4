package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Group is the therapies that suit in the same way, best first. A reason that all of them share is given once.
type Group struct {
	ID, Title string
	Suits     guide.Suitability
	Matches   []*guide.Match
	Shared    []document.Text // why all of them wait; empty where each has its own reason
	Ask       document.Text   // what to ask whom; "" where nothing is to be asked
}

// Groups sorts the therapies of an assessment by how they suit: what can be begun first, then what to ask about, what is ruled
// out, and what little speaks for. A group without therapies is left out.
func Groups(g *guide.Guide, a guide.Assessment) []Group { return newBuilder(g, a).grouped() }

func (b builder) grouped() []Group {
	var out []Group
	for _, x := range []Group{
		{ID: "fits-well", Suits: guide.SuitsWell},
		{ID: "may-suit", Suits: guide.MaySuit},
		{ID: "with-care", Suits: guide.SuitsWithCare},
		{ID: "ask-first", Suits: guide.SuitsAfterAsking},
		{ID: "not-now", Suits: guide.SuitsNotNow},
		{ID: "little-support", Suits: guide.LittleSupport},
	} {
		x.Title = document.Upper(x.Suits.Word())
		for i := range b.a.Matches {
			if m := &b.a.Matches[i]; m.Suits() == x.Suits {
				x.Matches = append(x.Matches, m)
			}
		}
		if len(x.Matches) == 0 {
			continue
		}
		if x.Suits == guide.SuitsAfterAsking {
			x.Shared = b.whyShared(shared(x.Matches))
			x.Ask = text("Ask a doctor, a nurse, or a physical therapist: may I try these, and where should hands stay away?")
		}
		out = append(out, x)
	}
	return out
}

// whyShared gives the reasons that hold several therapies back. Where the wording differs between them, it names only the answers.
func (b builder) whyShared(held []guide.Concession) []document.Text {
	var out []document.Text
	for _, c := range held {
		if c.Flag == "" && c.Reason == "" {
			out = append(out, text(document.Join(b.because(c.Because), "Each waits for a reason of its own.")))
		}
	}
	held = slices.DeleteFunc(slices.Clone(held), func(c guide.Concession) bool { return c.Flag == "" && c.Reason == "" })
	for _, c := range b.cautions(&guide.Match{Cautions: held}) {
		c.Words = strings.TrimPrefix(c.Words, askLead+" ") // the heading says it
		out = append(out, c.Text)
	}
	return out
}

// shared returns the concessions that hold all of these therapies back. Wording that differs between the therapies is dropped.
func shared(matches []*guide.Match) []guide.Concession {
	if len(matches) < 2 {
		return nil
	}
	var out []guide.Concession
	for _, c := range matches[0].Cautions {
		if c.Verdict < knowledge.AskFirst {
			continue
		}
		same := true
		for _, m := range matches[1:] {
			i := slices.IndexFunc(m.Cautions, func(x guide.Concession) bool { return holdsAlike(c, x) })
			if i < 0 {
				same = false
				break
			}
			if x := m.Cautions[i]; x.Reason != c.Reason || x.Adaptation != c.Adaptation {
				said := *c.Contraindication
				if x.Reason != c.Reason {
					said.Reason = ""
				}
				if x.Adaptation != c.Adaptation {
					said.Adaptation = ""
				}
				c.Contraindication = &said
			}
		}
		if same {
			c.From = ""
			out = append(out, c)
		}
	}
	return out
}

// holdsAlike reports whether two concessions hold two therapies back for the same warning or health item.
func holdsAlike(x, y guide.Concession) bool {
	return x.Flag == y.Flag && x.Item == y.Item && x.Open == y.Open && x.Local == y.Local && x.Part == y.Part && y.Verdict >= knowledge.AskFirst
}

// groups are the sections of the therapies.
func (b builder) groups() []document.Section {
	var out []document.Section
	begun := false
	for _, x := range b.grouped() {
		s := document.Section{ID: x.ID, Title: x.Title, Count: len(x.Matches)}
		switch x.Suits {
		case guide.SuitsAfterAsking:
			s.Blocks = b.toAsk(x)
		case guide.SuitsNotNow:
			s = b.notNow()
		case guide.LittleSupport:
			s.Blocks = b.littleSupport(x)
		case guide.SuitsWell, guide.MaySuit, guide.SuitsWithCare:
			begun = true
			for _, m := range x.Matches {
				s.Blocks = append(s.Blocks, b.entry(m))
			}
		}
		out = append(out, s)
	}
	if !begun {
		none := document.Section{ID: "fits-well", Title: "Approaches"}
		none.Blocks = []document.Block{document.Paragraph{Text: text("None of the approaches fits your answers now. That is not the same as saying that nothing can help: see “Do this now” and “At home today”.")}}
		out = append([]document.Section{none}, out...)
	}
	return out
}

// toAsk gives the shared reason and the question to ask once, then lists each therapy with whatever else holds it back.
func (b builder) toAsk(x Group) []document.Block {
	var blocks []document.Block
	for _, t := range x.Shared {
		blocks = append(blocks, document.Paragraph{Text: t})
	}
	blocks = append(blocks, document.Paragraph{Text: x.Ask, Lead: true}, document.Paragraph{Text: text("After a yes, these are open to you:")})
	held := shared(x.Matches)
	var list document.List
	for _, m := range x.Matches {
		rest := *m
		rest.Cautions = slices.DeleteFunc(slices.Clone(m.Cautions), func(c guide.Concession) bool {
			return slices.ContainsFunc(held, func(h guide.Concession) bool {
				return holdsAlike(h, c) && h.Reason == c.Reason && h.Adaptation == c.Adaptation
			})
		})
		list.Items = append(list.Items, b.brief(&rest))
	}
	return append(blocks, list)
}

func (b builder) littleSupport(x Group) []document.Block {
	list := document.List{Minor: true}
	var names []string
	for _, m := range x.Matches {
		list.Items = append(list.Items, b.brief(m))
		names = append(names, m.Therapy.Name)
	}
	like := ""
	if words := b.say(b.a.Because); words != "" && b.hurts() {
		like = ", " + words
	}
	return []document.Block{document.Paragraph{Text: text("In " + b.like() + like + ", little supports " + and(names) + ".")}, list}
}

// brief is a therapy in a line, with what speaks against it below.
func (b builder) brief(m *guide.Match) document.Item {
	item := document.Item{Tone: Tone(m.Suits()), Text: text(m.Therapy.Name + ": " + m.Word() + ".")}
	if ev := m.Evidence; ev != nil {
		item.Text = cited(document.Join(item.Words, document.Upper(effectFully(ev))+".", document.Sentence(ev.Found)), ev.Sources)
	} else {
		item.Words = document.Join(item.Words, "Nothing is known about it in "+b.like()+".")
	}
	for _, c := range b.cautions(m) {
		item.Sub = append(item.Sub, cited(document.Join(c.Words, c.Adaptation), c.Sources))
	}
	return item
}
