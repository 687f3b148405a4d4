package wizard

import (
	tea "charm.land/bubbletea/v2"

	"knead/guide/knowledge"
)

// click does what the row under the mouse is for.
func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	m.waiting, m.pressed, m.held = nil, "", ""
	if m.mapped && !m.reviewing && !m.why {
		if m.body.OnNext(msg.X, msg.Y) {
			return m.onward()
		}
		m.pointAt(msg)
		return nil
	}
	b := m.box
	width := min(b.Text, b.Inner)
	if msg.X < b.Margin-2 || msg.X >= b.Margin+width || msg.Y < 0 {
		return nil
	}
	if m.reviewing && msg.Y == len(m.view.rows)-1 {
		m.focus = target{kind: onResult}
		return m.confirm()
	}
	if msg.Y >= len(m.view.hits) || m.view.hits[msg.Y] < 0 || m.view.hits[msg.Y] >= len(m.items) {
		return nil
	}
	it := m.items[m.view.hits[msg.Y]]
	if it.kind != onHit && it.kind != onFind && m.find.open {
		m.closeField()
	}
	m.focus = it.target
	switch it.kind {
	case onNext:
		return m.onward()
	case onLine:
		m.change(it.question)
	case onFind:
		m.openField()
	case onHit:
		if h := m.foundHere(); h != nil {
			m.markFound(h, false)
		}
	case onScale:
		if q, _, ok := m.question(it.question); ok {
			low, high := q.Range()
			column := max(width/max(high-low+1, 1), 2)
			m.set(q.ID, step(q, min(low+max(msg.X-b.Margin, 0)/column, high)))
		}
	case onOption, onUnsure:
		q, a, ok := m.question(it.question)
		if ok && q.Kind == knowledge.One && a.Has(it.option) {
			return nil // a second click takes nothing back
		}
		m.space()
	}
	return nil
}

// wheel moves the page under the focus; the next key brings the focus back into view.
func (m *Model) wheel(msg tea.MouseWheelMsg) {
	by := 0
	switch msg.Button {
	case tea.MouseWheelDown:
		by = 1
	case tea.MouseWheelUp:
		by = -1
	}
	switch {
	case m.mapped && !m.reviewing && !m.why:
		m.body, _ = m.body.Update(msg)
	case m.reviewing:
		m.moveLine(by)
	default:
		m.move(by)
	}
}
