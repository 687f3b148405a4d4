package web

import (
	"slices"
	"strconv"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// compare takes what was marked to be compared, three at most. With fewer than two it adds the best placed of another kind.
func (a *App) compare(marked []string) {
	x := a.i.Assess()
	chosen := slices.DeleteFunc(slices.Clone(marked), func(id string) bool { return match(x, id) == nil })
	if len(chosen) > most {
		chosen = chosen[:most]
		a.message = "These are the first three of those you marked."
	}
	kinds := []knowledge.TherapyKind{knowledge.Massage, knowledge.Alternative, knowledge.SelfHelp}
	for _, kind := range kinds {
		if m := x.FirstChoice(kind); len(chosen) < 2 && m != nil && !slices.Contains(chosen, m.Therapy.ID) {
			chosen = append(chosen, m.Therapy.ID)
		}
	}
	if a.picked = chosen; len(chosen) < 2 {
		a.message = "Mark two or three approaches to compare them."
		return
	}
	a.screen = onCompare
}

// most is how many approaches are compared at once.
const most = 3

func match(x guide.Assessment, therapy string) *guide.Match {
	for i := range x.Matches {
		if x.Matches[i].Therapy.ID == therapy {
			return &x.Matches[i]
		}
	}
	return nil
}

// comparison writes two or three approaches, measure by measure, so that their marks are below one another. It returns the title.
func (w *writer) comparison() string {
	const title = "Side by side"
	x := w.a.i.Assess()
	var chosen []*guide.Match
	for _, id := range w.a.picked {
		chosen = append(chosen, match(x, id))
	}
	w.title(title)
	w.note()
	w.In("ul", markup.Attrs{"class", "compared"}, func() {
		for i, m := range chosen {
			w.In("li", nil, func() {
				w.Put("b", report.Letter(i)+" "+m.Therapy.Name+" ")
				w.Put("span", m.Word(), "class", "word "+report.Tone(m.Suits()).Class())
			})
		}
	})
	w.Put("h2", "In short")
	w.In("ul", nil, func() {
		for _, words := range report.Differences(chosen) {
			w.Put("li", words)
		}
	})
	for _, m := range w.measures(x, chosen) {
		w.Put("h2", m.name)
		if m.axis {
			w.axis()
		}
		w.In("dl", markup.Attrs{"class", "measure"}, func() {
			for i, c := range chosen {
				w.In("div", nil, func() {
					w.In("dt", nil, func() {
						w.Text(report.Letter(i))
						w.Put("span", " "+c.Therapy.Name, "class", "about")
					})
					w.In("dd", nil, func() { m.cell(c) })
				})
			}
		})
	}
	w.In("div", markup.Attrs{"class", "onward"}, func() { w.button("main", "back", "Back to the result") })
	return title
}

// measure is one thing to compare approaches by.
type measure struct {
	name string
	axis bool // the words over the marks
	cell func(*guide.Match)
}

// measures are what is compared, in order.
func (w *writer) measures(x guide.Assessment, chosen []*guide.Match) []measure {
	var out []measure
	for i, lane := range evidence.LaneNames() {
		out = append(out, measure{lane.Label, true, func(m *guide.Match) {
			found := evidence.Lanes(m.Evidence)[i]
			if found.Meter.Known {
				w.Raw(found.Meter.SVG(found.Sentence()))
			}
			w.Put("span", found.Word, "class", "about")
		}})
	}
	out = append(out, measure{"How sure the research is", false, func(m *guide.Match) {
		words := evidence.Certainty(m.Evidence).String()
		if words == "" {
			words = "not rated"
		}
		w.Text(words)
	}})
	facts := report.Glance(chosen[0].Therapy, document.Picture{}).Facts
	for _, m := range chosen {
		if len(report.Glance(m.Therapy, document.Picture{}).Facts) != len(facts) {
			facts = nil
		}
	}
	for i, f := range facts {
		out = append(out, measure{f.Label, false, func(m *guide.Match) {
			w.Text(report.Glance(m.Therapy, document.Picture{}).Facts[i].Words)
		}})
	}
	return append(out,
		measure{"For you", false, func(m *guide.Match) { w.Text(document.Sentence(report.InShort(w.a.Guide, x, m))) }},
		measure{"Weak points", false, func(m *guide.Match) { w.Text(document.Sentence(m.Therapy.Glance.Weak)) }},
		measure{"Guidelines", false, func(m *guide.Match) { w.Text(document.Sentence(report.Stance(m.Evidence))) }})
}

// axis writes the words over the marks.
func (w *writer) axis() {
	w.In("p", markup.Attrs{"class", "axis", "aria-hidden", "true"}, func() {
		for i, step := range document.AxisSteps() {
			w.Put("span", step.Word, "class", "step-"+strconv.Itoa(i))
		}
	})
}
