package knowledge

// Outcome is what a study measured.
type Outcome int8

// The outcomes.
const (
	_ Outcome = iota
	OutcomePain
	OutcomeBother // how much the pain bothers people, which is not how strong it is
	OutcomeFunction
	OutcomeHeadacheDays
	OutcomeBetter // people who got clearly better
)

var outcomeNames = []string{"", "pain", "bother", "daily-life", "headache-days", "better"}

func (o Outcome) String() string { return nameOf(o, outcomeNames) }

// MarshalText returns the name; it never fails.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads a name.
func (o *Outcome) UnmarshalText(name []byte) error { return parse(o, name, outcomeNames) }

// Unit is what a measured number counts.
type Unit int8

// The units.
const (
	_          Unit = iota
	UnitPoints      // of a scale
	UnitPeople      // of a number of people
	UnitDays        // in a month
)

var unitNames = []string{"", "points", "people", "days"}

func (u Unit) String() string { return nameOf(u, unitNames) }

// MarshalText returns the name; it never fails.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads a name.
func (u *Unit) UnmarshalText(name []byte) error { return parse(u, name, unitNames) }
