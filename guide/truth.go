package guide

import "fmt"

// Truth is what is known of a fact. The order matters: No < Unknown < Yes, so that "any of" is the largest and "all of"
// the smallest of its parts, and more warning never makes a condition less true.
type Truth uint8

// The three values of a fact. Unknown is not No.
const (
	No Truth = iota
	Unknown
	Yes
)

func (t Truth) String() string { return nameOf(t, truthNames) }

// Level is how soon somebody should look at this. The order is the order of alarm.
type Level uint8

// The triage levels, as design.md names them.
const (
	SelfCare Level = iota
	ClinicianFirst
	Urgent
	Emergency
)

func (l Level) String() string { return nameOf(l, levelNames) }

// Stops reports whether the level ends the questions and leaves no therapy to offer.
func (l Level) Stops() bool { return l >= Urgent }

// MarshalText gives the level's name; it never fails.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads a level's name.
func (l *Level) UnmarshalText(text []byte) error { return valueOf(l, string(text), levelNames) }

// Verdict is what a contraindication says about a therapy. The order is the order of strictness: the strictest wins.
type Verdict uint8

// The verdicts. AskFirst is "clinician-first" in the data and the exports.
const (
	OK Verdict = iota
	Caution
	AskFirst
	Avoid
)

func (v Verdict) String() string { return nameOf(v, verdictNames) }

// MarshalText gives the verdict's name; it never fails.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads a verdict's name.
func (v *Verdict) UnmarshalText(text []byte) error { return valueOf(v, string(text), verdictNames) }

// Fit is how much speaks for a therapy, once its verdict allows it at all.
type Fit uint8

// The degrees of fit.
const (
	FitNone Fit = iota
	FitPossible
	FitGood
	FitStrong
)

func (f Fit) String() string { return nameOf(f, fitNames) }

// MarshalText gives the fit's name; it never fails.
func (f Fit) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads a fit's name.
func (f *Fit) UnmarshalText(text []byte) error { return valueOf(f, string(text), fitNames) }

// The names, in the order of the values.
var (
	truthNames   = []string{"no", "unknown", "yes"}
	levelNames   = []string{"self-care", "clinician-first", "urgent", "emergency"}
	verdictNames = []string{"ok", "caution", "clinician-first", "avoid"}
	fitNames     = []string{"none", "possible", "good", "strong"}
)

func nameOf[T ~uint8](v T, names []string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%d", uint8(v))
}

func valueOf[T ~uint8](v *T, name string, names []string) error {
	for i, n := range names {
		if n == name {
			*v = T(i)
			return nil
		}
	}
	return fmt.Errorf("%q is not one of %s", name, list(names))
}
