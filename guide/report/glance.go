package report

import (
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/guide/knowledge"
)

// Glance is what a therapy is like, in facts and the parts of a session. The picture is the caller's: the guide has none.
func Glance(t *knowledge.Therapy, picture document.Picture) document.Glance {
	p := &t.Practice
	if len(p.Session) == 0 {
		return document.Glance{}
	}
	pressure := [...]string{"none", "light", "medium", "firm", "deep"}
	effort := [...]string{"", "little", "some", "much"}
	cost := [...]string{"free", "low", "medium", "high"}
	g := document.Glance{Picture: picture, Facts: []document.Fact{
		{Label: "Pressure", Words: between(at(pressure[:], p.Pressure.From), at(pressure[:], p.Pressure.To)), Gauge: document.PressureGauge, From: p.Pressure.From, To: p.Pressure.To},
		{Label: "Effort", Words: at(effort[:], p.Effort), Gauge: document.EffortGauge, From: 1, To: p.Effort},
		{Label: "Cost", Words: at(cost[:], p.Pay), Gauge: document.CostGauge, To: p.Pay},
		{Label: "Try", Words: span(p.Tries.From, p.Tries.To, p.Tries.Unit)},
		{Label: "Judge", Words: judge(p.Judge)},
	}}
	hands := 0
	for _, s := range p.Session {
		g.Session = append(g.Session, document.Step{Text: s.Text, Hands: s.Hands})
		if s.Hands {
			hands++
		}
	}
	words := "in " + strconv.Itoa(hands) + " of " + span(len(p.Session), len(p.Session), "steps")
	if hands == 0 {
		words = "never"
	}
	g.Facts = append(g.Facts, document.Fact{Label: "Hands on", Words: words})
	return g
}

// at is a word of a scale; "" beyond its ends, which the loader refuses.
func at(words []string, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i]
}

func between(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}

// span is a number of things, or from one number to another: "1 session", "4 to 6 sessions".
func span(from, to int, units string) string {
	if to == 1 {
		units = strings.TrimSuffix(units, "s")
	}
	return between(strconv.Itoa(from), strconv.Itoa(to)) + " " + units
}

// judge says in how many weeks it can be judged.
func judge(weeks knowledge.Span) string {
	if weeks.To == 0 {
		return "within days"
	}
	return "in " + span(weeks.From, weeks.To, "weeks")
}
