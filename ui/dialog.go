package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/ui/frame"
	"knead/ui/theme"
)

// dialog lies over a screen and dims it; it has the only border. Its rows are built when it opens.
type dialog struct {
	title string
	rows  []string
	exit  string // the text in the lower border
	top   int    // first row that shows, where there are more than fit
	show  int
	make  func(*App) dialog             // builds it again for another window
	on    map[string]func(*App) tea.Cmd // what keys do; any other key is ignored
}

func (d dialog) open() bool { return d.make != nil }

// fit builds the dialog again for the window as it is now.
func (d dialog) fit(a *App) dialog {
	if !d.open() {
		return d
	}
	return d.make(a)
}

func (a App) dialogKey(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	k := globalKeys()
	switch {
	case key.Matches(msg, k.Quit):
		return a, tea.Quit
	case a.dialog.on[msg.String()] != nil:
		cmd := a.dialog.on[msg.String()](&a)
		return a, cmd
	case msg.String() == "esc", key.Matches(msg, k.Help), msg.String() == "enter" && a.dialog.on == nil, msg.String() == "q" && a.dialog.on == nil:
		a.dialog = dialog{}
	default:
		a.dialog.scroll(map[string]int{
			"down": 1, "j": 1, "up": -1, "k": -1, "pgdown": a.dialog.show - 1, "pgup": 1 - a.dialog.show, "home": -len(a.dialog.rows), "end": len(a.dialog.rows),
		}[msg.String()])
	}
	return a, nil
}

func (d *dialog) scroll(by int) { d.top = max(min(d.top+by, len(d.rows)-d.show), 0) }

// wheel is all the mouse does in a dialog.
func (d *dialog) wheel(msg tea.MouseWheelMsg) {
	switch msg.Button {
	case tea.MouseWheelDown:
		d.scroll(1)
	case tea.MouseWheelUp:
		d.scroll(-1)
	}
}

// over lays the dialog on the rows of the screen, which lose their colors.
func (d dialog) over(under []string, t *theme.Theme, width int) []string {
	inner := 0
	for _, r := range d.rows {
		inner = max(inner, frame.Width(r))
	}
	inner = min(max(inner, frame.Width(d.title)+6, frame.Width(d.exit)+6), width-8)
	rows := d.rows[d.top:min(d.top+d.show, len(d.rows))]
	s := t.Signs
	edge := t.Text.Text(s.Side)
	title := s.Rule + s.Rule + " " + d.title + " "
	exit := " " + d.exit + " " + s.Rule
	if d.top+d.show < len(d.rows) {
		exit = " " + s.Below + " more " + s.Rule + exit
	}
	box := []string{t.Text.Text(s.TopLeft + title + strings.Repeat(s.Rule, max(inner+4-frame.Width(title), 0)) + s.TopRight)}
	for _, r := range rows {
		box = append(box, edge+"  "+frame.Pad(r, inner)+"  "+edge)
	}
	box = append(box, t.Text.Text(s.BotLeft+strings.Repeat(s.Rule, max(inner+4-frame.Width(exit), 0))+exit+s.BotRight))

	out := make([]string, len(under))
	x, y := max((width-inner-6)/2, 0), max((len(under)-len(box))/2, 0)
	for i, row := range under {
		plain := ansi.Strip(row)
		if i < y || i >= y+len(box) {
			out[i] = t.Faint.Text(plain)
			continue
		}
		b := box[i-y]
		left := frame.Pad(ansi.Truncate(plain, x, ""), x)
		right := ansi.TruncateLeft(plain, x+frame.Width(b), "")
		out[i] = t.Faint.Text(left) + b + t.Faint.Text(right)
	}
	return out
}

// helpDialog shows the keys of the screen, from the same bindings that work them, and those that work everywhere.
func helpDialog(a *App) dialog {
	f := a.face()
	d := dialog{title: "Keys", exit: "esc closes", make: helpDialog, show: max(a.height-6, 3)}
	line := func(b key.Binding) {
		if b.Enabled() && b.Help().Key != "" {
			d.rows = append(d.rows, frame.Pad(a.theme.Bold.Text(b.Help().Key), 14)+a.theme.Text.Text(b.Help().Desc))
		}
	}
	d.rows = append(d.rows, "", a.theme.AccentBold.Text("Here: "+f.title))
	for _, column := range f.full {
		for _, b := range column {
			line(b)
		}
	}
	if s, ok := a.visible().(interface{ Legend() []string }); ok {
		d.rows = append(append(d.rows, "", a.theme.AccentBold.Text("Signs")), s.Legend()...)
	}
	d.rows = append(d.rows, "", a.theme.AccentBold.Text("Everywhere"))
	for _, b := range a.everywhere() {
		line(b)
	}
	d.rows = append(d.rows, "")
	return d
}

// leaveDialog asks before answers are lost. Nothing is written unless the person asks for it here.
func leaveDialog(a *App) dialog {
	t := a.theme
	width := min(a.width-14, 60)
	words, keeping := "Your answers are only in this window. Nothing is saved unless you choose to.", "keep them on this machine for next time, and leave"
	leaving, beginning := "leave, and discard them", "discard them, and start over"
	if a.kept() {
		words, keeping = "Answers from an earlier visit are kept on this machine.", "keep your answers in their place, and leave"
		leaving, beginning = "leave, and discard all answers, the kept ones too", "discard all answers, and start over"
	}
	d := dialog{
		title: "Leave Knead?", exit: "esc stays", make: leaveDialog, show: max(a.height-6, 3),
		rows: append([]string{""}, frame.Each(frame.Wrap(words, width), t.Text.Text)...),
		on: map[string]func(*App) tea.Cmd{
			"y": func(a *App) tea.Cmd { return a.forgetAll(true) },
			"w": func(a *App) tea.Cmd { return a.forgetAll(false) },
			"n": func(a *App) tea.Cmd { a.dialog = dialog{}; return nil },
		},
	}
	choice := func(key, words string) { d.choice(a, key, words, width) }
	d.rows = append(d.rows, "")
	if keep := a.options.Keep; keep != nil {
		choice("k", keeping)
		d.on["k"] = func(a *App) tea.Cmd {
			record := a.wizard.Interview().Record()
			return a.lasting.add(func() tea.Msg { return keptMsg{keep(record)} })
		}
	}
	if a.kept() {
		choice("l", "leave; only the kept answers stay")
		d.on["l"] = func(*App) tea.Cmd { return tea.Quit }
	}
	choice("y", leaving)
	choice("w", beginning)
	choice("esc", "stay")
	d.rows = append(d.rows, "")
	return d
}

// choice adds a key and what it does.
func (d *dialog) choice(a *App, key, words string, width int) {
	for i, row := range frame.Wrap(words, width-5) {
		if i > 0 {
			key = ""
		}
		d.rows = append(d.rows, frame.Pad(a.theme.Bold.Text(key), 5)+a.theme.Text.Text(row))
	}
}

// instead asks before an action that puts other answers in place of those of this session, where there are any.
func (a *App) instead(title, action string, do func(*App)) {
	n := a.given()
	if n == 0 {
		do(a)
		return
	}
	words := "This erases your " + guide.Number(n) + " answers."
	if n == 1 {
		words = "This erases your one answer."
	}
	var ask func(*App) dialog
	ask = func(a *App) dialog {
		width := min(a.width-14, 60)
		d := dialog{title: title, exit: "esc keeps them", make: ask, show: max(a.height-6, 3)}
		d.on = map[string]func(*App) tea.Cmd{
			"y": func(a *App) tea.Cmd { a.dialog = dialog{}; do(a); return nil },
			"n": func(a *App) tea.Cmd { a.dialog = dialog{}; return nil },
		}
		d.rows = append([]string{""}, frame.Each(frame.Wrap(words, width), a.theme.Text.Text)...)
		d.rows = append(d.rows, "")
		d.choice(a, "y", action, width)
		d.choice(a, "esc", "keep them", width)
		d.rows = append(d.rows, "")
		return d
	}
	a.dialog = ask(a)
}
