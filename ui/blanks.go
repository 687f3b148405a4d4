package ui

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// pen is a change of colors, or what erases the rest of a row.
var pen = regexp.MustCompile(`\x1b\[[\d:;]*m|\x1b\[K`)

// inColor writes blanks where the rest of a row would be erased in a color of its own.
func (t *tty) inColor(s string) string {
	return pen.ReplaceAllStringFunc(s, func(seq string) string {
		switch {
		case seq != ansi.EraseLineRight:
			t.ground = grounded(seq, t.ground)
		case t.ground:
			return t.blank()
		}
		return seq
	})
}

// grounded reports whether there is a ground after a change of colors, given whether there was one before.
func grounded(seq string, was bool) bool {
	params := strings.FieldsFunc(seq[2:len(seq)-1], func(r rune) bool { return r == ';' || r == ':' })
	if len(params) == 0 {
		return false
	}
	for i := 0; i < len(params); i++ {
		switch p := params[i]; {
		case p == "0" || p == "49":
			was = false
		case p == "38" || p == "48": // the color follows
			was = was || p == "48"
			if i+1 < len(params) {
				i += map[string]int{"5": 2, "2": 4}[params[i+1]]
			}
		case len(p) == 2 && p[0] == '4', len(p) == 3 && p[:2] == "10":
			was = true
		}
	}
	return was
}

// blank writes blanks up to the end of the row, in the current colors, and comes back. Those that are too many stay in the last
// column, since the row does not wrap meanwhile.
func (t *tty) blank() string {
	columns, _, err := term.GetSize(t.out.Fd())
	if err != nil {
		return ansi.EraseLineRight
	}
	const noWrap, wrap = "\x1b[?7l", "\x1b[?7h"
	return ansi.SaveCursor + noWrap + strings.Repeat(" ", min(max(columns, 0), maxWidth)) + wrap + ansi.RestoreCursor
}
