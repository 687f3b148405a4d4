package guide

import (
	"fmt"
	"strings"
)

// Holds tells what is known of a condition, given these answers: for whoever checks the rules one by one. The error names
// a fact that does not exist.
func (g *Guide) Holds(w When, a Answers) (Truth, error) {
	compiled := make(when, 0, len(w))
	for _, all := range w {
		c := make([]literal, 0, len(all))
		for _, name := range all {
			plain, negated := strings.CutPrefix(name, "not ")
			f, ok := g.facts[plain]
			if !ok {
				return No, fmt.Errorf("unknown fact %q", plain)
			}
			l := literal(f) << 1
			if negated {
				l |= 1
			}
			c = append(c, l)
		}
		compiled = append(compiled, c)
	}
	s := g.evaluate(a)
	return s.holds(compiled), nil
}

// Aside lists the answers that do not count, because their question or option is not put to this person.
func (g *Guide) Aside(a Answers) []Said {
	s := g.evaluate(a)
	return s.aside(a)
}

// MayAsk lists the questions that are put to this person, or may be, each with the options that are offered, or may be. What
// is answered there counts; what is answered elsewhere stands aside.
func (g *Guide) MayAsk(a Answers) []Asked {
	s := g.evaluate(a)
	var out []Asked
	for qi := range g.questions {
		if s.applies[qi] != No {
			out = append(out, s.asked(qi))
		}
	}
	return out
}
