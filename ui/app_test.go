package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
	"knead/ui/theme"
	"knead/ui/wizard"
)

// driver plays the App without a terminal: messages in, views out. Commands run at once; those that wait are left out.
type driver struct {
	t    testing.TB
	app  App
	quit bool
}

func drive(t testing.TB, o Options, w, h int) *driver {
	t.Helper()
	if o.Library == nil {
		o.Library, o.Guide, o.Purpose = builtin.Library(), builtin.Guide, report.Purpose
	}
	if o.Theme == "" {
		o.Theme = theme.Dark
	}
	if o.Wait == nil {
		o.Wait = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	}
	d := &driver{t: t, app: New(o)}
	d.run(d.app.Init())
	d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	if _, ok := msg.(tea.QuitMsg); ok {
		d.quit = true
		return
	}
	m, cmd := d.app.Update(msg)
	d.app = m.(App)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	msg := cmd()
	switch v := reflect.ValueOf(msg); {
	case msg == nil:
	case v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd](): // a batch or a sequence
		for i := range v.Len() {
			d.run(v.Index(i).Interface().(tea.Cmd))
		}
	default:
		d.send(msg)
	}
}

// keys presses keys by name: "enter", "down", "space", or the letters themselves.
func (d *driver) keys(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.send(press(name))
	}
}

func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd,
	}
	switch {
	case name == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case name == "ctrl+c":
		return tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}
	case codes[name] != 0:
		return tea.KeyPressMsg{Code: codes[name]}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: name}
}

// screen is what shows, without colours.
func (d *driver) screen() string { return ansi.Strip(d.app.View().Content) }

// fits fails when the view is not exactly as large as the window allows.
func (d *driver) fits(what string) {
	d.t.Helper()
	rows := strings.Split(d.app.View().Content, "\n")
	if len(rows) > d.app.height {
		d.t.Fatalf("%s: %d rows in a window of %d", what, len(rows), d.app.height)
	}
	for i, r := range rows {
		if w := ansi.StringWidth(r); w > d.app.width {
			d.t.Fatalf("%s: row %d is %d columns wide in a window of %d:\n%s", what, i, w, d.app.width, ansi.Strip(r))
		}
	}
}

// Ten thousands of random keys, clicks and resizes: no panic, nothing wider or higher than the window, and every screen can
// be left. A million of them is the soak: KNEAD_SOAK=1000000 go test ./ui -run Random.
func TestRandomKeys(t *testing.T) {
	n, walks := 20_000, 2
	if s := os.Getenv("KNEAD_SOAK"); s != "" {
		walks = 8
		if _, err := fmt.Sscan(s, &n); err != nil {
			t.Fatal(err)
		}
	}
	if testing.Short() {
		n /= 10
	}
	seen := make([]map[screen]int, walks)
	t.Run("walks", func(t *testing.T) {
		for seed := range walks {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				seen[seed] = randomKeys(t, uint64(seed), n/walks)
			})
		}
	})
	for s := onWelcome; s <= onLibrary && !testing.Short() && !t.Failed(); s++ {
		if !slices.ContainsFunc(seen, func(of map[screen]int) bool { return of[s] > 0 }) {
			t.Errorf("screen %d was never reached", s)
		}
	}
}

// randomKeys walks for n steps, in visits of 250, two of three from where a sample person would arrive. It returns how often each screen was on.
func randomKeys(t *testing.T, seed uint64, n int) map[screen]int {
	names := []string{
		"enter", "enter", "enter", "space", "space", "down", "down", "down", "up", "left", "right", "tab", "esc", "pgdown", "pgup", "home", "end",
		"n", "u", "w", "?", "/", "t", "m", "c", "r", "o", "g", "G", "]", "[", "k", "j", "h", "l", "L", "q", "1", "5", "0", "x", "é", "漢", "backspace", "y", "Y", "s", "N", "b",
	}
	sizes := [][2]int{{80, 24}, {60, 20}, {120, 40}, {200, 60}, {1, 1}, {0, 0}, {61, 21}, {500, 200}, {99, 24}, {100, 30}, {20, 50}}
	r := rand.New(rand.NewPCG(seed, 2))
	d := drive(t, Options{}, 80, 24)
	seen, visits := map[screen]int{}, 0
	for i := range n {
		what := ""
		switch k := r.IntN(100); {
		case k < 90:
			name := names[r.IntN(len(names))]
			what = "key " + name
			d.keys(name)
		case k < 95:
			x, y := r.IntN(max(d.app.width, 1)+2)-1, r.IntN(max(d.app.height, 1)+2)-1
			what = fmt.Sprintf("click %d,%d", x, y)
			d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		case k < 96:
			d.send(tea.MouseMotionMsg{X: r.IntN(100), Y: r.IntN(40)})
		case k < 98:
			d.send(tea.MouseWheelMsg{X: r.IntN(100), Y: r.IntN(40), Button: []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[r.IntN(2)]})
		case k < 99:
			what = "paste"
			d.send(tea.PasteMsg{Content: "blood\x1b[31m thinner\n\u202e"})
		default:
			size := sizes[r.IntN(len(sizes))]
			what = fmt.Sprintf("size %v", size)
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		}
		seen[d.app.screen]++
		d.fits(fmt.Sprintf("step %d, %s", i, what))
		if d.quit || i%250 == 249 {
			d.leave()
			d = drive(t, Options{}, d.app.width, d.app.height)
			if cases := builtin.Library().Cases; visits%3 < 2 {
				d.finish(cases[(visits+int(seed))%len(cases)].Answers)
			}
			visits++
		}
	}
	return seen
}

// leave goes out by the keys that a person would try, wherever one is.
func (d *driver) leave() {
	d.t.Helper()
	where := d.screen()
	for range 3 {
		for range 30 {
			if d.quit {
				return
			}
			d.keys("esc")
		}
		for _, key := range []string{"q", "y"} {
			if !d.quit {
				d.keys(key)
			}
		}
	}
	if !d.quit {
		d.t.Fatalf("this cannot be left:\n%s\nit ends on\n%s", where, d.screen())
	}
}

// finish brings the App to the end of an interview: the result, or the stop.
func (d *driver) finish(lines []string) {
	d.t.Helper()
	a, err := d.app.options.Guide().ParseLines(lines)
	if err != nil {
		d.t.Fatal(err)
	}
	i := d.app.options.Guide().Resume(a)
	d.app.begin(i)
	if i.Page() == guide.StopPage {
		d.send(wizard.StoppedMsg{Interview: i})
	} else {
		d.send(wizard.DoneMsg{Interview: i})
	}
}
