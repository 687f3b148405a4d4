// Package bodymap lets a person point at where it hurts, on a figure and in a list that says the same in words.
//
// [New] makes a Model for the question of places, Model.Update takes keys and clicks, and Model.Answers returns what is
// selected: the places, and the side of each place that has one.
package bodymap

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

// The words of the sides, as the list shows them.
const (
	left  = "left"
	right = "right"
)

// Model is the map. Its zero value shows nothing.
type Model struct {
	keys  KeyMap
	theme *theme.Theme
	on    theme.Focused
	asked guide.Asked
	rows  []row
	all   []figure

	picked []sides // by row; a place without sides counts as left
	unsure bool    // the whole question
	off    []keep  // by row, where hands are to keep off; nil in the question

	focus  int  // the row; -1 is above the list
	second bool // the right side of the row in focus
	face   int  // which view shows, where there is room for one: 0 front, 1 back

	box  frame.Box
	plan plan
	top  int // first row of the list that shows
	line int // the row in focus, counted from the first that shows
	text string
	note string
}

// row is one line of the list.
type row struct {
	kind   kind
	option *knowledge.Option
	side   *knowledge.Question // which side; nil where the place has none
	sided  bool
	drawn  bool  // it is a place of the figure
	whole  bool  // it is made of several places of the figure
	within []int // the rows of what it is a part of
}

type kind uint8

const (
	place      kind = iota
	everywhere      // an option that is not a single place
	none            // nothing hurts
	unsure          // the whole question is open
)

// sides is which sides of a place are selected. For an open one the place is known but the side is not.
type sides struct{ left, right, open bool }

func (s sides) any() bool { return s.left || s.right }

// New makes the map for the question of places and the questions of their sides, each made for one place.
func New(l *content.Library, where guide.Asked, questions []*knowledge.Question, t *theme.Theme) Model {
	m := Model{keys: Keys(), asked: where, focus: -1, face: 1}
	m.rows = fromHeadToFoot(rowsOf(l.Places, where, questions), l)
	joinWholes(m.rows, l.Places)
	m.picked = make([]sides, len(m.rows))
	m.all = figuresOf(l, m.rows)
	m.SetTheme(t)
	return m
}

// rowsOf returns the rows to choose from: the places of the figure in the order of the question, then the other options.
func rowsOf(places []content.Place, where guide.Asked, questions []*knowledge.Question) []row {
	var rows, rest, last []row
	for _, o := range where.Shown {
		r := row{kind: everywhere, option: o}
		for _, q := range questions {
			if len(q.Of) == 1 && q.Of[0] == o.ID {
				r.side, r.sided = q, true
			}
		}
		for _, p := range places {
			if p.Option == o.ID {
				r.kind, r.drawn = place, true
			}
		}
		switch {
		case o.ID == knowledge.None:
			r.kind = none
			last = append(last, r)
		case r.kind == place:
			rows = append(rows, r)
		default:
			rest = append(rest, r)
		}
	}
	return append(append(append(rows, rest...), last...), row{kind: unsure})
}

// joinWholes notes which rows are made of which.
func joinWholes(rows []row, places []content.Place) {
	at := map[string]int{}
	for i, r := range rows {
		if r.option != nil {
			at[r.option.ID] = i
		}
	}
	for _, p := range places {
		part, ok := at[p.Option]
		for _, w := range p.Within {
			if whole, there := at[w]; ok && there {
				rows[whole].whole = true
				rows[part].within = append(rows[part].within, whole)
			}
		}
	}
}

// fromHeadToFoot sorts the places from top to bottom of the figure, so that moving down the list moves down the body.
func fromHeadToFoot(rows []row, l *content.Library) []row {
	if len(l.Figures) == 0 {
		return rows
	}
	option := map[rune]string{}
	for _, p := range l.Places {
		for _, letter := range p.Letter {
			option[letter], option[letter-'a'+'A'] = p.Option, p.Option
		}
	}
	sum, cells := map[string]int{}, map[string]int{}
	for _, v := range []content.View{l.Figures[0].Front, l.Figures[0].Back} {
		for y, line := range v.Mask {
			for _, letter := range line {
				if o := option[letter]; o != "" {
					sum[o], cells[o] = sum[o]+100*y, cells[o]+1
				}
			}
		}
	}
	height := func(r row) int { return sum[r.option.ID] / max(cells[r.option.ID], 1) }
	places := 0
	for places < len(rows) && rows[places].kind == place {
		places++
	}
	slices.SortStableFunc(rows[:places], func(a, b row) int { return height(a) - height(b) })
	return rows
}

// figuresOf reads the figures, largest first. The spot of a place is its row, doubled, plus one for the right side.
func figuresOf(l *content.Library, rows []row) []figure {
	spots := map[rune]int{}
	for _, p := range l.Places {
		for i, r := range rows {
			if r.option != nil && r.option.ID == p.Option && r.kind == place {
				for _, letter := range p.Letter {
					spots[letter] = 2 * i
					if r.sided {
						spots[letter-'a'+'A'] = 2*i + 1
					}
				}
			}
		}
	}
	var out []figure
	for _, f := range l.Figures {
		g := newFigure(f, func(letter rune) int {
			if s, ok := spots[letter]; ok {
				return s
			}
			return nowhere
		})
		at := 0
		for at < len(out) && out[at].rows > g.rows {
			at++
		}
		out = append(out[:at], append([]figure{g}, out[at:]...)...)
	}
	return out
}

// SetTheme takes the theme.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme, m.on = t, t.OnFocus()
	m.build()
}

// SetSize takes the room: the width of the window, and the rows of the body.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Wide(w, h)
	m.build()
}

// View returns the map as it was built.
func (m Model) View() string { return m.text }

// Cursor is on the row in focus, or on the question above the list.
func (m Model) Cursor() frame.Point {
	if m.focus < 0 {
		return m.box.Bar(0)
	}
	return frame.Point{X: max(m.plan.listX-2, 0), Y: min(m.plan.listY+m.line, max(m.box.Height-1, 0))}
}

// Capital reports whether a capital letter leads to a place. The small one may have another use.
func (m Model) Capital(letter string) bool {
	for _, r := range m.rows {
		if r.option != nil && begins(r.option.Label, letter, 1<<10) {
			return true
		}
	}
	return false
}

// Note is the help of the place in focus.
func (m Model) Note() string { return m.note }

// Update handles keys and the mouse. The parent model handles going on and back.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		m.key(msg)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			m.click(msg.X, msg.Y)
		}
	case tea.MouseMotionMsg:
		if !m.hover(msg.X, msg.Y) {
			return m, nil
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelDown:
			m.goTo(min(m.focus+1, len(m.rows)-1))
		case tea.MouseWheelUp:
			m.goTo(max(m.focus-1, 0))
		}
	default:
		return m, nil
	}
	m.build()
	return m, nil
}

func (m *Model) key(msg tea.KeyPressMsg) {
	switch k := m.keys; {
	case key.Matches(msg, k.Up):
		m.move(-1)
	case key.Matches(msg, k.Down):
		m.move(1)
	case key.Matches(msg, k.First):
		m.goTo(0)
	case key.Matches(msg, k.Last):
		m.goTo(len(m.rows) - 1)
	case key.Matches(msg, k.Left), key.Matches(msg, k.Right):
		m.sideways(key.Matches(msg, k.Right))
	case key.Matches(msg, k.Choose):
		m.toggle()
	case key.Matches(msg, k.Unsure):
		for i, r := range m.rows {
			if r.kind == unsure {
				m.goTo(i)
				m.toggle()
			}
		}
	case key.Matches(msg, k.Turn):
		m.face = 1 - m.face
		m.build()
		return
	default:
		m.letter(msg.String())
	}
	m.turnTo()
}

// move goes to the next row, or the one before, round at the ends: nowhere and not sure are close to the first place.
func (m *Model) move(by int) {
	if m.focus < 0 && by < 0 {
		m.focus = 0
	}
	m.focus = (m.focus + by + len(m.rows)) % len(m.rows)
}

func (m *Model) goTo(row int) {
	m.focus = row
}

// sideways changes the side of the row in focus.
func (m *Model) sideways(right bool) {
	if m.focus < 0 {
		m.move(1)
	}
	if m.focus >= 0 && m.rows[m.focus].sided {
		m.second = right
	}
}

// letter chooses the row of a digit, and goes to the next row that begins with a letter; where none does, to the next one with
// a word that does.
func (m *Model) letter(s string) {
	if len(s) != 1 {
		return
	}
	if c := s[0]; c >= '0' && c <= '9' {
		if row := (int(c-'0') + 9) % 10; row < len(m.rows) && m.keyOf(row) == s {
			m.focus = row
			m.toggle()
		}
		return
	}
	for _, words := range []int{1, 1 << 10} {
		for n := range m.rows {
			at := (m.focus + 1 + n) % len(m.rows)
			if o := m.rows[at].option; o != nil && begins(o.Label, s, words) {
				m.focus = at
				return
			}
		}
	}
}

// begins reports whether one of the first words begins with the letter.
func begins(label, letter string, words int) bool {
	for _, w := range strings.Fields(label)[:min(words, len(strings.Fields(label)))] {
		if strings.EqualFold(w[:1], letter) {
			return true
		}
	}
	return false
}

// turnTo shows the view on which the place in focus can be seen.
func (m *Model) turnTo() {
	if m.focus < 0 || !m.rows[m.focus].drawn || m.plan.figure == nil {
		return
	}
	spot := m.spot()
	if !m.plan.figure.views[m.face].has(spot) && m.plan.figure.views[1-m.face].has(spot) {
		m.face = 1 - m.face
	}
}

// spot is the place and side in focus.
func (m *Model) spot() int {
	s := 2 * m.focus
	if m.second && m.rows[m.focus].sided {
		s++
	}
	return s
}
