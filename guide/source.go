package guide

import (
	"strconv"
	"strings"
)

// Cite is the source in one line, without its address: title, authors, journal, year.
func (s *Source) Cite() string {
	parts := []string{strings.TrimSuffix(s.Title, "."), s.Authors, s.Journal}
	if s.Year > 0 {
		parts = append(parts, strconv.Itoa(s.Year))
	}
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ". ") + "."
}
