package results

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// The first thing on the result is which answers were not taken as they stand, at every size.
func TestNoticesComeFirst(t *testing.T) {
	for lines, want := range map[string]string{
		"where: low-back; now: none; signs: none; cord: falls": "“Falls” does not go with your other answers, but still counts.",
		"where: low-back; now: none; feel: ache, none":         "Your answers to “What does it feel like?” contradict each other:",
	} {
		a, err := g.ParseLines(strings.Split(lines, "; "))
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}} {
			view := strings.Join(strings.Fields(ansi.Strip(of(t, a, size[0], size[1]).m.View())), " ")
			first, _, _ := strings.Cut(want, " ")
			if at := strings.Index(view, first); at < 0 || at > 40 || size[0] == 60 && !strings.Contains(view, want) {
				t.Errorf("%s at %v: the result begins with %.200s", lines, size, view)
			}
		}
	}
}
