//go:build !linux && !darwin

package termtest

import (
	"os"
	"testing"
)

// Start skips the test: this system has no pseudo-terminal.
func Start(t testing.TB, _ Options, name string, _ ...string) *Terminal {
	t.Helper()
	t.Skipf("no pseudo-terminal on this system for %s", name)
	return nil
}

// Signal is for Start only.
func (x *Terminal) Signal(os.Signal) { x.t.Helper(); x.t.Fatal("a model is no process") }

// Hangup is for Start only.
func (x *Terminal) Hangup() { x.t.Helper(); x.t.Fatal("a model is no process") }

// Pid is for Start only.
func (x *Terminal) Pid() int { x.t.Helper(); x.t.Fatal("a model is no process"); return 0 }
