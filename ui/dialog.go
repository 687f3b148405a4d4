package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/ui/frame"
	"knead/ui/keymap"
	"knead/ui/theme"
)

// dialog lies over a screen and dims it; it has the only border. Its rows are built when it opens.
type dialog struct {
	title   string
	rows    []string
	exit    string // the text in the lower border
	top     int    // first row that shows, where there are more than fit
	show    int
	make    func(*App) dialog // builds it again for another window
	choices []choice
	at      int  // the choice in focus, or -1
	asks    bool // it wants one of its choices; otherwise it only offers them
}

// choice is something a dialog does: with a key of its own, or by going there with the arrows and pressing Enter. So a dialog can be
// answered on any keyboard.
type choice struct {
	key      string
	says     string // what it does
	from, to int    // its rows
	do       func(*App) tea.Cmd
}

func (d dialog) open() bool { return d.make != nil }

// fit builds the dialog again for the window as it is now. The focus stays where it is.
func (d dialog) fit(a *App) dialog {
	if !d.open() {
		return d
	}
	again := d.make(a)
	again.at = min(d.at, len(again.choices)-1)
	again.reveal()
	return again
}

func (a App) dialogKey(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	d, k := &a.dialog, globalKeys()
	if key.Matches(msg, k.Quit) {
		return a, tea.Quit
	}
	for i, c := range d.choices {
		switch {
		case !d.asks || c.key != msg.String():
		case guessed(msg): // what an unknown keyboard may not have meant is not done at once
			d.at = i
			d.reveal()
			return a, nil
		default:
			return a, c.do(&a)
		}
	}
	switch msg.String() {
	case "enter":
		if c := d.here(); c != nil {
			return a, c.do(&a)
		} else if d.at < 0 {
			a.dialog = dialog{}
		}
	case "esc", "?", "f1", "f2":
		a.dialog = dialog{}
	case "q", "n": // no, or away from the help
		if d.asks == (msg.String() == "n") {
			a.dialog = dialog{}
		}
	case "down", "j", "tab":
		d.down()
	case "up", "k", "shift+tab":
		d.up()
	default:
		d.scroll(map[string]int{"pgdown": d.show - 1, "pgup": 1 - d.show, "home": -len(d.rows), "end": len(d.rows)}[msg.String()])
	}
	return a, nil
}

// here is the choice in focus, if it shows.
func (d *dialog) here() *choice {
	if d.at < 0 || !d.shows(d.at) {
		return nil
	}
	return &d.choices[d.at]
}

// shows reports whether a choice is on the screen.
func (d *dialog) shows(n int) bool {
	return n >= 0 && n < len(d.choices) && d.choices[n].from >= d.top && d.choices[n].to <= d.top+d.show
}

// down goes to the next choice or, while that does not show, one row further, so that everything before it can be read.
func (d *dialog) down() {
	if !d.shows(d.at + 1) {
		d.scroll(1)
	}
	if d.shows(d.at + 1) {
		d.at++
	}
}

// up goes to the choice before. Before the first is the beginning, where a dialog that only offers has none in focus.
func (d *dialog) up() {
	switch {
	case d.at > 0:
		if !d.shows(d.at - 1) {
			d.scroll(-1)
		}
		if d.shows(d.at - 1) {
			d.at--
		}
	default:
		if d.scroll(-1); d.top == 0 && !d.asks {
			d.at = -1
		}
	}
}

// reveal scrolls to the choice in focus.
func (d *dialog) reveal() {
	if d.at < 0 {
		return
	}
	c := d.choices[d.at]
	d.top = max(min(d.top, c.from), c.to-d.show, 0)
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

// inner is the width of the rows.
func (d *dialog) inner(width int) int {
	inner := 0
	for _, r := range d.rows {
		inner = max(inner, frame.Width(r))
	}
	return min(max(inner, frame.Width(d.title)+6, frame.Width(d.exit)+6), width-8)
}

// place is the corner of the dialog in a window.
func (d *dialog) place(width, height int) (x, y int) {
	rows := min(d.show, len(d.rows)-d.top) + 2
	return max((width-d.inner(width)-6)/2, 0), max((height-rows)/2, 0)
}

// cursor is where the dialog is worked: the choice in focus, or else its title.
func (d *dialog) cursor(width, height int) frame.Point {
	x, y := d.place(width, height)
	if d.here() == nil {
		return frame.Point{X: x + 4, Y: y}
	}
	return frame.Point{X: x + 1, Y: y + 1 + d.choices[d.at].from - d.top}
}

// over lays the dialog on the rows of the screen, which lose their colors.
func (d dialog) over(under []string, t *theme.Theme, width int) []string {
	inner := d.inner(width)
	s := t.Signs
	edge := t.Text.Text(s.Side)
	title := s.Rule + s.Rule + " " + d.title + " "
	exit := " " + d.exit + " " + s.Rule
	if d.top+d.show < len(d.rows) {
		exit = " " + s.Below + " more " + s.Rule + exit
	}
	box := []string{t.Text.Text(s.TopLeft + title + strings.Repeat(s.Rule, max(inner+4-frame.Width(title), 0)) + s.TopRight)}
	for i := d.top; i < min(d.top+d.show, len(d.rows)); i++ {
		row := "  " + frame.Pad(d.rows[i], inner)
		if c := d.here(); c != nil && c.from <= i && i < c.to {
			row = t.FocusBar.Text(s.Bar) + t.FocusBold.Block(" "+ansi.Strip(d.rows[i]), inner+1)
		}
		box = append(box, edge+row+"  "+edge)
	}
	box = append(box, t.Text.Text(s.BotLeft+strings.Repeat(s.Rule, max(inner+4-frame.Width(exit), 0))+exit+s.BotRight))

	x, y := d.place(width, len(under))
	out := make([]string, len(under))
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

// helpDialog shows the keys of the screen, from the same bindings that work them, and those that work everywhere. What has no key
// without a letter can be done from here.
func helpDialog(a *App) dialog {
	d := dialog{title: "Keys", exit: "esc closes", make: helpDialog, show: max(a.height-6, 3), at: -1}
	if a.width >= narrow {
		d.exit = "enter does it " + a.theme.Signs.Dot + " " + d.exit
	}
	onPage := a.onPage()
	line := func(b key.Binding) {
		if !b.Enabled() || b.Help().Key == "" {
			return
		}
		if keys := b.Keys(); len(keys) > 0 && !onPage[keys[0]] && !slices.ContainsFunc(keys, keymap.Letterless) {
			d.choices = append(d.choices, choice{key: keys[0], says: b.Help().Desc, from: len(d.rows), to: len(d.rows) + 1, do: pressing(keys[0])})
		}
		d.rows = append(d.rows, frame.Pad(a.theme.Bold.Text(b.Help().Key), 14)+a.theme.Text.Text(b.Help().Desc))
	}
	d.rows = append(d.rows, "", a.theme.AccentBold.Text("Here: "+a.named()))
	for _, column := range a.full() {
		for _, b := range column {
			line(b)
		}
	}
	if s, ok := a.visible().(interface{ Legend() []string }); ok && a.stage == nil {
		d.rows = append(append(d.rows, "", a.theme.AccentBold.Text("Signs")), s.Legend()...)
	}
	d.rows = append(d.rows, "", a.theme.AccentBold.Text("Everywhere"))
	for _, b := range a.everywhere() {
		line(b)
	}
	d.rows = append(d.rows, "")
	return d
}

// pressing closes the dialog and does what a key does on the screen under it.
func pressing(name string) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		a.dialog = dialog{}
		m, cmd := a.dispatch(keymap.Press(name))
		if next, ok := m.(App); ok {
			*a = next
		}
		return cmd
	}
}

// leaveDialog asks before answers are lost. Nothing is written unless the person asks for it here.
func leaveDialog(a *App) dialog {
	words, keeping := "Your answers are only in this window. Nothing is saved unless you choose to.", "keep them on this machine for next time, and leave"
	leaving, beginning := "leave, and discard them", "discard them, and start over"
	if a.kept() {
		words, keeping = "Answers from an earlier visit are kept on this machine.", "keep your answers in their place, and leave"
		leaving, beginning = "leave, and discard all answers, the kept ones too", "discard all answers, and start over"
	}
	d := asking(a, "Leave Knead?", "esc stays", words, leaveDialog)
	if keep := a.options.Keep; keep != nil {
		d.choice(a, "k", keeping, func(a *App) tea.Cmd {
			record := a.wizard.Interview().Record()
			return a.lasting.add(func() tea.Msg { return keptMsg{keep(record)} })
		})
	}
	if a.kept() {
		d.choice(a, "l", "leave; only the kept answers stay", func(*App) tea.Cmd { return tea.Quit })
	}
	d.choice(a, "y", leaving, func(a *App) tea.Cmd { return a.forgetAll(true) })
	d.choice(a, "w", beginning, func(a *App) tea.Cmd { return a.forgetAll(false) })
	d.staying(a, "stay")
	return d
}

// asking makes a dialog that asks: a question, and then its choices.
func asking(a *App, title, exit, words string, again func(*App) dialog) dialog {
	rows := append([]string{""}, frame.Each(frame.Wrap(words, dialogWidth(a)), a.theme.Text.Text)...)
	return dialog{title: title, exit: exit, make: again, show: max(a.height-6, 3), asks: true, rows: append(rows, "")}
}

func dialogWidth(a *App) int { return min(a.width-14, 60) }

// choice adds a key and what it does.
func (d *dialog) choice(a *App, key, words string, do func(*App) tea.Cmd) {
	c := choice{key: key, says: words, from: len(d.rows), do: do}
	for i, row := range frame.Wrap(words, dialogWidth(a)-5) {
		if i > 0 {
			key = ""
		}
		d.rows = append(d.rows, frame.Pad(a.theme.Bold.Text(key), 5)+a.theme.Text.Text(row))
	}
	c.to = len(d.rows)
	d.choices = append(d.choices, c)
}

// staying adds the choice that changes nothing, which has the focus first: Enter alone discards nothing.
func (d *dialog) staying(a *App, words string) {
	d.choice(a, "esc", words, func(a *App) tea.Cmd { a.dialog = dialog{}; return nil })
	d.at = len(d.choices) - 1
	d.rows = append(d.rows, "")
	d.reveal()
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
		d := asking(a, title, "esc keeps them", words, ask)
		d.choice(a, "y", action, func(a *App) tea.Cmd { a.dialog = dialog{}; do(a); return nil })
		d.staying(a, "keep them")
		return d
	}
	a.dialog = ask(a)
}
