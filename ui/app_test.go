package ui

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
	"knead/ui/termtest"
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
	var now time.Time // of somebody who takes their time
	d.app.gate.now = func() time.Time { now = now.Add(time.Second); return now }
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

func press(name string) tea.KeyPressMsg { return termtest.Key(name) }

// screen is what shows, without colors.
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

// leave goes out by the keys that a person would try, wherever one is.
func (d *driver) leave() {
	d.t.Helper()
	where := d.screen()
	if d.app.tooSmall() {
		d.keys("ctrl+c")
	}
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
