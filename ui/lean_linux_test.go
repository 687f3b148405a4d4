package ui_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"

	"knead/ui/termtest"
)

// The first frame does not wait for Bubble Tea's clock: it comes before the questions that the first tick writes. On a busy machine
// a tick may be earlier, but not at every start.
func TestFirstFrameDoesNotWait(t *testing.T) {
	t.Parallel()
	for range 20 {
		s := start(t, termtest.Options{})
		s.WaitFor("Start", "offline")
		out := s.Output()
		s.Press("ctrl+c")
		s.Restored()
		frame, tick := bytes.Index(out, []byte("offline")), bytes.Index(out, []byte("\x1b[?2026$p"))
		if tick < 0 || frame < tick {
			return
		}
	}
	t.Error("in no start did the first frame come before the first tick")
}

// TestPeakMemory holds what the program takes at most, its own file included. On amd64 it is 31 MB on the questions, and 35 in the
// library; with chroma, which Glamour links, that is about as little as it can be. The limits are for other machines as well.
func TestPeakMemory(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{}, "--theme", "dark")
	s.WaitFor("Start", "offline")
	s.step("enter", "Where does it bother you?")
	peak(t, s, "on the questions", 36_000)

	s = start(t, termtest.Options{}, "--theme", "dark", "read")
	s.WaitFor("Swedish massage")
	for range 3 {
		s.PressAndSee("down")
	}
	peak(t, s, "in the library", 39_000)
}

// peak reads the largest memory that a session has had, in kilobytes.
func peak(t *testing.T, s session, where string, limit int) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.Pid()))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		t.Fatalf("%s does not say how much memory it took", status)
	}
	kb, err := strconv.Atoi(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	if t.Logf("%d kB %s", kb, where); kb > limit {
		t.Errorf("%d kB %s, want %d at most", kb, where, limit)
	}
}
