package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A wide window is used: on every screen to read or to answer, something is in two of three columns of it. What is left out are
// the first page, which is a cover, a stop, which says one thing, and what is as wide as what it shows.
func TestWideWindowsAreUsed(t *testing.T) {
	small := map[string]bool{"welcome": true, "emergency": true, "urgent": true, "handout": true, "code": true, "help": true, "leave": true}
	const width, height, head, foot = 200, 60, 3, 2
	for _, s := range screens() {
		if small[s.name] {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := drive(t, saves(), width, height)
			s.open(d)
			var used [width]bool
			rows := strings.Split(d.screen(), "\n")
			for _, row := range rows[head : len(rows)-foot] {
				for x := range min(ansi.StringWidth(row), width) {
					if strings.TrimSpace(ansi.Cut(row, x, x+1)) != "" {
						used[x] = true
					}
				}
			}
			n := 0
			for _, u := range used {
				if u {
					n++
				}
			}
			if 3*n < 2*width {
				t.Errorf("%d of %d columns are used:\n%s", n, width, d.screen())
			}
		})
	}
}
