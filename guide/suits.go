package guide

import "knead/guide/knowledge"

// Suitability is how a therapy suits this person: its verdict and its fit as one value, the better ones first.
type Suitability uint8

// How a therapy may suit.
const (
	SuitsWell Suitability = iota
	MaySuit
	SuitsWithCare
	LittleSupport // allowed, but little supports it
	SuitsAfterAsking
	SuitsNotNow
)

// Suits is how the therapy suits.
func (m *Match) Suits() Suitability {
	switch {
	case m.Verdict == knowledge.Avoid:
		return SuitsNotNow
	case m.Verdict == knowledge.AskFirst:
		return SuitsAfterAsking
	case m.Fit == knowledge.FitNone:
		return LittleSupport
	case m.Verdict == knowledge.Caution:
		return SuitsWithCare
	case m.Fit == knowledge.FitStrong:
		return SuitsWell
	}
	return MaySuit
}
