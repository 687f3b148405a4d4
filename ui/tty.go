package ui

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"knead/ui/input"
)

// ErrGone reports that the terminal can no longer be read or written. Closing a terminal usually sends SIGHUP, but not to a
// program that it does not control.
var ErrGone = errors.New("the terminal is gone")

// Without an alternate screen, the last screen stays visible when the program ends, and many terminals keep in the scrollback
// what is erased with CSI 2 J. Erasing from the start of the screen to its last cell leaves nothing anywhere.
const (
	lastCell = "\x1b[9999;9999H"
	erase    = "\x1b[m" + lastCell + "\x1b[1J" + ansi.CursorHomePosition

	enterScreen = ansi.SetModeAltScreenSaveCursor
	leaveScreen = ansi.ResetModeAltScreenSaveCursor
)

// calm turns off the modes that Bubble Tea may have turned on. Bubble Tea does so too, but in the wrong order if it has to quit
// while it resumes after a stop; not reported upstream.
const calm = ansi.ResetModifyOtherKeys + ansi.ResetModeBracketedPaste + ansi.ResetModeMouseButtonEvent +
	ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr + ansi.SetModeTextCursorEnable

// interrupt is Ctrl+C.
const interrupt = 0x03

// replyTime is how long after a question the terminal's reply is waited for. One that never replies delays only those who leave
// at once.
const replyTime = 1500 * time.Millisecond

// questions are what the terminal is asked.
var questions = [...]string{
	ansi.RequestModeSynchronizedOutput, ansi.RequestModeUnicodeCore, ansi.RequestKittyKeyboard, ansi.RequestBackgroundColor,
	ansi.RequestCursorPositionReport,
}

// samples are signs of each kind that Knead draws with. A terminal made for East Asian text, such as xterm -cjk_width, may show
// them two columns wide, and nothing then lines up. So they are written once, before the first screen, and the terminal is asked
// how far the cursor moved. The second row is used: in the first, the reply could be mistaken for a key.
const (
	samples   = "■─–●…"
	measuring = "\x1b[2;1H" + samples + ansi.RequestCursorPositionReport + "\r" + ansi.EraseEntireLine + ansi.CursorHomePosition
)

// wide reports whether the terminal shows the samples wider than one column each, given the reply. In another row it is no reply to
// that, but F3 with Shift, Alt, or Ctrl, which xterm spells alike.
func wide(at tea.CursorPositionMsg) bool {
	return at.Y == 1 && at.X > utf8.RuneCountInString(samples)
}

// interest is what else is asked of the terminal.
type interest struct {
	background bool // when its background changes
	widths     bool // how wide it shows the samples
	blanks     bool // nothing, but it erases to its own ground, not to that of the row: blanks are written instead
}

// tty is a terminal that is lent to Bubble Tea. It sees all that is written and read, and so can hand back the terminal as the
// shell expects it: without answers on the screen, and with no reply on its way.
type tty struct {
	in     input.Terminal
	out    term.File
	before *term.State // nil where it is not known
	want   interest
	ground bool   // what is written next has a ground of its own; used by the goroutine that writes only
	lost   func() // is called when the terminal is gone

	mu     sync.Mutex
	inside bool // the alternate screen was entered, and not left since
	left   bool // it was left, and not entered since
	// Each question is followed by one that every terminal answers, and answers last: what it is (CSI c).
	asked, answered int
	since           time.Time // of the first question
	reply           replyScanner
	replied         chan struct{} // has something when a reply came

	hears bool   // what comes is kept in said
	said  []byte // what came while it did
	first string // the frame that is on the screen before Bubble Tea draws it
}

// lend returns the input and the output for Bubble Tea. Anything but a terminal is returned unchanged, without a tty; so is the
// Windows console, which replies in other ways.
func lend(in io.Reader, out io.Writer, want interest, lost func()) (*tty, io.Reader, io.Writer) {
	i, ok := in.(input.Terminal)
	o, file := out.(term.File)
	if !ok || !file || runtime.GOOS == "windows" || !term.IsTerminal(i.Fd()) || !term.IsTerminal(o.Fd()) {
		return nil, in, out
	}
	t := &tty{in: i, out: o, want: want, lost: lost, replied: make(chan struct{}, 1)}
	if before, err := term.GetState(i.Fd()); err == nil {
		t.before = before
	}
	return t, lentInput{i, t}, lentOutput{o, t}
}

// takeBack undoes what Bubble Tea has not undone, as when it ends with an error while it starts.
func (t *tty) takeBack(failed bool) {
	if t == nil {
		return
	}
	t.mu.Lock()
	inside := t.inside
	t.mu.Unlock()
	if inside {
		_, _ = t.write([]byte(leaveScreen)) // a failure leaves nothing else to try
	}
	if failed && t.before != nil {
		_ = term.Restore(t.in.Fd(), t.before)
	}
}

type lentInput struct {
	input.Terminal
	tty *tty
}

func (l lentInput) Read(p []byte) (int, error) { return l.tty.read(p) }

type lentOutput struct {
	term.File
	tty *tty
}

func (l lentOutput) Write(p []byte) (int, error) { return l.tty.write(p) }

func (t *tty) read(p []byte) (int, error) {
	n, err := t.in.Read(p)
	t.mu.Lock()
	replies := t.reply.count(p[:max(n, 0)])
	if t.hears {
		t.said = append(t.said, p[:max(n, 0)]...)
	}
	t.answered += replies
	away := t.left
	t.mu.Unlock()
	if away { // entered while the shell had the terminal, or before the screen is back
		n = copy(p, bytes.Repeat([]byte{interrupt}, bytes.Count(p[:max(n, 0)], []byte{interrupt})))
	}
	if replies > 0 {
		select {
		case t.replied <- struct{}{}:
		default:
		}
	}
	t.failed(err)
	return n, err
}

// failed ends the program when the terminal cannot be used anymore.
func (t *tty) failed(err error) {
	var passing interface{ Temporary() bool }
	if err == nil || errors.As(err, &passing) && passing.Temporary() {
		return
	}
	t.lost()
}

// write writes p, and what else the terminal needs where it is entered, asked and left.
func (t *tty) write(p []byte) (int, error) {
	t.mu.Lock()
	leaving := bytes.Contains(p, []byte(leaveScreen))
	b := t.prepare(string(p), leaving)
	t.mu.Unlock()
	if _, err := io.WriteString(t.out, b); err != nil {
		t.failed(err)
		return 0, err
	}
	if leaving {
		t.settle()
	}
	return len(p), nil
}

func (t *tty) prepare(s string, leaving bool) string {
	s = t.without(s)
	s = strings.ReplaceAll(s, ansi.EraseEntireScreen, erase)
	if t.want.blanks {
		s = t.inColor(s)
	}
	if strings.Contains(s, enterScreen) && !t.inside {
		t.inside, t.left = true, false
		s = strings.Replace(s, enterScreen, enterScreen+t.entering(), 1)
	}
	asks := false
	for _, q := range questions {
		if t.left { // Bubble Tea still writes what it had in mind, but nobody reads the reply
			s = strings.ReplaceAll(s, q, "")
		}
		asks = asks || strings.Contains(s, q)
	}
	if leaving {
		t.inside, t.left = false, true
		end := erase
		if t.want.background {
			end += ansi.ResetModeLightDark
		}
		s = strings.Replace(s, leaveScreen, end+leaveScreen, 1) + calm
		// What is on its way now was not asked for: keys, and movements of the mouse. A terminal that has never replied is not asked.
		asks = t.answered > 0 || time.Since(t.since) < replyTime
	}
	if asks {
		if t.asked++; t.since.IsZero() {
			t.since = time.Now()
		}
		s += ansi.RequestPrimaryDeviceAttributes
	}
	return s
}

// listen keeps what the terminal says, for heard.
func (t *tty) listen() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.hears = true
}

// heard returns what the terminal has said since listen, as soon as all its replies are there, or after the time given.
func (t *tty) heard(most time.Duration) []uv.Event {
	late := time.After(most)
	for {
		t.mu.Lock()
		all := t.answered >= t.asked
		t.mu.Unlock()
		if all {
			break
		}
		select {
		case <-t.replied:
			continue
		case <-late:
		}
		break
	}
	t.mu.Lock()
	said := t.said
	t.hears, t.said = false, nil
	t.mu.Unlock()
	var events []uv.Event
	for d := (uv.EventDecoder{}); len(said) > 0; {
		n, event := d.Decode(said)
		if n <= 0 {
			break
		}
		said = said[n:]
		events = append(events, event)
	}
	return events
}

// draw writes the first frame, and leaves it out of what Bubble Tea writes.
func (t *tty) draw(out io.Writer, frame string) {
	t.mu.Lock()
	t.first = frame
	t.mu.Unlock()
	_, _ = io.WriteString(out, frame) // Bubble Tea writes to the same terminal, and reports what fails
}

// noView is what Bubble Tea draws if its clock ticks before it has a view.
const noView = "\r" + ansi.EraseScreenBelow

// without leaves out what Bubble Tea draws of the first frame, and that it enters the screen for it.
func (t *tty) without(s string) string {
	switch {
	case t.first == "" || s == t.first:
		return s
	case !strings.Contains(s, enterScreen):
		return strings.Replace(s, noView, "", 1)
	}
	frame := t.first
	t.first = ""
	if before, after, same := strings.Cut(s, frame); same {
		return strings.Replace(before, enterScreen, "", 1) + after
	}
	return s
}

// entering is written on the screen that is entered. In a terminal without an alternate screen it moves what the shell has
// written into the scrollback, and so keeps it.
func (t *tty) entering() string {
	_, rows, err := term.GetSize(t.out.Fd())
	if err != nil {
		rows = 0
	}
	s := lastCell + strings.Repeat("\n", min(max(rows, 0), maxHeight))
	if t.want.background {
		s += ansi.SetModeLightDark
	}
	if t.want.widths {
		t.want.widths = false
		s += measuring
	}
	return s
}

// settle waits for the replies that are still due, and drops them: the shell would treat them as keys
// (charmbracelet/bubbletea#1627). The terminal is still raw, so nothing is echoed. Bubble Tea was asked to stop reading,
// but when it is ended from outside it may read once more, and take the input away from this reader. So settle does not wait
// for the reader.
func (t *tty) settle() {
	if t.wait() <= 0 {
		return
	}
	r, err := cancelreader.NewReader(lentInput{t.in, t})
	if err != nil {
		return // too many open files: a reply at the prompt is the lesser evil
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		for p := make([]byte, 256); ; {
			if _, err := r.Read(p); err != nil {
				return
			}
		}
	}()
	for wait := t.wait(); wait > 0; wait = t.wait() {
		select {
		case <-t.replied:
			continue
		case <-over:
		case <-time.After(wait):
		}
		break
	}
	r.Cancel()
	select {
	case <-over:
		_ = r.Close()
	case <-time.After(50 * time.Millisecond): // it is reading what Bubble Tea has read, and ends with the program
	}
}

// wait returns how long replies may still be waited for: 0 when all have come.
func (t *tty) wait() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case t.answered >= t.asked:
		return 0
	case t.answered > 0:
		return replyTime
	}
	return replyTime - time.Since(t.since)
}

// replyScanner finds the terminal's reply to what it is: CSI ? … c.
type replyScanner struct{ state int }

func (r *replyScanner) count(p []byte) (replies int) {
	const begin = "\x1b[?"
	for _, b := range p {
		switch {
		case b == begin[0]:
			r.state = 1
		case r.state > 0 && r.state < len(begin) && b == begin[r.state]:
			r.state++
		case r.state == len(begin) && (b >= '0' && b <= '9' || b == ';'):
		case r.state == len(begin) && b == 'c':
			replies++
			r.state = 0
		default:
			r.state = 0
		}
	}
	return replies
}
