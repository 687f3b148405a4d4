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
	var words []string
	for _, w := range p.off {
		words = append(words, frame.Hang(m.theme.Signs.NotNow+" ", w, width)...)
	}
	below := []string{"", strings.Join(p.body.Key(), "  ")}
	if len(words) > 0 {
		below = append(append(below, ""), frame.Each(words, m.theme.Muted.Text)...)
	}
	rows := p.body.Pair(width, height-reviewTop-len(below))
	if rows == nil {
		return nil
	}
	return append(append(make([]string, reviewTop), rows...), below...)
}
