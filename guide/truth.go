package guide

import "strconv"

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

// truthNames are the names, in the order of the values.
var truthNames = []string{"no", "unknown", "yes"}

func nameOf[T ~uint8](v T, names []string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return strconv.Itoa(int(v))
}
