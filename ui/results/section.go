package results

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/theme"
)

// section is one of the numbered parts of a result that draws itself. It is a value: lay and update return the next one, so a
// copy of a Model stays as it was.
type section interface {
	// lay makes its rows for a room. It is called when the section is opened, and when the room or the theme changes. What takes
	// milliseconds belongs in the command; its answer comes to update.
	lay(room) (section, tea.Cmd)
	// update answers a message, and reports whether the section had a use for it. A key without a use there is left to the result:
	// the numbers, Esc, and what leads to another screen.
	update(tea.Msg) (section, tea.Cmd, bool)
	// rows are finished and no more than the room is high.
	rows() []string
	// point is where the person is: on the row in focus, or on the first that is read.
	point() frame.Point
	// note is the line above the keys, or "".
	note() string
	// short are the keys for the last row, and full those for the help.
	short() []key.Binding
	full() [][]key.Binding
}

// room is where a section is drawn.
type room struct {
	box   frame.Box
	theme *theme.Theme
}

// result is what all sections are about. It is never changed.
type result struct {
	g       *guide.Guide
	lib     *content.Library
	own     guide.Assessment
	doc     document.Document // without what would change it
	opens   report.Answer
	grouped []report.Group
}

// part is a numbered part of the result. Those without a section are lists of the Model itself.
type part struct {
	name    string
	section section
	cursor  int // where the list was left, or -1
	top     int
}

// The parts, in their order. The first two are lists of the Model, and the last is there only while an answer is open.
const (
	answerPart = iota
	approachesPart
	tonightPart
	visitPart
	whatIfPart
	sourcesPart
	unsurePart
)

// parts makes the numbered parts of a result, in their order.
func parts(of *result) []part {
	out := []part{
		{name: "Answer"},
		{name: "Approaches"},
		{name: "Tonight", section: newReading(of, "Tonight, and at home", homeSection)},
		{name: "Visit", section: newReading(of, "Your visit", "ask", "sessions")},
		{name: "What if", section: newWhatIf(of)},
		{name: "Sources", section: newSources(of)},
	}
	if s := newNotSure(of); s != nil {
		out = append(out, part{name: "Not sure", section: s})
	}
	for i := range out {
		out[i].cursor = -1
	}
	return out
}

// placed are the sections of the document that a part shows; the others are entries of the answer.
func placed(id string) bool {
	switch id {
	case answerSection, homeSection, "ask", "sessions", "answers", "aside", changesSection:
		return true
	}
	return false
}

// open shows a part.
func (m Model) openPart(n int) (Model, tea.Cmd) {
	if n < 0 || n >= len(m.parts) {
		return m, nil
	}
	m.leavePart()
	m.at, m.mode = n, onList
	p := &m.parts[n]
	if p.section != nil {
		return m.layPart()
	}
	m.cursor, m.top = p.cursor, p.top
	m.build()
	return m.explain()
}

// leavePart remembers where the list is left.
func (m *Model) leavePart() {
	m.parts = append([]part{}, m.parts...)
	if p := &m.parts[m.at]; p.section == nil {
		p.cursor, p.top = m.cursor, m.top
	}
}

// layPart lays out the part that shows, if it is a section.
func (m Model) layPart() (Model, tea.Cmd) {
	if m.at >= len(m.parts) || m.parts[m.at].section == nil || m.box.Width == 0 {
		return m, nil
	}
	p := m.parts[m.at]
	var cmd tea.Cmd
	p.section, cmd = p.section.lay(room{m.box, m.theme})
	m.parts = append([]part{}, m.parts...)
	m.parts[m.at] = p
	return m, cmd
}

// shows is the section that shows, or nil while a list of the Model does.
func (m *Model) shows() section {
	if m.mode == comparing || m.mode == onBody || m.at >= len(m.parts) {
		return nil
	}
	return m.parts[m.at].section
}

// tell passes a message to the section on the screen, or to all sections if it answers a command.
func (m Model) tell(msg tea.Msg, all bool) (Model, tea.Cmd, bool) {
	m.parts = append([]part{}, m.parts...)
	var cmds []tea.Cmd
	used := false
	for i := range m.parts {
		if p := &m.parts[i]; p.section != nil && (all || i == m.at) {
			var cmd tea.Cmd
			var one bool
			p.section, cmd, one = p.section.update(msg)
			cmds, used = append(cmds, cmd), used || one
		}
	}
	return m, tea.Batch(cmds...), used
}

// number is the part that a key opens.
func (m *Model) number(msg tea.KeyPressMsg) (int, bool) {
	n, err := strconv.Atoi(msg.String())
	return n - 1, err == nil && n >= 1 && n <= len(m.parts)
}

// Head is the rows below the name: the numbered parts, and the rule, which is heavy under the one that shows. Names that do not
// fit are left to their number, from the end.
func (m Model) Head(width int) []string {
	if m.g == nil {
		return nil
	}
	names, gap := m.names(width)
	s := m.theme.Signs
	var row, rule strings.Builder
	for i, name := range names {
		if i > 0 {
			row.WriteString(strings.Repeat(" ", gap))
			rule.WriteString(m.theme.Rule.Text(strings.Repeat(s.Rule, gap)))
		}
		w := frame.Width(name)
		if i == m.at {
			row.WriteString(m.theme.AccentBold.Text(name))
			rule.WriteString(m.theme.Accent.Text(strings.Repeat(s.Thick, w)))
			continue
		}
		number, rest, _ := strings.Cut(name, " ")
		if row.WriteString(m.theme.Muted.Text(number)); rest != "" {
			row.WriteString(" " + m.theme.Text.Text(rest))
		}
		rule.WriteString(m.theme.Rule.Text(strings.Repeat(s.Rule, w)))
	}
	rule.WriteString(m.theme.Rule.Text(strings.Repeat(s.Rule, max(width-frame.Width(row.String()), 0))))
	return []string{row.String(), rule.String()}
}

func (m *Model) names(width int) ([]string, int) {
	var names []string
	for short := range m.parts {
		names = nil
		length := 0
		for i, p := range m.parts {
			name := strconv.Itoa(i + 1)
			if i == m.at || i < len(m.parts)-short {
				name += " " + p.name
			}
			names = append(names, name)
			length += frame.Width(name)
		}
		for gap := 3; gap > 1; gap-- {
			if length+gap*(len(names)-1) <= width {
				return names, gap
			}
		}
	}
	return names, 1
}
