package guide

import (
	"errors"
	"slices"

	"knead/guide/knowledge"
)

// Interview is one walk through the questions: what was said so far, and the page one is on. It is an immutable value:
// every step returns a new one, and an old one stays good (that is how going back can lose nothing).
type Interview struct {
	g       *Guide
	said    Answers // all that was said
	answers Answers // what counts of it: no "none of these" to a list that has grown since
	state   *state  // what the answers make of every fact, evaluated once for each answer; only read, since interviews share it
	seen    seen
	page    string // the screen one is on; review or stopped have names of their own
	held    held   // what was taken back on this page, and goes when the page is left
	change  bool   // one came from the review, and goes back there
	ahead   string // the page to return to after an earlier one; "" for the next
}

// The pages that have no questions.
const (
	ReviewPage = "review"  // everything was asked; change anything
	StopPage   = "stopped" // a warning ended the questions early
)

// ErrUnanswered reports that a page cannot be completed because something on it is unanswered.
var ErrUnanswered = errors.New("unanswered")

// Start begins an interview on the first page.
func (g *Guide) Start() Interview {
	s := g.evaluate(Answers{})
	i := Interview{g: g, said: s.answers, answers: s.answers, state: &s}
	i.page = i.Pages()[0]
	return i
}

// Resume begins with answers given earlier, on the first page that still wants one, or on the review. They are taken to have
// been given to the options that are offered now.
func (g *Guide) Resume(a Answers) Interview { return g.with(a).Ahead() }

// Ahead goes on where the questions were left: on the first page that still wants an answer, or at their end. From there
// every further page is asked, answered or not.
func (i Interview) Ahead() Interview {
	i = i.Confirm()
	i.change = false
	return i
}

// At is an interview with these answers on a page, whether or not it would lead there.
func (g *Guide) At(a Answers, page string) Interview { return g.with(a).on(page) }

// with is an interview on no page yet.
func (g *Guide) with(a Answers) Interview {
	s := g.evaluate(a)
	i := Interview{g: g, said: a, answers: a, state: &s}
	for _, l := range i.Review() {
		if l.Answer.Given() {
			i.seen = i.seen.with(l.Asked)
		}
	}
	return i
}

// Guide returns the guide that asks.
func (i Interview) Guide() *Guide { return i.g }

// Answers returns what was said so far, as far as it counts.
func (i Interview) Answers() Answers { return i.answers }

// Page names the page one is on: a screen, ReviewPage or StopPage.
func (i Interview) Page() string { return i.page }

// Finished reports whether there is nothing more to ask: on the review, or stopped by a warning.
func (i Interview) Finished() bool { return i.page == ReviewPage || i.page == StopPage }

// Pages lists the screens that this person is asked, as far as is known now. Answers may add and remove later ones.
func (i Interview) Pages() []string {
	var pages []string
	for qi := range i.g.questions {
		if p := i.g.k.Questions[qi].Page(); i.state.applies[qi] == Yes && !slices.Contains(pages, p) {
			pages = append(pages, p)
		}
	}
	return pages
}

// Asked is a question as it is put to this person: only the options that apply, and those that were chosen and warn of
// something.
type Asked struct {
	*knowledge.Question
	Shown []*knowledge.Option
	Kept  []*knowledge.Option // those of Shown that would not be there, had they not been chosen
	Only  bool                // the question would not be there without them
	Gone  bool                // it was there because of them, all are taken back, and it goes when the page is left
}

// Questions lists what the current page asks, in order. A question may appear or go as others on the page are answered.
func (i Interview) Questions() []Asked {
	s := i.state
	var out []Asked
	for qi := range i.g.questions {
		q := &i.g.k.Questions[qi]
		if options, held := i.held[q.ID]; q.Page() == i.page && (s.applies[qi] == Yes || held) {
			out = append(out, s.asked(qi).holding(options, s.applies[qi] != Yes))
		}
	}
	return out
}

func (s *state) asked(qi int) Asked {
	q, c := &s.g.k.Questions[qi], &s.g.questions[qi]
	a := Asked{Question: q}
	for oi := range q.Options {
		kept := slices.Contains(s.unasked, c.first+oi)
		if kept {
			a.Kept = append(a.Kept, &q.Options[oi])
		}
		if kept || s.holds(c.options[oi].show) != No {
			a.Shown = append(a.Shown, &q.Options[oi])
		}
	}
	a.Only = len(a.Kept) > 0 && s.holds(c.ask) == No
	return a
}

// Answer gives (or, with the zero Answer, takes back) an answer, to the options that are offered now. Nothing else moves. Where
// it makes another list longer, the "none of these" that was said to that does not count until the list is as it was.
func (i Interview) Answer(question string, a Answer) Interview {
	qi, ok := i.g.byID[question]
	if !ok {
		return i
	}
	before := i.questionOf(qi)
	i.said = i.said.With(question, a)
	s := i.g.evaluate(i.said)
	if a.Given() {
		i.seen = i.seen.with(s.asked(qi))
	}
	i = i.counting(&s)
	if before != nil {
		i.held = i.held.with(*before, i.state.applies[qi] == Yes)
	}
	return i
}

// questionOf returns the question as shown on the page, or nil. It includes a question that is asked of everybody, which cannot
// disappear.
func (i Interview) questionOf(qi int) *Asked {
	if !i.g.questions[qi].gated || i.g.k.Questions[qi].Page() != i.page {
		return nil
	}
	for _, q := range i.Questions() {
		if q.ID == i.g.k.Questions[qi].ID {
			return &q
		}
	}
	return nil
}

// Missing returns the first question of the page without a full answer, or nil.
func (i Interview) Missing() *knowledge.Question {
	for _, q := range i.Questions() {
		if !q.Gone && !q.Answered(i.answers[q.ID]) {
			return q.Question
		}
	}
	return nil
}

// Next leaves the page: to the next one; to one behind that something new belongs to, and back again; to the review; or, when
// a warning holds, to the stop. Coming from the review, or from a page behind, it passes over what wants nothing. It returns
// ErrUnanswered and stays when something on the page has no answer: nothing is ever answered by going on.
func (i Interview) Next() (Interview, error) {
	if i.Finished() {
		return i, nil
	}
	if i.Missing() != nil {
		return i, ErrUnanswered
	}
	i.seen = i.seen.with(i.Questions()...)
	pages, wants := i.pending()
	after, follows := len(pages), ReviewPage
	if at := slices.IndexFunc(pages, func(p string) bool { return i.g.pageIndex(p) > i.g.pageIndex(i.page) }); at >= 0 {
		after, follows = at, pages[at]
	}
	for _, p := range pages[:after] {
		if !wants[p] {
			continue
		}
		if !i.change && i.ahead == "" {
			i.ahead = follows
		}
		return i.on(p), nil
	}
	for _, p := range pages[after:] {
		if p == i.ahead {
			i.ahead = ""
		}
		if i.Passing() && !wants[p] {
			continue
		}
		i = i.on(p)
		i.change = i.change && i.anythingAfter()
		return i, nil
	}
	return i.end(), nil
}

// Confirm ends the review: it goes on to the first page that wants something, or to the stop, or to the review when nothing
// does.
func (i Interview) Confirm() Interview {
	pages, wants := i.pending()
	for _, p := range pages {
		if wants[p] {
			i = i.on(p)
			i.change, i.ahead = i.anythingAfter(), ""
			return i
		}
	}
	return i.end()
}

// pending lists the pages that are to be gone through before the end, and those of them that want an answer, or another look.
// Of an emergency there are none: it ends the questions at once. An urgent warning waits for the end of the emergency block,
// so that it never hides an emergency.
func (i Interview) pending() (pages []string, wants map[string]bool) {
	level := i.Level()
	if level == knowledge.Emergency {
		return nil, nil
	}
	wants = map[string]bool{}
	for _, l := range i.Review() {
		if level == knowledge.Urgent && i.g.pageIndex(l.Page()) > i.g.questions[i.g.block].page {
			break
		}
		if !slices.Contains(pages, l.Page()) {
			pages = append(pages, l.Page())
		}
		if !l.Answered(l.Answer) || !l.Answer.Unsure && i.seen.grown(l.Asked) {
			wants[l.Page()] = true
		}
	}
	return pages, wants
}

// Screens reports whether a question is asked before the emergency block ends: it may bring up a warning.
func (g *Guide) Screens(question string) bool {
	qi, ok := g.byID[question]
	return ok && qi <= g.block
}

// anythingAfter reports whether something was answered behind the page: else one need not go back to the review from here.
func (i Interview) anythingAfter() bool {
	here := i.g.pageIndex(i.page)
	return slices.ContainsFunc(i.Review(), func(l Line) bool { return i.g.pageIndex(l.Page()) > here && l.Answer.Given() })
}

// on is the same interview on a page.
func (i Interview) on(page string) Interview {
	if i.page != page {
		i.held = nil
	}
	i.page = page
	return i
}

// end is where the questions end: the review, or the stop.
func (i Interview) end() Interview {
	i.page, i.held, i.change, i.ahead = ReviewPage, nil, false, ""
	if i.Level().Stops() {
		i.page = StopPage
	}
	return i
}

// Assess concludes what follows from the answers so far, as [Guide.Assess] does.
func (i Interview) Assess() Assessment {
	s := *i.state // assessing writes to scratch space
	return s.assess()
}

// Unasked lists the answers that count although their question or option is not put to this person.
func (i Interview) Unasked() []Said { return i.state.unaskedWarnings() }

// Level is the triage level of what certainly holds so far. What is still to be asked does not count.
func (i Interview) Level() knowledge.Level {
	level := knowledge.SelfCare
	for f, w := range i.g.flags {
		if l := i.g.k.RedFlags[f].Level; l > level && i.state.holds(w) == Yes {
			level = l
		}
	}
	return level
}

// Back goes to the page before, or to the review one came from, keeping every answer. On the first page it stays.
func (i Interview) Back() Interview {
	if i.change {
		return i.end()
	}
	pages := i.Pages()
	at := len(pages)
	switch here := i.g.pageIndex(i.page); i.page {
	case StopPage: // the last page that was answered
		for at > 0 && i.on(pages[at-1]).Missing() != nil {
			at--
		}
	case ReviewPage:
	default:
		for at > 0 && i.g.pageIndex(pages[at-1]) >= here {
			at--
		}
	}
	i.ahead = ""
	if at == 0 {
		return i
	}
	return i.on(pages[at-1])
}

// Change goes to the page of a question. From the review, Next comes back to it; from another page, to that. An unknown
// question changes nothing.
func (i Interview) Change(question string) Interview {
	q := i.g.Question(question)
	switch {
	case q == nil:
		return i
	case i.Finished():
		i.change = true
	case !i.change && i.ahead == "" && q.Page() != i.page:
		i.ahead = i.page
	}
	return i.on(q.Page())
}

// Changing reports whether one came from the review to change an answer, and goes back there.
func (i Interview) Changing() bool { return i.change }

// Passing reports whether Next passes over pages that want nothing, on the way back to the review or to where one was.
func (i Interview) Passing() bool { return i.change || i.ahead != "" }

// Progress returns the number of the current page, counted from 1, and the number of pages, including the review. The total may
// change as answers bring up further pages.
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
		return slices.IndexFunc(i.g.k.Stages, func(s knowledge.Stage) bool { return s.ID == q.Stage })
	}
	return len(i.g.k.Stages)
}

// Line is one question and its answer, for the review.
type Line struct {
	Asked
	Answer Answer
}

// Given lists the questions that apply and have an answer, in the order of asking.
func (i Interview) Given() []Line {
	return slices.DeleteFunc(i.Review(), func(l Line) bool { return !l.Answer.Given() })
}

// Review lists every question that applies, with its answer, in the order of asking.
func (i Interview) Review() []Line {
	var lines []Line
	for qi := range i.g.questions {
		if i.state.applies[qi] == Yes {
			q := i.state.asked(qi)
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
