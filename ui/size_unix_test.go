//go:build unix

package ui

import (
	"bytes"
	"io"
	"os"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

// terminalOf is a terminal of the usual size, and a function that reads what has been written to it until it was closed.
func terminalOf(t *testing.T) (tty *os.File, written func() string) {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	all := make(chan string)
	go func() {
		var b bytes.Buffer
		_, _ = b.ReadFrom(master) // ends with an error when the other end is closed
		all <- b.String()
	}()
	return tty, func() string {
		if err := tty.Close(); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = master.Close() }()
		return <-all
	}
}

// A size that comes late, as that with which Bubble Tea began may, does not undo a resize.
func TestLateSize(t *testing.T) {
	t.Parallel()
	tty, written := terminalOf(t)
	late := tea.WindowSizeMsg{Width: 120, Height: 40}
	got := sized(tty, Stop{}.filter)(nil, late)
	if got != (tea.WindowSizeMsg{Width: 80, Height: 24}) {
		t.Errorf("a terminal of 80 × 24 has the size %v", got)
	}
	written()
	if got := sized(io.Discard, Stop{}.filter)(nil, late); got != late {
		t.Errorf("what is no terminal has the size %v, told was %v", got, late)
	}
}
