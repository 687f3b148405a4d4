//go:build !windows

package ui_test

import (
	"strings"
	"testing"

	"knead/ui/termtest"
)

// In a Cyrillic layout the keys of q and n work, and the dialog is answered with arrows and Enter.
func TestCyrillicLayout(t *testing.T) {
	t.Parallel()
	s := atSigns(t, termtest.Options{})
	s.step("й", "Leave Knead?", "▌ esc")
	s.step("enter", firstSigns, "None of these today")
	s.WaitGone("Leave Knead?")
	s.step("т", "●")
	s.step("й", "Leave Knead?")
	s.step("up", "▌ w")
	s.step("up", "▌ y")
	s.Press("enter")
	if code := s.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.Restored()
}

// Ctrl+C ends it however the terminal and the layout spell it.
func TestCtrlCInEveryLayout(t *testing.T) {
	t.Parallel()
	for name, key := range map[string]string{
		"kitty, Cyrillic": "\x1b[1089::99;5u", "kitty, no base": "\x1b[1089;5u", "xterm, Cyrillic": "\x1b[27;5;1089~", "Greek": "\x1b[27;5;968~",
		"Caps Lock": "\x1b[27;5;67~", "kitty, Caps Lock": "\x1b[99;69u", "Dvorak": "\x1b[99::105;5u",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := atSigns(t, termtest.Options{})
			s.Send(key)
			if code := s.Exit(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			s.Restored()
		})
	}
}

// The terminal's own cursor shows, on the row with the bar or where text is typed, and is as it was at the end.
func TestCursorIsOnTheFocus(t *testing.T) {
	t.Parallel()
	s := atSigns(t, termtest.Options{})
	on := func(what, text string) {
		t.Helper()
		s.WaitUntil("the cursor on "+what, func(screen string) bool {
			x, y, shown := s.CursorNow()
			rows := strings.Split(screen, "\n")
			if !shown || y >= len(rows) {
				return false
			}
			row := []rune(rows[y])
			return x <= len(row) && (strings.HasPrefix(string(row[x:]), text) || strings.HasSuffix(string(row[:x]), text))
		})
	}
	on("the question", "▌ "+firstSigns)
	s.Press("down")
	on("the first answer", "▌   □  Chest pain")
	s.step("q", "Leave Knead?")
	on("the dialog", "▌ esc")
	s.step("esc", firstSigns)
	s.WaitGone("Leave Knead?")
	s.step("L", "Deep tissue massage", "Alternatives")
	on("the list", "▌ Deep tissue massage")
	s.Press("/")
	on("the field", "Find  ")
	s.Press("h")
	on("the field", "Find  h")
	s.Press("ctrl+c")
	s.Restored()
}

// Ctrl+L is not lost, even when it comes with a paste or right after one.
func TestRepaintAfterAPaste(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.WaitFor("offline")
	s.step("L", "Massages", "In short")
	s.step("/", "Find")
	s.Send("heat")
	s.WaitFor("Find  heat", "found")
	s.Scribble("\r\nUpdates\r\n")
	s.Send("s")
	s.Press("ctrl+l")
	s.WaitGone("Updates")
	s.Scribble("\r\nUpdates\r\n")
	s.Send("\x0c")
	s.WaitGone("Updates")
	s.Scribble("\r\nUpdates\r\n")
	s.Send("wave\x0c")
	s.WaitGone("Updates")
	s.Press("ctrl+c")
	s.Restored()
}

// What comes from an input method or a web page is found as what it stands for.
func TestSearchInAnyForm(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.WaitFor("offline")
	s.step("L", "Massages", "In short")
	for _, typed := range []string{"Acupuncturé", "acupuncture\u0301", "ａｃｕｐｕｎｃｔｕｒｅ", "acu\u200bpuncture", "Ácupuncture"} {
		s.step("/", "Find")
		s.Paste(typed)
		s.WaitFor("▌ Acupuncture", "found")
		s.step("esc", "Massages")
		s.WaitGone("found")
	}
	s.Press("ctrl+c")
	s.Restored()
}
