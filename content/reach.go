package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/rules"
)

// checkReach looks for answers that bring up every question, option, fact and alternative of a rule. What no answers can
// bring up is dead: it looks like care and is none.
func (l *loader) checkReach(g *guide.Guide) {
	k := &l.lib.Knowledge
	if l.wrong("questions.yaml", "facts.yaml") {
		return // what is asked may be something else than was meant
	}
	s := newSolver(g)
	for qi := range k.Questions {
		q, p := &k.Questions[qi], l.places.questions[qi]
		if len(q.AskWhen) > 0 && !s.any(q.AskWhen) {
			l.at(p.field("ask_when"), "no answers lead to this question; its conditions contradict each other")
			continue
		}
		for oi := range q.Options {
			o, at := &q.Options[oi], p.list("options", oi)
			if len(o.ShowWhen) > 0 && !o.Hidden && !s.any(both(q.AskWhen, o.ShowWhen)) {
				l.at(at.field("show_when"), "no answers lead to this option; its conditions contradict those of the question")
			}
			l.deadSets(s, o.Also, at.field("also"))
		}
	}
	for i := range k.Derived {
		if d := &k.Derived[i]; d.ID != never && !s.possible([]string{d.ID}) {
			l.at(l.places.derived[i], "no answers make this fact true")
		}
	}
	for i := range k.RedFlags {
		l.deadSets(s, k.RedFlags[i].When, l.places.flags[i].field("when"))
	}
	for i := range k.Patterns {
		l.deadSets(s, k.Patterns[i].When, l.places.patterns[i].field("when"))
	}
	for i := range k.Therapies {
		for j := range k.Therapies[i].Indications {
			l.deadSets(s, k.Therapies[i].Indications[j].When, l.places.therapies[i].list("indications", j).field("when"))
		}
	}
}

// both is the condition that two conditions hold.
func both(x, y knowledge.When) knowledge.When {
	var out knowledge.When
	for _, a := range sets(x) {
		for _, b := range sets(y) {
			out = append(out, slices.Concat(a, b))
		}
	}
	return out
}

// deadSets reports the sets of a condition that no answers satisfy.
func (l *loader) deadSets(s *solver, w knowledge.When, p *place) {
	for i, all := range w {
		if !p.bad && !s.possible(all) {
			l.at(p.item(i), "no answers satisfy this set; its facts contradict each other")
		}
	}
}

// maxSteps is what the search for one set may take. Living sets of the built-in content take some twenty, dead ones up to two thousand.
const maxSteps = 5000

// solver finds out whether answers satisfy a set: a rules.Solver proposes, and the guide judges. A set counts as dead only after a
// search to the end.
type solver struct {
	g       *guide.Guide
	program *rules.Program
	signs   []int
	seen    map[string]bool // verdicts on sets asked before
}

func newSolver(g *guide.Guide) *solver {
	k := g.Knowledge()
	s := &solver{g: g, program: rules.Number(k.Questions, k.Derived), seen: map[string]bool{}}
	for qi := range k.Questions {
		q := &k.Questions[qi]
		for oi := range q.Options {
			if o := &q.Options[oi]; len(q.AskWhen)+len(o.ShowWhen) > 0 && g.Warns(q.ID, o.ID) {
				s.signs = append(s.signs, s.program.Questions[qi].First+oi)
			}
		}
	}
	return s
}

// sets are the alternatives of a condition; one that asks for nothing when it is empty.
func sets(w knowledge.When) knowledge.When {
	if len(w) == 0 {
		return knowledge.When{nil}
	}
	return w
}

// any reports whether one of the sets is possible.
func (s *solver) any(w knowledge.When) bool { return slices.ContainsFunc(w, s.possible) }

// possible reports whether there are answers under which all these literals hold.
func (s *solver) possible(all []string) bool {
	key := strings.Join(all, ",")
	if known, ok := s.seen[key]; ok {
		return known
	}
	search := rules.NewSolver(s.program, s.signs, maxSteps)
	found := search.Solve(s.program.Literals(all), func(choices []rules.Choice) bool {
		known, err := s.g.Holds(knowledge.When{all}, s.answers(choices))
		return err == nil && known == guide.Yes
	})
	s.seen[key] = found || search.GaveUp()
	return s.seen[key]
}

// answers makes answers of choices. Every other question is answered with none, or with an option that is not refused; where it
// is not asked that does not count.
func (s *solver) answers(choices []rules.Choice) guide.Answers {
	a := guide.Answers{}
	k := s.g.Knowledge()
	for qi := range k.Questions {
		q := &k.Questions[qi]
		of := choices[s.program.Questions[qi].First:][:len(q.Options)]
		var answer guide.Answer
		for oi, c := range of {
			if c == rules.Chosen {
				answer.Options = append(answer.Options, q.Options[oi].ID)
			}
		}
		if len(answer.Options) == 0 {
			answer.Options = s.neutral(q, of, a)
		}
		if q.Kind == knowledge.Scale && len(answer.Options) > 0 {
			answer.Value = q.Option(answer.Options[0]).From
		}
		if len(answer.Options) > 0 {
			a[q.ID] = answer
		}
	}
	return a
}

// neutral is an answer that is offered, given those before it, and that nothing refuses.
func (s *solver) neutral(q *knowledge.Question, choices []rules.Choice, before guide.Answers) []string {
	for _, plain := range []bool{true, false} {
		for oi := range q.Options {
			o := &q.Options[oi]
			if q.Kind == knowledge.Many && o.ID != knowledge.None || choices[oi] == rules.Refused || plain && len(o.ShowWhen) > 0 {
				continue
			}
			if !plain {
				if shown, err := s.g.Holds(o.ShowWhen, before); err != nil || shown != guide.Yes {
					continue
				}
			}
			return []string{o.ID}
		}
	}
	return nil
}
