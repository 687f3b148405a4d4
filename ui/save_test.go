package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"knead/ui/termtest"
)

// Enter held down on "Save a page" writes one file, and says where it is.
func TestEnterHeldSavesOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := start(t, termtest.Options{Dir: dir, Width: 200, Height: 50, Env: []string{"XDG_STATE_HOME=" + t.TempDir()}})
	s.ordinary()
	s.step("r", "Your result")
	s.step("s", "Save a page to print")
	s.step("enter", "Saved: ")
	s.step("enter", "Already saved: ")
	for range 40 {
		s.Press("enter")
	}
	s.Press("ctrl+c")
	s.Restored()
	entries, err := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if err != nil || strings.Join(names, " ") != "knead-result.html" {
		t.Errorf("%s holds %q, %v", filepath.Base(dir), names, err)
	}
}
