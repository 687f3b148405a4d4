package results

import (
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// f shows the body as large as the window allows, with what hurts and what hands keep off, and goes back to the list.
func TestBodyLarge(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}, {200, 55}} {
		s := of(t, person(t, "thin-bones"), size[0], size[1])
		before := s.text()
		s.keys("f").shows("hurts", "hands off", "×")
		if s.title() != "Where" || strings.Contains(s.text(), "Tonight") {
			t.Errorf("%v: the body is not alone:\n%s", size, s.text())
		}
		if s.keys("f"); s.text() != before {
			t.Errorf("%v: f does not go back:\n%s", size, s.text())
		}
		if s.keys("f", "esc"); s.text() != before {
			t.Errorf("%v: esc does not go back:\n%s", size, s.text())
		}
		s.keys("f", "2").shows("Fits well")
	}
}

// A mark in the list is at the class that its words name, and has a line only where a source gives an interval.
func TestMarksInTheList(t *testing.T) {
	lines := 0
	for i := range g.Knowledge().Therapies {
		therapy := &g.Knowledge().Therapies[i]
		for j := range therapy.Evidence {
			e := &therapy.Evidence[j]
			m := meterOf(e)
			if !m.Known || e.Direction == knowledge.DirectionNoClearBenefit {
				continue
			}
			size := (&knowledge.Measured{Unit: knowledge.UnitPoints, Points: m.At, Of: 100})
			if got, _ := size.Size(); got != guide.Size(e.Effect) && guide.Size(e.Effect) > knowledge.EffectNone {
				t.Errorf("%s, %s: the mark is at %g, but the effect is %s", therapy.ID, e.Pattern, m.At, guide.Size(e.Effect))
			}
			if m.Interval {
				lines++
				if m.Low > m.At || m.High < m.At {
					t.Errorf("%s, %s: the line from %g to %g leaves out the mark at %g", therapy.ID, e.Pattern, m.Low, m.High, m.At)
				}
			} else if m != evidence.Overall(e) {
				t.Errorf("%s, %s: the mark is not that of the explanation", therapy.ID, e.Pattern)
			}
		}
	}
	if lines < 8 {
		t.Errorf("only %d lines", lines)
	}
}
