package audit

import (
	"context"
	"math/bits"
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// first is the number of the first of some lanes.
func first(lanes uint64) int { return bits.TrailingZeros64(lanes) }

// milder gives the lanes in which after is milder than before: a lower level, or a better verdict. Where the questions stop
// no therapy is offered, so verdicts do not count.
func milder(before, after *guide.Conclusions) uint64 {
	var lanes uint64
	for v := knowledge.ClinicianFirst; v <= knowledge.Emergency; v++ {
		lanes |= before.Levels[v] &^ after.Levels[v]
	}
	offered := ^(before.Levels[knowledge.Urgent] | after.Levels[knowledge.Urgent])
	for i := range before.Verdicts {
		x, y := &before.Verdicts[i], &after.Verdicts[i]
		lanes |= (x[0]&^y[0] | x[1]&^y[1] | x[2]&^y[2]) & offered & before.Shown[i] & after.Shown[i]
	}
	return lanes
}

// run assesses what the worker's lanes say, and checks what must hold of each alone.
func (w *worker) run(used uint64) {
	w.try.run(w.l)
	n := int64(bits.OnesCount64(used))
	w.ran += n
	w.counts[2] += n
	w.counts[4] += n
	w.counts[7] += n
	l := w.l
	var unsafe uint64
	usable := l.Levels[knowledge.Urgent]
	for i := range l.Verdicts {
		unsafe |= l.Verdicts[i][knowledge.Avoid-1] & l.Fits[i][knowledge.FitPossible-1]
		usable |= l.Shown[i] &^ l.Verdicts[i][knowledge.AskFirst-1]
	}
	if bad := unsafe & used; bad != 0 {
		w.reportLanes(2, bad, "a therapy to be avoided fits", w.fitsInSpite)
	}
	if bad := l.Open & used &^ l.Levels[knowledge.ClinicianFirst]; bad != 0 {
		w.reportLanes(4, bad, "an open sign counts as absent", w.openAtSelfCare)
	}
	// What is neither usable nor recognised nor sent to a clinician has only the level's own advice left.
	if bad := used &^ usable &^ l.Levels[knowledge.ClinicianFirst]; bad != 0 {
		for _, p := range l.Patterns {
			bad &^= p
		}
		if bad != 0 && w.g.Level(knowledge.SelfCare).Advice == "" {
			w.reportLanes(7, bad, "nothing to do next", w.emptyHanded)
		}
	}
}

// reportLanes reports the first of the lanes, in its current state.
func (w *worker) reportLanes(invariant int, lanes uint64, key string, problem func([]guide.Answers) string) {
	w.report(invariant, key, problem, w.l.Answers(first(lanes)))
}

// alone checks every single option, yes and unknown, in every base context and baseline.
func (a *audit) alone(ctx context.Context, p *phase) {
	s := a.space
	blocks := s.few
	total := int64(len(s.facts)) * int64(s.alone) * 3
	p.each(ctx, 3*blocks, func(w *worker, unit int) {
		m, block := baseline(unit%3), unit/3
		w.singles(block, m)
		used := int64(bits.OnesCount64(s.contexts[block].used))
		p.tell(p.done.Add(used*int64(len(s.facts))), total)
	})
	p.cover("options alone (yes, unknown) × base contexts × baselines", p.done.Load(), total)
}

// single is what an option alone comes to, in a block of contexts.
type single struct {
	yes, unknown guide.Conclusions
	added        bool // yes only adds to what was said
	ordered      bool // yes is at least as strict as unknown: it settles nothing, and is one of many
}

// singles assesses a block of contexts, first without any option and then with each.
func (w *worker) singles(block int, m baseline) []single {
	used := w.begin(block, m)
	w.run(used)
	var base guide.Conclusions
	base.Copy(&w.l.Conclusions)
	out := make([]single, len(w.space.facts))
	for i := range w.space.facts {
		x, s := &w.space.facts[i], &out[i]
		s.ordered = w.ordered(x)
		s.added = w.add(x, guide.Yes)
		w.run(used)
		s.yes.Copy(&w.l.Conclusions)
		w.undo(0)
		more := w.add(x, guide.Unknown)
		w.run(used)
		s.unknown.Copy(&w.l.Conclusions)
		w.undo(0)
		if s.added {
			w.compare(used, &base, &s.yes, block, m, nil, []statement{{x, guide.Yes}})
		}
		if more {
			w.compare(used, &base, &s.unknown, block, m, nil, []statement{{x, guide.Unknown}})
		}
		if s.ordered {
			w.compare(used, &s.unknown, &s.yes, block, m, []statement{{x, guide.Unknown}}, []statement{{x, guide.Yes}})
		}
	}
	return out
}

// ordered reports whether yes must be at least as strict as unknown: not for what settles, nor where the rest of its list
// is unknown with it and would be no.
func (w *worker) ordered(x *delta) bool {
	qi := w.g.Owner[x.fact]
	settles := w.g.k.Questions[qi].Options[x.fact-w.g.Questions[qi].First].Settles
	return !x.single && !settles && w.l.Given[qi] == guide.EveryLane && w.l.Unsure[qi] == 0
}

// statement is an option said on top of a context.
type statement struct {
	*delta
	known guide.Truth
}

// compare checks that after is nowhere milder than before, and reports where it is.
func (w *worker) compare(used uint64, before, after *guide.Conclusions, block int, m baseline, said, more []statement) {
	w.counts[3] += int64(bits.OnesCount64(used))
	bad := milder(before, after) & used
	if bad == 0 {
		return
	}
	n := first(bad)
	key := "milder"
	for _, t := range more {
		key += " " + w.g.Names[t.fact]
	}
	w.report(3, key, w.milderInLanes, w.said(block, m, n, said), w.said(block, m, n, more))
}

// said gives the answers of one lane of a block of contexts, with options on top.
func (w *worker) said(block int, m baseline, lane int, more []statement) guide.Answers {
	scratch := &worker{audit: w.audit, l: w.g.Batch()}
	scratch.begin(block, m)
	var before []*delta
	for _, t := range more {
		scratch.add(t.delta, t.known, before...)
		before = append(before, t.delta)
	}
	return scratch.l.Answers(lane)
}

// pairs checks every pair of options in every base context and baseline: each is yes and unknown, save where the rest is not
// answered, which leaves open enough.
func (a *audit) pairs(ctx context.Context, p *phase) {
	s := a.space
	blocks := len(s.contexts) - s.few
	var pairs int64
	for i := range s.facts {
		for j := range i {
			if together(a.g, &s.facts[j], &s.facts[i]) {
				pairs++
			}
		}
	}
	total := pairs * int64(s.together) * 3
	p.each(ctx, 3*blocks, func(w *worker, unit int) {
		m, block := baseline(unit%3), s.few+unit/3
		used := int64(bits.OnesCount64(s.contexts[block].used))
		alone := w.singles(block, m)
		row := make([]guide.Conclusions, len(s.facts))
		for i := range s.facts {
			if ctx.Err() != nil {
				return
			}
			n := w.pairsWith(block, m, guide.Yes, i, alone, row)
			if m != silent {
				w.pairsWith(block, m, guide.Unknown, i, alone, row)
			}
			p.tell(p.done.Add(n*used), total)
		}
	})
	p.cover("pairs of options × base contexts × baselines", p.done.Load(), total)
}

// pairsWith checks the pairs of one option with those after it, and returns their number. The row holds the results of the
// pairs with both yes: it is filled when the first is yes, and compared with when the first is unknown.
func (w *worker) pairsWith(block int, m baseline, known guide.Truth, i int, alone []single, row []guide.Conclusions) (n int64) {
	s := w.space
	used := w.begin(block, m)
	x, base := &s.facts[i], &alone[i].yes
	added := w.add(x, known) && alone[i].added
	if known == guide.Unknown {
		base = &alone[i].unknown
	}
	mark := len(w.log)
	for j := i + 1; j < len(s.facts); j++ {
		y := &s.facts[j]
		if !together(w.g, x, y) {
			continue
		}
		n++
		more := w.add(y, guide.Yes, x)
		w.run(used)
		w.undo(mark)
		if more {
			w.compare(used, base, &w.l.Conclusions, block, m, []statement{{x, known}}, []statement{{x, known}, {y, guide.Yes}})
		}
		if known == guide.Yes {
			if more && added && alone[j].added {
				w.compare(used, &alone[j].yes, &w.l.Conclusions, block, m, []statement{{y, guide.Yes}}, []statement{{x, guide.Yes}, {y, guide.Yes}})
			}
			if m != silent {
				row[j].Copy(&w.l.Conclusions)
			}
		} else if alone[i].ordered {
			w.compare(used, &w.l.Conclusions, &row[j], block, m, []statement{{x, guide.Unknown}, {y, guide.Yes}}, []statement{{x, guide.Yes}, {y, guide.Yes}})
		}
		if m == silent || y.single && !y.first {
			continue
		}
		w.yes.Copy(&w.l.Conclusions)
		more = w.add(y, guide.Unknown, x)
		w.run(used)
		w.undo(mark)
		if more {
			w.compare(used, base, &w.l.Conclusions, block, m, []statement{{x, known}}, []statement{{x, known}, {y, guide.Unknown}})
		}
		if alone[j].ordered {
			w.compare(used, &w.l.Conclusions, &w.yes, block, m, []statement{{x, known}, {y, guide.Unknown}}, []statement{{x, known}, {y, guide.Yes}})
		}
	}
	w.recheck(used)
	return n
}

// recheck assesses the lanes from scratch and holds that against what came of many small changes.
func (w *worker) recheck(used uint64) {
	w.counts[0]++
	w.run(used)
	w.yes.Copy(&w.l.Conclusions)
	w.facts = append(w.facts[:0], w.l.Facts...)
	w.l.Everything()
	w.run(used)
	if !slices.Equal(w.facts, w.l.Facts) || w.yes.Levels != w.l.Levels || !slices.Equal(w.yes.Verdicts, w.l.Verdicts) {
		w.reportProblem(0, "lanes that were changed step by step come to something else than lanes that were not")
	}
}

// triples checks every triple of options, yes, in every base context with the rest calm, until the budget is used up. A
// unit is one option in one block of contexts, with all pairs of those after it; the seed chooses their order.
func (a *audit) triples(ctx context.Context, p *phase) {
	s := a.space
	n := len(s.facts)
	var triples int64
	for i := range n {
		for j := range i {
			if together(a.g, &s.facts[j], &s.facts[i]) {
				for k := range j {
					if together(a.g, &s.facts[k], &s.facts[j]) && together(a.g, &s.facts[k], &s.facts[i]) {
						triples++
					}
				}
			}
		}
	}
	total := triples * int64(s.together)
	order := random(a.o.Seed, 3).Perm(n * (len(s.contexts) - s.few))
	p.each(ctx, len(order), func(w *worker, unit int) {
		if a.late() {
			return
		}
		i, block := order[unit]%n, s.few+order[unit]/n
		w.triplesWith(ctx, p, block, i, total)
	})
	p.cover("triples of options × base contexts", p.done.Load(), total)
}

func (w *worker) triplesWith(ctx context.Context, p *phase, block, i int, total int64) {
	s := w.space
	used := w.begin(block, calm)
	lanes := int64(bits.OnesCount64(used))
	x := &s.facts[i]
	w.add(x, guide.Yes)
	first := len(w.log)
	row := make([]guide.Conclusions, len(s.facts)) // with x, each of those after it
	added := make([]bool, len(s.facts))
	for j := i + 1; j < len(s.facts); j++ {
		if y := &s.facts[j]; together(w.g, x, y) {
			added[j] = w.add(y, guide.Yes, x)
			w.run(used)
			w.undo(first)
			row[j].Copy(&w.l.Conclusions)
		}
	}
	for j := i + 1; j < len(s.facts) && ctx.Err() == nil && !w.late(); j++ {
		y, n := &s.facts[j], int64(0)
		if !together(w.g, x, y) {
			continue
		}
		w.add(y, guide.Yes, x)
		second := len(w.log)
		for k := j + 1; k < len(s.facts); k++ {
			z := &s.facts[k]
			if !together(w.g, x, z) || !together(w.g, y, z) {
				continue
			}
			n++
			more := w.add(z, guide.Yes, x, y)
			w.run(used)
			w.undo(second)
			if more {
				w.compare(used, &row[j], &w.l.Conclusions, block, calm, []statement{{x, guide.Yes}, {y, guide.Yes}}, []statement{{x, guide.Yes}, {y, guide.Yes}, {z, guide.Yes}})
				if added[j] && added[k] {
					w.compare(used, &row[k], &w.l.Conclusions, block, calm, []statement{{x, guide.Yes}, {z, guide.Yes}}, []statement{{x, guide.Yes}, {y, guide.Yes}, {z, guide.Yes}})
				}
			}
		}
		w.undo(first)
		p.tell(p.done.Add(n*lanes), total)
	}
}

// together reports whether two options can be said together: not both of one single choice.
func together(g *numbered, x, y *delta) bool {
	return !x.single || g.Owner[x.fact] != g.Owner[y.fact]
}
