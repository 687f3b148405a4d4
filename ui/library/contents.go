package library

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/ui/frame"
)

// openContents shows the parts of the open page in its place, the cursor on the one being read.
func (m *Model) openContents() {
	if m.doc == nil || len(m.doc.Sections) == 0 {
		return
	}
	at := max(m.partHere(), 0)
	m.contents = &at
}

// partHere is the part of the page at the top of the window; -1 above the first.
func (m *Model) partHere() int {
	at := -1
	for i, s := range m.doc.Sections {
		if s.Row <= m.offset {
			at = i
		}
	}
	return at
}

func (m *Model) contentsKey(msg tea.KeyPressMsg) {
	k := m.keys
	rows, moves := k.By(msg, max(m.box.Height-contentsTop, 1))
	switch {
	case moves && msg.String() != "space": // which opens a part here
		m.moveContents(rows)
	case key.Matches(msg, k.Open), key.Matches(msg, k.PageDown):
		m.goToPart(*m.contents)
	case key.Matches(msg, k.Close), key.Matches(msg, k.Contents):
		m.contents = nil
	}
}

func (m *Model) moveContents(by int) {
	at := max(0, min(*m.contents+by, len(m.doc.Sections)-1)) // a new variable, since copies of the Model share the old one
	m.contents = &at
}

func (m *Model) goToPart(at int) {
	m.contents = nil
	m.offset = m.doc.Sections[at].Row
	m.scroll(0)
}

// clickContents goes to the part in a row of the body.
func (m Model) clickContents(y int) (Model, tea.Cmd) {
	from, to := m.contentsWindow()
	if at := from + y - contentsTop; y >= contentsTop && at < to {
		m.goToPart(at)
	}
	return m, nil
}

// contentsTop is the room of the page's title above its contents.
const contentsTop = 2

func (m *Model) contentsWindow() (from, to int) {
	return frame.Window(len(m.doc.Sections), max(m.box.Height-contentsTop, 1), *m.contents, *m.contents+1, max(*m.contents-m.box.Height/2, 0))
}

// contentsRows are rows of the page's column.
func (m *Model) contentsRows() []string {
	title := ""
	if p := m.lib.Page(m.page); p != nil {
		title = p.Title
	}
	rows := []string{m.theme.Bold.Text(title), ""}
	from, to := m.contentsWindow()
	for i := from; i < to; i++ {
		words := m.doc.Sections[i].Title
		if i == *m.contents {
			m.point = frame.Point{X: m.textLeft(), Y: len(rows)}
			rows = append(rows, m.theme.FocusBar.Text(m.theme.Signs.Bar)+" "+m.theme.FocusBold.Block(words, m.textWidth()-2))
		} else {
			rows = append(rows, "  "+m.theme.Text.Text(frame.Pad(words, m.textWidth()-2)))
		}
	}
	return rows
}

// outline is the table of contents next to the page. The part being read, or the one at the cursor, is highlighted.
func (m *Model) outline() []string {
	if m.doc == nil {
		return nil
	}
	t, width := m.theme, m.paneWidth()
	rows := []string{m.box.Row(t.Muted.Text("On this page")), ""}
	here := m.partHere()
	if m.contents != nil {
		here = *m.contents
	}
	for i, s := range m.doc.Sections {
		for n, words := range m.outlineTitle(s.Title) {
			if i == here && m.contents != nil && n == 0 {
				m.point = m.box.Bar(min(len(rows), max(m.box.Height-1, 0)))
			}
			switch {
			case i == here && m.contents != nil:
				rows = append(rows, m.box.BarRow(t.FocusBar.Text(t.Signs.Bar), t.FocusBold.Block(words, width-1)))
			case i == here:
				rows = append(rows, m.box.BarRow(t.FocusBar.Text(t.Signs.Bar), t.AccentBold.Text(words)))
			default:
				rows = append(rows, m.box.Row(t.Text.Text(words)))
			}
		}
	}
	return rows[:min(len(rows), m.box.Height)]
}

// outlineTitle is the title of a part in the outline. A long one is wrapped.
func (m *Model) outlineTitle(title string) []string {
	rows := frame.Wrap(title, m.paneWidth()-3)
	for i := range rows[min(1, len(rows)):] {
		rows[i+1] = "  " + rows[i+1]
	}
	return rows
}

// clickOutline goes to the part in a row of the outline.
func (m Model) clickOutline(y int) (Model, tea.Cmd) {
	if m.doc == nil {
		return m, nil
	}
	row := contentsTop
	for i, s := range m.doc.Sections {
		n := len(m.outlineTitle(s.Title))
		if y >= row && y < row+n {
			m.goToPart(i)
		}
		row += n
	}
	return m, nil
}
