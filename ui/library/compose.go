package library

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide/fold"
	"knead/ui/frame"
)

// split reports whether the list and the page are shown next to each other.
func (m *Model) split() bool { return m.box.Width >= 80 && !m.single }

// outlined reports whether a page that was opened without the list has its contents next to it.
func (m *Model) outlined() bool { return m.single && m.box.Inner >= 72+2+m.paneWidth() }

func (m *Model) shows(f focus) bool {
	return m.focus == f || m.split() && (f == onList || !m.searched || m.focus == onText)
}

// paneWidth is the width of the list next to a page.
func (m *Model) paneWidth() int {
	if m.box.Width >= 100 {
		return 30
	}
	return 24
}

func (m *Model) listWidth() int {
	if !m.split() || m.searched && m.focus == onList {
		return m.box.Inner
	}
	return m.paneWidth()
}

// textWidth is the column of the page: never more than 72.
func (m *Model) textWidth() int {
	if m.split() || m.outlined() {
		return min(m.box.Inner-m.paneWidth()-2, 72)
	}
	return m.box.Text
}

func (m *Model) textLeft() int {
	if m.split() || m.outlined() {
		return m.box.Margin + m.paneWidth() + 2
	}
	return m.box.Margin
}

// textGap is between two columns of a page.
const textGap = 4

// textColumns is how many columns of the page show next to each other, in each of which it goes on where the one before ends.
func (m *Model) textColumns() int {
	return max((m.box.Margin+m.box.Inner-m.textLeft()+textGap)/(frame.TextWidth+textGap), 1)
}

// columnHeight is the rows of the page in a column, and textHeight in all of them.
func (m *Model) columnHeight() int { return max(m.box.Height-m.fieldRows(onText), 1) }

func (m *Model) textHeight() int { return m.columnHeight() * m.textColumns() }

// cell is where a row of the page is on the screen, and row is the row and column of the page in a cell.
func (m *Model) cell(row, column int) frame.Point {
	at := row - m.offset
	return frame.Point{X: m.textLeft() + at/m.columnHeight()*(m.textWidth()+textGap) + column, Y: at % m.columnHeight()}
}

func (m *Model) row(x, y int) (row, column int) {
	column = x - m.textLeft()
	at := max(column, 0) / (m.textWidth() + textGap)
	return m.offset + at*m.columnHeight() + y, column - at*(m.textWidth()+textGap)
}

// fold puts the rows of a page into the columns that show.
func (m *Model) fold(rows []string) []string {
	h := m.columnHeight()
	if len(rows) <= h {
		return rows
	}
	out := rows[:h:h]
	for at := h; at < len(rows); at += h {
		for i, r := range rows[at:min(at+h, len(rows))] {
			out[i] = frame.Pad(out[i], (at/h)*(m.textWidth()+textGap)) + r
		}
	}
	return out
}

// listTop is the first row of the list: below the text field, when there is one.
func (m *Model) listTop() int { return m.fieldRows(onList) }

// fieldRows is the room that the text field takes: two rows above the list, the last one below the page.
func (m *Model) fieldRows(f focus) int {
	switch {
	case f == onList && m.focus == onList && (m.searched || m.typing):
		return 2
	case f == onText && m.typing && m.focus == onText:
		return 1
	}
	return 0
}

// compose builds the body from finished pieces. It runs once for each message, not for each frame.
func (m *Model) compose() {
	if m.box.Width == 0 {
		return
	}
	var rows []string
	m.point = frame.Point{X: m.textLeft()}
	switch {
	case m.who != nil:
		rows = m.whoRows()
	case m.focus == onList && m.searched:
		rows = m.hitRows()
	case m.outlined():
		rows = m.panes(m.outline())
	case m.split():
		rows = m.panes(m.listRows())
	case m.focus == onText:
		for _, r := range m.textRows() {
			rows = append(rows, m.box.Row(r))
		}
	default:
		rows = m.listRows()
	}
	m.view = m.box.Lines(rows)
}

func (m *Model) panes(list []string) []string {
	pane := m.theme.Rule.Text(m.theme.Signs.Pane)
	return m.box.Beside(list, m.textRows(), m.textLeft()-2, pane+" ")
}

const findLabel = "Find"

// typed is the cell where text goes into a field that begins at the margin.
func (m *Model) typed(left, row int) frame.Point {
	value := []rune(m.input.Value())
	before := string(value[:min(m.input.Position(), len(value))])
	return frame.Point{X: left + frame.Width(findLabel+"  "+before), Y: row}
}

func (m *Model) field(label string) string {
	return m.theme.Muted.Text(label+"  ") + m.theme.Bold.Text(m.input.Value()) + m.theme.Accent.Text(m.theme.Signs.Bar)
}

func (m *Model) listRows() []string {
	var rows []string
	width := m.listWidth()
	if m.fieldRows(onList) > 0 {
		rows = append(rows, m.box.Row(m.field(findLabel)), m.box.Row(m.theme.Rule.Text(strings.Repeat(m.theme.Signs.Rule, width))))
	}
	height := m.box.Height - len(rows)
	focusFrom := m.cursor
	if m.cursor > 0 && m.entries[m.cursor-1].page == nil { // keep the heading in sight
		focusFrom--
	}
	from, to := frame.Window(len(m.entries), height, focusFrom, m.cursor+1, m.top)
	m.top = from
	if m.focus == onList {
		m.point = m.box.Bar(len(rows) + max(m.cursor-from, 0))
		if m.typing {
			m.point = m.typed(m.box.Margin, 0)
		}
	}
	for i := from; i < to; i++ {
		e := m.entries[i]
		switch {
		case e.page == nil:
			rows = append(rows, m.box.Row(m.theme.Bold.Text(frame.Pad(e.heading, width))))
		case i == m.cursor && m.focus == onList:
			rows = append(rows, m.box.BarRow(m.theme.FocusBar.Text(m.theme.Signs.Bar), m.theme.FocusBold.Block(e.page.Title, width)))
		case i == m.cursor:
			rows = append(rows, m.box.BarRow(m.theme.FocusBar.Text(m.theme.Signs.Bar), m.theme.AccentBold.Text(frame.Pad(e.page.Title, width))))
		default:
			rows = append(rows, m.box.Row(m.theme.Text.Text(frame.Pad(e.page.Title, width))))
		}
	}
	return rows
}

// hitRows shows the search results, each sentence below the title of its page.
func (m *Model) hitRows() []string {
	width := m.box.Inner
	rows := []string{
		m.box.Row(frame.Between(m.field(findLabel), m.theme.Muted.Text(found(len(m.hits))), width)),
		m.box.Row(m.theme.Rule.Text(strings.Repeat(m.theme.Signs.Rule, width))),
	}
	if m.typing && !m.moved || len(m.hits) == 0 {
		m.point = m.typed(m.box.Margin, 0)
	}
	if len(m.hits) == 0 {
		return append(rows, m.box.Row(m.theme.Text.Text("No matches. Try a shorter word.")))
	}
	visible := max((m.box.Height-len(rows))/2, 1)
	from, to := frame.Window(len(m.hits), visible, m.hit, m.hit+1, m.top)
	m.top = from * 2
	for i := from; i < to; i++ {
		h := m.hits[i]
		title := h.Page
		if p := m.lib.Page(h.Page); p != nil {
			title = p.Title
		}
		where := title
		if h.Section != "" {
			where += "  " + m.theme.Signs.Opens + " " + h.Section
		}
		if i == m.hit && (!m.typing || m.moved) {
			m.point = m.box.Bar(len(rows))
		}
		if i == m.hit {
			rows = append(rows, m.box.BarRow(m.theme.FocusBar.Text(m.theme.Signs.Bar), m.theme.FocusBold.Block(where, width)))
		} else {
			rows = append(rows, m.box.Row(m.theme.Bold.Text(frame.Pad(where, width))))
		}
		if h.byName {
			rows = append(rows, m.box.Row(m.theme.Muted.Text(frame.Pad(m.lib.Page(h.Page).Summary, width))))
			continue
		}
		rows = append(rows, m.box.Row(m.sentence(h, width)))
	}
	return rows
}

// sentence cuts a passage to one row around the first word found, and paints the words.
func (m *Model) sentence(h hit, width int) string {
	text, start := h.Text, 0
	if len(h.Spans) > 0 && frame.Width(text) > width {
		if first := h.Spans[0][0]; first > width*2/3 {
			start = strings.LastIndexByte(text[:first-width/3], ' ') + 1
		}
	}
	lead := ""
	if start > 0 {
		lead = "…"
	}
	line := ansi.Truncate(lead+text[start:], width, "…")
	var ranges []lipgloss.Range
	for _, s := range h.Spans {
		if s[0] < start {
			continue
		}
		from := frame.Width(lead + text[start:s[0]])
		to := from + frame.Width(text[s[0]:s[1]])
		if to <= width {
			ranges = append(ranges, lipgloss.NewRange(from, to, m.theme.FoundStyle(false)))
		}
	}
	return lipgloss.StyleRanges(m.theme.Text.Text(line), ranges...)
}

func (m *Model) textRows() []string {
	p := m.lib.Page(m.page)
	switch {
	case p == nil || m.doc == nil:
		return nil
	case m.contents != nil && !m.outlined():
		return m.contentsRows()
	}
	height := m.textHeight()
	to := min(m.offset+height, len(m.doc.Rows))
	rows := make([]string, 0, height+1)
	for i := m.offset; i < to; i++ {
		row := m.doc.Rows[i]
		if m.query != "" {
			row = m.paintFound(i, row)
		}
		for _, l := range m.chosenLink() {
			if l.Row == i && m.focus == onText {
				row = lipgloss.StyleRanges(row, lipgloss.NewRange(l.From, l.To, m.theme.LinkStyle()))
			}
		}
		rows = append(rows, row)
	}
	if link := m.chosenLink(); len(link) > 0 && m.focus == onText && link[0].Row >= m.offset && link[0].Row < to {
		m.point = m.cell(link[0].Row, link[0].From)
	}
	rows = m.fold(rows)
	if m.typing && m.focus == onText {
		m.point = m.typed(m.textLeft(), m.columnHeight())
		for len(rows) < m.columnHeight() {
			rows = append(rows, "")
		}
		rows = append(rows, m.field(findLabel))
	}
	return rows
}

func (m *Model) paintFound(i int, row string) string {
	text := ansi.Strip(row)
	var ranges []lipgloss.Range
	here := len(m.matches) > 0 && m.matches[m.match] == i
	for _, span := range fold.All(text, fold.Plain(m.query)) {
		from := frame.Width(text[:span[0]])
		ranges = append(ranges, lipgloss.NewRange(from, from+frame.Width(text[span[0]:span[1]]), m.theme.FoundStyle(here)))
	}
	if ranges == nil {
		return row
	}
	return lipgloss.StyleRanges(row, ranges...)
}

func found(n int) string {
	if n >= maxHits {
		return fmt.Sprintf("the first %d", n)
	}
	return fmt.Sprintf("%d found", n)
}

func percent(offset, last int) string {
	if last <= 0 {
		return "all"
	}
	return fmt.Sprintf("%d%%", min(offset*100/last, 100))
}

func ordinal(n, of int) string { return fmt.Sprintf("%d of %d", n, of) }
