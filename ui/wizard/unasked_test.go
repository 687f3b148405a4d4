package wizard_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/wizard"
)

// A sign that was chosen for another place stays on its page, says that it still counts, and can be taken back there; until the
// page is left the slip can be mended.
func TestSignForAnotherPlaceStaysInSight(t *testing.T) {
	m := onPage(t, "signs", "where: neck", "now: none", "signs: saddle", "since-saddle: usual", "pace: same")
	view := strings.Join(strings.Fields(ansi.Strip(m.View())), " ")
	for _, words := range []string{"■ Numbness around the genitals or inner thighs", "still counts"} {
		if !strings.Contains(view, words) {
			t.Errorf("%q is not in sight:\n%s", words, ansi.Strip(m.View()))
		}
	}
	if want := "“Numbness around the genitals or inner thighs” does not go with your other answers, but still counts."; !strings.HasPrefix(m.Note(), want) {
		t.Errorf("the page says %q", m.Note())
	}
	m, _ = press(t, m, "1") // the first row: taken back
	if answer(m, "signs") != "" || !strings.Contains(ansi.Strip(m.View()), "Numbness around the genitals") {
		t.Errorf("taken back, signs is %q, and the page shows\n%s", answer(m, "signs"), ansi.Strip(m.View()))
	}
	again, _ := press(t, m, "1")
	if answer(again, "signs") != "saddle" {
		t.Errorf("the slip cannot be mended: %q", answer(again, "signs"))
	}
	if m, _ = press(t, m, "n", "enter"); m.Interview().Page() == "signs" || answer(m, "signs") != "none" {
		t.Errorf("on %s, signs is %q", m.Interview().Page(), answer(m, "signs"))
	}
}

// A place that is changed after a stop leads to the stop again, not on to the questions.
func TestPlaceChangedAfterAStopStopsAgain(t *testing.T) {
	m := onPage(t, "where", "where: low-back", "now: none", "signs: saddle", "since-saddle: days", "pace: same")
	i := m.Interview().Answer("where", guide.Answer{Options: []string{"neck"}})
	m = wizard.New(i, lib, dark)
	m.SetSize(80, 19)
	m, msg := press(t, m, "enter")
	stopped, ok := msg.(wizard.StoppedMsg)
	if !ok || stopped.Interview.Level() != knowledge.Emergency {
		t.Fatalf("it goes on to %s with %v", m.Interview().Page(), msg)
	}
	m, _ = press(t, m.Return(), "n") // on the review of the stop, as an impatient person would
	if answer(m, "signs") != "saddle" || m.Interview().Level() != knowledge.Emergency {
		t.Errorf("signs is %q, and the level %s", answer(m, "signs"), m.Interview().Level())
	}
	if view := ansi.Strip(m.View()); !strings.Contains(view, "Numbness around the genitals") {
		t.Errorf("the review does not show the sign:\n%s", view)
	}
}

// When a page is left, it says what counts from now on although nothing leads to it anymore.
func TestLeavingAPageTellsWhatStillCounts(t *testing.T) {
	m := onPage(t, "signs", "where: low-back", "now: none", "signs: weak-leg", "since-weak-leg: longer", "pace: same", "strength: leg", "onset: slowly")
	if m, _ = press(t, m, "6"); answer(m, "signs") != "" { // the weak leg
		t.Fatalf("signs is %q", answer(m, "signs"))
	}
	m, _ = press(t, m, "n", "enter")
	if want := "does not go with your other answers, but still counts."; !strings.Contains(m.Note(), want) {
		t.Errorf("on %s it says %q", m.Interview().Page(), m.Note())
	}
}
