package web

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// LibraryHome is the address of the list of pages, from the top of the site.
const LibraryHome = "library/index.html"

// LibraryPath is the address of a page of the library, from the top of the site. A link may name a section: "id#section".
func LibraryPath(link string) string {
	id, section, found := strings.Cut(link, "#")
	if found {
		section = "#" + section
	}
	return "library/" + id + ".html" + section
}

// aboutLink is where a text on a result leads: to another part of it, or to the library, which opens in a new tab.
func aboutLink(link string) string {
	if strings.HasPrefix(link, "#") {
		return link
	}
	return LibraryPath(link)
}

// result writes the answer, and below it everything that it rests on. It returns the title.
func (w *writer) result() string {
	a := w.a
	x := a.i.Assess()
	d := report.New(a.Guide, x, nil)
	opening := report.Opening(a.Guide, x)
	w.note()
	w.In("form", markup.Attrs{"id", "answers", "autocomplete", "off"}, func() {
		answered := false
		for _, s := range d.Sections {
			if s.First {
				w.opening(d, opening)
				w.In("div", markup.Attrs{"class", "ways"}, func() {
					w.button("quiet", "handout", "One page for your visit")
					w.button("quiet", "what-if", "What if?")
				})
				answered = true
				continue
			}
			w.section(d, s, opensPart(x, s, answered))
		}
		w.In("div", markup.Attrs{"class", "onward"}, func() {
			w.Put("button", "Compare", "type", "submit", "class", "main", "value", "compare")
			w.button("quiet", "review", "Your answers")
		})
	})
	w.sources(d)
	return opening.Headline
}

// opening writes what the result opens with.
func (w *writer) opening(d document.Document, o report.Answer) {
	w.In("section", markup.Attrs{"class", "answer " + o.Tone.Class(), "aria-labelledby", "title"}, func() {
		w.title(strings.TrimSuffix(o.Headline, "."))
		w.In("dl", nil, func() {
			for _, r := range o.Rows {
				w.In("div", markup.Attrs{}.If(r.First, "class", "first"), func() {
					w.Put("dt", r.Label)
					w.In("dd", nil, func() { w.inline(d, r.Text) })
				})
			}
		})
	})
	if len(o.Tonight) > 0 {
		w.Put("h2", "Tonight")
		w.In("ul", nil, func() {
			for _, t := range o.Tonight {
				w.In("li", nil, func() { w.inline(d, t) })
			}
		})
	}
	var after []document.Block
	if o.Watch.Words != "" {
		after = append(after, document.Callout{Tone: document.Urgent, Blocks: []document.Block{document.Paragraph{Text: o.Watch}}})
	}
	if o.Quiet.Words != "" {
		after = append(after, document.Paragraph{Text: o.Quiet})
	}
	w.Raw(d.Fragment(after, aboutLink))
}

// inline writes a text within a line.
func (w *writer) inline(d document.Document, t document.Text) {
	w.Raw(d.FragmentText(t, aboutLink))
}

// section writes a part of the result: open what has to be read, and folded what somebody may look up.
func (w *writer) section(d document.Document, s document.Section, open bool) {
	inside := func() {
		var plain []document.Block
		flush := func() {
			w.Raw(d.Fragment(plain, aboutLink))
			plain = nil
		}
		for _, b := range s.Blocks {
			if e, ok := b.(document.Entry); ok {
				flush()
				w.entry(d, e)
				continue
			}
			plain = append(plain, b)
		}
		flush()
	}
	title := s.Title
	if s.Count > 0 {
		title += " (" + strconv.Itoa(s.Count) + ")"
	}
	w.In("section", markup.Attrs{"class", "part"}.If(s.Title != "", "aria-labelledby", s.ID), func() {
		if open || s.Title == "" {
			w.Put("h2", title, "id", s.ID, "tabindex", "-1")
			inside()
			return
		}
		w.In("details", nil, func() {
			w.In("summary", nil, func() { w.Put("h2", title, "id", s.ID, "tabindex", "-1") })
			inside()
		})
	})
}

// opensPart reports whether a part of the result is open from the start: it comes before the answer, or is an order, or has the
// approaches that can be begun.
func opensPart(x guide.Assessment, s document.Section, answered bool) bool {
	if !answered {
		return true
	}
	switch b := s.Blocks[0].(type) {
	case document.Entry:
		return true
	case document.Callout:
		return x.Level > knowledge.SelfCare && b.Tone >= document.WithCare
	}
	return false
}

// entry writes one approach: how it suits, its mark on the axis, and its reasons folded below.
func (w *writer) entry(d document.Document, e document.Entry) {
	w.In("article", markup.Attrs{"class", "entry"}, func() {
		w.In("h3", nil, func() {
			w.Text(e.Name + " ")
			w.Put("span", e.Word, "class", "word "+e.Tone.Class())
		})
		w.Put("p", e.Summary)
		if e.Effect.Known {
			w.In("p", markup.Attrs{"class", "effect"}, func() {
				w.Raw(e.Effect.SVG(e.Research.Words))
				w.Put("span", evidence.Size(e.Effect)+" ", "aria-hidden", "true")
				w.Put("span", e.Certainty.String(), "class", "certainty")
			})
		}
		w.In("details", nil, func() {
			w.In("summary", nil, func() {
				w.Text("Why, and what to know")
				w.Put("span", ": "+e.Name, "class", "unseen")
			})
			w.In("ul", markup.Attrs{"class", "points"}, func() {
				for _, p := range e.Points()[min(1, len(e.Points())):] {
					w.In("li", markup.Attrs{"class", p.Class}, func() {
						if p.Label != "" {
							w.Put("b", p.Label+":")
							w.Text(" ")
						}
						w.inline(d, p.Text)
						w.Put("i", document.Clean(p.Sub))
					})
				}
			})
			w.In("p", nil, func() {
				w.In("a", markup.Attrs{"href", LibraryPath(e.ID), "target", "_blank", "rel", "noopener"}, func() {
					w.Text("Read about " + e.Name)
					w.Put("span", " (opens in a new tab)", "class", "about")
				})
			})
		})
		w.In("label", markup.Attrs{"class", "open"}, func() {
			w.Void("input", markup.Attrs{"type", "checkbox", "name", "compare", "value", e.ID, "id", control("compare", e.ID)}.If(slices.Contains(w.a.picked, e.ID), "checked", ""))
			w.In("span", nil, func() {
				w.Text("compare")
				w.Put("span", ": "+e.Name, "class", "unseen")
			})
		})
	})
}

func (w *writer) sources(d document.Document) {
	if len(d.Sources) == 0 {
		return
	}
	w.In("details", markup.Attrs{"class", "sources", "id", "sources"}, func() {
		w.In("summary", nil, func() { w.Put("h2", document.SourcesTitle) })
		w.Raw(d.SourceList())
	})
}

// handout writes the page to take to a visit. It returns the title.
func (w *writer) handout() string {
	a := w.a
	d := report.Handout(a.Guide, a.i.Assess(), a.Figure)
	w.In("div", markup.Attrs{"class", "handout"}, func() {
		w.title(d.Title)
		w.Put("p", d.Purpose, "class", "purpose")
		for _, s := range d.Sections {
			w.In("section", markup.Attrs{"class", "s-" + s.ID}, func() {
				w.Put("h2", s.Title)
				w.Raw(d.Fragment(s.Blocks, aboutLink))
			})
		}
		w.sources(d)
	})
	w.In("div", markup.Attrs{"class", "onward"}, func() {
		w.button("main", "print", "Print")
		w.button("quiet", "back", "Back to the result")
	})
	return d.Title
}
