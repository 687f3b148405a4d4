package guide

import "slices"

// state is what the answers make of every fact: applies[q] says whether question q is asked of this person, facts[f] what
// is known of fact f.
type state struct {
	g       *Guide
	applies []Truth
	facts   []Truth
}

func (g *Guide) evaluate(a Answers) state {
	s := state{g: g, applies: make([]Truth, len(g.questions)), facts: make([]Truth, len(g.names))}
	for qi := range g.questions {
		q, c := &g.k.Questions[qi], &g.questions[qi]
		facts := s.facts[c.first : c.first+len(c.options)]
		s.applies[qi] = s.holds(c.ask)
		if s.applies[qi] != No {
			s.take(a[q.ID], q, c, facts)
		}
		for oi := range c.options {
			o := &c.options[oi]
			// A question or option that does not apply is no. One that may apply counts as it was answered.
			if facts[oi] != No && s.holds(o.show) == No {
				facts[oi] = No
			}
			if len(o.also) > 0 {
				facts[oi] = max(facts[oi], s.holds(o.also))
			}
		}
		for _, di := range c.ready {
			s.facts[len(g.owner)+di] = s.count(&g.derived[di])
		}
	}
	return s
}

// take writes down what an answer says of the options, all of which are still No. Silence leaves them unknown, and so does
// "not sure", save for the careful options, and so does a choice that is not offered any more.
func (s *state) take(a Answer, q *Question, c *question, facts []Truth) {
	if a.Unsure || len(a.Options) == 0 || q.Kind != Many && !s.offered(a.Options[0], q, c) {
		for oi := range facts {
			facts[oi] = Unknown
		}
		if a.Unsure {
			for _, oi := range c.careful {
				facts[oi] = Yes
			}
		}
		return
	}
	for _, id := range a.Open {
		if oi := q.optionIndex(id); oi >= 0 {
			facts[oi] = Unknown
		}
	}
	for _, id := range a.Options {
		if oi := q.optionIndex(id); oi >= 0 {
			facts[oi] = Yes
		}
	}
}

func (s *state) offered(id string, q *Question, c *question) bool {
	oi := q.optionIndex(id)
	return oi >= 0 && s.holds(c.options[oi].show) != No
}

// value is what a literal is worth. Not knowing whether something is settled is as good as its not being settled: else "not
// sure" about a cold would count for less than no cold.
func (s *state) value(l literal) Truth {
	v := s.facts[l>>1]
	switch {
	case l&1 == 0:
		return v
	case v == Unknown && s.g.settles[l>>1]:
		return Yes
	}
	return Yes - v
}

func (s *state) all(c []literal) Truth {
	v := Yes
	for _, l := range c {
		v = min(v, s.value(l))
		if v == No {
			break
		}
	}
	return v
}

func (s *state) holds(w when) Truth {
	if len(w) == 0 {
		return Yes
	}
	v := No
	for _, c := range w {
		v = max(v, s.all(c))
		if v == Yes {
			break
		}
	}
	return v
}

func (s *state) count(d *derived) Truth {
	yes, open := 0, 0
	for _, f := range d.of {
		switch s.facts[f] {
		case Yes:
			yes++
		case Unknown:
			open++
		}
	}
	switch {
	case yes >= d.atLeast:
		return Yes
	case yes+open >= d.atLeast:
		return Unknown
	}
	return No
}

// Said is one of the person's own answers, as a reason: the fact, and the words in which it was asked and answered.
type Said struct {
	Fact     string `json:"fact"`
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Known    Truth  `json:"-"` // Yes, or Unknown for an answer that is open
}

// said returns the fact in the words of its question.
func (s *state) said(fact int) Said {
	qi := s.g.owner[fact]
	q := &s.g.k.Questions[qi]
	return Said{Fact: s.g.names[fact], Question: q.Title, Answer: q.Options[fact-s.g.questions[qi].first].Label, Known: s.facts[fact]}
}

// trace collects the person's answers behind a condition: those facts of the first alternative with this value that are
// at least Unknown, derived facts taken apart, each once, in question order.
func (s *state) trace(w when, value Truth) []Said {
	for _, c := range w {
		if s.all(c) != value {
			continue
		}
		seen := make([]int, 0, 8)
		for _, l := range c {
			if l&1 == 0 {
				seen = s.leaves(int(l>>1), seen)
			}
		}
		return s.saidAll(seen)
	}
	return nil
}

// leaves adds the answers that make a fact what it is. A fact that an answer elsewhere made true is itself a leaf.
func (s *state) leaves(fact int, seen []int) []int {
	if s.facts[fact] == No {
		return seen
	}
	first := len(s.g.owner)
	if fact < first {
		if slices.Contains(seen, fact) {
			return seen
		}
		return append(seen, fact)
	}
	for _, f := range s.g.derived[fact-first].of {
		if s.facts[f] == s.facts[fact] || (s.facts[fact] == Unknown && s.facts[f] == Yes) {
			seen = s.leaves(f, seen)
		}
	}
	return seen
}

func (s *state) saidAll(facts []int) []Said {
	out := make([]Said, 0, len(facts))
	for _, f := range facts {
		out = append(out, s.said(f))
	}
	return out
}
