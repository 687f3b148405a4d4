package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// New returns the document of an assessment. The changes come from guide.Changes; without them, the section on what would change
// the result is left out. An emergency or urgent result says what to do now and what was answered, and nothing else.
func New(g *guide.Guide, a guide.Assessment, changes []guide.Change) document.Document {
	b := newBuilder(g, a)
	d := document.Document{Title: "Your result", Purpose: Purpose, Alarm: a.Level.Stops()}
	if a.Level.Stops() {
		d.Sections = []document.Section{b.now(), b.notices(), b.given(), b.aside()}
	} else {
		d.Sections = slices.Concat(
			[]document.Section{b.notices(), b.inShort(), b.looks(), b.now()}, b.groups(),
			[]document.Section{b.home(), b.ask(), b.sessions(), b.open(), b.changes(changes), b.given(), b.aside()},
		)
	}
	d.Sections = keepFilled(d.Sections)
	d.Sources = cite(g, d.Sections)
	return d
}

// builder writes the sections; every method is one of them.
type builder struct {
	speaker
	g         *guide.Guide
	a         guide.Assessment
	interview guide.Interview // of the same answers
	left      []guide.Left    // what is open of them, as a person counts
	onePage   bool            // nothing but the handout is there to point to
}

func newBuilder(g *guide.Guide, a guide.Assessment) builder {
	i := g.Resume(a.Answers)
	return builder{g: g, a: a, speaker: speaker{g, a.Answers}, interview: i, left: i.Left()}
}

func keepFilled(sections []document.Section) []document.Section {
	var kept []document.Section
	for _, s := range sections {
		if len(s.Blocks) > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

func (b builder) looks() document.Section {
	s := document.Section{ID: "pattern", Title: "What this looks like, and how it usually goes"}
	p := b.a.Pattern
	if p == nil {
		s.Blocks = []document.Block{
			document.Paragraph{Text: text("Your answers fit none of the patterns that this guide knows."), Lead: true},
			document.Paragraph{Text: text("That says nothing about how serious it is. What follows rests on single answers, not on research about " + b.like() + ".")},
		}
		return s
	}
	s.Blocks = []document.Block{
		document.Paragraph{Text: text(document.Sentence(p.Label)), Lead: true},
		document.Paragraph{Text: sourced(document.Sentence(p.Usually), p.Sources)},
	}
	if words := b.because(b.a.Because); words != "" {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text(words + " It is a pattern in your answers, not the name of an illness.")})
	}
	return s
}

// notWrong is what a result that flags nothing must say; the text of the level says it already, as a rule.
const notWrong = "something may still be wrong"

// now is what to do: the level, the warnings that hold with their answers, and, when all is quiet, what that does not mean.
func (b builder) now() document.Section {
	s := document.Section{ID: "now", Title: "Do this now"}
	level := b.g.Level(b.a.Level)
	c := document.Callout{Tone: toneOfLevel(b.a.Level), Title: level.Title}
	c.Blocks = append(c.Blocks, document.Paragraph{Text: text(document.Sentence(level.Headline)), Lead: true})
	if level.When != "" {
		c.Blocks = append(c.Blocks, document.Paragraph{Text: cited(document.Sentence(level.When), level.Sources)})
	}
	if numbers := Numbers(level); numbers.Words != "" {
		c.Blocks = append(c.Blocks, document.Paragraph{Text: numbers})
	}
	if worse := b.worse(); b.a.Level == knowledge.Urgent && worse != "" {
		c.Blocks = append(c.Blocks, document.Paragraph{Text: text(worse), Lead: true})
	}
	if level.Expect != "" {
		c.Blocks = append(c.Blocks, document.Paragraph{Text: cited(document.Sentence(level.Expect), level.Sources)})
	}
	if b.wantsLevelAdvice() {
		c.Blocks = append(c.Blocks, document.Paragraph{Text: cited(document.Sentence(level.Advice), level.Sources)})
	}
	for _, k := range b.a.Foremost() {
		if b.a.Level.Stops() && !k.Flag.Level.Stops() {
			continue // details that can wait would only be in the way
		}
		c.Blocks = append(c.Blocks, b.warning(k)...)
	}
	if b.a.Level.Stops() && !b.wantsLevelAdvice() {
		c.Blocks = append(c.Blocks, document.Paragraph{Text: cited(document.Sentence(level.Advice), level.Sources)})
	}
	s.Blocks = append(s.Blocks, c)
	if len(b.a.Concerns) == 0 && !strings.Contains(level.Headline+level.Advice, notWrong) {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text("None of your answers is a warning sign for certain, but " + notWrong + ".")})
	}
	if n := len(b.left); n > 0 && !b.a.Level.Stops() {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text(document.Upper(guide.AreOpen(n)) + ": see “Still open”.")})
	}
	return s
}

// warning is what to do, what to say, and why. While it stops, the reasons come last: the phone call comes first.
func (b builder) warning(k guide.Concern) []document.Block {
	flag := k.Flag
	why := document.Paragraph{Text: b.flagText(document.Join(b.because(k.Because), document.Sentence(flag.Meaning)), flag)}
	var todo []document.Block
	if flag.Advice != "" {
		todo = append(todo, document.Paragraph{Text: text(document.Sentence(flag.Advice))})
	}
	if flag.Say != "" {
		todo = append(todo, document.Paragraph{Text: text(ReadOut(k.Because))}, document.Quote{Text: text(flag.Say)})
	}
	if b.a.Level.Stops() {
		return append(todo, why)
	}
	return append([]document.Block{why}, todo...)
}

// Numbers are the emergency numbers of a level in one sentence; "" where it has none.
func Numbers(level knowledge.LevelText) document.Text {
	var parts, sources []string
	for _, n := range level.Numbers {
		parts = append(parts, n.Call+" ("+n.Where+")")
		sources = union(sources, n.Sources)
	}
	if len(parts) == 0 {
		return document.Text{}
	}
	return cited("Numbers: "+strings.Join(parts, ", ")+"; elsewhere, your local emergency number.", sources)
}

// wantsLevelAdvice reports whether the level's own advice is given. A warning's advice may replace it.
func (b builder) wantsLevelAdvice() bool {
	own := false
	for _, k := range b.a.Foremost() {
		if k.Flag.Level == b.a.Level {
			if k.Flag.Advice == "" {
				return true
			}
			own = true
		}
	}
	return !own
}

func (b builder) home() document.Section {
	s := document.Section{ID: "home", Title: "At home today"}
	var list document.List
	if b.a.Pattern != nil {
		for _, x := range b.a.Pattern.Home {
			if b.strictest(x) < knowledge.AskFirst {
				list.Items = append(list.Items, document.Item{Text: sourced(document.Sentence(x.Text), x.Sources)})
			}
		}
	}
	if m := b.a.FirstChoice(knowledge.SelfHelp); m != nil && len(list.Items) == 0 {
		list.Items = append(list.Items, document.Item{Text: text(m.Therapy.Name + ": " + document.Sentence(m.Therapy.Summary))})
	}
	if len(list.Items) == 0 {
		list.Items = append(list.Items, document.Item{Text: text("Nothing in particular fits all your answers. Show this page to a doctor, a nurse or a physical therapist, and ask what you can do yourself.")})
	}
	s.Blocks = []document.Block{list}
	return s
}

// given lists every question that was put to this person, with the answer.
func (b builder) given() document.Section {
	s := document.Section{ID: "answers", Title: "Your answers", Minor: !b.a.Level.Stops()} // who helps will want to see them
	table := document.Rows{Head: [2]string{"Question", "Your answer"}}
	silent := 0
	for _, line := range b.interview.Review() {
		if !line.Answer.Given() {
			silent++
			continue
		}
		answer := b.answer(line.Question)
		if line.Role == knowledge.RoleHistory && line.Answer.Has(knowledge.None) && len(b.interview.Unnamed()) > 0 {
			answer = guide.NotListed // else it would contradict what brought the question up
		}
		table.Rows = append(table.Rows, document.Row{Term: text(line.Quoted()), Text: []document.Text{{Words: document.Upper(answer)}}})
	}
	if len(table.Rows) > 0 {
		s.Blocks = append(s.Blocks, table)
	}
	if silent > 0 {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text(document.Upper(guide.AreOpen(silent)) + ". Missing answers count as unknown, never as no.")})
	}
	return s
}

// flagText returns what a warning says with its sources, or says that it is Knead's own.
func (b builder) flagText(words string, f *knowledge.RedFlag) document.Text {
	if len(f.Sources) == 0 {
		words += " " + ownPrecaution
	}
	return cited(words, f.Sources)
}

// sourced gives words their sources, or says that there is none.
func sourced(words string, sources []string) document.Text {
	if len(sources) == 0 && words != "" && !strings.Contains(words, "common practice") {
		words += " " + commonPractice
	}
	return cited(words, sources)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return strconv.Itoa(n) + " " + many
}
