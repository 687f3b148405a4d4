package guide

import (
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// Overrules returns the chosen options that a blanket answer to the list ("none of these", or "not sure" to the whole question)
// would clear. It includes options that are not offered now, because they count again when they are. The caller must name them
// before it takes such an answer: a sign that was chosen is never dropped silently.
func (i Interview) Overrules(question string, a Answer) []*knowledge.Option {
	q := i.g.Question(question)
	if q == nil || q.Kind != knowledge.Many || !a.Has(knowledge.None) && !a.Unsure {
		return nil
	}
	var out []*knowledge.Option
	for _, id := range i.said[question].Options {
		if o := q.Option(id); o != nil && id != knowledge.None && !a.Has(id) {
			out = append(out, o)
		}
	}
	return out
}

// Unnamed lists what was chosen on the lists that bring up health items, where none of the items it brings up was chosen or
// left open: "blood thinner", and then no medicine. It is empty while the health items have no full answer.
func (i Interview) Unnamed() []*knowledge.Option {
	h := i.g.history
	if h < 0 || len(i.answers[i.g.HistoryID()].Options) == 0 {
		return nil
	}
	s := i.state
	if s.applies[h] != Yes {
		return nil
	}
	named := map[string]bool{}
	var facts []string
	for oi, o := range i.g.k.Questions[h].Options {
		for _, fact := range slices.Concat(o.ShowWhen...) {
			if _, seen := named[fact]; !seen {
				facts = append(facts, fact)
			}
			named[fact] = named[fact] || s.facts[i.g.questions[h].first+oi] != No
		}
		if s.facts[i.g.questions[h].first+oi] == No {
			continue
		}
		for _, fact := range slices.Concat(o.Also...) { // an item that follows from a further answer names what brought that up
			id, _, _ := strings.Cut(fact, "/")
			if q := i.g.Question(id); q != nil {
				for _, before := range slices.Concat(q.AskWhen...) {
					named[before] = true
				}
			}
		}
	}
	var out []*knowledge.Option
	slices.SortFunc(facts, func(x, y string) int { return i.g.facts[x] - i.g.facts[y] })
	for _, fact := range facts {
		id, option, _ := strings.Cut(fact, "/")
		if !named[fact] && s.sayable(fact) && i.answers[id].Has(option) {
			out = append(out, i.g.Question(id).Option(option))
		}
	}
	return out
}
