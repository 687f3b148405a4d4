package wizard_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/ui/termtest"
	"knead/ui/theme"
	"knead/ui/wizard"
)

// Whatever is pressed, clicked or resized: nothing breaks, nothing stands outside the window, and one can always go back.
func TestAnyKeys(t *testing.T) {
	keys := []string{
		"up", "down", "down", "down", "left", "right", "enter", "enter", "space", "space", "esc", "tab", "backspace", "home", "end",
		"pgup", "pgdown", "u", "n", "w", "/", "r", "j", "k", "h", "l", "0", "1", "2", "5", "9", "blood", "x", "A", "ctrl+u", "ctrl+w",
	}
	steps := 3000
	if !fixture.Thorough() {
		steps = 1500
	}
	pages := map[string]bool{}
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 7))
		m := wizard.New(g.Start(), lib, dark)
		w, h := 80, 19
		m.SetSize(w, h)
		for n := range steps {
			var out tea.Msg
			switch r.IntN(24) {
			case 0:
				w, h = 1+r.IntN(150), 1+r.IntN(50)
				m.SetSize(w, h)
			case 1:
				m.SetTheme(theme.New(theme.Names()[r.IntN(4)], r.IntN(3) == 0))
			case 2, 3, 4:
				m, out = send(m, tea.MouseClickMsg{X: r.IntN(w + 2), Y: r.IntN(h+4) - 2, Button: tea.MouseLeft})
			case 5:
				m, out = send(m, tea.MouseMotionMsg{X: r.IntN(w), Y: r.IntN(h)})
			case 6:
				m, out = send(m, tea.MouseWheelMsg{X: r.IntN(w), Y: r.IntN(h), Button: []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[r.IntN(2)]})
			case 7:
				m, out = send(m, tea.PasteMsg{Content: "blood\nthin"})
			default:
				m, out = press(t, m, keys[r.IntN(len(keys))])
			}
			fits(t, m.View(), w, h)
			if strings.Contains(m.Note(), "\n") {
				t.Fatalf("the note has more than one row: %q", m.Note())
			}
			m.ShortHelp()
			m.FullHelp()
			pages[m.Interview().Page()] = true
			switch out := out.(type) {
			case wizard.LeaveMsg:
				m = wizard.New(g.Start(), lib, dark)
				m.SetSize(w, h)
			case wizard.StoppedMsg:
				if !out.Interview.Level().Stops() {
					t.Fatal("stopped without a reason")
				}
				m = m.Return()
			case wizard.DoneMsg:
				if out.Interview.Page() != guide.ReviewPage {
					t.Fatalf("done on page %s", out.Interview.Page())
				}
				m = m.Return()
			}
			if n%500 == 499 {
				leave(t, m)
			}
			if n%400 == 399 { // begin further on, so that late pages are met as well
				m = at(t, well([]string{"onset", "feel", "severity", "lately", "health", "history", "in-mind", "end"}[r.IntN(8)])...)
				m.SetSize(w, h)
			}
		}
	}
	if len(pages) < 15 {
		t.Errorf("only these pages were seen: %v", pages)
	}
}

// Whatever is answered, by keys alone, the questions end: on the review, or with a warning.
func TestEveryWalkEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	ends := map[string]int{}
	for range 150 {
		m := wizard.New(g.Start(), lib, dark)
		m.SetSize(80, 19)
		m, _ = press(t, m, []string{"N", "S", "L", "A", "H", "T"}[r.IntN(6)], "space")
		var out tea.Msg
		for range 400 {
			if m, out = press(t, m, "enter"); out != nil {
				break
			}
			key := "n"
			if r.IntN(5) == 0 || m.Interview().Questions() != nil && m.Interview().Questions()[0].Kind != knowledge.Many {
				key = []string{"1", "2", "3", "4", "5", "6", "u"}[r.IntN(7)]
			}
			if m.Interview().Page() == "where" {
				continue
			}
			m, _ = press(t, m, key)
			if r.IntN(3) == 0 {
				m, _ = press(t, m, "tab")
			}
		}
		switch out.(type) {
		case wizard.DoneMsg:
			ends["done"]++
		case wizard.StoppedMsg:
			ends["stopped"]++
		default:
			t.Fatalf("no end: on page %s, %s\n%s", m.Interview().Page(), m.Note(), termtest.Plain(m.View()))
		}
	}
	if ends["done"] == 0 || ends["stopped"] == 0 {
		t.Errorf("all walks ended alike: %v", ends)
	}
}

func send(m wizard.Model, msg tea.Msg) (wizard.Model, tea.Msg) {
	m, cmd := m.Update(msg)
	if cmd == nil {
		return m, nil
	}
	return m, cmd()
}

// leave goes back until there is no page before.
func leave(t *testing.T, m wizard.Model) {
	t.Helper()
	for range 100 {
		var out tea.Msg
		if m, out = press(t, m, "esc"); out != nil {
			if _, ok := out.(wizard.LeaveMsg); ok {
				return
			}
			if _, ok := out.(wizard.StoppedMsg); ok {
				return // the stop has a way out of its own
			}
		}
	}
	t.Fatalf("page %s cannot be left", m.Interview().Page())
}
