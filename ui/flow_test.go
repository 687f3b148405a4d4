package ui_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/report"
	"knead/ui"
	"knead/ui/termtest"
)

// built is the program itself, made once for all tests here, in a folder that TestMain removes.
var (
	built  = sync.OnceValues(build)
	folder string
)

func build() (string, error) {
	var err error
	if folder, err = os.MkdirTemp("", "knead-flow-"); err != nil {
		return "", err
	}
	path := filepath.Join(folder, "knead.exe") // Windows wants the ending, nobody else minds
	if out, err := exec.Command("go", "build", "-o", path, "knead").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
}

// TestMain is a program with a fault when a test starts this binary as one, and clears away what was built.
func TestMain(m *testing.M) {
	if fault := os.Getenv("KNEAD_TEST_FAULT"); fault != "" {
		if err := faulty(fault); err != nil {
			fmt.Fprintln(os.Stderr, "knead:", err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	fixture.Prepare()
	_ = flag.Set("test.parallel", "8") // most tests wait for a terminal; -parallel still counts, since flags are read later
	code := m.Run()
	if folder != "" {
		_ = os.RemoveAll(folder) // it lies where the system keeps what is temporary
	}
	os.Exit(code)
}

// faulty runs the screens with something missing, so that they panic: in Update, where the questions begin, or in a command,
// when answers are to be kept.
func faulty(fault string) error {
	o := ui.Options{Library: builtin.Library(), Guide: builtin.Guide, Purpose: report.Purpose}
	switch fault {
	case "update":
		o.Guide = func() *guide.Guide { return nil }
	case "command":
		o.Keep = func(guide.Record) error { panic("a disk that is on fire") }
	}
	return ui.Run(context.Background(), o, os.Stdin, os.Stdout, os.Environ())
}

// session is Knead in a terminal.
type session struct {
	*termtest.Terminal
	t *testing.T
}

func start(t *testing.T, o termtest.Options, args ...string) session {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return session{termtest.Start(t, o, path, args...), t}
}

// to moves down until the row with this text has the focus.
func (s session) to(text string) {
	s.t.Helper()
	s.WaitFor("? help") // the last row: the first frames may come in pieces, until the terminal has said that it can hold them back
	for range 100 {
		row := focus(s.Screen())
		if strings.Contains(row, text) {
			return
		}
		s.Press("down")
		s.WaitUntil("the focus on "+text+", behind "+row, func(screen string) bool { now := focus(screen); return now != "" && now != row })
	}
	s.t.Fatalf("no row with %q:\n%s", text, s.Screen())
}

// focus is the row with the bar: one blank and a text behind it, for the outline of the figure has the same half blocks. It
// is "" while the focus is between two rows.
func focus(screen string) string {
	if m := bar.FindStringSubmatch(screen); m != nil {
		return m[1]
	}
	return ""
}

var bar = regexp.MustCompile(`(?m)▌ ([\pL\pN].*)$`)

// step presses keys one by one, and waits for what they should bring. Like a person it looks at what a key did before it
// presses the next one.
func (s session) step(keys string, want ...string) {
	s.t.Helper()
	for key := range strings.FieldsSeq(keys) {
		s.PressAndSee(key)
	}
	s.WaitFor(want...)
}

// where answers the first question.
func (s session) where(place string) {
	s.t.Helper()
	s.WaitFor("Start", "offline")
	s.step("enter", "Where does it bother you?")
	s.to(place)
	s.step("space", "1 chosen")
	s.step("enter", "Do you have any of these today?")
}

// firstWish is the first question of the last page.
const firstWish = "Do you already have something in mind?"

// start answers how it began: slowly, long ago, by sitting.
func (s session) start() {
	s.t.Helper()
	s.step("4", "How long this time?")
	s.step("5", "What brought it on?")
	s.step("6 enter", "How old are you?")
}

// bad answers how bad it is: four of ten, as always.
func (s session) bad() {
	s.t.Helper()
	s.step("4", "What does it keep you from?")
	s.step("n", "Is it getting better?")
	s.step("2", "Have you had this before?")
	s.step("3", "Has anyone checked it?")
	s.step("1")
}

// wishes answers the last page: nothing in mind, nothing preferred, nothing tried.
func (s session) wishes() {
	s.t.Helper()
	s.step("1", "What matters to you?")
	s.step("n", "What have you tried?")
	s.step("n")
}

// ordinary goes from the first screen to the review with keys alone, as somebody with a lasting low back pain.
func (s session) ordinary() {
	s.t.Helper()
	s.where("Lower back")
	s.step("n enter", "Is any of this new or worse?")
	s.step("n enter", "How did it start?")
	s.start()
	s.step("3", "Do you have any of these?")
	s.step("n enter", "What does it feel like?")
	s.step("1 enter", "How bad is it this week?")
	s.bad()
	s.step("enter", "Any of these lately?")
	s.step("n enter", "Anything else about your health?")
	s.step("n enter", firstWish)
	s.wishes()
	s.step("enter", "Is this right?", "Lower back", "4 of 10")
}

func TestStartToResult(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.ordinary()
	s.step("r", "Your result", "Expect", "Tonight", "approaches")
	s.step("2 enter", "Because you told us", "Weak points")
	s.step("esc", "Fits well")
	s.step("q", "Leave Knead?")
	s.step("y")
	if code := s.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.Restored()
}

// Numbness between the legs: the stop within five questions, and nothing to choose there.
func TestCaudaEquina(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.where("Lower back")                                         // question one
	s.step("n enter", "Is any of this new or worse?")             // two
	s.step("1 enter", "since when?")                              // three
	s.step("1 4 enter", "GET HELP NOW", "Words you can read out") // four
	for _, word := range []string{"Massages", "fits well", "may suit"} {
		if strings.Contains(s.Screen(), word) {
			t.Errorf("the stop screen says %q", word)
		}
	}
	s.step("c", "Is this right?", "Numbness around the genitals")
	s.Press("ctrl+c")
	s.Restored()
}

func TestBackAndChangeKeepTheRest(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{Height: 40})
	s.ordinary()
	before := s.Screen()
	s.step("esc", "What have you tried?") // back through two pages, and on again: nothing is lost
	s.step("esc", "Anything else about your health?")
	s.step("enter", firstWish)
	s.step("enter", "Is this right?")
	s.WaitUntil("the same review", func(screen string) bool { return body(screen) == body(before) })
	s.to("How bad") // one answer changed: it alone differs
	s.step("enter", "How bad is it this week?")
	s.step("6", "6, moderate")
	s.step("enter", "6 of 10")
	s.step("home", "Is this right?")
	want := strings.Replace(body(before), "4 of 10, moderate", "6 of 10, moderate", 1)
	s.WaitUntil("the review with one answer changed", func(screen string) bool { return body(screen) == want })
	s.Press("ctrl+c")
	s.Restored()
}

// body is the rows of a review that hold answers, without the bar and without blanks, which depend on the focus.
func body(screen string) string {
	var out []string
	for row := range strings.SplitSeq(screen, "\n") {
		if strings.Contains(row, "Is this right?") || strings.Contains(row, "esc back") || strings.Contains(row, "result") || strings.Contains(row, "━") {
			continue
		}
		if strings.Contains(row, "  ▌ ") {
			row = strings.Replace(row, " change ", " ", 1)
		}
		row = strings.TrimSuffix(strings.TrimRight(strings.ReplaceAll(row, "▌", ""), " "), "change")
		if row = strings.Join(strings.Fields(row), " "); row != "" {
			out = append(out, row)
		}
	}
	return strings.Join(out, "\n")
}

func TestResizeWhileReading(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{}, "read", "swedish")
	s.WaitFor("Swedish massage", "In short")
	s.step("] ] ] ] ] ] ]", "Who should not, or should ask first")
	part := func() {
		t.Helper()
		s.WaitUntil("the same part on top", func(screen string) bool {
			rows := strings.Split(screen, "\n")
			return len(rows) > 3 && strings.Contains(strings.Join(rows[:min(5, len(rows))], "\n"), "Who should not, or should ask first")
		})
	}
	for _, size := range [][2]int{{120, 40}, {60, 20}, {200, 60}, {80, 24}} {
		s.Resize(size[0], size[1])
		part()
	}
	s.Resize(30, 10)
	s.WaitFor("Knead needs 40")
	s.Resize(1, 1)
	s.Resize(80, 24)
	part()
	s.Press("ctrl+c")
	s.Restored()
}

// everyScreen is how to get to each kind of screen, and what shows there.
var everyScreen = map[string]func(session){
	"welcome": func(s session) { s.WaitFor("offline") },
	"where":   func(s session) { s.WaitFor("offline"); s.step("enter", "Where does it bother you?") },
	"signs":   func(s session) { s.where("Neck") },
	"stop":    func(s session) { s.where("Lower back"); s.step("n enter 1 enter 1 4 enter", "GET HELP NOW") },
	"review":  session.ordinary,
	"result":  func(s session) { s.ordinary(); s.step("r", "Tonight") },
	"compare": func(s session) { s.ordinary(); s.step("r", "Tonight"); s.step("c", "Pain, first weeks") },
	"handout": func(s session) { s.ordinary(); s.step("r", "Tonight"); s.step("s", "Take your result with you") },
	"library": func(s session) { s.WaitFor("offline"); s.step("L", "Deep tissue massage", "Alternatives") },
	"search": func(s session) {
		s.WaitFor("offline")
		s.step("L", "Massages", "In short") // with the preview, the screen is whole
		s.step("/ h e a t", "Find  heat", "found", "›")
	},
	"page":  func(s session) { s.WaitFor("offline"); s.step("L", "Massages"); s.step("enter", "What it is") },
	"help":  func(s session) { s.WaitFor("offline"); s.step("?", "Everywhere") },
	"leave": func(s session) { s.where("Neck"); s.step("q", "Leave Knead?") },
	"too-small": func(s session) {
		s.WaitFor("offline")
		s.Resize(20, 5)
		s.WaitFor("Knead needs")
	},
}

// ends are the signals that ask a program to end.
var ends = []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}

// Ctrl+C on every screen, and every way in which a program is asked to end, leave the terminal as it was.
func TestEveryEndRestores(t *testing.T) {
	t.Parallel()
	for name, open := range everyScreen {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, termtest.Options{})
			open(session{s.Terminal, t})
			s.Press("ctrl+c")
			if code := s.Exit(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			s.Restored()
		})
	}
	for _, signal := range ends {
		for _, name := range []string{"welcome", "signs", "search"} {
			t.Run(signal.String()+" "+name, func(t *testing.T) {
				t.Parallel()
				s := start(t, termtest.Options{})
				everyScreen[name](session{s.Terminal, t})
				s.Signal(signal)
				if code := s.Exit(); code != 128+int(signal) {
					t.Errorf("exit code %d", code)
				}
				s.Restored()
			})
		}
	}
}

func TestClosedTerminalEndsTheProgram(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.where("Neck")
	s.Hangup()
	_ = s.Wait() // however: it must not go on without a terminal
}

// A panic, in Update as in a command, gives the terminal back and is told.
func TestPanicRestores(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for fault, open := range map[string]func(session){
		"update":  func(s session) { s.WaitFor("offline"); s.Press("enter") },
		"command": func(s session) { s.where("Neck"); s.step("q", "keep them"); s.Press("k") },
	} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			o := termtest.Options{Env: []string{"KNEAD_TEST_FAULT=" + fault, "GORACE=atexit_sleep_ms=0"}}
			s := session{termtest.Start(t, o, self), t}
			open(s)
			s.Restored()
			if s.Exit() != 3 {
				t.Errorf("exit code %d", s.Exit())
			}
			if !strings.Contains(string(s.Output()), "panic") {
				t.Error("nothing is said of the panic")
			}
		})
	}
}

// A terminal that answers nothing shows the first screen as soon as any other.
func TestMuteTerminal(t *testing.T) {
	t.Parallel()
	for _, mute := range []bool{false, true} {
		began := time.Now()
		s := start(t, termtest.Options{Mute: mute})
		s.WaitFor("Start", "Knead is an offline reading guide")
		if took := time.Since(began); took > 2*time.Second { // those that wait for an answer take two seconds and more
			t.Errorf("mute %v: the first screen took %v", mute, took)
		}
		s.Press("ctrl+c")
		s.Restored()
	}
}

// A hundred starts in a row each show the first screen; a thousand are the soak: KNEAD_SOAK=1000000 go test ./ui -run ManyStarts.
func TestManyStarts(t *testing.T) {
	t.Parallel()
	n := 40
	if keys, err := strconv.Atoi(os.Getenv("KNEAD_SOAK")); err == nil {
		n = max(n, keys/1000) // every tenth waits for replies that never come, a second and a half
	}
	for i := range n {
		s := start(t, termtest.Options{Mute: i%10 == 1})
		s.WaitFor("Start", "q leave")
		s.Press("q")
		s.Restored()
		if t.Failed() {
			t.Fatalf("start %d of %d", i+1, n)
		}
	}
}

// Nothing runs on when a session is over.
func TestGoroutinesEnd(t *testing.T) {
	session := func() {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		in, keys := io.Pipe()
		done := make(chan error)
		go func() {
			o := ui.Options{Library: builtin.Library(), Guide: builtin.Guide, Purpose: report.Purpose, Read: "swedish"}
			done <- ui.Run(ctx, o, in, io.Discard, []string{"TERM=xterm-256color"})
		}()
		for _, key := range []string{"jj?", "?", "\x03"} {
			if _, err := keys.Write([]byte(key)); err != nil {
				t.Fatal(err)
			}
		}
		if err := <-done; err != nil || ctx.Err() != nil {
			t.Fatal(err, ctx.Err())
		}
		_ = keys.Close() // a pipe in memory
	}
	session() // what is made once and stays is made now
	time.Sleep(50 * time.Millisecond)
	before := runtime.NumGoroutine()
	for range 3 {
		session()
	}
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
		}
	}
}
