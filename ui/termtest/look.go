package termtest

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Cell is one character on the screen, in the colors that a person sees.
type Cell struct {
	Text        string
	Column, Row int
	Front, Back color.Color
}

// WaitCells waits for characters that are as they should be; what names them in the message.
func (x *Terminal) WaitCells(what string, ok func(cells []Cell) bool) {
	x.t.Helper()
	if !x.wait(func() bool { return ok(x.cells()) }) {
		x.t.Fatalf("waited for: %s\nbut the screen is:\n%s\n%s", what, x.Styled(), x.state())
	}
}

// Cells returns the characters on the screen that are not blank, once the frame being drawn is whole.
func (x *Terminal) Cells() []Cell {
	var cells []Cell
	x.wait(func() bool { cells = x.cells(); return true })
	return cells
}

func (x *Terminal) cells() []Cell {
	var cells []Cell
	for row := range x.emulator.Height() {
		for column := range x.emulator.Width() {
			c := x.emulator.CellAt(column, row)
			if c == nil || strings.TrimSpace(c.Content) == "" {
				continue
			}
			front, back := c.Style.Fg, c.Style.Bg
			if front == nil {
				front = x.emulator.ForegroundColor()
			}
			if back == nil {
				back = x.emulator.BackgroundColor()
			}
			if c.Style.Attrs&uv.AttrReverse != 0 {
				front, back = back, front
			}
			cells = append(cells, Cell{c.Content, column, row, front, back})
		}
	}
	return cells
}

// Scrollback returns the lines that scrolled off the top of the main screen, as plain text, oldest first.
func (x *Terminal) Scrollback() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	for _, line := range x.emulator.Scrollback().Lines() {
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// Title returns the title of the window.
func (x *Terminal) Title() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.title
}

// Scribble writes onto the screen as another program does, which the program under test does not notice. It waits for the
// frame being drawn to be whole.
func (x *Terminal) Scribble(text string) {
	x.wait(func() bool {
		_, _ = x.emulator.WriteString(text) // it takes everything
		return true
	})
}

// Light changes the background to white or black, as in a terminal that follows the system's theme. The program is notified if
// it asked for that.
func (x *Terminal) Light(light bool) {
	x.mu.Lock()
	x.ground(light)
	follows := x.modes.on(2031)
	x.mu.Unlock()
	if follows {
		x.Send(fmt.Sprintf("\x1b[?997;%dn", map[bool]int{false: 1, true: 2}[light]))
	}
}

func (x *Terminal) ground(light bool) {
	back, front := color.Color(color.Black), color.Color(color.White)
	if light {
		back, front = front, back
	}
	x.emulator.SetDefaultBackgroundColor(back)
	x.emulator.SetDefaultForegroundColor(front)
}
