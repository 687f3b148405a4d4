package ui_test

import (
	"strings"
	"testing"

	"knead/ui/termtest"
)

// A place that is changed after a stop takes no sign back: the questions stop again, the stop says that the sign counts, and n,
// which an impatient person presses next, changes nothing.
func TestPlaceChangedAfterAStop(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{Width: 80, Height: 50}) // the reasons come after the orders, the number, and the words to say
	s.where("Lower back")
	s.step("n enter", "Is any of this new or worse?")
	s.step("1 enter", "since when?")
	s.step("1 4 enter", "GET HELP NOW")
	s.step("c", "Is this right?", "Numbness around the genitals")
	s.to("Lower back")
	s.step("enter", "Where does it bother you?")
	s.Press("9") // the low back
	s.WaitGone("1 chosen")
	s.step("3", "1 chosen") // the neck
	s.step("enter", "GET HELP NOW", "You said “Numbness around the genitals or inner thighs:", "does not go with your", "still counts")
	s.Press("n")
	s.step("c", "Is this right?", "Neck", "Numbness around the genitals")
	s.to("Numbness around the genitals") // there it can be taken back
	s.step("enter", "Is any of this new or worse?", "still counts")
	s.Press("ctrl+c")
	s.Restored()
}

// "Not sure" that counts as the careful answer is told as that on the stop screen.
func TestNotSureIsNotQuoted(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{Width: 80, Height: 50}) // the reasons come after the orders, the number, and the words to say
	s.where("Chest")
	s.step("n enter", "What does your chest feel like?")
	s.step("u 1 n enter", "GET HELP NOW", "You were not sure about “What does your chest feel like?”")
	if strings.Contains(s.Screen(), "You said") {
		t.Errorf("the stop screen quotes somebody:\n%s", s.Screen())
	}
	s.Press("ctrl+c")
	s.Restored()
}
