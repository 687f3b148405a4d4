package line

import (
	"slices"

	"knead/guide"
)

// walk goes through an interview question by question. It remembers which options stood there when a list was answered: an
// answer that was given to a shorter list says nothing of what came after.
type walk struct {
	guide.Interview
	block int // the number of the question that ends the emergency block

	seen    map[string][]string // by question, the options when it was answered
	done    map[string]bool     // the questions of the page that need not be asked (again)
	ahead   string              // the page to go on with, after a question behind it
	kept    map[string]bool     // what was done on that page; nil for one that is new
	message string              // why a question comes up
}

func newWalk(i guide.Interview, block string) *walk {
	w := &walk{Interview: i, seen: map[string][]string{}, block: len(i.Guide().Knowledge().Questions)}
	if at := order(i.Guide(), block); at >= 0 {
		w.block = at
	}
	for _, l := range i.Review() {
		if l.Answer.Given() {
			w.seen[l.ID] = ids(l.Asked)
		}
	}
	w.settle("")
	return w
}

// order is the number of a question in the order of asking; -1 for none.
func order(g *guide.Guide, question string) int {
	return slices.IndexFunc(g.Knowledge().Questions, func(q guide.Question) bool { return q.ID == question })
}

func ids(q guide.Asked) []string {
	out := make([]string, len(q.Shown))
	for i, o := range q.Shown {
		out[i] = o.ID
	}
	return out
}

// current is the question to ask: the first of the page that has not been asked, or whose answer is not complete. It is not
// ok when the page is done.
func (w *walk) current() (guide.Asked, bool) {
	for _, q := range w.Questions() {
		if !w.done[q.ID] || !w.settled(q) {
			return q, true
		}
	}
	return guide.Asked{}, false
}

// answer gives the question its answer, and is done with it.
func (w *walk) answer(q guide.Asked, a guide.Answer) {
	w.Interview = w.Answer(q.ID, a)
	w.seen[q.ID] = ids(q)
	w.done[q.ID] = true
}

// grown reports whether the list holds what was not there when it was answered.
func (w *walk) grown(q guide.Asked) bool {
	return slices.ContainsFunc(q.Shown, func(o *guide.Option) bool { return !slices.Contains(w.seen[q.ID], o.ID) })
}

// complete reports whether a question has an answer that is still offered.
func complete(q guide.Asked, a guide.Answer) bool {
	return a.Unsure || q.Kind == guide.Scale && len(a.Options) > 0 ||
		slices.ContainsFunc(q.Shown, func(o *guide.Option) bool { return a.Has(o.ID) })
}

// settled reports whether a question needs no further look.
func (w *walk) settled(q guide.Asked) bool {
	a := w.Answers()[q.ID]
	return complete(q, a) && (q.Kind != guide.Many || a.Unsure || !w.grown(q))
}

// answered are the questions that apply and have an answer, in order.
func (w *walk) answered() []guide.Line {
	return slices.DeleteFunc(w.Review(), func(l guide.Line) bool { return !l.Answer.Given() })
}

// settle marks what is settled on the page as done, but for one question.
func (w *walk) settle(but string) {
	w.done = map[string]bool{}
	for _, q := range w.Questions() {
		if q.ID != but && w.settled(q) {
			w.done[q.ID] = true
		}
	}
}

// doubt takes back a "none of these" that was said to a shorter list. It reports whether it did.
func (w *walk) doubt(q guide.Asked) bool {
	a := w.Answers()[q.ID]
	if q.Kind != guide.Many || !a.Has(guide.None) || w.seen[q.ID] == nil || !w.grown(q) {
		return false
	}
	w.Interview = w.Answer(q.ID, guide.Answer{Open: a.Open})
	return true
}

// forward leaves a page that is done: to the next one, to a question behind that something new belongs to, to the review, or
// to the stop.
func (w *walk) forward() error {
	next, err := w.Next()
	if err != nil {
		return err
	}
	limit := next.Page()
	if next.Page() == guide.StopPage {
		// An emergency stops at once. What is less than that waits for the emergency block: also for what has only now come up in it.
		q := w.wanting(next, "", w.block)
		if next.Level() == guide.Emergency || q == nil {
			w.Interview, w.ahead, w.done = next, "", nil
			return nil
		}
		if !w.Changing() && w.ahead == "" {
			w.ahead, w.kept = w.Page(), w.done
		}
		w.behind(w.Interview, q)
		return nil
	}
	if w.ahead != "" && slices.Contains(next.Pages(), w.ahead) {
		limit = w.ahead
	}
	if q := w.wanting(next, limit, len(next.Guide().Knowledge().Questions)); q != nil {
		if !w.Changing() && w.ahead == "" {
			w.ahead, w.kept = limit, nil
		}
		w.behind(next, q)
		return nil
	}
	switch {
	case w.ahead != "":
		w.Interview, w.done = next.Toward(limit), w.kept
	case w.Changing():
		w.Interview = onward(next)
		w.settle("")
	default:
		w.Interview, w.done = next, nil
	}
	w.ahead, w.kept = "", nil
	if w.done == nil {
		w.done = map[string]bool{}
	}
	return nil
}

// behind goes to a question that something new has brought up.
func (w *walk) behind(i guide.Interview, q *guide.Question) {
	if w.Changing() {
		w.Interview = i.Change(q.ID)
	} else {
		w.Interview = i.Toward(q.Page())
	}
	w.settle("")
	w.message = "Something you chose brings up this question."
}

// wanting returns the first question before a page, and up to the question of a number, that has no answer or whose list has
// grown.
func (w *walk) wanting(i guide.Interview, limit string, last int) *guide.Question {
	pages := i.Pages()
	end := slices.Index(pages, limit)
	if end < 0 {
		end = len(pages)
	}
	was := w.Interview
	defer func() { w.Interview = was }()
	w.Interview = i
	for _, l := range i.Review() {
		at := slices.Index(pages, l.Page())
		if at >= 0 && at < end && order(i.Guide(), l.ID) <= last && !w.settled(l.Asked) {
			return l.Question
		}
	}
	return nil
}

// onward makes an interview that came from the review an ordinary one when all that follows is still to be asked: then one
// can go back page by page.
func onward(i guide.Interview) guide.Interview {
	if i.Finished() {
		return i
	}
	answers, here := i.Answers(), false
	for _, l := range i.Review() {
		here = here || l.Page() == i.Page()
		if here && l.Page() != i.Page() && answers[l.ID].Given() {
			return i
		}
	}
	if j := i.Guide().Resume(answers); j.Page() == i.Page() {
		return j
	}
	return i
}

// back goes to the question before, on this page or the one before it, or to the review one came from. It reports whether
// there was one.
func (w *walk) back(from string) bool {
	if !w.Changing() {
		if at := slices.IndexFunc(w.Questions(), func(q guide.Asked) bool { return q.ID == from }); at > 0 {
			w.done = first(w.Questions(), at-1)
			return true
		}
	}
	i := w.Back()
	if i.Page() == w.Page() {
		return false
	}
	w.Interview, w.ahead, w.kept = i, "", nil
	w.done = first(i.Questions(), len(i.Questions())-1)
	return true
}

// first names the first n questions.
func first(questions []guide.Asked, n int) map[string]bool {
	out := map[string]bool{}
	for i, q := range questions {
		if i < n {
			out[q.ID] = true
		}
	}
	return out
}

// change goes to a question that was answered: from the review, to come back to it; from another question, to come back to
// that.
func (w *walk) change(question string) {
	q := w.Guide().Question(question)
	switch {
	case w.Finished(), w.Changing():
		w.Interview = w.Change(question)
	case q.Page() != w.Page():
		if w.ahead == "" {
			w.ahead, w.kept = w.Page(), w.done
		}
		w.Interview = w.Toward(q.Page())
	}
	w.settle(question)
}

// confirm ends the review. It goes on to what is still to be asked, or to the stop, or reports that nothing is.
func (w *walk) confirm() bool {
	i := w.Guide().Resume(w.Answers())
	if i.Page() == guide.ReviewPage {
		w.Interview = i
		if q := w.wanting(i, guide.ReviewPage, len(i.Guide().Knowledge().Questions)); q != nil {
			w.change(q.ID)
			w.message = "A question is still to be answered."
			return false
		}
		return true
	}
	w.Interview = i
	w.settle("")
	if i.Page() != guide.StopPage {
		w.message = "A few questions are still to be asked."
	}
	return false
}
