package bodymap

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/ui/frame"
	"knead/ui/theme"
)

// items lists the rows on offer; -1 is the rule between places and the rest, when there is room for both.
func (m *Model) items() []int {
	var out []int
	for i := range m.rows {
		if i > 0 && m.rows[i-1].kind == place && m.rows[i].kind != place {
			out = append(out, -1)
		}
		out = append(out, i)
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

// list draws the list and the lines below it. Each row begins two columns left of the text, where the focus bar is.
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
	from, to := frame.Window(len(items), height, at, at+1, m.page(at, height, len(items)))
	m.top, m.line = from, at-from
	var rows []string
	for _, item := range items[from:to] {
		rows = append(rows, m.listRow(item))
	}
	if p.listH > 0 {
		rows = append(rows, m.summary(len(rows) < p.listH-1, to < len(items))...)
	}
	return rows[:min(len(rows), max(p.listH, 0))]
}

// page is the first row that shows. A list that is longer than the room turns by as much of a page as there is, for each row that moves
// is written to the terminal again.
func (m *Model) page(at, height, n int) int {
	const kept = 4 // rows of the page before
	switch {
	case at < m.top:
		return max(at+kept-height, 0)
	case at >= m.top+height:
		return min(at+1-kept, n-height)
	}
	return m.top
}

// always returns how many rows the list needs whatever is chosen, including the rule.
func (m *Model) always() int {
	n := 1
	for _, r := range m.rows {
		if r.kind <= unsure {
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
	}
	if on {
		text = bold
	}
	if r.kind == unsure {
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
		pieces = append(pieces, piece{muted, gap})
		box(picked.right, s.Chosen, s.NotChosen)
		word(picked.right, m.second, right)
	case r.kind == unsure:
		box(on, s.Unsure, s.NotPicked)
	case r.kind == none:
		box(on, s.Picked, s.NotPicked)
	default:
		box(on, s.Chosen, s.NotChosen)
	}
	return m.join(m.keyOf(i), pieces, focus)
}

type piece struct {
	ink  theme.Ink
	text string
}

// join puts pieces into a row; the row in focus has a bar and a ground up to the end of the list, any other the key that
// chooses it in the place of the bar.
func (m *Model) join(key string, pieces []piece, focus bool) string {
	var s strings.Builder
	used := 0
	if focus {
		s.WriteString(m.on.Bar.Text(m.theme.Signs.Bar))
		s.WriteString(m.on.Text.Text(" "))
	} else {
		s.WriteString(m.theme.Muted.Text(frame.Pad(key, 2)))
	}
	for i, run := 0, ""; i < len(pieces); i++ { // neighbors of one ink are written together
		run += pieces[i].text
		used += frame.Width(pieces[i].text)
		if i+1 == len(pieces) || pieces[i+1].ink != pieces[i].ink {
			s.WriteString(pieces[i].ink.Text(run))
			run = ""
		}
	}
	if focus && used < m.plan.listW {
		s.WriteString(m.on.Text.Text(strings.Repeat(" ", m.plan.listW-used)))
	}
	return s.String()
}

// keyOf is what chooses a row: a digit for the first ten places, u for "not sure"; "" for any other row.
func (m *Model) keyOf(row int) string {
	switch {
	case m.rows[row].kind == unsure:
		return "u"
	case row < 10 && m.rows[row].drawn:
		return strconv.Itoa((row + 1) % 10)
	}
	return ""
}

// label is what a row says.
func (m *Model) label(i int) string {
	switch r := m.rows[i]; r.kind {
	case unsure:
		return "Not sure"
	default:
		return r.option.Label
	}
}

// summary returns the lines below the list: how many are chosen, the way on, and their names if there is room.
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
