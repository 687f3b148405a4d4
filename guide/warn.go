package guide

import (
	"slices"

	"knead/guide/knowledge"
)

// A warning sign that was chosen counts, whether or not its question and its option are put to this person. Forms show questions
// that do not apply, files hold what they like, and a place can be changed after a sign was chosen: what a person said of
// themselves is never dropped because nobody asked. What such a sign is follows from the rules, not from a list:
//
//   - an option that a red flag rests on, through derived facts too, but not one that settles something or is marked as a detail
//   - a health item for which a therapy's verdict is stricter than ok
//
// Its question goes on being asked, with the option in sight, until the person takes it back.

// warnings marks the options that count wherever they are chosen, and lists the signs among them that are not asked of
// everybody. Health items are excluded: their verdicts cover them.
func (c *compiler) warnings() {
	g := c.g
	warns := make([]bool, len(g.owner))
	var rests func(f int)
	rests = func(f int) {
		if f < len(g.owner) {
			warns[f] = true
			return
		}
		for _, m := range g.derived[f-len(g.owner)].of {
			rests(m)
		}
	}
	for _, w := range g.flags {
		for _, all := range w {
			for _, l := range all {
				if l&1 == 0 {
					rests(int(l >> 1))
				}
			}
		}
	}
	for ti := range g.therapies {
		for oi, v := range g.therapies[ti].rulings {
			if v != nil && v.Verdict > knowledge.OK {
				warns[g.questions[g.history].first+oi] = true
			}
		}
	}
	for f, qi := range g.owner {
		q, x := &g.k.Questions[qi], &g.questions[qi]
		if f-x.first >= len(x.options) {
			continue // its problems are reported
		}
		o := &q.Options[f-x.first]
		if !warns[f] || o.ID == knowledge.None || o.Settles || o.Detail || q.Detail {
			continue
		}
		x.options[f-x.first].warns = true
		if qi != g.history && x.gated {
			g.signs = append(g.signs, f)
		}
	}
}

// keep makes the warnings in an answer count, even if they are not asked of this person; options that were themselves left open
// stay open.
func (s *state) keep(a Answer, qi int) {
	q, c := &s.g.k.Questions[qi], &s.g.questions[qi]
	asked := s.applies[qi]
	count := func(ids []string, v Truth) {
		for _, id := range ids {
			oi := q.Index(id)
			if oi < 0 || !c.options[oi].warns {
				continue
			}
			s.applies[qi] = Yes
			if asked == No || s.holds(c.options[oi].show) == No {
				s.facts[c.first+oi] = v
				s.unasked = append(s.unasked, c.first+oi)
				if qi != s.g.history {
					s.unaskedSign, s.unaskedPage = max(s.unaskedSign, v), c.page
				}
			}
		}
	}
	count(a.Options, Yes)
	count(a.Open, Unknown)
}

// unaskedWarnings lists the answers that count although their question or option is not put to this person.
func (s *state) unaskedWarnings() []Said {
	facts := slices.Clone(s.unasked)
	slices.Sort(facts)
	var out []Said
	for _, f := range facts {
		out = append(out, s.said(f))
	}
	return out
}

// Unasked lists the answers that count although their question or option is not put to this person.
func (g *Guide) Unasked(a Answers) []Said {
	s := g.evaluate(a)
	return s.unaskedWarnings()
}

// Warns reports whether an option counts wherever it is chosen.
func (g *Guide) Warns(question, option string) bool {
	qi, ok := g.byID[question]
	if !ok {
		return false
	}
	oi := g.k.Questions[qi].Index(option)
	return oi >= 0 && g.questions[qi].options[oi].warns
}
