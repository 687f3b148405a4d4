package bodymap

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/ui/frame"
	"knead/ui/theme"
)

// plan is where things stand: which figure, from how many sides, and the list beside it.
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

// layout chooses the largest figure there is room for, from both sides or else from one, and the list beside it.
func (m *Model) layout() plan {
	b := m.box
	p := plan{listX: b.Margin, listY: 2, listW: min(b.Inner, 48), listH: b.Height - 3}
	label := 0
	for _, r := range m.rows {
		if r.option != nil && r.kind != swaps {
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
				if f.rows+extra > b.Height || used+listMin > b.Inner {
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
	list := m.list()
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
		if y == 0 {
			put(b.Margin, m.title())
		}
		for _, part := range figure[y] {
			put(part.x, part.text)
		}
		if i := y - p.listY; i >= 0 && i < len(list) {
			put(p.listX-2, list[i])
		}
		lines[y] = s.String()
	}
	m.text = b.Lines(lines)
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

// drawFigure returns what stands in each row of the body left of the list.
func (m *Model) drawFigure() [][]part {
	p, b := m.plan, m.box
	rows := make([][]part, b.Height)
	if p.figure == nil {
		return rows
	}
	everywhere := m.everywhere()
	states := make([]state, 2*len(m.rows))
	for spot := range states {
		states[spot] = m.state(spot, everywhere)
	}
	of := func(spot int) state { return states[spot] }
	for i := range p.views {
		v := &p.figure.views[i]
		if p.views == 1 {
			v = &p.figure.views[m.face]
		}
		for y, line := range p.figure.draw(v, m.theme, of, !everywhere, true) {
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
	if everywhere || second && m.picked[i].right || !second && m.picked[i].left {
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

func (m *Model) everywhere() bool {
	for i, r := range m.rows {
		if r.kind == everywhere && m.picked[i].left {
			return true
		}
	}
	return false
}

// items lists the rows on offer; -1 is the rule between places and the rest, when there is room for both.
func (m *Model) items() []int {
	var out []int
	for i := range m.rows {
		if m.offered(i) {
			if i > 0 && m.rows[i-1].kind == place && m.rows[i].kind != place {
				out = append(out, -1)
			}
			out = append(out, i)
		}
	}
	if m.plan.listH-1 < m.always() {
		for i, at := range out {
			if at < 0 {
				return append(out[:i], out[i+1:]...)
			}
		}
	}
	return out
}

// list draws the list with what is below it; each row begins two columns left of the text, where the bar stands.
func (m *Model) list() []string {
	p := m.plan
	items := m.items()
	height := max(min(len(items), p.listH-1), 0)
	at := 0
	for i, item := range items {
		if item == m.focus && m.focus >= 0 {
			at = i
		}
	}
	from, to := frame.Window(len(items), height, at, at+1, m.top)
	m.top = from
	var rows []string
	for _, item := range items[from:to] {
		rows = append(rows, m.listRow(item))
	}
	if p.listH > 0 {
		rows = append(rows, m.summary(len(rows) < p.listH-1, to < len(items))...)
	}
	return rows[:min(len(rows), max(p.listH, 0))]
}

// always is how many rows the list has whatever is chosen, with the rule.
func (m *Model) always() int {
	n := 1
	for _, r := range m.rows {
		if r.kind < swaps {
			n++
		}
	}
	return n
}

func (m *Model) listRow(i int) string {
	t, p := m.theme, m.plan
	if i < 0 {
		return "  " + t.Rule.Text(strings.Repeat(t.Signs.Rule, max(p.listW, 0)))
	}
	r, picked, focus := m.rows[i], m.picked[i], i == m.focus
	text, bold, muted, yes := t.Text, t.Bold, t.Muted, t.AccentBold
	if focus {
		text, bold, muted, yes = m.on.Bold, m.on.Bold, m.on.Text, m.on.Accent
	}
	label, on := m.label(i), picked.any()
	switch r.kind {
	case unsure:
		on = m.unsure
	case swaps:
		on = m.swaps == r.option.ID
	case whichSide:
		on = m.which
	}
	if on {
		text = bold
	}
	if r.kind == unsure || r.kind == whichSide {
		if !focus && !on {
			text = t.Muted
		}
	}
	label = ansi.Truncate(label, max(p.listW-2, 0), t.Signs.Ellipsis)
	lead := max(p.boxX, min(frame.Width(label)+1, p.listW-1))
	pieces := []piece{{text, frame.Pad(label, lead)}}
	box := func(on bool, sign, off string) {
		if on {
			pieces = append(pieces, piece{yes, sign})
		} else {
			pieces = append(pieces, piece{muted, off})
		}
	}
	gap := "  "
	if p.tight {
		gap = " "
	}
	word := func(on, here bool, s string) {
		switch {
		case focus && here:
			pieces = append(pieces, piece{m.on.Text, " "}, piece{m.on.Underline, s})
		case on:
			pieces = append(pieces, piece{yes, " " + s})
		default:
			pieces = append(pieces, piece{muted, " " + s})
		}
	}
	s := t.Signs
	switch {
	case r.sided:
		box(picked.left, s.Chosen, s.NotChosen)
		word(picked.left, !m.second, left)
		pieces = append(pieces, piece{text, gap})
		box(picked.right, s.Chosen, s.NotChosen)
		word(picked.right, m.second, right)
	case r.kind == unsure, r.kind == whichSide:
		box(on, s.Unsure, s.NotPicked)
	case r.kind == none, r.kind == swaps:
		box(on, s.Picked, s.NotPicked)
	default:
		box(on, s.Chosen, s.NotChosen)
	}
	return m.join(pieces, focus)
}

type piece struct {
	ink  theme.Ink
	text string
}

// join puts pieces into a row; the row in focus has a bar and a ground up to the end of the list.
func (m *Model) join(pieces []piece, focus bool) string {
	var s strings.Builder
	used := 0
	if focus {
		s.WriteString(m.on.Bar.Text(m.theme.Signs.Bar))
		s.WriteString(m.on.Text.Text(" "))
	} else {
		s.WriteString("  ")
	}
	for _, p := range pieces {
		s.WriteString(p.ink.Text(p.text))
		used += frame.Width(p.text)
	}
	if focus && used < m.plan.listW {
		s.WriteString(m.on.Text.Text(strings.Repeat(" ", m.plan.listW-used)))
	}
	return s.String()
}

// label is what a row says.
func (m *Model) label(i int) string {
	switch r := m.rows[i]; r.kind {
	case unsure:
		return "Not sure"
	case whichSide:
		return "Not sure which side"
	default:
		return r.option.Label
	}
}

// summary stands below the list: how many are chosen, the way on, and their names where there is room.
func (m *Model) summary(spare, more bool) []string {
	t, p := m.theme, m.plan
	chosen := m.Chosen()
	left, right := "", ""
	switch {
	case m.unsure:
		left = t.Caution.Text("Not sure")
	case len(chosen) == 1 && m.has(none):
		left = t.AccentBold.Text(chosen[0])
	case len(chosen) > 0:
		left = t.AccentBold.Text(strconv.Itoa(len(chosen)) + " chosen")
	}
	if left != "" {
		right = t.AccentBold.Text("Next " + t.Signs.Opens)
	}
	if more {
		left += t.Muted.Text(strings.Repeat(" ", min(len(left), 3)) + t.Signs.Below + " more")
	}
	row := "  " + frame.Between(left, right, p.listW)
	if left == "" && right == "" {
		row = ""
	}
	if !spare {
		return []string{row}
	}
	rows := []string{"", row}
	if len(chosen) > 0 && m.box.Height >= 24 && !m.has(none) {
		rows = append(rows, "")
		for _, c := range chosen {
			rows = append(rows, "  "+t.Text.Text(t.Signs.Chosen+" "+c))
		}
	}
	return rows
}

func (m *Model) has(k kind) bool {
	for i, r := range m.rows {
		if r.kind == k && m.picked[i].any() {
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
	case whichSide:
		return m.side.Unsure
	case swaps:
		return "Now on one side, now on the other."
	default:
		return r.option.Help
	}
}
