package guide

import (
	"slices"

	"knead/guide/knowledge"
)

// Said is one of the person's answers, given as a reason. It names the option that matters and how the person answered it, so
// that it is clear whether the option may be quoted: only a Chosen one may.
type Said struct {
	Fact     string // "question/option"; the question alone where it was left open as a whole
	Question string // the question's title
	Option   string // the option's label; "" for a whole question
	How      How
	For      string // the fact that this answer makes true, where it is another one
	As       string // that fact's label
}

// How is how a person answered an option.
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
	return Said{Fact: s.g.names[fact], Question: q.Quoted(), Option: o.Label, How: s.answers[q.ID].how(q, o.ID)}
}

// how returns how the answer treats an option of its question.
func (a Answer) how(q *knowledge.Question, option string) How {
	switch {
	case a.Has(option):
		return Chosen
	case a.Unsure && slices.Contains(q.IfUnsure, option):
		return Careful
	case a.Unsure || slices.Contains(a.Open, option) || slices.Contains(a.Dropped, Unsure):
		return NotSure
	}
	return Unanswered
}

// trace collects the person's answers behind a condition: those facts of the first alternative with this value that are
// at least Unknown, derived and implied facts taken apart, each once, in question order.
func (s *state) trace(w when, value Truth) []Said {
	for _, c := range w {
		if s.all(c) == value {
			return s.reasons(s.leavesOf(c, none, s.leaves[:0]))
		}
	}
	return nil
}

// reason is the answer behind one fact, or the answers.
func (s *state) reason(fact int) []Said { return s.reasons(s.leavesOfFact(fact, none, s.leaves[:0])) }

// leaf is the fact of an answer, and the fact that it implies, or none.
type leaf struct{ fact, as int }

const none = -1

// reasons are leaves in words. Their slice is free for the next ones then.
func (s *state) reasons(leaves []leaf) []Said {
	s.leaves = leaves
	out := make([]Said, len(leaves))
	for i, l := range leaves {
		out[i] = s.said(l.fact)
		if l.as != none {
			as := s.said(l.as)
			out[i].For, out[i].As = as.Fact, as.Option
		}
	}
	return out
}

func (s *state) leavesOf(c []literal, as int, found []leaf) []leaf {
	for _, l := range c {
		if l&1 == 0 {
			found = s.leavesOfFact(int(l>>1), as, found)
		}
	}
	return found
}

// leavesOfFact adds the answers that make a fact what it is.
func (s *state) leavesOfFact(fact, as int, found []leaf) []leaf {
	known, first := s.facts[fact], len(s.g.owner)
	switch {
	case known == No:
	case fact >= first && s.g.derived[fact-first].unasked:
		for _, f := range s.g.signs {
			if slices.Contains(s.unasked, f) && (s.unaskedSign == Unknown || s.said(f).How == Chosen) {
				found = add(found, leaf{f, as})
			}
		}
	case fact >= first:
		for _, f := range s.g.derived[fact-first].of {
			if s.facts[f] == known || known == Unknown && s.facts[f] == Yes {
				found = s.leavesOfFact(f, as, found)
			}
		}
	case slices.Contains(s.implied, fact):
		if as == none {
			as = fact
		}
		qi := s.g.owner[fact]
		for _, c := range s.g.questions[qi].options[fact-s.g.questions[qi].first].also {
			if s.all(c) == known {
				return s.leavesOf(c, as, found)
			}
		}
	default:
		found = add(found, leaf{fact, as})
	}
	return found
}

// add adds an answer, once.
func add(found []leaf, l leaf) []leaf {
	if slices.ContainsFunc(found, func(x leaf) bool { return x.fact == l.fact }) {
		return found
	}
	return append(found, l)
}
