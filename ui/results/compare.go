package results

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
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
	head  []string // always in sight
	rows  []string
}

// compareRows is the part of the comparison that shows, below its head.
func (m *Model) compareRows() []string {
	if t := &m.table; !slices.Equal(t.of, m.marked) || t.box != m.box || t.theme != m.theme {
		m.table = m.layTable()
	}
	head, rows := m.table.head, m.table.rows
	room := max(m.box.Height-len(head), 1)
	m.offset = max(0, min(m.offset, len(rows)-room))
	m.more = m.offset+room < len(rows)
	return append(slices.Clone(head), rows[m.offset:min(m.offset+room, len(rows))]...)
}

// layTable lays the measures out below a head, with blank rows between the approaches where everything then still fits.
func (m *Model) layTable() table {
	c := comparison{g: m.g, theme: m.theme, box: m.box, assessment: m.shown}
	for _, id := range m.marked {
		for i := range m.shown.Matches {
			if m.shown.Matches[i].Therapy.ID == id {
				c.chosen = append(c.chosen, &m.shown.Matches[i])
			}
		}
	}
	head, rows := c.head(), c.rows(1)
	if len(head)+len(rows) > m.box.Height {
		rows = c.rows(0)
	}
	return table{m.marked, m.box, m.theme, head, rows}
}

// compareHead is about how many rows stay in sight above what is compared.
const compareHead = 4
