package bodymap

import (
	"strconv"
	"strings"

	"knead/ui/frame"
)

// plan is the layout: which figure, from how many sides, and the list next to it.
type plan struct {
	figure *figure
	views  int
	x      [2]int // first column of each view, in the window
	y      int    // first row of the figure
	listX  int    // first column of the list's text
	listY  int
	listW  int
	listH  int
	boxX   int // of the boxes, in the list
	tight  bool
}

const listMin = 35

// layout chooses the largest figure that fits, from both sides or else from one, and the list next to it.
func (m *Model) layout() plan {
	b := m.box
	p := plan{listX: b.Margin, listY: 2, listW: min(b.Inner, 48), listH: b.Height - 3}
	label := 0
	for _, r := range m.rows {
		if r.option != nil {
			label = max(label, frame.Width(r.option.Label))
		}
	}
	pick := func() bool {
		for views := 2; views > 0; views-- {
			for i := range m.all {
				f := &m.all[i]
				gap, lead := 2, 0
				if f.rows > 20 {
					gap, lead = 8, 2
				}
				used := lead + views*f.cols + (views-1)*gap + 3
				extra := 2
				if views == 1 {
					extra = 3
				}
				if !f.worded || f.rows+extra > b.Height || used+listMin > b.Inner {
					continue
				}
				p.figure, p.views = f, views
				p.x = [2]int{b.Margin + lead, b.Margin + lead + f.cols + gap}
				p.y = 2 + min((b.Height-f.rows-extra)/2, 2)
				p.listX, p.listW = b.Margin+used, b.Inner-used
				return true
			}
		}
		return false
	}
	if pick() {
		p.listY, p.listH = 2, b.Height-2
		if b.Height >= 24 {
			p.listY, p.listW = p.y+2, min(p.listW, 48)
			p.listH = b.Height - p.listY
		}
	}
	p.boxX = min(label+2, p.listW-15)
	if p.boxX < label+1 {
		p.boxX, p.tight = max(min(label+1, p.listW-14), 0), true
	}
	return p
}

// build makes every row of the screen.
func (m *Model) build() {
	if m.theme == nil || m.asked.Question == nil {
		return
	}
	m.plan = m.layout()
	p, b := m.plan, m.box
	m.note = m.noteText()
	lines := make([]string, b.Height)
	figure := m.drawFigure()
	list, why := m.list(), m.why()
	for y := range lines {
		var s strings.Builder
		at := 0
		put := func(x int, text string) {
			if text == "" {
				return
			}
			s.WriteString(strings.Repeat(" ", max(x-at, 0)))
			s.WriteString(text)
			at = max(x, at) + frame.Width(text)
		}
		switch {
		case y == 0 && m.focus < 0: // the focus is above the list
			put(max(b.Margin-2, 0), m.on.Bar.Text(m.theme.Signs.Bar)+" "+m.title())
		case y == 0:
			put(b.Margin, m.title())
		}
		for _, part := range figure[y] {
			put(part.x, part.text)
		}
		if i := y - p.listY; i >= 0 && i < len(list) {
			put(p.listX-2, list[i])
		}
		if i := y - p.listY; i >= 0 && i < len(why) {
			put(p.listX+p.listW+whyGap, why[i])
		}
		lines[y] = s.String()
	}
	m.text = b.Lines(lines)
}

const (
	whyGap   = 6
	leastWhy = 40 // the least columns for a text next to the list
)

// why is why the question is asked and what "not sure" does, where there is room for a column of its own.
func (m *Model) why() []string {
	q, t := m.asked.Question, m.theme
	width := min(m.box.Margin+m.box.Inner-m.plan.listX-m.plan.listW-whyGap, frame.TextWidth)
	if m.plan.figure == nil || width < leastWhy {
		return nil
	}
	var rows []string
	add := func(title, text string) {
		if text == "" {
			return
		}
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(append(rows, t.AccentBold.Text(title)), frame.Each(frame.Wrap(text, width), t.Text.Text)...)
	}
	add("Why is this asked?", q.Why)
	add("Not sure?", m.asked.Unsure)
	return rows
}

type part struct {
	x    int
	text string
}

// title is the question, and as much of its hint as there is room for.
func (m *Model) title() string {
	q := m.asked.Question
	title := m.theme.Bold.Text(q.Title)
	room := m.box.Inner - frame.Width(q.Title) - 2
	hint := q.Hint
	if frame.Width(hint) > room {
		hint, _, _ = strings.Cut(hint, ". ")
		hint = strings.TrimSuffix(hint, ".") + "."
	}
	if frame.Width(hint) > room || q.Hint == "" {
		return title
	}
	return title + "  " + m.theme.Muted.Text(hint)
}

// drawFigure returns the part of each row that is left of the list.
func (m *Model) drawFigure() [][]part {
	p, b := m.plan, m.box
	rows := make([][]part, b.Height)
	if p.figure == nil {
		return rows
	}
	everywhere := m.everywhere()
	states := make([]state, 2*len(m.rows))
	of := func(spot int) state { return states[spot] }
	for i := range p.views {
		v := &p.figure.views[i]
		if p.views == 1 {
			v = &p.figure.views[m.face]
		}
		for spot := range states {
			if states[spot] = m.state(spot, everywhere); states[spot] >= here && p.views == 2 && p.figure.pointing(spot) != i {
				states[spot] -= here
			}
		}
		for y, line := range p.figure.draw(v, m.theme, of, nil, !everywhere, true) {
			if at := p.y + y; at < len(rows) {
				rows[at] = append(rows[at], part{p.x[i], line})
			}
		}
		first, last := v.headEnds(p.figure.head)
		name, at := v.name, p.y-1
		middle := p.x[i] + (first+last+1)/2
		if p.views == 1 {
			name, at = v.name+"  "+strconv.Itoa(m.face+1)+" of 2", p.y+p.figure.rows
		}
		x := max(middle-frame.Width(name)/2, p.x[i])
		if at > 0 && at < len(rows) {
			rows[at] = append(rows[at], part{x, m.theme.Muted.Text(name)})
		}
	}
	return rows
}

// state is how a place and side is painted.
func (m *Model) state(spot int, everywhere bool) state {
	i, second := spot/2, spot%2 == 1
	s := plain
	if everywhere || m.lit(i, second) {
		s = chosen
	}
	if m.focus == i && (!m.rows[i].sided || second == m.second) {
		if s == chosen {
			return chosenHere
		}
		return here
	}
	return s
}

// lit reports whether a place hurts on one side, alone or as part of an option that covers several places.
func (m *Model) lit(row int, second bool) bool {
	for _, i := range append([]int{row}, m.rows[row].within...) {
		if p := m.picked[i]; second && p.right || !second && p.left || !m.rows[i].sided && p.left {
			return true
		}
	}
	return false
}

// everywhere reports whether an option was chosen that is neither a place nor made of places.
func (m *Model) everywhere() bool {
	for i, r := range m.rows {
		if r.kind == everywhere && !r.whole && m.picked[i].left {
			return true
		}
	}
	return false
}

// noteText is the help of the row in focus.
func (m *Model) noteText() string {
	if m.focus < 0 {
		return ""
	}
	switch r := m.rows[m.focus]; r.kind {
	case unsure:
		return m.asked.Unsure
	default:
		return r.option.Help
	}
}

// pointing is the view that the focus is shown on: from behind, as the map opens where there is room for one view, or from the
// front where the place cannot be seen from behind. One view is enough to point at a place, and writes half as much to the terminal.
func (f *figure) pointing(spot int) int {
	if f.views[1].has(spot) {
		return 1
	}
	return 0
}
