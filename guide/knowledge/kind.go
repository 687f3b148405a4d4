package knowledge

// Kind is how a question is answered.
type Kind int8

// The kinds of question. One takes one option, Many takes any number or none, Scale takes a whole number.
const (
	_ Kind = iota
	One
	Many
	Scale
)

var kindNames = []string{"", "one", "many", "scale"}

func (k Kind) String() string { return nameOf(k, kindNames) }

// MarshalText returns the name; it never fails.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a name.
func (k *Kind) UnmarshalText(name []byte) error { return parse(k, name, kindNames) }

// Scope is what a health item affects: one place, or the whole person, which is the zero value.
type Scope int8

// The scopes.
const (
	_ Scope = iota
	ScopeLocal
	ScopeWhole
)

var scopeNames = []string{"", "local", "whole"}

func (s Scope) String() string { return nameOf(s, scopeNames) }

// MarshalText returns the name; it never fails.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a name.
func (s *Scope) UnmarshalText(name []byte) error { return parse(s, name, scopeNames) }

// TherapyKind groups therapies into the lists of the result.
type TherapyKind int8

// The kinds of therapy.
const (
	_ TherapyKind = iota
	Massage
	Alternative
	SelfHelp
)

var therapyKindNames = []string{"", "massage", "alternative", "self-help"}

func (k TherapyKind) String() string { return nameOf(k, therapyKindNames) }

// MarshalText returns the name; it never fails.
func (k TherapyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a name.
func (k *TherapyKind) UnmarshalText(name []byte) error { return parse(k, name, therapyKindNames) }

// TherapyKinds lists the kinds of therapy, in the order of the result.
func TherapyKinds() []TherapyKind { return []TherapyKind{Massage, Alternative, SelfHelp} }

// Status is how a rule is related to its sources. The zero value is not given.
type Status int8

// The statuses. Readers see which rules are stricter than their sources (StatusStricter), and which are Knead's own judgment
// (StatusJudgement).
const (
	_ Status = iota
	StatusUnverified
	StatusPartlyVerified
	StatusVerified
	StatusStricter
	StatusJudgement
)

var statusNames = []string{"", "unverified", "partly-verified", "verified", "stricter", "judgement"}

func (s Status) String() string { return nameOf(s, statusNames) }

// MarshalText returns the name; it never fails.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a name.
func (s *Status) UnmarshalText(name []byte) error { return parse(s, name, statusNames) }
