package wizard_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/termtest"
	"knead/ui/wizard"
)

// A blanket answer never takes back what was chosen unless the person agrees: not by a key, a row, a click, or on the map.
func TestBlanketAnswersAsk(t *testing.T) {
	for _, c := range []struct {
		name, page, keys string
		question, kept   string // the answer that stays
		says             string // what is asked
		agreed           string // the answer after y
	}{
		{"none", "now", "1 n", "now", "chest", "You chose “Chest pain, pressure, or tightness”. Press y to remove it", "none"},
		{"not sure", "now", "1 home u", "now", "chest", "Press y to remove it and say not sure.", "unsure"},
		{"the row of none", "now", "3 end up up space", "now", "dizzy", "Press y to remove it and say “None of these today”.", "none"},
		{"the row of not sure", "now", "3 end up space", "now", "dizzy", "say not sure.", "unsure"},
		{"several", "now", "1 2 3 4 n", "now", "chest, breath, dizzy, sweat", "“New shortness of breath”, and two more. Press y to remove them", "none"},
		{"a medicine", "age", "2 3 n", "risk", "thinner", "You chose “Blood thinner”.", "none"},
		{"one that is not offered now", "signs", "n", "signs", "saddle", "You chose “Numbness around the genitals or inner thighs”.", "none"},
		{"places", "where", "down space end space", "where", "head", "You chose “Head”. Press y to remove it", "unsure"},
		{"places, by u", "where", "n space u", "where", "neck", "say not sure.", "unsure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := at(t, well(c.page)...)
			if c.name == "one that is not offered now" {
				m = onPage(t, "signs", "where: neck", "now: none", "signs: saddle", "since-saddle: longer")
			}
			m, _ = press(t, m, strings.Fields(c.keys)...)
			asked := func(what string) {
				t.Helper()
				if got := answer(m, c.question); got != c.kept {
					t.Fatalf("%s: %s: %q, want %q", what, c.question, got, c.kept)
				}
			}
			asked("before y")
			if !strings.Contains(m.Note(), c.says) {
				t.Fatalf("it asks %q, want %q", m.Note(), c.says)
			}
			page := m.Interview().Page()
			last := strings.Fields(c.keys)[len(strings.Fields(c.keys))-1]
			for _, other := range []string{"esc", "enter", "x"} { // keeps the answer, and takes the question away
				n, _ := press(t, m, other, "y")
				if got := answer(n, c.question); got != c.kept || other == "esc" && n.Interview().Page() != page {
					t.Errorf("%s and y: %s: %q", other, c.question, got)
				}
			}
			m, _ = press(t, m, last) // the same key again is no yes
			asked("the key again")
			m, _ = press(t, m, "y")
			if got := answer(m, c.question); got != c.agreed {
				t.Errorf("after y: %s: %q, want %q", c.question, got, c.agreed)
			}
		})
	}
}

// loose is somebody whose joints are loose, up to the page of the health items.
func loose() []string {
	return append(well("risk"), "risk: loose-joints", "feel: ache", "severity: 4", "limits: none", "trend: same", "before: always", "checked: no", "lately: none")
}

// Saying that none of the health items fits does not contradict the row that brought them up: it asks, and then says so.
func TestNoneOfTheItemsAsks(t *testing.T) {
	m := at(t, append(loose(), "health: heart")...)
	m, _ = press(t, m, "n")
	if got := answer(m, "history"); got != "" {
		t.Fatalf("history: %q", got)
	}
	want := "You chose “Very loose joints” and “Heart or blood pressure”. Mark which ones, or press y if they are not on this list."
	if m.Note() != want {
		t.Fatalf("it asks %q", m.Note())
	}
	m, _ = press(t, m, "y")
	if got := answer(m, "history"); got != "none" {
		t.Fatalf("history: %q", got)
	}
	m, _ = press(t, m, "enter")
	if m.Interview().Page() == "health" {
		t.Fatalf("it was asked twice: %s", m.Note())
	}
	m, _ = press(t, m, "1", "n", "n", "enter")
	m.SetSize(80, 60)
	if view := oneLine(m.View()); !strings.Contains(view, "Which exactly? "+guide.NotListed) || strings.Contains(view, "None of sixteen") {
		t.Errorf("the review:\n%s", view)
	}
}

// What brought up the items and has none of them is named once, before the page is left.
func TestLeavingAnItemOutIsNamed(t *testing.T) {
	m := at(t, append(loose(), "health: heart")...)
	m, _ = press(t, m, "1", "enter")
	if m.Interview().Page() != "health" || m.Note() != "Nothing is marked for “Very loose joints”. Press enter again to go on all the same." {
		t.Fatalf("on %s: %q", m.Interview().Page(), m.Note())
	}
	if m, _ = press(t, m, "enter"); m.Interview().Page() == "health" {
		t.Errorf("the second enter stays: %q", m.Note())
	}
}

// Whatever is pressed and clicked but y, no chosen option of a list goes unless its own row, its number, or its place was meant.
func TestNothingChosenGoesByItself(t *testing.T) {
	keys := []string{"n", "u", "n", "u", "up", "down", "down", "tab", "home", "end", "enter", "esc", "pgup", "pgdown", "w", "x", "left"}
	chosen := func(m wizard.Model) (out []string) {
		for q, a := range m.Interview().Answers() {
			if g.Question(q).Kind == knowledge.Many {
				for _, o := range a.Options {
					if o != knowledge.None {
						out = append(out, q+"/"+o)
					}
				}
			}
		}
		return out
	}
	pages := []string{"now", "signs", "onset", "age", "feel", "severity", "lately", "health", "in-mind"}
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 11))
		m := at(t, well(pages[r.IntN(len(pages))])...)
		for range 3 {
			m, _ = press(t, m, fmt.Sprint(1+r.IntN(6)))
		}
		for range 60 {
			before := chosen(m)
			k := keys[r.IntN(len(keys))]
			screen := termtest.Plain(m.View())
			m, _ = press(t, m, k)
			if r.IntN(6) == 0 { // the last rows: none of these, not sure, and the way on
				m, _ = send(m, tea.MouseClickMsg{X: 12, Y: 8 + r.IntN(11), Button: tea.MouseLeft})
				k = "click"
			}
			for _, fact := range before {
				if now := chosen(m); !slices.Contains(now, fact) && k != "click" {
					if id, option, _ := strings.Cut(fact, "/"); slices.Contains(m.Interview().Answers()[id].Open, option) {
						continue // u on its own row
					}
					t.Fatalf("seed %d: %s is gone by %s, %q:\n%s", seed, fact, k, m.Note(), screen)
				}
			}
		}
	}
}
