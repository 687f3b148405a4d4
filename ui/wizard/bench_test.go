package wizard_test

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/ui/termtest"
	"knead/ui/wizard"
)

// everyScreen is the wizard on every page that the person of well comes to, on the search, and on the review.
func everyScreen(t testing.TB, using func(testing.TB, ...string) wizard.Model) map[string]wizard.Model {
	out := map[string]wizard.Model{}
	for _, before := range []string{
		"where", "now", "signs", "onset", "age", "risk", "feel", "severity", "limits", "before", "lately", "health", "history",
		"in-mind", "wishes", "tried", "end",
	} {
		out[before] = using(t, well(before)...)
	}
	out["find"], _ = press(t, using(t, well("history")...), "/", "bl")
	return out
}

// BenchmarkKey is one key and the screen after it, on every screen: a key that moves, and one that answers. It also reports how often
// a key evaluates the answers, and how often it writes the page.
func BenchmarkKey(b *testing.B) {
	evaluations := 0
	for name, m := range everyScreen(b, func(t testing.TB, lines ...string) wizard.Model { return counted(t, &evaluations, lines...) }) {
		for kind, keys := range map[string][]string{"move": {"down", "down", "up"}, "answer": {"down", "space", "space", "up"}} {
			if name == "find" {
				keys = []string{"o", "backspace"}
			}
			for _, size := range [][2]int{{80, 19}, {120, 35}} {
				b.Run(fmt.Sprintf("%s/%s/%d", name, kind, size[0]), func(b *testing.B) {
					m := m
					m.SetSize(size[0], size[1])
					var msgs []tea.Msg
					for _, k := range keys {
						msgs = append(msgs, termtest.Key(k))
					}
					b.ReportAllocs()
					evaluations = 0
					composed := m.Composed()
					for n := 0; b.Loop(); n++ {
						m, _ = m.Update(msgs[n%len(msgs)])
						_ = m.View()
					}
					b.ReportMetric(float64(evaluations)/float64(b.N), "evaluations/op")
					b.ReportMetric(float64(m.Composed()-composed)/float64(b.N), "pages/op")
				})
			}
		}
	}
}

// Drawing alone joins what is ready.
func BenchmarkView(b *testing.B) {
	for name, m := range map[string]wizard.Model{"where": at(b), "history": at(b, well("history")...)} {
		b.Run(name, func(b *testing.B) {
			m.SetSize(120, 35)
			for b.Loop() {
				_ = m.View()
			}
		})
	}
}
