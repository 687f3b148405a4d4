package bodymap_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/bodymap"
	"knead/ui/termtest"
	"knead/ui/theme"
)

var (
	g    = builtin.Guide()
	lib  = builtin.Library()
	dark = theme.New(theme.Dark, false)
)

func newMap(t testing.TB, th *theme.Theme, w, h int) bodymap.Model {
	t.Helper()
	where := g.Start().Questions()[0]
	if where.ID != "where" {
		t.Fatalf("the first question is %s", where.ID)
	}
	m := bodymap.New(lib, where, g.WithRole(knowledge.RoleSide), th)
	m.SetSize(w, h)
	return m
}

func press(m bodymap.Model, keys string) bodymap.Model {
	for _, k := range strings.Fields(keys) {
		m, _ = m.Update(termtest.Key(k))
	}
	return m
}

func said(m bodymap.Model) string {
	where, sides := m.Answers()
	a := guide.Answers{}.With("where", where)
	for question, side := range sides {
		a = a.With(question, side)
	}
	return strings.Join(g.Lines(a), " | ")
}

func TestAnswers(t *testing.T) {
	for keys, want := range map[string]string{
		"":                                    "",
		"space":                               "", // nothing is in focus on arrival
		"N space":                             "where: neck",
		"S space":                             "where: shoulder | side-shoulder: left",
		"S right space":                       "where: shoulder | side-shoulder: right",
		"S space right space":                 "where: shoulder | side-shoulder: both",
		"S space K right space":               "where: shoulder, knee | side-shoulder: left | side-knee: right",
		"N space S space K space":             "where: neck, shoulder, knee | side-shoulder: left | side-knee: left",
		"S space space":                       "", // with the place its side goes
		"S space end space":                   "where: unsure",
		"u":                                   "where: unsure",
		"N space u":                           "where: unsure",
		"u N space":                           "where: neck",
		"u u":                                 "",
		"1 2":                                 "where: head, jaw",
		"N space N space":                     "where: neck, all-over",
		"up space":                            "where: unsure", // round at the ends
		"up up space":                         "where: none",
		"end down space":                      "where: head",
		"W right space":                       "where: hand | side-hand: right",
		"W W space right space":               "where: whole-arm | side-whole-arm: both",
		"down down down right down down left": "",
	} {
		m := press(newMap(t, dark, 80, 19), keys)
		if got := said(m); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}

// Nowhere leaves no place beside it, and a place takes it away.
func TestNowhere(t *testing.T) {
	m := press(newMap(t, dark, 80, 19), "S space end up space")
	if got := said(m); got != "where: none" {
		t.Errorf("%q", got)
	}
	if got := said(press(m, "S space")); got != "where: shoulder | side-shoulder: left" {
		t.Errorf("%q", got)
	}
}

func TestSetAnswers(t *testing.T) {
	for _, lines := range [][]string{
		{"where: neck"},
		{"where: shoulder, knee", "side-shoulder: left", "side-knee: both"},
		{"where: shoulder", "side-shoulder: right"},
		{"where: neck, whole-leg", "side-whole-leg: both"},
		{"where: shoulder, knee", "side-knee: right"}, // which shoulder is not known, and is not made up
		{"where: unsure"},
		{"where: none"},
		{"where: all-over"},
	} {
		a, err := g.ParseLines(lines)
		if err != nil {
			t.Fatal(err)
		}
		m := newMap(t, dark, 80, 19)
		m.SetAnswers(a)
		if got := said(m); got != strings.Join(lines, " | ") {
			t.Errorf("%v came back as %q", lines, got)
		}
	}
	m := press(newMap(t, dark, 80, 19), "S space K right space")
	if got := strings.Join(m.Chosen(), "; "); got != "Shoulder, left; Knee, right" {
		t.Errorf("%q", got)
	}
}

// Every place can be clicked on the figure, at every size, on the side that is meant.
func TestClickOnFigure(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}} {
		found := map[string]bool{}
		for _, turn := range []string{"", "tab"} {
			fresh := press(newMap(t, dark, size[0], size[1]), turn)
			for y := range size[1] {
				for x := range 60 {
					m := fresh
					m, _ = m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
					found[said(m)] = true
				}
			}
		}
		for _, p := range lib.Places {
			want := []string{"where: " + p.Option}
			if p.Sided {
				want = []string{"where: " + p.Option + " | side-" + p.Option + ": left", "where: " + p.Option + " | side-" + p.Option + ": right"}
			}
			for _, w := range want {
				if !found[w] {
					t.Errorf("%v: no cell says %q", size, w)
				}
			}
		}
	}
}

// Your own left is at the right of the front view, and at the left of the back view.
func TestLeftAndRight(t *testing.T) {
	m := newMap(t, dark, 80, 19)
	rows := strings.Split(ansi.Strip(m.View()), "\n")
	if !strings.Contains(rows[3], "right") || strings.Index(rows[3], "right") > strings.Index(rows[3], "left") {
		t.Fatalf("the front should say right, then left: %q", rows[3])
	}
	m, _ = m.Update(tea.MouseClickMsg{X: 4 + 4, Y: 6, Button: tea.MouseLeft}) // the front view's left shoulder
	if got := said(m); got != "where: shoulder | side-shoulder: right" {
		t.Errorf("%q", got)
	}
}

// The pair that other screens show lights up what was chosen, on the right side, and nothing for the focus.
func TestPair(t *testing.T) {
	plain := newMap(t, theme.New(theme.Plain, false), 120, 35)
	rows := press(plain, "S right space N").Pair(36, 32)
	if len(rows) == 0 {
		t.Fatal("no room in 36 columns")
	}
	text := ansi.Strip(strings.Join(rows, "\n"))
	if strings.Contains(text, "◆") || strings.Count(text, "*") != 2 || !strings.Contains(rows[0], "front") || !strings.Contains(rows[0], "back") {
		t.Errorf("it shows\n%s", text)
	}
	for _, row := range rows {
		if before, _, ok := strings.Cut(ansi.Strip(row), "*"); ok && ansi.StringWidth(before) > 8 {
			t.Errorf("the right shoulder is not at the left of the front view:\n%s", text)
		}
		if w := ansi.StringWidth(row); w > 36 {
			t.Errorf("a row of %d columns", w)
		}
	}
	if rows := plain.Pair(19, 32); rows != nil {
		t.Errorf("a pair in 19 columns:\n%s", strings.Join(rows, "\n"))
	}
}

func TestHover(t *testing.T) {
	m := newMap(t, dark, 80, 19)
	before := m.View()
	m, _ = m.Update(tea.MouseMotionMsg{X: 12, Y: 8})
	if m.View() == before {
		t.Error("nothing lights up under the mouse")
	}
	if got := said(m); got != "" {
		t.Errorf("hovering chose %q", got)
	}
}

func TestAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	m, w, h := newMap(t, dark, 80, 19), 80, 19
	keys := []string{"up", "down", "left", "right", "space", "tab", "end", "home", "u", "1", "9", "S", "L", "x", "I", "k", "j", "l"}
	for range 6000 {
		switch r.IntN(12) {
		case 0:
			w, h = 1+r.IntN(140), 1+r.IntN(45)
			m.SetSize(w, h)
		case 1:
			m.SetTheme(theme.New(theme.Names()[r.IntN(4)], r.IntN(2) == 0))
		case 2, 3:
			m, _ = m.Update(tea.MouseClickMsg{X: r.IntN(w + 1), Y: r.IntN(h+2) - 1, Button: tea.MouseLeft})
		case 4:
			m, _ = m.Update(tea.MouseMotionMsg{X: r.IntN(w + 1), Y: r.IntN(h + 1)})
		case 5:
			m, _ = m.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
		default:
			m = press(m, keys[r.IntN(len(keys))])
		}
		rows := strings.Split(m.View(), "\n")
		if len(rows) > h {
			t.Fatalf("%d rows in a room of %d", len(rows), h)
		}
		for _, row := range rows {
			if n := ansi.StringWidth(row); n > w {
				t.Fatalf("a row of %d in a window of %d: %q", n, w, ansi.Strip(row))
			}
		}
		where, sides := m.Answers()
		for question, side := range sides {
			if side.Given() && !where.Has(g.Question(question).Of[0]) {
				t.Fatal("a side without its place")
			}
		}
	}
}

func TestGolden(t *testing.T) {
	keys := "N space S right space B B A A B"
	for _, size := range [][2]int{{60, 16}, {72, 24}, {80, 16}, {80, 19}, {100, 30}, {120, 35}} {
		m := press(newMap(t, dark, size[0], size[1]), keys)
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) { golden.RequireEqual(t, termtest.Plain(m.View())) })
	}
	t.Run("80x19.dark", func(t *testing.T) { golden.RequireEqual(t, press(newMap(t, dark, 80, 19), keys).View()) })
	t.Run("80x19.plain", func(t *testing.T) {
		golden.RequireEqual(t, termtest.Plain(press(newMap(t, theme.New(theme.Plain, false), 80, 19), keys).View()))
	})
	ascii := termtest.Plain(press(newMap(t, theme.New(theme.Plain, true), 80, 19), keys).View())
	for _, r := range ascii {
		if r > 126 {
			t.Errorf("%q is not ASCII", r)
		}
	}
	t.Run("80x19.ascii", func(t *testing.T) { golden.RequireEqual(t, ascii) })
}

func BenchmarkKey(b *testing.B) {
	m := newMap(b, dark, 120, 35)
	keys := []string{"down", "space", "right"}
	for n := 0; b.Loop(); n++ {
		m = press(m, keys[n%3])
		_ = m.View()
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newMap(b, dark, 80, 19)
	}
}
