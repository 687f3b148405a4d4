package wizard

import "strings"

// style is how generously a page is set: whether every answer's help is under it, and how many blank rows there are.
type style struct {
	helps bool
	air   air
	paged bool // the question in focus is at the top, and the others wait above and below
}

// air is the rows of a page that it can do without, in the order in which they are worth their room: the headings of a list of
// warning signs, so that "none of these" shows with the signs, and blank rows.
type air int

const (
	headings air = iota + 1
	afterHint
	beforeFoot
	beforeRule
	afterHints
	beforeNext
	afterRule
	betweenQuestions
	betweenAnswers
)

// needs is the style that a row needs to be part of the page. A page is written once with all the rows that any style has, so
// that a style is chosen by counting rows.
type needs struct {
	air   air  // at least this much
	below air  // less than this much; 0 for any
	paged air  // this much is enough where questions are paged; 0 for the same as air
	gap   bool // only after a row that is not blank
}

// kept reports whether a row is part of the page in a style; blank, whether the row before it is.
func (n needs) kept(st style, blank bool) bool {
	least := n.air
	if st.paged && n.paged > 0 {
		least = n.paged
	}
	return st.air >= least && (n.below == 0 || st.air < n.below) && !(n.gap && blank)
}

// layout is the page in its style, before it is scrolled.
type layout struct {
	style style
	width int
	lines []line
	items []item
	block map[string][2]int // the lines of each question
	foot  foot
}

// foot is the rows below a page. Help is the last row of a help, which is shown in the row above the footer.
type foot struct {
	chosen bool // the rows begin with what was chosen, which has a rule above it where there is room
	rows   []string
	help   string
}

// height is the rows that a foot takes, with the blank row before it.
func (f foot) height(a air) int {
	n := len(f.rows)
	if n > 0 && a >= beforeFoot {
		n++
	}
	if f.chosen && a >= beforeFoot {
		n++
	}
	return n
}

// counts returns how many rows of a sheet a style keeps before each of them, and altogether.
func (s *sheet) counts(st style) []int {
	at := make([]int, 1, len(s.lines)+1)
	n, blank := 0, true
	for _, l := range s.lines {
		if l.needs.kept(st, blank) {
			n, blank = n+1, l.row == nil && l.text == ""
		}
		at = append(at, n)
	}
	return at
}

// fits reports whether the page fits a room in a style, and whether each of its several questions does.
func (s *sheet) fits(st style, f foot) (all, each bool) {
	at := s.counts(st)
	room, most := s.m.box.Height-f.height(st.air), 0
	for _, b := range s.block {
		most = max(most, at[b[1]]-at[b[0]])
	}
	return at[len(s.lines)] <= room, len(s.block) > 1 && most <= room
}

// in is the page in a style.
func (s *sheet) in(st style, f foot) layout {
	at := s.counts(st)
	l := layout{style: st, width: s.width, foot: f, items: make([]item, len(s.items)), block: make(map[string][2]int, len(s.block))}
	l.lines = make([]line, 0, at[len(s.lines)])
	for n, row := range s.lines {
		if at[n+1] > at[n] {
			l.lines = append(l.lines, row)
		}
	}
	for n, it := range s.items {
		l.items[n] = item{it.target, at[it.from], at[it.to]}
	}
	for question, b := range s.block {
		l.block[question] = [2]int{at[b[0]], at[b[1]]}
	}
	if f.chosen && st.air >= beforeFoot {
		t := s.m.theme
		l.foot.chosen = false
		l.foot.rows = append([]string{s.m.box.Row(t.Rule.Text(strings.Repeat(t.Signs.Rule, s.width)))}, f.rows...)
	}
	return l
}

// setting lays the page out in the most generous style that fits. If a page of several questions does not fit in any style, it
// scrolls from question to question, and each of them is laid out as generously as it fits alone.
func (m *Model) setting() layout {
	tight, tightFoot := m.write(false)
	if all, each := tight.fits(style{}, tightFoot); !all && !each { // no other style fits either
		return tight.in(style{}, tightFoot)
	}
	full, fullFoot := tight, m.foot(true, m.whole())
	if m.helped() {
		full, fullFoot = m.write(true)
	}
	for _, whole := range []bool{true, false} {
		for _, helps := range []bool{true, false} {
			s, f := tight, tightFoot
			if helps {
				s, f = full, fullFoot
			}
			for a := betweenAnswers; a >= 0; a-- {
				st := style{helps, a, !whole}
				if all, each := s.fits(st, f); whole && all || !whole && each && a < betweenQuestions {
					return s.in(st, f)
				}
			}
		}
	}
	return tight.in(style{}, tightFoot)
}

// whole is the width of the page where nothing is next to it.
func (m *Model) whole() int { return min(m.box.Text, m.box.Inner) }

// write writes the page with all rows of any style, with every answer's help or without.
func (m *Model) write(helps bool) (sheet, foot) {
	s := sheet{m: m, helps: helps, width: m.whole(), block: map[string][2]int{}}
	if m.reviewing && len(m.margin(len(m.reviewFoot(s.width)))) > 0 {
		s.width -= marginFigure + marginGap
	}
	s.lines, s.items = make([]line, 0, 2*len(m.laid.lines)+16), make([]item, 0, len(m.items)+8)
	s.compose()
	if !m.among(s.items) && len(s.items) > 0 && m.focus.kind != onResult { // what was in focus is gone
		m.focus = s.items[0].target
		return m.write(helps)
	}
	return s, m.foot(helps, m.whole())
}

// helped reports whether an answer of the page has a help, so that showing it makes a difference.
func (m *Model) helped() bool {
	if m.reviewing || m.mapped {
		return false
	}
	for _, q := range m.asked {
		for _, o := range q.Shown {
			if o.Help != "" {
				return true
			}
		}
	}
	return false
}
