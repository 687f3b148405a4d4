package knowledge

import (
	"fmt"
	"strings"
)

// Every enumeration is a small number with one list of names, in the order of its values: files, JSON, and messages write the
// name, and Go compares the number. A name that is empty stands for a value that no file can give.

// NameError says that a name is not one of an enumeration's.
type NameError struct {
	Name  string
	Names []string // those there are
}

func (e *NameError) Error() string {
	return fmt.Sprintf("%q is not one of %s", e.Name, strings.Join(e.Names, ", "))
}

func nameOf[T ~uint8](v T, names []string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%d", uint8(v))
}

// parse sets v to the value of a name. The error is a *NameError.
func parse[T ~uint8](v *T, name []byte, names []string) error {
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
