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
	further := strings.Repeat(" ", 23) // where an answer goes on
	m := at(t, lines...)
	m.SetSize(80, 90)
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
		"Clumsy hands: it is my usual, explained problem", "How long, this time? Over 3 months", "Do you have any of these? None of the seventeen",
		"Varicose veins: close by", "Hernia: is it where it hurts? Yes, right there",
		"Inflamed vein under the skin: is someone looking after it? Yes, and it's under control", "Which ones? Thai massage",
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
