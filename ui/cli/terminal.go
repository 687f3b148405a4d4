package cli

import "github.com/charmbracelet/x/term"

// textWidth is the width of text: a comfortable line, or the terminal's where that is narrower.
const textWidth = 72

// terminal returns the stream's file number when it is a terminal.
func terminal(stream any) (fd uintptr, ok bool) {
	f, ok := stream.(interface{ Fd() uintptr })
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0, false
	}
	return f.Fd(), true
}

// width is the width of text on a stream.
func width(out any) int {
	if fd, ok := terminal(out); ok {
		if w, _, err := term.GetSize(fd); err == nil && w > 0 {
			return min(textWidth, w)
		}
	}
	return textWidth
}

// mostCells are more than any screen has. To draw on as many as a terminal may claim to have would take all memory.
const mostCells = 1 << 20

// plainly reports whether the screens have to do without moving about: it was asked for, the terminal is a simple one or one
// that cannot be true, or there is none.
func (r *run) plainly() bool {
	_, in := terminal(r.in)
	fd, out := terminal(r.out)
	if r.flags.plain || environ(r.env, "TERM") == "dumb" || !in || !out {
		return true
	}
	w, h, err := term.GetSize(fd)
	return err == nil && w*h > mostCells
}
