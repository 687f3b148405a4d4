//go:build !windows

package ui_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"knead/ui/termtest"
)

// The questions about danger signs, and what says that they have no answer yet.
const (
	firstSigns  = "Do you have any of these today?"
	secondSigns = "Is any of this new or worse?"
	unanswered  = "Select all that apply with space"
)

// still fails unless a page shows, none of whose rows is marked. The help comes and goes first, so that whatever went before
// has been handled; F1 is no character, and so no part of a paste.
func (s session) still(title string) {
	s.t.Helper()
	s.handled(title)
	if screen := s.Screen(); strings.ContainsAny(screen, "■●") {
		s.t.Errorf("something is marked:\n%s", screen)
	}
	s.step("enter", title, unanswered)
}

// handled waits for a page, and until whatever was sent before has been handled.
func (s session) handled(texts ...string) {
	s.t.Helper()
	s.WaitFor(append(texts, "? help")...)
	s.Send("\x1bOP")
	s.WaitFor("Everywhere")
	s.Press("esc")
	s.WaitGone("Everywhere")
	s.WaitFor(texts...)
}

// atSigns starts Knead and goes to the questions about danger signs.
func atSigns(t *testing.T, o termtest.Options) session {
	t.Helper()
	s := start(t, o)
	s.where("Neck")
	s.WaitFor("? help")
	return s
}

// deliberately waits for as long as nobody waits between the halves of a double click: this gap is how the two are told apart.
func deliberately() { time.Sleep(600 * time.Millisecond) }

// typed waits until keys that change nothing on the screen have been read, on a slow machine too: one that is read only after the
// window has grown counts for the page that shows then, as it should.
func typed() { time.Sleep(2 * time.Second) }

func TestClicksDoNotGoThroughDialogs(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"?", "q"} {
		t.Run(key, func(t *testing.T) {
			t.Parallel()
			s := atSigns(t, termtest.Options{Height: 30})
			x, none := s.Find("None of these")
			nextX, next := s.Find("Next")
			deliberately()
			s.Press(key)
			s.WaitFor("esc ")
			s.WaitUntil("a dialog", func(screen string) bool { return strings.Contains(screen, "╯") })
			deliberately()
			s.Click(x+2, none)
			deliberately()
			s.Click(nextX+1, next)
			s.Wheel(x, none, 3)
			s.Press("esc")
			s.WaitGone("╯")
			s.still(firstSigns)
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

func TestNothingHappensUnseen(t *testing.T) {
	t.Parallel()
	for name, size := range map[string][2]int{"narrow": {35, 24}, "low": {80, 19}, "a phone": {30, 8}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := atSigns(t, termtest.Options{})
			s.Resize(size[0], size[1])
			s.WaitUntil("the way out", func(screen string) bool {
				words := strings.Join(strings.Fields(screen), " ")
				return strings.Contains(words, "Knead needs 40×20") && strings.Contains(words, "Ctrl+C leaves") && strings.Contains(words, "knead --plain works")
			})
			for _, keys := range []string{"n", "\r", "n", "\r", "1", "q", "w", "k", "y", "L", "\x1b", " ", "\x1b[200~n\r\x1b[201~"} {
				s.Send(keys)
			}
			typed()
			s.Resize(80, 24)
			s.still(firstSigns)
			s.Press("q")
			s.WaitFor("Leave Knead?")
			s.Resize(size[0], size[1])
			s.WaitFor("Knead needs")
			for _, key := range []string{"k", "w", "y"} {
				s.Send(key)
			}
			typed()
			s.Resize(80, 24)
			s.WaitFor("Leave Knead?")
			s.Press("esc")
			s.WaitGone("Leave Knead?")
			s.still(firstSigns)
			s.Resize(size[0], size[1])
			s.WaitFor("Knead needs")
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// The second half of a double click does nothing: not on the page that the first half brought, and not on a sign, which it
// would take back.
func TestDoubleClick(t *testing.T) {
	t.Parallel()
	for name, size := range map[string][2]int{"80x24": {80, 24}, "80x30": {80, 30}, "100x30": {100, 30}, "80x40": {80, 40}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := atSigns(t, termtest.Options{Width: size[0], Height: size[1]})
			x, row := s.Find("Chest pain")
			deliberately()
			s.Click(x, row)
			s.Click(x, row)
			s.handled("■")
			s.step("1")
			s.WaitGone("■")
			s.step("n", "●")
			x, row = s.Find("Next")
			deliberately()
			s.Click(x, row)
			s.Click(x, row)
			s.Click(x, row)
			s.WaitFor(secondSigns)
			s.still(secondSigns)
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// What comes in one read is a paste, in brackets or not, as from GNU screen. A letter and Enter may come together, but what
// follows Enter was not meant for the page that Enter brings.
func TestPasteAnswersNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, page string }{
		"two pages":     {"n\rn\r", firstSigns},
		"text":          {"none of these\nnone\n", firstSigns},
		"in brackets":   {ansi.BracketedPasteStart + "n\rn\r" + ansi.BracketedPasteEnd, firstSigns},
		"after a reply": {"\x1b]11;rgb:0000/0000/0000\x1b\\n\rn\r", firstSigns},
		"long":          {strings.Repeat("n\r", 4000), firstSigns},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := atSigns(t, termtest.Options{})
			s.Send(c.text)
			s.still(c.page)
			s.Press("ctrl+c")
			s.Restored()
		})
	}
	t.Run("two keys", func(t *testing.T) {
		t.Parallel()
		s := atSigns(t, termtest.Options{})
		s.Send("n\r")
		s.WaitFor(secondSigns)
		s.still(secondSigns)
		s.step("esc", firstSigns, "●")
		s.Send("\rn")
		s.WaitFor(secondSigns)
		s.still(secondSigns)
		s.Press("ctrl+c")
		s.Restored()
	})
}

// The n that closes the dialog must not, held down, say "none of these" to the page under it.
func TestHeldKeyAnswersNothing(t *testing.T) {
	t.Parallel()
	s := atSigns(t, termtest.Options{})
	s.step("q", "Leave Knead?")
	s.Press("n")
	s.WaitGone("Leave Knead?")
	for range 6 { // the first repetition comes after about half a second
		s.PressAndSee("n")
		if strings.Contains(s.Screen(), "●") {
			break
		}
	}
	s.still(firstSigns)
	s.Press("ctrl+c")
	s.Restored()
}

// An arrow key that a slow line tears apart is not Escape; and where Escape was taken for the key, the rest is not two more.
func TestTornArrowKey(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		env    []string
		pauses []time.Duration
		page   string
	}{
		"a slow machine": {nil, []time.Duration{60 * time.Millisecond}, firstSigns},
		"in three":       {nil, []time.Duration{60 * time.Millisecond, 60 * time.Millisecond}, firstSigns},
		"over SSH":       {[]string{"SSH_CONNECTION=192.0.2.1 50000 192.0.2.2 22"}, []time.Duration{250 * time.Millisecond}, firstSigns},
		"far too late":   {nil, []time.Duration{time.Second}, "Where does it bother you?"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := atSigns(t, termtest.Options{Env: c.env})
			for range 2 { // twice would leave the questions
				pieces := []string{"\x1b", "[C"}
				if len(c.pauses) > 1 {
					pieces = []string{"\x1b", "[", "C"}
				}
				for i, piece := range pieces {
					if i > 0 {
						time.Sleep(c.pauses[i-1]) // it is what is tested
					}
					s.Send(piece)
				}
				if c.page != firstSigns {
					s.WaitFor(c.page)
					break
				}
			}
			if c.page == firstSigns {
				s.still(c.page)
			}
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// Ctrl+C ends it whatever came before: a paste that never ends, the beginning of a reply, or Escape; in a small window; and in
// a Cyrillic layout, where the terminal says which key it was.
func TestCtrlCAlwaysWorks(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]string{
		"an endless paste": ansi.BracketedPasteStart + "blood", "half a reply": "\x1b]11;rgb:ffff", "half a key": "\x1b[1;", "Escape": "\x1b",
	} {
		for spelling, key := range map[string]string{"": "\x03", " as kitty": "\x1b[99;5u", " in Cyrillic": "\x1b[1089::99;5u"} {
			t.Run(name+spelling, func(t *testing.T) {
				t.Parallel()
				s := atSigns(t, termtest.Options{})
				s.Send(before)
				time.Sleep(20 * time.Millisecond) // in a read of its own
				s.Send(key)
				if s.Exit() != 0 {
					t.Errorf("exit code %d", s.Exit())
				}
				if flags := "\x1b[=5;1u"; !strings.Contains(string(s.Output()), flags) && !strings.Contains(string(s.Output()), "\x1b[>5u") {
					t.Error("the terminal was not asked which key a Cyrillic letter is on")
				}
				s.Restored()
			})
		}
	}
}

// Line by line, several lines that are pasted answer one question: the others had not been asked.
func TestPastedLinesAnswerOneQuestion(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{Width: 80, Height: 200}, "--plain")
	s.WaitFor("Your answer:")
	s.Send("neck\nnone\nnone\nno")
	s.WaitFor(firstSigns, "What you entered before this was written was not taken.")
	s.Send("chest pain\n")
	s.WaitFor("You said: Chest pain")
	if screen := s.Screen(); strings.Contains(screen, secondSigns) || strings.Contains(screen, "You said: None") {
		t.Errorf("a line answered a question that was not on the screen:\n%s", screen)
	}
	s.Press("ctrl+c")
	s.Exit()
}
