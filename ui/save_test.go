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

// What a save that was killed has left behind is gone after the next start, and nothing else.
func TestStartSweepsInterruptedSaves(t *testing.T) {
	t.Parallel()
	dir, state := t.TempDir(), t.TempDir()
	file := func(parts ...string) string { return filepath.Join(parts...) }
	stale := []string{file(state, "knead", ".answers-123"), file(dir, ".knead-result-123")}
	others := []string{file(state, "knead", "notes.json"), file(dir, "knead-result.html"), file(dir, ".knead-result-mine")}
	if err := os.Mkdir(filepath.Join(state, "knead"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range append(stale, others...) {
		if err := os.WriteFile(path, []byte("where: neck"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := start(t, termtest.Options{Dir: dir, Env: []string{"XDG_STATE_HOME=" + state}})
	s.WaitFor("Start")
	s.Press("ctrl+c")
	s.Restored()
	for _, path := range stale {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is left", path)
		}
	}
	for _, path := range others {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}
