package demo

import (
	"knead/ui/chart"
	"knead/ui/frame"
)

// leastBeside is the width that a code leaves for the words next to it, and leastBesideLarge what a code that is drawn larger leaves.
const (
	leastBeside      = 30
	leastBesideLarge = 40
)

// invited reports whether this slide invites the room to the guide on the web: the first does, and the last.
func (m *Stage) invited() bool {
	return m.invite != "" && (m.last() || m.person == 0 && m.slide == 0)
}

// code is the address as a code that a phone's camera reads, as large as there is room for next to the words; nil where there is
// none. The words name the address in any case.
func (m *Stage) code(width, height int) []string {
	if !m.invited() {
		return nil
	}
	codes := chart.Encode(m.invite, m.points(width-figureGap-leastBeside, height), 1)
	if len(codes) == 0 {
		return nil
	}
	scale := max(m.points(width-figureGap-leastBesideLarge, height)/codes[0].Points(), 1)
	rows := codes[0].Draw(m.theme, scale, m.inverse)
	if len(rows) > height || frame.Width(rows[0]) > width-figureGap-leastBeside {
		return nil
	}
	return rows
}

// points is the side length of the largest code that fits into so many columns and rows. With half blocks a cell holds two points,
// one above the other. In ASCII a point takes two cells next to each other.
func (m *Stage) points(columns, rows int) int {
	if m.theme.Signs.ASCII {
		return max(min(columns/2, rows), 0)
	}
	return max(min(columns, 2*rows), 0)
}
