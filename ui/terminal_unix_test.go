//go:build linux || darwin

package ui_test

import (
	"bytes"
	"cmp"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

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

// The start draws once: what the first screen says is written a single time, in whatever colors and size. Where the terminal is asked
// for its background, a late reply may draw it again in other colors.
func TestStartWritesOneFrame(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]termtest.Options{
		"usual": {}, "large": {Width: 132, Height: 43}, "narrow": {Width: 40, Height: 30}, "mute": {Mute: true},
		"16 colors": {Env: []string{"TERM=xterm", "COLORTERM="}}, "no color": {Env: []string{"NO_COLOR=1"}},
		"GNU screen": {Env: []string{"TERM=screen", "COLORTERM="}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, o, "--theme", "dark")
			s.WaitFor("Start", "offline")
			s.WaitUntil("Bubble Tea's first frame, which shows the cursor", func(string) bool {
				_, _, shown := s.CursorNow()
				return shown
			})
			once := strings.Count(s.Screen(), "offline")
			s.PressAndSee("down")
			if n := bytes.Count(s.Output(), []byte("offline")); n != once {
				t.Errorf("the first screen says “offline” %d times, but it was written %d times", once, n)
			}
			if n := bytes.Count(s.Output(), []byte("\x1b[?1049h")); n != 1 {
				t.Errorf("the alternate screen was entered %d times", n)
			}
			s.Press("ctrl+c")
			s.Restored()
		})
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
			// The first frames may come in pieces, and a page may still be on its way: then it is done again.
			before, after := "", ""
			for n := 0; n < 10 && (n == 0 || before != after); n++ {
				before = s.Screen()
				s.Scribble("\r\nUpdates\r\nare\r\navailable\r\n")
				s.Press("ctrl+l")
				s.WaitGone("Updates")
				after = s.Screen()
			}
			if before != after {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
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
			s.WaitFor(map[bool]string{true: "You have control now", false: "Where does it bother you?"}[name == "loop"])
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
	// The shell hears from the script, which may be stopped a little before Knead is.
	const script = `set -m; sh -c '"$0"; :' "$0"; until ps -o stat= -p "$(pgrep -P "$(jobs -p)")" | grep -q T; do :; done; echo stopped; read -r _; fg >/dev/null`
	s := session{termtest.Start(t, termtest.Options{}, "bash", "-c", script, path), t}
	s.where("Neck")
	s.Press("ctrl+z")
	s.WaitFor("stopped")
	s.Press("enter")
	s.WaitFor("Do you have any of these today?")
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

// An audit that a signal ends says so, and prints how far it came.
func TestAuditEndsBySignal(t *testing.T) {
	t.Parallel()
	for signal, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		s := start(t, termtest.Options{Width: 100, Height: 60}, "audit", "--budget", "1h")
		s.WaitFor("%")
		s.Signal(signal)
		if got := s.Exit(); got != code {
			t.Errorf("%v: exit code %d, want %d", signal, got, code)
		}
		if out := string(s.Output()); !strings.Contains(out, "Coverage") || !strings.Contains(out, "stopped before it finished") {
			t.Errorf("%v: %s", signal, out)
		}
	}
}

// A signal that nobody expects gives the terminal back too, and its number.
func TestUnexpectedSignalRestores(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{
		syscall.SIGABRT, syscall.SIGALRM, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGXCPU, syscall.SIGSYS, syscall.SIGSEGV, syscall.SIGILL,
	} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			s := start(t, termtest.Options{})
			s.WaitFor("Start", "offline")
			s.Signal(signal)
			if code := s.Exit(); code != 128+int(signal) {
				t.Errorf("exit code %d", code)
			}
			s.Restored()
		})
	}
}

// Where the output goes to a file or to another program, the questions are asked on the terminal, and the output is the result.
func TestOutputElsewhere(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range map[string]string{
		"file":               `"$0" >out; echo "exit code $?"; cat out`,
		"pipe":               `"$0" | cat >out; cat out; echo "exit code 0"`,
		"both":               `"$0" >out 2>errors; echo "exit code $?"; cat out`,
		"line by line":       `"$0" --plain >out; echo "exit code $?"; cat out`,
		"no output":          `"$0" >&-; echo "exit code $?"`,
		"a simple terminal":  `TERM=dumb "$0" >out; echo "exit code $?"; cat out`,
		"errors only":        `"$0" 2>errors; echo "exit code $?"`,
		"input and no input": `"$0" </dev/null >out; echo "exit code $?"`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := session{termtest.Start(t, termtest.Options{Width: 80, Height: 400, Dir: t.TempDir()}, "sh", "-c", script, path), t}
			switch name {
			case "errors only": // the screens are where they always are
				s.WaitFor("Start", "? help")
				s.Press("q")
			case "input and no input": // nobody is asked
				s.WaitFor("exit code 2", "the input ended")
			default:
				s.WaitFor("Your answer:", "The output goes to a file")
				answers := []string{"neck", "chest pain", "1", "1", "1", "1"}
				for n := 0; n < len(answers) && !strings.Contains(s.Screen(), "Type quit to leave"); n++ {
					s.Type(answers[n])
					s.Press("enter")
					s.WaitUntil("what comes next", func(screen string) bool {
						return strings.Count(screen, "Your answer:") == n+2 || strings.Contains(screen, "Your choice:")
					})
				}
				s.Type("quit")
				s.Press("enter")
			}
			s.WaitFor("exit code")
			screen := s.Screen()
			if code := map[string]string{"input and no input": "2"}[name]; !strings.Contains(screen, "exit code "+cmp.Or(code, "0")) {
				t.Errorf("the exit code is another:\n%s", screen)
			}
			_ = s.Wait()
			_, out, _ := strings.Cut(s.Screen(), "exit code ")
			if told := strings.Contains(out, "Get help now") || strings.Contains(out, "GET HELP NOW") || name == "pipe"; told != (name != "errors only" && name != "input and no input" && name != "no output") {
				t.Errorf("the output is:\n%s", out)
			}
			if strings.Contains(out, "Your answer:") {
				t.Errorf("the questions are in the output:\n%s", out)
			}
			s.Restored()
		})
	}
}

// leavings are ways in which the shell gets the terminal back.
var leavings = map[string]func(session){
	"ctrl+c":  func(s session) { s.Press("ctrl+c") },
	"dialog":  func(s session) { s.step("q", "Leave Knead?"); s.Press("y") },
	"ctrl+z":  func(s session) { s.Press("ctrl+z") },
	"SIGTERM": func(s session) { signalChild(s.t, s.Pid(), syscall.SIGTERM) },
}

// Where there is no alternate screen, no answer is left on the screen or in the scrollback, and what the shell had written there
// is still to be found.
func TestAnswersAreErasedWithoutAltScreen(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for name, leave := range leavings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			script := `set -m; for i in $(seq 100); do echo line-$i; done; "$0"; echo prompt; read -r _; fg >/dev/null`
			s := session{termtest.Start(t, termtest.Options{NoAltScreen: true}, "bash", "-c", script, path), t}
			s.where("Neck")
			s.Resize(100, 30)
			s.step("L", "Deep tissue massage")
			s.step("enter", "c contents")
			s.step("pgdown pgdown up esc", "enter open")
			s.step("esc", "Do you have any of these today?")
			leave(s)
			s.WaitFor("prompt")
			for _, all := range []string{s.Screen(), s.Scrollback()} {
				for _, word := range []string{"Knead", "Neck", "Where does it bother", "yesterday", "massage"} {
					if strings.Contains(all, word) {
						t.Errorf("%q is left:\n%s", word, all)
					}
				}
			}
			if all := s.Scrollback(); !strings.Contains(all, "line-1\n") || !strings.Contains(all, "line-100\n") {
				t.Errorf("lines of the shell are lost:\n%s", all)
			}
			s.Press("enter")
			if name == "ctrl+z" {
				s.WaitFor("Do you have any of these today?")
				s.Press("ctrl+c")
			}
			s.Restored()
		})
	}
}

// Somebody leaves before the terminal has replied: the replies do not reach the shell.
func TestLateReplies(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for _, delay := range []time.Duration{0, 150 * time.Millisecond, time.Second} {
		t.Run(delay.String(), func(t *testing.T) {
			t.Parallel()
			s := session{termtest.Start(t, termtest.Options{Delay: delay}, "sh", "-c", `"$0"; echo left; read -r line; echo "got <$line>"`, path), t}
			s.WaitFor("Start", "offline")
			s.Press("q")
			s.WaitFor("left")
			s.WaitReplies()
			s.Type("ls")
			s.Press("enter")
			s.WaitFor("got <")
			if !strings.Contains(s.Screen(), "got <ls>") {
				t.Errorf("the shell got replies:\n%s", s.Screen())
			}
			if strings.Contains(s.Screen(), "^[") {
				t.Errorf("replies are echoed:\n%s", s.Screen())
			}
		})
	}
}

// A terminal that does not control the program sends no SIGHUP when it goes away.
func TestVanishedTerminalEndsTheProgram(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(slave, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+t.TempDir())
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // and no Setctty
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close()
	var seen bytes.Buffer
	for b := make([]byte, 4096); !strings.Contains(seen.String(), "offline"); {
		n, err := master.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		seen.Write(b[:n])
	}
	_ = master.Close()
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }() // the exit code tells more
	select {
	case <-ended:
		if code := cmd.ProcessState.ExitCode(); code != 128+int(syscall.SIGHUP) {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(20 * time.Second):
		_ = cmd.Process.Kill()
		<-ended
		t.Error("it lives on without a terminal")
	}
}

// With too few files to open, Knead may not start. It says so, and the terminal is as it was.
func TestFewOpenFiles(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for n := 3; n <= 20; n++ {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			t.Parallel()
			s := session{termtest.Start(t, termtest.Options{}, "sh", "-c", `ulimit -n $1; exec "$0"`, path, strconv.Itoa(n)), t}
			s.WaitUntil("a screen, or an error", func(screen string) bool {
				return strings.Contains(screen, "offline") || strings.Contains(screen, "too many open files") || strings.Contains(screen, "cannot")
			})
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}
