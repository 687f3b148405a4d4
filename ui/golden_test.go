package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"knead/guide"
	"knead/ui/theme"
)

// Every screen as it stands, at every size it is made for. After a change that is meant:
//
//	go test ./ui -run Golden -update && git diff ui/testdata
func TestGolden(t *testing.T) {
	for _, s := range screens() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			var all strings.Builder
			for _, size := range [][2]int{{40, 20}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
				d := drive(t, saves(), size[0], size[1])
				s.open(d)
				d.fits(s.name)
				fmt.Fprintf(&all, "%s at %d × %d\n", s.name, size[0], size[1])
				for row := range strings.SplitSeq(d.screen(), "\n") {
					all.WriteString(strings.TrimRight(row, " \u00a0") + "\n")
				}
			}
			golden.RequireEqual(t, all.String())
		})
	}
}

// Some of them with their colors and weights, in every theme, and in ASCII.
func TestGoldenStyles(t *testing.T) {
	for _, name := range []string{"where", "signs", "scale", "emergency", "result", "compare", "library", "find", "leave"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var all strings.Builder
			for _, look := range []struct {
				theme theme.Name
				ascii bool
			}{{theme.Dark, false}, {theme.Light, false}, {theme.Contrast, false}, {theme.Plain, false}, {theme.Plain, true}} {
				o := saves()
				o.Theme, o.ASCII = look.theme, look.ascii
				d := drive(t, o, 80, 24).show(name)
				fmt.Fprintf(&all, "%s in %s\n%s\n", name, look.theme, d.app.View().Content)
			}
			golden.RequireEqual(t, all.String())
		})
	}
}

// saves are Options with which everything is offered.
func saves() Options {
	return Options{
		Save: func(name string, _ []byte) (string, error) { return "/home/you/" + name, nil },
		Keep: func(guide.Record) error { return nil },
	}
}
