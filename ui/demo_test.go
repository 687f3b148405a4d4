package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/demo"
	"knead/ui/termtest"
	"knead/ui/theme"
)

// stage is a driver with the clock in its hands: what waits is kept, and comes when the test says so.
type stage struct {
	*driver
	waiting []tea.Msg
	passed  time.Duration // as it would take on a clock
	took    []time.Duration
}

func perform(t testing.TB, o Options, w, h int) *stage {
	t.Helper()
	s := &stage{}
	o.Wait = func(d time.Duration, msg tea.Msg) tea.Cmd {
		s.waiting, s.took = append(s.waiting, msg), append(s.took, d)
		return nil
	}
	s.driver = drive(t, o, w, h)
	return s
}

// tick lets the clock run to the next message. The stale ones among them cost no time.
func (s *stage) tick() bool {
	s.t.Helper()
	if len(s.waiting) == 0 {
		return false
	}
	msg, took := s.waiting[0], s.took[0]
	s.waiting, s.took = s.waiting[1:], s.took[1:]
	if m, ok := msg.(demo.TickMsg); ok && s.app.show != nil && s.app.show.player.Due(m) {
		s.passed += took
	}
	s.send(msg)
	return true
}

// until lets the clock run until something is so.
func (s *stage) until(what string, ok func() bool) {
	s.t.Helper()
	for n := 0; !ok(); n++ {
		if n > 3000 || !s.tick() {
			s.t.Fatalf("%s did not come; it shows:\n%s", what, s.screen())
		}
	}
}

func (s *stage) foot() string {
	rows := strings.Split(s.screen(), "\n")
	return strings.Join(rows[len(rows)-2:], "\n")
}

// arrives fails unless the sample person came where their case says, with the answers it says.
func (s *stage) arrives(p demo.Person) {
	s.t.Helper()
	g := builtin.Guide()
	app := s.app.show.app
	want := onResults
	if p.Level == knowledge.Urgent || p.Level == knowledge.Emergency {
		want = onStop
	}
	if app.screen != want {
		s.t.Errorf("%s came to screen %d, not %d:\n%s", p.ID, app.screen, want, s.screen())
	}
	said := app.wizard.Interview().Answers()
	if got := g.Assess(said).Level.String(); got != p.Level.String() {
		s.t.Errorf("%s came to %s, not %s", p.ID, got, p.Level)
	}
	if got, want := strings.Join(g.Lines(said), "\n"), strings.Join(g.Lines(p.Want), "\n"); got != want {
		s.t.Errorf("%s said\n%s\nand not\n%s", p.ID, got, want)
	}
}

// Every sample person plays through to what their case says, on every size of window, at a pace that a room can follow.
func TestDemoPlaysEverybody(t *testing.T) {
	t.Parallel()
	people := People(builtin.Library(), builtin.Guide())
	if len(people) < 8 {
		t.Fatalf("there are %d people", len(people))
	}
	for i, p := range people {
		for j, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			if !fixture.Thorough() && i%3 != j { // every person once, and every size often
				continue
			}
			for _, calm := range []bool{false, true} {
				name := fmt.Sprintf("%s/%dx%d", p.ID, size[0], size[1])
				if calm {
					name += "/calm"
				}
				t.Run(name, func(t *testing.T) {
					s := perform(t, Options{Demo: &Demo{Case: p.ID}, ReducedMotion: calm}, size[0], size[1])
					if !strings.Contains(s.screen(), p.Name) {
						t.Errorf("the card does not name %s:\n%s", p.Name, s.screen())
					}
					sign, moves := "▸ ", 0
					s.until("the end", func() bool {
						s.fits(p.ID)
						if foot := s.foot(); s.app.show.player.OnCard() {
							return false
						} else if !strings.Contains(foot, p.First()) {
							t.Fatalf("below the screen it does not say who plays:\n%s", s.screen())
						} else if strings.Contains(foot, sign+" ↓  ") || strings.Contains(foot, sign+" ↑  ") {
							moves++
						}
						return s.app.show.player.Ended()
					})
					s.arrives(p)
					if calm && moves > 0 {
						t.Errorf("the focus was seen to move %d times", moves)
					}
					if s.passed < 15*time.Second || s.passed > time.Minute {
						t.Errorf("it takes %s", s.passed)
					}
					t.Log(s.passed)
					if s.tick(); s.quit {
						t.Error("it ended by itself")
					}
					s.keys("q")
					if !s.quit {
						t.Error("q does not leave")
					}
				})
			}
		}
	}
}

// The keys say what they do, and the case says what it shows.
func TestDemoTellsItsKeys(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{Case: "desk-neck"}}, 80, 24)
	if card := strings.Join(strings.Fields(s.screen()), " "); !strings.Contains(card, "1 of 10") || !strings.Contains(card, "two lists that fit") {
		t.Errorf("the card does not say what it shows:\n%s", s.screen())
	}
	for _, want := range []string{
		"enter  starts the questions", "↓  goes down to Neck", "space  chooses Neck", "enter  goes on", "n  says none of these", "4  says 4 of 10",
		"enter  shows the result", "enter  says why this one fits",
	} {
		s.until(want, func() bool { return strings.Contains(s.foot(), want) })
		if !strings.Contains(s.foot(), "Nora, stiff from the desk  An everyday neck") {
			t.Errorf("who plays, and what it shows, does not stand below:\n%s", s.screen())
		}
	}
}

func TestDemoWithoutACaseGoesOn(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{}}, 80, 24)
	people := People(builtin.Library(), builtin.Guide())
	for i, p := range people {
		s.until(p.Name, func() bool { return s.app.show.player.Person().ID == p.ID && s.app.show.player.Ended() })
		if next := "Next: "; (i+1 < len(people)) != strings.Contains(s.foot(), next) {
			t.Errorf("after %s:\n%s", p.ID, s.foot())
		}
	}
	for s.tick() {
	}
	if s.quit || !s.app.show.player.Ended() {
		t.Error("it did not stay on the last result")
	}
}

func TestDemoKeys(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{}}, 80, 24)
	at := func() string { return s.app.show.page() }
	s.until("the questions", func() bool { return s.app.show.app.screen == onWizard })

	s.keys("p")
	before := s.screen()
	for s.tick() {
	}
	if !strings.Contains(s.foot(), "paused") || at() == "" {
		t.Errorf("it does not say that it pauses:\n%s", s.foot())
	}
	if after := s.screen(); after != before {
		t.Errorf("something happened while it paused:\n%s", after)
	}
	s.keys("right")
	if s.screen() == before {
		t.Error("a step did nothing")
	}
	before = s.screen()
	for s.tick() {
	}
	if s.screen() != before {
		t.Error("after a step it went on")
	}
	s.keys("space")
	s.until("the next page", func() bool { return strings.Contains(at(), "now") })

	s.keys("+")
	if !strings.Contains(s.foot(), "2×") {
		t.Errorf("it does not say that it is faster:\n%s", s.foot())
	}
	if got, want := s.took[len(s.took)-1]*2, s.took[len(s.took)-2]; got != want {
		t.Errorf("it waits %s, not half of %s", got/2, want)
	}
	s.keys("-", "-")
	if !strings.Contains(s.foot(), "½×") {
		t.Errorf("it does not say that it is slower:\n%s", s.foot())
	}
}

// Whoever watches jumps to the result, to other people and into the help, and leaves.
func TestDemoKeysLeadElsewhere(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{}}, 80, 24)
	s.until("the questions", func() bool { return s.app.show.app.screen == onWizard })

	p := s.app.show.player.Person()
	s.keys("enter")
	s.until("the result", func() bool { return s.app.show.app.screen == onResults })
	s.arrives(p)
	if s.passed > 30*time.Second {
		t.Errorf("the jump to the result took until %s", s.passed)
	}
	s.keys("tab")
	if next := s.app.show.player.Person(); next.ID == p.ID || !strings.Contains(s.screen(), next.Name) {
		t.Errorf("tab does not go to the next person:\n%s", s.screen())
	}
	s.keys("shift+tab")
	if s.app.show.player.Person().ID != p.ID || len(s.app.show.app.wizard.Interview().Answers()) > 0 {
		t.Error("shift+tab does not begin with the person before")
	}
	s.keys("?")
	if !strings.Contains(s.screen(), "jump to the result") || strings.Contains(s.screen(), "the library") {
		t.Errorf("? does not name the keys:\n%s", s.screen())
	}
	n := len(s.waiting)
	s.until("a beat", func() bool { n--; return n < 0 })
	if !s.app.dialog.open() || !s.app.show.player.OnCard() {
		t.Error("it goes on under the help")
	}
	s.keys("esc", "t")
	if s.app.theme.Name != theme.Light || s.app.show.app.theme.Name != theme.Light {
		t.Error("t does not change the theme of both")
	}
	s.keys("esc")
	if !s.quit {
		t.Error("esc does not leave")
	}
}

// From the card, from the first screen and from inside: enter is at the result at once, whoever plays.
func TestDemoJumps(t *testing.T) {
	t.Parallel()
	for _, p := range People(builtin.Library(), builtin.Guide()) {
		for _, ticks := range []int{0, 1, 12} {
			for _, paused := range []bool{false, true} {
				s := perform(t, Options{Demo: &Demo{Case: p.ID}}, 80, 24)
				for range ticks {
					s.tick()
				}
				if paused {
					s.keys("p")
				}
				s.keys("r")
				for n := 0; n < 6 && s.app.show.app.screen != onResults && s.app.show.app.screen != onStop; n++ {
					s.tick()
				}
				s.arrives(p)
				if before := s.screen(); paused {
					for s.tick() {
					}
					if s.screen() != before {
						t.Errorf("%s: the pause was over after the jump", p.ID)
					}
				}
			}
		}
	}
}

// Watch, on the first screen, plays somebody and comes back to what was there.
func TestWatch(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Kept: &Kept{Record: guide.Record{Answers: []string{"where: neck"}}}}, 80, 24)
	first := s.screen()
	s.keys("w")
	if s.app.show == nil || !strings.Contains(s.screen(), "1 of 10") {
		t.Fatalf("nobody plays:\n%s", s.screen())
	}
	s.until("the end", func() bool { return s.app.show.player.Ended() })
	s.until("the first screen", func() bool { return s.app.show == nil })
	if s.quit || !strings.Contains(first, "Resume") || !strings.Contains(s.screen(), "Resume") {
		t.Errorf("it came back to:\n%s", s.screen())
	}
	if n := len(s.app.wizard.Interview().Answers()); n != 0 {
		t.Errorf("the sample person left %d answers", n)
	}
	s.keys("w", "tab", "q")
	if s.app.show != nil || s.quit {
		t.Error("q does not come back")
	}
	s.keys("w", "ctrl+c")
	if !s.quit {
		t.Error("ctrl+c does not leave")
	}
}

// Without colors it says the same.
func TestDemoWithoutColor(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{Case: "numb-seat"}, Plain: true, ASCII: true}, 80, 24)
	s.until("the end", func() bool {
		content := s.app.View().Content
		for _, code := range []string{"[38;", ";38;", "[48;", ";48;"} {
			if strings.Contains(content, code) {
				t.Fatalf("there is a color:\n%q", content)
			}
		}
		for _, r := range s.foot() {
			if r > 126 {
				t.Fatalf("%q is not ASCII:\n%s", r, s.foot())
			}
		}
		return s.app.show.player.Ended()
	})
}

// Whatever is pressed, clicked or resized while somebody plays, or a visitor does: no panic, and nothing wider or higher than
// the window.
func TestDemoRandom(t *testing.T) {
	t.Parallel()
	names := []string{
		"space", "p", "right", "n", "+", "-", "enter", "r", "tab", "N", "P", "shift+tab", "?", "t", "m", "L", "w", "s", "esc", "q", "down", "up", "x", "é", "漢",
		"1", "0", "/", "u", "c", "o", "y", "k", "[", "]",
	}
	sizes := [][2]int{{80, 24}, {60, 20}, {120, 40}, {200, 60}, {1, 1}, {0, 0}, {61, 25}, {99, 24}}
	for _, o := range []Options{{Demo: &Demo{}}, {Demo: &Demo{Loop: true}}, {Demo: &Demo{Case: "not-sure"}, ReducedMotion: true}, {}} {
		r := rand.New(rand.NewPCG(3, 4))
		s := perform(t, o, 80, 24)
		for i := range 500 {
			what := "tick"
			switch k := r.IntN(100); {
			case k < 60:
				s.tick()
			case k < 90:
				what = names[r.IntN(len(names))]
				s.keys(what)
			case k < 94:
				s.send(tea.MouseClickMsg{X: r.IntN(80), Y: r.IntN(24), Button: tea.MouseLeft})
			case k < 96:
				s.send(tea.MouseWheelMsg{X: r.IntN(80), Y: r.IntN(24), Button: tea.MouseWheelDown})
			case k < 98:
				s.send(tea.PasteMsg{Content: "x\x1b[31m\ny"})
			default:
				size := sizes[r.IntN(len(sizes))]
				s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			}
			s.fits(fmt.Sprintf("step %d, %s", i, what))
			if s.quit {
				s = perform(t, o, s.app.width, s.app.height)
			}
		}
	}
}

func TestDemoOfNobody(t *testing.T) {
	t.Parallel()
	lib := *builtin.Library()
	lib.Cases = nil
	s := perform(t, Options{Demo: &Demo{}, Library: &lib, Guide: builtin.Guide, Purpose: "A guide."}, 80, 24)
	if s.app.show != nil || !strings.Contains(s.screen(), "There are no sample people.") {
		t.Errorf("without sample people it shows:\n%s", ansi.Strip(s.app.View().Content))
	}
}

// The program itself, in a terminal, with a clock that runs as fast as it can.
func TestDemoInATerminal(t *testing.T) {
	t.Parallel()
	at := func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	o := Options{Library: builtin.Library(), Guide: builtin.Guide, Purpose: report.Purpose, Demo: &Demo{Case: "blood-thinner"}, Wait: at}
	x := termtest.Run(t, New(o), termtest.Options{Width: 80, Height: 24})
	x.WaitFor("Karl, who takes a blood thinner", "That was Karl.", "Your result")
	x.Press("q")
	if err := x.Wait(); err != nil {
		t.Error(err)
	}
	x.Restored()
}
