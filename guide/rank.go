package guide

import (
	"cmp"
	"slices"
)

// Grade sums up what research found for a pattern, as a letter that can be explained in a word: A helps, moderate or high
// certainty; B helps, low; C helps, very low, or mixed; D no clear benefit, or advised against; zero: not studied enough.
type Grade byte

// supports reports whether the evidence speaks for the therapy at all.
func (g Grade) supports() bool { return g == 'A' || g == 'B' || g == 'C' }

func (e *Evidence) grade() Grade {
	switch {
	case e == nil || e.Direction == "unknown" && e.Stance != "do-not" && e.Stance != "avoid-as-precaution":
		return 0
	case e.Stance == "do-not", e.Stance == "avoid-as-precaution", e.Direction == "harms":
		return 'D'
	case e.Direction == "no-clear-benefit":
		if e.Stance == "recommend" || e.Stance == "consider" {
			return 'C' // guidelines still suggest it; the words say that no gain was seen
		}
		return 'D'
	case e.Direction == "mixed", e.Certainty == "very-low", e.Certainty == "not-rated":
		return 'C'
	case e.Certainty == "low":
		return 'B'
	}
	return 'A'
}

// fit is how much speaks for a therapy: the evidence, and the person's own facts it is indicated for; never more than its
// verdict allows.
func fit(g Grade, indications int, v Verdict) Fit {
	f := FitNone
	switch g {
	case 'A':
		f = FitStrong
	case 'B':
		f = FitGood
	case 'C':
		f = FitPossible
	case 0:
		if indications > 0 {
			f = FitPossible
		}
	}
	if indications > 0 && (g == 'B' || g == 'C') {
		f++
	}
	switch v {
	case Avoid:
		return FitNone
	case AskFirst:
		return min(f, FitPossible)
	case Caution:
		return min(f, FitGood)
	}
	return f
}

// The steps of the order, worst first, as the sources name them.
var (
	stances     = []string{"avoid-as-precaution", "do-not", "none-found", "conflicting", "package-only", "consider", "recommend"}
	directions  = []string{"harms", "no-clear-benefit", "unknown", "mixed", "helps"}
	certainties = []string{"not-rated", "very-low", "low", "moderate", "high"}
	effects     = []string{"unknown", "none", "small", "moderate", "large"}
)

// standing is what decides a match's place: verdict, then evidence for the pattern (guideline stance, direction, certainty,
// effect), then how many of the person's own facts it is indicated for, then what matters to them, then name.
type standing struct {
	verdict   Verdict
	evidence  [4]int
	indicated int
	met       int
	name      string
	at        int
}

func (m *Match) standing(at int) standing {
	var none Evidence
	e := cmp.Or(m.Evidence, &none)
	return standing{m.Verdict, [4]int{
		slices.Index(stances, e.Stance), slices.Index(directions, e.Direction), slices.Index(certainties, e.Certainty),
		slices.Index(effects, e.Effect.PainShort),
	}, len(m.For), m.met(), m.Therapy.Name, at}
}

// compare is negative when x stands before y.
func (x standing) compare(y standing) int {
	return cmp.Or(
		cmp.Compare(x.verdict, y.verdict),
		slices.Compare(y.evidence[:], x.evidence[:]),
		cmp.Compare(y.indicated, x.indicated),
		cmp.Compare(y.met, x.met),
		cmp.Compare(x.name, y.name),
		cmp.Compare(x.at, y.at),
	)
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

// FirstChoice is the best placed therapy of the kind that may be used at once, or nil.
func (a Assessment) FirstChoice(kind TherapyKind) *Match {
	for i := range a.Matches {
		if m := &a.Matches[i]; m.Therapy.Kind == kind && m.Verdict <= Caution && m.Fit > FitNone {
			return m
		}
	}
	return nil
}
