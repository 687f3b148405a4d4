package web

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// questions writes the page of questions, and returns its title.
func (w *writer) questions() string {
	a := w.a
	asked := a.i.Questions()
	page, of := a.i.Progress()
	stage := "Questions"
	if stages := a.Guide.Knowledge().Stages; a.i.Stage() >= 0 && a.i.Stage() < len(stages) {
		stage = stages[a.i.Stage()].Title
	}
	w.In("p", markup.Attrs{"class", "progress"}, func() {
		if len(asked) == 1 {
			w.Put("span", stage)
		}
		w.Put("span", "Page "+strconv.Itoa(page)+" of "+strconv.Itoa(of))
	})
	w.In("progress", markup.Attrs{"max", strconv.Itoa(of), "value", strconv.Itoa(page), "aria-hidden", "true"}, func() {})
	title := stage
	if len(asked) == 1 {
		title = asked[0].Title
	} else {
		w.title(stage)
	}
	w.note()
	w.In("form", markup.Attrs{"id", "answers", "autocomplete", "off", "novalidate", ""}, func() {
		for _, q := range asked {
			w.question(q, len(asked) == 1)
		}
		w.In("div", markup.Attrs{"class", "onward"}, func() {
			w.Put("button", "Next", "type", "submit", "class", "main", "value", "next")
			w.button("quiet", "back", "Back")
		})
	})
	w.In("form", markup.Attrs{"id", "search"}, func() {})
	a.shown, a.drawn = asked, w.drawnOf(asked)
	return title
}

// drawnOf is what the page shows, apart from which controls are on.
func (w *writer) drawnOf(asked []guide.Asked) string {
	var b strings.Builder
	add := func(words ...string) { b.WriteString(strings.Join(words, "\x00") + "\n") }
	add(w.a.message, w.a.query)
	for _, q := range asked {
		add(q.ID, w.a.problem[q.ID], q.NoneLabel(w.a.i.Answers()[q.ID]), w.a.pointed(q))
		for _, o := range q.Shown {
			add(o.ID, strconv.FormatBool(slices.Contains(q.Kept, o)))
		}
	}
	return b.String()
}

// question writes one question with its answers.
func (w *writer) question(q guide.Asked, alone bool) {
	a, given := w.a, w.a.i.Answers()[q.ID]
	about, hint := "", anchor(q.ID)+"-hint"
	if q.Hint != "" {
		about = hint
	}
	if a.problem[q.ID] != "" {
		about = strings.TrimSpace(about + " " + problemOf(q.ID))
	}
	w.In("fieldset", markup.Attrs{"class", "question"}.If(about != "", "aria-describedby", about), func() {
		w.In("legend", nil, func() {
			if alone {
				w.title(q.Title)
			} else {
				w.Put("h2", q.Title, "id", anchor(q.ID), "tabindex", "-1")
			}
		})
		w.Put("p", q.Hint, "class", "hint", "id", hint)
		w.Put("p", a.problem[q.ID], "class", "problem", "id", problemOf(q.ID), "tabindex", "-1")
		w.decide(q)
		if a.searchHere(q) {
			w.search()
		}
		if q.Role == knowledge.RolePlace {
			w.figure(q)
		}
		if q.Kind == knowledge.Scale {
			w.scale(q, given)
		} else {
			w.options(q, given)
		}
		w.why(q)
	})
}

// decide writes what waits for a yes.
func (w *writer) decide(q guide.Asked) {
	x := w.a.waiting
	if x == nil || x.question != q.ID {
		return
	}
	w.In("div", markup.Attrs{"class", "decide", "id", "waiting", "tabindex", "-1", "role", "group", "aria-label", "Please decide"}, func() {
		w.Put("p", x.words)
		w.button("quiet", "keep", x.no)
		w.button("quiet", "accept", x.yes)
	})
}

// options writes the answers of a list, one per row, and below them the ones for the whole list.
func (w *writer) options(q guide.Asked, given guide.Answer) {
	var none *knowledge.Option
	group, open := "", false
	shut := func() {
		if open {
			w.Raw("</div>")
		}
		open = false
	}
	w.In("div", markup.Attrs{"class", "rows"}, func() {
		for i, o := range q.Shown {
			if o.ID == knowledge.None && q.Kind == knowledge.Many {
				none = o
				continue
			}
			if o.Group != group {
				shut()
				group, open = o.Group, true
				id := anchor(q.ID) + "-group-" + strconv.Itoa(i)
				w.Raw(markup.HTML(`<div role="group" aria-labelledby="` + string(markup.Escape(id)) + `">`))
				w.Put("p", group, "class", "group", "id", id)
			}
			w.row(q, given, o)
		}
		shut()
	})
	w.In("div", markup.Attrs{"class", "rows whole"}, func() {
		if none != nil {
			w.choice(q, knowledge.None, q.NoneLabel(given), none.Help, given.Has(knowledge.None), "")
		}
		w.choice(q, guide.Unsure, "Not sure", "", given.Unsure, "")
	})
}

// row writes one answer and, in a list of several, a second control that leaves only this one open.
func (w *writer) row(q guide.Asked, given guide.Answer, o *knowledge.Option) {
	tag := ""
	if given.Has(o.ID) && slices.Contains(q.Kept, o) {
		tag = "still counts"
	}
	if q.Kind != knowledge.Many {
		w.choice(q, o.ID, o.Label, o.Help, given.Has(o.ID), tag)
		return
	}
	w.In("div", markup.Attrs{"class", "pair"}, func() {
		w.choice(q, o.ID, o.Label, o.Help, given.Has(o.ID), tag)
		w.In("label", markup.Attrs{"class", "open"}, func() {
			name := openName(q.ID)
			w.Void("input", markup.Attrs{"type", "checkbox", "name", name, "value", o.ID, "id", control(name, o.ID)}.If(slices.Contains(given.Open, o.ID), "checked", ""))
			w.In("span", nil, func() {
				w.Text("not sure")
				w.Put("span", ": "+o.Label, "class", "unseen")
			})
		})
	})
}

// choice writes a control with its label.
func (w *writer) choice(q guide.Asked, value, label, help string, on bool, tag string) {
	kind := "radio"
	if q.Kind == knowledge.Many {
		kind = "checkbox"
	}
	w.In("label", markup.Attrs{"class", "choice"}, func() {
		w.Void("input", markup.Attrs{"type", kind, "name", q.ID, "value", value, "id", control(q.ID, value)}.If(on, "checked", ""))
		w.In("span", nil, func() {
			w.Put("b", label)
			w.Put("span", help, "class", "about")
			w.Put("em", tag)
		})
	})
}

// scale writes a number a row, with what it means.
func (w *writer) scale(q guide.Asked, given guide.Answer) {
	low, high := q.Range()
	w.In("div", markup.Attrs{"class", "rows scale"}, func() {
		for n := low; n <= high; n++ {
			words := ""
			if n-low < len(q.Words) {
				words = q.Words[n-low]
			}
			w.choice(q, strconv.Itoa(n), strconv.Itoa(n), words, len(given.Options) > 0 && given.Value == n, "")
		}
	})
	w.Put("p", "There is no wrong number. It is not a score.", "class", "hint")
	w.In("div", markup.Attrs{"class", "rows whole"}, func() { w.choice(q, guide.Unsure, "Not sure", "", given.Unsure, "") })
}

// why says why the question is asked, and what "not sure" does.
func (w *writer) why(q guide.Asked) {
	w.In("details", markup.Attrs{"class", "why"}, func() {
		w.Put("summary", "Why is this asked?")
		w.Put("p", q.Why)
		if q.Unsure != "" {
			w.In("p", nil, func() {
				w.Put("b", "Not sure?")
				w.Text(" " + q.Unsure)
			})
		}
		for _, id := range q.Sources {
			if s := w.a.Guide.Source(id); s != nil {
				w.Put("p", "Source: "+s.Cite(), "class", "about")
			}
		}
	})
}

// Searches reports whether the page has the search field.
func (a *App) Searches() bool {
	return a.screen == onQuestions && slices.ContainsFunc(a.shown, func(q guide.Asked) bool { return a.Guide.Searched(q.ID) })
}

// searchHere reports whether the search field belongs to a question: to the first on the page that can be searched.
func (a *App) searchHere(q guide.Asked) bool {
	for _, x := range a.i.Questions() {
		if a.Guide.Searched(x.ID) {
			return x.ID == q.ID
		}
	}
	return false
}

// search writes the search field and what was found.
func (w *writer) search() {
	w.In("div", markup.Attrs{"class", "search"}, func() {
		w.Put("label", "Find an illness or a medicine", "for", "find")
		w.Void("input", markup.Attrs{"type", "search", "id", "find", "name", "find", "form", "search", "value", w.a.query, "enterkeyhint", "search", "autocomplete", "off", "spellcheck", "false", "maxlength", "40"})
		w.In("div", markup.Attrs{"id", "found"}, func() { w.finds() })
	})
}

// foundPart is what was found, to be put below the field.
func (a *App) foundPart() Page {
	w := &writer{a: a}
	n := w.finds()
	say := strconv.Itoa(n) + " found"
	if a.query == "" {
		say = ""
	} else if n == 0 {
		say = report.NothingFound(a.query)
	}
	return Page{HTML: w.HTML(), Part: "found", Say: say}
}

// shownFinds is how many finds are shown at once.
const shownFinds = 9

// finds writes what was found, and returns how much that is.
func (w *writer) finds() int {
	if w.a.query == "" {
		return 0
	}
	found := w.a.i.Find(w.a.query)
	if len(found) == 0 {
		words := report.NothingFound(w.a.query)
		if len(w.a.Guide.Find(w.a.query)) > 0 {
			words = "“" + w.a.query + "” follows from another of your answers, and cannot be chosen here."
		}
		w.Put("p", words, "class", "hint")
		return 0
	}
	if found[0].Near {
		w.Put("p", "No match for that name. Did you mean:", "class", "hint")
	}
	items := w.a.i.Items()
	w.In("ul", markup.Attrs{"class", "finds"}, func() {
		for _, f := range found[:min(len(found), shownFinds)] {
			w.In("li", nil, func() { w.find(f, items) })
		}
	})
	if more := len(found) - shownFinds; more > 0 {
		w.Put("p", "There are "+strconv.Itoa(more)+" more. A longer word finds fewer.", "class", "hint")
	}
	return len(found)
}

func (w *writer) find(f guide.Found, items guide.Answer) {
	if f.Kind != guide.FoundItem {
		w.Put("p", report.FoundLabel(f))
		w.Put("p", f.Reason, "class", "hint")
		return
	}
	id, label := f.Option.ID, f.Option.Label
	w.In("p", nil, func() {
		w.Put("b", label)
		if f.Name != "" {
			w.Put("span", " also: "+f.Name, "class", "about")
		}
		w.Put("span", f.Option.Help, "class", "about")
	})
	yes, open := "I have this", "Not sure"
	if items.Has(id) {
		yes = "Chosen. Take it back"
	}
	if slices.Contains(items.Open, id) {
		open = "Left open. Take it back"
	}
	for _, x := range [][2]string{{"take:", yes}, {"open:", open}} {
		w.In("button", markup.Attrs{"type", "button", "class", "quiet", "data-do", x[0] + id}, func() {
			w.Text(x[1])
			w.Put("span", ": "+label, "class", "unseen")
		})
	}
}
