package guide

import "knead/guide/knowledge"

// warnFaults are what can go wrong with warning signs that are not put, with answers that contradict themselves, and with
// what is quoted.
func warnFaults() []fault {
	return []fault{
		{1, "a sign that counts only where it is put", nil, func(g *Guide, _ *subject) {
			g.questions[g.byID["chest"]].options[0].warns = false
		}},
		{1, "a sign that is not put and raises nothing", func(k *knowledge.Base) {
			k.RedFlags = k.RedFlags[:len(k.RedFlags)-1]
		}, nil},
		{1, "a sign that is not put and raises nothing in lanes", nil, func(_ *Guide, s *subject) {
			s.run = func(l *Lanes) {
				l.update()
				for _, k := range l.unasked {
					l.level[knowledge.ClinicianFirst] &^= k.yes &^ l.level[knowledge.Urgent]
				}
			}
		}},
		{1, "a sign that is not put and told by nobody", nil, func(_ *Guide, s *subject) {
			s.assess = wrap(s.assess, func(x *Assessment) { x.Unasked = nil })
		}},
		{1, "none of these counts more than a sign", nil, func(g *Guide, s *subject) {
			s.assess = func(a Answers) Assessment {
				for id, x := range a {
					if len(x.Dropped) > 0 {
						a = a.With(id, Answer{Options: []string{knowledge.None}})
					}
				}
				return g.Assess(a)
			}
		}},
		{1, "a contradiction that nobody hears of", nil, func(_ *Guide, s *subject) {
			s.assess = wrap(s.assess, func(x *Assessment) { x.Contradictions = nil })
		}},
		{6, "the careful answer quoted as chosen", nil, func(_ *Guide, s *subject) {
			s.assess = wrap(s.assess, func(x *Assessment) {
				for _, c := range x.Concerns {
					for i := range c.Because {
						c.Because[i].How = Chosen
					}
				}
			})
		}},
		{6, "an open illness quoted as chosen", nil, func(_ *Guide, s *subject) {
			s.assess = wrap(s.assess, func(x *Assessment) {
				for _, m := range x.Matches {
					for _, c := range m.Cautions {
						c.Because[0].How = Chosen
					}
				}
			})
		}},
	}
}
