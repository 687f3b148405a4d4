package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/ui/theme"
)

// The terminal's own cursor is on every screen, on the row in focus or where text is typed: braille displays, magnifiers, and
// input methods follow it, and nothing else.
func TestCursor(t *testing.T) {
	reading := []string{"emergency", "urgent", "explanation", "tonight", "compare", "compare-three", "page", "find", "help"}
	typing := map[string]string{"filter": "Find  blood", "condition": "Find  osteo"}
	for _, s := range screens() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			for _, size := range [][2]int{{40, 20}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
				o := saves()
				o.Theme = theme.Plain
				d := drive(t, o, size[0], size[1])
				s.open(d)
				row, before, at := d.atCursor()
				where := fmt.Sprintf("at %v the cursor is on %q, after %q, before %q", size, row, before, at)
				switch text := typing[s.name]; {
				case s.name == "code":
				case text != "":
					if !strings.HasSuffix(before, text) {
						t.Errorf("%s, and not after %q:\n%s", where, text, d.screen())
					}
				case slices.Contains(reading, s.name):
					if strings.TrimSpace(at) == "" {
						t.Errorf("%s, and nothing is there:\n%s", where, d.screen())
					}
				case s.name == "page-lower": // a link in the text
					if !strings.Contains(at, " ") || strings.HasPrefix(at, " ") {
						t.Errorf("%s:\n%s", where, d.screen())
					}
				case strings.HasPrefix(at, d.app.theme.Signs.Bar):
				case strings.HasPrefix(s.name, "result") && !strings.Contains(d.screen(), d.app.theme.Signs.Bar+" ") && strings.TrimSpace(row) != "":
					// the answer comes before its list
				default:
					t.Errorf("%s:\n%s", where, d.screen())
				}
			}
		})
	}
}

// The cursor goes with the focus: through every question, and through a dialog.
func TestCursorFollowsTheFocus(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{Theme: theme.Plain}, 80, 24)
	d.answered("where: low-back", "now: none")
	bar := d.app.theme.Signs.Bar
	rows := map[string]bool{}
	for range 12 {
		row, _, at := d.atCursor()
		if !strings.HasPrefix(at, bar) {
			t.Fatalf("the cursor is on %q:\n%s", row, d.screen())
		}
		rows[row] = true
		d.keys("down")
	}
	if len(rows) < 6 {
		t.Errorf("the cursor was on %d rows only", len(rows))
	}
	d.keys("q")
	if _, _, at := d.atCursor(); !strings.HasPrefix(at, bar+" esc") {
		t.Errorf("in the dialog the cursor is before %q:\n%s", at, d.screen())
	}
	d.keys("up")
	if _, _, at := d.atCursor(); !strings.HasPrefix(at, bar+" w ") {
		t.Errorf("after an arrow the cursor is before %q:\n%s", at, d.screen())
	}
}

// In a field the cursor is where the next letter goes, however wide the ones before are.
func TestCursorInAField(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{Theme: theme.Plain}, 80, 24).show("library")
	d.keys("/", "漢", "字", "é")
	if _, before, _ := d.atCursor(); !strings.HasSuffix(before, "Find  漢字é") {
		t.Errorf("the cursor is after %q", before)
	}
	d.keys("left")
	if _, before, _ := d.atCursor(); !strings.HasSuffix(before, "Find  漢字") {
		t.Errorf("after an arrow the cursor is after %q", before)
	}
}

// A window that is too small, a demo, and slides have it as well.
func TestCursorElsewhere(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]Options{"demo": {Demo: &Demo{}}, "stage": {Demo: &Demo{Stage: true}}, "small": {}} {
		size := [2]int{80, 24}
		if name == "small" {
			size = [2]int{30, 8}
		}
		d := drive(t, o, size[0], size[1])
		if row, _, _ := d.atCursor(); strings.TrimSpace(row) == "" {
			t.Errorf("%s: the cursor is on a blank row:\n%s", name, d.screen())
		}
	}
}

// atCursor is the row that the cursor is on, what of it is before the cursor, and what is under and after it.
func (d *driver) atCursor() (row, before, at string) {
	d.t.Helper()
	c := d.app.View().Cursor
	rows := strings.Split(d.screen(), "\n")
	if c == nil || c.Y >= len(rows) {
		d.t.Fatalf("there is no cursor:\n%s", d.screen())
	}
	row = rows[c.Y]
	return row, ansi.Truncate(row, c.X, ""), ansi.TruncateLeft(row, c.X, "")
}
