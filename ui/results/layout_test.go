package results

import (
	"strings"
	"testing"

	"knead/ui/frame"
	"knead/ui/theme"
)

// A title, a legend, or a foot that is longer than its side is left out; the corners stay where they are.
func TestPanesHaveStraightSides(t *testing.T) {
	words := []string{"", "short", "some words that fill half of it", strings.Repeat("wide ", 20)}
	th := theme.New(theme.Dark, false)
	for _, w := range []int{12, 20, 36, 60, 80} {
		for _, title := range words[1:] {
			for _, legend := range words {
				for _, foot := range words {
					for _, active := range []bool{false, true} {
						p := pane{title: title, right: foot, legend: legend, foot: foot, active: active}
						for i, row := range p.draw(th, []string{"one", ""}, w, 4) {
							if got := frame.Width(row); got != w {
								t.Fatalf("row %d of a pane %d wide is %d wide: %q (title %q, legend %q, foot %q)", i, w, got, row, title, legend, foot)
							}
						}
					}
				}
			}
		}
	}
}
