package audit

import (
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/rules"
)

// maxSteps bounds a search. The content's rules need some dozens.
const maxSteps = 20000

// solve proposes answers under which all literals should hold, until accept takes some. It reports whether it did.
func (s *space) solve(g *numbered, want []rules.Literal, accept func(guide.Answers) bool) bool {
	return rules.NewSolver(g.Program, g.signs, maxSteps).Solve(want, func(choices []rules.Choice) bool { return accept(s.answers(g, choices)) })
}

// prerequisites returns the other facts that the first solution needs, in question order.
func prerequisites(g *numbered, fact int) []int {
	var needs []int
	rules.NewSolver(g.Program, g.signs, maxSteps).Solve([]rules.Literal{rules.Is(fact)}, func(choices []rules.Choice) bool {
		for f, c := range choices {
			if c == rules.Chosen && f != fact {
				needs = append(needs, f)
			}
		}
		return true
	})
	return needs
}

// answers makes every question's answer of what was set: nothing else of a list, the calmest choice that is left.
func (s *space) answers(g *numbered, choices []rules.Choice) guide.Answers {
	a := guide.Answers{}
	for qi := range g.Questions {
		q, first := &g.k.Questions[qi], g.Questions[qi].First
		var x guide.Answer
		for oi := range q.Options {
			if choices[first+oi] == rules.Chosen {
				x.Options = append(x.Options, q.Options[oi].ID)
				x.Value = q.Options[oi].From
			}
		}
		if len(x.Options) == 0 {
			if oi := s.rest(g, choices, qi); oi >= 0 {
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
func (s *space) rest(g *numbered, choices []rules.Choice, qi int) int {
	q, first := &g.k.Questions[qi], g.Questions[qi].First
	if q.Kind == knowledge.Many {
		if none := q.Index(knowledge.None); none >= 0 && choices[first+none] != rules.Refused {
			return none
		}
		return -1
	}
	if oi := s.calm[qi]; oi >= 0 && choices[first+oi] != rules.Refused {
		return oi
	}
	for oi := range q.Options {
		if choices[first+oi] != rules.Refused {
			return oi
		}
	}
	return -1
}
