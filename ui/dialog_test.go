package ui

import (
	"strings"
	"testing"
)

// Help that is longer than the window is read by rows, by pages, and to its ends.
func TestHelpScrolls(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{"pgdown": "leave at once", "end": "leave at once", "down": "Everywhere"} {
		d := drive(t, Options{}, 60, 20)
		d.app.begin(d.app.options.Guide().Start())
		d.keys("?")
		first := d.screen()
		if strings.Contains(first, "leave at once") {
			t.Fatalf("the help is not longer than the window:\n%s", first)
		}
		for range 8 {
			d.keys(key)
		}
		if !strings.Contains(d.screen(), want) {
			t.Errorf("%s: %q does not come:\n%s", key, want, d.screen())
		}
		for range 16 { // up goes through the keys that can be chosen, and then through the rows above them
			d.keys(map[string]string{"pgdown": "pgup", "end": "home", "down": "up"}[key])
		}
		if d.screen() != first {
			t.Errorf("%s and back is not the beginning:\n%s", key, d.screen())
		}
	}
}
