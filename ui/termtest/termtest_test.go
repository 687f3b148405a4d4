package termtest_test

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"knead/ui/termtest"
)

// counter is a small program: it counts, and says what it was told.
type counter struct {
	count         int
	width, height int
	background    string
	said          string
}

func (c counter) Init() tea.Cmd { return tea.RequestBackgroundColor }

func (c counter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		c.width, c.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		c.background = "light"
		if msg.IsDark() {
			c.background = "dark"
		}
	case tea.PasteMsg:
		c.said = "pasted " + msg.Content
	case tea.MouseClickMsg:
		c.said = fmt.Sprintf("clicked %s at %d, %d", msg.Button, msg.X, msg.Y)
	case tea.MouseWheelMsg:
		c.said = fmt.Sprintf("turned %s at %d, %d", msg.Button, msg.X, msg.Y)
	case tea.KeyPressMsg:
		c.said = "pressed " + msg.String()
		switch msg.String() {
		case "up":
			c.count++
		case "q":
			return c, tea.Quit
		case "z":
			return c, tea.Suspend
		case "!":
			panic("asked for")
		}
	}
	return c, nil
}

func (c counter) View() tea.View {
	v := tea.NewView(fmt.Sprintf("count %d\n%s\n%d by %d\nbackground %s.\n½ “漢字” here%s%dth", c.count, c.said,
		c.width, c.height, c.background, strings.Repeat("\n", 15), c.count))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	return v
}

// TestMain is the counter itself when Start runs this test binary as a program.
func TestMain(m *testing.M) {
	if os.Getenv("TERMTEST_COUNTER") == "" {
		os.Exit(m.Run())
	}
	if _, err := tea.NewProgram(counter{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

// everyWay runs a test on the counter in this process and in a pseudo-terminal.
func everyWay(t *testing.T, o termtest.Options, test func(*testing.T, *termtest.Terminal)) {
	t.Run("model", func(t *testing.T) { test(t, termtest.Run(t, counter{}, o)) })
	t.Run("process", func(t *testing.T) { test(t, start(t, o)) })
}

func start(t *testing.T, o termtest.Options) *termtest.Terminal {
	o.Env = append(slices.Clone(o.Env), "TERMTEST_COUNTER=1", "GORACE=atexit_sleep_ms=0")
	return termtest.Start(t, o, program(t))
}

func program(t *testing.T) string {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return self
}

func TestKeysReachTheProgram(t *testing.T) {
	everyWay(t, termtest.Options{}, func(t *testing.T, x *termtest.Terminal) {
		x.WaitFor("count 0", "80 by 24")
		x.Press("up", "up", "up")
		x.WaitFor("count 3")
		for _, key := range []string{
			"G", "?", "é", "enter", "tab", "shift+tab", "space", "backspace", "delete", "pgup", "pgdown", "home", "end", "left",
			"ctrl+a", "alt+x", "esc",
		} {
			x.Press(key)
			x.WaitFor("pressed " + key)
		}
		x.Type("ab")
		x.WaitFor("pressed b")
		x.Paste("two words\nand a line")
		x.WaitFor("pasted two words")
		x.Press("q")
		if err := x.Wait(); err != nil {
			t.Error(err)
		}
		if code := x.Exit(); code != 0 {
			t.Errorf("exit code %d", code)
		}
		x.Restored()
	})
}

func TestMouse(t *testing.T) {
	everyWay(t, termtest.Options{}, func(t *testing.T, x *termtest.Terminal) {
		x.WaitFor("here")
		column, row := x.Find("here")
		if column != 9 || row != 4 {
			t.Errorf("here is found at %d, %d", column, row)
		}
		x.Click(column, row)
		x.WaitFor("clicked left at 9, 4")
		x.Wheel(3, 2, -1)
		x.WaitFor("turned wheelup at 3, 2")
		x.Wheel(3, 2, 1)
		x.WaitFor("turned wheeldown at 3, 2")
	})
}

func TestResize(t *testing.T) {
	everyWay(t, termtest.Options{Width: 100, Height: 30}, func(t *testing.T, x *termtest.Terminal) {
		x.WaitFor("100 by 30")
		x.Resize(60, 20)
		x.WaitFor("60 by 20")
		x.Resize(0, 0)
		x.Resize(120, 40)
		x.WaitFor("count 0", "120 by 40")
	})
}

func TestBackgroundIsAnswered(t *testing.T) {
	for name, light := range map[string]bool{"dark": false, "light": true} {
		t.Run(name, func(t *testing.T) {
			everyWay(t, termtest.Options{Light: light}, func(_ *testing.T, x *termtest.Terminal) {
				x.WaitFor("background " + name)
			})
		})
	}
}

func TestMuteTerminalAnswersNothing(t *testing.T) {
	everyWay(t, termtest.Options{Mute: true}, func(_ *testing.T, x *termtest.Terminal) {
		x.WaitFor("count 0")
		x.Press("up")
		x.WaitFor("count 1", "background .")
		x.Press("q")
		x.Restored()
	})
}

// TestFramesAreWhole holds that a screen is never looked at while it is drawn: the program says so, and is asked to.
func TestFramesAreWhole(t *testing.T) {
	everyWay(t, termtest.Options{}, func(t *testing.T, x *termtest.Terminal) {
		x.WaitFor("background dark") // answered later than the mode is
		for i := range 30 {
			x.Press("up")
			x.WaitUntil("the next count, with all that belongs to it", func(screen string) bool {
				if strings.Contains(screen, fmt.Sprintf("count %d\n", i+1)) != strings.Contains(screen, fmt.Sprintf("%dth", i+1)) {
					t.Errorf("half a frame:\n%s", screen)
				}
				return strings.Contains(screen, fmt.Sprintf("count %d\n", i+1))
			})
		}
		if !strings.Contains(string(x.Output()), "\x1b[?2026h") {
			t.Error("the program was not told that frames can be whole")
		}
	})
}

func TestRunningProgramHoldsTheTerminal(t *testing.T) {
	everyWay(t, termtest.Options{}, func(t *testing.T, x *termtest.Terminal) {
		x.WaitFor("count 0")
		for _, want := range []string{"alternate screen", "cursor hidden", "mouse drags", "bracketed paste"} {
			if !slices.Contains(x.Leftovers(), want) {
				t.Errorf("%s is not noticed: %q", want, x.Leftovers())
			}
		}
		if _, _, shown := x.Cursor(); shown {
			t.Error("the cursor shows")
		}
		if !strings.Contains(string(x.Output()), "\x1b[?1049h") {
			t.Error("the output is not kept as it was written")
		}
	})
}

func TestModel(t *testing.T) {
	x := termtest.Run(t, counter{}, termtest.Options{})
	x.Message(tea.KeyPressMsg{Code: tea.KeyUp})
	x.WaitFor("count 1")
	x.Press("q")
	if last, ok := x.Model().(counter); !ok || last.count != 1 {
		t.Errorf("the last model is %v", x.Model())
	}
}

// failing is a test that is expected to fail: it keeps the message.
type failing struct {
	testing.TB
	message string
}

func (f *failing) Helper()           {}
func (f *failing) Cleanup(fn func()) { f.TB.Cleanup(fn) }

func (f *failing) Fatalf(format string, args ...any) {
	f.message = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (f *failing) Errorf(format string, args ...any) { f.message = fmt.Sprintf(format, args...) }

// message returns what a test says that fails.
func message(t *testing.T, test func(testing.TB)) string {
	f := &failing{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(f)
	}()
	<-done
	return f.message
}

func TestFailureShowsTheScreen(t *testing.T) {
	got := message(t, func(f testing.TB) {
		x := termtest.Run(f, counter{}, termtest.Options{})
		x.WaitFor("count 0")
		x.Press("q")
		x.WaitFor("something else")
	})
	for _, want := range []string{"something else", "the program has ended"} {
		if !strings.Contains(got, want) {
			t.Errorf("the message lacks %q:\n%s", want, got)
		}
	}
	got = message(t, func(f testing.TB) {
		x := termtest.Run(f, counter{}, termtest.Options{Limit: 300 * time.Millisecond})
		x.WaitFor("something else")
	})
	for _, want := range []string{"count 0", "the program is running"} {
		if !strings.Contains(got, want) {
			t.Errorf("the message lacks %q:\n%s", want, got)
		}
	}
	got = message(t, func(f testing.TB) { termtest.Run(f, counter{}, termtest.Options{}).Press("hyper+q") })
	if !strings.Contains(got, "hyper+q") {
		t.Errorf("a key that does not exist: %q", got)
	}
}
