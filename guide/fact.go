package guide

import "strings"

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
		s.applies[qi] = s.holds(c.ask)
		answer, given := a[q.ID]
		for oi := range c.options {
			o := &c.options[oi]
			v := No
			// A question or option that does not apply is no. One that may apply counts as it was answered.
			if s.applies[qi] != No && s.holds(o.show) != No {
				v = said(answer, given, q.Options[oi].ID, oi, c.careful)
			}
			if len(o.also) > 0 {
				v = max(v, s.holds(o.also))
			}
			s.facts[c.first+oi] = v
		}
		for _, di := range c.ready {
			s.facts[len(s.facts)-len(g.derived)+di] = s.count(&g.derived[di])
		}
	}
	return s
}

// said is what an answer says of one option. Silence is unknown, and so is "not sure", save for the careful options.
func said(a Answer, given bool, id string, option int, careful []int) Truth {
	switch {
	case !given:
		return Unknown
	case a.Unsure:
		for _, c := range careful {
			if c == option {
				return Yes
			}
		}
		return Unknown
	case a.Has(id):
		return Yes
	}
	for _, o := range a.Open {
		if o == id {
			return Unknown
		}
	}
	if len(a.Options) == 0 { // only single options were left open: the rest was never answered
		return Unknown
	}
	return No
}

func (s *state) value(l literal) Truth {
	if l&1 == 1 {
		return Yes - s.facts[l>>1]
	}
	return s.facts[l>>1]
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
	q, o, _ := strings.Cut(s.g.names[fact], "/")
	question := s.g.Question(q)
	return Said{Fact: s.g.names[fact], Question: question.Title, Answer: question.Option(o).Label, Known: s.facts[fact]}
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
	first := len(s.facts) - len(s.g.derived)
	if fact < first {
		for _, f := range seen {
			if f == fact {
				return seen
			}
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
