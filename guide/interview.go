package guide

import (
	"errors"
	"slices"
)

// Interview is one walk through the questions: what was said so far, and the page one is on. It is an immutable value:
// every step returns a new one, and an old one stays good (that is how going back can lose nothing).
type Interview struct {
	g       *Guide
	answers Answers
	page    string // the screen one is on; review or stopped have names of their own
	change  bool   // one came from the review, and goes back there
}

// The pages that are no questions.
const (
	ReviewPage = "review"  // everything was asked; change anything
	StopPage   = "stopped" // a warning ended the questions early
)

// ErrUnanswered says that a page cannot be left forwards: something on it has no answer yet.
var ErrUnanswered = errors.New("unanswered")

// Start begins an interview on the first page.
func (g *Guide) Start() Interview {
	i := Interview{g: g, answers: Answers{}}
	i.page = i.Pages()[0]
	return i
}

// Resume begins with answers given earlier, on the first page that still wants one, or on the review.
func (g *Guide) Resume(a Answers) Interview {
	i := Interview{g: g, answers: a}
	for _, p := range i.Pages() {
		i.page = p
		if i.stops(p) {
			i.page = StopPage
			return i
		}
		if i.Missing() != nil {
			return i
		}
	}
	i.page = i.end()
	return i
}

// Guide returns the guide that asks.
func (i Interview) Guide() *Guide { return i.g }

// Answers returns what was said so far.
func (i Interview) Answers() Answers { return i.answers }

// Page names the page one is on: a screen, ReviewPage or StopPage.
func (i Interview) Page() string { return i.page }

// Finished reports whether there is nothing more to ask: on the review, or stopped by a warning.
func (i Interview) Finished() bool { return i.page == ReviewPage || i.page == StopPage }

// Pages lists the screens that this person is asked, as far as is known now. Answers may add and remove later ones.
func (i Interview) Pages() []string {
	s := i.g.evaluate(i.answers)
	var pages []string
	for qi := range i.g.questions {
		if p := i.g.k.Questions[qi].Page(); s.applies[qi] == Yes && !slices.Contains(pages, p) {
			pages = append(pages, p)
		}
	}
	return pages
}

// Asked is a question as it is put to this person: only the options that apply.
type Asked struct {
	*Question
	Shown []*Option
}

// Questions lists what the current page asks, in order. A question may appear or go as others on the page are answered.
func (i Interview) Questions() []Asked {
	s := i.g.evaluate(i.answers)
	var out []Asked
	for qi := range i.g.questions {
		q := &i.g.k.Questions[qi]
		if q.Page() != i.page || s.applies[qi] != Yes {
			continue
		}
		out = append(out, s.asked(qi))
	}
	return out
}

func (s *state) asked(qi int) Asked {
	q := &s.g.k.Questions[qi]
	a := Asked{Question: q}
	for oi := range q.Options {
		if s.holds(s.g.questions[qi].options[oi].show) != No {
			a.Shown = append(a.Shown, &q.Options[oi])
		}
	}
	return a
}

// Answer gives (or, with the zero Answer, takes back) an answer on the current page. Nothing else moves.
func (i Interview) Answer(question string, a Answer) Interview {
	i.answers = i.answers.With(question, a)
	return i
}

// Missing returns the first question of the page without a full answer, or nil.
func (i Interview) Missing() *Question {
	for _, q := range i.Questions() {
		a := i.answers[q.ID]
		if len(a.Options) == 0 && !a.Unsure { // open options alone leave the others unanswered
			return q.Question
		}
		if q.Kind == One && len(a.Options) > 0 && !slices.ContainsFunc(q.Shown, func(o *Option) bool { return a.Has(o.ID) }) {
			return q.Question // the option chosen earlier is not offered any more
		}
	}
	return nil
}

// Next goes to the next page that applies, to the review, or, when a warning holds, to the stop. It returns ErrUnanswered
// and stays when something on the page has no answer: nothing is ever answered by going on.
func (i Interview) Next() (Interview, error) {
	if i.Finished() {
		return i, nil
	}
	if i.Missing() != nil {
		return i, ErrUnanswered
	}
	here := i.g.pageIndex(i.page)
	for _, p := range i.Pages() {
		if i.g.pageIndex(p) <= here {
			continue
		}
		if i.stops(p) {
			i.page, i.change = StopPage, false
			return i, nil
		}
		i.page = p
		if !i.change || i.Missing() != nil {
			return i, nil
		}
	}
	i.page, i.change = i.end(), false
	return i, nil
}

// end is where the questions end: the review, or the stop.
func (i Interview) end() string {
	if i.Level().Stops() {
		return StopPage
	}
	return ReviewPage
}

// stops reports whether a warning ends the questions before the page. An emergency always does. An urgent one waits for
// the end of the emergency block, so that it never hides an emergency.
func (i Interview) stops(page string) bool {
	switch level := i.Level(); level {
	case Emergency:
		return true
	case Urgent:
		return i.g.pageIndex(page) > i.g.questions[i.g.block].page
	}
	return false
}

// Level is the triage level of what certainly holds so far. What is still to be asked does not count.
func (i Interview) Level() Level {
	s := i.g.evaluate(i.answers)
	level := SelfCare
	for f, w := range i.g.flags {
		if l := i.g.k.RedFlags[f].Level; l > level && s.holds(w) == Yes {
			level = l
		}
	}
	return level
}

// Back goes to the page before, keeping every answer. On the first page it stays.
func (i Interview) Back() Interview {
	pages := i.Pages()
	at := len(pages)
	switch here := i.g.pageIndex(i.page); {
	case i.change:
		i.page, i.change = i.end(), false
		return i
	case i.page == StopPage: // the last page that was answered
		for at > 0 && !i.answered(pages[at-1]) {
			at--
		}
	case i.page != ReviewPage:
		for at > 0 && i.g.pageIndex(pages[at-1]) >= here {
			at--
		}
	}
	if at > 0 {
		i.page = pages[at-1]
	}
	return i
}

func (i Interview) answered(page string) bool {
	i.page = page
	return i.Missing() == nil
}

// Change goes to the page of a question, to come back to the review with Next. Pages that the change brings up are asked
// on the way. An unknown question changes nothing.
func (i Interview) Change(question string) Interview {
	if q := i.g.Question(question); q != nil {
		i.page, i.change = q.Page(), true
	}
	return i
}

// Toward goes page by page, back or forth, until it is on the page, or cannot go on: something on the way has no answer, or
// a warning stops it. No answer changes.
func (i Interview) Toward(page string) Interview {
	index := func(i Interview, page string) int {
		pages := i.Pages()
		if at := slices.Index(pages, page); at >= 0 {
			return at
		}
		return len(pages)
	}
	for range 2 * len(i.g.questions) {
		at, want := index(i, i.page), index(i, page)
		switch {
		case at == want || i.page == StopPage:
			return i
		case at > want:
			i = i.Back()
		default:
			next, err := i.Next()
			if err != nil {
				return i
			}
			i = next
		}
	}
	return i
}

// Changing reports whether one came from the review to change an answer.
func (i Interview) Changing() bool { return i.change }

// Progress tells which page of how many one is on, counted from 1, the review among them. The number may change as
// answers bring up further pages.
func (i Interview) Progress() (page, of int) {
	pages := i.Pages()
	if at := slices.Index(pages, i.page); at >= 0 {
		return at + 1, len(pages) + 1
	}
	return len(pages) + 1, len(pages) + 1
}

// Stage returns the number of the stage one is on; the number of stages, when all is asked.
func (i Interview) Stage() int {
	for _, q := range i.Questions() {
		return slices.IndexFunc(i.g.k.Stages, func(s Stage) bool { return s.ID == q.Stage })
	}
	return len(i.g.k.Stages)
}

// Line is one question and its answer, for the review.
type Line struct {
	Asked
	Answer Answer
}

// Review lists every question that applies, with its answer, in the order of asking.
func (i Interview) Review() []Line {
	s := i.g.evaluate(i.answers)
	var lines []Line
	for qi := range i.g.questions {
		if s.applies[qi] == Yes {
			q := s.asked(qi)
			lines = append(lines, Line{q, i.answers[q.ID]})
		}
	}
	return lines
}

func (g *Guide) pageIndex(page string) int {
	for qi := range g.k.Questions {
		if g.k.Questions[qi].Page() == page {
			return g.questions[qi].page
		}
	}
	return len(g.questions) + 1
}
