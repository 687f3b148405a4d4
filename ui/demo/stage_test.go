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

func onStage(t testing.TB, name theme.Name, ascii bool, w, h int, wait Wait) Stage {
	t.Helper()
	g, l := builtin.Guide(), builtin.Library()
	m := NewStage(People(l, g), g, l, Options{Wait: wait}, theme.New(name, ascii))
	m.SetSize(w, h)
	return m
}

func press(m Stage, keys ...tea.KeyPressMsg) Stage {
	for _, k := range keys {
		m, _, _ = m.Key(k)
	}
	return m
}

var (
	right = tea.KeyPressMsg{Code: tea.KeyRight}
	left  = tea.KeyPressMsg{Code: tea.KeyLeft}
	tab   = tea.KeyPressMsg{Code: tea.KeyTab}
	space = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	notes = tea.KeyPressMsg{Code: 'n', Text: "n"}
)

// Every slide fits every window in every theme, says who it is about, and has a note; the point is in big letters.
func TestSlidesFit(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		for _, name := range theme.Names() {
			for _, ascii := range []bool{false, true} {
				m := onStage(t, name, ascii, size[0], size[1], func(time.Duration, tea.Msg) tea.Cmd { return nil })
				for !m.last() {
					p, s := m.people[m.person], m.slides[m.person][m.slide]
					rows := strings.Split(ansi.Strip(m.View()), "\n")
					if len(rows) > size[1] || !strings.Contains(rows[0], p.Name) {
						t.Fatalf("%s, slide %d at %v:\n%s", p.ID, m.slide, size, strings.Join(rows, "\n"))
					}
					for _, row := range rows {
						if ansi.StringWidth(row) > size[0] {
							t.Fatalf("%s, slide %d at %v is too wide: %q", p.ID, m.slide, size, row)
						}
					}
					if s.Note == "" || s.Sentence == "" {
						t.Errorf("%s, slide %d has no note or no sentence: %+v", p.ID, m.slide, s)
					}
					if big := strings.Contains(m.View(), "█"); m.slide == len(m.slides[m.person])-1 && size[0] >= 80 && !ascii && !big {
						t.Errorf("%s at %v: the point is not in big letters:\n%s", p.ID, size, strings.Join(rows, "\n"))
					}
					m = press(m, right)
				}
			}
		}
	}
}

// By itself a person takes less than a minute, and it goes on to the next and stays on the last.
func TestStagePace(t *testing.T) {
	var took time.Duration
	var due []tea.Msg
	m := onStage(t, theme.Dark, false, 80, 24, func(d time.Duration, msg tea.Msg) tea.Cmd {
		took, due = took+d, append(due, msg)
		return nil
	})
	m, _ = m.Begin()
	for at := m.person; len(due) > 0; {
		next := due[0].(TickMsg)
		due = due[1:]
		if m, _ = m.Tick(next); m.person != at {
			if took > time.Minute+slideFor { // the wait for the next person's first slide has begun
				t.Errorf("%s takes %s", m.people[at].ID, took-slideFor)
			}
			at, took = m.person, slideFor
		}
	}
	if !m.last() {
		t.Errorf("it stays on slide %d of person %d", m.slide, m.person)
	}
}

func TestStageKeys(t *testing.T) {
	var waits int
	m := onStage(t, theme.Dark, false, 80, 24, func(time.Duration, tea.Msg) tea.Cmd { waits++; return nil })
	m, _ = m.Begin()
	m = press(m, left)
	if m.person != 0 || m.slide != 0 {
		t.Error("there is something before the first slide")
	}
	m = press(m, tab, left)
	if m.person != 0 || m.slide != len(m.slides[0])-1 {
		t.Errorf("back from the second person it is slide %d of person %d", m.slide, m.person)
	}
	before := waits
	if m = press(m, space, right); waits != before || !strings.Contains(ansi.Strip(m.View()), "space play") {
		t.Error("it goes on while it pauses")
	}
	if m = press(m, space); waits == before {
		t.Error("it does not go on after a pause")
	}
	if with, without := ansi.Strip(m.View()), ansi.Strip(press(m, notes).View()); !strings.Contains(with, "note  ") || strings.Contains(without, "note  ") {
		t.Error("n does not hide the notes")
	}
	if _, _, leave := m.Key(tea.KeyPressMsg{Code: 'q', Text: "q"}); !leave {
		t.Error("q does not leave")
	}
	var none Stage
	none.SetSize(80, 24)
	press(none, right, left, tab, space, notes).View()
}

// Where hands stay off, the slide marks as the result does: with a sign of its own on those cells, never as what hurts.
func TestSlideMarksHandsOff(t *testing.T) {
	m := onStage(t, theme.Dark, false, 120, 40, func(time.Duration, tea.Msg) tea.Cmd { return nil })
	seen := 0
	for !m.last() {
		if s := m.slides[m.person][m.slide]; s.Off != nil {
			seen++
			view := ansi.Strip(m.View())
			if n := strings.Count(view, "×"); n < 2 || !strings.Contains(view, "× hands off") {
				t.Errorf("%s has %d signs:\n%s", m.people[m.person].ID, n, view)
			}
		}
		m = press(m, right)
	}
	if seen == 0 {
		t.Error("no slide is about a place to keep off")
	}
}
