package knowledge

import (
	"fmt"
	"strings"
)

// Every enumeration is a small number with one list of names, in the order of its values: files, JSON, and messages write the
// name, and Go compares the number. The number is an int8 because go vet refuses to convert that to a string, as it does not
// with a uint8. A name that is empty stands for a value that no file can give.

// NameError says that a name is not one of an enumeration's.
type NameError struct {
	Name  string
	Names []string // those there are
}

func (e *NameError) Error() string {
	return fmt.Sprintf("%q is not one of %s", e.Name, strings.Join(e.Names, ", "))
}

func nameOf[T ~int8](v T, names []string) string {
	if v >= 0 && int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%d", int8(v))
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
