package results

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/bodymap"
	"knead/ui/frame"
	"knead/ui/theme"
)

// The section of the document that the result opens with, and those that can be opened from there.
const (
	answerSection = "answer"
	homeSection   = "home"
	nowSection    = "now"
)

const tonight = "Tonight"

// line is one finished row of the answer, without the margin. With a section it can be selected, and opens that.
type line struct {
	styled, plain string
	sect          string
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

// labelRoom is the room of the label of a row; narrowText is the narrowest column of words
// that may follow it.
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

// answer lays out the answer below the band, in the fullest look that fits; if none fits, in the shortest.
func (m *Model) answer(width, height int) []line {
	var out []line
	for _, l := range looks {
		if out = m.lines(l, width); len(out) <= height {
			break
		}
	}
	return out
}

// lines lays out the answer in one look.
func (m *Model) lines(l look, width int) []line {
	var out []line
	gap := func() {
		if l.airy {
			out = append(out, line{})
		}
	}
	gap() // below the band
	o := &m.opens
	for _, r := range o.Rows {
		said := r.In(l.room)
		if said == "" {
			continue
		}
		sign, ink := "", theme.Ink{}
		if r.Tone != document.Plain {
			sign, ink = m.theme.Tone(r.Tone)
		}
		words := m.theme.Text
		if r.First {
			words = m.theme.Bold
		}
		out = append(out, m.labelled(r.Label, sign, ink, words, said, width)...)
	}
	gap()
	out = append(out, m.ruled(tonight, homeSection, width))
	var inline []string
	for i, x := range o.Tonight {
		lead := strconv.Itoa(i+1) + " "
		inline = append(inline, lead+x.Words)
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
		out = append(out, inked(m.theme.Text, frame.Wrap(strings.Join(inline, " "), width))...)
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

// labelled is a row of the answer: a label with its words in a column to the right, or after it in narrow windows.
func (m *Model) labelled(label, sign string, ink, text theme.Ink, words string, width int) []line {
	lead, indent := frame.Pad(label, labelRoom), strings.Repeat(" ", labelRoom)
	if width-labelRoom < narrowText {
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
	opens := " " + strconv.Itoa(tonightPart+1) + " " + s.Opens
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
	band := m.bandOf(&m.opens)
	for _, words := range slices.Backward(m.notices) {
		rows := frame.Each(frame.Wrap(words, m.box.Inner), func(s string) string { return m.box.Row(m.theme.Caution.Text(s)) })
		band = slices.Concat(rows, []string{""}, band)
	}
	rest := m.answer(width, m.box.Height-len(band))
	top := item{rows: band}
	if len(band)+len(rest) > m.box.Height { // start with the cursor here, so that the beginning is in view
		top.sect, top.focus = nowSection, band
	}
	m.items = append(m.items, top)
	for _, l := range rest {
		if l.sect != "" {
			m.items = append(m.items, m.selectable(item{sect: l.sect, head: tonight}, l.styled, l.plain, width))
			continue
		}
		m.items = append(m.items, item{rows: []string{m.box.Row(l.styled)}})
	}
	m.blank()
}

// figure is the body with the places that hurt, where there is room for it; otherwise nothing.
func (m *Model) figure(width, height int) []string {
	const least = 16
	if height < least || len(m.lib.Figures) == 0 {
		return nil
	}
	if m.body == nil {
		place := m.g.Role(knowledge.RolePlace)
		if place == nil || !m.shown.Answers[place.ID].Given() {
			return nil
		}
		asked := guide.Asked{Question: place}
		for i := range place.Options {
			asked.Shown = append(asked.Shown, &place.Options[i])
		}
		body := bodymap.New(m.lib, asked, m.g.WithRole(knowledge.RoleSide), m.theme)
		body.SetAnswers(m.shown.Answers)
		m.body = &body
	}
	pair := m.body.Pair(width, height-2)
	if len(pair) == 0 {
		return nil
	}
	return append([]string{"", m.theme.Bold.Text("Where it hurts")}, pair...)
}
