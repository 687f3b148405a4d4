// Package termtest runs a program in a terminal in memory, for tests: keys go in, and what a person would see comes out.
//
// [Run] takes a Bubble Tea model and runs it in the test's own process. [Start] takes a command and runs it in a real
// pseudo-terminal, with signals, line settings and an exit code. Both give a [Terminal].
//
// A test presses keys and waits for what they should bring to the screen. Nothing here sleeps for a while and hopes:
// [Terminal.WaitFor] looks again whenever the program has written something, and gives up at a deadline with the screen
// in the message.
//
//	x := termtest.Start(t, termtest.Options{}, knead)
//	x.WaitFor("Where does it hurt?")
//	x.Press("down", "space", "enter")
//	x.WaitFor("How did it start?")
//	x.Signal(syscall.SIGTERM)
//	x.Restored()
package termtest

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Options describe the terminal. The zero Options are a dark terminal of 80×24 in true color that answers queries.
type Options struct {
	Width, Height int
	Light         bool          // the background is white
	Mute          bool          // no query is ever answered
	Delay         time.Duration // how late queries are answered
	NoAltScreen   bool          // there is only one screen, as in mosh
	Wide          bool          // signs of ambiguous width take two columns, as in a terminal for East Asian text
	Env           []string      // added to a small fixed environment: "NO_COLOR=1", "TERM=dumb"
	Dir           string        // where a command starts; not for Run
	Limit         time.Duration // how long to wait for anything; a minute when zero, since machines are busy
}

func (o Options) filled() Options {
	if o.Width <= 0 || o.Height <= 0 {
		o.Width, o.Height = 80, 24
	}
	if o.Limit <= 0 {
		o.Limit = time.Minute
	}
	return o
}

// environ is small and fixed, so that a test does not depend on where it runs.
func (o Options) environ() []string {
	return append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8"}, o.Env...)
}

// Terminal is a terminal in memory with one program in it. Its methods fail the test when what they wait for does not come.
type Terminal struct {
	t     testing.TB
	limit time.Duration
	input *queue        // to the program: keys, and replies to its queries
	ended chan struct{} // closed when the program is gone and all its output is here

	mu       sync.Mutex
	emulator *vt.Emulator
	modes    *modes
	output   bytes.Buffer   // everything the program wrote
	changed  chan struct{}  // closed and replaced with every output
	title    string         // of the window
	late     sync.WaitGroup // replies on their way
	exit     outcome

	escaped time.Time // when Escape alone was pressed last
	program program
}

// program is what differs between a model and a process.
type program interface {
	resize(width, height int)
	stop() // at once, in any state; returns when nothing of it runs anymore
}

// outcome is how the program ended.
type outcome struct {
	err      error
	code     int
	settings bool // the line settings of the terminal are not what they were
}

func newTerminal(t testing.TB, o Options) *Terminal {
	x := &Terminal{
		t: t, limit: o.Limit, input: newQueue(), ended: make(chan struct{}),
		emulator: vt.NewEmulator(o.Width, o.Height), modes: newModes(), changed: make(chan struct{}),
	}
	x.ground(o.Light)
	x.emulator.RegisterCsiHandler(ansi.Command('?', '$', 'p'), func(p ansi.Params) bool {
		mode, _, _ := p.Param(0, 0)
		if mode != synchronised {
			return false // the emulator knows
		}
		_, _ = io.WriteString(x.emulator.InputPipe(), ansi.ReportMode(ansi.DECMode(mode), ansi.ModeReset)) // to reply
		return true
	})
	x.emulator.RegisterCsiHandler('J', func(p ansi.Params) bool {
		if what, _, _ := p.Param(0, 0); what == 3 { // the emulator has another scrollback for the alternate screen; terminals have one
			x.emulator.ClearScrollback()
		}
		return false
	})
	x.emulator.RegisterCsiHandler('r', func(p ansi.Params) bool {
		bottom, _, _ := p.Param(1, 0) // for a window that has shrunk meanwhile; the emulator would panic (not reported upstream)
		return bottom > x.emulator.Height()
	})
	x.emulator.SetCallbacks(vt.Callbacks{Title: func(title string) { x.title = title }})
	if o.Wide {
		x.emulator.RegisterCsiHandler('n', x.reportWide)
	}
	if o.NoAltScreen {
		for _, final := range []byte{'h', 'l'} {
			x.emulator.RegisterCsiHandler(ansi.Command('?', 0, final), func(p ansi.Params) bool {
				mode, _, _ := p.Param(0, 0)
				return mode == 1049 || mode == 1047 || mode == 47
			})
		}
	}
	go x.reply(o)
	return x
}

// reportWide answers where the cursor is as a terminal does that shows every sign outside ASCII two columns wide. The emulator
// itself keeps drawing them in one: that a program noticed is seen from what it draws afterward.
func (x *Terminal) reportWide(p ansi.Params) bool {
	if what, _, _ := p.Param(0, 0); what != 6 {
		return false
	}
	at := x.emulator.CursorPosition()
	column := at.X
	for i := range at.X {
		if c := x.emulator.CellAt(i, at.Y); c != nil && c.Content != "" && c.Content[0] >= utf8.RuneSelf {
			column++
		}
	}
	_, _ = io.WriteString(x.emulator.InputPipe(), ansi.CursorPositionReport(at.Y+1, column+1)) // to reply
	return true
}

// synchronised is the mode in which a program marks where a frame begins and ends. The emulator does not support it; it is
// handled here so that a test never looks at half a frame. A mute terminal cannot report that it supports the mode.
const synchronised = 2026

// bracketed is the mode in which the terminal says where a paste begins and ends.
const bracketed = 2004

// reply passes on what the emulator answers. Its pipe has no room, so it must be drained even when the terminal is mute.
func (x *Terminal) reply(o Options) {
	type late struct {
		due   time.Time
		bytes []byte
	}
	replies := make(chan late, 64)
	go func() {
		for r := range replies {
			time.Sleep(time.Until(r.due)) // no hope in it: the line is that slow
			x.input.write(r.bytes)
			x.late.Done()
		}
	}()
	defer close(replies)
	for {
		buf := make([]byte, 512)
		n, err := x.emulator.Read(buf)
		if err != nil {
			return
		}
		switch {
		case o.Mute:
		case o.Delay > 0:
			x.late.Add(1)
			replies <- late{time.Now().Add(o.Delay), buf[:n]}
		default:
			x.input.write(buf[:n])
		}
	}
}

// Write takes output of the program.
func (x *Terminal) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.output.Write(p)
	x.modes.feed(p)
	n, err := x.emulator.Write(p)
	close(x.changed)
	x.changed = make(chan struct{})
	return n, err
}

// finish notes that the program is gone.
func (x *Terminal) finish(o outcome) {
	x.mu.Lock()
	x.exit = o
	x.mu.Unlock()
	x.input.close()
	if c, ok := x.emulator.InputPipe().(io.Closer); ok {
		_ = c.Close() // ends reply; the emulator's own Close would race with Read
	}
	close(x.ended)
}

// Press presses keys, by the names Bubble Tea gives them: "j", "G", "enter", "space", "shift+tab", "pgdown", "ctrl+c". In a
// terminal, Escape followed at once by j is the same as Alt+J: after "esc", wait for its effect.
func (x *Terminal) Press(keys ...string) {
	x.t.Helper()
	for _, k := range keys {
		x.mu.Lock()
		code, ok := encode(k, x.modes.on(1))
		x.mu.Unlock()
		if !ok {
			x.t.Fatalf("no such key: %q", k)
		}
		if pause := escapePause - time.Since(x.escaped); pause > 0 {
			time.Sleep(pause) // no hope in it: this gap is how the key is spelled
		}
		if k == "esc" {
			x.escaped = time.Now()
		}
		x.input.write([]byte(code))
	}
}

// escapePause is longer than a program waits for the rest of a sequence.
const escapePause = 200 * time.Millisecond

// PressAndSee presses a key and waits for the screen to change. A person does the same before pressing the next one; keys that
// come faster than the program draws may count as a paste, or as meant for the screen before. A key that changes nothing is
// given a moment, and so is a screen whose last row has not come yet.
func (x *Terminal) PressAndSee(key string) {
	x.t.Helper()
	x.within(moment, func() bool {
		rows := strings.Split(x.emulator.String(), "\n")
		return strings.TrimSpace(rows[len(rows)-1]) != ""
	})
	before := x.Styled()
	x.Press(key)
	x.within(moment, func() bool { return x.emulator.Render() != before })
}

// moment is as long as a person looks for a change that does not come.
const moment = 300 * time.Millisecond

// Type presses the key of every character.
func (x *Terminal) Type(text string) {
	x.t.Helper()
	for _, r := range text {
		x.Press(string(r))
	}
}

// Paste pastes text as the program asked for it: in brackets, or as if it were typed.
func (x *Terminal) Paste(text string) {
	x.mu.Lock()
	brackets := x.modes.on(bracketed)
	x.mu.Unlock()
	if brackets {
		text = ansi.BracketedPasteStart + text + ansi.BracketedPasteEnd
	}
	x.Send(text)
}

// Send sends bytes that no key has.
func (x *Terminal) Send(raw string) { x.input.write([]byte(raw)) }

// Click presses and releases the left button on a cell, counted from 0, 0. Nothing is sent to a program that did not ask
// for the mouse.
func (x *Terminal) Click(column, row int) {
	x.mouse(ansi.MouseLeft, column, row, false)
	x.mouse(ansi.MouseLeft, column, row, true)
}

// Wheel turns the wheel over a cell: so many notches, upwards when negative.
func (x *Terminal) Wheel(column, row, notches int) {
	button := ansi.MouseWheelDown
	if notches < 0 {
		button, notches = ansi.MouseWheelUp, -notches
	}
	for range notches {
		x.mouse(button, column, row, false)
	}
}

func (x *Terminal) mouse(b ansi.MouseButton, column, row int, release bool) {
	x.mu.Lock()
	asked := x.modes.on(1006) && (x.modes.on(1000) || x.modes.on(1002) || x.modes.on(1003))
	x.mu.Unlock()
	if asked {
		x.Send(ansi.MouseSgr(ansi.EncodeMouseButton(b, false, false, false, false), column, row, release))
	}
}

// Resize changes the window. The size may be one that no screen has, such as 0×0.
func (x *Terminal) Resize(width, height int) {
	x.mu.Lock()
	x.emulator.Resize(max(width, 1), max(height, 1))
	x.mu.Unlock()
	x.program.resize(width, height)
}

// Screen is what a person sees, as plain text without blanks at the ends of rows, once the frame being drawn is whole.
func (x *Terminal) Screen() string {
	var screen string
	x.wait(func() bool { screen = x.screen(); return true })
	return screen
}

// Styled is the screen with its colors and weights, as a terminal would take them.
func (x *Terminal) Styled() string {
	var screen string
	x.wait(func() bool { screen = x.emulator.Render(); return true })
	return screen
}

func (x *Terminal) screen() string {
	rows := strings.Split(x.emulator.String(), "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " \r")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n")
}

// Find says on which cell the text starts, first from the top. It fails the test when the text is not on the screen.
func (x *Terminal) Find(text string) (column, row int) {
	x.t.Helper()
	screen := x.Screen()
	for y, line := range strings.Split(screen, "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return ansi.StringWidth(before), y
		}
	}
	x.t.Fatalf("%q is not on the screen:\n%s", text, screen)
	return 0, 0
}

// Cursor returns the position of the cursor, and whether it is visible.
func (x *Terminal) Cursor() (column, row int, shown bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.CursorNow()
}

// CursorNow is Cursor for what is called by WaitUntil.
func (x *Terminal) CursorNow() (column, row int, shown bool) {
	at := x.emulator.CursorPosition()
	return at.X, at.Y, !x.modes.hidden()
}

// Output is everything the program wrote so far, byte for byte.
func (x *Terminal) Output() []byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	return bytes.Clone(x.output.Bytes())
}

// WaitFor waits until every text is on the screen at once.
func (x *Terminal) WaitFor(texts ...string) {
	x.t.Helper()
	x.WaitUntil(strings.Join(texts, " and "), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// WaitReplies waits until no reply of a terminal with a Delay is on its way anymore.
func (x *Terminal) WaitReplies() { x.late.Wait() }

// WaitGone waits until the text is not on the screen.
func (x *Terminal) WaitGone(text string) {
	x.t.Helper()
	x.WaitUntil("no "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

// WaitUntil waits for a screen that is as it should be; what names it in the message.
func (x *Terminal) WaitUntil(what string, ok func(screen string) bool) {
	x.t.Helper()
	if !x.wait(func() bool { return ok(x.screen()) }) {
		x.t.Fatalf("waited for: %s\nbut the screen is:\n%s\n%s", what, x.Screen(), x.state())
	}
}

// wait calls ok, with the lock held, whenever a frame is whole, until it is true. It gives up at the limit, and when the
// program is gone.
func (x *Terminal) wait(ok func() bool) bool { return x.within(x.limit, ok) }

func (x *Terminal) within(d time.Duration, ok func() bool) bool {
	limit := time.NewTimer(d)
	defer limit.Stop()
	for {
		over := false
		select {
		case <-x.ended:
			over = true
		default:
		}
		x.mu.Lock()
		good := (over || !x.modes.on(synchronised) && !x.modes.opening()) && ok()
		changed := x.changed
		x.mu.Unlock()
		if good || over {
			return good
		}
		select {
		case <-changed:
		case <-x.ended:
		case <-limit.C:
			return false
		}
	}
}

// state describes the state of the program, for a message.
func (x *Terminal) state() string {
	select {
	case <-x.ended:
		x.mu.Lock()
		defer x.mu.Unlock()
		if x.exit.err != nil {
			return "the program has ended: " + x.exit.err.Error()
		}
		return "the program has ended"
	default:
		return "the program is running"
	}
}

// Wait waits for the end of the program and returns what it ended with: nil when it ended well.
func (x *Terminal) Wait() error {
	x.t.Helper()
	limit := time.NewTimer(x.limit)
	defer limit.Stop()
	select {
	case <-x.ended:
	case <-limit.C:
		x.t.Fatalf("the program does not end; the screen is:\n%s", x.Screen())
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.exit.err
}

// Exit waits for the end of the program and returns its exit code: -1 when a signal ended it, and for a model 0 or 1.
func (x *Terminal) Exit() int {
	x.t.Helper()
	_ = x.Wait() // the code says it too
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.exit.code
}

// Leftovers names what the program changed in the terminal and has not undone by now.
func (x *Terminal) Leftovers() []string {
	x.mu.Lock()
	defer x.mu.Unlock()
	left := x.modes.left()
	if x.exit.settings {
		left = append(left, "line settings (echo, line mode)")
	}
	return left
}

// Restored waits for the end of the program and fails the test unless the terminal is as it was: alternate screen left,
// cursor shown, mouse and paste modes off, and for a process the line settings too.
func (x *Terminal) Restored() {
	x.t.Helper()
	_ = x.Wait() // any end must restore
	if left := x.Leftovers(); len(left) > 0 {
		x.t.Errorf("the terminal was not restored: %s", strings.Join(left, ", "))
	}
}
