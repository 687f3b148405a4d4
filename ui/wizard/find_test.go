package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/ui/termtest"
)

// What people call a thing leads to it: its label, a synonym, a brand, a part of a word, a slip of the pen.
func TestFind(t *testing.T) {
	for query, want := range map[string]string{
		"apixaban": "Blood thinner", "Eliquis": "Blood thinner", "blood thinner": "Blood thinner", "thinner blood": "Blood thinner", "eliq": "Blood thinner",
		"apixiban": "Blood thinner", "osteoporosis": "Osteoporosis", "slipped disc": "disc", "afib": "Irregular heartbeat",
		"high blood pressure": "High blood pressure, controlled", "diabetis": "Diabetes", "metformin": "Diabetes", "pace": "Pacemaker",
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
	m, _ = press(t, m, "/", "eliquis")
	if view := termtest.Plain(m.View()); !strings.Contains(view, "Blood thinner  · eliquis") {
		t.Errorf("the synonym does not show:\n%s", view)
	}
}

func TestFindPicks(t *testing.T) {
	m := at(t, well("health")...)
	m, _ = press(t, m, "/", "apixaban", "enter")
	if got := answer(m, "history"); got != "anticoagulants" {
		t.Fatalf("history: %s", got)
	}
	if got := answer(m, "risk"); got != "thinner" {
		t.Errorf("the item is chosen, but not what makes it count: risk is %q", got)
	}
	if !m.Typing() || m.Note() != "Blood thinner: yes." {
		t.Errorf("typing %v, note %q", m.Typing(), m.Note())
	}
	if view := termtest.Plain(m.View()); !strings.Contains(view, "Chosen  ■ Blood thinner") {
		t.Errorf("what was chosen is not summed up:\n%s", view)
	}
	back, _ := press(t, m, "apixaban", "enter")
	if h, r := answer(back, "history"), answer(back, "risk"); h != "" || r != "" {
		t.Errorf("taken back, it leaves %q and %q", h, r)
	}
	open, _ := press(t, m, "slipped", "ctrl+u")
	if got := answer(open, "history"); got != "anticoagulants /herniated-disc: unsure" {
		t.Errorf("not sure: %s", got)
	}

	// what it brings up behind is asked before one goes on, and nothing in between is asked again
	m, _ = press(t, m, "enter")
	if !strings.Contains(m.Note(), "Nothing else") && m.Interview().Page() != "health" {
		t.Fatalf("Enter on the empty field: %s, %q", m.Interview().Page(), m.Note())
	}
	m, _ = press(t, m, "n", "enter")
	if got := m.Interview().Page(); got != "history" && got != "risk" && got != "risk-more" && got != "age" {
		t.Fatalf("on page %s", got)
	}
}

// A medicine found late can bring up a warning sign that was not asked: it is asked then, and the way goes on from there.
func TestFindBringsUpWhatWasNotAsked(t *testing.T) {
	lines := slices.Clone(well("health"))
	for i, l := range lines {
		if strings.HasPrefix(l, "time:") {
			lines[i] = "time: weeks-6"
		}
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "checked:") })
	m := at(t, lines...)
	if m.Interview().Page() != "health" {
		t.Fatal(m.Interview().Page())
	}
	m, _ = press(t, m, "/", "apixaban", "enter", "esc", "n", "enter")
	if got := m.Interview().Page(); got != "risk-more" {
		t.Fatalf("went to %s", got)
	}
	m, _ = press(t, m, "n", "enter")
	if got := m.Interview().Page(); got != "history" {
		t.Fatalf("and then to %s", got)
	}
	if got := answer(m, "history"); got != "anticoagulants" {
		t.Errorf("history: %s", got)
	}
}

// A slash in the open search is not looked for: it would open it, and no name has one.
func TestSlashInTheOpenSearch(t *testing.T) {
	m := at(t, well("health")...)
	m, _ = press(t, m, "/", "/", "gou", "/", "t")
	if view := termtest.Plain(m.View()); !strings.Contains(view, "Find  gout") {
		t.Errorf("it looks for\n%s", view)
	}
	for _, o := range g.Question(guide.HistoryQuestion).Options {
		for _, name := range append([]string{o.Label}, o.Synonyms...) {
			if strings.Contains(name, "/") {
				t.Errorf("%q cannot be typed", name)
			}
		}
	}
}
