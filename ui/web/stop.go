package web

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// stop writes what a danger sign leads to: what to do now, whom to call, what to say, and only then why. It returns the title.
func (w *writer) stop() string {
	a := w.a
	x := a.i.Assess()
	level := a.Guide.Level(x.Level)
	var told halt
	for _, c := range x.Foremost() {
		if c.Flag.Level < x.Level {
			continue // what is less pressing can wait until this is looked at
		}
		told.said = append(told.said, c.Because...)
		told.advice, told.means, told.say = once(told.advice, c.Flag.Advice), once(told.means, c.Flag.Meaning), once(told.say, c.Flag.Say)
	}
	until := level.Advice
	if len(told.advice) == 0 {
		told.advice, until = once(nil, level.Advice), ""
	}
	class := "stop urgent"
	if x.Level == knowledge.Emergency {
		class = "stop emergency"
	}
	w.In("section", markup.Attrs{"class", class, "aria-labelledby", "title"}, func() {
		w.title(level.Title)
		w.Put("p", level.Headline, "class", "lead")
		w.numbers(level)
	})
	for _, words := range told.advice {
		w.Put("p", words, "class", "lead")
	}
	if len(told.say) > 0 {
		w.Put("h2", strings.TrimSuffix(report.ReadOut(told.said), ":"))
		for _, words := range told.say {
			w.In("blockquote", nil, func() { w.Put("p", "“"+strings.Trim(words, "“”\"")+"”") })
		}
	}
	w.Put("p", until)
	w.Put("h2", "Because of your answers")
	w.Put("p", report.Because(a.Guide, x.Answers, told.said))
	if len(told.means) > 0 {
		w.Put("h2", "What that can mean")
		for _, words := range told.means {
			w.Put("p", words)
		}
	}
	for _, words := range report.Notices(a.Guide, x) {
		w.Put("p", words, "class", "note")
	}
	w.Put("p", "The remaining questions are skipped. Your answers stay in this page until you leave it.", "class", "hint")
	w.In("div", markup.Attrs{"class", "ways"}, func() {
		w.button("quiet", "review", "Change an answer")
		w.button("quiet", "print", "Print this page")
	})
	return level.Title
}

type halt struct {
	advice, means, say []string
	said               []guide.Said
}

// once adds what is not there yet.
func once(all []string, s string) []string {
	if s == "" || slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// numbers are the emergency numbers to tap, each with the region it is for.
func (w *writer) numbers(level knowledge.LevelText) {
	if len(level.Numbers) == 0 {
		return
	}
	w.In("ul", markup.Attrs{"class", "numbers"}, func() {
		for _, n := range level.Numbers {
			w.In("li", nil, func() {
				w.In("a", markup.Attrs{"href", "tel:" + strings.ReplaceAll(n.Call, " ", "")}, func() {
					w.Put("b", n.Call)
					w.Put("span", " "+document.Clean(n.Where))
				})
			})
		}
	})
}
