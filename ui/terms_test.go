package ui_test

import (
	"regexp"
	"strings"
	"testing"

	"knead/ui/termtest"
)

// What a terminal may be sent, seen from the bytes.
var (
	command   = regexp.MustCompile(`\x1b\]`)                                // an operating system command: title, clipboard, link, color query
	link      = regexp.MustCompile(`\x1b\]8;`)                              // a hyperlink
	truecolor = regexp.MustCompile(`\x1b\[(?:[\d:;]*;)?[34]8[;:]2[;:]`)     // sixteen million colors
	colors    = regexp.MustCompile(`\x1b\[(?:[\d:;]*;)?[34]8[;:]5[;:]`)     // 256
	anyColor  = regexp.MustCompile(`\x1b\[(?:[\d:;]*;)?(?:3|4|9|10)\d[;m]`) // any
	erased    = regexp.MustCompile(`\x1b\[\d+X`)                            // characters, in the color of the ground
	foreign   = regexp.MustCompile(`[^\x00-\x7f]`)                          // not ASCII
)

// Knead is readable in every terminal, and sends none what it cannot know.
func TestTerminals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env   string
		never []*regexp.Regexp
		some  *regexp.Regexp // what it may have, and gets
	}{
		{"TERM=", []*regexp.Regexp{command, anyColor}, nil},
		{"TERM=linux", []*regexp.Regexp{command, truecolor, colors, foreign}, anyColor},
		{"TERM=vt100", []*regexp.Regexp{command, truecolor, colors, foreign}, nil},
		{"TERM=screen", []*regexp.Regexp{link, truecolor, colors, erased}, anyColor},
		{"TERM=screen.xterm-256color", []*regexp.Regexp{link, truecolor, erased}, colors},
		{"TERM=tmux-256color", []*regexp.Regexp{truecolor}, colors},
		{"TERM=xterm-256color", []*regexp.Regexp{truecolor}, link},
		{"TERM=xterm-kitty", nil, link},
		{"LANG=C", []*regexp.Regexp{foreign}, anyColor},
		{"LC_ALL=POSIX", []*regexp.Regexp{foreign}, anyColor},
		{"NO_COLOR=1", []*regexp.Regexp{anyColor}, foreign},
		{"NO_COLOR=never", []*regexp.Regexp{anyColor}, foreign},
		{"CLICOLOR=0", []*regexp.Regexp{anyColor}, foreign},
		{"CLICOLOR=0 CLICOLOR_FORCE=yes", nil, anyColor},
		{"NO_COLOR=1 CLICOLOR_FORCE=1", []*regexp.Regexp{anyColor}, foreign},
		{"TERM=vt100 CLICOLOR_FORCE=1", []*regexp.Regexp{command, truecolor, colors, foreign}, anyColor},
		{"RUNEWIDTH_EASTASIAN=1", []*regexp.Regexp{foreign}, anyColor},
		{"COLORTERM=truecolor", nil, truecolor},
	} {
		t.Run(c.env, func(t *testing.T) {
			t.Parallel()
			s := start(t, termtest.Options{Env: append([]string{"COLORTERM="}, strings.Fields(c.env)...)})
			s.WaitFor("Start", "Knead is an offline reading guide", "? help")
			s.step("enter", "Where does it bother you?")
			s.Press("down", "down", "down")
			s.WaitUntil("a row in focus", func(screen string) bool {
				return strings.Contains(screen, "▌ Neck") || strings.Contains(screen, "> Neck")
			})
			s.step("space enter n enter", "Is any of this new or worse?")
			s.step("L", "Deep tissue massage")
			s.step("enter", "What it is", "0%")
			s.Press("y", "G") // copy, and the sources at the end
			s.WaitFor("Reviewed 20")
			s.Press("ctrl+c")
			s.Restored()
			out := s.Output()
			for _, re := range c.never {
				if at := re.FindIndex(out); at != nil {
					t.Errorf("it was sent %q", out[max(at[0]-20, 0):min(at[1]+40, len(out))])
				}
			}
			if c.some != nil && !c.some.Match(out) {
				t.Errorf("it was sent nothing like %v", c.some)
			}
		})
	}
}

// In a terminal that can do nothing Knead asks line by line, and sends no escape sequence at all.
func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	for _, o := range []termtest.Options{{Env: []string{"TERM=dumb"}}, {Env: []string{"TERM=dumb", "LANG=C"}}} {
		s := start(t, o)
		s.WaitFor("Your answer:")
		s.Press("ctrl+c")
		_ = s.Wait() // an interrupt is no good ending, and no bad one
		if strings.Contains(string(s.Output()), "\x1b") {
			t.Errorf("%v: an escape sequence: %q", o.Env, s.Output())
		}
		if o.Env[len(o.Env)-1] == "LANG=C" && foreign.Match(s.Output()) {
			t.Errorf("%v: not ASCII: %q", o.Env, foreign.Find(s.Output()))
		}
	}
}
