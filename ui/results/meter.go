package results

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// meterOf is the mark of a finding in the list, which is what its words say as well. Where a study measured an effect of that size
// and its source gives an interval, the mark is at that number, with the interval around it.
func meterOf(e *knowledge.Evidence) document.Meter {
	if e != nil && e.Direction == knowledge.DirectionNoClearBenefit {
		return document.Meter{Known: true}
	}
	m := evidence.Overall(e)
	if !m.Known {
		return m
	}
	for i := range e.Measured {
		x := &e.Measured[i]
		if size, ok := x.Size(); !ok || !x.HasInterval() || x.But != "" || size != guide.Size(e.Effect) {
			continue
		}
		of100 := 100 / x.Of
		return document.Meter{Known: true, At: x.Points * of100, Differ: m.Differ, Interval: true, Low: x.Low * of100, High: x.High * of100}
	}
	return m
}

// certaintyOf is how many of four squares are filled, and the word for it; none where nobody rated it.
func certaintyOf(e *knowledge.Evidence) (int, string) {
	if e == nil || e.Certainty == knowledge.CertaintyNotRated || e.Direction == knowledge.DirectionUnknown {
		return 0, ""
	}
	return e.Certainty.Steps(), strings.ReplaceAll(e.Certainty.String(), "-", " ")
}
