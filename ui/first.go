package ui

import (
	"bytes"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// firstReplies is how long the first frame waits for what the terminal says of itself. A terminal on the same machine takes less,
// and gets the first frame in its own colors. Bubble Tea's first tick comes after 8 ms, and must find the frame written.
const firstReplies = 4 * time.Millisecond

// opening is the App until its first update. Bubble Tea draws on a clock, so its first frame waits for a tick
// (charmbracelet/bubbletea#1776 would draw when there is something to draw). Init writes that frame at once. The tty then leaves it out
// of what Bubble Tea writes, so nothing is drawn twice.
type opening struct {
	App
	tty     *tty
	out     io.Writer
	size    tea.WindowSizeMsg // Bubble Tea begins with it
	profile colorprofile.Profile
	env     []string
}

// opened returns the App with its first frame, for a window whose size is known. When a page is opened or a demo plays, there is
// nothing to show yet; a terminal that may have no alternate screen is left to Bubble Tea.
func (a App) opened(t *tty, out io.Writer, profile colorprofile.Profile, env []string) (o *opening, ok bool) {
	if t == nil || a.options.Read != "" || a.options.Demo != nil || a.options.Bare {
		return nil, false
	}
	width, height, err := term.GetSize(t.out.Fd())
	size := tea.WindowSizeMsg{Width: width, Height: height}
	if err != nil || size != window(size) {
		return nil, false
	}
	return &opening{a, t, out, size, profile, env}, true
}

// Init asks the terminal, and writes the first frame. Bubble Tea calls it when it already reads raw keys, so neither a reply nor the
// first key is lost.
func (o *opening) Init() tea.Cmd {
	asks := enterScreen
	if o.tty.want.background {
		asks += ansi.RequestBackgroundColor
	}
	o.tty.listen()
	_, _ = io.WriteString(o.out, asks) // Bubble Tea reports what fails
	cmd, _ := o.environment(o.size)
	for _, said := range o.tty.heard(firstReplies) { // Bubble Tea hands it on too, and then it changes nothing
		switch said := said.(type) {
		case uv.BackgroundColorEvent:
			o.environment(tea.BackgroundColorMsg(said))
		case uv.CursorPositionEvent:
			o.environment(tea.CursorPositionMsg(said))
		}
	}
	o.fitNote()
	o.gate.settle(o.sight())
	o.tty.draw(o.out, frameOf(o.View(), o.size, o.profile, o.env))
	return tea.Batch(cmd, o.launch())
}

// frameOf returns the bytes that draw a view on an empty alternate screen. They are those that Bubble Tea writes, which draws with the
// same renderer, set like this.
func frameOf(v tea.View, size tea.WindowSizeMsg, profile colorprofile.Profile, env []string) string {
	var b bytes.Buffer
	r := uv.NewTerminalRenderer(&b, env)
	r.SetColorProfile(profile)
	r.SetTabStops(size.Width)
	r.SetBackspace(true)
	r.SetFullscreen(true)
	r.SetRelativeCursor(false)
	r.SetScrollOptim(true)
	r.Resize(size.Width, size.Height)
	r.Erase()
	cells := uv.NewScreenBuffer(size.Width, size.Height)
	uv.NewStyledString(v.Content).Draw(cells, cells.Bounds())
	r.Render(cells.RenderBuffer)
	if v.Cursor != nil {
		r.MoveTo(v.Cursor.X, v.Cursor.Y)
	}
	_ = r.Flush() // a Buffer takes everything
	return b.String()
}

// unlessToldFirst drops the first message about the size if it tells this one: Bubble Tea would draw everything again.
func unlessToldFirst(size tea.WindowSizeMsg, filter func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	told := false
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if now, is := msg.(tea.WindowSizeMsg); is && !told {
			told = true
			if now == size {
				return nil
			}
		}
		return filter(m, msg)
	}
}
