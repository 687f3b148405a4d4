package guide

import "slices"

// Said is one of the person's answers, as a reason. It names the option that matters and says how the person answered it, so
// that nobody has to guess whether the option's words may be put in their mouth: only those of a Chosen one may.
type Said struct {
	Fact     string // "question/option"; the question alone where it was left open as a whole
	Question string // the question's title
	Option   string // the option's label; "" for a whole question
	How      How
	For      string // the fact that this answer makes true, where it is another one
	As       string // that fact's label
}

// How says how a person answered an option.
type How uint8

// The ways to answer an option. The zero value claims the least.
const (
	Unanswered How = iota // nothing was said about it
	NotSure               // it was left open, alone or with its whole question
	Careful               // the question was left open, and this option is the careful answer, which then counts
	Chosen                // the person chose it
)

func (h How) String() string { return nameOf(h, howNames) }

var howNames = []string{"not-answered", "not-sure", "careful", "chosen"}

// Hows lists the ways to answer an option, the surest first.
func Hows() []How {
	hows := make([]How, 0, len(howNames))
	for h := range slices.Backward(howNames) {
		hows = append(hows, How(h))
	}
	return hows
}

// said returns a fact in the words of its question. The fact is not implied by others.
func (s *state) said(fact int) Said {
	qi := s.g.owner[fact]
	q := &s.g.k.Questions[qi]
	o := &q.Options[fact-s.g.questions[qi].first]
	return Said{Fact: s.g.names[fact], Question: q.Title, Option: o.Label, How: s.answers[q.ID].how(q, o.ID)}
}

// how says how the answer treats an option of its question.
func (a Answer) how(q *Question, option string) How {
	switch {
	case a.Has(option):
		return Chosen
	case a.Unsure && slices.Contains(q.IfUnsure, option):
		return Careful
	case a.Unsure || slices.Contains(a.Open, option):
		return NotSure
	}
	return Unanswered
}

// trace collects the person's answers behind a condition: those facts of the first alternative with this value that are
// at least Unknown, derived and implied facts taken apart, each once, in question order.
func (s *state) trace(w when, value Truth) []Said {
	for _, c := range w {
		if s.all(c) == value {
			var t tracer
			s.leavesOf(c, &t)
			return t.said
		}
	}
	return nil
}

// reason is the answer behind one fact, or the answers.
func (s *state) reason(fact int) []Said {
	var t tracer
	s.leaves(fact, &t)
	return t.said
}

// tracer gathers answers and their facts. Those found while as is set count as that fact.
type tracer struct {
	said  []Said
	facts []int
	seen  []int
	as    *Said
}

func (s *state) leavesOf(c []literal, t *tracer) {
	for _, l := range c {
		if l&1 == 0 {
			s.leaves(int(l>>1), t)
		}
	}
}

// leaves adds the answers that make a fact what it is.
func (s *state) leaves(fact int, t *tracer) {
	known, first := s.facts[fact], len(s.g.owner)
	switch {
	case known == No || slices.Contains(t.seen, fact):
	case fact >= first:
		for _, f := range s.g.derived[fact-first].of {
			if s.facts[f] == known || known == Unknown && s.facts[f] == Yes {
				s.leaves(f, t)
			}
		}
	case slices.Contains(s.implied, fact):
		t.seen = append(t.seen, fact)
		outer := t.as
		if t.as == nil {
			x := s.said(fact)
			t.as = &x
		}
		qi := s.g.owner[fact]
		for _, c := range s.g.questions[qi].options[fact-s.g.questions[qi].first].also {
			if s.all(c) == known {
				s.leavesOf(c, t)
				break
			}
		}
		t.as = outer
	default:
		x := s.said(fact)
		if t.as != nil {
			x.For, x.As = t.as.Fact, t.as.Option
		}
		t.said, t.facts, t.seen = append(t.said, x), append(t.facts, fact), append(t.seen, fact)
	}
}
