package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/ui/frame"
	"knead/ui/library"
)

// noteRows is the most rows that a note may take. What is longer is cut.
const noteRows = 5

// note is the text above the footer: a message of the App, or of the screen. It takes as many rows as it needs.
func (a *App) note(of string) []string {
	if a.message != "" {
		of = a.message
	}
	width := a.box().Inner
	rows := frame.Wrap(of, width)
	switch {
	case len(rows) == 0:
		return []string{""}
	case len(rows) > noteRows:
		rest := strings.Join(rows[noteRows-1:], " ")
		rows = append(rows[:noteRows-1], ansi.Truncate(rest, width, a.theme.Signs.Ellipsis))
	}
	return rows
}

// fitNote makes room for a note of several rows. It takes blank rows at the end of the body where there are enough; otherwise
// the body is laid out again in fewer rows, so that nothing of it is covered.
func (a *App) fitNote() {
	if a.show != nil || a.width == 0 {
		return
	}
	if a.short > 0 {
		a.short = 0
		a.layOut()
	}
	s := a.visible()
	more := len(a.note(s.Note())) - 1
	if more == 0 {
		return
	}
	body := strings.Split(s.View(), "\n")
	for _, row := range body[max(len(body)-more, 0):] {
		if strings.TrimSpace(ansi.Strip(row)) != "" {
			a.short = more
			a.layOut()
			return
		}
	}
}

// copied says what was sent to the clipboard. A terminal takes it or refuses it without a word, as tmux does by default, so the
// message also says where else the text is.
func copied(msg library.CopiedMsg) string {
	if msg.What == "" {
		return "This terminal has no clipboard. knead read " + msg.Page + " prints the page."
	}
	return "Sent to the clipboard: " + msg.What + ". If it did not arrive, this terminal refuses it; knead read " + msg.Page + " prints the page."
}
