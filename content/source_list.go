package content

import (
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// sourcesHere stands alone on a line of a page that lists every source.
const sourcesHere = "{{sources}}"

// sourceList is every source by kind, with why Knead accepts the kind, how much was read, and when it was last looked up.
func (l *loader) sourceList() string {
	var b strings.Builder
	for _, kind := range l.issuers.kinds {
		var lines []string
		for i := range l.lib.Knowledge.Sources {
			if s := &l.lib.Knowledge.Sources[i]; s.Kind == kind.Kind {
				lines = append(lines, sourceLine(s))
			}
		}
		if len(lines) == 0 {
			continue
		}
		slices.SortFunc(lines, func(x, y string) int { return strings.Compare(letters(x), letters(y)) })
		b.WriteString("## " + kind.Title + "\n\n" + kind.Why + "\n\n" + strings.Join(lines, "\n") + "\n\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

func sourceLine(s *knowledge.Source) string {
	line := "- " + literal(s.Cite())
	if s.Undated {
		line += " No date on the page."
	}
	return line + " " + s.Address() + " Read: " + s.Read + ". Last seen " + s.Seen + "."
}

// literal keeps words from being Markdown.
func literal(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`").Replace(strings.Join(strings.Fields(s), " "))
}
