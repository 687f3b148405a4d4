//go:build linux || darwin

package ui_test

import (
	"strings"
	"syscall"
	"testing"

	"knead/ui/termtest"
)

// startBelow starts Knead in a shell that has written a hundred lines first.
func startBelow(t *testing.T, o termtest.Options, args ...string) session {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	script := `for i in $(seq 100); do echo line-$i; done; exec "$0" "$@"`
	return session{termtest.Start(t, o, "sh", append([]string{"-c", script, path}, args...)...), t}
}

func TestScrollbackIsKept(t *testing.T) {
	t.Parallel()
	s := startBelow(t, termtest.Options{})
	s.WaitFor("Start", "offline")
	s.Resize(100, 30)
	s.WaitFor("Start", "offline")
	s.Press("ctrl+c")
	s.Restored()
	if got := s.Scrollback(); !strings.Contains(got, "line-1\n") || !strings.Contains(got, "line-60\n") {
		t.Errorf("the scrollback lost the lines written before Knead:\n%s", got)
	}
	if !strings.Contains(s.Screen(), "line-100") {
		t.Errorf("the screen is not what it was:\n%s", s.Screen())
	}
}

func TestWindowTitleIsKept(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	s := session{termtest.Start(t, termtest.Options{}, "sh", "-c", `printf '\033]2;my shell\007'; exec "$0"`, path), t}
	s.WaitFor("Start", "offline")
	s.Press("ctrl+c")
	s.Restored()
	if got := s.Title(); got != "my shell" {
		t.Errorf("the window title is %q", got)
	}
}

// Another program writes over every kind of screen; Ctrl+L brings it back whole.
func TestRepaint(t *testing.T) {
	t.Parallel()
	for name, open := range everyScreen {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, termtest.Options{})
			open(session{s.Terminal, t})
			// The first frames may come in pieces, and one of them may hide the first text before the key does. When the second
			// text is gone, a whole frame has been drawn.
			before := ""
			for range 3 {
				before = s.Screen()
				s.Scribble("\r\nUpdates\r\nare\r\navailable\r\n")
				s.Press("ctrl+l")
				s.WaitGone("Updates")
			}
			s.WaitUntil("the screen as it was", func(screen string) bool { return screen == before })
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// Where no shell can bring it back, Ctrl+Z must not stop it. With a shell between, it can be stopped.
func TestStopOnlyBelowAShell(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for name, command := range map[string][]string{
		"leader":   {path},                                        // xterm -e knead
		"orphaned": {"sh", "-c", `"$0"; echo over`, path},         // xterm -e a-script
		"loop":     {path, "demo", "--loop"},                      // a stand
		"no-jobs":  {"bash", "-c", `set +m; "$0"; :`, path},       // a shell without job control
		"nested":   {"sh", "-c", `sh -c '"$0"; :' "$0"; :`, path}, // scripts in scripts
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := session{termtest.Start(t, termtest.Options{}, command[0], command[1:]...), t}
			s.WaitFor("Knead")
			s.Press("ctrl+z")
			if name != "loop" {
				s.WaitFor("no shell")
			}
			s.Press("enter") // it goes on
			s.WaitFor(map[bool]string{true: "It is yours now", false: "Where does it hurt?"}[name == "loop"])
			s.Press("ctrl+c", "ctrl+c", "ctrl+c")
			s.Restored()
		})
	}
}

// A script that a shell with job control has started is stopped with Knead, and goes on with it.
func TestStopBelowAScript(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	s := session{termtest.Start(t, termtest.Options{}, "bash", "-c", `set -m; sh -c '"$0"; :' "$0"; echo stopped; read -r _; fg >/dev/null`, path), t}
	s.where("Neck")
	s.Press("ctrl+z")
	s.WaitFor("stopped")
	s.Press("enter")
	s.WaitFor("Any of these, now or since yesterday?")
	s.Press("ctrl+c")
	s.Restored()
}

// Line by line, a signal ends the questions as the end of the input does: the answers so far are printed. The exit code says
// which signal it was.
func TestPlainEndsBySignal(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		end  func(session)
		code int
	}{
		"ctrl+c":  {func(s session) { s.Press("ctrl+c") }, 130},
		"SIGINT":  {func(s session) { s.Signal(syscall.SIGINT) }, 130},
		"SIGTERM": {func(s session) { s.Signal(syscall.SIGTERM) }, 143},
		"SIGHUP":  {func(s session) { s.Signal(syscall.SIGHUP) }, 129},
		"SIGQUIT": {func(s session) { s.Signal(syscall.SIGQUIT) }, 131},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, termtest.Options{Width: 80, Height: 200}, "--plain")
			s.WaitFor("Your answer:")
			s.Type("neck")
			s.Press("enter")
			s.WaitUntil("the second question", func(screen string) bool { return strings.Count(screen, "Your answer:") == 2 })
			c.end(s)
			if code := s.Exit(); code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			s.Restored()
			if out := string(s.Output()); !strings.Contains(out, "You stopped before the questions ended") || !strings.Contains(out, "where: [neck]") {
				t.Errorf("the answers so far were not printed:\n%s", s.Screen())
			}
		})
	}
}
