package ui

import (
	"strings"
	"testing"
)

// No word of the first page is cut in the smallest window.
func TestFirstPageCutsNoWord(t *testing.T) {
	for _, width := range []int{40, 44, 50, 60} {
		d := drive(t, saves(), width, 20)
		if s := d.screen(); strings.Contains(s, "…") {
			t.Errorf("at %d columns:\n%s", width, s)
		}
	}
}
