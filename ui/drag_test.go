package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Somebody drags to select text. That answers nothing, goes nowhere, and says how text is selected; a click goes on working.
func TestDragAnswersNothing(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{}, 80, 24)
	d.answered("where: low-back")
	was := d.app.wizard.Interview().Answers()
	x, y := d.find("Chest pain")
	press := tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}
	d.send(press)
	for by := range 10 {
		d.send(tea.MouseMotionMsg{X: x + by, Y: y, Button: tea.MouseLeft})
	}
	d.send(tea.MouseReleaseMsg{X: x + 9, Y: y, Button: tea.MouseLeft})
	if now := d.app.wizard.Interview().Answers(); !reflect.DeepEqual(was, now) {
		t.Errorf("a drag answered: %v", now)
	}
	if s := strings.Join(strings.Fields(d.screen()), " "); !strings.Contains(s, howToSelect) {
		t.Errorf("nothing says how text is selected:\n%s", d.screen())
	}
	d.send(press)
	d.send(tea.MouseMotionMsg{X: x + 1, Y: y, Button: tea.MouseLeft}) // a shaky hand
	d.send(tea.MouseReleaseMsg{X: x + 1, Y: y, Button: tea.MouseLeft})
	if now := fmt.Sprint(d.app.wizard.Interview().Answers()["now"].Options); now == "[]" {
		t.Errorf("a click answers nothing:\n%s", d.screen())
	}
	d.send(tea.MouseMotionMsg{X: x + 20, Y: y, Button: tea.MouseNone})
	if now := fmt.Sprint(d.app.wizard.Interview().Answers()["now"].Options); now == "[]" {
		t.Error("a movement of the mouse took back an answer")
	}
}

// On a page to read it is said once.
func TestHowToSelectIsSaidOnce(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{}, 80, 24)
	d.read("swedish")
	for n := range 2 {
		d.keys("down")
		d.send(tea.MouseClickMsg{X: 40, Y: 10, Button: tea.MouseLeft})
		d.send(tea.MouseMotionMsg{X: 60, Y: 10, Button: tea.MouseLeft})
		if says := d.app.message == howToSelect; says != (n == 0) {
			t.Errorf("drag %d: %q", n, d.app.message)
		}
	}
}

// find is the cell on which a text begins.
func (d *driver) find(text string) (x, y int) {
	d.t.Helper()
	for y, row := range strings.Split(d.screen(), "\n") {
		if before, _, ok := strings.Cut(row, text); ok {
			return len([]rune(before)), y
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", text, d.screen())
	return 0, 0
}

// A click on the frame, above or below a list that is scrolled, does not open what is scrolled away.
func TestClicksOnTheFrame(t *testing.T) {
	t.Parallel()
	for _, row := range []int{0, 1, 18, 19} {
		d := drive(t, Options{}, 60, 20)
		d.keys("L", "end")
		was := d.screen()
		if d.send(tea.MouseClickMsg{X: 5, Y: row, Button: tea.MouseLeft}); d.screen() != was {
			t.Errorf("a click on row %d:\n%s", row, d.screen())
		}
	}
}
