package guide

import (
	"errors"
	"strconv"

	"knead/guide/knowledge"
)

// Holds returns what is known of a condition, given these answers, for checking rules one by one. The error names an unknown
// fact.
func (g *Guide) Holds(w knowledge.When, a Answers) (Truth, error) {
	compiled, unknown := g.compile(w)
	if len(unknown) > 0 {
		return No, errors.New("unknown fact " + strconv.Quote(unknown[0]))
	}
	s := g.evaluate(a)
	return s.holds(compiled), nil
}

// Aside lists the answers that do not count, because their question or option is not put to this person.
func (g *Guide) Aside(a Answers) []Said {
	s := g.evaluate(a)
	return s.aside(a)
}

// MayAsk returns the questions that this person is asked, or may be, each with the options that are offered, or may be. Answers
// to these count; answers to others are set aside.
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
