package line

import (
	"bytes"
	"strings"
	"testing"

	"knead/guide/knowledge"
)

// A place that is changed after a stop takes no sign back, line by line as on the screen: the sign still counts, that is told
// at once, the questions stop again, and the sign can be taken back.
func TestPlaceChangedAfterAStop(t *testing.T) {
	a, err := g.ParseLines([]string{"where: low-back", "now: none", "signs: saddle", "since-saddle: days", "pace: same"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		typed  []string
		says   []string
		ending Ending
		level  knowledge.Level
	}{
		{
			[]string{"change 1", "only neck", "none", "quit"},
			[]string{
				"“Numbness around the genitals or inner thighs” does not go with your other answers, but still counts.", "Please check these answers",
				"Get help now. Get emergency help now: call 911, 112, or your local number.",
			},
			Stopped, knowledge.Emergency,
		},
		{[]string{"change 1", "only neck", "change 3", "only none"}, []string{"Taken back: Numbness around the genitals"}, EndOfInput, knowledge.SelfCare},
	} {
		var out bytes.Buffer
		outcome, err := Run(t.Context(), Options{Guide: g, Library: lib, Answers: a, Width: 200}, strings.NewReader(strings.Join(c.typed, "\n")+"\n"), &out)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range c.says {
			if !strings.Contains(out.String(), words) {
				t.Errorf("%q: %q is not said:\n%s", c.typed, words, tail(out.String()))
			}
		}
		if level := g.Resume(outcome.Answers).Level(); outcome.Ending != c.ending || level != c.level {
			t.Errorf("%q: it ends as %d at %s, want %d at %s", c.typed, outcome.Ending, level, c.ending, c.level)
		}
	}
}
