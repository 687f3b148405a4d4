package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"knead/ui/termtest"
)

// seven answers seven pages, and then goes back to the first screen by Escape alone.
func (s session) seven() {
	s.t.Helper()
	s.where("Lower back")
	s.step("n enter", "Is any of this new or worse?")
	s.step("n enter", "How did it start?")
	s.start()
	s.step("3", "Do you have any of these?")
	s.step("n enter", "What does it feel like?")
	s.step("1 enter", "How bad is it this week?")
	s.back("What does it feel like?", "Do you have any of these?", "What brought it on?", "Is any of this new or worse?", "Do you have any of these today?",
		"Where does it bother you?", "offline")
}

// back goes back page by page, each of which shows something.
func (s session) back(shows ...string) {
	s.t.Helper()
	for _, page := range shows {
		s.step("esc", page)
	}
}

// toTheFirst goes back from the page of how bad it is to the first question.
func (s session) toTheFirst() {
	s.t.Helper()
	s.step("esc", "What does it feel like?", "■")
	s.back("Do you have any of these?", "What brought it on?", "Is any of this new or worse?", "Do you have any of these today?", "Where does it bother you?")
}

// Going back to the start loses nothing: one goes on where one was, with every answer.
func TestBackToTheStartKeepsAnswers(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.seven()
	s.WaitFor("Go on", "with your nine answers", "Start over")
	s.step("enter", "How bad is it this week?")
	s.toTheFirst()
	s.WaitFor("1 chosen")
	s.step("esc", "Go on")
	s.step("g", "How bad is it this week?")
	s.Press("ctrl+c")
	s.Restored()
}

// Starting over asks once, and only then erases.
func TestStartOverAsks(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.seven()
	s.step("s", "Start over?", "This erases your nine answers.")
	s.Press("esc")
	s.WaitGone("This erases")
	s.step("g", "How bad is it this week?")
	s.toTheFirst()
	s.step("esc", "Go on")
	s.step("s", "Start over?")
	s.step("y", "Where does it bother you?")
	s.WaitGone("1 chosen")
	s.step("esc", "Start")
	s.WaitGone("Go on")
	s.Press("q") // there is nothing left to lose
	s.Restored()
}

// Leaving from the first screen asks as well, while there are answers.
func TestLeavingFromTheStartAsks(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.where("Neck")
	s.step("esc", "Where does it bother you?")
	s.step("esc", "with your one answer")
	s.step("q", "Leave Knead?")
	s.step("w", "Start")
	s.WaitGone("Go on")
	s.Press("q")
	s.Restored()
}

// Leaving with "forget" erases what was kept: the next start does not offer it, and until then no screen says that nothing
// is stored.
func TestForgetErasesWhatWasKept(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	open := func() session { return start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + state}}) }
	keep := func() {
		t.Helper()
		s := open()
		s.WaitFor("nothing is stored")
		s.where("Neck")
		s.step("q", "keep them on this machine")
		s.Press("k")
		s.Restored()
	}
	begin := func(s session) {
		t.Helper()
		s.WaitFor("Resume", "answers are kept here")
		s.step("s", "Where does it bother you?")
		s.step("q", "Answers from an earlier visit are kept")
	}
	keep()
	s := open() // leaving in another way keeps them
	begin(s)
	s.Press("l")
	s.Restored()
	s = open()
	begin(s)
	s.Press("y")
	s.Restored()
	s = open()
	s.WaitFor("Start", "nothing is stored")
	if strings.Contains(s.Screen(), "Resume") {
		t.Errorf("what was forgotten is offered:\n%s", s.Screen())
	}
	s.Press("q")
	s.Restored()
	if entries, err := os.ReadDir(filepath.Join(state, "knead")); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	keep()
	s = open() // on the first screen it is gone at once
	begin(s)
	s.step("w", "Start", "nothing is stored")
	s.WaitGone("Resume")
	s.Press("q")
	s.Restored()
}

// Where the kept answers cannot be erased, nothing is forgotten, and that is told.
func TestForgettingThatFails(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	if err := os.MkdirAll(filepath.Join(state, "knead", "answers.json", "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + state}})
	s.where("Neck")
	s.step("q", "Answers from an earlier visit are kept")
	s.step("y", "Not forgotten: not a file", "Do you have any of these today?")
	s.step("q", "only the kept answers stay")
	s.Press("l")
	s.Restored()
}

// A sign that was chosen does not go with "none of these", and "none" of the medicines does not contradict that there is one.
func TestNoneDoesNotClearASign(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.where("Lower back")
	s.step("1 n", "You chose “Chest pain, pressure, or tightness”. Press y to remove it", "y yes")
	s.step("esc", "■  Chest pain, pressure, or tightness") // esc keeps it, and the page
	s.step("n", "Press y")
	s.step("y", "●  None of these")
	s.step("enter", "Is any of this new or worse?")
	s.step("n enter", "How did it start?")
	s.start()
	s.step("3", "Do you have any of these?")
	s.step("V space enter", "What does it feel like?") // the loose joints
	s.step("1 enter", "How bad is it this week?")
	s.bad()
	s.step("enter", "Any of these lately?")
	s.step("n enter", "Anything else about your health?")
	s.step("n", "Which exactly?")
	s.step("n", "You chose “Very loose joints”. Mark which, or press y")
	s.step("enter", "Which exactly?")
	s.step("n y enter", firstWish)
	s.wishes()
	s.step("enter", "Is this right?")
	s.step("up up", "Which exactly? Something not listed")
	s.Press("ctrl+c")
	s.Restored()
}

// Two pages of warnings that are left "not sure" are two open answers: in the review and in the result.
func TestTwoNotSureAreTwo(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.where("Lower back")
	s.step("u enter", "Is any of this new or worse?")
	s.step("u enter", "How did it start?")
	s.start()
	s.step("3 n enter", "What does it feel like?")
	s.step("1 enter", "How bad is it this week?")
	s.bad()
	s.step("enter", "Any of these lately?")
	s.step("n enter", "Anything else about your health?")
	s.step("n enter", firstWish)
	s.wishes()
	s.step("enter", "Is this right?", "Two answers are open.")
	s.step("r", "Your result")
	s.step("home", "Two answers are open", "unknown does not", "▌ Tonight")
	s.Press("ctrl+c")
	s.Restored()
	if large := regexp.MustCompile(`\d\d+ (answers|warnings)`).FindString(s.Screen()); large != "" {
		t.Errorf("the result says %q", large)
	}
}
