package results

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"knead/guide/scenario"
)

// The first screen of some usual people, in windows from a phone's to a wide one. After a change that is meant:
//
//	go test ./ui/results -run Golden -update && git diff ui/results/testdata
func TestGolden(t *testing.T) {
	people := usual(t)
	for _, name := range []string{"desk-neck", "knots-deep", "thin-bones", "thinner-shoulder"} {
		t.Run(name, func(t *testing.T) {
			at := slices.IndexFunc(people, func(p scenario.Scenario) bool { return strings.HasSuffix(p.Name, "/"+name) })
			if at < 0 {
				t.Fatal("there is no such person")
			}
			var all strings.Builder
			for _, size := range [][2]int{{40, 20}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
				frame := 5 // rows of the header and the footer
				if size[1] == 20 {
					frame = 4
				}
				s := of(t, people[at].Answers, size[0], size[1]-frame)
				fmt.Fprintf(&all, "%s at %d × %d\n", name, size[0], size[1])
				for row := range strings.SplitSeq(s.text(), "\n") {
					all.WriteString(strings.TrimRight(row, " ") + "\n")
				}
				all.WriteString(s.m.Note() + "\n")
			}
			golden.RequireEqual(t, all.String())
		})
	}
}
