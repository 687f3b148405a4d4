package library

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide/fold"
	"knead/ui/page"
)

func (m *Model) scroll(by int) {
	if m.doc == nil {
		return
	}
	m.offset = max(0, min(m.offset+by, len(m.doc.Rows)-m.textHeight()))
}

// part goes to the next or previous section.
func (m *Model) part(by int) {
	if m.doc == nil {
		return
	}
	if by > 0 {
		for _, s := range m.doc.Sections {
			if s.Row > m.offset {
				m.offset = s.Row
				break
			}
		}
	} else {
		to := 0
		for _, s := range m.doc.Sections {
			if s.Row < m.offset {
				to = s.Row
			}
		}
		m.offset = to
	}
	m.scroll(0)
}

// partRows are the rows of the section one is in.
func (m *Model) partRows() (from, to int) {
	if m.doc == nil {
		return 0, 0
	}
	to = len(m.doc.Rows)
	for _, s := range m.doc.Sections {
		if s.Row <= m.offset+1 {
			from = s.Row
		} else {
			to = s.Row
			break
		}
	}
	return from, to
}

// nextLink puts the focus on the next or previous link, beginning with those in sight.
func (m *Model) nextLink(by int) {
	var at []int // the links, without the second rows of those that were broken
	var here int
	if m.doc != nil {
		for i, l := range m.doc.Links {
			if !l.GoesOn {
				at = append(at, i)
			}
		}
	}
	n := len(at)
	if n == 0 {
		return
	}
	end := m.offset + m.textHeight()
	switch {
	case m.link >= 0 && m.doc.Links[m.link].Row >= m.offset && m.doc.Links[m.link].Row < end:
		here = slices.Index(at, m.link) + by
	case by > 0:
		here = max(slices.IndexFunc(at, func(i int) bool { return m.doc.Links[i].Row >= m.offset }), 0)
	default:
		if here = slices.IndexFunc(at, func(i int) bool { return m.doc.Links[i].Row >= end }); here < 0 {
			here = n
		}
		here--
	}
	m.link = at[(here%n+n)%n]
	m.reveal(m.doc.Links[m.link].Row)
}

// chosenLink is the link in focus: a piece for each of its rows.
func (m *Model) chosenLink() []page.Link {
	if m.doc == nil || m.link < 0 || m.link >= len(m.doc.Links) {
		return nil
	}
	to := m.link + 1
	for to < len(m.doc.Links) && m.doc.Links[to].GoesOn {
		to++
	}
	return m.doc.Links[m.link:to]
}

// reveal scrolls so that a row is in sight.
func (m *Model) reveal(row int) {
	if row < m.offset || row >= m.offset+m.textHeight() {
		m.offset = row - m.textHeight()/3
	}
	m.scroll(0)
}

// find looks for the query in the open page, and goes to the first match at or behind what shows.
func (m *Model) find() {
	m.matches, m.match = nil, 0
	if m.doc == nil || m.query == "" {
		return
	}
	word := fold.Plain(m.query)
	for i, row := range m.doc.Plain {
		if word != "" && strings.Contains(row, word) { // nothing is left of a lone accent
			m.matches = append(m.matches, i)
		}
	}
	if len(m.matches) == 0 && strings.Contains(word, " ") { // found as separate words: show the first of them
		m.query, _, _ = strings.Cut(word, " ")
		m.find()
		return
	}
	for i, row := range m.matches {
		if row >= m.offset {
			m.match = i
			break
		}
	}
	if len(m.matches) > 0 {
		m.reveal(m.matches[m.match])
	}
}

func (m *Model) nextMatch(by int) {
	if n := len(m.matches); n > 0 {
		m.match = ((m.match+by)%n + n) % n
		m.reveal(m.matches[m.match])
	}
}

// copy sends rows of the page, without escapes, to the clipboard of the terminal.
func (m *Model) copy(what string, from, to int) tea.Cmd {
	if m.doc == nil {
		return nil
	}
	if to < 0 {
		to = len(m.doc.Rows)
	}
	var text []string
	for _, row := range m.doc.Rows[from:to] {
		words := ansi.Strip(row)
		if bare := strings.TrimRight(words, m.theme.Signs.Rule+" "); bare != "" { // without the rule of a heading
			words = bare
		}
		text = append(text, words)
	}
	if !m.clipboard {
		return func() tea.Msg { return CopiedMsg{Page: m.page} }
	}
	return sendCopy(CopiedMsg{what, m.page}, strings.Join(text, "\n"))
}

func (m *Model) copySources() tea.Cmd {
	if m.doc == nil {
		return nil
	}
	for i, s := range m.doc.Sections {
		if i == len(m.doc.Sections)-1 && s.Title == "Sources" {
			return m.copy("the sources", s.Row, -1)
		}
	}
	return nil
}

func sendCopy(copied CopiedMsg, text string) tea.Cmd {
	return tea.Batch(tea.SetClipboard(text), func() tea.Msg { return copied })
}

// click follows what lies under the mouse.
func (m Model) click(x, y int) (Model, tea.Cmd) {
	if m.outlined() && x < m.textLeft()-1 {
		return m.clickOutline(y)
	}
	if x < m.textLeft()-1 || !m.shows(onText) {
		if !m.shows(onList) {
			return m, nil
		}
		if m.focus == onText {
			m.leaveText()
		}
		row := y - m.listTop() + m.top
		if m.searched {
			if n := row / 2; n >= 0 && n < len(m.hits) {
				m.hit = n
				return m.follow()
			}
			return m, nil
		}
		if row >= 0 && row < len(m.entries) && m.entries[row].page != nil {
			m.cursor = row
			return m.follow()
		}
		return m, nil
	}
	if m.contents != nil && !m.outlined() {
		return m.clickContents(y)
	}
	if m.doc == nil {
		return m, nil
	}
	m.focus = onText
	row, column := m.row(x, y)
	for _, l := range m.doc.Links {
		if l.Row == row && l.From <= column && column < l.To {
			return m.open(l.Target)
		}
	}
	return m, nil
}

func (m Model) wheel(msg tea.MouseWheelMsg) (Model, tea.Cmd) {
	by := 3
	if msg.Button == tea.MouseWheelUp {
		by = -3
	}
	switch {
	case m.contents != nil:
		m.moveContents(by / 3)
		return m, nil
	case m.shows(onText) && (msg.X >= m.textLeft()-1 || !m.shows(onList)):
		m.scroll(by)
		return m, nil
	}
	if m.focus == onText {
		m.leaveText()
	}
	m.move(by / 3)
	return m.preview()
}
