package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Intake is the blank sheet: every question with boxes to tick on paper, to be filled in before a visit or to be typed into
// the guide later. It decides nothing, so what cannot wait stands on top.
func Intake(g *guide.Guide) document.Document {
	d := document.Document{Title: "Questions to fill in on paper", Purpose: Purpose, Use: document.Sheet, Sections: []document.Section{filling(g)}}
	k := g.Knowledge()
	for _, stage := range k.Stages {
		s := document.Section{ID: "stage-" + stage.ID, Title: stage.Title}
		for i := range k.Questions {
			if q := &k.Questions[i]; q.Stage == stage.ID {
				s.Blocks = append(s.Blocks, formOf(g, q))
			}
		}
		d.Sections = append(d.Sections, s)
	}
	d.Sections = keepFilled(d.Sections)
	d.Sources = cite(g, d.Sections)
	return d
}

// filling says how the sheet is filled in, and what must not wait for it.
func filling(g *guide.Guide) document.Section {
	s := document.Section{ID: "filling", Title: "How to fill this in"}
	if q := g.Role(knowledge.RoleAlarm); q != nil {
		s.Blocks = append(s.Blocks, document.Callout{Tone: document.Urgent, Title: "First read the question “" + q.Title + "”", Blocks: []document.Block{
			document.Paragraph{Text: text("If one of its lines fits you, leave the rest of this sheet and get help first: if in doubt, call 911, 112, or your local emergency number.")},
		}})
	}
	list := document.List{}
	for _, words := range []string{
		"Tick the box of every line that fits; only one where it says “Tick one”.",
		"“Only if” says whom a question is for. Leave it out if that is not you.",
		"Write a question mark next to a line you are not sure about. It never counts as no.",
		"The sheet gives no result. Talk it over with a clinician or a practitioner, or answer the same questions in Knead.",
	} {
		list.Items = append(list.Items, document.Item{Text: text(words)})
	}
	s.Blocks = append(s.Blocks, list)
	return s
}

func formOf(g *guide.Guide, q *knowledge.Question) document.Form {
	f := document.Form{Title: q.Title, Only: onlyIf(g, q.AskWhen), Hint: document.Join(howMany(q), document.Sentence(q.Hint)), Why: cited("Why: "+document.Ended(q.Why), q.Sources)}
	box := func(group, label, help string) {
		if n := len(f.Groups); n == 0 || f.Groups[n-1].Title != group {
			f.Groups = append(f.Groups, document.FormGroup{Title: group})
		}
		last := &f.Groups[len(f.Groups)-1]
		last.Boxes = append(last.Boxes, document.Box{Label: label, Help: help})
	}
	if q.Kind == knowledge.Scale {
		low, high := q.Range()
		for n := low; n <= high; n++ {
			words := ""
			if n-low < len(q.Words) {
				words = document.Sentence(q.Words[n-low])
			}
			box("", strconv.Itoa(n), words)
		}
	} else {
		for i := range q.Options {
			if o := &q.Options[i]; !o.Hidden {
				box(o.Group, o.Label, document.Sentence(o.Help))
			}
		}
	}
	box("", "Not sure", "")
	return f
}

func howMany(q *knowledge.Question) string {
	if q.Kind == knowledge.Many {
		return ""
	}
	return "Tick one."
}

// onlyIf tells a condition by the words on the sheet; by the names of its facts where that cannot be told in words.
func onlyIf(g *guide.Guide, w knowledge.When) string {
	c, ok := conditionOf(g, w)
	switch {
	case !ok:
		return "this is so: " + conditionWords(w, "")
	case c.sign == always:
		return ""
	}
	return "you ticked " + c.loosened(g).ticked(speaker{g: g})
}

// loosened keeps, of answers that must come together, the one that is given last: on paper rather a question too many than
// a rule that nobody can follow.
func (c condition) loosened(g *guide.Guide) condition {
	if c.sign != anyOf && c.sign != allOf {
		return c
	}
	parts := make([]condition, 0, len(c.parts))
	for _, p := range c.parts {
		if p.sign != noneOf {
			parts = append(parts, p.loosened(g))
		}
	}
	if c.sign == anyOf {
		return joinedBy(anyOf, parts)
	}
	return slices.MaxFunc(parts, func(x, y condition) int { return x.last(g) - y.last(g) })
}

// last is the place of the last question that a condition hangs on.
func (c condition) last(g *guide.Guide) int {
	questions := g.Knowledge().Questions
	at := slices.IndexFunc(questions, func(q knowledge.Question) bool { return c.question != nil && q.ID == c.question.ID })
	for _, p := range c.parts {
		at = max(at, p.last(g))
	}
	return at
}

// ticked is what must be ticked for the condition to hold.
func (c condition) ticked(s speaker) string {
	switch c.sign {
	case answered:
		return tickedOf(s, c.question, []condition{c})
	case countOf:
		var parts []string
		for _, p := range c.parts {
			parts = append(parts, p.ticked(s))
		}
		return "at least " + strconv.Itoa(c.atLeast) + " of " + and(parts)
	}
	var parts []string
	var done []*knowledge.Question
	for _, p := range c.parts {
		if p.sign != answered {
			parts = append(parts, p.ticked(s))
			continue
		}
		if slices.Contains(done, p.question) {
			continue
		}
		done = append(done, p.question)
		var same []condition
		for _, x := range c.parts {
			if x.sign == answered && x.question == p.question {
				same = append(same, x)
			}
		}
		parts = append(parts, tickedOf(s, p.question, same))
	}
	return strings.Join(parts, ", or ")
}

// tickedOf names answers of one question, or those that are not meant where they are few.
func tickedOf(s speaker, q *knowledge.Question, list []condition) string {
	var words, others []string
	options := 0
	for _, c := range list {
		switch {
		case c.option == nil:
			words = append(words, "“Not sure” at “"+q.Title+"”")
		case q.Kind == knowledge.Scale:
			words = append(words, strconv.Itoa(c.option.From)+" to "+strconv.Itoa(c.option.To)+" at “"+q.Title+"”")
		default:
			words, options = append(words, s.label(q, c.option.ID)), options+1
		}
	}
	for _, o := range q.Options {
		if !o.Hidden && !slices.ContainsFunc(list, func(c condition) bool { return c.option != nil && c.option.ID == o.ID }) {
			others = append(others, s.label(q, o.ID))
		}
	}
	const few, many = 2, 3
	if q.Option(knowledge.None) != nil && options >= many && len(others) <= few {
		return "anything but " + or(others)
	}
	return or(words)
}
