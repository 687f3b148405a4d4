package audit

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// solver looks for answers that make conditions true. It follows what each fact needs backwards (its question's AskWhen,
// its own ShowWhen, the members of a derived fact) and tries the alternatives in order; whoever asks judges what it
// proposes, and may ask for the next.
type solver struct {
	g     *numbered
	space *space
	state []guide.Truth // by option fact: Unknown is free
	steps int           // left
}

// maxSteps bounds a search. The content's rules need some dozens.
const maxSteps = 20000

func newSolver(g *numbered, s *space) *solver {
	x := &solver{g: g, space: s, state: make([]guide.Truth, len(g.owner)), steps: maxSteps}
	for f := range x.state {
		x.state[f] = guide.Unknown
	}
	return x
}

// solve proposes answers under which all literals should hold, until accept is content. It reports whether it was.
func (s *solver) solve(want []literal, accept func(guide.Answers) bool) bool {
	return s.all(want, func() bool { return accept(s.answers()) })
}

// prerequisites lists the facts that the first solution needs besides this one, in question order.
func (s *solver) prerequisites(fact int) []int {
	var needs []int
	s.all([]literal{literal(fact) << 1}, func() bool {
		for f, v := range s.state {
			if v == guide.Yes && f != fact {
				needs = append(needs, f)
			}
		}
		return true
	})
	return needs
}

// all tries to make every literal true, then goes on with done. What it set is free again when it returns false.
func (s *solver) all(want []literal, done func() bool) bool {
	if len(want) == 0 {
		return done()
	}
	return s.one(want[0], func() bool { return s.all(want[1:], done) })
}

// any tries one alternative of a condition after the other, what is met already before what is not.
func (s *solver) any(w when, done func() bool) bool {
	if len(w) == 0 {
		return done()
	}
	for _, met := range []bool{true, false} {
		for _, c := range w {
			if s.met(c) == met && s.all(c, done) {
				return true
			}
		}
	}
	return false
}

func (s *solver) met(c []literal) bool {
	return !slices.ContainsFunc(c, func(l literal) bool {
		return int(l>>1) >= len(s.state) || s.state[l>>1] != guide.Yes-guide.Truth(l&1)*guide.Yes
	})
}

func (s *solver) one(l literal, done func() bool) bool {
	f := int(l >> 1)
	if s.steps--; s.steps < 0 {
		return false
	}
	if f >= len(s.g.owner) {
		d := &s.g.derived[f-len(s.g.owner)]
		if d.unasked {
			return l&1 == 1 && done() || l&1 == 0 && s.unasked(done)
		}
		if l&1 == 1 {
			no := make([]literal, len(d.of))
			for i, m := range d.of {
				no[i] = literal(m)<<1 | 1
			}
			return s.all(no, done)
		}
		return s.some(d.of, d.atLeast, done)
	}
	if l&1 == 1 {
		return s.set(f, guide.No, done)
	}
	if s.state[f] == guide.Yes {
		return done()
	}
	c := &s.g.questions[s.g.owner[f]]
	o := &c.options[f-c.first]
	chosen := s.fits(f) && s.set(f, guide.Yes, func() bool {
		return s.any(o.show, func() bool { return s.any(c.ask, done) })
	})
	return chosen || len(o.also) > 0 && s.any(o.also, done)
}

// unasked tries to choose a sign without what brings it up.
func (s *solver) unasked(done func() bool) bool {
	for _, f := range s.g.signs {
		if s.fits(f) && s.set(f, guide.Yes, done) {
			return true
		}
	}
	return false
}

// some tries to make so many of the facts true.
func (s *solver) some(of []int, atLeast int, done func() bool) bool {
	if atLeast <= 0 {
		return done()
	}
	for i, f := range of {
		if len(of)-i < atLeast {
			break
		}
		if s.one(literal(f)<<1, func() bool { return s.some(of[i+1:], atLeast-1, done) }) {
			return true
		}
	}
	return false
}

func (s *solver) set(f int, v guide.Truth, done func() bool) bool {
	was := s.state[f]
	if was != guide.Unknown && was != v {
		return false
	}
	s.state[f] = v
	if done() {
		return true
	}
	s.state[f] = was
	return false
}

// fits reports whether an option can be chosen beside those of its question that are.
func (s *solver) fits(f int) bool {
	qi := s.g.owner[f]
	q, first := &s.g.k.Questions[qi], s.g.questions[qi].first
	for oi := range q.Options {
		alone := q.Kind != knowledge.Many || q.Options[oi].ID == knowledge.None || q.Options[f-first].ID == knowledge.None
		if s.state[first+oi] == guide.Yes && first+oi != f && alone {
			return false
		}
	}
	return true
}

// answers makes every question's answer of what was set: nothing else of a list, the calmest choice that is left.
func (s *solver) answers() guide.Answers {
	a := guide.Answers{}
	for qi := range s.g.questions {
		q, first := &s.g.k.Questions[qi], s.g.questions[qi].first
		var x guide.Answer
		for oi := range q.Options {
			if s.state[first+oi] == guide.Yes {
				x.Options = append(x.Options, q.Options[oi].ID)
				x.Value = q.Options[oi].From
			}
		}
		if len(x.Options) == 0 {
			if oi := s.rest(qi); oi >= 0 {
				x.Options, x.Value = []string{q.Options[oi].ID}, q.Options[oi].From
			} else {
				x.Unsure = true
			}
		}
		a[q.ID] = x
	}
	return a
}

// rest is the option for a question of which nothing is wanted, or -1.
func (s *solver) rest(qi int) int {
	q, first := &s.g.k.Questions[qi], s.g.questions[qi].first
	if q.Kind == knowledge.Many {
		if none := q.Index(knowledge.None); none >= 0 && s.state[first+none] != guide.No {
			return none
		}
		return -1
	}
	if oi := s.space.calm[qi]; oi >= 0 && s.state[first+oi] != guide.No {
		return oi
	}
	for oi := range q.Options {
		if s.state[first+oi] != guide.No {
			return oi
		}
	}
	return -1
}
