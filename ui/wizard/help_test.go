package wizard_test

import (
	"strings"
	"testing"

	"knead/ui/wizard"
)

// hint is what the footer says that a key does; "" where it does not name the key.
func hint(m wizard.Model, key string) string {
	for _, b := range m.ShortHelp() {
		if b.Help().Key == key {
			return b.Help().Desc
		}
	}
	return ""
}

// On whatever row the focus is, the footer says what Enter does there.
func TestFooterSaysWhatEnterDoes(t *testing.T) {
	for _, page := range []string{"now", "onset", "age", "severity", "health", "history", "in-mind", "end"} {
		for _, answered := range []bool{false, true} {
			m := at(t, well(page)...)
			if answered && page != "end" {
				m, _ = press(t, m, "u")
			}
			for row := range 40 {
				says, before := hint(m, "enter"), m.Interview()
				n, out := press(t, m, "enter")
				moved := n.Interview().Page() != before.Page() || out != nil
				switch title, _, _, _ := m.Header(); says {
				case "find":
					if !n.Typing() {
						t.Errorf("%s, row %d: enter does not open the search", page, row)
					}
				case "see the result":
					if out == nil {
						t.Errorf("%s, row %d: enter does not show the result", page, row)
					}
				case "change":
					if now, _, _, _ := n.Header(); title != "Review" || now == "Review" {
						t.Errorf("%s, row %d: enter does not change a line", page, row)
					}
				case "choose", "next":
					if n.Typing() || title == "Review" {
						t.Errorf("%s, row %d: enter opens something", page, row)
					}
					if says == "next" && before.Missing() == nil && !moved && !strings.Contains(n.Note(), "Nothing is marked") {
						t.Errorf("%s, row %d: enter does not go on", page, row)
					}
				default:
					t.Errorf("%s, row %d: the footer says %q of enter", page, row, says)
				}
				m, _ = press(t, m, "down")
			}
		}
	}
	m := at(t, well("health")...)
	if m, _ = press(t, m, "/", "esc"); hint(m, "enter") != "find" {
		t.Errorf("after the search is closed, enter is %q", hint(m, "enter"))
	}
}
