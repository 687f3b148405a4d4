package handout

import (
	"fmt"
	"strings"

	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
)

// listWidth is the room of the choices.
const listWidth = 30

// choicesTop is the rows above them.
const choicesTop = 2

// mostParts is how many codes anybody will hold a phone in front of.
const mostParts = 3

// encode makes the codes for the room there is: of the whole result, or of the short of it where that would take too many.
func (m *Model) encode() {
	if m.g == nil || m.box.Width == 0 {
		return
	}
	points := m.points()
	m.brief = false
	m.codes = chart.Encode(report.Short(m.g, m.a, m.history), points, mostParts)
	if m.codes == nil {
		m.brief = true
		m.codes = chart.Encode(report.Brief(m.g, m.a), points, mostParts)
	}
	m.part = min(m.part, max(len(m.codes)-1, 0))
}

// points is the side length of the largest code that fits next to the choices, or in the whole window. With half blocks a cell
// holds two points, one above the other. In ASCII a point takes two cells next to each other.
func (m *Model) points() int {
	columns, rows := m.box.Inner-listWidth-2, m.box.Height
	if m.alone {
		columns, rows = m.box.Width, m.window()
	}
	if m.theme.Signs.ASCII {
		return min(columns/2, rows)
	}
	return min(columns, 2*rows)
}

// frameRows is the least that the header and the footer take of a window.
const frameRows = 4

// window is the number of rows for a full-screen code: those of the body, the header, and the footer.
func (m *Model) window() int { return m.box.Height + frameRows }

// Alone reports whether the code has the whole window; then View is all that is to be shown.
func (m Model) Alone() bool { return m.alone }

func (m *Model) showAlone(yes bool) {
	m.alone = yes
	m.encode()
}

func (m *Model) compose() {
	switch {
	case m.g == nil || m.box.Width == 0:
	case m.alone:
		m.view = m.composeAlone()
	default:
		m.view = m.composeBeside()
	}
}

func (m *Model) composeBeside() string {
	t := m.theme
	left := []string{m.box.Row(t.Bold.Text("Take your result with you")), ""}
	for i, a := range m.actions() {
		words := m.words(a)
		if i == m.cursor {
			left = append(left, m.box.BarRow(t.FocusBar.Text(t.Signs.Bar), t.FocusBold.Block(words, listWidth-2)))
		} else {
			left = append(left, m.box.Row(t.Text.Text(words)))
		}
	}
	left = append(left, "")
	for _, row := range frame.Wrap(m.about(), listWidth-2) {
		left = append(left, m.box.Row(t.Muted.Text(row)))
	}
	return m.box.Lines(m.box.Beside(left, m.drawn(), m.box.Margin+listWidth+2, ""))
}

// composeAlone centers the code in the window, with instructions next to it if they fit.
func (m *Model) composeAlone() string {
	code := m.drawn()
	if code == nil {
		code = frame.Wrap(m.about(), m.box.Inner)
	}
	wide := 0
	for _, row := range code {
		wide = max(wide, frame.Width(row))
	}
	left := max((m.box.Width-wide)/2, 0)
	hint := []string{"esc back"}
	if n := len(m.codes); n > 1 {
		hint = []string{fmt.Sprintf("part %d of %d", m.part+1, n), m.theme.Signs.Left + m.theme.Signs.Right + " others", "esc back"}
	}
	rows := make([]string, m.window())
	top := max((m.window()-len(code))/2, 0)
	for i := range rows {
		if i >= top && i < top+len(code) {
			rows[i] = frame.Pad("", left) + code[i-top]
		}
		if h := i - top - 1; h >= 0 && h < len(hint) && left >= 16 {
			rows[i] = frame.Pad(rows[i], left+wide+2) + m.theme.Muted.Text(hint[h])
		}
	}
	return strings.Join(rows, "\n")
}

// drawn is the part of the code that shows.
func (m *Model) drawn() []string {
	if m.part >= len(m.codes) {
		return nil
	}
	return m.codes[m.part].Draw(m.theme, 1, m.inverse)
}

// about says what the code is and what it contains.
func (m *Model) about() string {
	const larger = " A larger window, or a smaller font, would "
	n := len(m.codes)
	if n == 0 {
		return "This window is too small for a code that a phone can scan." + larger + "make room for it."
	}
	words := "A phone's camera reads the code without a network. "
	switch {
	case m.brief:
		words += "It says briefly what to do and what fits first. It has no health information."
	case m.history:
		words += "It says what to do, what fits, and what you answered about your health."
	default:
		words += "It says what to do and what fits. It has no health information."
	}
	if n > 1 {
		words += fmt.Sprintf(" This is part %d of %d: left and right for the others.", m.part+1, n)
	}
	if m.brief {
		words += larger + "hold all of it."
	}
	return words
}
