//go:build unix

package ui

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
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

// The first screen is the one that Bubble Tea draws, row by row, in the colors of the terminal.
func TestFirstScreen(t *testing.T) {
	tty, written := terminalOf(t)
	app := drive(t, Options{}, 80, 24).app
	New(app.options).firstScreen(tty, colorprofile.ANSI256).Init()
	got := written()
	if !strings.HasPrefix(got, ansi.SetModeAltScreenSaveCursor) {
		t.Errorf("the alternate screen was not entered: %q", got[:min(len(got), 40)])
	}
	if strings.Contains(got, "38;2;") || !strings.Contains(got, "38;5;") {
		t.Error("not in the colors of the terminal")
	}
	rows := strings.Split(ansi.Strip(got), "\r\n")
	for i, want := range strings.Split(ansi.Strip(app.View().Content), "\n") {
		if i >= len(rows) || strings.TrimSpace(strings.ReplaceAll(rows[i], "\r", "")) != strings.TrimSpace(want) {
			t.Fatalf("row %d of %q is not %q", i, rows, want)
		}
	}
}

// Where Bubble Tea never came to draw, the screen is left; where it did, Bubble Tea leaves it.
func TestFirstScreenIsLeft(t *testing.T) {
	for _, ended := range []bool{false, true} {
		file, written := terminalOf(t)
		tty, _, out := lend(file, file, interest{}, func() { t.Error("the terminal is gone") })
		New(drive(t, Options{}, 80, 24).app.options).firstScreen(out, colorprofile.TrueColor).Init()
		if ended {
			if _, err := io.WriteString(out, "…"+ansi.ResetModeAltScreenSaveCursor+"…"); err != nil {
				t.Fatal(err)
			}
		}
		tty.takeBack(!ended)
		if got := strings.Count(written(), ansi.ResetModeAltScreenSaveCursor); got != 1 {
			t.Errorf("left by Bubble Tea %t: the screen was left %d times", ended, got)
		}
	}
}

// A page, a demo, and a terminal without the alternate screen have no first screen of their own.
func TestNoFirstScreen(t *testing.T) {
	for name, change := range map[string]func(*Options){
		"page": func(o *Options) { o.Read = "swedish" }, "demo": func(o *Options) { o.Demo = &Demo{} }, "bare": func(o *Options) { o.Bare = true },
	} {
		tty, written := terminalOf(t)
		app := drive(t, Options{}, 80, 24).app
		change(&app.options)
		app.firstScreen(tty, colorprofile.TrueColor).Init()
		if got := written(); got != "" {
			t.Errorf("%s: %q was written", name, got)
		}
	}
}

// A size that comes late, as that with which Bubble Tea began may, does not undo a resize.
func TestLateSize(t *testing.T) {
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
