package guide

import (
	"context"
	"math/bits"
	"slices"

	"knead/guide/knowledge"
)

func (c *conclusions) copy(from *conclusions) {
	c.level = from.level
	c.shown = append(c.shown[:0], from.shown...)
	c.verdicts = append(c.verdicts[:0], from.verdicts...)
}

// milder gives the lanes in which after is milder than before: a lower level, or a better verdict. Where the questions stop
// no therapy is offered, so verdicts do not count.
func milder(before, after *conclusions) uint64 {
	var lanes uint64
	for v := knowledge.ClinicianFirst; v <= knowledge.Emergency; v++ {
		lanes |= before.level[v] &^ after.level[v]
	}
	offered := ^(before.level[knowledge.Urgent] | after.level[knowledge.Urgent])
	for i := range before.verdicts {
		x, y := &before.verdicts[i], &after.verdicts[i]
		lanes |= (x[0]&^y[0] | x[1]&^y[1] | x[2]&^y[2]) & offered & before.shown[i] & after.shown[i]
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
	usable := l.level[knowledge.Urgent]
	for i := range l.verdicts {
		unsafe |= l.verdicts[i][knowledge.Avoid-1] & l.fits[i][knowledge.FitPossible-1]
		usable |= l.shown[i] &^ l.verdicts[i][knowledge.AskFirst-1]
	}
	if bad := unsafe & used; bad != 0 {
		w.blame(2, bad, "a therapy to be avoided fits", w.fitsInSpite)
	}
	if bad := l.open & used &^ l.level[knowledge.ClinicianFirst]; bad != 0 {
		w.blame(4, bad, "an open sign counts as absent", w.openAtSelfCare)
	}
	// What is neither usable nor recognised nor sent to a clinician has only the level's own advice left.
	if bad := used &^ usable &^ l.level[knowledge.ClinicianFirst]; bad != 0 {
		for _, p := range l.patterns {
			bad &^= p
		}
		if bad != 0 && w.g.Level(knowledge.SelfCare).Advice == "" {
			w.blame(7, bad, "nothing to do next", w.emptyHanded)
		}
	}
}

// blame reports the first of some lanes, as it stands now.
func (w *worker) blame(invariant int, lanes uint64, key string, problem func([]Answers) string) {
	w.report(invariant, key, problem, w.l.Answers(lane(lanes)))
}

// alone checks every option by itself, yes and unknown, in every base context and mood.
func (a *audit) alone(ctx context.Context, p *phase) {
	s := a.space
	blocks := s.few
	total := int64(len(s.facts)) * int64(s.alone) * 3
	p.each(ctx, 3*blocks, func(w *worker, unit int) {
		m, block := mood(unit%3), unit/3
		w.singles(block, m)
		used := int64(bits.OnesCount64(s.contexts[block].used))
		p.tell(p.done.Add(used*int64(len(s.facts))), total)
	})
	p.cover("options alone (yes, unknown) × base contexts × moods", p.done.Load(), total)
}

// single is what an option alone comes to, in a block of contexts.
type single struct {
	yes, unknown conclusions
	added        bool // yes only adds to what was said
	ordered      bool // yes is at least as strict as unknown: it settles nothing, and is one of many
}

// singles assesses a block of contexts by itself and with every option alone.
func (w *worker) singles(block int, m mood) []single {
	used := w.begin(block, m)
	w.run(used)
	var base conclusions
	base.copy(&w.l.conclusions)
	out := make([]single, len(w.space.facts))
	for i := range w.space.facts {
		x, s := &w.space.facts[i], &out[i]
		s.ordered = w.ordered(x)
		s.added = w.add(x, Yes)
		w.run(used)
		s.yes.copy(&w.l.conclusions)
		w.undo(0)
		more := w.add(x, Unknown)
		w.run(used)
		s.unknown.copy(&w.l.conclusions)
		w.undo(0)
		if s.added {
			w.compare(used, &base, &s.yes, block, m, nil, []telling{{x, Yes}})
		}
		if more {
			w.compare(used, &base, &s.unknown, block, m, nil, []telling{{x, Unknown}})
		}
		if s.ordered {
			w.compare(used, &s.unknown, &s.yes, block, m, []telling{{x, Unknown}}, []telling{{x, Yes}})
		}
	}
	return out
}

// ordered reports whether yes must be at least as strict as unknown: not for what settles, nor where the rest of its list
// is unknown with it and would be no.
func (w *worker) ordered(x *addition) bool {
	qi := w.g.owner[x.fact]
	settles := w.g.k.Questions[qi].Options[x.fact-w.g.questions[qi].first].Settles
	return !x.single && !settles && w.l.given[qi] == everyLane && w.l.unsure[qi] == 0
}

// telling is an option said on top of a context.
type telling struct {
	*addition
	known Truth
}

// compare checks that after is nowhere milder than before, and reports where it is.
func (w *worker) compare(used uint64, before, after *conclusions, block int, m mood, said, more []telling) {
	w.counts[3] += int64(bits.OnesCount64(used))
	bad := milder(before, after) & used
	if bad == 0 {
		return
	}
	n := lane(bad)
	key := "milder"
	for _, t := range more {
		key += " " + w.g.names[t.fact]
	}
	w.report(3, key, w.milderInLanes, w.said(block, m, n, said), w.said(block, m, n, more))
}

// said gives the answers of one lane of a block of contexts, with options on top.
func (w *worker) said(block int, m mood, lane int, more []telling) Answers {
	scratch := &worker{audit: w.audit, l: w.g.Lanes()}
	scratch.begin(block, m)
	var before []*addition
	for _, t := range more {
		scratch.add(t.addition, t.known, before...)
		before = append(before, t.addition)
	}
	return scratch.l.Answers(lane)
}

// pairs checks every pair of options in every base context and mood: each is yes and unknown, save where the rest is not
// answered, which leaves open enough.
func (a *audit) pairs(ctx context.Context, p *phase) {
	s := a.space
	blocks := len(s.contexts) - s.few
	var pairs int64
	for i := range s.facts {
		for j := range i {
			if a.g.together(&s.facts[j], &s.facts[i]) {
				pairs++
			}
		}
	}
	total := pairs * int64(s.together) * 3
	p.each(ctx, 3*blocks, func(w *worker, unit int) {
		m, block := mood(unit%3), s.few+unit/3
		used := int64(bits.OnesCount64(s.contexts[block].used))
		alone := w.singles(block, m)
		row := make([]conclusions, len(s.facts))
		for i := range s.facts {
			if ctx.Err() != nil {
				return
			}
			n := w.pairsWith(block, m, Yes, i, alone, row)
			if m != silent {
				w.pairsWith(block, m, Unknown, i, alone, row)
			}
			p.tell(p.done.Add(n*used), total)
		}
	})
	p.cover("pairs of options × base contexts × moods", p.done.Load(), total)
}

// pairsWith goes through the pairs of one option with those after it, and says how many they are. The row holds what the
// pairs come to with both yes: it is filled when the first is yes, and compared with when it is unknown.
func (w *worker) pairsWith(block int, m mood, known Truth, i int, alone []single, row []conclusions) (n int64) {
	s := w.space
	used := w.begin(block, m)
	x, base := &s.facts[i], &alone[i].yes
	added := w.add(x, known) && alone[i].added
	if known == Unknown {
		base = &alone[i].unknown
	}
	mark := len(w.log)
	for j := i + 1; j < len(s.facts); j++ {
		y := &s.facts[j]
		if !w.g.together(x, y) {
			continue
		}
		n++
		more := w.add(y, Yes, x)
		w.run(used)
		w.undo(mark)
		if more {
			w.compare(used, base, &w.l.conclusions, block, m, []telling{{x, known}}, []telling{{x, known}, {y, Yes}})
		}
		if known == Yes {
			if more && added && alone[j].added {
				w.compare(used, &alone[j].yes, &w.l.conclusions, block, m, []telling{{y, Yes}}, []telling{{x, Yes}, {y, Yes}})
			}
			if m != silent {
				row[j].copy(&w.l.conclusions)
			}
		} else if alone[i].ordered {
			w.compare(used, &w.l.conclusions, &row[j], block, m, []telling{{x, Unknown}, {y, Yes}}, []telling{{x, Yes}, {y, Yes}})
		}
		if m == silent || y.single && !y.first {
			continue
		}
		w.yes.copy(&w.l.conclusions)
		more = w.add(y, Unknown, x)
		w.run(used)
		w.undo(mark)
		if more {
			w.compare(used, base, &w.l.conclusions, block, m, []telling{{x, known}}, []telling{{x, known}, {y, Unknown}})
		}
		if alone[j].ordered {
			w.compare(used, &w.l.conclusions, &w.yes, block, m, []telling{{x, known}, {y, Unknown}}, []telling{{x, known}, {y, Yes}})
		}
	}
	w.recheck(used)
	return n
}

// recheck assesses the lanes from scratch and holds that against what came of many small changes.
func (w *worker) recheck(used uint64) {
	w.counts[0]++
	w.run(used)
	w.yes.copy(&w.l.conclusions)
	w.facts = append(w.facts[:0], w.l.facts...)
	w.l.everything()
	w.run(used)
	if !slices.Equal(w.facts, w.l.facts) || w.yes.level != w.l.level || !slices.Equal(w.yes.verdicts, w.l.verdicts) {
		w.flaw(0, "lanes that were changed step by step come to something else than lanes that were not")
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
			if a.g.together(&s.facts[j], &s.facts[i]) {
				for k := range j {
					if a.g.together(&s.facts[k], &s.facts[j]) && a.g.together(&s.facts[k], &s.facts[i]) {
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
	w.add(x, Yes)
	first := len(w.log)
	row := make([]conclusions, len(s.facts)) // with x, each of those after it
	added := make([]bool, len(s.facts))
	for j := i + 1; j < len(s.facts); j++ {
		if y := &s.facts[j]; w.g.together(x, y) {
			added[j] = w.add(y, Yes, x)
			w.run(used)
			w.undo(first)
			row[j].copy(&w.l.conclusions)
		}
	}
	for j := i + 1; j < len(s.facts) && ctx.Err() == nil && !w.late(); j++ {
		y, n := &s.facts[j], int64(0)
		if !w.g.together(x, y) {
			continue
		}
		w.add(y, Yes, x)
		second := len(w.log)
		for k := j + 1; k < len(s.facts); k++ {
			z := &s.facts[k]
			if !w.g.together(x, z) || !w.g.together(y, z) {
				continue
			}
			n++
			more := w.add(z, Yes, x, y)
			w.run(used)
			w.undo(second)
			if more {
				w.compare(used, &row[j], &w.l.conclusions, block, calm, []telling{{x, Yes}, {y, Yes}}, []telling{{x, Yes}, {y, Yes}, {z, Yes}})
				if added[j] && added[k] {
					w.compare(used, &row[k], &w.l.conclusions, block, calm, []telling{{x, Yes}, {z, Yes}}, []telling{{x, Yes}, {y, Yes}, {z, Yes}})
				}
			}
		}
		w.undo(first)
		p.tell(p.done.Add(n*lanes), total)
	}
}

// together reports whether two options can be said together: not both of one single choice.
func (g *Guide) together(x, y *addition) bool { return !x.single || g.owner[x.fact] != g.owner[y.fact] }
