package guide_test

import (
	"slices"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// Where the questions end early, and that they do not end too early.

// An emergency ends the questions after the page it is on, whichever that is.
func TestEmergencyStopsAtOnce(t *testing.T) {
	for _, s := range scenarios(t) {
		if whole.Assess(s.Answers).Level != knowledge.Emergency || fromFile(s) {
			continue
		}
		steps := along(t, s.Answers)
		for _, i := range steps[:len(steps)-2] {
			if i.Level() == knowledge.Emergency {
				t.Errorf("%s: it is an emergency on page %s, and further questions follow", s.Name, i.Page())
			}
		}
		if end := steps[len(steps)-1]; end.Page() != guide.StopPage || end.Level() != knowledge.Emergency {
			t.Errorf("%s ends on %s", s.Name, end.Page())
		}
	}
}

// An urgent sign waits for the end of the emergency block, so that it never hides an emergency, and for no longer.
func TestUrgentWaitsForTheBlock(t *testing.T) {
	order := map[string]int{}
	for at, q := range whole.Knowledge().Questions {
		order[q.Page()] = at
	}
	block, waited := order["child"], 0
	for _, s := range scenarios(t) {
		if whole.Assess(s.Answers).Level != knowledge.Urgent || slices.Contains(s.Expect, "incomplete") || fromFile(s) {
			continue
		}
		steps := along(t, s.Answers)
		for _, i := range steps[:len(steps)-2] {
			if i.Level() != knowledge.Urgent {
				continue
			}
			waited++
			if order[i.Page()] > block {
				t.Errorf("%s: urgent on page %s, behind the block, and further questions follow", s.Name, i.Page())
			}
		}
		asked := pagesOf(steps)
		for _, page := range []string{"where", "now", "start", "you"} { // everybody's, in the block
			if !slices.Contains(asked, page) {
				t.Errorf("%s stops before %s was asked", s.Name, page)
			}
		}
		if steps[len(steps)-1].Page() != guide.StopPage {
			t.Errorf("%s does not stop", s.Name)
		}
	}
	if waited < 40 {
		t.Errorf("only %d pages were asked of somebody who was urgent already", waited)
	}
}

// Back from the stop leads to the page that was answered last; taking the sign back goes on from there.
func TestStopCanBeLeft(t *testing.T) {
	steps := along(t, person(t, "danger/pressure-on-the-chest"))
	i := steps[len(steps)-1].Back()
	if i.Page() != "chest" {
		t.Fatalf("back from the stop leads to %s", i.Page())
	}
	i = next(t, i.Answer("chest-kind", guide.Answer{Options: []string{"movement"}}))
	if i.Page() != "signs" {
		t.Errorf("it was a mistake, and leads on to %s", i.Page())
	}
}
