package stop_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"knead/content/builtin"
	"knead/guide/knowledge"
	"knead/ui/stop"
	"knead/ui/termtest"
	"knead/ui/theme"
)

var g = builtin.Guide()

func stopped(t testing.TB, th theme.Name, w, h int, lines ...string) stop.Model {
	t.Helper()
	a, err := g.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	x := g.Assess(a)
	if !x.Level.Stops() {
		t.Fatalf("%v gives %s", lines, x.Level)
	}
	m := stop.New(x, g, theme.New(th, false))
	m.SetSize(w, h)
	return m
}

var (
	emergency = []string{"where: low-back", "now: none", "signs: saddle, bladder", "since-saddle: days", "since-bladder: days", "pace: same"}
	urgent    = []string{"where: neck", "now: none", "signs: clumsy, weak-arm", "since-clumsy: weeks", "since-weak-arm: weeks", "pace: same", "strength: arm", "cord: none"}
)

func TestKeys(t *testing.T) {
	m := stopped(t, theme.Dark, 80, 19, emergency...)
	for key, want := range map[string]tea.Msg{"c": stop.ChangeMsg{}, "esc": stop.ChangeMsg{}, "q": stop.LeaveMsg{}} {
		if _, cmd := m.Update(termtest.Key(key)); cmd == nil || cmd() != want {
			t.Errorf("%q does not give %T", key, want)
		}
	}
	if _, cmd := m.Update(termtest.Key("s")); cmd == nil {
		t.Error("s does not save or share")
	} else if msg, ok := cmd().(stop.ShareMsg); !ok || !msg.Assessment.Level.Stops() {
		t.Errorf("s gives %T", cmd())
	}
	if _, cmd := m.Update(termtest.Key("enter")); cmd != nil {
		t.Error("Enter leaves the emergency")
	}
}

// "Not sure" that counts as the careful answer is told as "not sure": nothing stands there that the person did not say.
func TestNotSureIsNotQuoted(t *testing.T) {
	m := stopped(t, theme.Dark, 80, 60, "where: chest", "now: none", "chest-kind: unsure", "chest-effort: no-link", "chest-with: none")
	view := strings.Join(strings.Fields(ansi.Strip(m.View())), " ")
	if !strings.Contains(view, "You were not sure about “What does your chest feel like?”") || strings.Contains(view, "You said") {
		t.Errorf("the stop screen says\n%s", ansi.Strip(m.View()))
	}
}

// What to do stays in sight however far one scrolls, at every size, and everything can be read.
func TestActionStays(t *testing.T) {
	a, _ := g.ParseLines(emergency)
	say := g.Assess(a).Concerns[0].Flag.Say
	for _, size := range [][2]int{{40, 16}, {60, 16}, {80, 19}, {120, 35}} {
		m := stopped(t, theme.Dark, size[0], size[1], emergency...)
		read := map[string]bool{}
		for range 60 {
			view := ansi.Strip(m.View())
			if !strings.Contains(strings.SplitN(view, "\n", 4)[0]+strings.SplitN(view, "\n", 4)[1], "GET HELP NOW") {
				t.Fatalf("%v: the action is gone:\n%s", size, view)
			}
			for _, w := range strings.Fields(view) {
				read[strings.Trim(w, "“”.,;")] = true
			}
			m, _ = m.Update(termtest.Key("down"))
		}
		for _, w := range strings.Fields(say + " Your answers stay on this machine until you leave.") {
			if !read[strings.Trim(w, "“”.,;")] {
				t.Errorf("%v: %q cannot be read", size, w)
			}
		}
		if m.Note() != "" {
			t.Errorf("%v: there is nothing more to read, but the note says %q", size, m.Note())
		}
	}
}

// Only an emergency is red.
func TestOnlyEmergencyIsRed(t *testing.T) {
	alarm := theme.New(theme.Dark, false).Alarm.Text("x")
	open := alarm[:strings.Index(alarm, "m")+1]
	if !strings.Contains(stopped(t, theme.Dark, 80, 19, emergency...).View(), open) {
		t.Error("the emergency is not red")
	}
	if strings.Contains(stopped(t, theme.Dark, 80, 19, urgent...).View(), open) {
		t.Error("what is urgent is red")
	}
}

// Every warning that stops has a screen that says what to do and why, and fits.
func TestEveryWarning(t *testing.T) {
	for i := range g.Knowledge().RedFlags {
		f := &g.Knowledge().RedFlags[i]
		for _, e := range f.Examples {
			if !e.Fires || !f.Level.Stops() {
				continue
			}
			a, err := g.ParseLines(e.Answers)
			if err != nil {
				continue // content's own tests say so
			}
			x := g.Assess(a)
			if !x.Level.Stops() {
				continue
			}
			for _, size := range [][2]int{{1, 1}, {40, 16}, {60, 16}, {80, 19}, {120, 35}} {
				m := stop.New(x, g, theme.New(theme.Plain, true))
				m.SetSize(size[0], size[1])
				rows := strings.Split(m.View(), "\n")
				if len(rows) > size[1] || slices.ContainsFunc(rows, func(r string) bool { return ansi.StringWidth(r) > size[0] }) {
					t.Fatalf("%s does not fit %v", f.ID, size)
				}
			}
		}
	}
}

func TestZeroModel(t *testing.T) {
	var m stop.Model
	m.SetSize(80, 19)
	m.SetTheme(theme.New(theme.Dark, false))
	m, _ = m.Update(termtest.Key("down"))
	m.View()
	m.Note()
	m.ShortHelp()
}

func TestGolden(t *testing.T) {
	for name, lines := range map[string][]string{"emergency": emergency, "urgent": urgent} {
		for _, size := range [][2]int{{40, 16}, {60, 16}, {80, 19}, {120, 35}} {
			m := stopped(t, theme.Dark, size[0], size[1], lines...)
			title, _, _, _ := m.Header()
			t.Run(fmt.Sprintf("%s.%dx%d", name, size[0], size[1]), func(t *testing.T) { golden.RequireEqual(t, termtest.Plain(title+"\n"+m.View()+"\n"+m.Note()+"\n")) })
		}
		t.Run(name+".80x19.dark", func(t *testing.T) { golden.RequireEqual(t, stopped(t, theme.Dark, 80, 19, lines...).View()) })
	}
}

// The numbers stand in the band, each with its region, and the words to say come before the reasons, at every size.
func TestNumbersAndOrder(t *testing.T) {
	for _, size := range [][2]int{{40, 16}, {60, 15}, {60, 16}, {80, 19}, {120, 35}} {
		m := stopped(t, theme.Dark, size[0], size[1], emergency...)
		all := ""
		for range 60 {
			all += ansi.Strip(m.View()) + "\n"
			m, _ = m.Update(termtest.Key("down"))
		}
		first := ansi.Strip(stopped(t, theme.Dark, size[0], size[1], emergency...).View())
		for _, n := range g.Level(knowledge.Emergency).Numbers {
			if !strings.Contains(first, n.Where) {
				t.Errorf("%v: the region %s is not in the first view:\n%s", size, n.Where, first)
			}
		}
		order := []int{}
		for _, words := range []string{"GET HELP NOW", "“I", "Because of your answers", "What that can mean"} {
			order = append(order, strings.Index(all, words))
		}
		if order[0] < 0 || !slices.IsSorted(order) {
			t.Errorf("%v: the order is %v:\n%s", size, order, first)
		}
	}
}
