package line

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"knead/guide/document"
	"knead/guide/fold"
)

// maxLine is far longer than any answer; what is longer is not kept in memory.
const maxLine = 2048

// typed is one line of input. A line with a problem answers nothing.
type typed struct {
	text    string // fit to be shown: without control characters
	problem string
}

// lines reads line by line, in a goroutine, each line when it is asked for.
type lines struct {
	r    *bufio.Reader
	c    chan heard
	want chan struct{}
	done chan struct{}
	due  bool // a line was asked for, and has not come
}

type heard struct {
	typed
	err error
}

func listen(in io.Reader) *lines {
	l := &lines{r: bufio.NewReaderSize(in, maxLine), c: make(chan heard), want: make(chan struct{}), done: make(chan struct{})}
	go l.listen()
	return l
}

func (l *lines) listen() {
	for {
		select {
		case <-l.want:
		case <-l.done:
			return
		}
		var h heard
		raw, err := l.r.ReadSlice('\n')
		long := false
		for errors.Is(err, bufio.ErrBufferFull) {
			long = true
			_, err = l.r.ReadSlice('\n')
		}
		switch {
		case err != nil: // a last line without an end was not entered
			h.err = err
		case long:
			h.problem = "That line is too long for an answer. Type it again."
		default:
			h.typed = take(string(raw))
		}
		select {
		case l.c <- h:
		case <-l.done:
			return
		}
		if h.err != nil {
			return
		}
	}
}

// take prepares a line for parsing. A line with an arrow key, a similar key, or an invisible character is not accepted, because
// the person may not have seen what they entered.
func take(raw string) typed {
	raw = strings.TrimSuffix(strings.TrimSuffix(raw, "\n"), "\r")
	raw = fold.Typed(raw)
	t := typed{text: document.Clean(raw)}
	if t.text != strings.Join(strings.Fields(raw), " ") {
		t.problem = "That line holds a key or a sign that cannot be read here, so it was not taken. Type it again."
	}
	return t
}

// next waits for a line, for the end of the input, or for the end of ctx.
func (l *lines) next(ctx context.Context) (typed, error) {
	if ctx.Err() != nil {
		return typed{}, errInterrupted
	}
	if !l.due {
		l.want <- struct{}{}
		l.due = true
	}
	select {
	case <-ctx.Done():
		return typed{}, errInterrupted
	case h := <-l.c:
		l.due = false
		switch {
		case errors.Is(h.err, io.EOF):
			return typed{}, errEnd
		case h.err != nil:
			return typed{}, h.err
		}
		return h.typed, nil
	}
}

// drop drops what has been read ahead and what ahead drops, and reports whether that was anything.
func (l *lines) drop(ahead func() bool) bool {
	if l.due { // the goroutine is reading
		return false
	}
	n, _ := l.r.Discard(l.r.Buffered()) // it is all there
	return ahead() || n > 0
}

// stop lets the goroutine end with the next line.
func (l *lines) stop() { close(l.done) }
