package ui_test

import (
	"testing"

	"knead/ui/termtest"
)

// seven answers seven pages, and then goes back to the first screen by Escape alone.
func (s session) seven() {
	s.t.Helper()
	s.where("Low back")
	s.step("n enter", "Is any of this new or worse?")
	s.step("n enter", "How did it start?")
	s.step("4", "How long this time?")
	s.step("4 enter", "How old are you?")
	s.step("2", "Do you have any of these?")
	s.step("n enter", "What is it like?")
	s.step("1 enter", "How bad, from 0 to 10?")
	for _, page := range []string{
		"What is it like?", "How old are you?", "How did it start?", "Is any of this new or worse?", "Any of these, now or since yesterday?",
		"Where does it hurt?", "offline",
	} {
		s.step("esc", page)
	}
}

// Going back to the start loses nothing: one goes on where one was, with every answer.
func TestBackToTheStartKeepsAnswers(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.seven()
	s.WaitFor("Go on", "with your eight answers", "Start over")
	s.step("enter", "How bad, from 0 to 10?")
	s.step("esc", "What is it like?", "■")
	s.step("esc esc esc esc esc", "Where does it hurt?", "1 chosen")
	s.step("esc", "Go on")
	s.step("g", "How bad, from 0 to 10?")
	s.Press("ctrl+c")
	s.Restored()
}

// Starting over asks once, and only then erases.
func TestStartOverAsks(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.seven()
	s.step("s", "Start over?", "This erases your eight answers.")
	s.Press("esc")
	s.WaitGone("This erases")
	s.step("g", "How bad, from 0 to 10?")
	s.step("esc", "What is it like?", "■")
	s.step("esc esc esc esc esc", "Where does it hurt?")
	s.step("esc", "Go on")
	s.step("s", "Start over?")
	s.step("y", "Where does it hurt?")
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
	s.step("esc", "Where does it hurt?")
	s.step("esc", "with your one answer")
	s.step("q", "Leave Knead?")
	s.step("w", "Start")
	s.WaitGone("Go on")
	s.Press("q")
	s.Restored()
}
