package audit

import (
	"context"
	"fmt"
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/rules"
)

// questions brings up every question and every option that is ever offered by a walk from the start, and answers each question with "not sure"
// and with "none of these" there.
func (a *audit) questions(ctx context.Context, p *phase) {
	type target struct{ question, option int }
	var targets []target
	for qi := range a.g.Questions {
		targets = append(targets, target{qi, -1})
		for oi, o := range a.g.k.Questions[qi].Options {
			if !o.Hidden { // the history phase looks for answers that bring it about
				targets = append(targets, target{qi, oi})
			}
		}
	}
	reached := newTally(int64(len(targets)))
	p.each(ctx, len(targets), func(w *worker, unit int) {
		q := &a.g.k.Questions[targets[unit].question]
		w.counts[9]++
		if i, ok := w.reach(targets[unit].question, targets[unit].option); ok {
			reached.add(1)
			if targets[unit].option < 0 {
				w.answerable(i, q)
			}
		} else if oi := targets[unit].option; oi >= 0 {
			w.reportProblem(9, fmt.Sprintf("%s/%s is never offered: no walk brings it up", q.ID, q.Options[oi].ID))
		} else {
			w.reportProblem(9, q.ID+" is never asked: no walk brings it up")
		}
		p.tell(p.done.Add(1), int64(len(targets)))
	})
	p.cover("questions and options, brought up by a walk", reached.done.Load(), reached.total)
	w := a.worker()
	defer w.settle()
	w.counts[5]++
	if i := w.try.start(); len(i.Answers()) > 0 || i.Finished() {
		w.report(5, "start", func([]guide.Answers) string { return "an interview begins with answers" }, i.Answers())
	}
	w.walk(w.try.start(), func(guide.Asked) guide.Answer { return guide.Answer{Unsure: true} })
}

// reach walks to where a question, or one of its options, is offered. It tries several ways to answer what comes before.
func (w *worker) reach(qi, oi int) (found guide.Interview, ok bool) {
	tries := 0
	arrive := func(a guide.Answers) bool {
		if tries++; tries > 40 {
			return true // give up
		}
		found, ok = w.walkTo(qi, oi, a)
		return ok
	}
	rules.NewSolver(w.g.Program, w.g.signs, maxSteps).Asked(qi, oi, func(choices []rules.Choice) bool {
		return arrive(w.space.answers(w.g, choices))
	})
	return found, ok
}

// walkTo walks with answers until a question is asked and offers an option.
func (w *worker) walkTo(qi, oi int, a guide.Answers) (guide.Interview, bool) {
	q := &w.g.k.Questions[qi]
	i := w.try.start()
	for range maxPages {
		if i.Page() == q.Page() {
			for _, asked := range i.Questions() {
				if asked.ID == q.ID {
					return i, oi < 0 || slices.Contains(asked.Shown, &q.Options[oi])
				}
				if _, given := i.Answers()[asked.ID]; !given {
					i = w.try.answer(i, asked.ID, answered(asked, a[asked.ID]))
				}
			}
			// A question further up on the page may have brought it up.
			for _, asked := range i.Questions() {
				if asked.ID == q.ID {
					return i, oi < 0 || slices.Contains(asked.Shown, &q.Options[oi])
				}
			}
			return i, false
		}
		for range 50 {
			asked := w.missing(i)
			if asked == nil {
				break
			}
			i = w.try.answer(i, asked.ID, answered(*asked, a[asked.ID]))
		}
		on, err := w.try.next(i)
		if err != nil || i.Finished() {
			return i, false
		}
		i = on
	}
	return i, false
}

// answerable checks that a question that is asked can be answered with "not sure" and "none of these", left, and gone back
// from with nothing lost.
func (w *worker) answerable(i guide.Interview, q *knowledge.Question) {
	ways := []guide.Answer{{Unsure: true}}
	if q.Kind == knowledge.Many {
		if q.Option(knowledge.None) == nil {
			w.reportProblem(9, q.ID+" has no option none: a list must have a way to say that nothing fits")
		} else {
			ways = append(ways, guide.Answer{Options: []string{knowledge.None}})
		}
	}
	for _, way := range ways {
		w.counts[9]++
		j := w.try.answer(i, q.ID, way)
		for range 50 { // until nothing else on the page is open
			asked := w.missing(j)
			if asked == nil {
				break
			}
			if asked.ID == q.ID {
				w.reportProblem(9, fmt.Sprintf("%s cannot be answered with %v", q.ID, w.g.Lines(guide.Answers{q.ID: way})))
				return
			}
			j = w.try.answer(j, asked.ID, guide.Answer{Unsure: true})
		}
		w.walk(j, func(guide.Asked) guide.Answer { return guide.Answer{Unsure: true} })
	}
}
