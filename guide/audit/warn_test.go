package audit

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// warnFaults are what can go wrong with warning signs that are not put, with answers that contradict themselves, and with
// what is quoted.
func warnFaults() []fault {
	return []fault{
		{1, "a sign that counts only where it is put", nil, func(g *numbered, s *subject) {
			k := *g.k
			k.Questions = slices.Clone(k.Questions)
			q := questionIn(&k, "chest")
			q.Options = slices.Clone(q.Options)
			q.Options[0].Detail = true
			g.spoil(s, &k)
		}},
		{1, "a sign that is not put and raises nothing", func(k *knowledge.Base) {
			k.RedFlags = k.RedFlags[:len(k.RedFlags)-1]
		}, nil},
		{1, "a sign that is not put and raises nothing in lanes", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				for _, k := range l.Unasked {
					l.Levels[knowledge.ClinicianFirst] &^= k.Yes &^ l.Levels[knowledge.Urgent]
				}
			}
		}},
		{1, "a sign that is not put and told by nobody", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) { x.Unasked = nil })
		}},
		{1, "none of these counts more than a sign", nil, func(g *numbered, s *subject) {
			s.assess = func(a guide.Answers) guide.Assessment {
				for id, x := range a {
					if len(x.Dropped) > 0 {
						a = a.With(id, guide.Answer{Options: []string{knowledge.None}})
					}
				}
				return g.Assess(a)
			}
		}},
		{1, "a contradiction that nobody hears of", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) { x.Contradictions = nil })
		}},
		{6, "the careful answer quoted as chosen", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for _, c := range x.Concerns {
					for i := range c.Because {
						c.Because[i].How = guide.Chosen
					}
				}
			})
		}},
		{6, "an open illness quoted as chosen", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for _, m := range x.Matches {
					for _, c := range m.Cautions {
						c.Because[0].How = guide.Chosen
					}
				}
			})
		}},
	}
}
