// Package chart draws numbers for the terminal, one kind of picture for each kind of number:
//
//   - [Meter] is an effect on the axis that all effects share, and [Axis] the words above it.
//   - [Certainty] is how sure the research is, as squares: never a line, which would look like an interval.
//   - [Amount], [Pressure], [Cost], [Tries], [Weeks], and [Points] are what an approach asks of a person, or gives.
//   - [Session] is a session as a line, heavy where somebody works on the body.
//   - [Font] writes big letters, and [Encode] makes codes that a phone's camera reads.
//
// Everything is a function of plain values and inks to a row of text, always as wide as it says. What differs in meaning differs
// in shape, so that all of it can be read without color. Signs outside ASCII are replaced by the app where a terminal has none.
package chart

import (
	"strings"

	"knead/guide/document"
	"knead/ui/theme"
)

// Inks are what a chart is drawn in: the axis and what is empty, and what is filled.
type Inks struct{ Track, Fill theme.Ink }

// In returns the usual inks: this one, and the gray of the theme for the axis. In a row on a ground, both have that ground.
func In(th *theme.Theme, fill theme.Ink) Inks { return Inks{th.Muted, fill} }

// Meter draws a result on the shared axis, in width columns. Without a known result it is the axis alone.
func Meter(m document.Meter, width int, inks Inks) string {
	return inks.draw(m.Draw(width), "●○━←→")
}

// Axis is the words for the steps of a meter of this width, each above its step.
func Axis(width int, ink theme.Ink) string { return ink.Text(document.Axis(width)) }

// CertaintyWidth is the width of the squares.
const CertaintyWidth = 4

// Certainty draws how sure research is: one square of four for very low, four for high, and dots where nobody has rated it.
func Certainty(steps int, inks Inks) string {
	if steps < 1 {
		return inks.Track.Text("····")
	}
	steps = min(steps, CertaintyWidth)
	return inks.Fill.Text(strings.Repeat("■", steps) + strings.Repeat("□", CertaintyWidth-steps))
}

// Amount draws n of so many parts as half-high bars, each two columns wide with a blank between two: how much effort it takes.
func Amount(n, of int, inks Inks) string {
	parts := make([]string, 0, max(of, 0))
	for i := range max(of, 0) {
		if i < n {
			parts = append(parts, "▄▄")
		} else {
			parts = append(parts, "▁▁")
		}
	}
	return inks.draw(strings.Join(parts, " "), "▄")
}

// Pressure draws the five steps from no pressure to deep, those from one to another filled.
func Pressure(from, to int, inks Inks) string {
	steps := []string{"▁", "▂", "▄", "▆", "█"}
	for i := range steps {
		if i < from || i > to {
			steps[i] = "."
		}
	}
	return inks.draw(strings.Join(steps, " "), "▁▂▄▆█")
}

// Cost draws how much of three there is to pay.
func Cost(n int, inks Inks) string {
	n = min(max(n, 0), 3)
	return inks.draw(strings.Repeat("$", n)+strings.Repeat("·", 3-n), "$")
}

// Tries draws how often to try before judging: a filled dot for each that is needed at least, a hollow one for each more up to
// the last, and the mark at which to judge. It is at most width columns wide; "" where there are too many to draw.
func Tries(from, to, width int, inks Inks) string {
	if from < 1 || to < from || 2*to > width {
		return ""
	}
	return inks.draw(strings.Repeat("●─", from)+strings.Repeat("○─", to-from)+"┤", "●○")
}

// WeeksWidth is the width of a line of this many weeks.
func WeeksWidth(longest int) int { return 2 * max(longest, 0) }

// Weeks draws the weeks from one to another on a line of longest weeks, two columns each: when it can be judged.
func Weeks(from, to, longest int, inks Inks) string {
	row := []rune(strings.Repeat("▁", WeeksWidth(longest)))
	for i := max(2*(from-1), 0); i < min(2*to, len(row)); i++ {
		row[i] = '▄'
	}
	return inks.draw(string(row), "▄")
}

// Points draws n of so many points, one column for each, in at most width columns: a longer scale is drawn smaller.
func Points(n, of float64, width int, inks Inks) string {
	if of <= 0 || width < 1 {
		return ""
	}
	width = min(width, int(of))
	filled := min(max(int(n/of*float64(width)+0.5), 0), width)
	return inks.draw(strings.Repeat("▄", filled)+strings.Repeat("▁", width-filled), "▄")
}

// Session draws the parts of a session as dots on a line of width columns. The line after a dot is heavy while somebody works on
// the body. At returns where the dots are.
func Session(hands []bool, width int, inks Inks) string {
	if len(hands) == 0 || width < len(hands) {
		return ""
	}
	row := []rune(strings.Repeat("─", width))
	at := At(len(hands), width)
	for i, heavy := range hands {
		end := width
		if i+1 < len(hands) {
			end = at[i+1]
		}
		for x := at[i]; heavy && x < end; x++ {
			row[x] = '━'
		}
	}
	for _, x := range at {
		row[x] = '●'
	}
	return inks.draw(string(row), "●━")
}

// At returns the columns of n dots that share a line, each with equal room after it.
func At(n, width int) []int {
	at := make([]int, n)
	for i := range at {
		at[i] = i * width / n
	}
	return at
}

// draw puts the signs of fill in the one ink and all others in the other, with as few changes as there are runs. A blank belongs
// to the run before it, so that a ground has no holes.
func (i Inks) draw(row, fill string) string {
	var b strings.Builder
	from, filled := 0, false
	end := func(to int) {
		ink := i.Track
		if filled {
			ink = i.Fill
		}
		b.WriteString(ink.Text(row[from:to]))
		from = to
	}
	for at, r := range row {
		if on := strings.ContainsRune(fill, r); r != ' ' && on != filled {
			end(at)
			filled = on
		}
	}
	end(len(row))
	return b.String()
}
