package report

import (
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// research is what research found: how sure that is, the three results as marks on one axis, the words for them, and what studies
// measured.
func research(e document.Entry, ev *knowledge.Evidence) document.Section {
	s := document.Section{ID: "research", Title: "What research found"}
	if c := e.Certainty.String(); c != "" {
		words := "Certainty: " + c + "."
		if evidence.Overall(ev).Known {
			words = document.Join(words, evidence.Means(ev.Certainty))
		}
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text(words), Lead: true})
	}
	if evidence.Overall(ev).Known {
		lanes := evidence.Lanes(ev)
		s.Blocks = append(s.Blocks, document.Evidence{Results: lanes[:]})
	}
	s.Blocks = append(s.Blocks, document.Paragraph{Text: e.Research})
	onAxis, counts := evidence.Numbers(ev)
	if len(onAxis)+len(counts) > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Text: text("In numbers")})
	}
	if len(onAxis) > 0 {
		s.Blocks = append(s.Blocks, document.Evidence{Results: onAxis})
	}
	if len(counts) > 0 {
		var list document.List
		for _, x := range counts {
			list.Items = append(list.Items, document.Item{Text: x})
		}
		s.Blocks = append(s.Blocks, list)
	}
	return s
}
