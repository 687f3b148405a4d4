package document

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide/markup"
)

// Page is what an HTML page shows in addition to the document. Empty fields are left out. Without a date, the page has a
// blank for one.
type Page struct {
	Language string // of the words, "en" when empty
	Version  string // of the content
	Date     string
	Large    bool // large print, which takes more sheets of paper
}

// HTML renders the document as one self-contained page: no script, nothing fetched, light and dark, landmarks and headings
// in order. Printed on A4 or Letter in letters of 10 points or more, a result goes on four sheets, with room to write; what is
// Minor stays on the screen.
func (d Document) HTML(p Page) (string, error) {
	numbers, thin := d.Numbers(), d.thinness()
	if p.Language == "" {
		p.Language = "en"
	}
	w := pageWriter{blockWriter{&markup.Writer{}, numbers, thin, localLink}, d, p}
	w.Raw("<!doctype html>\n")
	w.In("html", markup.Attrs{"lang", Clean(p.Language)}, func() {
		w.line()
		w.head()
		w.line()
		w.In("body", attr("class", d.class(p.Large, thin)), func() {
			w.line()
			w.header()
			w.line()
			if !d.OpensFirst() {
				w.contents()
			}
			w.line()
			w.In("main", nil, func() {
				w.main()
				w.line()
			})
			w.line()
		})
		w.line()
	})
	w.line()
	return string(w.HTML()), nil
}

// localLink leads to another part of the page. A link to another page leads nowhere on paper.
func localLink(link string) string {
	if strings.HasPrefix(link, "#") {
		return link
	}
	return ""
}

// pageWriter writes what is around the blocks.
type pageWriter struct {
	blockWriter
	d Document
	p Page
}

func (w pageWriter) head() {
	w.In("head", nil, func() {
		for _, meta := range []markup.Attrs{
			{"charset", "utf-8"},
			{"name", "viewport", "content", "width=device-width, initial-scale=1"},
			{"name", "color-scheme", "content", "light dark"},
		} {
			w.line()
			w.Void("meta", meta)
		}
		w.line()
		w.Raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`)
		w.line()
		w.Void("meta", markup.Attrs{"name", "generator", "content", "Knead"})
		w.line()
		w.Put("title", Clean(w.d.Title)+" · Knead")
		w.line()
		w.In("style", nil, func() { w.Raw(styleSheet + evidenceStyle + bodyStyle) })
		w.line()
	})
}

func (w pageWriter) header() {
	w.In("header", nil, func() {
		w.line()
		w.words("h1", w.d.Title)
		w.line()
		w.In("p", markup.Attrs{"class", "about"}, func() {
			w.Put("b", "Knead")
			if w.p.Version != "" {
				w.Text(" · content " + Clean(w.p.Version))
			}
			w.Text(" · ")
			if w.p.Date != "" {
				w.Text(Clean(w.p.Date))
				return
			}
			w.Text("Date: ")
			w.In("span", markup.Attrs{"class", "fill", "aria-hidden", "true"}, func() {})
		})
		if !w.d.Alarm {
			w.purpose()
		}
		w.line()
	})
}

func (w pageWriter) purpose() {
	if w.d.Purpose != "" {
		w.line()
		w.words("p", w.d.Purpose, "class", "purpose")
	}
}

func (w pageWriter) contents() {
	if w.d.Alarm || len(w.d.Sections) <= 2 {
		return
	}
	w.In("nav", markup.Attrs{"aria-label", "Contents"}, func() {
		w.line()
		w.In("ul", nil, func() {
			for _, s := range w.d.Sections {
				if s.Title != "" {
					w.entryOf(s.ID, s.Title)
				}
			}
			if len(w.d.Sources) > 0 {
				w.entryOf("sources", SourcesTitle)
			}
			w.line()
		})
		w.line()
	})
}

func (w pageWriter) entryOf(id, title string) {
	w.line()
	w.In("li", nil, func() { w.words("a", title, "href", "#"+id) })
}

func (w pageWriter) main() {
	for i, s := range w.d.Sections {
		class := "s-" + s.ID
		if s.Minor {
			class += " minor"
		}
		w.line()
		w.In("section", markup.Attrs{"class", class}.If(s.Title != "", "aria-labelledby", s.ID), func() {
			w.line()
			w.words("h2", s.Title, "id", s.ID)
			w.blocks(s.Blocks)
			if w.d.Alarm && i == 0 {
				w.purpose()
			}
			w.line()
		})
		if s.First {
			w.line()
			w.contents()
		}
	}
	if w.thin > 0 {
		w.line()
		w.Put("p", "There are more precautions than fit on one page. What is left out here, such as the precautions of approaches that are only named, is on this page when you view it on a screen.", "class", "on-paper lead")
	}
	w.sourceSection()
	w.blocks(w.d.End)
}

func (w pageWriter) sourceSection() {
	if len(w.d.Sources) == 0 {
		return
	}
	w.line()
	w.In("section", markup.Attrs{"class", "s-sources", "aria-labelledby", "sources"}, func() {
		w.line()
		w.Put("h2", SourcesTitle, "id", "sources")
		w.line()
		w.sources(w.d.Sources)
		w.line()
		w.In("p", markup.Attrs{"class", "short"}, func() {
			for i, s := range w.d.printed(w.thin) {
				if i > 0 {
					w.Text(" · ")
				}
				w.Text("[" + strconv.Itoa(w.numbers[s.ID]) + "] " + s.short())
			}
			w.Text(". Full list: on this page on a screen.")
		})
		w.line()
	})
}

// OpensFirst reports whether a section is read before the contents of the document.
func (d Document) OpensFirst() bool {
	return slices.ContainsFunc(d.Sections, func(s Section) bool { return s.First })
}

// class returns the CSS class that sets how the page is printed. A form and an explainer need larger letters than a result,
// which must fit on two sheets.
func (d Document) class(large bool, thin thinness) string {
	var words []string
	switch d.Use {
	case Sheet:
		words = append(words, "sheet")
	case Reading:
		words = append(words, "reading")
	case OnePage:
		words = append(words, "page")
	case Result:
	}
	switch {
	case large:
		words = append(words, "large")
	case d.Alarm:
		words = append(words, "alarm")
	}
	if thin > 0 {
		words = append(words, "thin")
	}
	if thin == thinnest {
		words = append(words, "tight")
	}
	return strings.Join(words, " ")
}
