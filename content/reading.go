package content

import (
	"fmt"
	"strings"

	"knead/guide/knowledge"
)

// Reading is a page as it is read: Markdown with its title, its citations as numbered notes, and the sources at the end.
// urls are the addresses of the notes, from number 1; "" where a source has none.
func (l *Library) Reading(p *Page) (markdown string, urls []string) {
	body, sources := Notes(p.Body)
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n", p.Title, p.Summary, strings.TrimSpace(body))
	if len(sources) > 0 {
		b.WriteString("\n## Sources\n\n")
	}
	for i, id := range sources {
		s := l.source(id)
		if s == nil {
			s = &knowledge.Source{Title: id}
		}
		urls = append(urls, s.Address())
		fmt.Fprintf(&b, "%d. %s\n", i+1, strings.Join(strings.Fields(s.Cite()+" "+s.Address()), " "))
	}
	if p.Reviewed != "" {
		fmt.Fprintf(&b, "\nReviewed %s; to be read again by %s.\n", p.Reviewed, p.ReviewBy)
	}
	return b.String(), urls
}

func (l *Library) source(id string) *knowledge.Source {
	for i := range l.Knowledge.Sources {
		if l.Knowledge.Sources[i].ID == id {
			return &l.Knowledge.Sources[i]
		}
	}
	return nil
}
