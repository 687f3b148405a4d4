package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
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
			l.at(p.field("ask_when"), "no answers bring up this question; some of what it asks for cannot hold together")
			continue
		}
		for oi := range q.Options {
			o, at := &q.Options[oi], p.list("options", oi)
			if len(o.ShowWhen) > 0 && !o.Hidden && !s.any(both(q.AskWhen, o.ShowWhen)) {
				l.at(at.field("show_when"), "no answers bring up this option; some of what it asks for cannot hold together with the question")
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
			l.at(p.item(i), "no answers satisfy this set; some of its facts cannot hold together")
		}
	}
}

// maxSteps is what the search for one set may take. Living sets of the built-in content take some twenty, dead ones up to two thousand.
const maxSteps = 5000

// solver searches for answers under which facts hold. It proposes answers by following what each fact needs backwards, and
// lets the guide judge them. What it could not settle within maxSteps it lets pass: a rule is called dead only after a
// search to the end.
type solver struct {
	g         *guide.Guide
	questions map[string]*knowledge.Question
	options   map[string]*knowledge.Option
	derived   map[string]*knowledge.Derived
	steps     int
	not       map[string]bool // facts that must not hold, for the set in hand
	seen      map[string]bool // verdicts on sets asked before
}

func newSolver(g *guide.Guide) *solver {
	s := &solver{
		g: g, questions: map[string]*knowledge.Question{}, options: map[string]*knowledge.Option{},
		derived: map[string]*knowledge.Derived{}, seen: map[string]bool{},
	}
	k := g.Knowledge()
	for qi := range k.Questions {
		q := &k.Questions[qi]
		s.questions[q.ID] = q
		for oi := range q.Options {
			s.options[q.ID+"/"+q.Options[oi].ID] = &q.Options[oi]
		}
	}
	for i := range k.Derived {
		s.derived[k.Derived[i].ID] = &k.Derived[i]
	}
	return s
}

// any reports whether one of the sets is possible.
func (s *solver) any(w knowledge.When) bool { return slices.ContainsFunc(w, s.possible) }

// possible reports whether there are answers under which all these literals hold.
func (s *solver) possible(all []string) bool {
	key := strings.Join(all, ",")
	if known, ok := s.seen[key]; ok {
		return known
	}
	s.steps, s.not = 0, map[string]bool{}
	for _, f := range all {
		if plain, negated := strings.CutPrefix(f, "not "); negated {
			s.forbid(plain)
		}
	}
	found := false
	s.solve(all, nil, func(have []string) bool {
		known, err := s.g.Holds(knowledge.When{all}, s.answers(have))
		found = found || err == nil && known == guide.Yes
		return !found
	})
	s.seen[key] = found || s.steps > maxSteps
	return s.seen[key]
}

// solve proposes sets of answers that contain what is needed and what that needs in turn. It ends when yield says no.
func (s *solver) solve(need, have []string, yield func([]string) bool) bool {
	if s.steps++; s.steps > maxSteps {
		return false
	}
	for len(need) > 0 && slices.Contains(have, need[0]) {
		need = need[1:]
	}
	if len(need) == 0 {
		return yield(have)
	}
	f, rest := need[0], need[1:]
	if plain, negated := strings.CutPrefix(f, "not "); negated {
		return slices.Contains(have, plain) || s.solve(rest, have, yield)
	}
	if s.not[f] {
		return true
	}
	if d := s.derived[f]; d != nil {
		if d.Unasked {
			return s.unasked(rest, have, yield)
		}
		if len(d.Of) == 0 {
			for _, m := range d.Any {
				if !s.solve(append([]string{m}, rest...), have, yield) {
					return false
				}
			}
			return true
		}
		return choose(d.Of, d.AtLeast, nil, func(members []string) bool {
			return s.solve(append(slices.Clone(members), rest...), have, yield)
		})
	}
	o := s.options[f]
	if o == nil {
		return true
	}
	question, option, _ := strings.Cut(f, "/")
	q := s.questions[question]
	if !clashes(q, option, have) {
		with := append(slices.Clone(have), f)
		for _, ask := range sets(q.AskWhen) {
			for _, show := range sets(o.ShowWhen) {
				if !s.solve(slices.Concat(ask, show, rest), with, yield) {
					return false
				}
			}
		}
	}
	for _, also := range o.Also {
		if !s.solve(slices.Concat(also, rest), have, yield) {
			return false
		}
	}
	return true
}

// unasked proposes to choose a sign without what brings it up.
func (s *solver) unasked(rest, have []string, yield func([]string) bool) bool {
	k := s.g.Knowledge()
	for qi := range k.Questions {
		q := &k.Questions[qi]
		for oi := range q.Options {
			if o := &q.Options[oi]; len(q.AskWhen)+len(o.ShowWhen) > 0 && s.g.Warns(q.ID, o.ID) && !clashes(q, o.ID, have) {
				if !s.solve(rest, append(slices.Clone(have), q.ID+"/"+o.ID), yield) {
					return false
				}
			}
		}
	}
	return true
}

// sets are the alternatives of a condition; one that asks for nothing when it is empty.
func sets(w knowledge.When) knowledge.When {
	if len(w) == 0 {
		return knowledge.When{nil}
	}
	return w
}

// choose yields every way to choose n members.
func choose(members []string, n int, chosen []string, yield func([]string) bool) bool {
	if n == 0 {
		return yield(chosen)
	}
	for i := range len(members) - n + 1 {
		if !choose(members[i+1:], n-1, append(slices.Clone(chosen), members[i]), yield) {
			return false
		}
	}
	return true
}

// clashes reports whether an option cannot be chosen beside what is chosen already.
func clashes(q *knowledge.Question, option string, have []string) bool {
	for _, h := range have {
		question, other, _ := strings.Cut(h, "/")
		if question == q.ID && (q.Kind != knowledge.Many || option == knowledge.None || other == knowledge.None) {
			return true
		}
	}
	return false
}

// answers makes answers of the chosen facts. Every other question is answered with none, or with an option that nothing
// here forbids; where it is not asked that does not count.
func (s *solver) answers(have []string) guide.Answers {
	a := guide.Answers{}
	k := s.g.Knowledge()
	for qi := range k.Questions {
		q := &k.Questions[qi]
		var answer guide.Answer
		for oi := range q.Options {
			if id := q.Options[oi].ID; slices.Contains(have, q.ID+"/"+id) {
				answer.Options = append(answer.Options, id)
			}
		}
		if len(answer.Options) == 0 {
			answer.Options = s.neutral(q, a)
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

// neutral is an answer that is offered, given those before it, and that nothing forbids.
func (s *solver) neutral(q *knowledge.Question, before guide.Answers) []string {
	for _, plain := range []bool{true, false} {
		for oi := range q.Options {
			o := &q.Options[oi]
			if q.Kind == knowledge.Many && o.ID != knowledge.None || s.not[q.ID+"/"+o.ID] || plain && len(o.ShowWhen) > 0 {
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

// forbid takes a fact away. Of a derived fact that counts, single members may hold: the guide judges that.
func (s *solver) forbid(fact string) {
	s.not[fact] = true
	if d := s.derived[fact]; d != nil {
		for _, m := range d.Any {
			s.forbid(m)
		}
	}
}
