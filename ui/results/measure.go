package results

import (
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// measure is one thing to compare approaches by. Its cell is the rows for one approach, in so many columns.
type measure struct {
	name   string
	legend string // what the signs mean, where they have no words of their own
	axis   bool   // the words over the meters
	words  bool   // it is words, so that what is the same for all is said once
	cell   func(x *guide.Match, width int) []string
}

// measures are what is compared, in order. What no approach was measured by is left out.
func (c *comparison) measures() []measure {
	var out []measure
	for i, lane := range evidence.LaneNames() {
		out = append(out, measure{name: lane.Label, axis: true, cell: func(x *guide.Match, width int) []string {
			return c.marked(x, evidence.Lanes(x.Evidence)[i].Meter, width)
		}})
	}
	out = append(out, measure{name: "How sure the research is", cell: c.certainty})
	if c.practiced() {
		out = append(out,
			measure{name: "Effort it asks of you", cell: c.effort},
			measure{name: "Pressure", cell: c.pressure},
			measure{name: "Cost", cell: c.cost},
			measure{name: "Weeks until you can judge", cell: c.weeks})
	}
	for _, what := range []struct {
		name    string
		outcome knowledge.Outcome
	}{{"Pain, as measured", knowledge.OutcomePain}, {"Bother, as measured", knowledge.OutcomeBother}, {"Daily life, as measured", knowledge.OutcomeFunction}} {
		if c.wasMeasured(what.outcome) {
			out = append(out, measure{name: what.name, axis: true, cell: func(x *guide.Match, width int) []string {
				return c.measured(x, what.outcome, width)
			}})
		}
	}
	return append(out,
		measure{name: "For you", words: true, cell: func(x *guide.Match, width int) []string {
			return c.words(document.Sentence(document.Upper(report.InShort(c.g, c.assessment, x))), width)
		}},
		measure{name: "Weak points", words: true, cell: func(x *guide.Match, width int) []string { return c.words(x.Therapy.Glance.Weak, width) }},
		measure{name: "Guidelines", legend: c.theme.Signs.FitsWell + " for it  " + c.theme.Signs.MaySuit + " perhaps  " + c.theme.Signs.NotNow + " against", words: true, cell: c.guidelines})
}

// axisWidth is the columns of a meter in a block of this width.
func axisWidth(width int) int { return document.EvenMeter(width - letterWidth) }

func (c *comparison) inks(x *guide.Match) chart.Inks {
	_, ink := c.theme.Tone(report.Tone(x.Suits()))
	return chart.In(c.theme, ink)
}

// marked is a meter, or the words that there is nothing to mark.
func (c *comparison) marked(x *guide.Match, m document.Meter, width int) []string {
	if !m.Known {
		return []string{c.theme.Muted.Text(evidence.Size(m))}
	}
	return []string{chart.Meter(m, axisWidth(width+letterWidth), c.inks(x))}
}

// measured is what studies measured for one outcome, each with what it was compared with: two numbers against different things are
// not one comparison.
func (c *comparison) measured(x *guide.Match, what knowledge.Outcome, width int) []string {
	var rows []string
	if x.Evidence != nil {
		for _, m := range x.Evidence.Measured {
			if m.What != what || m.Unit != knowledge.UnitPoints {
				continue
			}
			one := knowledge.Evidence{Measured: []knowledge.Measured{m}}
			onAxis, _ := evidence.Numbers(&one)
			rows = append(rows, c.marked(x, onAxis[0].Meter, width)...)
			rows = append(rows, frame.Each(frame.Wrap(onAxis[0].Word+", against "+m.Versus+", after "+m.After, width), c.theme.Muted.Text)...)
		}
	}
	if rows == nil {
		return []string{c.theme.Muted.Text("no number given")}
	}
	return rows
}

func (c *comparison) wasMeasured(what knowledge.Outcome) bool {
	for _, x := range c.chosen {
		if x.Evidence == nil {
			continue
		}
		for _, m := range x.Evidence.Measured {
			if m.What == what && m.Unit == knowledge.UnitPoints {
				return true
			}
		}
	}
	return false
}

func (c *comparison) practiced() bool {
	for _, x := range c.chosen {
		if x.Therapy.Practice.Effort == 0 {
			return false
		}
	}
	return true
}

func (c *comparison) certainty(x *guide.Match, _ int) []string {
	steps, words := 0, "not rated"
	if e := x.Evidence; e != nil && e.Certainty.Steps() > 0 {
		steps, words = e.Certainty.Steps(), strings.ReplaceAll(e.Certainty.String(), "-", " ")
	}
	return []string{chart.Certainty(steps, chart.In(c.theme, c.theme.Text)) + "  " + c.theme.Text.Text(words)}
}

func (c *comparison) picture(drawn, words string) []string {
	return []string{drawn + "  " + c.theme.Text.Text(words)}
}

func (c *comparison) yours() chart.Inks { return chart.In(c.theme, c.theme.Accent) }

func (c *comparison) effort(x *guide.Match, _ int) []string {
	n := x.Therapy.Practice.Effort
	return c.picture(chart.Amount(n, 3, c.yours()), [...]string{"none", "little", "some", "much"}[min(max(n, 0), 3)])
}

func (c *comparison) pressure(x *guide.Match, _ int) []string {
	p := x.Therapy.Practice.Pressure
	return c.picture(chart.Pressure(p.From, p.To, c.yours()), span(pressureWord(p.From), pressureWord(p.To)))
}

func pressureWord(n int) string {
	return [...]string{"none", "light", "medium", "firm", "deep"}[min(max(n, 0), 4)]
}

func (c *comparison) cost(x *guide.Match, _ int) []string {
	n := x.Therapy.Practice.Pay
	return c.picture(chart.Cost(n, c.yours()), [...]string{"nothing to pay", "low", "medium", "high"}[min(max(n, 0), 3)])
}

// longest is how many weeks the line has; more are said only.
const longest = 12

func (c *comparison) weeks(x *guide.Match, width int) []string {
	w := x.Therapy.Practice.Judge
	words := span(strconv.Itoa(w.From), strconv.Itoa(w.To))
	if drawn := chart.WeeksWidth(longest); drawn+2+len(words) <= width && w.From <= longest {
		return c.picture(chart.Weeks(w.From, w.To, longest, c.yours()), words)
	}
	return []string{c.theme.Text.Text(words + " weeks")}
}

// span is two words with "to" between them, or one where they are the same.
func span(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}

func (c *comparison) words(text string, width int) []string {
	return frame.Each(frame.Wrap(text, width), c.theme.Text.Text)
}

// guidelines are the names of those who are for it, who say perhaps, and who are against it, each group after its sign.
func (c *comparison) guidelines(x *guide.Match, width int) []string {
	groups := []struct {
		sign  string
		ink   theme.Ink
		holds func(knowledge.Stance) bool
	}{
		{c.theme.Signs.FitsWell, c.theme.OK, func(s knowledge.Stance) bool { return s == knowledge.StanceRecommend }},
		{c.theme.Signs.MaySuit, c.theme.OK, func(s knowledge.Stance) bool {
			return s == knowledge.StanceConsider || s == knowledge.StancePackageOnly
		}},
		{c.theme.Signs.NotNow, c.theme.NotNow, func(s knowledge.Stance) bool {
			return s == knowledge.StanceDoNot || s == knowledge.StanceAvoidAsPrecaution
		}},
	}
	var rows []string
	for _, group := range groups {
		var names []string
		for _, line := range guidelinesOf(x) {
			if group.holds(line.Stance) {
				names = append(names, line.Name)
			}
		}
		lead := group.ink.Text(group.sign) + " "
		for _, row := range frame.Wrap(strings.Join(names, ", "), width-2) {
			rows = append(rows, lead+c.theme.Text.Text(row))
			lead = "  "
		}
	}
	if rows == nil {
		return []string{c.theme.Muted.Text("none found")}
	}
	return rows
}

func guidelinesOf(x *guide.Match) []knowledge.Guideline {
	if x.Evidence == nil {
		return nil
	}
	return x.Evidence.Guidelines
}
