package results

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/page"
)

const maxCached = 12

// twoPanes reports whether the explanation is next to the list.
func (m *Model) twoPanes() bool { return m.area.both }

// listWidth is the room of the words of the list.
func (m *Model) listWidth() int {
	switch {
	case m.area.paned:
		return m.area.list.w - 5 // the frame, the focus bar, and a blank on each side
	case m.at == answerPart:
		return min(m.box.Inner, frame.TextWidth+22)
	}
	return m.box.Text
}

func (m *Model) textWidth() int {
	if m.area.both {
		return min(m.area.text.w-4, frame.TextWidth)
	}
	return m.box.Text
}

// listHeight and textHeight are how many rows of the list and of the explanation show.
func (m *Model) listHeight() int {
	if m.area.paned {
		return max(m.area.list.h-2, 1)
	}
	return m.box.Height
}

func (m *Model) textHeight() int {
	if m.area.both {
		return max(m.area.text.h-2, 1)
	}
	return m.box.Height
}

// explain shows the explanation of what is selected: from what was rendered before, or by having it rendered.
func (m Model) explain() (Model, tea.Cmd) {
	it := m.selected()
	if it == nil {
		return m, nil
	}
	if id := it.id(); id != m.pageOf {
		m.pageOf, m.offset = id, 0
	}
	if m.open() != nil {
		return m, nil
	}
	k := page.Key{ID: m.pageOf, Width: m.textWidth(), Theme: m.theme.Name, Colors: m.theme.Colors}
	t, d := m.theme, m.document(it)
	return m, func() tea.Msg { return renderedMsg{page.Render(k, d, false, t)} }
}

// document is the explanation of an item: the person's own reasons first, then where the rest of the page is.
func (m *Model) document(it *item) document.Document {
	if it.match != nil {
		d := report.Explain(m.g, m.shown, it.match)
		d.Title = it.match.Therapy.Name // its word is at the end of the row
		return d
	}
	for _, s := range m.doc.Sections {
		if s.ID == it.id() {
			return report.Only(m.g, s.Title, s)
		}
	}
	return document.Document{}
}

func (m *Model) open() *page.Page {
	k := page.Key{ID: m.pageOf, Width: m.textWidth(), Theme: m.theme.Name, Colors: m.theme.Colors}
	for i := range m.pages {
		if m.pages[i].Key == k {
			return &m.pages[i]
		}
	}
	return nil
}

func (m *Model) keep(p page.Page) {
	m.pages = append(slices.Clone(m.pages), p)
	if len(m.pages) > maxCached {
		m.pages = m.pages[len(m.pages)-maxCached:]
	}
}

func (m *Model) scroll(by int) {
	m.offset = max(0, min(m.offset+by, len(m.read())-m.textHeight()))
}

func (m Model) textKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	k := m.keys
	screen := max(m.textHeight()-2, 1)
	rows, moves := k.By(msg, screen)
	switch {
	case moves:
		m.scroll(rows)
	case key.Matches(msg, k.Mark):
		m.scroll(screen)
	case key.Matches(msg, k.Next), key.Matches(msg, k.Previous):
		by := 1
		if key.Matches(msg, k.Previous) {
			by = -1
		}
		m.move(by)
		return m.explain()
	case key.Matches(msg, k.Back), key.Matches(msg, k.Other):
		m.mode = onList
	default:
		return m.otherKey(msg)
	}
	return m, nil
}

// compose builds the body from finished pieces.
func (m *Model) compose() {
	if m.g == nil || m.box.Width == 0 {
		return
	}
	var rows []string
	m.point = frame.Point{X: m.box.Margin}
	switch {
	case m.mode == comparing:
		rows = m.compareRows()
		if m.offset > 0 {
			m.point.Y = min(len(m.table.head), max(m.box.Height-1, 0))
		}
	case m.mode == onBody:
		rows = m.bodyRows()
	case m.shows() != nil:
		rows = m.shows().rows()
		m.point = m.shows().point()
	case m.area.both || m.area.paned && m.mode != onText:
		rows = m.panes()
	case m.mode == onText:
		for _, r := range m.textRows() {
			rows = append(rows, m.box.Row(r))
		}
	default:
		lead := strings.Repeat(" ", max(m.box.Margin-2, 0))
		rows = frame.Each(m.listRows(), func(s string) string { return lead + s })
	}
	m.view = m.box.Lines(rows)
}

// read is every row of what is explained.
func (m *Model) read() []string {
	if p := m.open(); p != nil {
		if m.area.both && len(p.Rows) > 2 && p.Rows[1] == "" { // the frame has the title
			return p.Rows[2:]
		}
		return p.Rows
	}
	return nil
}

func (m *Model) textRows() []string {
	all, height := m.read(), m.textHeight()
	m.offset = max(0, min(m.offset, len(all)-height))
	m.more = m.offset+height < len(all)
	rows := all[m.offset:min(m.offset+height, len(all))]
	if it := m.selected(); it != nil && it.match != nil && m.offset == 0 && len(rows) > 0 && !m.area.both {
		sign, ink := m.theme.Tone(report.Tone(it.match.Suits()))
		rows = slices.Clone(rows)
		rows[0] = frame.Between(rows[0], ink.Text(sign+" "+it.match.Word()), m.textWidth())
	}
	return rows
}

// listRows shows the part of the list around what is selected. The first selectable entry brings everything above it.
func (m *Model) listRows() []string {
	var all []string
	from, to := 0, 0
	for i := range m.items {
		it := &m.items[i]
		if i == m.cursor {
			from = len(all)
		}
		if i == m.cursor && it.focus != nil && (m.mode != onText || m.twoPanes()) {
			all = append(all, it.focus...)
		} else {
			all = append(all, it.rows...)
		}
		if i == m.cursor {
			to = len(all)
		}
	}
	focus := from
	if m.next(-1, 1) == m.cursor && to <= m.listHeight() {
		from = 0
	}
	if m.next(len(m.items), -1) == m.cursor {
		to = len(all)
	}
	a, b := frame.Window(len(all), m.listHeight(), max(from-1, 0), min(to+1, len(all)), m.top)
	m.top = a
	m.pointAt(max(focus-a, 0))
	if m.below = m.groupsBelow(b); m.at == answerPart && !m.area.paned {
		m.below = m.counts(m.box.Inner)
	}
	return all[a:b]
}

// pointAt says that the person is on a row of the list, or at the beginning of the explanation while that has the keys.
func (m *Model) pointAt(row int) {
	switch a := &m.area; {
	case m.mode == onText && a.both:
		m.point = frame.Point{X: a.text.x + 2, Y: a.text.y + 1}
	case m.mode == onText:
	case a.paned:
		m.point = frame.Point{X: a.list.x + 1, Y: a.list.y + 1 + row}
	default:
		m.point = m.box.Bar(row)
	}
}

// groupsBelow names the groups and sections of the list from a row on, as many as a row has room for.
func (m *Model) groupsBelow(row int) string {
	var names []string
	at := 0
	for i := range m.items {
		if m.items[i].head != "" && at >= row {
			name, _, _ := strings.Cut(m.items[i].head, ",")
			names = append(names, name)
		}
		at += len(m.items[i].rows)
	}
	if len(names) == 0 {
		return ""
	}
	dot := " " + m.theme.Signs.Dot + " "
	words := m.theme.Signs.Below + " " + strings.Join(names, dot)
	for n := len(names) - 1; n > 0 && frame.Width(words) > m.box.Inner; n-- {
		words = m.theme.Signs.Below + " " + strings.Join(names[:n], dot) + dot + strconv.Itoa(len(names)-n) + " more"
	}
	return words
}

// click selects and explains what lies under the mouse.
func (m Model) click(x, y int) (Model, tea.Cmd) {
	switch a := &m.area; {
	case m.mode == comparing, m.mode == onBody, m.mode == onText && !a.both:
		return m, nil
	case a.both && a.text.has(x, y):
		m.mode = onText
		return m, nil
	case !a.list.has(x, y):
		return m, nil
	case a.paned:
		if y -= a.list.y + 1; y < 0 || y >= m.listHeight() { // the frame
			return m, nil
		}
	}
	row := 0
	for i := range m.items {
		n := len(m.items[i].rows)
		if y+m.top >= row && y+m.top < row+n && m.items[i].focus != nil {
			if m.cursor == i || !m.twoPanes() {
				m.cursor = i
				return m.enter()
			}
			m.cursor, m.mode = i, onList
			return m.explain()
		}
		row += n
	}
	return m, nil
}
