package ui

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"knead/ui/input"
)

// framesPerSecond is the largest rate that Bubble Tea accepts. The first frame and the answer to a key wait for the next
// tick, so twice the default rate halves both, for some milliseconds of processor time in an idle second
// (charmbracelet/bubbletea#1776 would draw when there is something to draw).
const framesPerSecond = 120

// Stop is how the system stops the program and lets it go on. The zero Stop leaves it to the terminal's own keys.
type Stop struct {
	// Asked yields each time the program is suspended from outside.
	Asked <-chan struct{}
	// Set is called with true just before the program stops itself, and with false when it goes on.
	Set func(stopping bool)
	// Resumable reports whether something can continue the program once it has stopped, such as a shell with job control.
	// Without it a stopped program would freeze its terminal. Nil means that nothing can.
	Resumable func() bool
}

func (s Stop) resumable() bool { return s.Resumable != nil && s.Resumable() }

// suspend gives the terminal back to the shell until the shell continues the program.
func (a App) suspend() (tea.Model, tea.Cmd) {
	switch {
	case a.options.Stop.resumable():
		return a, tea.Suspend
	case !a.loops(): // the reason would not help a visitor
		a.message = cannotSuspend
	}
	return a, nil
}

const cannotSuspend = "Ctrl+Z does nothing here: there is no shell to bring Knead back."

// Run shows the App until the person leaves, or ctx ends. The terminal is always restored before it returns. An interrupt is a
// way to leave, not an error; a terminal that disappears is ErrGone.
func Run(ctx context.Context, o Options, in io.Reader, out io.Writer, env []string) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go ansi.WcWidth.StringWidth("─") // go-runewidth makes a table of 2 MB when it is first asked of such a sign, as the first frame will
	profile := colorsOf(out, env)
	o.colors(profile)
	o.blanks = noColorErase(env)
	app := New(o)
	tty, in, out := lend(in, out, interest{background: app.auto && !o.Bare, widths: !o.ASCII && !o.Bare, blanks: o.blanks}, func() { cancel(ErrGone) })
	app.gate.frames = &frames{}
	out = app.gate.frames.count(out)
	var p *tea.Program
	keys := input.New(in, input.Options{
		Slow: slow(env), Frames: app.gate.frames.seen, Send: func(msg tea.Msg) { p.Send(msg) },
	})
	model, filter := tea.Model(app), o.Stop.filter
	if first, ok := app.opened(tty, out, profile, drawnFor(env)); ok {
		model, filter = first, unlessToldFirst(first.size, filter)
	}
	p = tea.NewProgram(
		model, tea.WithContext(ctx), tea.WithInput(keys), tea.WithOutput(out), tea.WithEnvironment(drawnFor(env)),
		tea.WithColorProfile(profile), tea.WithFPS(framesPerSecond),
		tea.WithFilter(app.gate.frames.filter(sized(out, filter))),
		tea.WithoutSignalHandler(), // ctx ends with signals; both at once may wait for each other
	)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-o.Stop.Asked:
				p.Send(tea.SuspendMsg{})
			case <-o.Resized:
				p.Send(tea.RequestWindowSize())
			}
		}
	}()
	_, err := p.Run()
	tty.takeBack(err != nil)
	app.lasting.finish()
	switch {
	case errors.Is(context.Cause(ctx), ErrGone):
		return ErrGone
	case errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return nil
	}
	return err
}

// gnuScreen reports whether the terminal is GNU screen, rather than tmux under that name, and what it calls itself.
func gnuScreen(env []string) (term string, is bool) {
	vars := uv.Environ(env)
	term = vars.Getenv("TERM")
	return term, strings.HasPrefix(term, "screen") && vars.Getenv("TMUX") == ""
}

// colorsOf is what colors the terminal has. GNU screen that says nothing else has sixteen, whatever it runs in: it would show
// others as the nearest of those, and dark gray as the ground (charmbracelet/colorprofile takes every screen for one of 256).
func colorsOf(out io.Writer, env []string) colorprofile.Profile {
	profile := colorprofile.Detect(out, env)
	if term, is := gnuScreen(env); is && !strings.Contains(term, "256color") {
		return min(profile, colorprofile.ANSI)
	}
	return profile
}

// noColorErase reports whether what is erased takes the terminal's own ground, not that of the row, as in GNU screen
// (charmbracelet/ultraviolet assumes that it takes that of the row).
func noColorErase(env []string) bool {
	term, is := gnuScreen(env)
	return is && !strings.Contains(term, "bce")
}

// drawnFor is the environment that Bubble Tea chooses its sequences by. Where characters cannot be erased in color it is that of a
// terminal in which it does not try.
func drawnFor(env []string) []string {
	if noColorErase(env) {
		return append(slices.Clone(env), "TERM=vt220")
	}
	return env
}

// slow reports whether the terminal is at the other end of a network.
func slow(env []string) bool {
	return slices.ContainsFunc(env, func(v string) bool {
		name, value, _ := strings.Cut(v, "=")
		return (name == "SSH_CONNECTION" || name == "SSH_TTY") && value != ""
	})
}

// The largest window that is drawn. A terminal may report 65535 rows of as many columns, and each cell takes memory.
const maxWidth, maxHeight = 1000, 500

// window is the room to draw in. A terminal that does not know its size gets the usual one.
func window(size tea.WindowSizeMsg) tea.WindowSizeMsg {
	if size.Width <= 0 || size.Height <= 0 {
		return tea.WindowSizeMsg{Width: 80, Height: 24}
	}
	return tea.WindowSizeMsg{Width: min(size.Width, maxWidth), Height: min(size.Height, maxHeight)}
}

// sized puts the size that the terminal has now in place of the one in a message: Bubble Tea hands over the size it began with
// in a goroutine of its own, and that may come after the news of a resize; not reported upstream.
func sized(out io.Writer, filter func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	f, ok := out.(term.File)
	if !ok {
		return filter
	}
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if _, told := msg.(tea.WindowSizeMsg); told {
			if width, height, err := term.GetSize(f.Fd()); err == nil {
				msg = tea.WindowSizeMsg{Width: width, Height: height}
			}
		}
		return filter(m, msg)
	}
}

// filter sees every message before Bubble Tea and the App do.
func (s Stop) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return window(msg)
	case tea.SuspendMsg:
		if !s.resumable() {
			return nil
		}
		s.set(true)
	case tea.ResumeMsg:
		s.set(false)
	}
	return msg
}

func (s Stop) set(stopping bool) {
	if s.Set != nil {
		s.Set(stopping)
	}
}
