package document

import (
	"strconv"
	"strings"

	"knead/guide/markup"
)

// blockWriter writes the blocks of a document as HTML.
type blockWriter struct {
	*markup.Writer
	numbers Numbers
	thin    thinness
	link    func(string) string // the address of what a text leads to; "" where that cannot be reached from here
}

// attr is one attribute, left out where it has no value.
func attr(name, value string) markup.Attrs { return markup.Attrs{}.If(value != "", name, value) }

func (w blockWriter) line() { w.Raw("\n") }

// words writes one line of words, made fit for a page.
func (w blockWriter) words(tag, words string, attrs ...string) { w.Put(tag, Clean(words), attrs...) }

// text writes a text with its emphasis, its links, and the marks of its sources.
func (w blockWriter) text(t Text) {
	for _, s := range t.Spans() {
		switch {
		case s.Cites != nil:
			w.marks(s)
		case s.Strong:
			w.In("b", nil, func() { w.linked(s) })
		case s.Emph:
			w.In("i", nil, func() { w.linked(s) })
		default:
			w.linked(s)
		}
	}
}

func (w blockWriter) linked(s Span) {
	to := ""
	if s.Link != "" {
		to = w.link(s.Link)
	}
	if to == "" {
		w.Text(s.Words)
		return
	}
	w.In("a", markup.Attrs{"href", to}, func() { w.Text(s.Words) })
}

func (w blockWriter) marks(s Span) {
	for i, n := range w.numbers.Of(s) {
		if i > 0 {
			w.Raw(" ")
		}
		number := strconv.Itoa(n)
		w.In("a", markup.Attrs{"class", "mark", "href", "#source-" + number}, func() { w.Text("[" + number + "]") })
	}
}

func (w blockWriter) blocks(blocks []Block) {
	for i, block := range blocks {
		switch b := block.(type) {
		case Paragraph:
			w.paragraph(b)
		case Quote:
			w.line()
			w.In("blockquote", nil, func() { w.In("p", nil, func() { w.text(b.Text) }) })
		case Heading:
			w.line()
			w.In("h3", attr("id", b.ID), func() { w.text(b.Text) })
		case List:
			w.list(b)
		case Callout:
			w.line()
			w.In("div", markup.Attrs{"class", "callout " + b.Tone.Class()}, func() {
				if b.Title != "" {
					w.line()
					w.words("p", b.Title, "class", "title")
				}
				w.blocks(b.Blocks)
				w.line()
			})
		case Rows:
			w.rows(b)
		case Evidence:
			w.evidence(b)
		case Body:
			w.body(b)
			w.list(b.Said)
		case Conditions:
			w.conditions(b)
		case Glance:
			w.glance(b)
		case Entry:
			w.entry(b, i)
		case Form:
			w.form(b)
		}
	}
}

func (w blockWriter) paragraph(p Paragraph) {
	class := ""
	switch {
	case p.Lead:
		class = "lead"
	case p.Minor:
		class = "minor"
	}
	w.line()
	w.In("p", attr("class", class), func() { w.text(p.Text) })
}

func (w blockWriter) list(l List) {
	w.line()
	if l.First > 0 {
		w.In("ol", markup.Attrs{}.If(l.First > 1, "start", strconv.Itoa(l.First)), func() {
			for _, item := range l.Items {
				w.line()
				w.In("li", nil, func() { w.text(item.Text) })
			}
			w.line()
		})
		return
	}
	w.In("ul", markup.Attrs{}.If(l.Minor, "class", "minor"), func() {
		for _, item := range l.Items {
			w.line()
			w.In("li", markup.Attrs{}.If(item.Write, "class", "write"), func() { w.item(item) })
		}
		w.line()
	})
}

func (w blockWriter) item(item Item) {
	w.In("div", nil, func() { // a list must not be in a span
		w.text(item.Text)
		if len(item.Sub) == 0 {
			return
		}
		w.line()
		w.In("ul", nil, func() {
			for i, x := range item.Sub {
				w.In("li", markup.Attrs{}.If(i >= w.thin.subs(), "class", "minor"), func() { w.text(x) })
			}
		})
	})
	if item.Write {
		w.In("span", markup.Attrs{"class", "room", "aria-hidden", "true"}, func() {})
	}
}

func (w blockWriter) rows(rows Rows) {
	w.line()
	w.In("table", nil, func() {
		w.line()
		w.In("thead", nil, func() {
			w.In("tr", nil, func() {
				w.In("th", markup.Attrs{"scope", "col"}, func() { w.Text(Clean(rows.Head[0])) })
				w.In("th", markup.Attrs{"scope", "col"}, func() { w.Text(Clean(rows.Head[1])) })
			})
		})
		w.line()
		w.In("tbody", nil, func() {
			for i, row := range rows.Rows {
				w.line()
				w.In("tr", markup.Attrs{}.If(i >= w.thin.rows(), "class", "minor"), func() {
					w.In("th", markup.Attrs{"scope", "row"}, func() { w.text(row.Term) })
					w.In("td", nil, func() {
						for i, t := range row.Text {
							if i > 0 {
								w.Void("br", nil)
							}
							w.text(t)
						}
					})
				})
			}
			w.line()
		})
		w.line()
	})
}

func (w blockWriter) conditions(c Conditions) {
	w.line()
	w.In("table", markup.Attrs{"class", "conditions"}, func() {
		w.line()
		w.In("thead", nil, func() {
			w.In("tr", nil, func() {
				w.In("td", nil, func() {})
				for _, column := range c.Columns() {
					w.In("th", markup.Attrs{"scope", "col"}, func() { w.words("span", column.Title, "class", "word "+column.Tone.Class()) })
				}
			})
		})
		w.line()
		w.In("tbody", nil, func() {
			for _, g := range c.Groups {
				w.line()
				w.In("tr", markup.Attrs{}.If(g.Yours(), "class", "yours"), func() {
					w.words("th", g.Title, "scope", "row")
					for _, column := range c.Columns() {
						w.cell(column, g.Of(column.Tone))
					}
				})
			}
			w.line()
		})
		w.line()
	})
	for _, words := range c.Legend() {
		w.line()
		w.words("p", words, "class", "about")
	}
}

// cell is the conditions of one group in one column. Where the columns are below each other, it shows its title.
func (w blockWriter) cell(column Column, conditions []Condition) {
	w.In("td", markup.Attrs{}.If(len(conditions) > 0, "data-title", Clean(column.Title)), func() {
		if len(conditions) == 0 {
			return
		}
		w.In("ul", nil, func() {
			for _, c := range conditions {
				w.In("li", nil, func() {
					if c.Yours {
						w.words("b", c.String())
						return
					}
					w.Text(Clean(c.String()))
				})
			}
		})
	})
}

func (w blockWriter) glance(g Glance) {
	w.line()
	w.In("div", markup.Attrs{"class", "glance"}, func() {
		if len(g.Picture.Art) > 0 {
			w.line()
			w.In("figure", nil, func() {
				w.Raw(g.Picture.SVG())
				w.words("figcaption", g.Picture.Words)
			})
		}
		w.line()
		w.In("dl", nil, func() {
			for _, f := range g.Facts {
				w.line()
				w.In("div", nil, func() {
					w.words("dt", f.Label)
					w.words("dd", f.Words)
				})
			}
			w.line()
		})
		w.line()
	})
	if len(g.Session) == 0 {
		return
	}
	w.line()
	w.Put("h3", SessionTitle)
	w.line()
	w.In("ol", markup.Attrs{"class", "session"}, func() {
		for _, step := range g.Session {
			w.line()
			w.In("li", markup.Attrs{}.If(step.Hands, "class", "hands"), func() {
				w.Text(Clean(step.Text))
				if step.Hands {
					w.Raw(" ")
					w.Put("span", "(hands on)", "class", "about")
				}
			})
		}
		w.line()
	})
}

func (w blockWriter) entry(e Entry, place int) {
	w.line()
	w.In("article", markup.Attrs{}.If(place >= w.thin.whole(), "class", "rest"), func() {
		w.line()
		w.In("h3", nil, func() {
			w.Text(Clean(e.Name) + " ")
			w.words("span", e.Word, "class", "word "+e.Tone.Class())
			if c := e.Certainty.String(); c != "" {
				w.Raw(" ")
				w.Put("span", c, "class", "certainty")
			}
		})
		w.line()
		w.points(e)
		w.line()
	})
}

// points are the lines of an entry.
func (w blockWriter) points(e Entry) {
	w.In("ul", nil, func() {
		for _, p := range w.thin.points(e) {
			w.line()
			w.In("li", markup.Attrs{"class", p.Class}, func() {
				w.In("span", nil, func() {
					if p.Label != "" {
						w.Put("b", p.Label+":")
						w.Raw(" ")
					}
					w.text(p.Text)
				})
				if p.Meter.Known {
					w.Raw(" ")
					w.Raw(p.Meter.SVG(p.Words))
				}
				if p.Sub != "" {
					w.Raw(" ")
					w.words("i", p.Sub)
				}
			})
		}
		w.line()
	})
}

func (w blockWriter) form(f Form) {
	w.line()
	w.In("article", nil, func() {
		w.line()
		w.words("h3", f.Title)
		if f.Only != "" || f.Hint != "" {
			w.line()
			w.In("p", markup.Attrs{"class", "about"}, func() {
				if f.Only != "" {
					w.Put("b", "Only if")
					w.Text(" " + Clean(f.Only) + ". ")
				}
				w.Text(Clean(f.Hint))
			})
		}
		w.line()
		w.In("p", markup.Attrs{"class", "more"}, func() { w.text(f.Why) })
		for _, g := range f.Groups {
			if g.Title != "" {
				w.line()
				w.words("p", g.Title, "class", "group")
			}
			w.line()
			w.In("ul", markup.Attrs{"class", "boxes"}, func() {
				for _, x := range g.Boxes {
					w.line()
					w.In("li", nil, func() {
						w.Text(Clean(x.Label))
						if x.Help != "" {
							w.Raw(" ")
							w.words("span", x.Help, "class", "about")
						}
					})
				}
				w.line()
			})
		}
		w.line()
	})
}

// sources is the list of sources, numbered.
func (w blockWriter) sources(sources []Source) {
	w.In("ol", nil, func() {
		for i, s := range sources {
			w.line()
			w.In("li", markup.Attrs{"id", "source-" + strconv.Itoa(i+1)}, func() {
				w.Text(s.Cite())
				switch {
				case s.URL == "":
				case web(s.URL):
					w.Raw(" ")
					w.In("a", markup.Attrs{"href", strings.ReplaceAll(s.URL, " ", "%20")}, func() { w.Text(Clean(s.URL)) })
				default:
					w.Text(" " + Clean(s.URL))
				}
			})
		}
		w.line()
	})
}

// Fragment writes blocks for a page that has its own head and style. Citations lead to "#source-1" and so on: see SourceList. The
// link function returns the address of what a text leads to ("id", "id#section", or "#section"), or "" for nowhere.
func (d Document) Fragment(blocks []Block, link func(string) string) markup.HTML {
	w := blockWriter{&markup.Writer{}, d.Numbers(), 0, link}
	w.blocks(blocks)
	return w.HTML()
}

// SourceList writes the sources of the document, numbered, for a page that has its own head and style.
func (d Document) SourceList() markup.HTML {
	w := blockWriter{Writer: &markup.Writer{}}
	w.sources(d.Sources)
	return w.HTML()
}

// FragmentText is a text within a line of such a page.
func (d Document) FragmentText(t Text, link func(string) string) markup.HTML {
	w := blockWriter{&markup.Writer{}, d.Numbers(), 0, link}
	w.text(t)
	return w.HTML()
}
