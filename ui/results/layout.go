package results

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// From these sizes of the body on the answer is in panes, and has the explanation as a third column.
const (
	panesHigh  = 31
	columnsWid = 160
	columnsHi  = 44
)

// rect is where a part of the screen is, in cells of the body.
type rect struct{ x, y, w, h int }

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// arrangement is how the body is divided. The list and the explanation are drawn again with every key; everything else is finished.
type arrangement struct {
	band       []string // above all panes
	left       []string // a finished column, in the widest windows
	top        []string // finished panes above the list
	under      []string // and below it
	list, text rect     // the insides; the same where one takes the place of the other
	both       bool     // the explanation is next to the list
	paned      bool     // the list is in a pane
}

// pane is a titled frame around rows. The active one has a heavy line, and its title a background.
type pane struct {
	title, right, legend, foot string
	active                     bool
}

// draw puts rows in the frame, whose outer size is w by h. The rows begin one column after its left side.
func (p pane) draw(t *theme.Theme, rows []string, w, h int) []string {
	s, ink := t.Signs, t.Rule
	c := [6]string{s.TopLeft, s.TopRight, s.BotRight, s.BotLeft, s.Rule, s.Side}
	title := t.Bold.Text(" " + p.title + " ")
	if p.active {
		c, ink = s.Heavy, t.Accent
		title = t.ChosenMark.Text(" " + p.title + " ")
	}
	line := func(from, left, right, to string) string {
		ends := frame.Width(from) + frame.Width(to) + 2*frame.Width(c[4])
		for _, words := range []*string{&right, &left} { // what does not fit is left out
			if ends+frame.Width(left)+frame.Width(right) > w {
				*words = ""
			}
		}
		room := w - ends - frame.Width(left) - frame.Width(right)
		if right == "" {
			return ink.Text(from+c[4]) + left + ink.Text(strings.Repeat(c[4], max(room+1, 0))+to)
		}
		return ink.Text(from+c[4]) + left + ink.Text(strings.Repeat(c[4], max(room, 0))) + right + ink.Text(c[4]+to)
	}
	around := func(words string) string {
		if words == "" {
			return ""
		}
		return " " + words + " "
	}
	out := make([]string, 0, h)
	out = append(out, line(c[0], title, around(p.right), c[1]))
	side := ink.Text(c[5])
	for i := range h - 2 {
		row := ""
		if i < len(rows) {
			row = rows[i]
		}
		out = append(out, side+frame.Pad(row, w-2)+side)
	}
	return append(out, line(c[3], around(p.legend), around(p.foot), c[2]))
}

// indent puts a blank before every row, as text in a pane has.
func indent(rows []string) []string {
	return frame.Each(rows, func(s string) string { return " " + s })
}

// beside joins finished columns of the same height, with a blank column between two.
func beside(margin int, columns ...[]string) []string {
	out := make([]string, len(columns[0]))
	for y := range out {
		var row strings.Builder
		row.WriteString(strings.Repeat(" ", margin))
		for i, c := range columns {
			if i > 0 {
				row.WriteByte(' ')
			}
			if y < len(c) {
				row.WriteString(c[y])
			}
		}
		out[y] = row.String()
	}
	return out
}

// arrange divides the body for the part that shows.
func (m *Model) arrange() {
	b := m.box
	whole := rect{0, 0, b.Width, b.Height}
	m.area = arrangement{list: whole, text: whole}
	switch {
	case !b.TwoPanes():
	case m.at == approachesPart:
		w := min(frame.TextWidth+4, (b.Inner-1)*54/100)
		m.area.both, m.area.paned = true, true
		m.area.list = rect{b.Margin, 0, b.Inner - w - 1, b.Height}
		if b.Width >= columnsWid && b.Height >= columnsHi {
			m.area.list.h -= personHigh
			m.area.under = m.person(m.area.list.w, personHigh)
		}
		m.area.text = rect{b.Margin + b.Inner - w, 0, w, b.Height}
	case m.at == answerPart && b.Height >= columnsHi && b.Width >= columnsWid:
		m.arrangeColumns()
	case m.at == answerPart && b.Height >= panesHigh:
		m.arrangePanes()
	}
}

// leastList is the least height of the list below other panes.
const leastList = 10

// arrangePanes puts the plan, tonight, and the body above the list.
func (m *Model) arrangePanes() {
	b, t := m.box, m.theme
	m.area.band = m.banner()
	room := b.Height - len(m.area.band)
	most := room - leastList
	where := 0
	if m.figures().Shows() {
		where = 31
	}
	tonightW := 0
	var evening []string
	left := b.Inner - max(where, 0)
	if where > 0 {
		left--
	}
	if b.Width >= 120 {
		for tonightW = 28; tonightW <= 44; tonightW += 4 {
			if evening = m.evening(tonightW - 4); len(evening)+2 <= most {
				break
			}
		}
		left -= tonightW + 1
	}
	var rows []string
	for _, r := range []report.Room{report.Ample, report.Usual, report.Narrow} {
		rows = m.plan(r, left-4)
		if tonightW == 0 {
			rows = append(append(rows, "", t.Bold.Text(tonight)), m.evening(left-4)...)
		}
		if len(rows)+2 <= most {
			break
		}
	}
	h := max(len(rows), len(evening), 14*min(where, 1)) + 2
	h = min(h, max(most, 16))
	panes := [][]string{pane{title: "The plan", foot: m.sure()}.draw(t, indent(rows), left, h)}
	if tonightW > 0 {
		panes = append(panes, pane{title: tonight}.draw(t, indent(evening), tonightW, h))
	}
	if where > 0 {
		panes = append(panes, m.where(where, h))
	}
	m.area.top = beside(b.Margin, panes...)
	m.area.paned = true
	y := len(m.area.band) + h
	m.area.list = rect{b.Margin, y, b.Inner, b.Height - y}
}

// arrangeColumns puts the body in a column of its own, the plan above the list, and the explanation at the right.
func (m *Model) arrangeColumns() {
	b, t := m.box, m.theme
	m.area.band = m.banner()
	y := len(m.area.band)
	h := b.Height - y
	where := 0
	if m.figures().Shows() {
		if where = 56; b.Width < 190 {
			where = 33
		}
		pair := m.figures().Tall(where-3, h-2)
		high := h
		if len(pair)+2+6 < h {
			high = len(pair) + 2
		}
		m.area.left = m.where(where, high)
		if high < h {
			m.area.left = append(m.area.left, m.saying(where, h-high)...)
		}
		where++
	}
	textW := min(66, (b.Inner-where)*45/100)
	mid := b.Inner - where - textW - 1
	evening := m.evening(mid - 4)
	var rows []string
	for _, r := range []report.Room{report.Ample, report.Usual, report.Narrow} {
		if rows = m.plan(r, mid-4); len(rows)+len(evening)+4 <= h/2 {
			break
		}
	}
	m.area.top = append(pane{title: "The plan", foot: m.sure()}.draw(t, indent(rows), mid, len(rows)+2),
		pane{title: tonight}.draw(t, indent(evening), mid, len(evening)+2)...)
	top := len(m.area.top)
	m.area.both, m.area.paned = true, true
	m.area.list = rect{b.Margin + where, y + top, mid, h - top}
	m.area.text = rect{b.Margin + where + mid + 1, y, textW, h}
}

// banner is the notices and the answer in one sentence.
func (m *Model) banner() []string {
	band := m.bandOf(&m.opens)
	for _, notice := range slices.Backward(m.notices) {
		rows := frame.Each(frame.Wrap(notice, m.box.Text), func(s string) string { return m.box.Row(m.theme.Caution.Text(s)) })
		band = append(append(rows, ""), band...)
	}
	return band
}

// plan returns the rows of the answer, without the parts that other panes show.
func (m *Model) plan(room report.Room, width int) []string {
	var out []string
	for _, l := range m.answerRows(room, width) {
		out = append(out, l.styled)
	}
	return out
}

func (m *Model) evening(width int) []string {
	var out []string
	for _, l := range append(m.tonightLines(true, width), m.watch(width)...) {
		out = append(out, l.styled)
	}
	return append(out, frame.Each(frame.Wrap(m.opens.When.Words, width), m.theme.Muted.Text)...)
}

// where is the body in a pane.
func (m *Model) where(w, h int) []string {
	body := m.figures()
	return pane{title: "Where", foot: strings.Join(body.Key(), "  ")}.draw(m.theme, indent(body.Tall(w-3, h-2)), w, h)
}

// saying is what the person said, in a pane.
func (m *Model) saying(w, h int) []string {
	p := pane{title: "You said", foot: m.keys.Review.Help().Key + " change an answer"}
	return p.draw(m.theme, indent(m.said(w-4)), w, h)
}

// personHigh is the height of the panes about the person below a list that leaves room for them.
const personHigh = 20

// person is where it hurts and what the person said, next to each other.
func (m *Model) person(w, h int) []string {
	const where = 38
	if !m.figures().Shows() {
		return m.saying(w, h)
	}
	return beside(0, m.where(where, h), m.saying(w-where-1, h))
}

// bodyRows is the body as large as the window allows, with its key below.
func (m *Model) bodyRows() []string {
	body := m.figures()
	rows := append(body.Tall(m.box.Inner, m.box.Height-2), "", strings.Join(body.Key(), "  "))
	return frame.Each(rows, m.box.Row)
}

// said is the answers, a row for each.
func (m *Model) said(width int) []string {
	var rows []document.Row
	label := 0
	for _, s := range m.doc.Sections {
		if s.ID != answersSection {
			continue
		}
		for _, b := range s.Blocks {
			table, _ := b.(document.Rows)
			rows = append(rows, table.Rows...)
		}
	}
	for _, r := range rows {
		label = max(label, frame.Width(r.Term.Words))
	}
	label = min(label, width/2)
	var out []string
	for _, r := range rows {
		words := ""
		if len(r.Text) > 0 {
			words = r.Text[0].Words
		}
		for i, row := range frame.Wrap(words, width-label-1) {
			lead := ""
			if i == 0 {
				lead = r.Term.Words
			}
			out = append(out, m.theme.Muted.Text(frame.Pad(lead, label))+" "+m.theme.Text.Text(row))
		}
	}
	return out
}

// sure is how much the first therapy helped in studies, and how sure that is, for the foot of the plan.
func (m *Model) sure() string {
	x := m.own.Start.Match
	if x == nil || x.Evidence == nil || !meterOf(x.Evidence).Known {
		return ""
	}
	steps, word := certaintyOf(x.Evidence)
	if word == "" {
		word = "not rated"
	}
	t := m.theme
	return t.Muted.Text(x.Therapy.Name+": "+report.Research(x.Evidence)+" "+t.Signs.Dot+" how sure: ") + chart.Certainty(steps, chart.In(t, t.Text)) + t.Muted.Text(" "+word)
}

// panes draws the body from the finished panes, the list, and the explanation.
func (m *Model) panes() []string {
	t, a := m.theme, &m.area
	list := pane{title: "Approaches", active: m.mode != onText}
	if m.at == answerPart {
		list.right = t.Text.Text("for " + m.like)
	}
	rows := m.listRows()
	list.foot = t.Muted.Text(frame.Cut(m.below, (a.list.w-8)/2))
	list.legend = m.legend(a.list.w - 8 - frame.Width(list.foot) - 2)
	middle := list.draw(t, rows, a.list.w, a.list.h)
	if !a.both {
		return append(append(append([]string{}, a.band...), a.top...), beside(m.box.Margin, middle)...)
	}
	text := pane{active: m.mode == onText}
	if it := m.selected(); it != nil {
		text.title = m.named(it)
		if it.match != nil {
			sign, ink := t.Tone(report.Tone(it.match.Suits()))
			text.right = ink.Text(sign + " " + it.match.Word())
		}
		text.title = frame.Cut(text.title, a.text.w-12-frame.Width(text.right))
	}
	read := indent(m.textRows())
	if n := len(m.read()); m.more || m.offset > 0 {
		text.foot = t.Muted.Text(strconv.Itoa(m.offset+1) + t.Signs.Dash + strconv.Itoa(min(m.offset+m.textHeight(), n)) + " of " + strconv.Itoa(n))
	}
	right := text.draw(t, read, a.text.w, a.text.h)
	if m.at == approachesPart {
		return beside(m.box.Margin, append(middle, m.area.under...), right)
	}
	middle = append(append([]string{}, a.top...), middle...)
	if len(a.left) > 0 {
		return append(append([]string{}, a.band...), beside(m.box.Margin, a.left, middle, right)...)
	}
	return append(append([]string{}, a.band...), beside(m.box.Margin, middle, right)...)
}
