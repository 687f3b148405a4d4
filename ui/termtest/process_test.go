//go:build linux || darwin

package termtest_test

import (
	"slices"
	"strings"
	"syscall"
	"testing"

	"knead/ui/termtest"
)

func TestSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(s.String(), func(t *testing.T) {
			x := start(t, termtest.Options{})
			x.WaitFor("count 0")
			x.Signal(s)
			x.Restored()
		})
	}
}

func TestKilledProgramRestoresNothing(t *testing.T) {
	x := start(t, termtest.Options{})
	x.WaitFor("count 0")
	x.Signal(syscall.SIGKILL)
	if code := x.Exit(); code != -1 {
		t.Errorf("exit code %d", code)
	}
	for _, want := range []string{"alternate screen", "line settings (echo, line mode)"} {
		if !slices.Contains(x.Leftovers(), want) {
			t.Errorf("%s is not noticed: %q", want, x.Leftovers())
		}
	}
}

func TestPanicRestores(t *testing.T) {
	x := start(t, termtest.Options{})
	x.WaitFor("count 0")
	x.Press("!")
	x.Restored()
	if x.Exit() != 3 {
		t.Errorf("exit code %d", x.Exit())
	}
	if !strings.Contains(string(x.Output()), "asked for") {
		t.Error("what was written after the alternate screen is lost")
	}
}

func TestHangupEndsTheProgram(t *testing.T) {
	x := start(t, termtest.Options{})
	x.WaitFor("count 0")
	x.Hangup()
	_ = x.Wait() // however: it must not go on without a terminal
}

func TestStopAndContinue(t *testing.T) {
	// Job control needs a shell above the program: alone in its session it cannot be stopped from the keyboard.
	x := termtest.Start(t, termtest.Options{Env: []string{"TERMTEST_COUNTER=1", "GORACE=atexit_sleep_ms=0"}}, "bash", "-c", `set -m; "$0"; echo stopped; read -r _; fg`, program(t))
	x.WaitFor("count 0")
	x.Press("up")
	x.WaitFor("count 1")
	x.Press("z")
	x.WaitFor("stopped")
	if left := x.Leftovers(); len(left) > 0 {
		t.Errorf("a stopped program holds the terminal: %q", left)
	}
	x.Press("enter")
	x.WaitFor("count 1")
	x.Press("q")
	x.Restored()
}

func TestOutputUpToTheEnd(t *testing.T) {
	x := termtest.Start(t, termtest.Options{}, "sh", "-c", "i=0; while [ $i -lt 5000 ]; do echo line $i; i=$((i+1)); done; exit 4")
	if code := x.Exit(); code != 4 {
		t.Errorf("exit code %d", code)
	}
	if got := strings.Count(string(x.Output()), "\n"); got != 5000 {
		t.Errorf("%d lines of 5000", got)
	}
	x.WaitFor("line 4999")
	x.Restored()
}

func TestLeftovers(t *testing.T) {
	for output, want := range map[string]string{
		`\033[?1049h`:            "alternate screen",
		`\033[?25l`:              "cursor hidden",
		`\033[?1003;1006h`:       "mouse in SGR, mouse motion",
		`\033[?2004h`:            "bracketed paste",
		`\033[?7l`:               "no line wrap",
		`\033[>1u`:               "kitty keyboard",
		`\033[>4;2m`:             "modifyOtherKeys",
		`\033=`:                  "application keypad",
		`\033[4 q`:               "cursor style",
		`\033]11;#000000\033\\`:  "color (OSC 11)",
		`\033]9;4;1;20\007`:      "progress bar",
		`\033[?1049h\033[?1049l`: "",
		`\033[?25l\033[?25h`:     "",
		`\033[>1u\033[<u`:        "",
		`\033[?1049h\033[>1u\033[=3;1u\033[?1049l`: "",
		`\033[>4;2m\033[>4m`:                       "",
		`\033]11;#000000\007\033]111\007`:          "",
		`\033]11;?\007`:                            "",
		`\033]9;4;1;20\007\033]9;4;0\007`:          "",
		`\033[?1049h\033[?25l\033=\033c`:           "",
	} {
		t.Run(output, func(t *testing.T) {
			x := termtest.Start(t, termtest.Options{Mute: true}, "printf", output)
			_ = x.Wait()
			if got := strings.Join(x.Leftovers(), ", "); got != want {
				t.Errorf("left %q, want %q", got, want)
			}
		})
	}
}

func TestLineSettings(t *testing.T) {
	got := message(t, func(f testing.TB) { termtest.Start(f, termtest.Options{}, "stty", "raw", "-echo").Restored() })
	if !strings.Contains(got, "line settings") {
		t.Errorf("raw mode is not noticed: %q", got)
	}
}
