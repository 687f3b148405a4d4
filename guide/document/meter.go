package document

import (
	"math"
	"slices"
	"strings"
)

// Meter is one result on the axis that all effects share. Its numbers are shares of a whole scale, from 0 to 100, and more is
// better: 1 point of 10 is 10. The zero value marks nothing, so that a missing number is never drawn as "no benefit".
type Meter struct {
	Known     bool
	At        float64
	Differ    bool    // results differ from study to study
	Interval  bool    // Low and High are the 95 % interval that a source gives; a line is drawn for that and for nothing else
	Low, High float64 //
}

// AxisStep is one place on the shared axis, with the word for an effect of that size.
type AxisStep struct {
	At   float64
	Word string
}

// AxisSteps are the places on the axis. Reviews by AHRQ and ACP call 5 to 10 points of 100 small, 10 to 20 moderate, and more
// than 20 large; each word is centered in its class.
func AxisSteps() []AxisStep {
	return []AxisStep{{0, "none"}, {7.5, "a little"}, {15, "clear"}, {24, "large"}}
}

// The ends of the axis. There is some room before "none", for an interval that goes below it.
const (
	axisLow  = -3
	axisHigh = 27
)

// OnAxis returns where a share of the scale is on the axis, from 0 at its left end to 1 at its right end. What is beyond an end
// is put on it.
func OnAxis(share float64) float64 {
	return min(max((share-axisLow)/(axisHigh-axisLow), 0), 1)
}

// Draw draws the result on its axis in width columns: │ for no benefit, · for each further step, ● for the result or ○ where results
// differ, and ━ for an interval, with an arrow where it goes beyond the axis.
func (m Meter) Draw(width int) string {
	if width < 1 {
		return ""
	}
	cells := []rune(strings.Repeat(" ", width))
	for i, s := range AxisSteps() {
		cells[column(s.At, width)] = '·'
		if i == 0 {
			cells[column(s.At, width)] = '│'
		}
	}
	if !m.Known {
		return string(cells)
	}
	if m.Interval {
		for i := column(m.Low, width); i <= column(m.High, width); i++ {
			cells[i] = '━'
		}
		if m.Low < axisLow {
			cells[0] = '←'
		}
		if m.High > axisHigh {
			cells[width-1] = '→'
		}
	}
	cells[column(m.At, width)] = '●'
	if m.Differ {
		cells[column(m.At, width)] = '○'
	}
	return string(cells)
}

func column(share float64, width int) int { return int(math.Round(OnAxis(share) * float64(width-1))) }

// inWords is the mark between the words for the ends of its axis, to be set among other text in so many columns.
func (m Meter) inWords(room int) string {
	const width = 21
	steps := AxisSteps()
	before, after := steps[0].Word+" ", " "+steps[len(steps)-1].Word
	return before + m.Draw(min(width, room-len(before)-len(after))) + after
}

// Axis returns the words over the marks of this width, each over its place, shorter ones where there is little room. Where even
// these do not fit, only the ends are named, or nothing is.
func Axis(width int) string {
	long := make([]string, 0, 4)
	for _, s := range AxisSteps() {
		long = append(long, s.Word)
	}
	for _, x := range []struct {
		words []string
		apart int
	}{{long, 2}, {[]string{"none", "little", "clear", "large"}, 2}, {[]string{"no", "little", "clear", "large"}, 1}} {
		words := x.words
		if starts := onSteps(words, x.apart, width); starts != nil {
			var b strings.Builder
			for i, w := range words {
				b.WriteString(strings.Repeat(" ", starts[i]-b.Len()) + w)
			}
			return b.String() + strings.Repeat(" ", width-b.Len())
		}
	}
	const first, last = "none", "large"
	if gap := width - len(first) - len(last); gap > 0 {
		return first + strings.Repeat(" ", gap) + last
	}
	return strings.Repeat(" ", max(width, 0))
}

// onSteps centers each word on its step, and moves it only as far as it takes to keep the given number of spaces between two
// words. It returns nil if they do not fit.
func onSteps(words []string, apart, width int) []int {
	starts := make([]int, len(words))
	from := 0
	for i, s := range AxisSteps() {
		starts[i] = max(column(s.At, width)-len(words[i])/2, from)
		from = starts[i] + len(words[i]) + apart
	}
	end := width
	for i, w := range slices.Backward(words) {
		starts[i] = min(starts[i], end-len(w))
		end = starts[i] - apart
	}
	if starts[0] < 0 {
		return nil
	}
	return starts
}
