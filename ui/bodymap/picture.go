package bodymap

import (
	"slices"
	"strings"

	"knead/content"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

// Picture is the figure from behind with some places lit up, for a screen that only shows it. It is the largest there is
// for the room; nil when none fits.
func Picture(l *content.Library, t *theme.Theme, width, height int, options ...string) []string {
	spots := map[rune]int{}
	for _, p := range l.Places {
		for _, o := range options {
			if p.Option == o {
				for _, letter := range p.Letter {
					spots[letter], spots[letter-'a'+'A'] = 0, 0
				}
			}
		}
	}
	var best *figure
	for _, f := range l.Figures {
		g := newFigure(f, func(letter rune) int {
			if _, ok := spots[letter]; ok {
				return 0
			}
			return nowhere
		})
		if g.artCols() <= width && g.rows <= height && (best == nil || g.rows > best.rows) {
			best = &g
		}
	}
	if best == nil {
		return nil
	}
	best.cols = best.artCols()
	return best.draw(&best.views[1], t, func(int) state { return chosen }, nil, false, false)
}

// Of is the map of what somebody answered, for a screen that only shows it: where it hurts, and where hands are to keep off.
func Of(l *content.Library, g *guide.Guide, a guide.Assessment, t *theme.Theme) Model {
	place := g.Role(knowledge.RolePlace)
	if place == nil || len(l.Figures) == 0 {
		return Model{}
	}
	asked := guide.Asked{Question: place}
	for i := range place.Options {
		asked.Shown = append(asked.Shown, &place.Options[i])
	}
	m := New(l, asked, g.WithRole(knowledge.RoleSide), t)
	m.SetAnswers(a.Answers)
	m.off = make([]keep, len(m.rows))
	for _, k := range a.KeepOff {
		r := g.Region(k.Region)
		for i := range m.rows {
			if !m.covers(k.Places, i) {
				continue
			}
			if r != nil && r.Midline {
				m.off[i] = max(m.off[i], keepMiddle)
			} else {
				m.off[i] = keepAll
			}
		}
	}
	return m
}

// keep says how much of a place hands are to keep off.
type keep uint8

const (
	keepNone keep = iota
	keepMiddle
	keepAll
)

// covers reports whether options name a row, or what it is a part of.
func (m *Model) covers(options []string, row int) bool {
	named := func(i int) bool { return m.rows[i].option != nil && slices.Contains(options, m.rows[i].option.ID) }
	return named(row) || slices.ContainsFunc(m.rows[row].within, named)
}

// kept reports whether hands are to keep off a cell.
func (m *Model) kept(c cell) bool {
	if m.off == nil {
		return false
	}
	k := m.off[c.spot/2]
	return k == keepAll || k == keepMiddle && c.middle
}

// Shows reports whether there is anything to be seen on the figure: a place that hurts, or one to keep off.
func (m Model) Shows() bool {
	return m.hurts() || m.keeps()
}

// hurts reports whether a place was chosen; nowhere is none.
func (m *Model) hurts() bool {
	for i, p := range m.picked {
		if p.any() && m.rows[i].kind != none {
			return true
		}
	}
	return false
}

// keeps reports whether hands are to keep off a place that can be seen.
func (m *Model) keeps() bool {
	for i, k := range m.off {
		if k > keepNone && m.rows[i].drawn {
			return true
		}
	}
	return false
}

// Key explains what the figure shows, a piece for each state that it has.
func (m Model) Key() []string {
	t := m.theme
	var out []string
	if m.hurts() {
		out = append(out, t.ChosenMark.Text(t.Signs.Hurts)+" "+t.Muted.Text("hurts"))
	}
	if m.keeps() {
		out = append(out, t.Off.Text(t.Signs.NotNow)+" "+t.Muted.Text("hands off"))
	}
	return out
}

// pairGap is the room between the two sides of a figure, where there is so much.
const pairGap = 4

// Pair is the figure from both sides, side by side, with what was chosen lit up and nothing in focus: the largest there is for
// the room; nil when none fits.
func (m Model) Pair(width, height int) []string {
	m.focus = -1
	for i := range m.all {
		f := m.all[i]
		f.cols = f.artCols()
		gap := min(width-2*f.cols, pairGap)
		if f.rows+1 > height || gap < 2 {
			continue
		}
		rows := make([]string, f.rows+1)
		for side := range f.views {
			v := &f.views[side]
			lead := ""
			if side == 1 {
				lead = strings.Repeat(" ", gap)
			}
			first, last := v.headEnds(f.head)
			name := strings.Repeat(" ", max((first+last+1)/2-len(v.name)/2, 0)) + v.name
			rows[0] += lead + m.theme.Muted.Text(frame.Pad(name, f.cols))
			for y, row := range m.still(&f, v) {
				rows[y+1] += lead + row
			}
		}
		return rows
	}
	return nil
}

// One is the figure from one side: from behind, or from the front where that shows more. It is the largest there is for the room;
// nil when none fits. All reports whether it shows every place that there is to show.
func (m Model) One(width, height int) (rows []string, all bool) {
	m.focus = -1
	for i := range m.all {
		f := m.all[i]
		f.cols = f.artCols()
		if f.rows > height || f.cols > width {
			continue
		}
		n, seen := 0, [2]int{}
		for spot := range 2 * len(m.rows) {
			if m.state(spot, false) == plain && (m.off == nil || m.off[spot/2] == keepNone) || !f.views[0].has(spot) && !f.views[1].has(spot) {
				continue
			}
			n++
			for side := range seen {
				if f.views[side].has(spot) {
					seen[side]++
				}
			}
		}
		side := 1
		if seen[0] > seen[1] {
			side = 0
		}
		return m.still(&f, &f.views[side]), seen[side] == n
	}
	return nil, false
}

// Tall is the figure for a column of its own: from both sides where there is room, otherwise from one.
func (m Model) Tall(width, height int) []string {
	if rows := m.Pair(width, height); rows != nil {
		return rows
	}
	rows, _ := m.One(width, height)
	return rows
}

// Beside returns a figure to put next to a text: one view, or two small ones if a single view would leave out a place and both
// fit.
func (m Model) Beside(width, height int) []string {
	rows, all := m.One(min(width, marginFigure), height)
	if all {
		return rows
	}
	if both := m.Pair(width, height+1); both != nil {
		return both[1:]
	}
	return rows
}

// marginFigure is the most columns that a figure takes in the margin of a text.
const marginFigure = 14

// still draws a view with nothing in focus.
func (m *Model) still(f *figure, v *view) []string {
	everywhere := m.everywhere()
	return f.draw(v, m.theme, func(spot int) state { return m.state(spot, everywhere) }, m.kept, !everywhere && f.worded, false)
}

// artCols is the width of the figure without the words next to the head.
func (f *figure) artCols() int {
	w := 0
	for _, v := range f.views {
		for _, row := range v.cells {
			for x, c := range row {
				if c.spot != outside {
					w = max(w, x+1)
				}
			}
		}
	}
	return w
}
