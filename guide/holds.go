package guide

import (
	"fmt"

	"knead/guide/knowledge"
)

// Holds tells what is known of a condition, given these answers: for whoever checks the rules one by one. The error names
// a fact that does not exist.
func (g *Guide) Holds(w knowledge.When, a Answers) (Truth, error) {
	compiled, unknown := g.compile(w)
	if len(unknown) > 0 {
		return No, fmt.Errorf("unknown fact %q", unknown[0])
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
