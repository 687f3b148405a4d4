package demo

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/ui/theme"
)

const invite = "https://example.github.io/knead/"

func inviting(t testing.TB, address string, ascii bool, w, h int) Stage {
	t.Helper()
	g, l := builtin.Guide(), builtin.Library()
	o := Options{Invite: address, Wait: func(time.Duration, tea.Msg) tea.Cmd { return nil }}
	m := NewStage(People(l, g), g, l, o, theme.New(theme.Dark, ascii))
	m.SetSize(w, h)
	return m
}

// shown is a slide without blanks, in which an address stays whole when its row was broken.
func shown(m Stage) string { return strings.Join(strings.Fields(ansi.Strip(m.View())), "") }

// The first and the last slide invite, and no other does. The address is in words at every size, however long it is.
func TestInvitation(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("x", 100)
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		for _, ascii := range []bool{false, true} {
			for _, address := range []string{invite, long} {
				m := inviting(t, address, ascii, size[0], size[1])
				for first := true; ; first = false {
					rows := strings.Split(m.View(), "\n")
					if has := strings.Contains(shown(m), "https://example."); has != (first || m.last()) {
						t.Errorf("%v, ascii %v: slide %d of person %d: invites: %v\n%s", size, ascii, m.slide, m.person, has, ansi.Strip(m.View()))
					}
					if len(rows) > size[1] {
						t.Errorf("%v: %d rows", size, len(rows))
					}
					for _, row := range rows {
						if ansi.StringWidth(row) > size[0] {
							t.Fatalf("%v, slide %d of person %d is too wide: %q", size, m.slide, m.person, ansi.Strip(row))
						}
					}
					if m.last() {
						break
					}
					m = press(m, right)
				}
			}
		}
	}
}

// drawnCode reports whether a code is drawn: nothing else on a slide has a ground of white.
func drawnCode(m Stage) bool { return strings.Contains(m.View(), "48;2;255;255;255m") }

func TestCodeOfTheInvitation(t *testing.T) {
	for _, test := range []struct {
		w, h        int
		ascii, want bool
	}{{80, 24, false, true}, {60, 20, false, false}, {120, 40, false, true}, {80, 24, true, false}, {120, 45, true, true}} {
		for m := inviting(t, invite, test.ascii, test.w, test.h); ; m = press(m, right) {
			ends := m.last() || m.person == 0 && m.slide == 0
			if drawnCode(m) != (ends && test.want) {
				t.Errorf("%d × %d, ascii %v, slide %d of person %d: a code is drawn: %v\n%s", test.w, test.h, test.ascii, m.slide, m.person, drawnCode(m), ansi.Strip(m.View()))
			}
			if m.last() {
				break
			}
		}
	}
	wide, narrow := inviting(t, invite, false, 200, 60), inviting(t, invite, false, 80, 24)
	if strings.Count(wide.View(), "48;2;255;255;255m") < 2*strings.Count(narrow.View(), "48;2;255;255;255m")-1 {
		t.Error("in a large window the code is not larger")
	}
	exchanged := press(narrow, tea.KeyPressMsg{Code: 'i', Text: "i"})
	if exchanged.View() == narrow.View() || press(exchanged, tea.KeyPressMsg{Code: 'i', Text: "i"}).View() != narrow.View() {
		t.Error("i does not exchange light and dark")
	}
}
