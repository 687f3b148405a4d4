//go:build unix

package ui

import (
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"knead/ui/input"
)

// What Bubble Tea draws is left out where it is on the screen, and only there.
func TestFirstFrameIsWrittenOnce(t *testing.T) {
	const (
		frame = "\x1b[H\x1b[2JKnead\x1b[3;4H"
		modes = "\x1b[?2004h"
		other = "\x1b[H\x1b[2JKneed\x1b[3;4H"
	)
	asked := strings.Join(questions[:], "")
	for name, writes := range map[string][][2]string{
		"the same":      {{enterScreen + modes + frame + modes, modes + modes}, {frame, frame}},
		"after asking":  {{asked, asked}, {enterScreen + modes + frame, modes}},
		"another":       {{enterScreen + modes + other, enterScreen + modes + other}, {frame, frame}},
		"an early tick": {{modes + noView, modes}, {enterScreen + modes + frame, modes}, {noView, noView}},
	} {
		tty, drawn := &tty{inside: true}, ""
		tty.draw(writerFunc(func(p []byte) (int, error) {
			drawn += tty.without(string(p))
			return len(p), nil
		}), frame)
		if drawn != frame {
			t.Errorf("%s: %q was written first", name, drawn)
		}
		for _, w := range writes {
			if got := tty.without(w[0]); got != w[1] {
				t.Errorf("%s: of %q, %q was written, want %q", name, w[0], got, w[1])
			}
		}
	}
}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// The first frame knows what the terminal says of itself, and does not wait for one that says nothing.
func TestTerminalIsHeard(t *testing.T) {
	says := &tty{in: saying{Reader: strings.NewReader("a\x1b[2;11R\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c")}, asked: 1, replied: make(chan struct{}, 1)}
	says.listen()
	if _, err := says.read(make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	light, wider := false, false
	for _, e := range says.heard(time.Minute) {
		switch e := e.(type) {
		case uv.BackgroundColorEvent:
			light = !e.IsDark()
		case uv.CursorPositionEvent:
			wider = wide(tea.CursorPositionMsg(e))
		}
	}
	if !light || !wider {
		t.Errorf("light %t, wide %t: the terminal says that it is both", light, wider)
	}
	mute := &tty{asked: 1, replied: make(chan struct{}, 1)}
	mute.listen()
	if got := mute.heard(0); got != nil {
		t.Errorf("a terminal that says nothing says %v", got)
	}
}

type saying struct {
	input.Terminal
	io.Reader
}

func (s saying) Read(p []byte) (int, error) { return s.Reader.Read(p) }

// Only the size with which Bubble Tea began is news to nobody.
func TestToldSize(t *testing.T) {
	size := tea.WindowSizeMsg{Width: 80, Height: 24}
	pass := func(_ tea.Model, msg tea.Msg) tea.Msg { return msg }
	filter := unlessToldFirst(size, pass)
	if got := filter(nil, size); got != nil {
		t.Errorf("the first size is told: %v", got)
	}
	if got := filter(nil, size); got != size {
		t.Errorf("the same size later, as after a stop, is %v", got)
	}
	other := tea.WindowSizeMsg{Width: 100, Height: 30}
	filter = unlessToldFirst(size, pass)
	if filter(nil, other) != other || filter(nil, size) != size {
		t.Error("a resize, and one back, are not told")
	}
}
