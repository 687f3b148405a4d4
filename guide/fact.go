package guide

import "knead/guide/knowledge"

// state is the value of every fact under these answers: applies[q] is whether question q is asked of this person, and facts[f]
// is what is known of fact f. Implied lists the facts that answers elsewhere have raised above the person's own answer to them.
// Unasked lists those that count although their question or option is not asked of this person; unaskedSign is the most that is
// known of a sign among them.
type state struct {
	g           *Guide
	answers     Answers
	applies     []Truth
	facts       []Truth
	implied     []int
	unasked     []int
	leaves      []leaf // scratch
	unaskedSign Truth
	unaskedPage int // the page of the last of these signs, or -1
}

func (g *Guide) evaluate(a Answers) state {
	if g.evaluated != nil {
		g.evaluated()
	}
	s := state{g: g, answers: a, applies: make([]Truth, len(g.questions)), facts: make([]Truth, len(g.names)), unaskedPage: -1}
	for qi := range g.questions {
		q, c := &g.k.Questions[qi], &g.questions[qi]
		facts := s.facts[c.first : c.first+len(c.options)]
		s.applies[qi] = s.holds(c.ask)
		if q.Detail && c.page == s.unaskedPage {
			s.applies[qi] = Yes
		}
		if s.applies[qi] != No {
			s.take(a[q.ID], q, c, facts)
		}
		for oi := range c.options {
			o := &c.options[oi]
			// A question or option that does not apply is no. One that may apply counts as it was answered.
			if facts[oi] != No && s.holds(o.show) == No {
				facts[oi] = No
			}
		}
		if c.gated {
			s.keep(a[q.ID], qi)
		}
		for oi := range c.options {
			o := &c.options[oi]
			if len(o.also) > 0 {
				if v := s.holds(o.also); v > facts[oi] {
					facts[oi], s.implied = v, append(s.implied, c.first+oi)
				}
			}
		}
		for _, di := range c.ready {
			s.facts[len(g.owner)+di] = s.count(&g.derived[di])
		}
	}
	return s
}

// take writes down what an answer says of the options, all of which are still No. Silence leaves them unknown, and so does
// "not sure", save for the careful options, and so does a choice that is not offered anymore. A partial answer rules nothing out.
func (s *state) take(a Answer, q *knowledge.Question, c *question, facts []Truth) {
	if a.Unsure || len(a.Options) == 0 || q.Kind != knowledge.Many && !s.offered(a.Options[0], q, c) {
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
	if a.Partial {
		for oi := range facts {
			facts[oi] = Unknown
		}
	}
	for _, id := range a.Open {
		if oi := q.Index(id); oi >= 0 {
			facts[oi] = Unknown
		}
	}
	for _, id := range a.Options {
		if oi := q.Index(id); oi >= 0 {
			facts[oi] = a.chosen(q, oi)
		}
	}
}

// chosen is what an option counts as when it was chosen. An answer that contradicts itself settles nothing.
func (a Answer) chosen(q *knowledge.Question, oi int) Truth {
	if len(a.Dropped) > 0 && q.Options[oi].Settles {
		return Unknown
	}
	return Yes
}

func (s *state) offered(id string, q *knowledge.Question, c *question) bool {
	oi := q.Index(id)
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
	if d.unasked {
		return s.unaskedSign
	}
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
