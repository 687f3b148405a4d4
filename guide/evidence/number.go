package evidence

import (
	"math"
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/guide/knowledge"
)

// Numbers are what studies measured: those on a scale as marks, with a line where the source gives an interval, and those that
// count people or days, which are not on that axis, as sentences.
func Numbers(e *knowledge.Evidence) (onAxis []document.Finding, counts []document.Text) {
	if e == nil {
		return nil, nil
	}
	for i := range e.Measured {
		m := &e.Measured[i]
		said := document.Text{Words: document.Join(Number(m), m.But), Sources: []string{m.Source}}
		if m.Unit != knowledge.UnitPoints || m.Of <= 0 {
			counts = append(counts, said)
			continue
		}
		share := 100 / m.Of
		onAxis = append(onAxis, document.Finding{
			Label: outcomeLabel(m.What),
			Meter: document.Meter{Known: true, At: m.Points * share, Interval: m.HasInterval(), Low: m.Low * share, High: m.High * share},
			Word:  number(m.Points) + " of " + number(m.Of) + " points", Text: said,
		})
	}
	return onAxis, counts
}

// Number is one measured difference as a sentence: "1.2 points less pain on a 10-point scale than usual care after 3 months
// (0.6 to 1.8)."
func Number(m *knowledge.Measured) string {
	after := ""
	if m.After != "" {
		after = " after " + m.After
	}
	var words string
	switch m.Unit {
	case knowledge.UnitPeople:
		words = "About " + number(abs(perHundred(m, m.Points))) + " " + moreOr("fewer", m.Points) + " of 100 people " + didBetter(m.What) + " than with " +
			strings.TrimPrefix(m.Versus, "with ") + after
		return words + interval(m, func(x float64) string { return number(perHundred(m, x)) }) + "."
	case knowledge.UnitDays:
		words = amount(abs(m.Points), "day") + " " + lessOr("fewer", m.Points) + " with " + outcomeOf(m.What) + " each month than " + m.Versus + after
	default:
		words = amount(abs(m.Points), "point") + " " + lessOr("less", m.Points) + " " + outcomeOf(m.What) + " on a " + number(m.Of) + "-point scale than " + m.Versus + after
	}
	return words + interval(m, number) + "."
}

// interval is the interval of a source in brackets. An end on the other side of no difference is called that.
func interval(m *knowledge.Measured, write func(float64) string) string {
	if !m.HasInterval() {
		return ""
	}
	low, high := m.Low, m.High
	better, worse := "less", "more"
	if m.Unit == knowledge.UnitPeople {
		better, worse = "more", "fewer"
	}
	switch {
	case low >= 0:
		return " (" + write(low) + " to " + write(high) + ")"
	case high <= 0:
		return " (" + write(-high) + " to " + write(-low) + ")"
	}
	return " (from " + write(-low) + " " + worse + " to " + write(high) + " " + better + ")"
}

// perHundred is a number of people of every hundred.
func perHundred(m *knowledge.Measured, people float64) float64 {
	if m.Of <= 0 {
		return people
	}
	return math.Round(people / m.Of * 100)
}

func lessOr(word string, points float64) string {
	if points < 0 {
		return "more"
	}
	return word
}

func moreOr(word string, points float64) string {
	if points < 0 {
		return word
	}
	return "more"
}

// amount is a number with its noun: "1 point", "1.2 points".
func amount(n float64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return number(n) + " " + noun
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func abs(n float64) float64 { return math.Abs(n) }

// didBetter is what people did of whom a study counts how many.
func didBetter(o knowledge.Outcome) string {
	switch o {
	case knowledge.OutcomeFunction:
		return "did clearly better in daily life"
	case knowledge.OutcomePain:
		return "had clearly less pain"
	case knowledge.OutcomeBother:
		return "were bothered clearly less"
	case knowledge.OutcomeHeadacheDays:
		return "had clearly fewer days with headache"
	}
	return "got clearly better"
}

func outcomeLabel(o knowledge.Outcome) string {
	switch o {
	case knowledge.OutcomeFunction:
		return "Daily life"
	case knowledge.OutcomeBother:
		return "Bother"
	case knowledge.OutcomeHeadacheDays:
		return "Headache"
	case knowledge.OutcomeBetter:
		return "Clearly better"
	}
	return "Pain"
}

func outcomeOf(o knowledge.Outcome) string {
	switch o {
	case knowledge.OutcomeFunction:
		return "trouble in daily life"
	case knowledge.OutcomeBother:
		return "bother from the pain"
	case knowledge.OutcomeHeadacheDays:
		return "headache"
	}
	return "pain"
}
