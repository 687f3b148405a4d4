package knowledge

// The grades of evidence, each from the worst to the best, as the order of therapies takes them. The zero value is not given.

// Direction is which way research points.
type Direction int8

// The directions.
const (
	_ Direction = iota
	DirectionHarms
	DirectionNoClearBenefit
	DirectionUnknown
	DirectionMixed
	DirectionHelps
)

var directionNames = []string{"", "harms", "no-clear-benefit", "unknown", "mixed", "helps"}

func (d Direction) String() string { return nameOf(d, directionNames) }

// MarshalText returns the name; it never fails.
func (d Direction) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a name.
func (d *Direction) UnmarshalText(name []byte) error { return parse(d, name, directionNames) }

// Known reports whether it is one of these.
func (d Direction) Known() bool { return d > 0 && int(d) < len(directionNames) }

// Certainty is how sure a finding is.
type Certainty int8

// The certainties.
const (
	_ Certainty = iota
	CertaintyNotRated
	CertaintyVeryLow
	CertaintyLow
	CertaintyModerate
	CertaintyHigh
)

var certaintyNames = []string{"", "not-rated", "very-low", "low", "moderate", "high"}

func (c Certainty) String() string { return nameOf(c, certaintyNames) }

// MarshalText returns the name; it never fails.
func (c Certainty) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a name.
func (c *Certainty) UnmarshalText(name []byte) error { return parse(c, name, certaintyNames) }

// Known reports whether it is one of these.
func (c Certainty) Known() bool { return c > 0 && int(c) < len(certaintyNames) }

// Steps returns 1 for very low to 4 for high certainty, and 0 where nobody has rated it.
func (c Certainty) Steps() int { return max(int(c), int(CertaintyNotRated)) - int(CertaintyNotRated) }

// Effect is how large a change was found.
type Effect int8

// The effect classes.
const (
	_ Effect = iota
	EffectUnknown
	EffectNone
	EffectSmall
	EffectModerate
	EffectLarge
)

var effectNames = []string{"", "unknown", "none", "small", "moderate", "large"}

func (e Effect) String() string { return nameOf(e, effectNames) }

// MarshalText returns the name; it never fails.
func (e Effect) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads a name.
func (e *Effect) UnmarshalText(name []byte) error { return parse(e, name, effectNames) }

// Known reports whether it is one of these.
func (e Effect) Known() bool { return e > 0 && int(e) < len(effectNames) }

// Stance is what guidelines say of a therapy for a pattern.
type Stance int8

// The stances.
const (
	_ Stance = iota
	StanceAvoidAsPrecaution
	StanceDoNot
	StanceNoneFound
	StanceConflicting
	StancePackageOnly
	StanceConsider
	StanceRecommend
)

var stanceNames = []string{"", "avoid-as-precaution", "do-not", "none-found", "conflicting", "package-only", "consider", "recommend"}

func (s Stance) String() string { return nameOf(s, stanceNames) }

// MarshalText returns the name; it never fails.
func (s Stance) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a name.
func (s *Stance) UnmarshalText(name []byte) error { return parse(s, name, stanceNames) }

// Known reports whether it is one of these.
func (s Stance) Known() bool { return s > 0 && int(s) < len(stanceNames) }

// Basis is what was studied: this therapy for this pattern, or something close to it.
type Basis int8

// The bases.
const (
	_ Basis = iota
	BasisNone
	BasisIndirect
	BasisClass
	BasisDirect
)

var basisNames = []string{"", "none", "indirect", "class", "direct"}

func (b Basis) String() string { return nameOf(b, basisNames) }

// MarshalText returns the name; it never fails.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads a name.
func (b *Basis) UnmarshalText(name []byte) error { return parse(b, name, basisNames) }

// Rater is who rated the certainty.
type Rater int8

// The raters: the source itself, or the author of this content who judged from it.
const (
	_ Rater = iota
	RatedByNobody
	RatedByAuthor
	RatedBySource
)

var raterNames = []string{"", "not-rated", "author-judged", "source"}

func (r Rater) String() string { return nameOf(r, raterNames) }

// MarshalText returns the name; it never fails.
func (r Rater) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a name.
func (r *Rater) UnmarshalText(name []byte) error { return parse(r, name, raterNames) }
