package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/condition"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Intake returns the blank sheet: every question with boxes to check on paper, before a visit or to be entered in the guide later.
// It decides nothing, so the signs that cannot wait come first.
func Intake(g *guide.Guide) document.Document {
	d := document.Document{Title: "Questions to fill in on paper", Purpose: Purpose, Use: document.Sheet, Sections: []document.Section{filling(g)}}
	k := g.Knowledge()
	for _, stage := range k.Stages {
		s := document.Section{ID: "stage-" + stage.ID, Title: stage.Title}
		var forms []document.Form
		for i := 0; i < len(k.Questions); i++ {
			q := &k.Questions[i]
			if q.Stage != stage.ID {
				continue
			}
			if n := repeated(k.Questions[i:]); n > 1 {
				forms = append(forms, formOfEach(g, k.Questions[i:i+n]))
				i += n - 1
				continue
			}
			forms = append(forms, formOf(g, q))
		}
		s.Blocks = sharing(forms)
		d.Sections = append(d.Sections, s)
	}
	d.Sections = keepFilled(d.Sections)
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
		"Check the box next to every line that fits. Check only one where it says “Check one.”",
		"“Only if” says whom a question is for. Leave it out if that is not you.",
		"Write a question mark next to a line, or to a whole question, that you are not sure about. It never counts as no.",
		"The sheet gives no result. Talk it over with a clinician or a practitioner, or answer the same questions in Knead.",
	} {
		list.Items = append(list.Items, document.Item{Text: text(words)})
	}
	s.Blocks = append(s.Blocks, list)
	return s
}

func formOf(g *guide.Guide, q *knowledge.Question) document.Form {
	f := document.Form{Title: q.Title, Only: onlyIf(g, q.AskWhen), Hint: document.Join(howMany(q), document.Sentence(q.Hint))}
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
	return f
}

// sharing puts forms one after the other, and says only once what several in a row are for.
func sharing(forms []document.Form) []document.Block {
	var out []document.Block
	for i := 0; i < len(forms); {
		n := 1
		for forms[i].Only != "" && i+n < len(forms) && forms[i+n].Only == forms[i].Only {
			n++
		}
		if n > 1 {
			out = append(out, document.Paragraph{Text: text("The next " + guide.Number(n) + " questions: only if " + forms[i].Only + "."), Lead: true})
		}
		for _, f := range forms[i : i+n] {
			if n > 1 {
				f.Only = ""
			}
			out = append(out, f)
		}
		i += n
	}
	return out
}

// repeated is how many of these questions, from the first on, are the same one asked about different answers to another question.
func repeated(list []knowledge.Question) int {
	n := 1
	for list[0].Each != "" && n < len(list) && list[n].Each == list[0].Each && list[n].Kind == list[0].Kind &&
		slices.Equal(labelsOf(list[n]), labelsOf(list[0])) {
		n++
	}
	return n
}

func labelsOf(q knowledge.Question) []string {
	var out []string
	for _, o := range q.Options {
		out = append(out, o.Label)
	}
	return out
}

// formOfEach is one form for a question that is asked about many answers: a line for each of them, and the answers once.
func formOfEach(g *guide.Guide, list []knowledge.Question) document.Form {
	first, from := &list[0], g.Question(list[0].Each)
	subject := func(q *knowledge.Question) string {
		if o := from.Option(q.Of[0]); o != nil {
			return o.Label
		}
		return q.Title
	}
	answers := make([]string, 0, len(first.Options)+1)
	for i, o := range first.Options {
		answers = append(answers, strconv.Itoa(i+1)+" "+o.Label)
	}
	f := document.Form{
		Title: document.Upper(strings.TrimPrefix(first.Title, subject(first)+": ")), Only: "you checked one of these at “" + from.Title + "”",
		Hint: "Write next to each that you checked: " + strings.Join(answers, "; ") + "; or a question mark.",
	}
	group := document.FormGroup{}
	for i := range list {
		group.Boxes = append(group.Boxes, document.Box{Label: subject(&list[i])})
	}
	f.Groups = []document.FormGroup{group}
	return f
}

func howMany(q *knowledge.Question) string {
	if q.Kind == knowledge.Many {
		return ""
	}
	return "Check one."
}

// onlyIf describes a condition in the words of the sheet or, if that is impossible, by the names of its facts.
func onlyIf(g *guide.Guide, w knowledge.When) string {
	c, ok := condition.Of(g, w)
	switch {
	case !ok:
		return "this is so: " + ConditionWords(w, "")
	case c.Sign == condition.Always:
		return ""
	}
	return "you checked " + speaker{g: g}.checked(loosened(g, c))
}

// loosened keeps, of answers that must come together, the one that is given last: on paper rather a question too many than
// a rule that nobody can follow.
func loosened(g *guide.Guide, c condition.Condition) condition.Condition {
	if c.Sign != condition.AnyOf && c.Sign != condition.AllOf {
		return c
	}
	parts := make([]condition.Condition, 0, len(c.Parts))
	for _, p := range c.Parts {
		if p.Sign != condition.NoneOf {
			parts = append(parts, loosened(g, p))
		}
	}
	if c.Sign == condition.AnyOf {
		return condition.Join(condition.AnyOf, parts)
	}
	return slices.MaxFunc(parts, func(x, y condition.Condition) int { return last(g, x) - last(g, y) })
}

// last is the place of the last question that a condition hangs on.
func last(g *guide.Guide, c condition.Condition) int {
	questions := g.Knowledge().Questions
	at := slices.IndexFunc(questions, func(q knowledge.Question) bool { return c.Question != nil && q.ID == c.Question.ID })
	for _, p := range c.Parts {
		at = max(at, last(g, p))
	}
	return at
}

// checked is what must be checked for the condition to hold.
func (s speaker) checked(c condition.Condition) string {
	switch c.Sign {
	case condition.Answered:
		return s.checkedOf(c.Question, []condition.Condition{c})
	case condition.CountOf:
		var parts []string
		for _, p := range c.Parts {
			parts = append(parts, s.checked(p))
		}
		return "at least " + strconv.Itoa(c.AtLeast) + " of " + and(parts)
	}
	var parts []string
	var done []*knowledge.Question
	for _, p := range c.Parts {
		if p.Sign != condition.Answered {
			parts = append(parts, s.checked(p))
			continue
		}
		if slices.Contains(done, p.Question) {
			continue
		}
		done = append(done, p.Question)
		var same []condition.Condition
		for _, x := range c.Parts {
			if x.Sign == condition.Answered && x.Question == p.Question {
				same = append(same, x)
			}
		}
		parts = append(parts, s.checkedOf(p.Question, same))
	}
	return strings.Join(parts, ", or ")
}

// checkedOf names answers of one question, or those that are not meant where they are few.
func (s speaker) checkedOf(q *knowledge.Question, list []condition.Condition) string {
	var words, others []string
	options := 0
	for _, c := range list {
		switch {
		case c.Option == nil:
			words = append(words, "“Not sure” at “"+q.Title+"”")
		case q.Kind == knowledge.Scale:
			words = append(words, strconv.Itoa(c.Option.From)+" to "+strconv.Itoa(c.Option.To)+" at “"+q.Title+"”")
		default:
			words, options = append(words, s.label(q, c.Option.ID)), options+1
		}
	}
	for _, o := range q.Options {
		if !o.Hidden && !slices.ContainsFunc(list, func(c condition.Condition) bool { return c.Option != nil && c.Option.ID == o.ID }) {
			others = append(others, s.label(q, o.ID))
		}
	}
	const few, many = 2, 3
	if q.Option(knowledge.None) != nil && options >= many && len(others) <= few {
		return "anything but " + or(others)
	}
	return or(words)
}
