package line

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// walk goes through an interview question by question: the interview says which page comes next, the walk which of its
// questions need not be asked (again).
type walk struct {
	guide.Interview
	done    map[string]bool
	left    *place // where one was when one went to change an earlier answer
	message string // why a question comes up
}

// place is a page, and what was done on it.
type place struct {
	page string
	done map[string]bool
}

func newWalk(i guide.Interview) *walk {
	w := &walk{Interview: i}
	w.settle("")
	return w
}

// order is the number of a question in the order of asking; -1 for none.
func order(g *guide.Guide, question string) int {
	return slices.IndexFunc(g.Knowledge().Questions, func(q knowledge.Question) bool { return q.ID == question })
}

// current is the question to ask: the first of the page that has not been asked, or that wants an answer or another look. It
// is not ok when the page is done.
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
	w.done[q.ID] = true
}

// settled reports whether a question needs no further look.
func (w *walk) settled(q guide.Asked) bool {
	if q.Gone {
		return true
	}
	a := w.Answers()[q.ID]
	return q.Answered(a) && (a.Unsure || !w.Grown(q))
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

// forward leaves a page that is done.
func (w *walk) forward() error {
	next, err := w.Next()
	if err != nil {
		return err
	}
	changing := w.Changing()
	w.Interview = next
	switch {
	case w.left != nil && w.left.page == next.Page():
		w.done, w.left = w.left.done, nil
	case next.Passing():
		w.settle("")
		w.message = "One of your answers added this question."
	case changing:
		w.settle("")
	default:
		w.done = map[string]bool{}
	}
	return nil
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
	w.Interview, w.left = i, nil
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
	was := place{w.Page(), w.done}
	w.Interview = w.Change(question)
	if w.left == nil && w.Passing() && !w.Changing() {
		w.left = &was
	}
	w.settle(question)
}

// confirm ends the review. It goes on to what is still to be asked, or to the stop, or reports that nothing is.
func (w *walk) confirm() bool {
	w.Interview, w.left = w.Confirm(), nil
	if w.Page() == guide.ReviewPage {
		return true
	}
	w.settle("")
	if w.Page() != guide.StopPage {
		w.message = "One question still needs an answer."
	}
	return false
}
