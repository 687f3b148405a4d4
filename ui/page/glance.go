package page

import (
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// stepRoom is the least width of a part of a session on its line; where there is less, the parts are a list.
const stepRoom = 12

// The columns of a fact: its label, and its drawing. They need at least factsWidth columns.
const (
	labelWidth = 9
	gaugeWidth = 10
	factsWidth = 24
)

// glance adds the picture with the facts next to it or below it, its caption, and the parts of a session on a line.
func (f *flow) glance(g document.Glance) {
	width := f.width - 2*len(f.bars)
	picture := f.picture(g.Picture)
	left := 0
	for _, row := range picture {
		left = max(left, frame.Width(row)+2)
	}
	switch {
	case width < factsWidth:
		for _, x := range g.Facts {
			f.add(line{text: document.Text{Words: x.Label + ": " + x.Words}})
		}
	case width >= left+factsWidth:
		f.drawn(beside(picture, f.facts(g, width-left), left))
	case width >= left-2:
		f.drawn(picture)
		f.gap = true
		f.drawn(f.facts(g, width))
	default:
		f.drawn(f.facts(g, width))
	}
	if g.Picture.Words != "" {
		f.add(line{text: document.Text{Words: "Position: " + g.Picture.Words}})
	}
	f.session(g.Session, width)
}

// beside puts facts to the right of a picture, so that both end on the same row.
func beside(picture, facts []string, left int) []string {
	rows := make([]string, max(len(picture), len(facts)))
	row := func(of []string, i int) string {
		if at := i - (len(rows) - len(of)); at >= 0 {
			return of[at]
		}
		return ""
	}
	for i := range rows {
		rows[i] = strings.TrimRight(frame.Pad(row(picture, i), left)+row(facts, i), " ")
	}
	return rows
}

// facts are rows of this width, each with its label, its drawing, and its words; the words are below where they have no room.
func (f *flow) facts(g document.Glance, width int) []string {
	var rows []string
	for _, x := range g.Facts {
		row, room := f.theme.Muted.Text(frame.Pad(x.Label, labelWidth)), width-labelWidth
		if drawing := gauge(f.theme, x); drawing != "" {
			row += frame.Pad(drawing, gaugeWidth)
			room -= gaugeWidth
		}
		if frame.Width(x.Words) > room && room < width-labelWidth {
			rows = append(rows, strings.TrimRight(row, " "))
			row, room = strings.Repeat(" ", labelWidth), width-labelWidth
		}
		for _, words := range frame.Wrap(x.Words, room) {
			rows = append(rows, row+f.theme.Text.Text(words))
			row = strings.Repeat(" ", labelWidth)
		}
	}
	return rows
}

// picture draws a picture in the inks of its parts; nil where there is none, and where the terminal has no blocks.
func (f *flow) picture(p document.Picture) []string {
	if len(p.Art) == 0 || len(p.Art) != len(p.Mask) || f.theme.Signs.ASCII {
		return nil
	}
	inks := map[rune]theme.Ink{'t': f.theme.Rule, 'b': f.theme.Muted, 'h': f.theme.AccentBold}
	rows := make([]string, len(p.Art))
	for y := range p.Art {
		art, mask := []rune(p.Art[y]), []rune(p.Mask[y])
		var b strings.Builder
		for x := 0; x < len(art); {
			to := x + 1
			for to < len(art) && roleAt(mask, to) == roleAt(mask, x) {
				to++
			}
			b.WriteString(inks[roleAt(mask, x)].Text(string(art[x:to])))
			x = to
		}
		rows[y] = b.String()
	}
	return rows
}

func roleAt(mask []rune, x int) rune {
	if x < len(mask) {
		return mask[x]
	}
	return '.'
}

// session adds the parts of a session: dots on a line that is heavy while somebody works on the body, each with its words below
// it. Where the words have no room there, they are a list below it.
func (f *flow) session(steps []document.Step, width int) {
	if len(steps) == 0 {
		return
	}
	f.heading(3, document.Text{Words: document.SessionTitle})
	if width/len(steps) >= stepRoom {
		f.drawn(sessionRows(f.theme, steps, width))
		return
	}
	if width >= 2*len(steps) {
		f.drawn([]string{sessionLine(f.theme, steps, width)})
	}
	for i, s := range steps {
		f.add(line{lead: strconv.Itoa(i+1) + ". ", text: document.Text{Words: s.Words()}, strong: s.Hands})
	}
}

func sessionLine(t *theme.Theme, steps []document.Step, width int) string {
	hands := make([]bool, len(steps))
	for i, s := range steps {
		hands[i] = s.Hands
	}
	return chart.Session(hands, width, chart.In(t, t.Accent))
}

// sessionRows draws the parts of a session in columns below their dots.
func sessionRows(t *theme.Theme, steps []document.Step, width int) []string {
	at := append(chart.At(len(steps), width), width)
	var columns [][]string
	most := 0
	for i, s := range steps {
		ink := t.Text
		if s.Hands {
			ink = t.AccentBold
		}
		column := frame.Each(frame.Wrap(s.Text, at[i+1]-at[i]-1), ink.Text)
		columns, most = append(columns, column), max(most, len(column))
	}
	rows := []string{sessionLine(t, steps, width)}
	for y := range most {
		row := ""
		for i, column := range columns {
			words := ""
			if y < len(column) {
				words = column[y]
			}
			row += frame.Pad(words, at[i+1]-at[i])
		}
		rows = append(rows, strings.TrimRight(row, " "))
	}
	return rows
}

// gauge draws the number of a fact; "" where it has none.
func gauge(t *theme.Theme, f document.Fact) string {
	inks := chart.In(t, t.Accent)
	switch f.Gauge {
	case document.PressureGauge:
		return chart.Pressure(f.From, f.To, inks)
	case document.EffortGauge:
		return chart.Amount(f.To, 3, inks)
	case document.CostGauge:
		return chart.Cost(f.To, inks)
	case document.NoGauge:
	}
	return ""
}
