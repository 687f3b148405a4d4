package library_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The link in focus is the same after a resize, though links are wrapped in other places then, or the window is too narrow for any.
func TestResizeKeepsTheLink(t *testing.T) {
	title := func(r *reader) string { name, _, _ := strings.Cut(r.status(), "  "); return name }
	for n := 1; n <= 16; n++ {
		tabs := slices.Repeat([]string{"tab"}, n)
		want := title(read(t, "back-pain", 60, 16).keys(tabs...).keys("enter"))
		resized := read(t, "back-pain", 60, 16).keys(tabs...)
		for _, size := range [][2]int{{200, 55}, {61, 16}, {100, 30}, {80, 19}} {
			resized.m.SetSize(size[0], size[1])
			resized.do(resized.m.Refresh())
		}
		if got := title(resized.keys("enter")); got != want {
			t.Errorf("after %d tabs enter opens %q, and %q after the window was resized", n, want, got)
		}
	}
}

// The link in focus belongs to its page: the mouse leaves the page as the keys do.
func TestMouseLeavesThePage(t *testing.T) {
	for name, leave := range map[string]func(*reader){
		"click": func(r *reader) { r.click("Good to know") },
		"wheel": func(r *reader) { r.do(r.m.Update(tea.MouseWheelMsg{X: 6, Y: 5, Button: tea.MouseWheelDown})) },
	} {
		r := browse(t, 105, 30).keys("G", "enter", "tab", "tab", "tab")
		leave(r)
		if !strings.Contains(r.status(), "pages") {
			t.Fatalf("%s on the list: the page has the focus still: %s", name, r.status())
		}
		for range 40 {
			r.do(r.m.Update(tea.MouseWheelMsg{X: 6, Y: 5, Button: tea.MouseWheelUp}))
		}
		r.do(r.m.Update(tea.MouseClickMsg{X: 70, Y: 20, Button: tea.MouseLeft}))
		before := r.status()
		if r.keys("enter"); r.status() != before {
			t.Errorf("%s: enter follows the link of another page, from %s to %s", name, before, r.status())
		}
	}
}

// In a window with room for two columns of a page, it goes on in the second one: a link there can be clicked, and is where the cursor is.
func TestLinkInTheSecondColumn(t *testing.T) {
	const width, height, second = 200, 40, 114
	for _, r := range []*reader{read(t, "swedish", width, height), browse(t, width, height).keys("down", "down", "enter")} {
		page := r.status()
		for range 40 {
			r.keys("tab")
			if at := r.m.Cursor(); at.X > second && at.Y < height-1 {
				break
			}
		}
		at := r.m.Cursor()
		if at.X <= second {
			t.Fatalf("%s: no link in the second column, the last at %v:\n%s", page, at, r.m.View())
		}
		want := *r
		opened, _, _ := strings.Cut((&want).keys("enter").status(), "  ")
		r.do(r.m.Update(tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft}))
		if got, _, _ := strings.Cut(r.status(), "  "); got != opened {
			t.Errorf("%s: a click opens %q, and enter %q", page, got, opened)
		}
	}
}
