package results

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
)

// Legend explains the signs of the result, a row for each.
func (m Model) Legend() []string {
	if m.g == nil {
		return nil
	}
	t := m.theme
	var out []string
	add := func(sign, words string) {
		out = append(out, frame.Pad(sign, 6)+t.Text.Text(words))
	}
	for suits := guide.SuitsWell; suits <= guide.SuitsNotNow; suits++ {
		sign, ink := t.Tone(report.Tone(suits))
		add(ink.Text(sign), suits.Word())
	}
	s := t.Signs
	steps := make([]string, 0, len(document.AxisSteps()))
	for _, x := range document.AxisSteps() {
		steps = append(steps, x.Word)
	}
	add(s.Pane+s.FitsWell+s.Dot, "how large the benefit was: "+strings.Join(steps, ", "))
	add(s.Pane+s.Little+s.Dot, "the same, where results differ")
	add(s.Rule+s.FitsWell+s.Rule, "the range that a study gives for it")
	for _, x := range []struct {
		filled int
		words  string
	}{{4, "how sure that is: high"}, {3, "moderate"}, {2, "low"}, {1, "very low"}} {
		add(s.Certainty(x.filled), x.words)
	}
	return append(out, m.figures().Key()...)
}

// legend explains the signs of the list, as many as there is room for.
func (m *Model) legend(width int) string {
	t := m.theme
	s := t.Signs
	var out []string
	used := 0
	for _, x := range [][2]string{{s.FitsWell, "where studies point"}, {s.Little, "results differ"}, {s.Certainty(2), "how sure"}} {
		if w := frame.Width(x[0]) + 1 + frame.Width(x[1]) + 2; used+w <= width {
			out = append(out, t.Text.Text(x[0])+" "+t.Muted.Text(x[1]))
			used += w
		}
	}
	return strings.Join(out, "  ")
}

// listNote says what lies below the part of the list that shows, after the signs where there is room for them.
func (m *Model) listNote() string {
	s := m.theme.Signs
	signs := s.FitsWell + " where studies point  " + s.Little + " results differ"
	if m.below == "" || frame.Width(signs)+3+frame.Width(m.below) <= m.box.Inner {
		return strings.TrimSpace(signs + "   " + m.below)
	}
	return m.below
}
