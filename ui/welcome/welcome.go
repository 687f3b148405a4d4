// Package welcome is the first screen: what Knead is for, and what a person can do here.
//
// [New] makes the screen. SetResume and SetGiven offer to go on with earlier answers.
package welcome

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content"
	"knead/guide"
	"knead/ui/bodymap"
	"knead/ui/frame"
	"knead/ui/theme"
)

// What was chosen.
type (
	StartMsg  struct{} // begin the questions, or begin them again
	GoOnMsg   struct{} // go on with the answers of this session
	ResumeMsg struct{} // go on with the answers that were kept
	ReadMsg   struct{} // open the library
	WatchMsg  struct{} // let a sample person go through it
)

// title says in one line what this is about.
const title = "What fits an aching body, and what does not"

// Model is the first screen.
type Model struct {
	keys    KeyMap
	theme   *theme.Theme
	on      theme.Focused
	lib     *content.Library
	purpose []string // paragraphs; the first is what Knead is, the others are what it is not
	given   int      // questions that were answered in this session
	resume  string   // which answers were kept; "" for none
	stored  string   // what of the person is on this machine, in a few words
	choices []choice
	word    int // the room for the first word of a choice
	focus   int
	box     frame.Box
	top     int // the row of the first choice
	step    int // from one choice to the next
	width   int // of a choice
	picture []string
	rows    []string
	skip    int // rows of the purpose that were read, in a window that is too small for all of it
	hidden  int // rows that do not show
}

type choice struct {
	word, says string
	brief      string // the same, where there is not room for all of it
	msg        tea.Msg
}

// New makes the first screen. The whole purpose is shown: it may be one paragraph, or several.
func New(purpose string, l *content.Library, t *theme.Theme) Model {
	m := Model{keys: Keys(), lib: l, purpose: paragraphs(purpose), stored: "nothing is stored"}
	m.offer()
	m.SetTheme(t)
	return m
}

// paragraphs splits the purpose before the sentence on what Knead is not.
func paragraphs(s string) []string {
	s = strings.TrimSpace(s)
	if strings.Contains(s, "\n\n") {
		return strings.Split(s, "\n\n")
	}
	s = strings.Join(strings.Fields(s), " ")
	if at := strings.Index(s, " It does not "); at > 0 {
		return []string{s[:at], s[at+1:]}
	}
	return []string{s}
}

// SetResume offers to continue with answers given before, described by says ("5 answers from this evening"). An empty text
// removes the offer.
func (m *Model) SetResume(says string) {
	m.resume = says
	m.offer()
}

// SetGiven offers to go on with the questions that were answered in this session, or to start over. Zero takes the offer away.
func (m *Model) SetGiven(questions int) {
	m.given = questions
	m.offer()
}

// SetStored sets what the header says about the person's data on this machine.
func (m *Model) SetStored(says string) { m.stored = says }

// offer lists the choices. What there is to go on with comes first, and has the focus.
func (m *Model) offer() {
	m.choices = nil
	start := choice{"Start", "two minutes, up to twelve screens", "two minutes", StartMsg{}}
	if m.given > 0 {
		word := " answers"
		if m.given == 1 {
			word = " answer"
		}
		m.choices = append(m.choices, choice{"Go on", "with your " + guide.Number(m.given) + word, "with your answers", GoOnMsg{}})
		start = choice{"Start over", "from the first question", "from the beginning", StartMsg{}}
	}
	if m.resume != "" {
		m.choices = append(m.choices, choice{"Resume", m.resume, m.resume, ResumeMsg{}})
	}
	read, brief := "every approach in plain words", "every approach"
	if n := len(m.lib.Knowledge.Therapies); n > 0 {
		brief = fmt.Sprintf("%d approaches", n)
		read = brief + " in plain words"
	}
	m.choices = append(m.choices, start, choice{"Read", read, brief, ReadMsg{}}, choice{"Watch", "a sample person goes through it", "a sample person", WatchMsg{}})
	m.focus, m.word = 0, 9
	for _, c := range m.choices {
		m.word = max(m.word, frame.Width(c.word)+2)
	}
	m.build()
}

// Update moves, and answers with what was chosen.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := m.keys; {
		case key.Matches(msg, k.Up):
			m.move(-1)
		case key.Matches(msg, k.Down):
			m.move(1)
		case key.Matches(msg, k.Open):
			return m, m.open(m.focus)
		case key.Matches(msg, k.Further, k.Back):
			m.skip += m.hidden
			if key.Matches(msg, k.Back) {
				m.skip = 0
			}
			m.build()
		default:
			for i, c := range m.choices {
				if strings.EqualFold(msg.String(), c.word[:1]) || msg.String() == fmt.Sprint(i+1) {
					m.focus = i
					m.build()
					return m, m.open(i)
				}
			}
		}
	case tea.MouseClickMsg:
		if i, ok := m.at(msg.X, msg.Y); ok && msg.Button == tea.MouseLeft {
			m.focus = i
			m.build()
			return m, m.open(i)
		}
	case tea.MouseMotionMsg:
		if i, ok := m.at(msg.X, msg.Y); ok && i != m.focus {
			m.focus = i
			m.build()
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelDown:
			m.move(1)
		case tea.MouseWheelUp:
			m.move(-1)
		}
	}
	return m, nil
}

func (m *Model) move(by int) {
	m.focus = max(min(m.focus+by, len(m.choices)-1), 0)
	m.build()
}

func (m Model) at(x, y int) (int, bool) {
	i := (y - m.top) / max(m.step, 1)
	return i, y >= m.top && (y-m.top)%max(m.step, 1) == 0 && i < len(m.choices) && y < m.box.Height && x >= m.box.Margin-2 && x < m.box.Margin+m.width
}

func (m Model) open(i int) tea.Cmd {
	msg := m.choices[i].msg
	return func() tea.Msg { return msg }
}

// SetSize takes the room: the width of the window, and the rows of the body.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Fit(w, h)
	m.draw()
}

// SetTheme takes the theme.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme, m.on = t, t.OnFocus()
	m.draw()
}

// View returns the rows as they were built.
func (m Model) View() string { return m.box.Lines(m.rows) }

// Cursor is on the choice in focus.
func (m Model) Cursor() frame.Point { return m.box.Bar(m.top + m.focus*m.step) }

// Header is the name alone, and what to know at once.
func (m Model) Header() (title, status string, page, of int) {
	return "", "offline " + m.theme.Signs.Dot + " " + m.stored, 0, 0
}

// Note says that the purpose goes on, in a window that is too small for all of it.
func (m Model) Note() string {
	if m.skip < m.hidden {
		return m.theme.Signs.Below + " more with " + m.keys.Further.Help().Key
	}
	return ""
}

// Typing reports whether a text field has the focus. This screen does not have one.
func (m Model) Typing() bool { return false }

// draw makes the picture and then the rows. The picture is left out if the text would become too narrow.
func (m *Model) draw() {
	if m.lib == nil {
		return
	}
	m.picture = nil
	if m.box.Inner >= 72 {
		var lit []string
		for _, p := range m.lib.Places {
			if p.Lit {
				lit = append(lit, p.Option)
			}
		}
		m.picture = bodymap.Picture(m.lib, m.theme, 26, min(m.box.Height, 31), lit...)
	}
	m.build()
}

// build makes the rows. The choices always show; blank rows, and then the title, give way to the purpose.
func (m *Model) build() {
	if m.theme == nil || m.lib == nil {
		return
	}
	t, b, art := m.theme, m.box, 0
	if len(m.picture) > 0 {
		art = frame.Width(m.picture[0])
	}
	m.width = min(b.Inner, 60)
	if art > 0 {
		m.width = min(b.Inner-art-8, 60)
	}
	text := [][]string{{t.Bold.Text(ansi.Truncate(title, m.width, t.Signs.Ellipsis))}}
	n := 1
	for i, p := range m.purpose {
		ink := t.Text
		if i > 0 {
			ink = t.Muted
		}
		rows := frame.Each(frame.Wrap(p, m.width), ink.Text)
		text, n = append(text, rows), n+len(rows)
	}
	spare := b.Height - n - len(m.choices)
	m.rows = nil
	for i, block := range text {
		// a blank row before each block, the one before the choices first, then the last paragraph's
		if i > 0 && spare > len(text)-i {
			m.rows = append(m.rows, "")
		}
		m.rows = append(m.rows, block...)
	}
	if spare > 0 {
		m.rows = append(m.rows, "")
	}
	keep := max(b.Height-len(m.choices), 0)
	if len(m.rows) > keep && len(m.rows) > 0 {
		m.rows = m.rows[1:]
	}
	m.hidden = max(len(m.rows)-keep, 0)
	m.skip = min(m.skip, m.hidden)
	m.rows = m.rows[m.skip:min(m.skip+keep, len(m.rows))]
	for i := range m.rows {
		m.rows[i] = b.Row(m.rows[i])
	}
	m.top, m.step = len(m.rows), 1
	if spare >= 3*len(m.choices)+len(text) { // a large window: room to breathe
		m.step = 2
	}
	for i, c := range m.choices {
		if i > 0 && m.step > 1 {
			m.rows = append(m.rows, "")
		}
		m.rows = append(m.rows, m.choice(c, i == m.focus))
	}
	m.beside(art)
}

func (m *Model) choice(c choice, focus bool) string {
	room := max(m.width-m.word, 0)
	word, says := frame.Pad(c.word, m.word), c.says
	if frame.Width(says) > room {
		says = ansi.Truncate(c.brief, room, m.theme.Signs.Ellipsis)
	}
	if !focus {
		return m.box.Row(m.theme.Bold.Text(word) + m.theme.Muted.Text(says))
	}
	return strings.Repeat(" ", max(m.box.Margin-2, 0)) + m.on.Bar.Text(m.theme.Signs.Bar) + m.on.Bold.Text(" "+word) + m.on.Text.Block(says, room)
}

// beside puts the picture at the right edge.
func (m *Model) beside(art int) {
	at := m.box.Margin + m.box.Inner - art
	for i, line := range m.picture {
		for len(m.rows) <= i {
			m.rows = append(m.rows, "")
		}
		m.rows[i] = frame.Pad(m.rows[i], at) + line
	}
}
