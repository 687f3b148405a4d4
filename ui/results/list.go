package results

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
)

// item is one entry of a list: text to be read, a heading, a therapy, or a section.
type item struct {
	rows  []string // finished, without the focus
	focus []string // the same with the focus on it; nil where it cannot be selected
	match *guide.Match
	fold  *report.Group // what enter folds and unfolds
	sect  string        // ID of a section
	head  string        // the title of the group or section that begins here
}

// build makes the items of the list that shows for the room there is.
func (m *Model) build() {
	if m.g == nil || m.box.Width == 0 {
		return
	}
	m.items = nil
	m.arrange()
	switch width := m.listWidth(); m.at {
	case answerPart:
		if m.area.paned {
			for i := range m.grouped {
				m.list(&m.grouped[i], width)
			}
			m.blank()
		} else {
			m.opening(width)
			width = min(width, frame.TextWidth)
		}
		for _, s := range m.doc.Sections {
			if !m.inGroups(s.ID) && !placed(s.ID) {
				m.section(s, width)
			}
		}
	case approachesPart:
		for i := range m.grouped {
			m.list(&m.grouped[i], width)
		}
	}
	if it := m.selected(); it == nil || it.focus == nil {
		m.cursor = m.next(-1, 1)
	}
}

// inGroups reports whether a section is a group of therapies.
func (m *Model) inGroups(id string) bool {
	return slices.ContainsFunc(m.grouped, func(x report.Group) bool { return x.ID == id })
}

func (m *Model) blank() { m.items = append(m.items, item{rows: []string{""}}) }

func (m *Model) section(s document.Section, width int) {
	n := s.Count
	for _, b := range s.Blocks {
		if s.Count > 0 {
			break
		}
		switch b := b.(type) {
		case document.List:
			n += len(b.Items)
		case document.Rows:
			n += len(b.Rows)
		}
	}
	right := m.theme.Signs.Opens
	if n > 0 {
		right = strconv.Itoa(n) + " " + right
	}
	title := s.Title
	if frame.Width(title)+frame.Width(right) >= width {
		title, _, _ = strings.Cut(title, ",")
	}
	m.items = append(m.items, m.selectable(item{sect: s.ID, head: s.Title}, frame.Between(m.theme.Text.Text(title), m.theme.Muted.Text(right), width), frame.Between(title, right, width), width))
}

func (m *Model) selectable(it item, styled, plain string, width int) item {
	it.rows = []string{"  " + styled}
	it.focus = []string{m.theme.FocusBar.Text(m.theme.Signs.Bar) + " " + m.theme.FocusBold.Block(plain, width)}
	return it
}

// next returns the selectable item that is by steps away, or the same item if there is none.
func (m *Model) next(from, by int) int {
	at, step := from, 1
	if by < 0 {
		step, by = -1, -by
	}
	for i := from + step; i >= 0 && i < len(m.items) && by > 0; i += step {
		if m.items[i].focus != nil {
			at, by = i, by-1
		}
	}
	return at
}

func (m *Model) move(by int) { m.cursor = m.next(m.cursor, by) }

// group goes to the first entry of the next or previous group.
func (m *Model) group(by int) {
	for i := m.cursor + by; i >= 0 && i < len(m.items); i += by {
		if m.items[i].head != "" && m.items[i].focus == nil {
			if n := m.next(i, 1); n != m.cursor && m.items[n].focus != nil {
				m.cursor = n
				m.begin(i)
				return
			}
		}
	}
}

// begin puts an entry at the top of what shows, with its heading.
func (m *Model) begin(at int) {
	m.top = 0
	for i := range at {
		m.top += len(m.items[i].rows)
	}
}

// select_ puts the cursor on a therapy or section.
func (m *Model) select_(id string) {
	for i, it := range m.items {
		if it.focus != nil && it.id() == id {
			m.cursor = i
		}
	}
}

// id names what an item explains.
func (it *item) id() string {
	if it.match != nil {
		return it.match.Therapy.ID
	}
	return it.sect
}

// enter explains the selected item, or opens the part that it represents.
func (m Model) enter() (Model, tea.Cmd) {
	it := m.selected()
	if it == nil {
		return m, nil
	}
	switch it.sect {
	case homeSection:
		return m.openPart(tonightPart)
	case openSection:
		return m.openPart(unsurePart)
	}
	if it.fold != nil {
		m.toggle(it.fold)
		return m.explain()
	}
	if m.at == answerPart && m.area.paned && !m.area.both {
		id := it.id()
		if it.match != nil {
			m, _ = m.openPart(approachesPart)
			m.select_(id)
		}
	}
	m.mode, m.offset = onText, 0
	return m.explain()
}

func lower(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && (s[1] < 'A' || s[1] > 'Z') {
		return string(s[0]+32) + s[1:]
	}
	return s
}
