package results

import (
	"strings"

	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// meterOf is the mark of a finding in the list, which is what its words say as well.
func meterOf(e *knowledge.Evidence) document.Meter {
	if e != nil && e.Direction == knowledge.DirectionNoClearBenefit {
		return document.Meter{Known: true}
	}
	return evidence.Overall(e)
}

// certaintyOf is how many of four squares are filled, and the word for it; none where nobody rated it.
func certaintyOf(e *knowledge.Evidence) (int, string) {
	if e == nil || e.Certainty == knowledge.CertaintyNotRated || e.Direction == knowledge.DirectionUnknown {
		return 0, ""
	}
	return e.Certainty.Steps(), strings.ReplaceAll(e.Certainty.String(), "-", " ")
}
