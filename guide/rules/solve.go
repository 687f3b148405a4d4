package rules

import "slices"

// Choice is what a Solver has decided about an option.
type Choice uint8

// An option is free until something needs it to be chosen, or not to be.
const (
	Free Choice = iota
	Chosen
	Refused
)

// Solver looks for choices that make literals true. It follows the requirements of each fact backward (its question's Ask, its
// own Show, the members of a derived fact) and tries the alternatives in order. It only proposes: the caller judges a proposal,
// and may refuse it to get the next.
type Solver struct {
	program *Program
	signs   []int // the facts by which an Unasked fact can hold
	choices []Choice
	steps   int // left
}

// NewSolver returns a solver that gives up after so many steps. The signs are the warning signs that are not put to everybody.
func NewSolver(p *Program, signs []int, steps int) *Solver {
	return &Solver{program: p, signs: signs, choices: make([]Choice, len(p.Owner)), steps: steps}
}

// Solve proposes choices under which all literals should hold, until accept takes one. It reports whether it did. The choices
// are by fact, and belong to the solver.
func (s *Solver) Solve(want []Literal, accept func([]Choice) bool) bool {
	return s.all(want, func() bool { return accept(s.choices) })
}

// Asked proposes choices under which a question is asked and, unless option is negative, offers that option.
func (s *Solver) Asked(question, option int, accept func([]Choice) bool) bool {
	q := &s.program.Questions[question]
	return s.any(q.Ask, func() bool {
		if option < 0 {
			return accept(s.choices)
		}
		return s.any(q.Options[option].Show, func() bool { return accept(s.choices) })
	})
}

// GaveUp reports whether the search ended because it took too long, and not because there is nothing more to propose.
func (s *Solver) GaveUp() bool { return s.steps < 0 }

// all tries to make every literal true, then goes on with done. What it set is free again when it returns false.
func (s *Solver) all(want []Literal, done func() bool) bool {
	if len(want) == 0 {
		return done()
	}
	return s.one(want[0], func() bool { return s.all(want[1:], done) })
}

// any tries one alternative of a condition after the other, what is met already before what is not.
func (s *Solver) any(c Condition, done func() bool) bool {
	if len(c) == 0 {
		return done()
	}
	for _, met := range []bool{true, false} {
		for _, all := range c {
			if s.met(all) == met && s.all(all, done) {
				return true
			}
		}
	}
	return false
}

func (s *Solver) met(all []Literal) bool {
	return !slices.ContainsFunc(all, func(l Literal) bool {
		f, want := l.Fact(), Chosen
		if l.Negated() {
			want = Refused
		}
		return f >= len(s.choices) || s.choices[f] != want
	})
}

func (s *Solver) one(l Literal, done func() bool) bool {
	f, p := l.Fact(), s.program
	if s.steps--; s.steps < 0 {
		return false
	}
	if f >= len(p.Owner) {
		return s.derived(&p.Derived[f-len(p.Owner)], l.Negated(), done)
	}
	if l.Negated() {
		return s.set(f, Refused, done)
	}
	if s.choices[f] == Chosen {
		return done()
	}
	q := &p.Questions[p.Owner[f]]
	o := &q.Options[f-q.First]
	chosen := s.fits(f) && s.set(f, Chosen, func() bool {
		return s.any(o.Show, func() bool { return s.any(q.Ask, done) })
	})
	return chosen || len(o.Also) > 0 && s.any(o.Also, done)
}

func (s *Solver) derived(d *Derived, negated bool, done func() bool) bool {
	switch {
	case d.Unasked && negated:
		return done()
	case d.Unasked:
		return slices.ContainsFunc(s.signs, func(f int) bool { return s.fits(f) && s.set(f, Chosen, done) })
	case negated && d.AtLeast > 1: // some of them may hold: the caller judges that
		return done()
	case negated:
		no := make([]Literal, len(d.Of))
		for i, m := range d.Of {
			no[i] = Not(m)
		}
		return s.all(no, done)
	}
	return s.some(d.Of, d.AtLeast, done)
}

// some tries to make so many of the facts true.
func (s *Solver) some(of []int, atLeast int, done func() bool) bool {
	if atLeast <= 0 {
		return done()
	}
	for i, f := range of {
		if len(of)-i < atLeast {
			break
		}
		if s.one(Is(f), func() bool { return s.some(of[i+1:], atLeast-1, done) }) {
			return true
		}
	}
	return false
}

func (s *Solver) set(f int, c Choice, done func() bool) bool {
	was := s.choices[f]
	if was != Free && was != c {
		return false
	}
	s.choices[f] = c
	if done() {
		return true
	}
	s.choices[f] = was
	return false
}

// fits reports whether an option can be chosen together with the options of its question that are chosen.
func (s *Solver) fits(f int) bool {
	q := &s.program.Questions[s.program.Owner[f]]
	for oi := range q.Options {
		alone := q.Exclusive || q.Options[oi].Alone || q.Options[f-q.First].Alone
		if other := q.First + oi; other != f && alone && s.choices[other] == Chosen {
			return false
		}
	}
	return true
}
