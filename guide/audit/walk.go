package audit

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// maxPages bounds a walk: nobody is asked so many, so a walk that gets there goes in circles.
const maxPages = 200

// walk answers page by page as pick decides, from the interview's current page to its end, and checks every step: that nothing
// moves without an answer (5), that every page can be left and gone back from (9), and that danger ends the questions (1). It
// reports a problem with the answers so far.
func (w *worker) walk(i guide.Interview, pick func(guide.Asked) guide.Answer) guide.Interview {
	for range maxPages {
		if i.Finished() {
			return i
		}
		w.holdsStill(i)
		for range 50 {
			q := w.missing(i)
			if q == nil {
				break
			}
			i = w.try.answer(i, q.ID, pick(*q))
		}
		on, err := w.try.next(i)
		w.counts[9] += 2
		if err != nil {
			w.report(9, "stuck on "+i.Page(), w.stuck(i.Page()), i.Answers())
			return i
		}
		if back := w.try.back(on); back.Page() != i.Page() || !sameAnswers(back.Answers(), i.Answers()) {
			w.report(9, "back from "+on.Page(), w.lostGoingBack(i.Page()), i.Answers())
		}
		w.counts[1]++
		if level := w.ref.certain(i.Answers()); !on.Finished() && level == knowledge.Emergency {
			w.report(1, "emergency after "+i.Page(), w.goesOn(i.Page()), i.Answers())
		}
		i = on
	}
	w.reportProblem(9, fmt.Sprintf("a walk goes in circles: after %d pages it is on %s", maxPages, i.Page()))
	return i
}

// missing is the first question of the page that wants an answer.
func (w *worker) missing(i guide.Interview) *guide.Asked {
	q := i.Missing()
	if q == nil {
		return nil
	}
	for _, asked := range i.Questions() {
		if asked.ID == q.ID {
			return &asked
		}
	}
	return nil
}

// certain is the level of the red flags that certainly hold.
func (b *reference) certain(a guide.Answers) knowledge.Level {
	r, level := b.evaluate(a), knowledge.SelfCare
	for i := range b.k.RedFlags {
		if f := &b.k.RedFlags[i]; f.Level > level && r.holds(f.When) == guide.Yes {
			level = f.Level
		}
	}
	return level
}

// holdsStill checks that a page that is not fully answered stays: Next is refused and changes nothing, and an option left open
// does not answer the rest.
func (w *worker) holdsStill(i guide.Interview) {
	q := w.missing(i)
	if q == nil {
		return
	}
	w.counts[5]++
	page := i.Page()
	if w.slips(i) {
		w.report(5, "leaves "+page, func(sets []guide.Answers) string {
			if j := w.at(page, sets[0]); j.Missing() != nil && w.slips(j) {
				return fmt.Sprintf("going on from %s changes something, although %s has no answer", page, j.Missing().ID)
			}
			return ""
		}, i.Answers())
	}
	if q.Kind == knowledge.Many && q.Shown[0].ID != knowledge.None && len(q.Shown) > 2 {
		w.counts[5]++
		half := w.try.answer(i, q.ID, guide.Answer{Open: []string{q.Shown[0].ID}})
		if _, err := w.try.next(half); !errors.Is(err, guide.ErrUnanswered) {
			w.report(5, "half an answer "+q.ID, func(sets []guide.Answers) string {
				if _, err := w.try.next(w.at(page, sets[0])); errors.Is(err, guide.ErrUnanswered) || len(sets[0][q.ID].Options) > 0 || sets[0][q.ID].Unsure {
					return ""
				}
				return fmt.Sprintf("going on from %s answers %s", page, q.ID)
			}, half.Answers())
		}
	}
}

// slips reports whether going on from a page that is not answered moves or says anything.
func (w *worker) slips(i guide.Interview) bool {
	on, err := w.try.next(i)
	return !errors.Is(err, guide.ErrUnanswered) || on.Page() != i.Page() || !sameAnswers(on.Answers(), i.Answers())
}

// at is an interview on a page with these answers.
func (w *worker) at(page string, a guide.Answers) guide.Interview {
	return w.g.At(a, page)
}

func (w *worker) stuck(page string) func([]guide.Answers) string {
	return func(sets []guide.Answers) string {
		if _, err := w.try.next(w.at(page, sets[0])); err != nil && w.at(page, sets[0]).Missing() == nil {
			return fmt.Sprintf("%s is answered, and cannot be left: %v", page, err)
		}
		return ""
	}
}

func (w *worker) lostGoingBack(page string) func([]guide.Answers) string {
	return func(sets []guide.Answers) string {
		i := w.at(page, sets[0])
		if i.Missing() != nil || !slices.Contains(i.Pages(), page) {
			return ""
		}
		on, err := w.try.next(i)
		if err != nil {
			return ""
		}
		back := w.try.back(on)
		switch {
		case back.Page() != page:
			return fmt.Sprintf("going back from %s leads to %s, not to %s", on.Page(), back.Page(), page)
		case !sameAnswers(back.Answers(), i.Answers()):
			return "going back to " + page + " changes an answer"
		}
		return ""
	}
}

func (w *worker) goesOn(page string) func([]guide.Answers) string {
	return func(sets []guide.Answers) string {
		i := w.at(page, sets[0])
		if i.Missing() != nil || w.ref.certain(sets[0]) != knowledge.Emergency {
			return ""
		}
		if on, err := w.try.next(i); err == nil && !on.Finished() {
			return fmt.Sprintf("an emergency is certain on %s, and %s is asked next", page, on.Page())
		}
		return ""
	}
}

func sameAnswers(a, b guide.Answers) bool {
	if len(a) != len(b) {
		return false
	}
	for id, x := range a {
		y, ok := b[id]
		if !ok || !same(x, y) {
			return false
		}
	}
	return true
}

// stopsInTime walks with these answers and checks the end: a stop from urgent on, before the end of the emergency block
// when it is an emergency that those pages ask for; otherwise the review.
func (w *worker) stopsInTime(subject string, a guide.Answers) {
	w.counts[1]++
	if w.endsWrong(sets(w.walkAs(a).Answers())) != "" {
		w.report(1, "end "+subject, w.endsWrong, w.walkAs(a).Answers())
	}
}

// walkAs walks from the start and answers as the answers do.
func (w *worker) walkAs(a guide.Answers) guide.Interview {
	return w.walk(w.try.start(), func(q guide.Asked) guide.Answer { return answered(q, a[q.ID]) })
}

// endsWrong walks with answers and holds the end against the assessment.
func (w *worker) endsWrong(sets []guide.Answers) string {
	i := w.walkAs(sets[0])
	x := w.assess(i.Answers())
	if i.Finished() && x.Level.Stops() != (i.Page() == guide.StopPage) {
		return fmt.Sprintf("the level is %s, and the questions end on %s", x.Level, i.Page())
	}
	return ""
}

// answered is an answer, as far as it can be given to what is asked: with options that are offered only; otherwise "not sure".
func answered(q guide.Asked, a guide.Answer) guide.Answer {
	is := func(id string) bool {
		return !slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return o.ID == id })
	}
	options := slices.DeleteFunc(slices.Clone(a.Options), is)
	switch {
	case a.Unsure:
		return guide.Answer{Unsure: true}
	case len(options) > 0:
		return guide.Answer{Options: options, Value: a.Value, Open: slices.DeleteFunc(slices.Clone(a.Open), is)}
	case len(a.Options) > 0 && q.Option(knowledge.None) != nil:
		return guide.Answer{Options: []string{knowledge.None}, Open: slices.DeleteFunc(slices.Clone(a.Open), is)}
	}
	return guide.Answer{Unsure: true}
}

// pickAny answers like an arbitrary person: mostly calmly, now and then with signs, "not sure", or an option left open.
func pickAny(r *rand.Rand) func(guide.Asked) guide.Answer {
	return func(q guide.Asked) guide.Answer {
		if r.IntN(12) == 0 || len(q.Shown) == 0 {
			return guide.Answer{Unsure: true}
		}
		if q.Kind != knowledge.Many {
			o := q.Shown[r.IntN(len(q.Shown))]
			return guide.Answer{Options: []string{o.ID}, Value: o.From}
		}
		var a guide.Answer
		if r.IntN(3) > 0 {
			few := 1 + r.IntN(len(q.Shown))
			for _, o := range q.Shown {
				switch n := r.IntN(3 * few); {
				case o.ID == knowledge.None:
				case n < 2:
					a.Options = append(a.Options, o.ID)
				case n == 2 && r.IntN(3) == 0:
					a.Open = append(a.Open, o.ID)
				}
			}
		}
		if len(a.Options) == 0 {
			if q.Option(knowledge.None) == nil {
				return guide.Answer{Options: []string{q.Shown[0].ID}}
			}
			a.Options = []string{knowledge.None}
		}
		return a
	}
}
