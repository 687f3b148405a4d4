package library

import (
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/page"
)

// The room that the view of conditions needs for two columns, and what its list takes of it.
const (
	whoBeside = 72
	whoList   = 38
	whoShort  = 5 // rows of the list above an explanation

	whoFind = "Find  " // before what is typed
)

// whoRows are the rows of the view.
func (m *Model) whoRows() []string {
	w, t := m.who, m.theme
	field := t.Muted.Text(whoFind) + t.Muted.Text("an illness or a medicine")
	if w.query != "" {
		field = t.Muted.Text(whoFind) + t.Bold.Text(w.query) + t.Accent.Text(t.Signs.Bar)
	}
	caret := frame.Point{X: m.box.Margin + frame.Width(whoFind+w.query)}
	m.point = caret
	rows := []string{m.box.Row(field), m.box.Row(m.whoCounts())}
	if m.box.Inner >= page.TableFrom {
		rows = []string{m.box.Row(frame.Between(field, m.whoCounts(), m.box.Inner)), m.box.Row(t.Rule.Text(strings.Repeat(t.Signs.Rule, m.box.Inner)))}
	}
	height := m.box.Height - len(rows)
	var list []string
	switch m.whoRow = -1; {
	case w.query == "" && !w.inside:
		list = m.whoGroups(height)
	case w.whole:
		list, m.point = m.boxed(m.window(m.explained(m.box.Text), height)), frame.Point{X: m.box.Margin, Y: len(rows)}
	default:
		list = m.whoConditions(height)
	}
	if m.whoRow >= 0 && (w.query == "" || w.moved) {
		m.point = m.box.Bar(len(rows) + m.whoRow)
	}
	return append(rows, list...)
}

// whoCounts are how many conditions have each verdict, which explains the signs as well.
func (m *Model) whoCounts() string {
	var parts []string
	for _, col := range m.who.table.Columns() {
		sign, ink := m.theme.Tone(col.Tone)
		parts = append(parts, ink.Text(sign)+" "+m.theme.Muted.Text(strconv.Itoa(m.who.table.Count(col.Tone))+" "+strings.ToLower(col.Short())))
	}
	return strings.Join(parts, "   ")
}

// whoGroups is the table with the group in focus, or below its width the groups with a sign for each condition.
func (m *Model) whoGroups(height int) []string {
	w, t := m.who, m.theme
	if m.box.Inner >= page.TableFrom {
		head, groups := page.Conditions(t, w.table, m.box.Inner, w.group)
		var rows []string
		from, to := 0, 0
		var starts []int
		for i, g := range groups {
			starts = append(starts, len(rows))
			if i == w.group {
				from, to = len(rows), len(rows)+len(g)
			}
			for _, row := range g {
				if i == w.group {
					rows = append(rows, m.box.BarRow(t.FocusBar.Text(t.Signs.Bar), row))
				} else {
					rows = append(rows, m.box.Row(row))
				}
			}
			rows = append(rows, "")
		}
		height -= len(head)
		top := from // the first row that shows begins a group
		for _, start := range starts {
			if start >= from-height/3 && to-start <= height || len(rows) <= height {
				top = start
				break
			}
		}
		m.whoRow = len(head) + from - top
		return append(m.boxed(head), rows[top:min(top+height, len(rows))]...)
	}
	var left []string
	width := m.box.Inner
	if m.box.Inner >= whoBeside {
		width = whoList
	}
	from, to := frame.Window(len(w.table.Groups), height, w.group, w.group+1, w.group-height/2)
	m.whoRow = w.group - from
	for i := from; i < to; i++ {
		g := w.table.Groups[i]
		left = append(left, m.focusRow(i == w.group, frame.Between(m.named(i == w.group, g), m.signs(g), width), width))
	}
	if m.box.Inner < whoBeside || len(w.table.Groups) == 0 {
		return left
	}
	var right []string
	for _, c := range w.table.Groups[w.group].Items {
		right = append(right, m.conditionRows(c, m.box.Inner-whoList-3)...)
	}
	return m.paired(left, right, height)
}

func (m *Model) named(focus bool, g document.ConditionGroup) string {
	ink := m.theme.Text
	if focus {
		ink = m.theme.AccentBold
	}
	title := g.Title
	if g.Yours() {
		title += " " + m.theme.Signs.Dash + " yours"
	}
	return ink.Text(title)
}

// signs is a sign for each condition of a group.
func (m *Model) signs(g document.ConditionGroup) string {
	row := ""
	for _, col := range m.who.table.Columns() {
		if n := len(g.Of(col.Tone)); n > 0 {
			sign, ink := m.theme.Tone(col.Tone)
			row += ink.Text(strings.Repeat(sign, n))
		}
	}
	return row
}

// conditionRows is a condition after its sign.
func (m *Model) conditionRows(c document.Condition, width int) []string {
	sign, ink := m.theme.Tone(c.Tone)
	words := m.theme.Text
	if c.Yours {
		words = m.theme.AccentBold
	}
	rows := frame.Each(frame.Wrap(c.String(), width-2), words.Text)
	for i := range rows {
		if i == 0 {
			rows[i] = ink.Text(sign) + " " + rows[i]
		} else {
			rows[i] = "  " + rows[i]
		}
	}
	return rows
}

// whoConditions is the list of conditions and, next to it or below it, what the therapy means for the focused one.
func (m *Model) whoConditions(height int) []string {
	w, t := m.who, m.theme
	list := w.listed()
	beside := m.box.Inner >= whoBeside
	width, rows := m.box.Inner, height
	if beside {
		width = whoList
	} else {
		rows = min(whoShort, len(list))
	}
	var left []string
	left = append(left, m.whoNotes(width)...)
	from, to := frame.Window(len(list), max(rows-len(left), 1), w.item, w.item+1, w.item-rows/2)
	if len(list) > 0 {
		m.whoRow = len(left) + w.item - from
	}
	for i := from; i < to; i++ {
		sign, ink := t.Tone(list[i].Tone)
		short := list[i]
		short.Where = "" // the explanation says it
		words := frame.Pad(short.String(), width-2)
		if i == w.item {
			words = t.FocusBold.Text(words)
		} else {
			words = t.Text.Text(words)
		}
		left = append(left, m.focusRow(i == w.item, ink.Text(sign)+" "+words, width))
	}
	if len(list) == 0 {
		return left
	}
	if beside {
		return m.paired(left, m.window(m.explained(m.box.Inner-whoList-3), height), height)
	}
	left = append(left, m.box.Row(t.Rule.Text(strings.Repeat(t.Signs.Rule, m.box.Inner))))
	return append(left, m.boxed(m.window(m.explained(m.box.Inner), height-len(left)))...)
}

// whoNotes lists the matches that are not conditions, or says that nothing matched.
func (m *Model) whoNotes(width int) []string {
	w := m.who
	var notes []string
	switch {
	case w.query == "":
	case len(w.found) == 0:
		notes = append(notes, report.NothingFound(w.query))
	case w.found[0].Near:
		notes = append(notes, "No match for that name. Did you mean:")
	case w.found[0].Kind != guide.FoundItem:
		notes = append(notes, report.FoundElsewhere(w.found[0]))
	}
	var rows []string
	for _, n := range notes {
		rows = append(rows, m.boxed(frame.Each(frame.Wrap(n, width), m.theme.Muted.Text))...)
	}
	return rows
}

// explained is what the therapy means for the condition in focus.
func (m *Model) explained(width int) []string {
	w := m.who
	list := w.listed()
	if w.item >= len(list) {
		return nil
	}
	d := report.Check(w.guide, w.therapy, list[w.item].ID)
	return page.Render(page.Key{ID: list[w.item].ID, Width: min(width, 72), Theme: m.theme.Name}, d, m.hyperlinks, m.theme).Rows
}

// window cuts rows to a height, from the row that the view is at.
func (m *Model) window(rows []string, height int) []string {
	from := max(min(m.who.offset, len(rows)-height), 0)
	return rows[from:min(from+max(height, 0), len(rows))]
}

func (m *Model) boxed(rows []string) []string {
	return frame.Each(rows, m.box.Row)
}

func (m *Model) focusRow(focus bool, row string, width int) string {
	if focus {
		return m.box.BarRow(m.theme.FocusBar.Text(m.theme.Signs.Bar), frame.Pad(row, width))
	}
	return m.box.Row(frame.Pad(row, width))
}

// paired puts the list and its details next to each other.
func (m *Model) paired(left, right []string, height int) []string {
	rows := make([]string, height)
	for i := range rows {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		rows[i] = strings.TrimRight(frame.Pad(l, m.box.Margin+whoList+1)+m.theme.Rule.Text(m.theme.Signs.Pane)+" "+r, " ")
	}
	return rows
}
