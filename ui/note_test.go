package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/fixture"
)

// Whatever is said above the footer is said to its end, in the smallest window too, and covers nothing of the page.
func TestNotesAreWhole(t *testing.T) {
	t.Parallel()
	names := []string{
		"enter", "enter", "space", "space", "down", "down", "down", "up", "right", "tab", "esc", "end", "n", "u", "y", "t", "m", "c", "r", "L", "l", "1", "3", "0", "/",
	}
	several := 0
	for seed := range uint64(6) {
		size := [][2]int{{40, 20}, {60, 20}, {80, 24}, {100, 30}}[seed%4]
		r := rand.New(rand.NewPCG(seed, 3))
		d := drive(t, Options{KeptProblem: "Your kept answers cannot be used: not a file (/home/somebody/.local/state/knead/answers.json)"}, size[0], size[1])
		for i := range fixture.Times(250, 700) {
			note := d.app.visible().Note()
			if d.app.message != "" {
				note = d.app.message
			}
			words := strings.Join(strings.Fields(note), "") // in a small window a path is broken where the row ends
			if screen := strings.Join(strings.Fields(d.screen()), ""); !d.app.dialog.open() && !strings.Contains(screen, words) {
				t.Fatalf("seed %d, step %d: %q is not on the screen:\n%s", seed, i, note, d.screen())
			}
			if d.app.short > 0 {
				several++
				if body := strings.Split(d.app.visible().View(), "\n"); len(body) != d.app.bodyHeight() {
					t.Fatalf("seed %d, step %d: a body of %d rows in a room of %d", seed, i, len(body), d.app.bodyHeight())
				}
			}
			d.fits(fmt.Sprint("step ", i))
			if d.quit || i%100 == 99 {
				d = drive(t, Options{}, size[0], size[1])
				cases := builtin.Library().Cases
				d.finish(cases[r.IntN(len(cases))].Answers)
			}
			d.keys(names[r.IntN(len(names))])
		}
	}
	if several < 20 {
		t.Errorf("only %d notes took rows of the page", several)
	}
}
