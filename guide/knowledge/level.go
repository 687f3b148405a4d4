package knowledge

// Level is how soon a person should get help. The order is the order of alarm.
type Level int8

// The triage levels, as design.md names them.
const (
	SelfCare Level = iota
	ClinicianFirst
	Urgent
	Emergency
)

var levelNames = []string{"self-care", "clinician-first", "urgent", "emergency"}

func (l Level) String() string { return nameOf(l, levelNames) }

// Stops reports whether the level ends the questions and leaves no therapy to offer.
func (l Level) Stops() bool { return l >= Urgent }

// MarshalText returns the level's name; it never fails.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads a level's name.
func (l *Level) UnmarshalText(name []byte) error { return parse(l, name, levelNames) }

// Verdict is what a contraindication says about a therapy. The order is the order of strictness: the strictest wins.
type Verdict int8

// The verdicts. AskFirst is "clinician-first" in the data and the exports.
const (
	OK Verdict = iota
	Caution
	AskFirst
	Avoid
)

var verdictNames = []string{"ok", "caution", "clinician-first", "avoid"}

func (v Verdict) String() string { return nameOf(v, verdictNames) }

// MarshalText returns the verdict's name; it never fails.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads a verdict's name.
func (v *Verdict) UnmarshalText(name []byte) error { return parse(v, name, verdictNames) }

// Fit is how well a therapy suits a person, once its verdict allows it at all.
type Fit int8

// The degrees of fit.
const (
	FitNone Fit = iota
	FitPossible
	FitGood
	FitStrong
)

var fitNames = []string{"none", "possible", "good", "strong"}

func (f Fit) String() string { return nameOf(f, fitNames) }

// MarshalText returns the fit's name; it never fails.
func (f Fit) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads a fit's name.
func (f *Fit) UnmarshalText(name []byte) error { return parse(f, name, fitNames) }
