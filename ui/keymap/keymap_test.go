package keymap_test

import (
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/ui/keymap"
	"knead/ui/termtest"
)

func TestScrollMovesByRowsPagesAndToTheEnds(t *testing.T) {
	s := keymap.Scroll{
		Up: keymap.New("↑", "up", "up", "k"), Down: keymap.New("↓", "down", "down", "j"),
		PageUp: keymap.New("pgup", "a page up", "pgup"), PageDown: keymap.New("pgdn", "a page down", "pgdown"),
		Top: keymap.New("g", "top", "g"), Bottom: keymap.New("G", "end", "G"),
	}
	for name, want := range map[string]int{
		"up": -1, "k": -1, "down": 1, "j": 1, "pgup": -7, "pgdown": 7, "g": -keymap.Far, "G": keymap.Far, "x": 0, "enter": 0,
	} {
		if rows, ok := s.By(termtest.Key(name), 7); rows != want || ok != (want != 0) {
			t.Errorf("%s moves %d rows, %t; want %d", name, rows, ok, want)
		}
	}
}

func TestHintIsShownAndMatchesNoKey(t *testing.T) {
	hint := keymap.Hint("a letter", "the next place")
	if !hint.Enabled() {
		t.Error("help leaves out bindings that are off")
	}
	for _, msg := range []tea.KeyPressMsg{termtest.Key("a"), termtest.Key("x"), {}} {
		if key.Matches(msg, hint) {
			t.Errorf("%q matches a hint", msg.String())
		}
	}
}

func TestAsLeavesTheBindingAlone(t *testing.T) {
	up := keymap.New("↑ k", "up", "up", "k")
	as := keymap.As(up, "↑↓", "move")
	if up.Help().Desc != "up" || as.Help().Desc != "move" || !key.Matches(termtest.Key("k"), as) {
		t.Errorf("%v became %v", up.Help(), as.Help())
	}
}
