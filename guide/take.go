package guide

import (
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// Searched reports whether health items are looked for on this question: the history question itself, and the drawers that
// bring up its options.
func (g *Guide) Searched(question string) bool {
	q := g.Question(question)
	return g.history >= 0 && q != nil && (q.Role == knowledge.RoleHistory || q.Role == knowledge.RoleDrawers)
}

// waysTo lists the facts that bring a health item up, one set for each way: those that show it or, for an item that is never
// offered itself, those that make it true.
func waysTo(o *knowledge.Option) knowledge.When {
	if o.Hidden {
		return o.Also
	}
	return o.ShowWhen
}

// needs returns the first way for this person to be asked about a health item: a list of options to choose. It is empty if the
// item is certainly asked already. It reports false if nothing leads to it.
func (s *state) needs(o *knowledge.Option) (facts []string, ok bool) {
	c := &s.g.questions[s.g.history]
	if s.applies[s.g.history] == Yes && s.holds(c.options[s.g.k.Questions[s.g.history].Index(o.ID)].show) == Yes {
		return nil, true
	}
	for _, all := range waysTo(o) {
		if !slices.ContainsFunc(all, func(fact string) bool { return !s.sayable(fact) }) {
			return all, true
		}
	}
	return nil, false
}

// sayable reports whether a fact is an option of a list that this person is asked.
func (s *state) sayable(fact string) bool {
	id, option, _ := strings.Cut(fact, "/")
	qi, ok := s.g.byID[id]
	if !ok || s.g.k.Questions[qi].Kind != knowledge.Many || s.applies[qi] != Yes {
		return false
	}
	oi := s.g.k.Questions[qi].Index(option)
	return oi >= 0 && s.holds(s.g.questions[qi].options[oi].show) != No
}

// Take answers yes to a health item wherever it belongs, or leaves it open, together with the facts without which it is not
// asked. It returns the facts that were not chosen before. An answer of "not sure" in the same list is kept, option by option.
// An item that does not apply to this person changes nothing.
func (i Interview) Take(item string, open bool) (Interview, []string) {
	q, s := i.g.Role(knowledge.RoleHistory), i.state
	if q == nil || q.Option(item) == nil || item == knowledge.None {
		return i, nil
	}
	facts, ok := s.needs(q.Option(item))
	if !ok {
		return i, nil
	}
	hidden := q.Option(item).Hidden
	if !hidden {
		i = i.Answer(q.ID, s.beside(i.answers[q.ID], q.ID, item, open))
	}
	var brought []string
	for _, fact := range facts {
		id, option, _ := strings.Cut(fact, "/")
		a := i.answers[id]
		if !a.Has(option) && !(hidden && slices.Contains(a.Open, option)) {
			brought = append(brought, fact)
		}
		if hidden || !a.Has(option) {
			i = i.Answer(id, s.beside(a, id, option, open && hidden))
		}
	}
	return i, brought
}

// Drop takes back what was said of a health item. For one that is never offered itself, that is the facts of other lists that
// make it true; it returns those that it took back.
func (i Interview) Drop(item string) (Interview, []string) {
	q, s := i.g.Role(knowledge.RoleHistory), i.state
	if q == nil || q.Option(item) == nil {
		return i, nil
	}
	if !q.Option(item).Hidden {
		a := i.answers[q.ID]
		a.Options, a.Open = without(a.Options, item), without(a.Open, item)
		return i.Answer(q.ID, a), nil
	}
	var taken []string
	for _, all := range waysTo(q.Option(item)) {
		if yes, open := s.way(all); !yes && !open {
			continue
		}
		for _, fact := range all {
			id, option, _ := strings.Cut(fact, "/")
			a := i.answers[id]
			a.Options, a.Open = without(a.Options, option), without(a.Open, option)
			i, taken = i.Answer(id, a), append(taken, fact)
		}
	}
	return i, taken
}

// Items is what was said of the health items: the answer to the history question, along with the items that are never offered
// and follow from other lists.
func (i Interview) Items() Answer {
	q, s := i.g.Role(knowledge.RoleHistory), i.state
	if q == nil {
		return Answer{}
	}
	a := i.answers[q.ID]
	options, left := slices.Clone(a.Options), slices.Clone(a.Open)
	for oi := range q.Options {
		o := &q.Options[oi]
		if !o.Hidden {
			continue
		}
		anyYes, anyOpen := false, false
		for _, all := range waysTo(o) {
			yes, open := s.way(all)
			anyYes, anyOpen = anyYes || yes, anyOpen || open
		}
		switch {
		case anyYes:
			options = append(options, o.ID)
		case anyOpen:
			left = append(left, o.ID)
		}
	}
	a.Options, a.Open = sortedOptions(q, options), sortedOptions(q, left)
	return a
}

// way reports whether all facts of a way to an item were chosen on lists, or all were chosen or left open there one by one.
func (s *state) way(facts []string) (yes, open bool) {
	yes, open = true, true
	for _, fact := range facts {
		if !s.sayable(fact) {
			return false, false
		}
		id, option, _ := strings.Cut(fact, "/")
		a := s.answers[id]
		yes, open = yes && a.Has(option), open && (a.Has(option) || slices.Contains(a.Open, option))
	}
	return yes, open && !yes
}

// beside returns the answer to a list with one more option, chosen or left open.
func (s *state) beside(a Answer, question, option string, open bool) Answer {
	qi := s.g.byID[question]
	q, left := &s.g.k.Questions[qi], without(a.Open, option)
	if a.Unsure {
		for _, o := range s.asked(qi).Shown {
			if o.ID != knowledge.None && o.ID != option {
				left = append(left, o.ID)
			}
		}
	}
	if open {
		return Answer{Options: without(a.Options, option), Open: sortedOptions(q, append(left, option))}
	}
	return Answer{Options: sortedOptions(q, append(without(without(a.Options, knowledge.None), option), option)), Open: left}
}

// sortedOptions puts options in the question's order.
func sortedOptions(q *knowledge.Question, options []string) []string {
	slices.SortFunc(options, func(x, y string) int { return q.Index(x) - q.Index(y) })
	return options
}

func without(options []string, option string) []string {
	return slices.DeleteFunc(slices.Clone(options), func(id string) bool { return id == option })
}
