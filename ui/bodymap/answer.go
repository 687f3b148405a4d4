package bodymap

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// toggle selects or clears the focused row. "Nothing hurts" and "not sure" clear all places.
func (m *Model) toggle() {
	if m.focus < 0 {
		return
	}
	m.picked = slices.Clone(m.picked)
	at := &m.picked[m.focus]
	r := m.rows[m.focus]
	switch r.kind {
	case unsure:
		m.unsure = !m.unsure
		clear(m.picked)
	case none:
		was := at.left
		clear(m.picked)
		at.left, m.unsure = !was, false
	default:
		switch {
		case at.open: // the key determines the side
			*at = sides{left: !m.second, right: m.second}
		case m.second && r.sided:
			at.right = !at.right
		default:
			at.left = !at.left
		}
		m.unsure = false
		for i := range m.rows {
			if m.rows[i].kind == none {
				m.picked[i] = sides{}
			}
		}
	}
}

// Answers returns what is selected: the places, and by question the sides of every place that has them. A place whose side is
// not known leaves its question as it was.
func (m Model) Answers() (where guide.Answer, sides map[string]guide.Answer) {
	where.Unsure, sides = m.unsure, map[string]guide.Answer{}
	for _, o := range m.asked.Shown {
		for i, r := range m.rows {
			if r.option == o && r.kind <= none && m.picked[i].any() {
				where.Options = append(where.Options, o.ID)
			}
		}
	}
	for i, r := range m.rows {
		if p := m.picked[i]; r.sided && !p.open {
			sides[r.side.ID] = p.answer(r.side)
		}
	}
	return where, sides
}

// answer is the sides as an answer to the place's question, whose options are left, right, and both, in this order.
func (s sides) answer(q *knowledge.Question) guide.Answer {
	at := -1
	switch {
	case s.left && s.right:
		at = 2
	case s.right:
		at = 1
	case s.left:
		at = 0
	}
	if at < 0 || at >= len(q.Options) {
		return guide.Answer{}
	}
	return guide.Answer{Options: []string{q.Options[at].ID}}
}

// sidesOf is the inverse: the sides that an answer names. Without one the side is open.
func sidesOf(q *knowledge.Question, a guide.Answer) sides {
	for _, s := range []sides{{left: true}, {right: true}, {left: true, right: true}} {
		if b := s.answer(q); len(b.Options) > 0 && a.Has(b.Options[0]) {
			return s
		}
	}
	return sides{left: true, right: true, open: true}
}

// SetAnswers shows the answers to the questions of the map.
func (m *Model) SetAnswers(a guide.Answers) {
	where := a[m.asked.ID]
	m.picked, m.unsure = make([]sides, len(m.rows)), where.Unsure
	for i, r := range m.rows {
		switch {
		case r.kind > none || !where.Has(r.option.ID):
		case r.sided:
			m.picked[i] = sidesOf(r.side, a[r.side.ID])
		default:
			m.picked[i].left = true
		}
	}
	m.build()
}

// Chosen lists what is selected in words: "Shoulder, right". The side is left out where it is not known.
func (m Model) Chosen() []string {
	var out []string
	for i, r := range m.rows {
		p := m.picked[i]
		switch {
		case !p.any() || r.option == nil:
		case !r.sided || p.open:
			out = append(out, r.option.Label)
		case p.left && p.right:
			out = append(out, r.option.Label+", both")
		case p.right:
			out = append(out, r.option.Label+", right")
		default:
			out = append(out, r.option.Label+", left")
		}
	}
	return out
}
