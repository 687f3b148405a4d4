package stop

import (
	"strings"

	"knead/ui/frame"
)

// bigFrom is the height of the body from which the numbers are big: below that, the words to say would leave the window.
const bigFrom = 16

// paddedFrom is the height from which the band has a blank row above and below its words.
const paddedFrom = 18

// band is the one thing to do, in a field from edge to edge: the order, and whom to call. Only an emergency is red.
func (m *Model) band() {
	t, b := m.theme, m.box
	ink := t.AskBand
	if m.red {
		ink = t.Alarm
	}
	rows := append([]string{strings.ToUpper(m.level.Title)}, frame.Wrap(m.level.Headline, b.Inner)...)
	rows = append(rows, m.numbers()...)
	if b.Height >= paddedFrom {
		rows = append(append([]string{""}, rows...), "")
	}
	for _, r := range rows {
		m.head = append(m.head, ink.Block(b.Row(r), b.Width))
	}
	m.head = append(m.head, "")
}

// numbers are the emergency numbers with the region that each is for: in big digits where there is room, otherwise in a line.
func (m *Model) numbers() []string {
	if len(m.level.Numbers) == 0 {
		return nil
	}
	const gap = 4
	var line []string
	wide := 0
	for _, n := range m.level.Numbers {
		line = append(line, n.Call+" "+n.Where)
		wide += m.columns(n.Call, n.Where) + gap
	}
	if m.theme.Signs.ASCII || m.box.Height < bigFrom || wide-gap > m.box.Inner {
		return frame.Wrap(strings.Join(line, " · "), m.box.Inner)
	}
	var rows []string
	for _, n := range m.level.Numbers {
		letters := append(m.font.Big(n.Call), n.Where)
		for len(rows) < len(letters) {
			rows = append(rows, "")
		}
		width := m.columns(n.Call, n.Where) + gap
		for i, l := range letters {
			rows[i] += frame.Pad(l, width)
		}
	}
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return append([]string{""}, rows...)
}

func (m *Model) columns(call, where string) int { return max(m.font.Width(call), frame.Width(where)) }
