package content

import (
	"slices"
	"strings"

	"knead/guide/document"
	"knead/guide/knowledge"
)

// sourcesHere is the placeholder of a page that lists every source.
const sourcesHere = "{{sources}}"

// sourceList is every source by kind, with why Knead accepts the kind, how much was read, and when it was last looked up.
func (l *loader) sourceList() []document.Section {
	var out []document.Section
	for _, kind := range l.issuers.kinds {
		var lines []sortedLine
		for i := range l.lib.Knowledge.Sources {
			if s := &l.lib.Knowledge.Sources[i]; s.Kind == kind.Kind {
				line := sourceLine(s)
				lines = append(lines, sortedLine{line, letters(line)})
			}
		}
		if len(lines) == 0 {
			continue
		}
		slices.SortFunc(lines, func(x, y sortedLine) int { return strings.Compare(x.letters, y.letters) })
		var list document.List
		for _, x := range lines {
			list.Items = append(list.Items, document.Item{Text: document.Text{Words: x.line}})
		}
		out = append(out, document.Section{ID: document.Anchor(kind.Title), Title: kind.Title, Blocks: []document.Block{paragraph(kind.Why), list}})
	}
	return out
}

// sortedLine is a line with the letters that it is sorted by.
type sortedLine struct{ line, letters string }

func sourceLine(s *knowledge.Source) string {
	line := s.Cite()
	if s.Undated {
		line += " No date on the page."
	}
	return strings.Join(strings.Fields(line+" "+s.Address()+" Read: "+s.Read+". Last seen "+s.Seen+"."), " ")
}
