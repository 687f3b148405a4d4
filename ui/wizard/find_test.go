package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"knead/ui/termtest"
)

// What people call a thing leads to it: its label, a synonym, a brand, a part of a word, a slip of the pen.
func TestFind(t *testing.T) {
	for query, want := range map[string]string{
		"ramipril": "High blood pressure, controlled", "rami": "High blood pressure, controlled", "high blood pressure": "High blood pressure, controlled",
		"ramiprol": "High blood pressure, controlled", "slipped disc": "disc", "disc slipped": "disc", "afib": "Irregular heartbeat",
		"fibromialgia": "Fibromyalgia", "varic": "Varicose veins", "pace": "Pacemaker",
	} {
		for _, page := range []string{"health", "history"} {
			m := at(t, well(page)...)
			m, _ = press(t, m, "/", query)
			if !m.Typing() {
				t.Fatal("the field does not have the keys")
			}
			view := termtest.Plain(m.View())
			rows := strings.Split(view, "\n")
			at := slices.IndexFunc(rows, func(r string) bool { return strings.HasPrefix(strings.TrimSpace(r), "▌") })
			if at < 0 || !strings.Contains(strings.ToLower(rows[at]), strings.ToLower(want)) {
				t.Errorf("%s: %q does not find %s first:\n%s", page, query, want, view)
			}
		}
	}
}

// The synonym that was meant stands beside what it means.
func TestFindNamesTheSynonym(t *testing.T) {
	m := at(t, well("health")...)
	m, _ = press(t, m, "/", "ramipril")
	if view := termtest.Plain(m.View()); !strings.Contains(view, "High blood pressure, controlled  · ramipril") {
		t.Errorf("the synonym does not show:\n%s", view)
	}
}

func TestFindPicks(t *testing.T) {
	m := at(t, well("health")...)
	m, _ = press(t, m, "/", "varicose", "enter")
	if got := answer(m, "history"); got != "varicose-veins" {
		t.Fatalf("history: %s", got)
	}
	if got := answer(m, "health"); got != "vessels" {
		t.Errorf("the item is chosen, but not its group: health is %q", got)
	}
	if !m.Typing() || m.Note() != "Varicose veins: yes." {
		t.Errorf("typing %v, note %q", m.Typing(), m.Note())
	}
	if view := termtest.Plain(m.View()); !strings.Contains(view, "Chosen  ■ Varicose veins") || strings.Count(view, "Find  ") != 1 {
		t.Errorf("what was chosen is not summed up, or there are two fields:\n%s", view)
	}
	back, _ := press(t, m, "varicose", "enter")
	if h, r := answer(back, "history"), answer(back, "health"); h != "" || r != "" {
		t.Errorf("taken back, it leaves %q and %q", h, r)
	}
	open, _ := press(t, m, "slipped", "ctrl+u")
	if got := answer(open, "history"); got != "varicose-veins /herniated-disc: unsure" {
		t.Errorf("not sure: %s", got)
	}

	// what it brings up on the page is asked before one goes on
	m, _ = press(t, m, "enter")
	if m.Typing() || m.Interview().Page() != "health" || m.Note() == "" {
		t.Fatalf("Enter on the empty field: %s, %q", m.Interview().Page(), m.Note())
	}
	m, _ = press(t, m, "1", "enter")
	if got := answer(m, "here-varicose-veins"); got != "here" || m.Interview().Page() != "wishes" {
		t.Fatalf("on page %s: %q", m.Interview().Page(), got)
	}
}

// What is typed shows nothing but what is found, also where another question stands below.
func TestFindStandsAlone(t *testing.T) {
	m := at(t, append(well("health"), "health: heart, bones")...)
	m, _ = press(t, m, "/", "arthr")
	view := termtest.Plain(m.View())
	if strings.Contains(view, "Which exactly") || strings.Contains(view, "Irregular heartbeat") || strings.Count(view, "Osteoarthritis") != 1 {
		t.Errorf("it shows\n%s", view)
	}
}
