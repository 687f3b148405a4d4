package wizard_test

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"knead/ui/termtest"
)

// screens are the kinds of page, each in a state that shows what it can.
var screens = []struct {
	name  string
	lines []string
	keys  []string
}{
	{"where", nil, nil},
	{"where-chosen", nil, []string{"S", "right", "space", "down", "down", "down", "space", "K", "space"}},
	{"now", well("now"), nil},
	{"signs", well("signs"), []string{"down", "down", "u", "down"}},
	{"since", []string{"where: low-back, neck", "now: none", "signs: weak-leg, clumsy"}, []string{"3"}},
	{"start", well("onset"), []string{"4", "down"}},
	{"why", well("onset"), []string{"w"}},
	{"severity", well("severity"), nil},
	{"severity-chosen", well("severity"), []string{"6"}},
	{"health", well("health"), []string{"down", "down"}},
	{"find", well("health"), []string{"/", "blood"}},
	{"find-chosen", well("health"), []string{"/", "ramipril", "enter", "varicsoe"}},
	{"history", well("history"), []string{"down", "down", "space", "down", "u", "down"}},
	{"review", append(well("in-mind"), "history/herniated-disc: unsure", "in-mind: no", "wishes: none", "tried: unsure"), []string{"down", "down"}},
}

func TestGolden(t *testing.T) {
	for _, s := range screens {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			m := at(t, s.lines...)
			w, h := size[0], size[1]-5
			if size[1] == 20 {
				h++ // no blank row under the header
			}
			m.SetSize(w, h)
			m, _ = press(t, m, s.keys...)
			fits(t, m.View(), w, h)
			t.Run(fmt.Sprintf("%s.%dx%d", s.name, size[0], size[1]), func(t *testing.T) { golden.RequireEqual(t, termtest.Plain(shot(m))) })
			if size[0] == 80 {
				t.Run(s.name+".80x24.dark", func(t *testing.T) { golden.RequireEqual(t, m.View()) })
			}
		}
	}
}
