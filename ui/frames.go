package ui

import (
	"io"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"knead/ui/input"
)

// frames counts writes to the terminal, so that the gate can distinguish input that arrived before a page from input that was
// meant for it. Bubble Tea writes each frame at once. On Windows the console is not read through input.Reader, so the time of
// arrival is unknown, and input counts as read when it is handled.
type frames struct {
	started, written atomic.Int64
	began            atomic.Int64 // when the last write began, in nanoseconds since 1970

	marked  bool  // the reader says when input came; used, like arrived, by the goroutine of Update only
	arrived int64 // what had been written when the input being handled was read
}

// count returns out, counted. A terminal stays one.
func (f *frames) count(out io.Writer) io.Writer {
	if t, ok := out.(term.File); ok {
		return countedFile{t, f}
	}
	return counted{out, f}
}

// filter keeps the marks that the reader puts before input. Nothing else sees them.
func (f *frames) filter(next func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if n, ok := input.Frames(msg); ok {
			f.marked, f.arrived = true, int64(n)
			return nil
		}
		return next(m, msg)
	}
}

func (f *frames) arrival() int64 {
	if !f.marked {
		return f.written.Load()
	}
	return f.arrived
}

// blink is about as long as people take, at the least, to see something and press a key.
const blink = 200 * time.Millisecond

// seen returns how many frames the person may have seen. One that is just being written counts, since its last row may show
// before the write returns; one that is held up by a slow or stopped terminal does not.
func (f *frames) seen() int {
	if f.writing() && time.Since(time.Unix(0, f.began.Load())) < blink {
		return int(f.started.Load())
	}
	return int(f.written.Load())
}

// next returns how many frames are written once what changes now is on the screen. What is being written is from before.
func (f *frames) next() int64 { return f.started.Load() + 1 }

func (f *frames) writing() bool { return f.started.Load() > f.written.Load() }

func (f *frames) write(out io.Writer, p []byte) (int, error) {
	f.began.Store(time.Now().UnixNano())
	f.started.Add(1)
	n, err := out.Write(p)
	f.written.Add(1)
	return n, err
}

type counted struct {
	io.Writer
	frames *frames
}

func (c counted) Write(p []byte) (int, error) { return c.frames.write(c.Writer, p) }

type countedFile struct {
	term.File
	frames *frames
}

func (c countedFile) Write(p []byte) (int, error) { return c.frames.write(c.File, p) }
