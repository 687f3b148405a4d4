package results

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/theme"
)

// The section of the document that the result opens with, and that of what helps at home, which stands in it.
const (
	answerSection = "answer"
	homeSection   = "home"
)

// line is one finished row of the answer, without the margin. With a section it can be selected, and opens that.
type line struct {
	styled, plain string
	sect          string
}

// look is how fully the answer is told. The fullest that fits is taken.
type look struct {
	room   report.Room
	airy   bool // a blank row between the parts
	listed bool // what helps tonight one below the other
}

var looks = []look{
	{report.Ample, true, true},
	{report.Ample, false, true},
	{report.Usual, true, true},
	{report.Usual, false, true},
	{report.Usual, false, false},
	{report.Narrow, false, true},
	{report.Narrow, false, false},
}

// labelRoom is the room of the label of a row; narrowText is the least that is left for words beside it.
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
	if m.box.TwoPanes() && m.box.Height >= roomy {
		rows = append(append([]string{""}, rows...), "")
	}
	return frame.Each(rows, func(s string) string {
		return strings.Repeat(" ", max(m.box.Margin-2, 0)) + side + ink.Block(" "+s, width+1)
	})
}

// roomy is the height from which the band has room above and below its words.
const roomy = 30

// answer lays the answer out below the band: as fully as the room allows, and otherwise as briefly as it can be told.
func (m *Model) answer(width, height int) []line {
	var out []line
	for _, l := range looks {
		if out = m.told(l, width); len(out) <= height {
			break
		}
	}
	return out
}

// told lays the answer out in one look.
func (m *Model) told(l look, width int) []line {
	var out []line
	gap := func() {
		if l.airy {
			out = append(out, line{})
		}
	}
	o := &m.opens
	for _, r := range o.Rows {
		sign, ink := "", theme.Ink{}
		if r.Tone != document.Plain {
			sign, ink = m.theme.Tone(r.Tone)
		}
		out = append(out, m.labelled(r.Label, sign, ink, r.In(l.room), width)...)
	}
	gap()
	out = append(out, m.ruled("Tonight", homeSection, width))
	var tonight []string
	for i, x := range o.Tonight {
		lead := strconv.Itoa(i+1) + " "
		tonight = append(tonight, lead+x.Words)
		if !l.listed {
			continue
		}
		for j, row := range frame.Hang(lead, x.Words, width) {
			if j == 0 {
				row = m.theme.Accent.Text(lead) + strings.TrimPrefix(row, lead)
			}
			out = append(out, line{styled: row})
		}
	}
	if !l.listed {
		out = append(out, inked(m.theme.Text, frame.Wrap(strings.Join(tonight, " "), width))...)
	}
	if o.Watch.Words != "" {
		out = append(out, inked(m.theme.Danger, frame.Hang("! ", o.Watch.Words, width))...)
	}
	if o.Quiet.Words != "" && l.room > report.Narrow {
		gap()
		out = append(out, inked(m.theme.Muted, frame.Wrap(o.Quiet.Words, width))...)
	}
	return out
}

// labelled is a row of the answer: its label, and its words beside it, or around it where the window is narrow.
func (m *Model) labelled(label, sign string, ink theme.Ink, words string, width int) []line {
	lead := frame.Pad(label, labelRoom)
	if width-labelRoom < narrowText {
		lead = label + ": "
	}
	styledLead, indent := m.theme.Accent.Text(lead), strings.Repeat(" ", frame.Width(lead))
	if sign != "" {
		sign += " "
		styledLead += ink.Text(sign)
	}
	var out []line
	if width-labelRoom < narrowText {
		for i, row := range frame.Wrap(lead+sign+words, width) {
			if i == 0 {
				row = styledLead + strings.TrimPrefix(row, lead+sign)
			}
			out = append(out, line{styled: row})
		}
		return out
	}
	for i, row := range frame.Wrap(sign+words, width-labelRoom) {
		if i == 0 {
			out = append(out, line{styled: styledLead + strings.TrimPrefix(row, sign)})
			continue
		}
		out = append(out, line{styled: indent + row})
	}
	return out
}

// ruled is a heading with a rule that leads to a section.
func (m *Model) ruled(title, sect string, width int) line {
	s := m.theme.Signs
	if m.box.TwoPanes() {
		s.Opens = s.Rule // the section has an entry of its own in the list
	}
	n := max(width-frame.Width(title)-frame.Width(s.Opens)-2, 0)
	rule := strings.Repeat(s.Rule, n)
	return line{
		styled: m.theme.Bold.Text(title) + " " + m.theme.Rule.Text(rule) + " " + m.theme.Muted.Text(s.Opens),
		plain:  title + " " + rule + " " + s.Opens, sect: sect,
	}
}

func inked(ink theme.Ink, rows []string) []line {
	out := make([]line, len(rows))
	for i, row := range rows {
		out[i] = line{styled: ink.Text(row)}
	}
	return out
}

// opening puts the answer at the top of the list, below what does not fit together in the answers; where there are two panes it stands beside the list, behind an entry of its own.
func (m *Model) opening(width int) {
	band := m.bandOf(&m.opens)
	for _, words := range slices.Backward(m.notices) {
		rows := frame.Each(frame.Wrap(words, m.box.Inner), func(s string) string { return m.box.Row(m.theme.Caution.Text(s)) })
		band = slices.Concat(rows, []string{""}, band)
	}
	if m.box.TwoPanes() {
		m.band, m.answered = append(band, ""), nil
		for _, l := range m.answer(m.textWidth(), m.rows()) {
			m.answered = append(m.answered, l.styled)
		}
		m.section(document.Section{ID: answerSection, Title: "In short"}, width)
		return
	}
	m.items = append(m.items, item{rows: band})
	for _, l := range m.answer(width, m.box.Height-len(band)) {
		if l.sect != "" {
			m.items = append(m.items, m.selectable(item{sect: l.sect, head: l.sect}, l.styled, l.plain, width))
			continue
		}
		m.items = append(m.items, item{rows: []string{m.box.Row(l.styled)}})
	}
}
