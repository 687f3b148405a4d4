package wizard_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/ui/wizard"
)

// One key and the screen after it, on every kind of page.
func BenchmarkKey(b *testing.B) {
	pages := map[string]wizard.Model{
		"where": at(b), "now": at(b, well("now")...), "start": at(b, well("start")...), "severity": at(b, well("severity")...),
		"health": at(b, well("health")...), "history": at(b, well("history")...), "review": at(b, well("end")...),
	}
	found := at(b, well("history")...)
	found, _ = press(b, found, "/", "bl")
	pages["find"] = found
	for name, m := range pages {
		b.Run(name, func(b *testing.B) {
			m.SetSize(120, 35)
			keys := []tea.Msg{tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp}}
			if name == "find" {
				keys = []tea.Msg{tea.KeyPressMsg{Code: 'o', Text: "o"}, tea.KeyPressMsg{Code: tea.KeyBackspace}}
			}
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				m, _ = m.Update(keys[n%len(keys)])
				_ = m.View()
			}
		})
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
