package results

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// comparison compares two or three approaches, measure by measure. Each measure is a block with a row for each approach, so that
// the marks line up. A letter names an approach, and the head says which.
type comparison struct {
	g          *guide.Guide
	theme      *theme.Theme
	box        frame.Box
	assessment guide.Assessment
	chosen     []*guide.Match
}

// letterWidth is the columns of the letter before each row of a block.
const letterWidth = 2

// head names the approaches and says how each suits.
func (c *comparison) head() []string {
	name, word := 0, 0
	for _, x := range c.chosen {
		name, word = max(name, frame.Width(x.Therapy.Name)), max(word, frame.Width(x.Word()))
	}
	rows := make([]string, 0, len(c.chosen)+1)
	for i, x := range c.chosen {
		sign, ink := c.theme.Tone(report.Tone(x.Suits()))
		row := c.theme.AccentBold.Text(report.Letter(i)) + " " + c.theme.Bold.Text(x.Therapy.Name)
		row = frame.Pad(row, letterWidth+name+3) + frame.Pad(ink.Text(sign+" "+x.Word()), word+2)
		if rest := c.box.Inner - frame.Width(row) - 3; rest >= 44 {
			row += "   " + frame.Pad(c.theme.Muted.Text(x.Therapy.Glance.Weak), rest)
		}
		rows = append(rows, c.box.Row(frame.Pad(row, c.box.Inner)))
	}
	return append(rows, c.box.Row(c.theme.Rule.Text(strings.Repeat(c.theme.Signs.Rule, c.box.Inner))))
}

// rows returns the blocks next to and below each other, and then what sets the approaches apart. Gap is the number of blank rows
// between two approaches.
func (c *comparison) rows(gap int) []string {
	const between = 3
	n := 1
	switch {
	case c.box.Inner >= 100:
		n = 3
	case c.box.Inner >= 72:
		n = 2
	}
	width := (c.box.Inner - between*(n-1)) / n
	var blocks [][]string
	for _, x := range c.measures() {
		blocks = append(blocks, c.block(x, width, gap))
	}
	var rows []string
	for len(blocks) > 0 {
		line := blocks[:min(n, len(blocks))]
		blocks = blocks[len(line):]
		height := 0
		for _, b := range line {
			height = max(height, len(b))
		}
		for y := range height {
			var row strings.Builder
			for i, b := range line {
				if i > 0 {
					row.WriteString(strings.Repeat(" ", between))
				}
				cell := ""
				if y < len(b) {
					cell = b[y]
				}
				row.WriteString(frame.Pad(cell, width))
			}
			rows = append(rows, strings.TrimRight(c.box.Row(row.String()), " "))
		}
		rows = append(rows, "")
	}
	return append(rows, c.inShort()...)
}

// block is one measure: its name with a rule after it, the words over the axis, and the approaches.
func (c *comparison) block(x measure, width, gap int) []string {
	title := x.name + " "
	rows := []string{c.theme.Bold.Text(x.name) + " " + c.theme.Rule.Text(strings.Repeat(c.theme.Signs.Rule, max(width-frame.Width(title), 0)))}
	if x.legend != "" {
		rows = append(rows, c.theme.Muted.Text(strings.Repeat(" ", letterWidth)+x.legend))
	}
	if x.axis {
		axis := chart.Axis(axisWidth(width), theme.Ink{})
		rows = append(rows, c.theme.Muted.Text(strings.TrimRight(strings.Repeat(" ", letterWidth)+axis, " ")))
	}
	if words := x.cell(c.chosen[0], width-len(all)); x.words && c.alike(x, width) { // said once
		for i, row := range words {
			lead := strings.Repeat(" ", len(all))
			if i == 0 {
				lead = c.theme.AccentBold.Text(strings.TrimSpace(all)) + " "
			}
			rows = append(rows, lead+row)
		}
		return rows
	}
	for i, match := range c.chosen {
		lead := c.theme.AccentBold.Text(report.Letter(i)) + " "
		for _, cell := range x.cell(match, width-letterWidth) {
			rows = append(rows, lead+cell)
			lead = strings.Repeat(" ", letterWidth)
		}
		if i < len(c.chosen)-1 {
			rows = append(rows, make([]string, gap)...)
		}
	}
	return rows
}

// all replaces the list of all letters.
const all = "All "

// alike reports whether a measure says the same of every approach.
func (c *comparison) alike(x measure, width int) bool {
	first := x.cell(c.chosen[0], width)
	for _, match := range c.chosen[1:] {
		if !slices.Equal(first, x.cell(match, width)) {
			return false
		}
	}
	return true
}

// inShort is the last block: up to four differences, and what is about the same.
func (c *comparison) inShort() []string {
	const label = "In short  "
	var rows []string
	for i, sentence := range report.Differences(c.chosen) {
		lead := strings.Repeat(" ", len(label))
		if i == 0 {
			lead = c.theme.AccentBold.Text(strings.TrimSpace(label)) + "  "
		}
		for _, row := range frame.Wrap(sentence, c.box.Text-len(label)) {
			rows = append(rows, c.box.Row(lead+c.theme.Text.Text(row)))
			lead = strings.Repeat(" ", len(label))
		}
	}
	return rows
}
