// Package stop is the screen that a danger sign leads to: what to do now, why, and what to say on the phone.
//
// [New] makes the screen for an assessment whose level stops the interview. It offers nothing else to read, and only an
// emergency is red.
package stop

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// What was asked for.
type (
	ChangeMsg struct{}                              // change an answer
	ShareMsg  struct{ Assessment guide.Assessment } // save what to say, or show it as a code
	LeaveMsg  struct{}                              // leave the program
)

// Model is the screen for one assessment.
type Model struct {
	keys    KeyMap
	own     guide.Assessment
	theme   *theme.Theme
	font    chart.Font
	level   knowledge.LevelText
	red     bool
	advice  []string // what to do, the most pressing first
	because string   // the answers behind it, each once
	notices []string // what the person should know of how their answers were taken
	until   string   // the level's own advice, after that of the warnings
	means   []string // what they can mean together
	say     []string
	readOut string // the heading of the words to say

	box  frame.Box
	head []string // stays on top
	body []string // scrolls under it
	top  int
}

// New makes the screen from an assessment whose level stops.
func New(a guide.Assessment, g *guide.Guide, t *theme.Theme) Model {
	m := Model{keys: Keys(), own: a, font: chart.NewFont(), level: g.Level(a.Level), red: a.Level == knowledge.Emergency}
	var said []guide.Said
	for _, c := range a.Foremost() {
		if c.Flag.Level < a.Level {
			continue // what is less pressing can wait until this is looked at
		}
		said = append(said, c.Because...)
		m.advice, m.means, m.say = once(m.advice, c.Flag.Advice), once(m.means, c.Flag.Meaning), once(m.say, c.Flag.Say)
	}
	m.notices = report.Notices(g, a)
	m.because, m.readOut = report.Because(g, a.Answers, said), report.ReadOut(said)
	if len(m.advice) == 0 {
		m.advice = once(nil, m.level.Advice)
	} else {
		m.until = m.level.Advice
	}
	m.SetTheme(t)
	return m
}

// once adds what is not there yet.
func once(all []string, s string) []string {
	if s == "" || slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// Update scrolls, and answers with what was asked for.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := m.keys; {
		case key.Matches(msg, k.Change):
			return m, func() tea.Msg { return ChangeMsg{} }
		case key.Matches(msg, k.Share):
			own := m.own
			return m, func() tea.Msg { return ShareMsg{own} }
		case key.Matches(msg, k.Leave):
			return m, func() tea.Msg { return LeaveMsg{} }
		default:
			rows, _ := k.By(msg, max(m.room()-1, 1))
			m.scroll(rows)
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelDown:
			m.scroll(2)
		case tea.MouseWheelUp:
			m.scroll(-2)
		}
	}
	return m, nil
}

func (m *Model) room() int { return max(m.box.Height-len(m.head), 0) }

func (m *Model) scroll(by int) { m.top = max(min(m.top+by, len(m.body)-m.room()), 0) }

// SetSize takes the room: the width of the window, and the rows of the body.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Fit(w, h)
	m.build()
}

// SetTheme takes the theme.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.build()
}

// View joins the rows that were built: the action always on top, the rest scrolled.
func (m Model) View() string {
	to := min(m.top+m.room(), len(m.body))
	rows := make([]string, 0, len(m.head)+to-m.top)
	return m.box.Lines(append(append(rows, m.head...), m.body[m.top:to]...))
}

// Cursor is on the order, and on the row that one has scrolled to once it is read.
func (m Model) Cursor() frame.Point {
	row := 0
	if m.top > 0 {
		row = len(m.head)
	} else if m.box.Height >= paddedFrom { // the band begins with a blank row
		row = 1
	}
	return frame.Point{X: m.box.Margin, Y: min(row, max(m.box.Height-1, 0))}
}

// Header names the screen.
func (m Model) Header() (title, status string, page, of int) {
	return "Stop", "", 0, 0
}

// Note says that there is more below.
func (m Model) Note() string {
	if m.top < len(m.body)-m.room() {
		return m.theme.Signs.Below + " more to read"
	}
	return ""
}

// Typing reports whether a text field has the focus. This screen does not have one.
func (m Model) Typing() bool { return false }

// build makes the rows of both parts: what to do, what to say, what holds until then, and only then the reasons.
func (m *Model) build() {
	if m.theme == nil || m.level.Title == "" {
		return
	}
	t, width := m.theme, m.box.Text
	m.head, m.body = nil, nil
	m.band()
	for i, a := range m.advice {
		rows := frame.Each(frame.Wrap(a, width), t.Bold.Text)
		if i == 0 {
			m.action(rows)
			continue
		}
		m.add(rows...)
		m.add("")
	}
	m.quoted(width)
	m.para(m.until, width, t.Text)
	if m.because != "" {
		m.add(t.Muted.Text("Because of your answers"))
		m.add(frame.Each(frame.Hang("  ", m.because, width), t.Text.Text)...)
		m.add("")
	}
	if len(m.means) > 0 {
		m.add(t.Muted.Text("What that can mean"))
		for _, s := range m.means {
			m.add(frame.Each(frame.Hang("  ", s, width), t.Text.Text)...)
		}
		m.add("")
	}
	for _, n := range m.notices {
		m.para(n, width, t.Caution)
	}
	m.para("The remaining questions are skipped. Your answers stay on this machine until you leave.", width, t.Muted)
	m.body = m.body[:max(len(m.body)-1, 0)]
	m.scroll(0)
}

// add puts rows into the part that scrolls.
func (m *Model) add(rows ...string) {
	for _, r := range rows {
		if r != "" {
			r = m.box.Row(r)
		}
		m.body = append(m.body, r)
	}
}

// para adds a paragraph and an empty row; nothing when it is empty.
func (m *Model) para(text string, width int, ink theme.Ink) {
	if text != "" {
		m.add(frame.Each(frame.Wrap(text, width), ink.Text)...)
		m.add("")
	}
}

// quoted adds the words to read out.
func (m *Model) quoted(width int) {
	if len(m.say) == 0 {
		return
	}
	t, pane := m.theme, m.theme.Accent
	if m.red {
		pane = t.Danger
	}
	m.add(t.Muted.Text(strings.TrimSuffix(m.readOut, ":")))
	for i, s := range m.say {
		if i > 0 {
			m.add(pane.Text(t.Signs.Pane))
		}
		for _, row := range frame.Wrap(quote(s), width-4) {
			m.add(pane.Text(t.Signs.Pane) + " " + t.Bold.Text(row))
		}
	}
	m.add("")
}

// action puts what to do under the band. It stays there, unless that would leave no room to read the rest.
func (m *Model) action(rows []string) {
	all := make([]string, 0, len(rows)+1)
	for _, r := range rows {
		all = append(all, m.box.Row(r))
	}
	all = append(all, "")
	if len(m.head)+len(all) > m.box.Height*2/3 {
		m.body = append(m.body, all...)
		return
	}
	m.head = append(m.head, all...)
}

// quote puts words between quotation marks, once.
func quote(s string) string { return "“" + strings.Trim(s, "“”\"") + "”" }
