package bodymap

import (
	"slices"

	"knead/guide"
)

// toggle chooses what is in focus, or lets it go. Nothing hurts, and not sure, leave no place beside them.
func (m *Model) toggle() {
	if m.focus < 0 {
		return
	}
	m.picked = slices.Clone(m.picked)
	at := &m.picked[m.focus]
	r := m.rows[m.focus]
	switch r.kind {
	case swaps:
		m.which = false
		if m.swaps == r.option.ID {
			m.swaps = ""
		} else {
			m.swaps = r.option.ID
		}
		return
	case whichSide:
		m.which, m.swaps = !m.which, ""
		return
	case unsure:
		m.unsure = !m.unsure
		clear(m.picked)
	case none:
		was := at.left
		clear(m.picked)
		at.left, m.unsure = !was, false
	default:
		if m.second && r.sided {
			at.right = !at.right
		} else {
			at.left = !at.left
		}
		m.unsure = false
		for i := range m.rows {
			if m.rows[i].kind == none {
				m.picked[i] = sides{}
			}
		}
	}
	if !m.anySided() {
		m.swaps, m.which = "", false
	}
}

// Answers returns what was chosen as the answers to "where" and "side". The second is not Given while nothing with sides
// is chosen.
func (m Model) Answers() (where, side guide.Answer) {
	where.Unsure = m.unsure
	for _, o := range m.asked.Shown {
		for i, r := range m.rows {
			if r.option == o && r.kind <= none && m.picked[i].any() {
				where.Options = append(where.Options, o.ID)
			}
		}
	}
	if m.side == nil || !m.anySided() {
		return where, side
	}
	var all sides
	for i, r := range m.rows {
		if r.sided {
			all.left = all.left || m.picked[i].left
			all.right = all.right || m.picked[i].right
		}
	}
	id := left
	switch {
	case m.which:
		return where, guide.Answer{Unsure: true}
	case m.swaps != "":
		id = m.swaps
	case all.left && all.right:
		id = both
	case all.right:
		id = right
	}
	if m.side.Option(id) != nil {
		side.Options = []string{id}
	}
	return where, side
}

// SetAnswers shows these answers. Where they are what is shown already, nothing changes: the map may know more, namely
// which place hurts on which side.
func (m *Model) SetAnswers(where, side guide.Answer) {
	w, s := m.Answers()
	if same(w, where) && same(s, side) {
		return
	}
	m.picked = make([]sides, len(m.rows))
	m.unsure, m.which, m.swaps = where.Unsure, side.Unsure, ""
	for i, r := range m.rows {
		switch {
		case r.kind > none || !where.Has(r.option.ID):
		case r.sided:
			m.picked[i] = sides{!side.Has(right), !side.Has(left)}
		default:
			m.picked[i].left = true
		}
		if r.kind == swaps && side.Has(r.option.ID) {
			m.swaps = r.option.ID
		}
	}
	m.build()
}

func same(a, b guide.Answer) bool { return a.Unsure == b.Unsure && slices.Equal(a.Options, b.Options) }

// Chosen lists what was chosen in words: "Shoulder, right". No sides are named where they swap, or are not known.
func (m Model) Chosen() []string {
	var out []string
	for i, r := range m.rows {
		p := m.picked[i]
		switch {
		case !p.any() || r.option == nil:
		case !r.sided || m.swaps != "" || m.which:
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

// Sided reports whether Chosen names the sides.
func (m Model) Sided() bool { return m.swaps == "" && !m.which }
