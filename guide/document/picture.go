package document

import (
	"strconv"
	"strings"

	"knead/guide/markup"
)

// SVG draws the mark for a page of HTML, in the inks of the page, so that it can be read on light and dark. Readers of the screen
// hear the sentence instead.
func (m Meter) SVG(said string) markup.HTML {
	const width, height, radius = 160, 16, 4.5
	tenths := func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
	x := func(share float64) string { return tenths(radius + OnAxis(share)*(width-2*radius)) }
	said = escaped(Clean(said))
	var b strings.Builder
	b.WriteString(`<svg class="meter" viewBox="0 0 ` + strconv.Itoa(width) + " " + strconv.Itoa(height) + `" role="img" aria-label="` + said + `" xmlns="http://www.w3.org/2000/svg"><title>` + said + `</title>`)
	for i, s := range AxisSteps() {
		if i == 0 {
			b.WriteString(`<line class="axis" x1="` + x(s.At) + `" x2="` + x(s.At) + `" y1="1" y2="15"/>`)
			continue
		}
		b.WriteString(`<circle class="step" cx="` + x(s.At) + `" cy="8" r="1.2"/>`)
	}
	if m.Known && m.Interval {
		b.WriteString(`<line class="interval" x1="` + x(m.Low) + `" x2="` + x(m.High) + `" y1="8" y2="8"/>`)
		if m.Low < axisLow {
			b.WriteString(`<path class="interval" d="M5 4 1 8l4 4"/>`)
		}
		if m.High > axisHigh {
			b.WriteString(`<path class="interval" d="M155 4l4 4-4 4"/>`)
		}
	}
	if m.Known {
		class := "mark"
		if m.Differ {
			class = "differ"
		}
		b.WriteString(`<circle class="` + class + `" cx="` + x(m.At) + `" cy="8" r="` + tenths(radius-0.5) + `"/>`)
	}
	b.WriteString(`</svg>`)
	return markup.HTML(b.String())
}

// evidence writes results as a table, so that a reader of the screen can go through it row by row.
func (w blockWriter) evidence(e Evidence) {
	w.line()
	w.In("table", markup.Attrs{"class", "evidence"}, func() {
		w.line()
		w.In("thead", nil, func() {
			w.In("tr", nil, func() {
				w.In("td", nil, func() {})
				w.In("td", markup.Attrs{"class", "words", "aria-hidden", "true"}, func() {
					for i, step := range AxisSteps() {
						w.Put("span", step.Word, "class", "step-"+strconv.Itoa(i))
					}
				})
				w.In("td", nil, func() {})
			})
		})
		w.line()
		w.In("tbody", nil, func() {
			for _, r := range e.Results {
				w.line()
				w.finding(r)
			}
			w.line()
		})
		w.line()
	})
}

func (w blockWriter) finding(r Finding) {
	w.In("tr", nil, func() {
		w.In("th", markup.Attrs{"scope", "row"}, func() { w.Text(Clean(r.Label)) })
		w.In("td", nil, func() { w.Raw(r.Meter.SVG(r.Sentence())) })
		w.In("td", nil, func() {
			w.Text(Clean(r.Word))
			if c := r.Certainty.String(); c != "" {
				w.Raw(" ")
				w.Put("span", c, "class", "certainty")
			}
		})
	})
	if r.Words == "" {
		return
	}
	w.line()
	w.In("tr", markup.Attrs{"class", "said"}, func() {
		w.In("td", nil, func() {})
		w.In("td", markup.Attrs{"colspan", "2"}, func() { w.text(r.Text) })
	})
}

// evidenceStyle is the look of the pictures.
const evidenceStyle = `
.meter{width:10em;height:1em;vertical-align:-.1em;overflow:visible}
.meter .axis{stroke:var(--quiet);stroke-width:1.2}.meter .step{fill:var(--quiet)}
.meter .interval{stroke:var(--accent);stroke-width:2.4;fill:none}
.meter .mark{fill:var(--accent)}.meter .differ{fill:var(--paper);stroke:var(--accent);stroke-width:2}
.evidence td,.evidence tbody th{border:0;padding:.15em .8em .15em 0;vertical-align:middle}
.evidence tbody th{width:auto;font-weight:400}
.evidence .said td{padding-bottom:.5em;font-size:.95em}
.evidence .words{position:relative;height:1.3em;color:var(--quiet);font-size:.75em}
.evidence .words span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.step-0{left:10%}.step-1{left:35%}.step-2{left:60%}.step-3{left:90%}
@media(max-width:34em){.evidence tr{display:block;margin:.4em 0}.evidence td,.evidence tbody th,.evidence thead th{display:block}}
@media print{li>.meter{display:none}.evidence .words,.evidence .said td{font-size:1em}}
`
