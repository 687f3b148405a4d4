package line

import (
	"bytes"
	"strings"
	"testing"
)

// A blanket answer takes nothing back that is not named, and does not contradict what brought the question up.
func TestBlanketAnswersAreNamed(t *testing.T) {
	saddle := []string{"where: neck", "now: none", "signs: saddle", "since-saddle: usual", "pace: same"}
	for name, c := range map[string]struct {
		answers []string
		typed   []string
		says    []string
		after   string // of the question that was asked first
	}{
		"none over a sign": {
			[]string{"where: neck", "now: chest", "when-chest: usual", "chest-kind: movement"},
			[]string{"change 2", "none"},
			[]string{"You said before: Chest pain, pressure, or tightness."},
			"now: chest",
		},
		"none over a sign that is not offered": {
			saddle,
			[]string{"change 3", "none"},
			[]string{"You said before: Numbness around the genitals or inner thighs. To have more, type add and the numbers; to say only this, type only and the numbers, only none"},
			"signs: saddle",
		},
		"only none": {
			saddle,
			[]string{"change 3", "none", "only none"},
			[]string{"Taken back: Numbness around the genitals or inner thighs."},
			"signs: none",
		},
		"not sure over a sign that is not offered": {
			saddle,
			[]string{"change 3", "unsure"},
			[]string{"You said before: Numbness around the genitals or inner thighs."},
			"signs: saddle",
		},
		"none of the items": {
			history("history: none"), []string{"review"}, []string{"Which exactly? Something not listed."}, "history: none",
		},
		"none of the items now": {
			history(),
			[]string{"none"},
			[]string{"You said: Something not listed.", "Nothing was chosen for: Very loose joints. Type back to add it."},
			"history: none",
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := g.ParseLines(c.answers)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			outcome, err := Run(t.Context(), Options{Guide: g, Library: lib, Answers: a, Width: 200}, strings.NewReader(strings.Join(c.typed, "\n")+"\n"), &out)
			if err != nil {
				t.Fatal(err)
			}
			for _, words := range c.says {
				if !strings.Contains(out.String(), words) {
					t.Errorf("%q is not said:\n%s", words, tail(out.String()))
				}
			}
			if got := strings.Join(g.Lines(outcome.Answers), "\n"); !strings.Contains(got+"\n", c.after+"\n") {
				t.Errorf("the answers are %s\nwithout %s", got, c.after)
			}
		})
	}
}

// history is somebody whose joints are very loose, up to the question which.
func history(more ...string) []string {
	return append([]string{
		"where: neck", "now: none", "signs: none", "onset: slowly", "time: longer", "cause: none", "age: 50-59", "risk: loose-joints", "risk-more: unsure", "feel: ache",
		"severity: 4", "limits: none", "trend: better", "before: always", "checked: explained", "lately: none", "health: none",
	}, more...)
}
