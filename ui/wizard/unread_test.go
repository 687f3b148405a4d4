package wizard_test

import (
	"strings"
	"testing"

	"knead/ui/termtest"
	"knead/ui/wizard"
)

// In a window that cannot hold a list of warning signs, "none of these" answers nothing until every row has been on the screen.
func TestNoneOnlyWhenAllWasShown(t *testing.T) {
	for _, says := range [][]string{{"n"}, {"up", "space"}, {"up", "enter"}} {
		a, err := g.ParseLines([]string{"where: all-over", "now: none"})
		if err != nil {
			t.Fatal(err)
		}
		m := wizard.New(g.Resume(a), lib, dark)
		m.SetSize(60, 12)
		m, _ = press(t, m, says...)
		if answer(m, "signs") != "" {
			t.Fatalf("%v answered a list of which %s", says, "not all was shown")
		}
		seen := termtest.Plain(shot(m))
		presses := 0
		for ; answer(m, "signs") == "" && presses < 20; presses++ {
			m, _ = press(t, m, "n")
			seen += termtest.Plain(shot(m))
		}
		if answer(m, "signs") != "none" {
			t.Fatalf("%v: %d presses of n, and the answer is %q", says, presses, answer(m, "signs"))
		}
		for _, o := range g.Question("signs").Options {
			if len(o.ShowWhen) == 0 && !strings.Contains(strings.Join(strings.Fields(seen), " "), o.Label) {
				t.Errorf("%v: %q was never on the screen", says, o.Label)
			}
		}
	}
}
