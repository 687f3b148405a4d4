package ui

import (
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide/report"
)

// maxParameters is how many parameters of an escape sequence are let through. No key, click or reply of a terminal has more
// than a dozen, and the decoder that Bubble Tea reads with breaks at the thirty-third.
const maxParameters = 24

// guarded is input as Bubble Tea may read it. Whatever is sent or pasted cannot break the decoder, which runs where no panic
// is caught: the terminal would stay as it is.
type guarded struct {
	in    io.Reader
	state byte // of the sequence being read
	count int  // of its parameters
}

const (
	outside byte = iota
	escaped
	inside
)

// Read makes digits of the separators that are too many: the sequence ends where it would have, and means nothing.
func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.in.Read(p)
	for i, b := range p[:max(n, 0)] {
		switch {
		case b == 0x1b:
			g.state = escaped
		case g.state == escaped && (b == '[' || b == 'P'), g.state == outside && (b == 0x9b || b == 0x90):
			g.state, g.count = inside, 0
		case g.state == inside && (b == ';' || b == ':'):
			if g.count++; g.count > maxParameters {
				p[i] = '0'
			}
		case g.state == inside && b >= '0' && b <= '?':
		default:
			g.state = outside
		}
	}
	return n, err
}

// terminal is what Bubble Tea asks of a file to make it raw, and to stop reading it.
type terminal interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

type guardedTerminal struct {
	terminal
	guard *guarded
}

func (t guardedTerminal) Read(p []byte) (int, error) { return t.guard.Read(p) }

// guard puts the guard before the input. A terminal stays one.
func guard(in io.Reader) io.Reader {
	g := &guarded{in: in}
	if t, ok := in.(terminal); ok {
		return guardedTerminal{t, g}
	}
	return g
}

// maxPaste is far more than any text field takes.
const maxPaste = 1 << 12

// legible takes out of what is typed or pasted what cannot be seen, or changes how its neighbours are shown: text fields show
// what they are given.
func legible(msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.PasteMsg:
		m.Content = report.Clean(m.Content[:min(len(m.Content), maxPaste)])
		return m
	case tea.KeyPressMsg:
		if strings.TrimSpace(m.Text) != "" {
			m.Text = report.Clean(m.Text)
		}
		return m
	}
	return msg
}
