package knowledge

import (
	"strconv"
	"strings"
)

// Every enumeration is a small number with one list of names, in the order of its values. Files, JSON, and messages use the
// name; Go compares the number. The number is an int8 because go vet rejects converting that to a string, but allows it for a
// uint8. An empty name marks a value that no file can contain.

// NameError reports a name that an enumeration does not have.
type NameError struct {
	Name  string
	Names []string // those there are
}

func (e *NameError) Error() string {
	return strconv.Quote(e.Name) + " is not one of " + strings.Join(e.Names, ", ")
}

func nameOf[T ~int8](v T, names []string) string {
	if v >= 0 && int(v) < len(names) {
		return names[v]
	}
	return strconv.Itoa(int(v))
}

// parse sets v to the value of a name. The error is a *NameError.
func parse[T ~int8](v *T, name []byte, names []string) error {
	var known []string
	for i, n := range names {
		switch {
		case n == "":
		case n == string(name):
			*v = T(i)
			return nil
		default:
			known = append(known, n)
		}
	}
	return &NameError{string(name), known}
}
