// Package input passes on whole keys, reports, and pastes from the terminal to Bubble Tea, no matter how the line splits them.
//
// [New] wraps the terminal's input; read from the result. [Frames] returns how many frames had been written when the keys after
// a message were read, so that a key meant for one screen is not taken for the next.
//
// Bubble Tea's decoder treats a sequence as complete after 50 milliseconds (charmbracelet/ultraviolet#13). On a slow line the
// second half of an arrow key arrives later and would be read as Escape and two letters; that was not reported upstream. Nor
// does Bubble Tea report which keys arrived together, which is how a paste looks in a terminal without bracketed paste.
package input

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

const (
	// MaxTyped is how many characters one read may hold and still count as typed. A person is slower than the line, but a
	// network may deliver a letter and Enter together. Three at once are a paste.
	MaxTyped = 2

	// A lone Escape is the Escape key if nothing follows within this time.
	quickLine = 150 * time.Millisecond
	slowLine  = 500 * time.Millisecond

	pasteTail = 100 * time.Millisecond // what follows a paste this closely is the rest of it
	abandoned = 3 * time.Second        // a sequence or a paste whose rest has not come by then has none

	maxHeld  = 512  // the longest beginning of a sequence that is kept
	maxPaste = 1024 // far more than any text field takes; the rest of a paste is dropped
	reserve  = maxHeld + maxPaste + 64
)

// Options connect a Reader to the program. All of them may be left out.
type Options struct {
	// Slow is set if the terminal is at the other end of a network.
	Slow bool
	// Send takes the Escape key, which is recognized only when nothing has followed it.
	Send func(tea.Msg)
	// Frames returns how many frames the terminal has been given; see Frames.
	Frames func() int
	// Now and After are the clock; nil means the system's. After calls do later, unless it is stopped first.
	Now   func() time.Time
	After func(d time.Duration, do func()) (stop func() bool)
}

// Reader reads from a terminal. Any number of bytes it returns ends where a key, a report or a paste ends.
type Reader struct {
	in io.Reader
	o  Options

	mu       sync.Mutex // the timer for Escape runs in a goroutine of its own
	out      []byte     // what did not fit into the last read
	err      error      // comes after out
	last     time.Time  // when the last bytes came
	held     []byte     // the beginning of a key or a report
	apart    bool       // held is two bytes that came one by one, and may be two keys
	torn     bool       // held belongs to an Escape that has been passed on: its end is dropped
	released bool       // the last thing passed on is an Escape that nothing followed
	turn     int        // counts reads, so that a timer knows whether it is too late
	stop     func() bool

	pasting bool
	pasted  []byte
	edge    []byte    // the last bytes of the paste, which may begin its end
	burst   time.Time // until then typed characters are the rest of a paste
}

// New returns the Reader of a terminal or of any other input. A terminal stays one: Bubble Tea makes it raw.
func New(in io.Reader, o Options) io.Reader {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = func(d time.Duration, do func()) func() bool { return time.AfterFunc(d, do).Stop }
	}
	r := &Reader{in: in, o: o}
	if t, ok := in.(Terminal); ok {
		return file{t, r}
	}
	return r
}

// Terminal is what Bubble Tea asks of a file to make it raw, and to stop reading it.
type Terminal interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

type file struct {
	Terminal
	reader *Reader
}

func (f file) Read(p []byte) (int, error) { return f.reader.Read(p) }

// Read waits for input. It may return nothing, when all there is so far is the beginning of a key.
func (r *Reader) Read(p []byte) (int, error) {
	r.mu.Lock()
	left := len(r.out) > 0 || r.err != nil
	r.mu.Unlock()
	if !left {
		// The buffer that Bubble Tea reads into must have room for everything that this read can bring: any leftover would wait
		// for the next key.
		b := make([]byte, max(len(p)-reserve, len(p)/4, 1))
		n, err := r.in.Read(b)
		r.mu.Lock()
		r.err = err
		r.take(b[:max(n, 0)])
		r.mu.Unlock()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	n := copy(p, r.out)
	r.out = r.out[n:]
	if len(r.out) > 0 {
		return n, nil
	}
	err := r.err
	r.err = nil
	return n, err
}

// take sorts what one read brought.
func (r *Reader) take(b []byte) {
	if len(b) == 0 {
		return
	}
	r.turn++
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
	now := r.o.Now()
	late := now.Sub(r.last) > abandoned
	r.last = now
	if r.pasting && (late || onlyInterrupts(b)) { // a paste without an end must not make the program deaf
		r.endPaste()
	}
	if !r.pasting {
		r.mark()
		b = r.join(b, late)
	}
	for len(b) > 0 {
		if r.pasting {
			var ended bool
			if b, ended = r.collect(b); ended {
				r.endPaste()
				r.burst = now.Add(pasteTail) // a paste may hold what ends pastes
			}
			continue
		}
		b = r.scan(b, now)
	}
	if !r.torn && (string(r.held) == "\x1b" || string(r.held) == "\x1b\x1b" || r.apart && len(r.held) == 2 && isString(r.held)) {
		wait, turn := quickLine, r.turn
		if r.o.Slow {
			wait = slowLine
		}
		r.stop = r.o.After(wait, func() { r.release(turn) })
	}
}

// release passes on an Escape that nothing followed, or what followed it is a key of its own. It waits until the program has it, so
// that no later key overtakes it.
func (r *Reader) release(turn int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if turn != r.turn {
		return
	}
	keys := []tea.KeyPressMsg{{Code: tea.KeyEscape}}
	if len(r.held) == 2 && r.apart {
		keys = append(keys, keyOf(r.held[1]))
	}
	r.held, r.released, r.apart = nil, keys[len(keys)-1].Code == tea.KeyEscape, false
	if r.o.Send == nil {
		return
	}
	for _, k := range keys {
		r.o.Send(k)
	}
}

// keyOf is the key that sends this byte: Escape, or a character.
func keyOf(b byte) tea.KeyPressMsg {
	if b == ansi.ESC {
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	}
	return tea.KeyPressMsg{Code: rune(b), Text: string(rune(b))}
}

// join puts the beginning that was held before its rest, or decides that the two do not belong together.
func (r *Reader) join(b []byte, late bool) []byte {
	held, released := r.held, r.released
	r.held, r.released, r.apart = nil, false, false
	if string(held) == "\x1b\x1b" && b[0] != '[' && b[0] != 'O' { // two Escapes, not Alt and a key as rxvt spells it
		r.out = append(r.out, escape...)
		held = held[1:]
	}
	switch {
	case len(held) == 0 && released && isTail(b): // of an arrow key, say, whose Escape was taken for the key
		r.torn = true
		return append([]byte("\x1b"), b...)
	case len(held) == 0:
		return b
	case string(held) == "\x1b" && !opens(b): // Escape, and soon after it another key: not Alt and the key
		r.out = append(r.out, escape...)
	case late, isString(held) && len(b) == 1 && !isReport(append(held, b...)), isUrgent(rune(b[0])), onlyInterrupts(b):
		// The rest will not come. ESC ] may have been Alt and ]; but on a serial line a report comes byte by byte.
	default:
		r.apart = string(held) == "\x1b" && len(b) == 1
		return append(held, b...)
	}
	r.torn = false
	return b
}

// scan passes on the keys and reports at the front of b, up to where a paste begins, and holds back one that is not complete.
// Typed characters that came together become a paste. It returns what is left, which belongs to the paste.
func (r *Reader) scan(b []byte, now time.Time) []byte {
	var tokens [][]byte
	typed := 0
	for len(b) > 0 && !r.pasting {
		n, whole := next(b)
		token := b[:n]
		b = b[n:]
		switch {
		case !whole:
			if len(token) <= maxHeld {
				r.held = bytes.Clone(token)
			}
		case r.torn:
			r.torn = false
		case string(token) == pasteStart:
			r.pasting = true
		case !meaningless(token):
			tokens = append(tokens, token)
			if isTyped(token) {
				typed++
			}
		}
	}
	paste := typed > MaxTyped || typed > 0 && now.Before(r.burst)
	if paste {
		r.burst = now.Add(pasteTail)
	}
	escaped := false
	for _, token := range tokens {
		switch {
		case string(token) == "\x1b":
			if !escaped {
				r.out = append(r.out, escape...)
			}
			escaped = true
		case paste && isTyped(token):
			r.keep(token)
		default:
			r.out = append(r.out, consoleKey(token)...)
		}
	}
	if paste {
		pasting := r.pasting
		r.endPaste()
		r.pasting = pasting
	}
	return b
}

// keep adds to the paste what still fits.
func (r *Reader) keep(b []byte) {
	r.pasted = append(r.pasted, b[:min(len(b), maxPaste-len(r.pasted))]...)
}

// collect takes what belongs to the paste from the front of b.
func (r *Reader) collect(b []byte) (rest []byte, ended bool) {
	all := append(r.edge, b...)
	r.edge = nil
	if before, after, found := bytes.Cut(all, []byte(pasteEnd)); found {
		r.keep(before)
		return after, true
	}
	cut := max(len(all)-len(pasteEnd)+1, 0)
	r.keep(all[:cut])
	r.edge = bytes.Clone(all[cut:])
	return nil, false
}

// endPaste passes on what was pasted.
func (r *Reader) endPaste() {
	r.keep(r.edge)
	r.mark()
	r.out = append(r.out, pasteStart...)
	r.out = append(r.out, textOf(r.pasted)...)
	r.out = append(r.out, pasteEnd...)
	r.pasting, r.pasted, r.edge = false, nil, nil
}

// The mark that carries the number of frames written is a report on a mode that no terminal has: Bubble Tea passes such reports
// on in order among the keys. It has no other way to find out when input arrived; not reported upstream.
const firstMark = 1_000_000

func (r *Reader) mark() {
	if r.o.Frames != nil {
		r.out = fmt.Appendf(r.out, "\x1b[?%d;0$y", firstMark+r.o.Frames())
	}
}

// Frames returns how many frames had been written when the keys after this message were read. It is false for any other
// message. Keys read before a screen was written were not meant for it.
func Frames(msg tea.Msg) (int, bool) {
	report, ok := msg.(tea.ModeReportMsg)
	if !ok || report.Mode.Mode() < firstMark {
		return 0, false
	}
	return report.Mode.Mode() - firstMark, true
}
