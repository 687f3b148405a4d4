package wizard_test

import (
	"strings"
	"testing"

	"knead/guide"
	"knead/ui/termtest"
)

// On the review every answer can be understood without going back to its question, each on a row of its own.
func TestReviewSaysWhatWasAnswered(t *testing.T) {
	lines := append(well("now"), "now: chest", "when-chest: usual", "chest-kind: movement", "chest-effort: no-link", "chest-with: none",
		"signs: clumsy", "since-clumsy: usual", "pace: same", "strength: none", "cord: none")
	lines = append(lines, well("health")[4:]...)
	lines = append(lines, "health: vessels, inside", "history: varicose-veins, hernia, superficial-thrombophlebitis", "here-varicose-veins: near",
		"here-hernia: here", "care-superficial-thrombophlebitis: stable", "in-mind: yes", "asked: thai-massage", "wishes: none",
		"tried: massage, heat", "tried-how-massage: short", "tried-how-heat: unsure")
	further := strings.Repeat(" ", 21) // where an answer goes on
	m := at(t, lines...)
	m.SetSize(75, 90)
	var rows []string
	for _, r := range strings.Split(termtest.Plain(m.View()), "\n") {
		if more, ok := strings.CutPrefix(r, further); ok {
			rows[len(rows)-1] += " " + more
		} else {
			rows = append(rows, strings.Join(strings.Fields(r), " "))
		}
	}
	view := strings.Join(rows, "\n") + "\n"
	for _, want := range []string{
		"Where Shoulder, left; Lower back", "Chest pain, pressure, or tightness", "Chest pain, pressure, or tightness: it is my usual, explained problem",
		"Clumsy hands: it is my usual, explained problem", "How long this time? Over 3 months", "Do you have any of these? None of the seventeen",
		"Varicose veins: close by", "Hernia: is it where it hurts? Yes, right there",
		"Inflamed vein under the skin: is someone taking care of it? Yes, and it's under control", "Which ones? Thai massage",
		"Massage: it helped briefly", "? Heat: how did it go? Not sure",
	} {
		if !strings.Contains(view, want+"\n") {
			t.Errorf("no row ends with %q:\n%s", want, view)
		}
	}
	if m.Interview().Page() != guide.ReviewPage {
		t.Errorf("on page %s", m.Interview().Page())
	}
}

// The review draws where it hurts and where hands stay off, with its key, and says the latter in words; in a small window the words
// are all there is. Of what the answers do not say yet, it shows nothing.
func TestReviewShowsTheBody(t *testing.T) {
	const off, key, words = "hands off", "hurts", "Not on the spine. You said “Weak bones or osteoporosis”."
	bones := append(well("risk"), "risk: bones", "risk-more: none", "feel: ache", "severity: 4", "limits: none", "trend: same", "before: always", "checked: no", "lately: none",
		"health: none", "in-mind: no", "wishes: gentle", "tried: none")
	for _, test := range []struct {
		name    string
		answers []string
		size    [2]int
		want    []string
		not     string
	}{
		{"wide", bones, [2]int{120, 35}, []string{key, off, words}, ""},
		{"usual", bones, [2]int{80, 19}, []string{key, off, words}, ""},
		{"low", bones, [2]int{80, 13}, []string{words}, off},
		{"narrow", bones, [2]int{60, 30}, []string{words}, key},
		{"phone", bones, [2]int{40, 40}, []string{words}, key},
		{"nothing to keep off", well("end"), [2]int{120, 35}, []string{key}, off},
	} {
		m := at(t, test.answers...)
		m.SetSize(test.size[0], test.size[1])
		view := termtest.Plain(m.View())
		fits(t, m.View(), test.size[0], test.size[1])
		said := strings.Join(strings.Fields(strings.NewReplacer("×", "", "▌", "").Replace(view)), " ")
		for _, want := range test.want {
			for _, word := range strings.Fields(want) {
				if !strings.Contains(said, word) {
					t.Errorf("%s: the review lacks %q:\n%s", test.name, want, view)
				}
			}
		}
		if test.not != "" && strings.Contains(said, test.not) {
			t.Errorf("%s: the review says %q:\n%s", test.name, test.not, view)
		}
	}
}
