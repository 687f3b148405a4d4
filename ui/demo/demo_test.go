package demo

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

func player(t *testing.T, o Options, name theme.Name, ascii bool, w int) Model {
	t.Helper()
	o.Wait = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	m := New(People(builtin.Library(), builtin.Guide()), builtin.Library(), o, theme.New(name, ascii))
	m.SetSize(w, 19)
	return m
}

// The ordinary comes first, and the one who has to call now last.
func TestPeople(t *testing.T) {
	people := People(builtin.Library(), builtin.Guide())
	if len(people) != len(builtin.Library().Cases) {
		t.Fatalf("%d of %d people play", len(people), len(builtin.Library().Cases))
	}
	at := knowledge.SelfCare
	for _, p := range people {
		if p.Level < at {
			t.Errorf("%s (%s) comes too late", p.ID, p.Level)
		}
		at = p.Level
		if p.Name == "" || p.Shows == "" || p.First() == "" || strings.Contains(p.First(), ",") {
			t.Errorf("%s: %q, %q", p.ID, p.Name, p.Shows)
		}
	}
	if people[0].ID != "desk-neck" {
		t.Errorf("%s comes first", people[0].ID)
	}
}

// The two rows fit every window, say who and what, and hold nothing that the theme has not.
func TestRows(t *testing.T) {
	long := Stroke{Key: tea.KeyPressMsg{Code: tea.KeyDown}, Does: "goes down to " + strings.Repeat("somewhere far ", 12)}
	for _, w := range []int{60, 80, 100, 120, 200} {
		for _, name := range theme.Names() {
			for _, ascii := range []bool{false, true} {
				for _, loop := range []bool{false, true} {
					m := player(t, Options{Loop: loop}, name, ascii, w)
					for i := range m.people {
						m.at = i
						m, _ = m.Begin()
						if card := ansi.Strip(m.View()); !strings.Contains(card, m.Person().Name) {
							t.Errorf("%d: the card does not say who:\n%s", w, card)
						}
						m, _ = m.Start("")
						m.Strike(long, true)
						for range 3 {
							m.Strike(long, false)
						}
						for _, row := range m.Rows(frame.Fit(w, 1)) {
							if n := ansi.StringWidth(row); n > w {
								t.Fatalf("%d columns in a window of %d: %q", n, w, ansi.Strip(row))
							}
						}
						plain := ansi.Strip(m.Rows(frame.Fit(w, 1))[0])
						if !strings.Contains(plain, m.Person().First()) || loop && !strings.Contains(plain, Invitation) {
							t.Errorf("%d: %q", w, plain)
						}
					}
				}
			}
		}
	}
}

func TestHead(t *testing.T) {
	const s = "Careful choices: what is not for her now, and what changes if it is done gently."
	for room, want := range map[int]string{
		5: "", 14: "", 15: "Careful choices", 39: "Careful choices", 40: "Careful choices: what is not for her now", 79: "Careful choices: what is not for her now", 80: s,
	} {
		if got := head(s, room); got != want {
			t.Errorf("in %d columns: %q, not %q", room, got, want)
		}
	}
}

func TestKeysPressedAtOnce(t *testing.T) {
	m := player(t, Options{}, theme.Dark, false, 80)
	press := func(keys ...tea.KeyPressMsg) string {
		for i, k := range keys {
			m.Strike(Stroke{Key: k}, i == 0)
		}
		return m.joined()
	}
	down, space := tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	if got := press(down, down, down, space); got != "↓×3 space" {
		t.Errorf("%q", got)
	}
	if got := press(tea.KeyPressMsg{Code: tea.KeyPgDown}); got != "page down" {
		t.Errorf("%q", got)
	}
	m.SetTheme(theme.New(theme.Plain, true))
	if got := press(down, space); got != "down space" {
		t.Errorf("%q", got)
	}
}

// Faster and slower change every wait, and a longer text is looked at for longer, but not for ever.
func TestPace(t *testing.T) {
	var took time.Duration
	m := New(People(builtin.Library(), builtin.Guide()), builtin.Library(), Options{Wait: func(d time.Duration, _ tea.Msg) tea.Cmd { took = d; return nil }}, theme.New(theme.Dark, false))
	m, _ = m.Begin()
	card := took
	for _, want := range []time.Duration{card / 2, card / 4, card / 4} {
		if m, _, _ = m.Key(tea.KeyPressMsg{Code: '+', Text: "+"}); took != want {
			t.Errorf("%s, not %s", took, want)
		}
	}
	few, some, many := reading("a few words"), reading(strings.Repeat("word ", 40)), reading(strings.Repeat("word ", 4000))
	if !(few < some && some < many) || many > 6*time.Second {
		t.Errorf("%s, %s, %s", few, some, many)
	}
}
