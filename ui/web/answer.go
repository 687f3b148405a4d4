package web

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// openName is the name of the controls that leave single options of a question open.
func openName(question string) string { return question + "/open" }

// control is the ID of a control.
func control(name, value string) string { return name + "/" + value }

// anchor is the ID of the heading of a question.
func anchor(question string) string { return "question-" + question }

// problemOf is the ID of what is wrong with the answer to a question.
func problemOf(question string) string { return anchor(question) + "-problem" }

// receive takes the answers that a form holds, question by question, in the order of asking. It reports whether all of them could
// be taken: not one that says two things at once, and none behind one that waits for a yes.
func (a *App) receive(e Event) bool {
	for _, was := range a.shown {
		q, ok := a.asked(was.ID)
		if !ok {
			continue
		}
		old := a.i.Answers()[q.ID]
		given, problem := a.answerOf(q, old, e)
		if problem != "" {
			a.problem = map[string]string{q.ID: problem}
			return false
		}
		if same(old, given) || given.Has(knowledge.None) && len(q.Shown) > len(was.Shown) { // it denies less than there is now
			continue
		}
		if a.set(q, given); a.waiting != nil {
			return true
		}
	}
	return true
}

// asked returns a question of the page as it is now.
func (a *App) asked(question string) (guide.Asked, bool) {
	for _, q := range a.i.Questions() {
		if q.ID == question {
			return q, true
		}
	}
	return guide.Asked{}, false
}

// marks are what a form says of one question.
type marks struct {
	options, open []string
	none, unsure  bool
}

// answerOf reads the answer to a question. Of two marks that contradict each other, the one that was touched last counts; where
// that is not known, the person is asked.
func (a *App) answerOf(q guide.Asked, old guide.Answer, e Event) (guide.Answer, string) {
	m := marksOf(q, e)
	if e.Do == Mark {
		m.touch(q, e)
	}
	switch {
	case m.none && len(m.options) > 0:
		return old, "You chose “" + q.Option(m.options[0]).Label + "” and “" + q.NoneLabel(old) + "”. Clear one of them."
	case m.unsure && (m.none || len(m.options) > 0 || len(m.open) > 0):
		return old, "You chose “Not sure” and another answer. Clear one of them."
	case m.unsure:
		return guide.Answer{Unsure: true}, ""
	case q.Kind == knowledge.Scale:
		return scaled(q, e.Values[q.ID]), ""
	case q.Kind == knowledge.One:
		return guide.Answer{Options: m.options}, ""
	}
	for _, id := range m.options {
		if slices.Contains(m.open, id) {
			return old, "You chose “" + q.Option(id).Label + "” and are not sure of it. Clear one of them."
		}
	}
	open := append(m.open, hidden(q, old.Open)...)
	if m.none {
		return guide.Answer{Options: []string{knowledge.None}, Open: inOrder(q, open)}, ""
	}
	return guide.Answer{Options: inOrder(q, append(m.options, hidden(q, old.Options)...)), Open: inOrder(q, open)}, ""
}

func marksOf(q guide.Asked, e Event) marks {
	var m marks
	for _, value := range e.Values[q.ID] {
		switch {
		case value == guide.Unsure:
			m.unsure = true
		case value == knowledge.None && q.Kind == knowledge.Many:
			m.none = shown(q, value)
		case shown(q, value):
			m.options = append(m.options, value)
		}
	}
	for _, value := range e.Values[openName(q.ID)] {
		if shown(q, value) && value != knowledge.None {
			m.open = append(m.open, value)
		}
	}
	return m
}

// touch lets the control that was touched have its way with the others, as the keys of the screen do.
func (m *marks) touch(q guide.Asked, e Event) {
	is := func(id string) bool { return id == e.Value }
	switch {
	case e.At == openName(q.ID) && slices.Contains(m.open, e.Value):
		m.options, m.unsure = slices.DeleteFunc(m.options, is), false
	case e.At != q.ID:
	case is(guide.Unsure) && m.unsure:
		m.options, m.open, m.none = nil, nil, false
	case is(knowledge.None) && m.none:
		m.options, m.unsure = nil, false
	case slices.Contains(m.options, e.Value):
		m.open, m.none, m.unsure = slices.DeleteFunc(m.open, is), false, false
	}
}

func scaled(q guide.Asked, values []string) guide.Answer {
	for _, value := range values {
		if n, err := strconv.Atoi(value); err == nil {
			if o := q.Band(n); o != nil {
				return guide.Answer{Options: []string{o.ID}, Value: n}
			}
		}
	}
	return guide.Answer{}
}

func shown(q guide.Asked, option string) bool {
	return slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return o.ID == option })
}

// hidden are the options that are not offered now. No form can take them back.
func hidden(q guide.Asked, options []string) []string {
	var out []string
	for _, id := range options {
		if id != knowledge.None && !shown(q, id) {
			out = append(out, id)
		}
	}
	return out
}

// inOrder sorts options as the question has them.
func inOrder(q guide.Asked, options []string) []string {
	slices.SortFunc(options, func(x, y string) int { return q.Index(x) - q.Index(y) })
	return options
}

func same(a, b guide.Answer) bool {
	return a.Unsure == b.Unsure && a.Value == b.Value && slices.Equal(a.Options, b.Options) && slices.Equal(a.Open, b.Open)
}

// marked answers a touch: with nothing where the page shows it already, or with the page as it is now.
func (a *App) marked(e Event) Page {
	if a.waiting != nil {
		return a.again("waiting")
	}
	a.tellPage()
	before, asked := a.drawn, a.shown
	p := a.show()
	if a.drawn == before && a.agrees(e) {
		return Page{}
	}
	p.Focus, p.Say = control(e.At, e.Value), document.Join(a.message, a.added(asked))
	return p
}

// added announces the questions that a touch has brought up on the page.
func (a *App) added(before []guide.Asked) string {
	var titles []string
	for _, q := range a.shown {
		if !slices.ContainsFunc(before, func(x guide.Asked) bool { return x.ID == q.ID }) {
			titles = append(titles, q.Title)
		}
	}
	if len(titles) == 0 {
		return ""
	}
	return "New on this page: " + strings.Join(titles, " ")
}

// agrees reports whether the controls of the form are as the page would show them.
func (a *App) agrees(e Event) bool {
	for _, q := range a.i.Questions() {
		m, now := marksOf(q, e), a.i.Answers()[q.ID]
		if q.Kind == knowledge.Scale {
			if !same(scaled(q, e.Values[q.ID]), now) && m.unsure == now.Unsure {
				return false
			}
			continue
		}
		for _, o := range q.Shown {
			on := slices.Contains(m.options, o.ID) || o.ID == knowledge.None && m.none
			if on != now.Has(o.ID) || slices.Contains(m.open, o.ID) != slices.Contains(now.Open, o.ID) {
				return false
			}
		}
		if m.unsure != now.Unsure {
			return false
		}
	}
	return true
}
