package document

import (
	"strings"

	"knead/guide/columns"
)

// Evidence is results of research as a picture, each on the axis that all effects share. A form without pictures says them.
type Evidence struct{ Results []Finding }

// Finding is one mark on the axis.
type Finding struct {
	Label     string
	Meter     Meter
	Word      string    // what the mark says in a word or two
	Certainty Certainty // of this result, where the results differ in it
	Said      string    // the mark as a sentence, for those who do not see it; "" where Text says it
	Text                // what is said below it, with its sources
}

func (Evidence) block() {}

// Sentence is the mark in words.
func (r Finding) Sentence() string {
	if r.Said != "" {
		return Clean(r.Said)
	}
	return Clean(r.Label + ": " + r.Words)
}

// after is what follows the meter in its row.
func (r Finding) after() string {
	words := Clean(r.Word)
	if c := r.Certainty.String(); c != "" {
		words += "   " + c
	}
	return words
}

// Layout is how the meters of results are set in a column of text.
type Layout struct {
	Label, Meter int  // columns of each, without the two blanks after them
	Stacked      bool // the label has a row of its own, since one of the labels is too long
	Narrow       bool // what follows the meter is in that row too
}

const (
	longestLabel   = 26 // next to a meter
	shortestMeter  = MeterStep*5 + 1
	widestMeter    = MeterStep*10 + 1
	betweenColumns = 2
)

// MeterStep is what the width of a meter grows by, plus one column, for its steps to be equally far apart.
const MeterStep = 4

// EvenMeter is the widest meter with even steps in this room.
func EvenMeter(room int) int {
	room = min(room, widestMeter)
	if room < shortestMeter {
		return max(room, 1)
	}
	return room - (room-1)%MeterStep
}

// Fit lays the results out in so many columns.
func (e Evidence) Fit(width int) Layout {
	label, after := 0, 0
	for _, r := range e.Results {
		label, after = max(label, columns.Width(Clean(r.Label))), max(after, columns.Width(r.after()))
	}
	rest := width - after - betweenColumns
	switch {
	case label <= longestLabel && rest-label-betweenColumns >= shortestMeter:
		return Layout{Label: label, Meter: EvenMeter(rest - label - betweenColumns)}
	case rest-betweenColumns >= shortestMeter:
		return Layout{Meter: EvenMeter(rest - betweenColumns), Stacked: true}
	}
	return Layout{Meter: EvenMeter(width - betweenColumns), Stacked: true, Narrow: true}
}

// lead is what is before the meter in its row.
func (l Layout) lead(label string) string {
	if l.Stacked {
		return strings.Repeat(" ", betweenColumns)
	}
	return label + strings.Repeat(" ", max(l.Label-columns.Width(label), 0)+betweenColumns)
}

// Rows are the rows of the picture, the words over the axis first.
func (l Layout) Rows(e Evidence) []PictureRow {
	rows := []PictureRow{{Before: l.lead(""), Axis: true, Of: -1}}
	for i, r := range e.Results {
		if l.Stacked {
			rows = append(rows, PictureRow{Before: Clean(r.Label), Heading: true, Of: i})
		}
		row := PictureRow{Before: l.lead(Clean(r.Label)), Meter: r.Meter, After: strings.Repeat(" ", betweenColumns) + r.after(), Of: i}
		if l.Narrow {
			rows[len(rows)-1].Before += ": " + r.after()
			row.After = ""
		}
		rows = append(rows, row)
	}
	return rows
}

// PictureRow is one row: what is before the meter, the meter or the words over it, and what is after it.
type PictureRow struct {
	Before, After string
	Meter         Meter
	Axis          bool // the words over the meters
	Heading       bool // a label alone
	Of            int  // which result it is of
}

// Draw draws a row without color, the meter in so many columns.
func (r PictureRow) Draw(width int) string {
	switch {
	case r.Axis:
		return strings.TrimRight(r.Before+Axis(width), " ")
	case r.Heading:
		return r.Before
	}
	return strings.TrimRight(r.Before+r.Meter.Draw(width)+r.After, " ")
}
