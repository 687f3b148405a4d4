//go:build !windows

package ui_test

import (
	"strings"
	"testing"

	"knead/ui/termtest"
)

// A terminal that shows signs of ambiguous width two columns wide gets signs that are one column wide everywhere. Any other keeps
// the usual ones, whether it answers or not.
func TestAmbiguousWidth(t *testing.T) {
	t.Parallel()
	t.Run("wide", func(t *testing.T) {
		t.Parallel()
		s := start(t, termtest.Options{Wide: true})
		s.ascii("offline")
		for _, step := range [][2]string{
			{"enter", "Where does it bother you?"},
			{"?", "Everywhere"},
			{"esc", "Where does it bother you?"},
			{"L", "Deep tissue massage"},
			{"enter", "c contents"},
		} {
			s.Press(step[0])
			s.ascii(step[1])
		}
		s.Press("ctrl+c")
		s.Restored()
	})
	for name, o := range map[string]termtest.Options{"narrow": {}, "mute": {Mute: true}, "one screen": {NoAltScreen: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, o)
			s.where("Neck")
			s.WaitFor("□")
			s.Press("ctrl+c")
			s.Restored()
		})
	}
	for _, c := range []struct{ env, flag string }{{"RUNEWIDTH_EASTASIAN=1", ""}, {"", "--ascii"}} {
		t.Run(c.env+c.flag, func(t *testing.T) {
			t.Parallel()
			args := strings.Fields(c.flag)
			s := start(t, termtest.Options{Mute: true, Env: []string{c.env}}, args...)
			s.ascii("offline")
			s.Press("ctrl+c")
			s.Restored()
			if foreign.Match(s.Output()) {
				t.Error("the first screen was not in ASCII from the start")
			}
		})
	}
}

// ascii waits for a screen with the text and nothing outside ASCII.
func (s session) ascii(text string) {
	s.t.Helper()
	s.WaitUntil(text+" in ASCII", func(screen string) bool { return strings.Contains(screen, text) && !foreign.MatchString(screen) })
}
