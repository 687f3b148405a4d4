package wizard

import (
	"strings"

	"knead/guide"
	"knead/guide/report"
	"knead/ui/bodymap"
	"knead/ui/frame"
)

// pictured is what the review draws next to the answers: the body with the places that hurt, and with those that hands should
// keep off as far as the answers say so. What is still to be asked holds nothing back here; the picture waits for it.
type pictured struct {
	body bodymap.Model
	off  []string // the places to keep off, in words
}

// column is rows that were drawn for a room. They are drawn again only for another one.
type column struct {
	width, height int
	rows          []string
}

func (c *column) in(width, height int, draw func(width, height int) []string) []string {
	if c.width != width || c.height != height {
		*c = column{width, height, draw(width, height)}
	}
	return c.rows
}

// picture returns what the answers on the review show on the body, drawn once for the same answers.
func (m *Model) picture() *pictured {
	if m.shown != nil {
		return m.shown
	}
	a := guide.Assessment{Answers: m.i.Answers()}
	if m.i.Confirm().Page() == guide.ReviewPage {
		a = m.i.Assess()
	}
	m.shown = &pictured{bodymap.Of(m.lib, m.i.Guide(), a, m.themeOrPlain()), report.HandsOff(m.i.Guide(), a)}
	return m.shown
}

// Columns next to the review in a window that is not wide: the figure or its key, and the gap before it.
const (
	marginFigure = 13
	marginGap    = 2
	marginRows   = 12 // a lower page keeps its whole width
)

// margin is the column next to the review in a window that is not wide, in the rows that the foot leaves; none where the list needs
// the whole width.
func (m *Model) margin(foot int) []string {
	room := m.box.Height - foot - 1
	if !m.reviewing || m.wide() || m.box.Text < frame.TextWidth || room < marginRows || !m.picture().body.Shows() {
		return nil
	}
	key := m.picture().body.Key()
	rows, _ := m.picture().body.One(marginFigure, room-len(key))
	if rows == nil {
		return nil
	}
	return append(append(make([]string, min(reviewTop, room-len(rows)-len(key))), rows...), key...)
}

// aside is the column next to the review in a wide window: the body from both sides, its key, and what hands should keep off.
func (m *Model) aside(width, height int) []string {
	p := m.picture()
	if !p.body.Shows() {
		return nil
	}
	below := []string{"", strings.Join(p.body.Key(), "  ")}
	if words := m.offWords(width); len(words) > 0 && width < leastColumn {
		below = append(append(below, ""), words...)
	}
	rows := p.body.Pair(width, height-reviewTop-len(below))
	if rows == nil {
		return nil
	}
	return append(append(make([]string, reviewTop), rows...), below...)
}

// bodyWords says what the body shows, in a column of its own.
func (m *Model) bodyWords(width int) []string {
	p, t := m.picture(), m.theme
	if !p.body.Shows() {
		return nil
	}
	var rows []string
	if chosen := p.body.Chosen(); len(chosen) > 0 {
		rows = append(rows, t.AccentBold.Text("Where it hurts"))
		for _, place := range chosen {
			rows = append(rows, t.Text.Text(t.Signs.Hurts+" "+place))
		}
		rows = append(rows, "")
	}
	if words := m.offWords(width); len(words) > 0 {
		rows = append(append(rows, t.AccentBold.Text("Where hands stay off")), words...)
	}
	return append(make([]string, reviewTop), rows...)
}

// offWords says where hands stay off, and why.
func (m *Model) offWords(width int) []string {
	var rows []string
	for _, w := range m.picture().off {
		rows = append(rows, frame.Each(frame.Hang(m.theme.Signs.NotNow+" ", w, width), m.theme.Muted.Text)...)
	}
	return rows
}

// bodySoFar is the figure with the places that hurt, once they are known.
func (m *Model) bodySoFar(width, height int) []string {
	if where, _ := m.body.Answers(); !m.drawn() || !where.Given() || len(where.Options) == 0 || !m.body.Shows() {
		return nil
	}
	rows := m.body.Pair(width, height-2)
	if rows == nil {
		return nil
	}
	return append(rows, "", strings.Join(m.body.Key(), "  "))
}
