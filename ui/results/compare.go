package results

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/theme"
)

// mark marks the selected therapy to be compared, or lets it go; three at most.
func (m *Model) mark() {
	it := m.selected()
	if it == nil || it.match == nil {
		return
	}
	id := it.match.Therapy.ID
	if i := slices.Index(m.marked, id); i >= 0 {
		m.marked = slices.Delete(slices.Clone(m.marked), i, i+1)
	} else if len(m.marked) < 3 {
		m.marked = append(slices.Clone(m.marked), id)
	}
	at := m.cursor
	m.build()
	m.cursor = at
}

// startComparing compares what is marked; with fewer than two, the selected one and the best placed of the other kind.
func (m *Model) startComparing() {
	chosen := slices.Clone(m.marked)
	if it := m.selected(); len(chosen) < 2 && it != nil && it.match != nil && !slices.Contains(chosen, it.match.Therapy.ID) {
		chosen = append(chosen, it.match.Therapy.ID)
	}
	kinds := []knowledge.TherapyKind{knowledge.Alternative, knowledge.Massage, knowledge.SelfHelp}
	if it := m.selected(); it != nil && it.match != nil && it.match.Therapy.Kind != knowledge.Massage {
		kinds[0], kinds[1] = knowledge.Massage, knowledge.Alternative
	}
	for _, kind := range kinds {
		if best := m.shown.FirstChoice(kind); len(chosen) < 2 && best != nil && !slices.Contains(chosen, best.Therapy.ID) {
			chosen = append(chosen, best.Therapy.ID)
		}
	}
	if len(chosen) < 2 {
		return
	}
	m.marked, m.mode, m.offset, m.table = chosen, comparing, 0, table{}
}

func (m Model) compareKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	k := m.keys
	page := max(m.box.Height-compareHead-1, 1)
	rows, moves := k.By(msg, page)
	switch {
	case moves:
		m.offset += rows
	case key.Matches(msg, k.Mark):
		m.offset += page
	case msg.String() == "right", msg.String() == "l":
		m.another(1)
	case msg.String() == "left", msg.String() == "h":
		m.another(-1)
	case key.Matches(msg, k.Review):
		return m, func() tea.Msg { return ReviewMsg{} }
	case msg.String() == "esc", key.Matches(msg, k.Compare), msg.String() == "enter":
		m.mode, m.marked, m.offset = onList, nil, 0
		at := m.cursor
		m.build()
		m.cursor = at
	}
	return m, nil
}

// another puts the next therapy in rank order in the last column.
func (m *Model) another(by int) {
	last := len(m.marked) - 1
	at := slices.IndexFunc(m.shown.Matches, func(x guide.Match) bool { return x.Therapy.ID == m.marked[last] })
	n := len(m.shown.Matches)
	for range n {
		at = ((at+by)%n + n) % n
		if id := m.shown.Matches[at].Therapy.ID; !slices.Contains(m.marked, id) {
			m.marked = slices.Clone(m.marked)
			m.marked[last] = id
			return
		}
	}
}

// table is what is compared, laid out once for a choice, a window, and a theme.
type table struct {
	of    []string
	box   frame.Box
	theme *theme.Theme
	rows  []string
	heads [][]string // by row, what is to stand above it when it is the first that shows
}

// compareRows is the part of the comparison that shows.
func (m *Model) compareRows() []string {
	if t := &m.table; !slices.Equal(t.of, m.marked) || t.box != m.box || t.theme != m.theme {
		m.table = m.layTable()
	}
	rows, heads := m.table.rows, m.table.heads
	room := max(m.box.Height-len(heads[0]), 1)
	m.offset = max(0, min(m.offset, len(rows)-room))
	m.more = m.offset+room < len(rows)
	shown := rows[m.offset:min(m.offset+room, len(rows))]
	head := heads[m.offset]
	if slices.Contains(shown, head[0]) { // it is about to be the first
		head = heads[max(m.offset-1, 0)]
	}
	return append(slices.Clone(head), shown...)
}

// layTable lays the therapies side by side, the same rows for each; below 80 columns one below the other.
func (m *Model) layTable() table {
	var chosen []*guide.Match
	for _, id := range m.marked {
		for i := range m.shown.Matches {
			if m.shown.Matches[i].Therapy.ID == id {
				chosen = append(chosen, &m.shown.Matches[i])
			}
		}
	}
	const label = 13
	var head, rows []string
	var heads [][]string
	if m.box.Width < 80 {
		for i, x := range chosen {
			sign, ink := m.theme.Tone(report.Tone(x.Suits()))
			head = []string{m.box.Row(frame.Between(m.theme.Bold.Text(x.Therapy.Name), ink.Text(sign+" "+x.Word()), m.box.Text))}
			if i > 0 {
				rows = append(rows, "", head[0])
			}
			for _, r := range m.compared(x) {
				rows = append(rows, m.hung(r.name, r.text, label)...)
			}
			for len(heads) < len(rows) {
				heads = append(heads, head)
			}
		}
	} else {
		head, rows = m.columns(chosen, label)
		heads = slices.Repeat([][]string{head}, len(rows))
	}
	return table{m.marked, m.box, m.theme, rows, heads}
}

// compareHead is about how many rows stay in sight above what is compared.
const compareHead = 3

func (m *Model) hung(name, text string, label int) []string {
	rows := frame.Hang(strings.Repeat(" ", label), text, m.box.Text)
	for i, r := range rows {
		lead := frame.Pad("", label)
		if i == 0 {
			lead = frame.Pad(name, label)
		}
		rows[i] = m.box.Row(m.theme.Muted.Text(lead) + m.theme.Text.Text(r[min(label, len(r)):]))
	}
	return rows
}

// columns lays the therapies out side by side. Blank rows stand between the lines, unless they alone would
// make it longer than the window.
func (m *Model) columns(chosen []*guide.Match, label int) (head, rows []string) {
	width := (m.box.Inner - label) / len(chosen)
	words := []string{""}
	var names [][]string
	for _, x := range chosen {
		sign, ink := m.theme.Tone(report.Tone(x.Suits()))
		names = append(names, frame.Each(frame.Wrap(x.Therapy.Name, width-gutter), m.theme.Bold.Text))
		words = append(words, ink.Text(sign+" "+x.Word()))
	}
	head = append(m.line("", names, label, width, " "),
		m.beside(words, label, width, " "), m.box.Row(m.theme.Rule.Text(strings.Repeat(m.theme.Signs.Rule, m.box.Inner))))
	pane := m.theme.Rule.Text(m.theme.Signs.Pane)
	var lines [][]string
	n := len(head)
	for i, first := range m.compared(chosen[0]) {
		var cells [][]string
		alike := true
		for _, x := range chosen {
			text := m.compared(x)[i].text
			alike = alike && text == first.text
			cells = append(cells, frame.Each(frame.Wrap(text, width-gutter), m.theme.Text.Text))
		}
		line := m.line(first.name, cells, label, width, pane)
		if alike { // what tells nothing apart is said once, and quietly
			line = nil
			for j, row := range frame.Wrap("the same: "+first.text, width*len(chosen)-gutter) {
				name := ""
				if j == 0 {
					name = first.name
				}
				line = append(line, m.box.Row(m.theme.Muted.Text(frame.Pad(name, label)+row)))
			}
		}
		lines = append(lines, line)
		n += len(line)
	}
	spread := n+len(lines)-1 <= m.box.Height || n > m.box.Height // without them it would fit, or nothing is won
	for i, line := range lines {
		rows = append(rows, line...)
		if spread && i < len(lines)-1 {
			rows = append(rows, m.beside(make([]string, len(chosen)+1), label, width, pane))
		}
	}
	return head, rows
}

// gutter is the room between two columns, the line in it included.
const gutter = 4

// line joins cells of several rows, the name before the first row.
func (m *Model) line(name string, cells [][]string, label, width int, edge string) []string {
	height := 0
	for _, cell := range cells {
		height = max(height, len(cell))
	}
	rows := make([]string, height)
	for y := range rows {
		row := []string{""}
		if y == 0 {
			row[0] = m.theme.Muted.Text(name)
		}
		for _, cell := range cells {
			text := ""
			if y < len(cell) {
				text = cell[y]
			}
			row = append(row, text)
		}
		rows[y] = m.beside(row, label, width, edge)
	}
	return rows
}

// beside joins the label and the cells of one row, with an edge before every cell but the first.
func (m *Model) beside(cells []string, label, width int, edge string) string {
	row := frame.Pad(cells[0], label)
	for i, cell := range cells[1:] {
		if i > 0 {
			row += edge + "  "
		}
		row += frame.Pad(cell, width-gutter+1)
	}
	return m.box.Row(row)
}

type comparedRow struct{ name, text string }

func (m *Model) compared(x *guide.Match) []comparedRow {
	g := x.Therapy.Glance
	certainty := "not rated"
	if e := x.Evidence; e != nil && e.Certainty != knowledge.CertaintyNotRated {
		certainty = m.theme.Signs.Certainty(e.Certainty.Steps()) + " " + strings.ReplaceAll(e.Certainty.String(), "-", " ")
	}
	return []comparedRow{
		{"For you", report.InShort(m.g, m.shown, x)},
		{"Weak points", g.Weak},
		{"Research", report.Research(x.Evidence) + "; " + certainty},
		{"Effort", g.Effort},
		{"Touch", g.Touch},
		{"Cost", g.Cost},
		{"To try", g.Try},
		{"Guidelines", stances(x.Evidence)},
	}
}

// stances is what guidelines say, a row for each.
func stances(e *knowledge.Evidence) string {
	if e == nil || len(e.Guidelines) == 0 {
		return report.Stance(e)
	}
	rows := make([]string, len(e.Guidelines))
	for i, l := range e.Guidelines {
		rows[i] = l.Name + ": " + l.Says
	}
	return strings.Join(rows, "\n")
}
