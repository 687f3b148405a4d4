//go:build !windows

package ui_test

import (
	"errors"
	"fmt"
	"os/exec"
	"syscall"
	"testing"

	"knead/ui/termtest"
)

// Ctrl+Z, and SIGTSTP from outside: the terminal is the shell's again, and then Knead's, on the same screen.
func TestStopAndContinue(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for name, stop := range map[string]func(session){
		"key":    func(s session) { s.Press("ctrl+z") },
		"signal": func(s session) { signalChild(s.t, s.Pid(), syscall.SIGTSTP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			// Job control needs a shell above the program: alone in its session it cannot be stopped.
			s := session{termtest.Start(t, termtest.Options{}, "bash", "-c", `set -m; "$0"; echo stopped; read -r _; fg >/dev/null`, path), t}
			s.where("Neck")
			stop(s)
			s.WaitFor("stopped")
			if left := s.Leftovers(); len(left) > 0 {
				t.Errorf("a stopped Knead holds the terminal: %q", left)
			}
			s.Press("enter")
			s.WaitFor("Do you have any of these today?")
			s.step("n enter", "Is any of this new or worse?")
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// What was entered before the shell brought Knead back was meant for the shell, and answers nothing.
func TestKeysBeforeContinuing(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	s := session{termtest.Start(t, termtest.Options{}, "bash", "-c", `set -m; "$0"; echo stopped; read -r _; fg >/dev/null`, path), t}
	s.where("Neck")
	s.Press("ctrl+z")
	s.WaitFor("stopped")
	s.Send("\rn")
	s.still(firstSigns)
	s.step("n enter", "Is any of this new or worse?")
	s.Press("ctrl+c")
	s.Restored()
}

// signalChild signals the one process below another.
func signalChild(t *testing.T, parent int, signal syscall.Signal) {
	t.Helper()
	out, err := exec.Command("pgrep", "-P", fmt.Sprint(parent)).Output()
	var child int
	if _, scan := fmt.Sscan(string(out), &child); err != nil || scan != nil {
		t.Skipf("cannot tell the processes below %d: %v", parent, errors.Join(err, scan))
	}
	if err := syscall.Kill(child, signal); err != nil {
		t.Fatal(err)
	}
}
