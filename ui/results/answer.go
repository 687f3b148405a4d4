package results

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/bodymap"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// The section of the document that the result opens with, and those that can be opened from there.
const (
	answerSection  = "answer"
	homeSection    = "home"
	nowSection     = "now"
	answersSection = "answers"
)

const tonight = "Tonight"

// line is one finished row of the answer, without the margin. With a section it can be selected, and opens that.
type line struct {
	styled, plain string
	sect          string
	beside        string // a row of the figure
	at            int    // and its column
}

// with puts the row of the figure behind a row of text.
func (l *line) with(text string) string {
	if l.beside == "" {
		return text
	}
	return frame.Pad(text, l.at) + l.beside
}

// look is how much of the answer is shown, and how tightly. The first that fits is used.
type look struct {
	room   report.Room
	airy   bool // a blank row between the parts
	listed bool // what helps tonight one below the other
}

var looks = []look{
	{report.Ample, true, true},
	{report.Usual, true, true},
	{report.Usual, false, true},
	{report.Usual, false, false},
	{report.Narrow, false, true},
	{report.Narrow, false, false},
}

// labelRoom is the room of the label of a row; narrowText is the least room for words in a column
// behind it.
const (
	labelRoom  = 8
	narrowText = 40
)

// bandOf is the answer in one sentence on the ground of its tone, from margin to margin.
func (m *Model) bandOf(o *report.Answer) []string {
	ink, bar := m.theme.Band(o.Tone), m.theme.Accent
	if o.Tone == document.AskFirst {
		bar = m.theme.Ask
	}
	side := bar.Text(m.theme.Signs.Bar)
	width := m.box.Inner
	rows := frame.Wrap(strings.TrimSuffix(o.Headline, "."), width-1)
	switch big := m.letters(o.Headline, width-2); {
	case big != nil:
		rows = big
	case m.box.TwoPanes() && m.box.Height >= roomy:
		rows = append(append([]string{""}, rows...), "")
	}
	return frame.Each(rows, func(s string) string {
		return strings.Repeat(" ", max(m.box.Margin-2, 0)) + side + ink.Block(" "+s, width+1)
	})
}

// letters writes the first sentence of the headline in big letters, in windows that have room for them, and all of it below.
func (m *Model) letters(headline string, width int) []string {
	if m.box.Width < columnsWid || m.box.Height < columnsHi {
		return nil
	}
	first, _, _ := strings.Cut(strings.TrimSuffix(headline, "."), ". ")
	font := chart.NewFont()
	if !font.Has(first) || m.theme.Signs.ASCII {
		return nil
	}
	var lines []string
	for _, word := range strings.Fields(first) {
		if n := len(lines) - 1; n >= 0 && font.Width(lines[n]+" "+word) <= width {
			lines[n] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	if len(lines) > 2 {
		return nil
	}
	rows := []string{""}
	for _, l := range lines {
		rows = append(rows, font.Big(l)...)
	}
	return append(rows, "", strings.TrimSuffix(headline, ".")) // for screen readers, since large letters are drawn from blocks
}

// roomy is the height from which the band has room above and below its words.
const roomy = 30

// answer lays out the answer below the band in the fullest look that fits, with the body in its margin if it can be; if none fits,
// in the shortest. Words come before the body.
func (m *Model) answer(width, height int) []line {
	figures := m.margins(height)
	for _, l := range looks {
		laid := m.layer(l)
		for _, f := range figures {
			for _, low := range []bool{false, true} {
				if len(f) > height {
					continue
				}
				if out := laid.lines(width, f, low, height); len(out) <= height {
					return out
				}
			}
		}
		if out := laid.lines(width, nil, false, height); len(out) <= height {
			return out
		}
	}
	return m.layer(looks[len(looks)-1]).lines(width, nil, false, height)
}

// margins returns the figures that can be put in the margin of the answer, the largest first, each with and without its key.
func (m *Model) margins(height int) [][]string {
	body := m.figures()
	if !body.Shows() || m.box.Width < 60 {
		return nil
	}
	var out [][]string
	for _, width := range []int{20, 9} {
		if width == 20 && m.box.Width < 80 {
			continue
		}
		rows := body.Beside(width, height)
		if rows != nil {
			out = append(out, append(slices.Clone(rows), body.Key()...), rows)
		}
	}
	return out
}

// block is a part of the answer.
type block struct {
	rows []line
	gap  bool // a blank row comes before it, where there is room
}

// layer lays out the answer in one look, for any width and figure; what it has broken into rows for a width it keeps.
type layer struct {
	m    *Model
	look look
	done map[int][]block
}

func (m *Model) layer(l look) layer { return layer{m, l, map[int][]block{}} }

func (l layer) blocks(w int) []block {
	if out := l.done[w]; out != nil {
		return out
	}
	m := l.m
	out := []block{{nil, true}}
	for i := range m.opens.Rows {
		out = append(out, block{m.answerRow(&m.opens.Rows[i], l.look.room, w), false})
	}
	out = append(out, block{[]line{m.ruled(tonight, homeSection, w)}, true}, block{m.tonightLines(l.look.listed, w), false}, block{m.watch(w), false})
	last := m.opens.When.Words
	if l.look.room > report.Narrow {
		last = document.Join(m.opens.Quiet.Words, last)
	}
	if last != "" {
		out = append(out, block{inked(m.theme.Muted, frame.Wrap(last, w)), true})
	}
	l.done[w] = out
	return out
}

// lines lays out the answer. A figure is at its right, at the top or as low as possible.
func (l layer) lines(width int, figure []string, low bool, height int) []line {
	room, top := 0, 0
	for _, row := range figure {
		room = max(room, frame.Width(row))
	}
	if low {
		top = height - len(figure)
	}
	text := min(width, frame.TextWidth)
	full, narrow := l.blocks(text), l.blocks(text)
	if len(figure) > 0 {
		narrow = l.blocks(min(text, width-room-2))
	}
	var out []line
	for i, b := range full {
		if b.gap && l.look.airy {
			out = append(out, line{})
		}
		if len(figure) > 0 && len(out)+len(b.rows) > top && len(out) < top+len(figure) {
			b = narrow[i]
		}
		out = append(out, b.rows...)
	}
	for len(out) < top+len(figure) && len(figure) > 0 {
		out = append(out, line{})
	}
	for i, row := range figure {
		out[top+i].beside = row
		out[top+i].at = width - room
	}
	return out
}

// answerRows is the rows of the answer, without tonight.
func (m *Model) answerRows(room report.Room, width int) []line {
	var out []line
	for i := range m.opens.Rows {
		out = append(out, m.answerRow(&m.opens.Rows[i], room, width)...)
	}
	return out
}

func (m *Model) answerRow(r *report.AnswerRow, room report.Room, width int) []line {
	said := r.In(room)
	if said == "" {
		return nil
	}
	sign, ink := "", theme.Ink{}
	if r.Tone != document.Plain {
		sign, ink = m.theme.Tone(r.Tone)
	}
	words := m.theme.Text
	if r.First {
		words = m.theme.Bold
	}
	return m.labelled(r.Label, sign, ink, words, said, width)
}

// noBreak keeps a number on the row of its words.
const noBreak = "\u00a0"

// tonightLines is what helps tonight, one below the other or, where there is little room, one after the other.
func (m *Model) tonightLines(listed bool, width int) []line {
	var out []line
	var inline []string
	for i, x := range m.opens.Tonight {
		lead := strconv.Itoa(i+1) + " "
		inline = append(inline, strconv.Itoa(i+1)+noBreak+x.Words)
		if !listed {
			continue
		}
		for j, row := range frame.Hang(lead, x.Words, width) {
			if j == 0 {
				row = m.theme.Accent.Text(lead) + strings.TrimPrefix(row, lead)
			}
			out = append(out, line{styled: row})
		}
	}
	if !listed {
		rows := frame.Wrap(strings.Join(inline, " "), width)
		out = inked(m.theme.Text, frame.Each(rows, func(row string) string { return strings.ReplaceAll(row, noBreak, " ") }))
	}
	return out
}

// watch is when to get help.
func (m *Model) watch(width int) []line {
	if m.opens.Watch.Words == "" {
		return nil
	}
	return inked(m.theme.Danger, frame.Hang("! ", m.opens.Watch.Words, width))
}

// labelled is a row of the answer: a label with its words in a column to the right, or after it in narrow windows.
func (m *Model) labelled(label, sign string, ink, text theme.Ink, words string, width int) []line {
	lead, indent := frame.Pad(label, labelRoom), strings.Repeat(" ", labelRoom)
	if m.box.Text-labelRoom < narrowText {
		lead, indent = label+": ", ""
	}
	if sign != "" {
		sign += " "
	}
	inline := "" // the label, where it is part of the first line of words
	if indent == "" {
		inline = lead
	}
	var out []line
	for i, row := range frame.Wrap(inline+sign+words, width-len(indent)) {
		if i > 0 {
			out = append(out, line{styled: indent + text.Text(row)})
			continue
		}
		row = strings.TrimPrefix(row, inline+sign)
		out = append(out, line{styled: m.theme.Accent.Text(lead) + ink.Text(sign) + text.Text(row)})
	}
	return out
}

// ruled is a heading with a rule that leads to a section.
func (m *Model) ruled(title, sect string, width int) line {
	s := m.theme.Signs
	opens := " press " + strconv.Itoa(tonightPart+1) + " for more " + s.Opens
	rule := strings.Repeat(s.Rule, max(width-frame.Width(title)-frame.Width(opens)-1, 0))
	return line{
		styled: m.theme.Bold.Text(title) + " " + m.theme.Rule.Text(rule) + m.theme.Muted.Text(opens),
		plain:  title + " " + rule + opens, sect: sect,
	}
}

func inked(ink theme.Ink, rows []string) []line {
	out := make([]line, len(rows))
	for i, row := range rows {
		out[i] = line{styled: ink.Text(row)}
	}
	return out
}

// opening puts the answer at the top of the list, below any notice about contradictory answers.
func (m *Model) opening(width int) {
	band := m.banner()
	rest := m.answer(width, m.box.Height-len(band))
	top := item{rows: m.outdent(band)}
	if len(band)+len(rest) > m.box.Height { // start with the cursor here, so that the beginning is in view
		top.sect, top.focus = nowSection, top.rows
	}
	m.items = append(m.items, top)
	pictured := false
	for _, l := range rest {
		pictured = pictured || l.beside != ""
		if l.sect != "" {
			it := m.selectable(item{sect: l.sect, head: tonight}, l.styled, l.plain, frame.Width(l.plain))
			it.rows, it.focus = []string{"  " + l.with(l.styled)}, []string{it.focus[0] + strings.TrimPrefix(l.with(l.plain), l.plain)}
			m.items = append(m.items, it)
			continue
		}
		m.items = append(m.items, item{rows: []string{"  " + l.with(l.styled)}})
	}
	m.blank()
	if body := m.figures(); !pictured && body.Shows() { // it comes into view on the way down
		for _, row := range append(body.Tall(width, len(body.Key())+bodyBelow), strings.Join(body.Key(), "  ")) {
			m.items = append(m.items, item{rows: []string{"  " + row}})
		}
		m.blank()
	}
}

// bodyBelow is the height of a body below the answer.
const bodyBelow = 14

// outdent takes the margin off rows of the body, for the list has its own.
func (m *Model) outdent(rows []string) []string {
	lead := strings.Repeat(" ", max(m.box.Margin-2, 0))
	return frame.Each(rows, func(s string) string { return strings.TrimPrefix(s, lead) })
}

// figures is the body, with what hurts and what hands keep off.
func (m *Model) figures() *bodymap.Model {
	if m.body == nil {
		body := bodymap.Of(m.lib, m.g, m.own, m.theme)
		m.body = &body
	}
	return m.body
}
