package welcome_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"knead/content/builtin"
	"knead/ui/termtest"
	"knead/ui/theme"
	"knead/ui/welcome"
)

const purpose = `Knead is an offline reading guide for adults who are curious about massage and related approaches for everyday back, neck and muscle
discomfort. It asks a few questions, points out answers that are reasons to speak to a health professional first, and opens general explanations of
approaches people commonly consider. It does not identify, rule out, predict, treat or track any illness, does not decide on care, and is not for
emergencies, for children, or for clinicians deciding care.`

func first(w, h int) welcome.Model {
	m := welcome.New(purpose, builtin.Library(), theme.New(theme.Dark, false))
	m.SetSize(w, h)
	return m
}

func press(m welcome.Model, keys ...string) (welcome.Model, tea.Msg) {
	var out tea.Msg
	for _, k := range keys {
		var cmd tea.Cmd
		if m, cmd = m.Update(termtest.Key(k)); cmd != nil {
			out = cmd()
		}
	}
	return m, out
}

func TestChoices(t *testing.T) {
	for _, c := range []struct {
		resume bool
		keys   []string
		want   tea.Msg
	}{
		{false, []string{"enter"}, welcome.StartMsg{}},
		{false, []string{"space"}, welcome.StartMsg{}},
		{false, []string{"down", "enter"}, welcome.ReadMsg{}},
		{false, []string{"j", "j", "j", "j", "enter"}, welcome.WatchMsg{}},
		{false, []string{"r"}, welcome.ReadMsg{}},
		{false, []string{"w"}, welcome.WatchMsg{}},
		{false, []string{"1"}, welcome.StartMsg{}},
		{false, []string{"up", "enter"}, welcome.StartMsg{}},
		{true, []string{"enter"}, welcome.ResumeMsg{}},
		{true, []string{"down", "enter"}, welcome.StartMsg{}},
		{true, []string{"s"}, welcome.StartMsg{}},
		{false, []string{"x"}, nil},
	} {
		m := first(80, 19)
		if c.resume {
			m.SetResume("seven answers from this evening")
		}
		if _, got := press(m, c.keys...); got != c.want {
			t.Errorf("%q: %T, want %T", c.keys, got, c.want)
		}
	}
}

// The purpose stands there in full, and all the choices, at every size that is allowed.
func TestPurposeIsComplete(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {61, 17}, {79, 19}, {80, 16}, {80, 19}, {100, 25}, {120, 35}, {200, 55}} {
		m := first(size[0], size[1])
		view := ansi.Strip(m.View())
		words := strings.Join(strings.Fields(strings.Map(func(r rune) rune {
			if r >= 0x2500 && r <= 0x259f {
				return ' '
			}
			return r
		}, view)), " ")
		if want := strings.Join(strings.Fields(purpose), " "); !strings.Contains(words, want) {
			t.Errorf("%v: the purpose is cut:\n%s", size, view)
		}
		for _, w := range []string{"Start", "Read", "Watch"} {
			if !strings.Contains(view, w) {
				t.Errorf("%v: no %s:\n%s", size, w, view)
			}
		}
	}
}

func TestMouse(t *testing.T) {
	m := first(80, 19)
	for y, row := range strings.Split(ansi.Strip(m.View()), "\n") {
		if strings.Contains(row, "Watch") {
			n, _ := m.Update(tea.MouseMotionMsg{X: 8, Y: y})
			if n.View() == m.View() {
				t.Error("hovering lights nothing up")
			}
			if _, cmd := m.Update(tea.MouseClickMsg{X: 8, Y: y, Button: tea.MouseLeft}); cmd == nil || cmd() != (welcome.WatchMsg{}) {
				t.Error("a click does not open it")
			}
		}
	}
	if _, cmd := m.Update(tea.MouseClickMsg{X: 8, Y: 1, Button: tea.MouseLeft}); cmd != nil {
		t.Error("a click on the text did something")
	}
}

func TestAnySize(t *testing.T) {
	m := first(80, 19)
	m.SetResume("seven answers")
	for w := 1; w < 150; w += 3 {
		for h := 1; h < 45; h++ {
			m.SetSize(w, h)
			rows := strings.Split(m.View(), "\n")
			if len(rows) > h {
				t.Fatalf("%dx%d: %d rows", w, h, len(rows))
			}
			for _, r := range rows {
				if n := ansi.StringWidth(r); n > w {
					t.Fatalf("%dx%d: a row of %d: %q", w, h, n, ansi.Strip(r))
				}
			}
		}
	}
	var zero welcome.Model
	zero.SetSize(80, 19)
	zero.SetTheme(theme.New(theme.Dark, false))
}

func TestGolden(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}} {
		m := first(size[0], size[1])
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) { golden.RequireEqual(t, termtest.Plain(m.View())) })
		m.SetResume("seven answers from this evening")
		t.Run(fmt.Sprintf("resume.%dx%d", size[0], size[1]), func(t *testing.T) { golden.RequireEqual(t, termtest.Plain(m.View())) })
	}
	t.Run("80x19.dark", func(t *testing.T) { golden.RequireEqual(t, first(80, 19).View()) })
}

// The first screen must be cheap: nothing of it may cost more than a moment.
func BenchmarkFirst(b *testing.B) {
	l, t := builtin.Library(), theme.New(theme.Dark, false)
	b.ReportAllocs()
	for b.Loop() {
		m := welcome.New(purpose, l, t)
		m.SetSize(80, 19)
		_ = m.View()
	}
}

// With answers of this session, going on comes first and starting is starting over; in every size all of it shows.
func TestAnswersOfThisSession(t *testing.T) {
	for _, c := range []struct {
		given int
		keys  []string
		want  tea.Msg
		says  string
	}{
		{1, []string{"enter"}, welcome.GoOnMsg{}, "with your one answer"},
		{7, []string{"g"}, welcome.GoOnMsg{}, "with your seven answers"},
		{7, []string{"s"}, welcome.StartMsg{}, "Start over"},
		{40, []string{"down", "enter"}, welcome.ResumeMsg{}, "the answers you kept"},
		{0, []string{"enter"}, welcome.ResumeMsg{}, "Start    "},
	} {
		for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}} {
			m := first(size[0], size[1])
			m.SetResume("the answers you kept")
			m.SetGiven(c.given)
			if view := termtest.Plain(m.View()); !strings.Contains(view, c.says) || !strings.Contains(view, "Watch") {
				t.Errorf("%d given, %v: %q does not show:\n%s", c.given, size, c.says, view)
			}
			if _, out := press(m, c.keys...); out != c.want {
				t.Errorf("%d given: %q gives %T, want %T", c.given, c.keys, out, c.want)
			}
		}
	}
}

// In a window that is too small for all of it, the purpose can be read on to its end.
func TestPurposeIsReadToItsEnd(t *testing.T) {
	m := first(40, 16)
	if !strings.Contains(m.Note(), "pgdn") {
		t.Errorf("the note says %q", m.Note())
	}
	seen := ansi.Strip(m.View())
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyPgDown})
	seen += "\n" + ansi.Strip(m.View())
	words := strings.Fields(purpose)
	for _, word := range words {
		if !strings.Contains(seen, word) {
			t.Errorf("%q never shows:\n%s", word, seen)
		}
	}
	if m.Note() != "" {
		t.Errorf("at the end the note says %q", m.Note())
	}
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyPgUp})
	if !strings.HasPrefix(seen, ansi.Strip(m.View())) {
		t.Error("pgup does not lead back")
	}
}
