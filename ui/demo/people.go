package demo

import (
	"cmp"
	"slices"
	"strings"

	"knead/content"
	"knead/guide"
	"knead/guide/knowledge"
)

// Person is a sample person, with what they will say.
type Person struct {
	content.Case
	Want  guide.Answers
	Where []string // the places of the figure
}

// First is the first name.
func (p Person) First() string {
	name, _, _ := strings.Cut(p.Name, ",")
	return name
}

// People returns the sample people from the ordinary to the pressing: by the level that comes out, then by how much is held
// back, then by name. A person whose answers do not fit the questions is left out; loading the content lets none through.
func People(l *content.Library, g *guide.Guide) []Person {
	type weighed struct {
		Person
		level knowledge.Level
		held  int
	}
	all := make([]weighed, 0, len(l.Cases))
	for _, c := range l.Cases {
		want, err := g.ParseLines(c.Answers)
		if err != nil {
			continue
		}
		a := g.Assess(want)
		w := weighed{Person: Person{Case: c, Want: want}, level: a.Level}
		if q := g.Role(knowledge.RolePlace); q != nil {
			w.Where = want[q.ID].Options
		}
		for i := range a.Matches {
			if a.Matches[i].Verdict >= knowledge.AskFirst {
				w.held++
			}
		}
		all = append(all, w)
	}
	slices.SortStableFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(a.level, b.level), cmp.Compare(a.held, b.held), cmp.Compare(a.ID, b.ID))
	})
	people := make([]Person, len(all))
	for i, w := range all {
		people[i] = w.Person
	}
	return people
}
