package report

import (
	"slices"
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
	Quiet    document.Text // what it does not mean that no warning holds; "" where one does
	When     document.Text // by when to see somebody, where no row says so
}

// AnswerRow is one line of the answer, under a label of one word.
type AnswerRow struct {
	Label string
	document.Text
	First bool          // says what to do
	Tone  document.Tone // of the verdict it gives; Plain for most
	Parts []AnswerPart  // the text in pieces, for where there is little room
}

// AnswerPart is a piece of a row. It is shown where there is at least this much room.
type AnswerPart struct {
	document.Text
	Room Room
}

// Room is how much room there is for an answer.
type Room uint8

// The room of a small window, of one of the usual size, and of a page.
const (
	Narrow Room = iota
	Usual
	Ample
)

// In is what the row says where there is so much room.
func (r AnswerRow) In(room Room) string {
	var words []string
	for _, p := range r.Parts {
		if p.Room <= room {
			words = append(words, p.Words)
		}
	}
	return document.Join(words...)
}

// row joins pieces to a row.
func row(label string, parts ...AnswerPart) AnswerRow {
	r := AnswerRow{Label: label}
	for _, p := range parts {
		if p.Words == "" {
			continue
		}
		r.Words = document.Join(r.Words, p.Words)
		r.Sources = union(r.Sources, p.Sources)
		r.Parts = append(r.Parts, p)
	}
	return r
}

// Opening is the answer that a result opens with, on every medium.
func Opening(g *guide.Guide, a guide.Assessment) Answer { return newBuilder(g, a).opening() }

// do is the row that says what to do.
func do(parts ...AnswerPart) AnswerRow {
	r := row("Do", parts...)
	r.First = true
	return r
}

func (b builder) opening() Answer {
	level, pattern := b.g.Level(b.a.Level), b.a.Pattern
	out := Answer{Tone: toneOfLevel(b.a.Level), Headline: document.Sentence(level.Headline)}
	if b.a.Level.Stops() {
		return out
	}
	add := func(r AnswerRow) {
		if r.Words != "" {
			out.Rows = append(out.Rows, r)
		}
	}
	add(b.answered())
	if b.a.Level == knowledge.SelfCare {
		out.Headline = document.Sentence(level.Title)
		if pattern != nil {
			out.Headline = document.Sentence(pattern.Headline)
		}
		for _, r := range b.plan() {
			add(r)
		}
		out.When = b.when().Text
	} else {
		add(do(part(Narrow, document.Sentence(level.Headline))))
		add(b.when())
		add(b.whyAsk())
		add(row("Expect", part(Usual, document.Sentence(level.Expect), level.Sources...)))
		if pattern != nil {
			out.Headline = document.Sentence(level.Title)
		}
	}
	add(b.handsOff())
	if b.a.Level == knowledge.SelfCare && len(b.a.Concerns) == 0 {
		out.Quiet = text("None of your answers is a warning sign, but " + notWrong + ".")
	}
	if pattern != nil {
		for _, x := range pattern.Tonight {
			if b.strictest(x) < knowledge.Caution {
				out.Tonight = append(out.Tonight, cited(document.Sentence(x.Text), x.Sources))
			}
		}
		if pattern.Watch.Text != "" {
			out.Watch = cited(document.Sentence(pattern.Watch.Text), pattern.Watch.Sources)
		}
	}
	return out
}

// when says by when to see somebody.
func (b builder) when() AnswerRow {
	level := b.g.Level(b.a.Level)
	return row("When", part(Narrow, document.Sentence(level.When), level.Sources...))
}

func part(room Room, words string, sources ...string) AnswerPart {
	return AnswerPart{cited(words, sources), room}
}

// whyAsk is why somebody should look first: the foremost warning, and how many there are besides.
func (b builder) whyAsk() AnswerRow {
	if held := b.a.Foremost(); len(held) > 0 {
		k, more := held[0], AnswerPart{}
		if n := len(held) - 1; n > 0 {
			more = part(Narrow, document.Upper(count(n, "more warning is", "more warnings are"))+b.under("Do this now")+".")
		}
		return row("Why", part(Narrow, document.Join(b.because(k.Because), document.Sentence(k.Flag.Meaning)), k.Flag.Sources...), more)
	}
	if n := len(b.left); n > 0 {
		var first []string
		for _, x := range b.g.Settle(b.answers, settledFirst).First {
			first = append(first, "“"+x.Question.Quoted()+"”")
		}
		names := AnswerPart{}
		if len(first) > 0 {
			names = part(Narrow, "Find out first: "+and(first)+".")
		}
		worst := AnswerPart{}
		if len(b.a.Open) > 0 && b.a.Open[0].Flag.Level.Stops() {
			worst = part(Narrow, "An open answer could mean “"+b.levelTitle(b.a.Open[0].Flag.Level)+"”, so find out today if you can.")
		}
		return row("Why",
			part(Narrow, document.Upper(guide.AreOpen(n))+", and unknown does not count as no."),
			names, worst, part(Ample, b.whoHelps()))
	}
	return AnswerRow{}
}

// under says where more is to be read: under a heading or, on the handout, in the result that it is made of.
func (b builder) under(title string) string {
	if b.onePage {
		return " in the full result"
	}
	return " under “" + title + "”"
}

// elsewhere is where further places to keep off are named.
func (b builder) elsewhere() string {
	if b.onePage {
		return "in the full result"
	}
	return "with the approaches"
}

// whoHelps says who can help with answers that are open.
func (b builder) whoHelps() string {
	if b.onePage {
		return "A doctor, a nurse, or a physical therapist can help you find out."
	}
	return "Who can help is under “Still open”."
}

// handsOff says why some approaches should keep off a place, and names the place and the approaches, or where they are named if there
// are many. It counts the other places. Places that only an unanswered question could bring up are none of them: they would be
// every place.
func (b builder) handsOff() AnswerRow {
	off := slices.DeleteFunc(slices.Clone(b.a.KeepOff), func(k guide.KeepOff) bool {
		return !slices.ContainsFunc(k.Items, func(x guide.Keeping) bool { return !x.Open || !b.unanswered(x.Because) })
	})
	if len(off) == 0 {
		return AnswerRow{}
	}
	k := off[0]
	where := "away from " + strings.TrimPrefix(there(k.Items[0].Item), "on ")
	if r := b.g.Region(k.Region); r != nil {
		where = "off " + r.Name
	}
	var names []string
	for _, x := range k.Items {
		for _, t := range x.Therapies {
			if !slices.Contains(names, t.Name) {
				names = append(names, t.Name)
			}
		}
	}
	words := "Keep these " + where + ": " + and(names) + "."
	if len(names) > namedKept {
		words = "Keep " + guide.Number(len(names)) + " of the approaches " + where + "; each says so where it is explained."
		if b.onePage {
			words = "Keep " + guide.Number(len(names)) + " of the approaches " + where + "; the full result names them."
		}
	}
	if more := len(off) - 1; more > 0 {
		words += " " + document.Upper(count(more, "more place is", "more places are")) + " named " + b.elsewhere() + "."
	}
	var sources []string
	for i := range b.a.Matches {
		for _, c := range b.a.Matches[i].Cautions {
			if c.Item == k.Items[0].Item && slices.Contains(names, b.a.Matches[i].Therapy.Name) {
				sources = union(sources, c.Sources)
			}
		}
	}
	return row("Hands", part(Usual, b.because(k.Items[0].Because)), part(Usual, words, sources...))
}

// namedKept is how many approaches are named that keep off a place.
const namedKept = 3

// answered is the answer to what the person came to ask about: each verdict with the therapies that have it and, for a single
// one, why.
func (b builder) answered() AnswerRow {
	var asked []*guide.Match
	for i := range b.a.Matches {
		if b.a.Matches[i].Asked {
			asked = append(asked, &b.a.Matches[i])
		}
	}
	if len(asked) == 0 {
		return AnswerRow{}
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
	verdict := part(Narrow, strings.Join(parts, " "))
	if len(asked) > 1 {
		return row("Asked", verdict)
	}
	r := row("Asked", append([]AnswerPart{verdict}, b.whyVerdict(asked[0])...)...)
	r.Tone = Tone(asked[0].Suits())
	return r
}

// whyVerdict returns the main reason for a therapy's verdict: the strongest reason against it or, without one, the research. A
// reason that holds back every approach is given once, under "Why".
func (b builder) whyVerdict(m *guide.Match) []AnswerPart {
	if len(m.Cautions) > 0 {
		top := m.Cautions[0]
		if top.Flag != "" {
			return []AnswerPart{part(Narrow, "The reason is under “Why”.")}
		}
		c, said := b.caution(top), b.because(top.Because)
		why := part(Usual, strings.TrimPrefix(strings.TrimPrefix(c.Words, said), " "), c.Sources...)
		if said == "" {
			why.Room = Narrow
		}
		return []AnswerPart{part(Narrow, said), why, part(Ample, c.Adaptation)}
	}
	if e := m.Evidence; e != nil {
		return []AnswerPart{part(Narrow, document.Upper(effectFully(e))+"."), part(Usual, document.Sentence(e.Found), e.Sources...)}
	}
	return []AnswerPart{part(Narrow, "Nothing is known about it in "+b.like()+".")}
}

// First is the result in short: the answer, the warnings where one holds, and the names of the approaches by how they suit.
func First(g *guide.Guide, a guide.Assessment) document.Document {
	b := newBuilder(g, a)
	names := document.Section{ID: "approaches", Title: "Approaches"}
	table := document.Rows{Head: [2]string{"How it suits", "Approaches"}}
	for _, x := range b.grouped() {
		var list []string
		for _, m := range x.Matches {
			list = append(list, m.Therapy.Name)
		}
		table.Rows = append(table.Rows, document.Row{Term: text(x.Title), Text: []document.Text{text(strings.Join(list, ", ") + ".")}})
	}
	if len(table.Rows) > 0 {
		names.Blocks = []document.Block{table}
	}
	sections := []document.Section{b.notices(), b.inShort()}
	if a.Pattern != nil {
		looks := document.Paragraph{Text: text("Your answers look like this: " + document.Sentence(a.Pattern.Label))}
		sections = append(sections, document.Section{ID: "pattern", Blocks: []document.Block{looks}})
	}
	if a.Level != knowledge.SelfCare {
		sections = append(sections, b.now())
	}
	return document.Document{Title: "Your result", Purpose: Purpose, Sections: keepFilled(append(sections, names))}
}

// inShort is the opening as a section of the document.
func (b builder) inShort() document.Section {
	s := document.Section{ID: "answer", Title: "In short", First: true}
	o := b.opening()
	table := document.Rows{Head: [2]string{"In short", "For you"}}
	for _, r := range o.Rows {
		said := r.Text
		if b.crowded() {
			said.Words = r.In(Usual)
		}
		table.Rows = append(table.Rows, document.Row{Term: text(r.Label), Text: []document.Text{said}})
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
		s.Blocks = append(s.Blocks, document.Callout{Tone: document.Urgent, Blocks: []document.Block{document.Paragraph{Text: o.Watch}}})
	}
	if words := document.Join(o.Quiet.Words, o.When.Words); words != "" {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: cited(words, union(o.Quiet.Sources, o.When.Sources))})
	}
	return s
}
