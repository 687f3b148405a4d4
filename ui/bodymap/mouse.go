package bodymap

import "knead/ui/frame"

// at returns what is at a cell of the body: a row of the list, which side of it, and whether the cell is a box, a side, or a
// place of the figure rather than just a label.
func (m *Model) at(x, y int) (row int, second, exact, ok bool) {
	p := m.plan
	if p.figure != nil {
		for i := range p.views {
			v := &p.figure.views[i]
			if p.views == 1 {
				v = &p.figure.views[m.face]
			}
			cx, cy := x-p.x[i], y-p.y
			if cy >= 0 && cy < len(v.cells) && cx >= 0 && cx < len(v.cells[cy]) && v.cells[cy][cx].spot >= 0 {
				spot := v.cells[cy][cx].spot
				return spot / 2, spot%2 == 1, true, true
			}
		}
	}
	items := m.items()
	i := y - p.listY
	height := max(min(len(items), p.listH-1), 0)
	if i < 0 || i >= height || m.top+i >= len(items) || x < p.listX-2 || x >= p.listX+p.listW || items[m.top+i] < 0 {
		return 0, false, false, false
	}
	row = items[m.top+i]
	if !m.rows[row].sided {
		return row, false, true, true
	}
	gap := 2
	if p.tight {
		gap = 1
	}
	lead := p.boxX
	if w := frame.Width(m.label(row)) + 1; w > lead {
		lead = w
	}
	from := p.listX + lead
	middle := from + 2 + len(left) + gap
	return row, x >= middle, x >= from-1, true
}

// click chooses what is under the mouse. On the name of a place with sides it only goes there: which side is still to say.
func (m *Model) click(x, y int) {
	row, second, exact, ok := m.at(x, y)
	if !ok {
		return
	}
	m.focus = row
	if exact {
		m.second = second
		m.toggle()
	}
}

// hover goes to what is under the mouse; it reports whether anything moved.
func (m *Model) hover(x, y int) bool {
	row, second, exact, ok := m.at(x, y)
	if !ok || !exact || row == m.focus && (second == m.second || !m.rows[row].sided) {
		return false
	}
	m.focus, m.second = row, second
	return true
}

// OnNext reports whether the cell is on the way on below the list.
func (m Model) OnNext(x, y int) bool {
	p := m.plan
	i := y - p.listY
	rows := m.list()
	if w, _ := m.Answers(); !w.Given() {
		return false
	}
	height := max(min(len(m.items()), p.listH-1), 0)
	return i >= height && i < min(height+2, len(rows)) && x >= p.listX+p.listW-8 && x < p.listX+p.listW
}

// Above puts the focus above the list, where no key chooses anything.
func (m *Model) Above() {
	m.focus, m.second = -1, false
	m.build()
}
