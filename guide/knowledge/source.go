package knowledge

import (
	"strconv"
	"strings"
)

// Cite returns the source in one line, without its address: title, authors, where and when it was published.
func (s *Source) Cite() string {
	parts := []string{s.Title, s.Authors, s.Journal, s.Publisher}
	if s.Year > 0 {
		parts = append(parts, strconv.Itoa(s.Year))
	}
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if !strings.ContainsAny(p[len(p)-1:], ".!?") { // "et al." and "What helps?" have their own
			p += "."
		}
		out = append(out, p)
	}
	return strings.Join(out, " ")
}

// Address returns where the source can be read: its DOI as a link, else the issuer's page, else nothing.
func (s *Source) Address() string {
	if s.DOI != "" {
		return "https://doi.org/" + s.DOI
	}
	return s.URL
}
