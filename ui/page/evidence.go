package page

import (
	"strings"

	"knead/guide/document"
	"knead/ui/chart"
	"knead/ui/theme"
)

// evidence draws results below each other on one axis. What is said of a result is below it.
func (f *flow) evidence(e document.Evidence) {
	const bar = 2 // columns of each bar before a line
	inks := chart.In(f.theme, f.theme.OK)
	l := e.Fit(f.width - bar*len(f.bars))
	for _, row := range l.Rows(e) {
		drawn := row.Before
		switch {
		case row.Axis:
			drawn += strings.TrimRight(chart.Axis(l.Meter, theme.Ink{}), " ")
			drawn = f.theme.Muted.Text(drawn)
		case row.Heading:
			drawn = f.theme.Bold.Text(drawn)
		default:
			drawn += chart.Meter(row.Meter, l.Meter, inks) + row.After
		}
		f.add(line{as: drawn})
		if row.Of < 0 || row.Heading {
			continue
		}
		if t := e.Results[row.Of].Text; t.Words != "" {
			f.add(line{text: t, in: 4})
		}
	}
}
