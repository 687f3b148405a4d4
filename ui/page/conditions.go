package page

import (
	"strings"

	"knead/guide/document"
	"knead/ui/frame"
	"knead/ui/theme"
)

// TableFrom is the width from which conditions have a column for each verdict.
const TableFrom = 92

// namesFrom is the width from which the name of a group has a column of its own.
const namesFrom = 60

// Conditions lays out the table of conditions in rows of this width: its head, and the rows of each group. If a column for each
// verdict does not fit, each verdict is a point below or next to the name of the group. The name of the group at index focus is
// highlighted; -1 highlights none.
func Conditions(t *theme.Theme, c document.Conditions, width, focus int) (head []string, groups [][]string) {
	w := conditions{t, c, width}
	if width >= TableFrom {
		head = w.head()
	}
	for i, g := range c.Groups {
		ink := t.Bold
		if i == focus {
			ink = t.AccentBold
		}
		if width >= TableFrom {
			groups = append(groups, w.columns(g, ink))
		} else {
			groups = append(groups, w.points(g, ink))
		}
	}
	return head, groups
}

type conditions struct {
	theme *theme.Theme
	document.Conditions
	width int
}

// nameWidth is the column of the groups' names: as wide as the longest word allows, and a blank of two.
const nameWidth = 22

func (w conditions) columnWidth() int { return (w.width-nameWidth)/len(w.Columns()) - 2 }

func (w conditions) head() []string {
	row := strings.Repeat(" ", nameWidth)
	for _, col := range w.Columns() {
		sign, ink := w.theme.Tone(col.Tone)
		row += frame.Pad(ink.Text(sign)+" "+w.theme.Bold.Text(col.Title), w.columnWidth()) + "  "
	}
	return []string{strings.TrimRight(row, " "), w.theme.Rule.Text(strings.Repeat(w.theme.Signs.Thick, w.width))}
}

// columns are the rows of a group in the table.
func (w conditions) columns(g document.ConditionGroup, ink theme.Ink) []string {
	cells := [][]string{w.names(g, ink, nameWidth-2)}
	rows := len(cells[0])
	for _, col := range w.Columns() {
		var cell []string
		for _, c := range g.Of(col.Tone) {
			for i, row := range frame.Wrap(c.String(), w.columnWidth()-2) {
				lead := "  "
				if i == 0 {
					lead = w.theme.Muted.Text(w.theme.Signs.Bullet) + " "
				}
				cell = append(cell, lead+w.item(c).Text(row))
			}
		}
		if cell == nil {
			cell = []string{w.theme.Muted.Text(w.theme.Signs.Dash)}
		}
		cells, rows = append(cells, cell), max(rows, len(cell))
	}
	out := make([]string, rows)
	for i := range out {
		for n, cell := range cells {
			text := ""
			if i < len(cell) {
				text = cell[i]
			}
			if n == len(cells)-1 {
				out[i] = strings.TrimRight(out[i]+text, " ")
				break
			}
			width := w.columnWidth()
			if n == 0 {
				width = nameWidth - 2
			}
			out[i] += frame.Pad(text, width) + "  "
		}
	}
	return out
}

// points are the rows of a group as a list: a sign for each verdict, and its conditions after it.
func (w conditions) points(g document.ConditionGroup, ink theme.Ink) []string {
	names, in := w.names(g, ink, nameWidth-2), nameWidth
	var out []string
	if w.width < namesFrom {
		out, names, in = w.names(g, ink, w.width), nil, 2
	}
	n := 0
	for _, col := range w.Columns() {
		words := g.Words(col.Tone)
		if words == "" {
			continue
		}
		sign, of := w.theme.Tone(col.Tone)
		for i, row := range frame.Wrap(words, w.width-in-2) {
			lead := "  "
			if i == 0 {
				lead = of.Text(sign) + " "
			}
			name := ""
			if n < len(names) {
				name = names[n]
			}
			out = append(out, frame.Pad(name, in)+lead+w.theme.Text.Text(row))
			n++
		}
	}
	for ; n < len(names); n++ {
		out = append(out, names[n])
	}
	return out
}

// names is the name of a group, and whether it is the person's.
func (w conditions) names(g document.ConditionGroup, ink theme.Ink, width int) []string {
	rows := frame.Each(frame.Wrap(g.Title, width), ink.Text)
	if g.Yours() {
		rows = append(rows, w.theme.AccentBold.Text("yours"))
	}
	return rows
}

func (w conditions) item(c document.Condition) theme.Ink {
	if c.Yours {
		return w.theme.AccentBold
	}
	return w.theme.Text
}

// conditions adds the table of conditions, with a legend if no heading explains the signs.
func (f *flow) conditions(c document.Conditions) {
	width := f.width - 2*len(f.bars)
	head, groups := Conditions(f.theme, c, width, -1)
	if head == nil {
		for _, col := range c.Columns() {
			sign, ink := f.theme.Tone(col.Tone)
			f.add(line{lead: sign + " ", sign: ink, text: document.Text{Words: col.Title}})
		}
	}
	f.drawn(head)
	for _, rows := range groups {
		f.gap = true
		f.drawn(rows)
	}
	f.gap = true
	for _, words := range c.Legend() {
		f.add(line{text: document.Text{Words: words}})
	}
}
