package ui

import (
	"fmt"
	"slices"
	"testing"

	"knead/content/builtin"
	"knead/guide/report"
	"knead/ui/termtest"
	"knead/ui/theme"
)

// A line to another machine may be slow, so what a key writes is limited. On the way once around the body map, the usual key writes
// at most 400 bytes. A key that moves both the focus and the mark on the same rows may write somewhat more, and one that turns a page
// of the list writes the page.
func TestBytesPerKeyOnTheMap(t *testing.T) {
	const usual, most, pages = 400, 650, 2
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			o := saves()
			o.Library, o.Guide, o.Purpose, o.Theme = builtin.Library(), builtin.Guide, report.Purpose, theme.Dark
			x := termtest.Run(t, New(o), termtest.Options{Width: size[0], Height: size[1]})
			x.WaitFor("Knead")
			x.PressAndSee("s")
			x.WaitFor("Where does it bother you?", "space choose")
			x.PressAndSee("down")
			var sizes []int
			for range 26 {
				before := len(x.Output())
				x.PressAndSee("down")
				sizes = append(sizes, len(x.Output())-before)
			}
			t.Log(sizes)
			slices.Sort(sizes)
			if median := sizes[len(sizes)/2]; median > usual {
				t.Errorf("the usual key writes %d bytes, not %d", median, usual)
			}
			if n := sizes[len(sizes)-1-pages]; n > most {
				t.Errorf("a key that turns no page writes %d bytes, not %d", n, most)
			}
		})
	}
}
