package audit

import (
	"context"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// How many samples are taken, and how many more for every second of the budget.
const (
	explainedBase, explainedPerSecond = 2000, 300
	walkedBase, walkedPerSecond       = 300, 40
	blocksBase, blocksPerSecond       = 10, 4 // of 64 sets of answers each
)

// samples draws random answers: any at all, explained and compared; walks, whose answers are then given in other orders and
// ways; and blocks of 64 in which every answer is replaced by every other.
func (a *audit) samples(ctx context.Context, p *phase) {
	explained := a.samplesOf(explainedBase, explainedPerSecond)
	walked := a.samplesOf(walkedBase, walkedPerSecond)
	blocks := a.samplesOf(blocksBase, blocksPerSecond)
	total := int64(explained + walked + blocks)
	step := func(n *tally) {
		n.add(1)
		p.tell(p.done.Add(1), total)
	}
	ex, wa, bl := newTally(int64(explained)), newTally(int64(walked)), newTally(int64(blocks))
	p.each(ctx, explained, func(w *worker, unit int) {
		r := random(a.o.Seed, uint64(unit)<<2)
		w.explain(anyAnswers(w.g.k, r), "sample")
		step(ex)
	})
	p.each(ctx, walked, func(w *worker, unit int) {
		r := random(a.o.Seed, uint64(unit)<<2|1)
		w.orders(w.walk(w.try.start(), pickAny(r)), r)
		step(wa)
	})
	p.each(ctx, blocks, func(w *worker, unit int) {
		w.neighbours(random(a.o.Seed, uint64(unit)<<2|2))
		step(bl)
	})
	p.cover("random answers, explained and compared", ex.done.Load(), ex.total)
	p.cover("walks, each answered in other orders and ways", wa.done.Load(), wa.total)
	p.cover("blocks of 64, each answer replaced by every other", bl.done.Load(), bl.total)
}

// anyAnswers makes up answers of every sort, whether or not their questions apply: chosen, none, unsure, left open, missing.
func anyAnswers(k *knowledge.Base, r *rand.Rand) guide.Answers {
	a := guide.Answers{}
	pick, silence := pickAny(r), r.IntN(6)
	for qi := range k.Questions {
		if r.IntN(10) < silence {
			continue
		}
		q := guide.Asked{Question: &k.Questions[qi]}
		for oi := range q.Options {
			q.Shown = append(q.Shown, &q.Options[oi])
		}
		x := pick(q)
		if q.Kind == knowledge.Many && r.IntN(20) == 0 && !x.Unsure {
			x.Open, x.Options = append(x.Open, q.Options[0].ID), nil
		}
		if len(x.Options) > 0 && !x.Has(knowledge.None) && q.Kind == knowledge.Many && r.IntN(20) == 0 {
			x.Dropped = []string{knowledge.None}
		}
		a[q.ID] = x
	}
	return a
}

// orders gives the answers of a finished walk in other orders and ways, and holds every result against the first: read from
// shuffled lines, given in a shuffled order, resumed, and changed and changed back.
func (w *worker) orders(i guide.Interview, r *rand.Rand) {
	if !i.Finished() {
		return
	}
	want := w.explain(i.Answers(), "walk")
	w.counts[1]++
	if want.Level.Stops() != (i.Page() == guide.StopPage) {
		w.report(1, "end of a walk", w.endsWrong, i.Answers())
	}
	check := func(way string, a guide.Answers) {
		w.counts[8]++
		if got := w.assess(a); differs(&want, &got) != "" {
			w.report(8, way, func(sets []guide.Answers) string {
				x, y := w.assess(sets[0]), w.assess(sets[1])
				if d := differs(&x, &y); d != "" && len(sets[1]) == len(w.counted(sets[0], sets[1])) {
					return way + ": " + d
				}
				return ""
			}, i.Answers(), a)
		}
	}
	lines := w.g.Lines(i.Answers())
	for range 3 {
		r.Shuffle(len(lines), func(x, y int) { lines[x], lines[y] = lines[y], lines[x] })
		if a, err := w.g.ParseLines(lines); err != nil {
			w.report(8, "lines", func(sets []guide.Answers) string {
				if _, err := w.g.ParseLines(w.g.Lines(sets[0])); err != nil {
					return "its lines cannot be parsed again: " + err.Error()
				}
				return ""
			}, i.Answers())
		} else {
			check("read in another order", a)
		}
		j := w.try.start()
		for _, qi := range r.Perm(len(w.g.Questions)) {
			if x, ok := i.Answers()[w.g.k.Questions[qi].ID]; ok {
				j = w.try.answer(j, w.g.k.Questions[qi].ID, x)
			}
		}
		check("given in another order", j.Answers())
	}
	w.counts[8]++
	if j := w.g.Resume(i.Answers()); j.Page() != i.Page() {
		w.report(8, "resumed", func(sets []guide.Answers) string {
			i := w.walkAs(sets[0])
			if j := w.g.Resume(i.Answers()); i.Finished() && j.Page() != i.Page() {
				return fmt.Sprintf("resumed, the interview is on %s; it was on %s", j.Page(), i.Page())
			}
			return ""
		}, i.Answers())
	}
	for range 2 {
		w.detour(i, check, r)
	}
}

// detour changes an answer, goes on to the end, then gives all answers as they were. What was asked on the way and no
// longer applies must not count; an answer whose question still may apply is taken back.
func (w *worker) detour(i guide.Interview, check func(string, guide.Answers), r *rand.Rand) {
	review := i.Review()
	if len(review) == 0 {
		return
	}
	q := review[r.IntN(len(review))].Asked
	j := w.try.change(i, q.ID)
	w.counts[9]++
	if j.Page() != q.Page() {
		w.reportProblem(9, fmt.Sprintf("changing %s leads to %s", q.ID, j.Page()))
		return
	}
	j = w.try.answer(j, q.ID, pickAny(r)(q))
	j = w.walkChange(j, pickAny(r))
	if r.IntN(2) == 0 {
		j = w.try.back(j)
	}
	for qi := range w.g.k.Questions { // in order: each is then answered to the list that it was given to
		id := w.g.k.Questions[qi].ID
		if x, ok := i.Answers()[id]; ok {
			j = w.try.answer(w.try.change(j, id), id, x)
		}
	}
	check("changed, and changed back", w.counted(i.Answers(), j.Answers()))
}

// counted removes from the answers everything that was not among the first ones and counts, or may count. A removal may bring
// up later questions, so it visits each question again.
func (w *worker) counted(first, a guide.Answers) guide.Answers {
	for qi := range w.g.Questions {
		id := w.g.k.Questions[qi].ID
		if _, had := first[id]; had || !a[id].Given() {
			continue
		}
		if w.ref.evaluate(a).applies(&w.g.k.Questions[qi]) != guide.No {
			a = a.Without(id)
		}
	}
	return a
}

// walkChange goes on from a change to the end, answering what it brings up.
func (w *worker) walkChange(i guide.Interview, pick func(guide.Asked) guide.Answer) guide.Interview {
	for range maxPages {
		if i.Finished() {
			return i
		}
		for range 50 {
			q := w.missing(i)
			if q == nil {
				break
			}
			i = w.try.answer(i, q.ID, pick(*q))
		}
		on, err := w.try.next(i)
		w.counts[9]++
		if err != nil {
			w.report(9, "stuck on "+i.Page(), w.stuck(i.Page()), i.Answers())
			return i
		}
		i = on
	}
	w.reportProblem(9, fmt.Sprintf("a change goes in circles: after %d pages it is on %s", maxPages, i.Page()))
	return i
}

// differs says in what two assessments differ, apart from the answers themselves and those put aside.
func differs(x, y *guide.Assessment) string {
	switch {
	case x.Level != y.Level:
		return fmt.Sprintf("the level is %s, and %s", x.Level, y.Level)
	case x.Pattern != y.Pattern:
		return "the pattern is another"
	case !slices.EqualFunc(x.Concerns, y.Concerns, func(c, d guide.Concern) bool { return c.Flag == d.Flag && slices.Equal(c.Because, d.Because) }):
		return "the concerns are others"
	case !slices.EqualFunc(x.Open, y.Open, func(c, d guide.Open) bool { return c.Flag == d.Flag && slices.Equal(c.Because, d.Because) }):
		return "what is open is different"
	case !slices.Equal(x.Unsure, y.Unsure):
		return "what is unsure is different"
	case len(x.Matches) != len(y.Matches):
		return "the therapies are others"
	}
	for i := range x.Matches {
		m, n := &x.Matches[i], &y.Matches[i]
		if m.Therapy != n.Therapy || m.Verdict != n.Verdict || m.Fit != n.Fit || m.Rank != n.Rank || len(m.For) != len(n.For) || len(m.Cautions) != len(n.Cautions) {
			return fmt.Sprintf("in place %d, %s is %s and %s; then %s is %s and %s", i+1, m.Therapy.ID, m.Verdict, m.Fit, n.Therapy.ID, n.Verdict, n.Fit)
		}
	}
	return ""
}

// neighbours takes 64 random sets of answers and replaces each answer by every other, by "not sure" and by none.
func (w *worker) neighbours(r *rand.Rand) {
	for lane := range guide.Width {
		w.l.Set(lane, anyAnswers(w.g.k, r))
	}
	w.log = w.log[:0]
	w.l.Everything()
	w.run(guide.EveryLane)
	var base guide.Conclusions
	base.Copy(&w.l.Conclusions)
	for qi := range w.g.Questions {
		if w.g.k.Questions[qi].Kind == knowledge.Many {
			w.addEach(qi, &base)
		}
		w.replaceEach(qi)
	}
}

// addEach adds every option of a list to the answers: left open it must not be milder than before, and chosen not milder than
// left open. Only an option that settles may be milder.
func (w *worker) addEach(qi int, base *guide.Conclusions) {
	q, c := &w.g.k.Questions[qi], &w.g.Questions[qi]
	none := q.Index(knowledge.None)
	given := w.l.Given[qi] &^ w.l.Unsure[qi]
	for oi := range q.Options {
		f := c.First + oi
		lanes := given &^ w.l.Chosen[f]
		if oi == none || q.Options[oi].Settles || lanes == 0 {
			continue
		}
		was := w.l.Left[f]
		w.put(qi, &w.l.Left[f], was|lanes)
		w.run(lanes)
		var open guide.Conclusions
		open.Copy(&w.l.Conclusions)
		w.judge(lanes&^was, base, &open, f, guide.No)
		w.put(qi, &w.l.Left[f], was)
		w.put(qi, &w.l.Left[f], was&^lanes)
		w.put(qi, &w.l.Chosen[f], w.l.Chosen[f]|lanes)
		if none >= 0 {
			w.put(qi, &w.l.Chosen[c.First+none], w.l.Chosen[c.First+none]&^lanes)
		}
		w.run(lanes)
		w.judge(lanes&^was, base, &w.l.Conclusions, f, guide.No)
		w.judge(lanes, &open, &w.l.Conclusions, f, guide.Unknown)
		w.undo(0)
	}
}

// judge reports an option that makes something milder in some lanes, where it was no or unknown before.
func (w *worker) judge(lanes uint64, before, after *guide.Conclusions, f int, was guide.Truth) {
	w.counts[3] += int64(bits.OnesCount64(lanes))
	bad := milder(before, after) & lanes
	if bad == 0 {
		return
	}
	now := w.l.Answers(first(bad))
	then := w.unsaid(now, f)
	if was == guide.Unknown {
		then = w.doubtful(now, f)
	}
	w.report(3, "added "+w.g.Names[f], w.milderInLanes, then, now)
}

// replaceEach holds the answers to a question that could be given against "not sure" and against none: where one of them
// is urgent, both of these are at least clinician-first; where a history item withholds a therapy, both are a caution.
func (w *worker) replaceEach(qi int) {
	q, c := &w.g.k.Questions[qi], &w.g.Questions[qi]
	clean := func() {
		for f := c.First; f < c.First+len(c.Options); f++ {
			w.put(qi, &w.l.Chosen[f], 0)
			w.put(qi, &w.l.Left[f], 0)
		}
		w.put(qi, &w.l.Given[qi], 0)
		w.put(qi, &w.l.Unsure[qi], 0)
	}
	var left [2]guide.Conclusions // "not sure", and nothing said
	for n := range left {
		clean()
		if n == 0 {
			w.put(qi, &w.l.Unsure[qi], guide.EveryLane)
		}
		w.run(guide.EveryLane)
		left[n].Copy(&w.l.Conclusions)
	}
	for oi := range q.Options {
		clean()
		w.put(qi, &w.l.Chosen[c.First+oi], guide.EveryLane)
		w.put(qi, &w.l.Given[qi], guide.EveryLane)
		w.run(guide.EveryLane)
		put := w.l.PutFact(qi, c.First+oi) // an option that is not asked counts when chosen, and only then
		for n, invariant := range []int{4, 5} {
			w.counts[invariant] += guide.Width
			bad := w.l.Levels[knowledge.Urgent] &^ left[n].Levels[knowledge.ClinicianFirst]
			if q.Role == knowledge.RoleHistory {
				same := ^(w.l.Levels[knowledge.Urgent] | w.l.Levels[knowledge.ClinicianFirst]&^left[n].Levels[knowledge.ClinicianFirst])
				for ti := range w.l.Verdicts {
					bad |= w.l.Verdicts[ti][knowledge.AskFirst-1] &^ left[n].Verdicts[ti][knowledge.Caution-1] & same & w.l.Shown[ti] & left[n].Shown[ti]
				}
			}
			if bad &= put; bad == 0 {
				continue
			}
			now := w.l.Answers(first(bad))
			before := now.Without(q.ID)
			if n == 0 {
				before = now.With(q.ID, guide.Answer{Unsure: true})
			}
			w.report(invariant, q.ID, w.countsAsNo, before, now)
		}
	}
	w.undo(0)
}

// countsAsNo finds what an answer would make urgent, or withhold, and what goes unmarked while it is open.
func (w *worker) countsAsNo(pair []guide.Answers) string {
	if len(w.g.Unasked(pair[1])) > len(w.g.Unasked(pair[0])) {
		return ""
	}
	open, said := w.inLanes(pair[0]), w.inLanes(pair[1])
	if said.level >= knowledge.Urgent && open.level < knowledge.ClinicianFirst {
		return fmt.Sprintf("%s the level is %s; without an answer it is %s", w.difference(pair[0], pair[1]), said.level, open.level)
	}
	if said.level > open.level {
		return ""
	}
	for ti, v := range said.of {
		if said.shown[ti] && open.shown[ti] && v >= knowledge.AskFirst && open.of[ti] == knowledge.OK {
			return fmt.Sprintf("%s %s is %s; without an answer it is %s", w.difference(pair[0], pair[1]), w.g.k.Therapies[ti].ID, v, open.of[ti])
		}
	}
	return ""
}
