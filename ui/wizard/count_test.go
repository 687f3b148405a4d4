package wizard_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/ui/termtest"
	"knead/ui/wizard"
)

// counted is a wizard whose guide counts how often it evaluates answers.
func counted(t testing.TB, evaluations *int, lines ...string) wizard.Model {
	t.Helper()
	watched := builtin.Guide().Watched(func() { *evaluations++ })
	a, err := watched.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	m := wizard.New(watched.Resume(a), lib, dark)
	m.SetSize(80, 19)
	return m
}

// A key that only moves evaluates nothing, and one that answers evaluates the answers once. A page is written once or twice: with
// the help of its answers and without.
func TestKeyAsksOnce(t *testing.T) {
	keys := []string{
		"down", "down", "up", "pgdown", "end", "home", "tab", "shift+tab", "w", "w", "/", "b", "l", "backspace", "esc", "esc",
		"space", "space", "u", "u", "n", "n", "1", "3", "right", "left", "enter", "enter", "r",
	}
	for _, size := range [][2]int{{80, 19}, {120, 35}, {60, 12}} {
		evaluations := 0
		for name, m := range everyScreen(t, func(t testing.TB, lines ...string) wizard.Model { return counted(t, &evaluations, lines...) }) {
			m.SetSize(size[0], size[1])
			once(t, m, "n", &evaluations, fmt.Sprintf("%s %v, first key", name, size)) // before its signs are read
			for n, k := range keys {
				m = once(t, m, k, &evaluations, fmt.Sprintf("%s %v, key %d", name, size, n))
			}
		}
		for seed := range uint64(4) {
			r := rand.New(rand.NewPCG(seed, 12))
			m := counted(t, &evaluations)
			m.SetSize(size[0], size[1])
			for n := range 200 {
				m = once(t, m, keys[r.IntN(len(keys))], &evaluations, fmt.Sprintf("seed %d %v, key %d", seed, size, n))
			}
		}
	}
}

// once presses a key and fails when the wizard asks more often than it has to.
func once(t *testing.T, m wizard.Model, k string, evaluations *int, where string) wizard.Model {
	t.Helper()
	before, composed := m.Interview().Answers(), m.Composed()
	*evaluations = 0
	after, _ := m.Update(termtest.Key(k))
	_, _, _, _ = after.Header()
	_, _, _ = after.View(), after.Note(), after.ShortHelp()
	most := changes(before, after.Interview().Answers())
	if after.Waiting() {
		most = 1 // the answer that waits for a yes
	}
	if *evaluations > most {
		t.Errorf("%s: %s evaluates %d times for %d changed answers\n%s", where, k, *evaluations, most, shot(after))
	}
	if n := after.Composed() - composed; n > 2 {
		t.Errorf("%s: %s writes the page %d times\n%s", where, k, n, shot(after))
	}
	return after
}

// changes counts the questions with another answer.
func changes(a, b guide.Answers) int {
	n := 0
	for i := range lib.Knowledge.Questions {
		if id := lib.Knowledge.Questions[i].ID; fmt.Sprint(a[id]) != fmt.Sprint(b[id]) {
			n++
		}
	}
	return n
}
