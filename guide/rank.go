package guide

import (
	"cmp"
	"slices"

	"knead/guide/knowledge"
)

// weight is evidence as the order takes it: guideline stance, direction, certainty, effect. More weighs more.
type weight [4]int

// The thresholds of the words for a weight. They follow the order, so that a better word never comes below a worse one.
var (
	fitsWell  = weight{int(knowledge.StanceConsider), int(knowledge.DirectionHelps), int(knowledge.CertaintyLow)} // a guideline supports it, and it was found to help
	suits     = weight{int(knowledge.StanceConsider)}                                                             // a guideline supports it
	maySuit   = weight{int(knowledge.StanceNoneFound), int(knowledge.DirectionMixed)}                             // it was found to help, or to help some
	unstudied = weight{int(knowledge.StanceNoneFound), int(knowledge.DirectionUnknown)}                           // nothing is known
)

// weightOf returns the weight of the evidence for a pattern, or of no evidence. Certainty that nothing is known counts for
// nothing, and a therapy that harms counts as advised against.
func weightOf(e *knowledge.Evidence) weight {
	if e == nil {
		return unstudied
	}
	w := weight{int(e.Stance), int(e.Direction), int(e.Certainty), int(e.Effect.PainShort)}
	switch e.Direction {
	case knowledge.DirectionUnknown:
		w[2], w[3] = unstudied[2], unstudied[3]
	case knowledge.DirectionHarms:
		w[0] = min(w[0], int(knowledge.StanceDoNot))
	}
	return w
}

func (w weight) reaches(least weight) bool { return slices.Compare(w[:], least[:]) >= 0 }

// fit returns how much the evidence alone supports a therapy. If nothing is known, the person's own facts may support it: see
// rests.
func (w weight) fit() knowledge.Fit {
	switch {
	case w.reaches(fitsWell):
		return knowledge.FitStrong
	case w.reaches(suits):
		return knowledge.FitGood
	case w.reaches(maySuit):
		return knowledge.FitPossible
	}
	return knowledge.FitNone
}

// rests reports whether the fit depends on the person's own facts alone.
func (w weight) rests() bool { return w == unstudied }

// fit returns how much supports a therapy: the evidence for the pattern or, if nothing is known, the person's own facts that it
// is indicated for; never more than its verdict allows.
func fit(w weight, indicated bool, v knowledge.Verdict) knowledge.Fit {
	f := w.fit()
	if indicated && w.rests() {
		f = knowledge.FitPossible
	}
	switch v {
	case knowledge.Avoid:
		return knowledge.FitNone
	case knowledge.AskFirst:
		return min(f, knowledge.FitPossible)
	case knowledge.Caution:
		return min(f, knowledge.FitGood)
	}
	return f
}

// standing is the sort key of a match: verdict, then whether anything supports it, then evidence for the pattern, then how many
// of the person's own facts it is indicated for, then the gentler, then what matters to the person, then name. Among those that
// something supports, and among the others, a therapy without evidence for the pattern comes after those that have it, and a
// further one after the main ones.
type standing struct {
	verdict   knowledge.Verdict
	little    bool // little or nothing supports it
	unstudied int  // see weight.unstudied
	evidence  weight
	indicated int
	force     int
	met       int
	name      string
	at        int
}

func (m *Match) standing(at int) standing {
	w := weightOf(m.Evidence)
	return standing{m.Verdict, m.Fit == knowledge.FitNone, w.unstudied(m.Therapy), w, len(m.For), m.Therapy.Force, m.met(), m.Therapy.Name, at}
}

// unstudied is 0 for a therapy of which research or a guideline says something for the pattern, 1 for a main one of which nothing
// is known, 2 for another.
func (w weight) unstudied(t *knowledge.Therapy) int {
	switch {
	case !w.rests():
		return 0
	case t.Main:
		return 1
	}
	return 2
}

// Basis is what puts a therapy before the next one.
type Basis uint8

// The steps of the order, first to last.
const (
	ByVerdict Basis = iota
	ByFit
	ByStudy
	ByEvidence
	ByIndication
	ByForce
	ByWish
	ByName
)

// compare is negative when x comes before y.
func (x standing) compare(y standing) int {
	by, _ := x.against(y)
	return by
}

// against compares as compare does, and also returns the step of the order that decided.
func (x standing) against(y standing) (int, Basis) {
	last := func(is bool) int {
		if is {
			return 1
		}
		return 0
	}
	for basis, by := range [...]int{
		ByVerdict:    cmp.Compare(x.verdict, y.verdict),
		ByFit:        cmp.Compare(last(x.little), last(y.little)),
		ByStudy:      cmp.Compare(x.unstudied, y.unstudied),
		ByEvidence:   slices.Compare(y.evidence[:], x.evidence[:]),
		ByIndication: cmp.Compare(y.indicated, x.indicated),
		ByForce:      cmp.Compare(x.force, y.force),
		ByWish:       cmp.Compare(y.met, x.met),
	} {
		if by != 0 {
			return by, Basis(basis)
		}
	}
	return cmp.Or(cmp.Compare(x.name, y.name), cmp.Compare(x.at, y.at)), ByName
}

// ranked puts matches in their order, and numbers them.
func ranked(matches []Match) []Match {
	order := make([]standing, len(matches))
	for i := range matches {
		order[i] = matches[i].standing(i)
	}
	slices.SortFunc(order, standing.compare)
	out := make([]Match, len(matches))
	for i := range order {
		out[i] = matches[order[i].at]
		out[i].Rank = i + 1
	}
	return out
}

// met counts the wishes a therapy meets, less those it goes against.
func (m *Match) met() int {
	n := 0
	for _, w := range m.Wishes {
		if w.Against {
			n--
		} else {
			n++
		}
	}
	return n
}

// Before returns the reason that puts one therapy before another.
func (m *Match) Before(n *Match) Basis {
	_, basis := m.standing(0).against(n.standing(0))
	return basis
}

// FirstChoice is the best placed therapy of the kind that may be used at once, or nil.
func (a Assessment) FirstChoice(kind knowledge.TherapyKind) *Match {
	for i := range a.Matches {
		if m := &a.Matches[i]; m.Therapy.Kind == kind && m.Verdict <= knowledge.Caution && m.Fit > knowledge.FitNone {
			return m
		}
	}
	return nil
}
