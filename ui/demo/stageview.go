package demo

import (
	"strings"

	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/ui/bodymap"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// mostLines is how many lines of big letters a room can read at a glance.
const mostLines = 3

// build lays the slide out: who and where in the head, the idle rows between, and notes and keys at the foot.
func (m *Stage) build() {
	if m.theme == nil || m.width == 0 || m.height == 0 || len(m.people) == 0 {
		return
	}
	b := m.box()
	head := []string{b.Row(frame.Between(m.theme.Muted.Text(clipped(m.people[m.person].Name, b.Inner-16)), m.dots(), b.Inner)), ""}
	foot := m.foot(b, !m.quiet)
	if m.code(b.Inner, m.height-len(head)-len(foot)) == nil { // the note gives way to a code
		if short := m.foot(b, false); m.code(b.Inner, m.height-len(head)-len(short)) != nil {
			foot = short
		}
	}
	body := m.body(b, max(m.height-len(head)-len(foot), 1))
	rows := append(head, body...)
	for len(rows) < m.height-len(foot) {
		rows = append(rows, "")
	}
	rows = append(rows[:max(m.height-len(foot), 0)], foot...)
	m.view = strings.Join(rows[:min(len(rows), m.height)], "\n")
}

func clipped(s string, width int) string {
	if rows := frame.Wrap(s, max(width, 1)); len(rows) > 0 {
		return rows[0]
	}
	return ""
}

// dots say which slide of how many this is.
func (m *Stage) dots() string {
	t, here, other := m.theme, "●", "○"
	if t.Signs.ASCII {
		here, other = "*", "o"
	}
	out := make([]string, len(m.slides[m.person]))
	for i := range out {
		out[i] = t.Muted.Text(other)
		if i == m.slide {
			out[i] = t.AccentBold.Text(here)
		}
	}
	return strings.Join(out, " ")
}

// foot is a rule and the note for the presenter, where notes are shown, and the keys.
func (m *Stage) foot(b frame.Box, shown bool) []string {
	t := m.theme
	var rows []string
	note := m.slides[m.person][m.slide].Note
	if shown && note != "" {
		rows = append(rows, b.Row(t.Rule.Text(strings.Repeat(t.Signs.Rule, b.Inner))))
		for i, row := range frame.Wrap(note, b.Inner-6) {
			lead := "      "
			if i == 0 {
				lead = t.Caution.Text("note") + "  "
			}
			rows = append(rows, b.Row(lead+t.Text.Text(row)))
		}
	}
	pause, notes := "pause", "hide notes"
	if m.paused {
		pause = "play"
	}
	if m.quiet {
		notes = "notes"
	}
	keys := ""
	for _, k := range [][2]string{{t.Signs.Right, "next"}, {t.Signs.Left, "back"}, {"space", pause}, {"n", notes}, {"tab", "next person"}, {"q", "leave"}} {
		item := t.Bold.Text(k[0]) + " " + t.Muted.Text(k[1]) + "   "
		if frame.Width(keys)+frame.Width(item) <= b.Inner+3 {
			keys += item
		}
	}
	return append(rows, b.Row(strings.TrimRight(keys, " ")))
}

// body is the large words, the sentence, and the picture: the code of an invitation, or the figure. In a small window, the figure
// is left out if the large words would not fit next to it.
func (m *Stage) body(b frame.Box, height int) []string {
	s := m.slides[m.person][m.slide]
	code := m.code(b.Inner, height)
	figure := code
	if code == nil {
		figure = m.figure(s, b.Inner, height)
	}
	rows, big := m.words(s, b.Inner-besideFigure(figure), height)
	if alone, fits := m.words(s, b.Inner, height); len(figure) > 0 && code == nil && !big && fits && !b.TwoPanes() {
		rows, figure = alone, nil
	}
	at := b.Inner - besideFigure(figure) + figureGap
	for len(rows) < len(figure) {
		rows = append(rows, "")
	}
	for i, row := range rows {
		if i < len(figure) {
			row = frame.Pad(row, at) + figure[i]
		}
		if row != "" {
			rows[i] = b.Row(row)
		}
	}
	return rows[:min(len(rows), height)]
}

const figureGap = 4

// besideFigure is the width that a figure takes from the words.
func besideFigure(figure []string) int {
	if len(figure) == 0 {
		return 0
	}
	return frame.Width(figure[0]) + figureGap
}

// words are the big words and everything under them; big reports whether the letters are.
func (m *Stage) words(s Slide, width, height int) (rows []string, big bool) {
	t, text := m.theme, min(width, 72)
	below := []string{""}
	below = append(below, frame.Each(frame.Wrap(s.Sentence, text), t.Bold.Text)...)
	if m.invited() {
		below = append(below, "")
		below = append(below, frame.Each(frame.Wrap("On your phone: "+m.invite, text), t.AccentBold.Text)...)
	}
	if s.Evidence != nil {
		below = append(below, m.meter(s.Evidence, min(width, 64))...)
	}
	if s.Line != "" {
		below = append(below, "")
		below = append(below, frame.Each(frame.Wrap(s.Line, text), t.Text.Text)...)
	}
	ink := t.AccentBold
	if s.Calls {
		ink = t.Danger
	}
	rows, big = m.big(s.Big, ink, width, height-len(below))
	rows = append(rows, below...)
	return append(make([]string, max(height-len(rows), 0)/3), rows...), big
}

// figure is the body with the slide's places marked and named. It is nil if it does not fit next to the words.
func (m *Stage) figure(s Slide, width, height int) []string {
	if len(s.Places) == 0 && s.Off == nil || width < 70 {
		return nil
	}
	if s.Off != nil {
		body := bodymap.Of(m.lib, s.Off.guide, s.Off.found, m.theme)
		rows, _ := body.One(width/3, height-1-len(body.Key()))
		if len(rows) == 0 || !body.Shows() {
			return nil
		}
		rows = append(rows, "")
		for _, k := range body.Key() {
			rows = append(rows, frame.Pad(k, frame.Width(rows[0])))
		}
		return rows
	}
	rows := bodymap.Picture(m.lib, m.theme, width/3, height-2, s.Places...)
	if len(rows) == 0 {
		return nil
	}
	wide := frame.Width(rows[0])
	return append(rows, "", frame.Pad(m.theme.Muted.Text(clipped(s.Marks, wide)), wide))
}

// meter is the effect on the shared axis, and how sure it is.
func (m *Stage) meter(e *knowledge.Evidence, width int) []string {
	t := m.theme
	in := chart.In(t, t.AccentBold)
	rows := []string{"", chart.Axis(width, t.Muted), chart.Meter(meterOf(effect(e), e.Direction), width, in)}
	if steps := e.Certainty.Steps(); steps > 0 {
		rows = append(rows, chart.Certainty(steps, in)+" "+t.Text.Text(strings.ReplaceAll(e.Certainty.String(), "-", " ")+" certainty"))
	}
	return rows
}

// meterOf is an effect on the axis that all effects share; nothing where it is not known.
func meterOf(e knowledge.Effect, d knowledge.Direction) document.Meter {
	at := map[knowledge.Effect]int{knowledge.EffectNone: 0, knowledge.EffectSmall: 1, knowledge.EffectModerate: 2, knowledge.EffectLarge: 3}
	step, ok := at[e]
	if !ok {
		return document.Meter{}
	}
	return document.Meter{Known: true, At: document.AxisSteps()[step].At, Differ: d == knowledge.DirectionMixed}
}

// big writes words in the largest letters there is room for, or in plain bold ones, and reports which.
func (m *Stage) big(words string, ink theme.Ink, width, height int) ([]string, bool) {
	for _, scale := range []int{2, 1} {
		if m.theme.Signs.ASCII || !m.font.Has(words) {
			break
		}
		var rows []string
		lines, ok := m.lines(words, width/scale)
		for _, line := range lines {
			letters := m.font.Big(line)
			if scale == 2 {
				letters = m.font.Large(line)
			}
			rows = append(rows, frame.Each(letters, ink.Text)...)
		}
		if ok && len(rows) <= height {
			return rows, true
		}
	}
	return frame.Each(frame.Wrap(words, min(width, 72)), ink.Text), false
}

// lines breaks words into at most three lines of big letters.
func (m *Stage) lines(words string, width int) ([]string, bool) {
	var lines []string
	for _, w := range strings.Fields(words) {
		if n := len(lines); n > 0 && m.font.Width(lines[n-1]+" "+w) <= width {
			lines[n-1] += " " + w
			continue
		}
		if m.font.Width(w) > width || len(lines) == mostLines {
			return nil, false
		}
		lines = append(lines, w)
	}
	return lines, true
}
