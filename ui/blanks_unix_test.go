//go:build unix

package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// Where what is erased loses the color of its row, as in GNU screen, the rest of a colored row is written; a row on the
// terminal's own ground is erased as ever. The band with the emergency numbers would otherwise be white on white.
func TestRowsAreWrittenWhereErasingHasNoColor(t *testing.T) {
	t.Parallel()
	master, file, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = master.Close(), file.Close() }()
	if err := pty.Setsize(file, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	for before, written := range map[string]bool{
		"":                             false,
		"\x1b[1mbold":                  false,
		"\x1b[97;41;1m911":             true,
		"\x1b[48;5;24mrow":             true,
		"\x1b[48;2;1;2;3m\x1b[1mrow":   true,
		"\x1b[101mrow":                 true,
		"\x1b[41mrow\x1b[m":            false,
		"\x1b[41mrow\x1b[49;1m":        false,
		"\x1b[38;5;41mwords":           false,
		"\x1b[38;2;41;42;43mwords":     false,
		"\x1b[41m\x1b[38;5;0;4mgo on":  true,
		"\x1b[44ma\x1b[0;1mb\x1b[103m": true,
	} {
		tty, _, _ := lend(file, file, interest{blanks: true}, func() {})
		got := tty.inColor(before + ansi.EraseLineRight)
		if blanks := strings.Contains(got, strings.Repeat(" ", 80)); blanks != written || strings.Contains(got, ansi.EraseLineRight) == written {
			t.Errorf("after %q the rest of the row is %q", before, got)
		}
	}
	if !coloredBlank.MatchString("words\n\x1b[97;41;1m  911") || coloredBlank.MatchString("\x1b[1m  words\n\x1b[41mwords") {
		t.Error("a row that starts with a colored blank is not told from others")
	}
}

// GNU screen is told from tmux, which may call itself the same and erases in color.
func TestGNUScreen(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]bool{
		"TERM=screen": true, "TERM=screen.xterm-256color": true, "TERM=screen-256color-bce": false, "TERM=screen TMUX=/tmp/x": false,
		"TERM=xterm-256color": false, "TERM=tmux-256color": false,
	} {
		if got := noColorErase(strings.Fields(env)); got != want {
			t.Errorf("%s: %t", env, got)
		}
	}
}
