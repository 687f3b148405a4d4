package guide

import (
	"slices"

	"knead/guide/knowledge"
)

// Start is what a result opens with: the therapy to begin with and, if there is another to compare it with, the reason that it
// comes first. Match is nil if the person should see a clinician first, or if nothing in particular fits.
type Start struct {
	Match   *Match
	Because []Said // the person's own answers that support it, each once
	Basis   Basis  // what puts it before Next
	Next    *Match // the one after it; nil where nothing else may be begun with
}

// start is the best placed therapy that can be begun today. While a clinician should look first there is none: the answer is
// to see one.
func (a *Assessment) start() Start {
	if a.Level != knowledge.SelfCare {
		return Start{}
	}
	var s Start
	for i := range a.Matches {
		switch m := &a.Matches[i]; {
		case m.Verdict > knowledge.Caution || m.Fit == knowledge.FitNone:
		case s.Match == nil:
			s.Match = m
			for _, r := range m.For {
				for _, x := range r.Because {
					if !slices.Contains(s.Because, x) {
						s.Because = append(s.Because, x)
					}
				}
			}
		case s.Next == nil:
			s.Next, s.Basis = m, s.Match.Before(m)
		}
	}
	return s
}

// wanted marks the therapies that the person came to ask about: those named, and those of a kind that was asked about.
func (s *state) wanted() []bool {
	out := make([]bool, len(s.g.therapies))
	for qi := range s.g.questions {
		q, c := &s.g.k.Questions[qi], &s.g.questions[qi]
		if q.Role != knowledge.RoleAsked {
			continue
		}
		for oi := range q.Options {
			if s.facts[c.first+oi] != Yes {
				continue
			}
			for ti := range out {
				t := &s.g.k.Therapies[ti]
				out[ti] = out[ti] || t.ID == q.Options[oi].ID || t.Main && t.Kind == q.Options[oi].Asks
			}
		}
	}
	return out
}
