package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"knead/ui/termtest"
)

// What people call a thing leads to it: its label, another name, a brand, the beginning of a word.
func TestFind(t *testing.T) {
	for query, want := range map[string]string{
		"ramipril": "High blood pressure, controlled", "rami": "High blood pressure, controlled", "high blood pressure": "High blood pressure, controlled",
		"slipped disc": "disc", "disc slipped": "disc", "afib": "Irregular heartbeat",
		"fibromialgia": "Fibromyalgia", "fibromyalga": "Fibromyalgia", "varic": "Varicose veins", "pace": "Pacemaker",
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

// A slash that opens the search again is not looked for; one between two medicines is.
func TestSlashInTheOpenSearch(t *testing.T) {
	m := at(t, well("health")...)
	m, _ = press(t, m, "/", "/", "gout")
	if view := termtest.Plain(m.View()); !strings.Contains(view, "Find  gout") {
		t.Errorf("it looks for\n%s", view)
	}
	m, _ = press(t, at(t, well("health")...), "/", "ramipril", "/", "hctz")
	if view := termtest.Plain(m.View()); !strings.Contains(view, "Find  ramipril/hctz") || !strings.Contains(view, "High blood pressure, controlled") {
		t.Errorf("it finds\n%s", view)
	}
}

// A suggestion is never in focus, and Enter does not choose it; going to it with an arrow does.
func TestFindDoesNotChooseSuggestions(t *testing.T) {
	m := at(t, well("health")...)
	m, _ = press(t, m, "/", "warfrin")
	view := termtest.Plain(m.View())
	if !strings.Contains(view, "Did you mean") || !strings.Contains(view, "Blood thinner  · warfarin") || strings.Contains(view, "▌ □") {
		t.Fatalf("the suggestion is not shown, or in focus:\n%s", view)
	}
	m, _ = press(t, m, "enter")
	if got := answer(m, "history"); got != "" || !m.Typing() || !strings.Contains(m.Note(), "If you meant one of these") {
		t.Fatalf("Enter chose %q; note %q", got, m.Note())
	}
	m, _ = press(t, m, "down", "enter")
	if got := answer(m, "risk"); got != "thinner" { // the answer that this item follows from
		t.Errorf("the arrow and Enter chose %q", got)
	}
}

// What needs nothing, is asked elsewhere or is not known is answered in a sentence, and Enter chooses nothing.
func TestFindAnswersWhatIsNoItem(t *testing.T) {
	for query, want := range map[string]string{
		"ibuprofen gel": "No precaution is linked to ibuprofen gel. You can go on.", "frozen shoulder": "covers frozen shoulder.",
		"zzzzz": "Knead does not know “zzzzz”: try another name for it", "zz": "Type at least three letters.",
	} {
		m := at(t, well("health")...)
		m, _ = press(t, m, "/", query)
		if view := termtest.Plain(m.View()); !strings.Contains(strings.Join(strings.Fields(view), " "), want) {
			t.Errorf("%q: %q is not shown:\n%s", query, want, view)
		}
		m, _ = press(t, m, "enter")
		if got := answer(m, "history"); got != "" || !m.Typing() || !strings.Contains(m.Note(), want) {
			t.Errorf("%q: Enter chose %q, typing %v, note %q", query, got, m.Typing(), m.Note())
		}
	}
}

// An item that follows from another list is chosen there, shows as chosen, and goes again; what goes with it is named.
func TestWhatGoesWithAnItemIsNamed(t *testing.T) {
	for _, c := range []struct{ typed, label, risk, gone string }{
		{"apixaban", "Blood thinner", "thinner", "Blood thinner: no longer selected."},
		{"osteoporosis", "Osteoporosis", "bones", "Osteoporosis: no longer selected, nor “Weak bones or osteoporosis”."},
		{"down syndrome", "Down syndrome", "loose-joints", "Down syndrome: no longer selected, nor “Very loose joints”."},
	} {
		m := at(t, well("health")...)
		m, _ = press(t, m, "/", c.typed, "enter")
		if got := answer(m, "risk"); got != c.risk {
			t.Fatalf("%s: risk: %q", c.typed, got)
		}
		if view := termtest.Plain(m.View()); !strings.Contains(view, "Chosen  ■ "+c.label) {
			t.Errorf("%s is not summed up:\n%s", c.typed, view)
		}
		again, _ := press(t, m, c.typed)
		if view := oneLine(again.View()); !strings.Contains(view, "■ "+c.label) || !strings.Contains(view, "yes") {
			t.Errorf("%s does not show as chosen:\n%s", c.typed, termtest.Plain(again.View()))
		}
		back, _ := press(t, again, "enter")
		if got := answer(back, "risk"); got != "" {
			t.Errorf("%s: risk: %q", c.typed, got)
		}
		if back.Note() != c.gone {
			t.Errorf("the note says %q, want %q", back.Note(), c.gone)
		}
		open, _ := press(t, again, "ctrl+u")
		if c.risk != "loose-joints" && answer(open, "risk") != "/"+c.risk+": unsure" || !strings.HasSuffix(open.Note(), ": not sure.") {
			t.Errorf("%s: not sure leaves risk: %q, and says %q", c.typed, answer(open, "risk"), open.Note())
		}
		if open, _ = press(t, open, "ctrl+u"); !strings.HasPrefix(open.Note(), c.label+": no longer selected") {
			t.Errorf("%s: not sure cannot be taken back: %q", c.typed, open.Note())
		}
	}
}
