package main

import (
	_ "embed"
	"encoding/json"
	"strings"

	"knead/content"
	"knead/guide/document"
	"knead/guide/markup"
	"knead/guide/report"
	"knead/ui/web"
)

//go:embed library.js
var search []byte

// groups are the parts of the list, in order: the groups of the pages, and their headings.
var groups = [][2]string{{"massages", "Massages"}, {"alternatives", "Alternatives"}, {"self-help", "On your own"}, {"good-to-know", "Good to know"}}

// addLibrary adds the pages of the library, the list of them, and what the list is searched with. All of it can be read without
// JavaScript and without WebAssembly.
func (s site) addLibrary(l *content.Library) error {
	for i := range l.Pages {
		s[web.LibraryPath(l.Pages[i].ID)] = libraryPage(l, &l.Pages[i])
	}
	s[web.LibraryHome], s["library/library.js"] = libraryList(l), search
	index, err := searchIndex(l)
	s["library/search.json"] = index
	return err
}

// fromPage is where a link of a page leads, in the folder of the pages.
func fromPage(link string) string {
	if strings.HasPrefix(link, "#") {
		return link
	}
	return strings.TrimPrefix(web.LibraryPath(link), "library/")
}

// frame writes what every page of the library has around its text.
func frame(title, script, version string, inside func(w *markup.Writer)) []byte {
	w := &markup.Writer{}
	w.Raw("<!doctype html>\n")
	w.In("html", markup.Attrs{"lang", "en"}, func() {
		w.In("head", nil, func() {
			web.Head(w, title+" · Knead", "../")
			if script != "" {
				w.In("script", markup.Attrs{"src", script, "defer", ""}, func() {})
			}
		})
		w.In("body", markup.Attrs{"class", "library"}, func() {
			w.Put("a", "Skip to the page", "class", "skip", "href", "#main")
			w.In("header", markup.Attrs{"class", "site"}, func() {
				w.Put("b", "Knead")
				w.In("nav", markup.Attrs{"aria-label", "Site"}, func() {
					w.Put("a", "Guide", "href", "../index.html")
					w.Raw(" ")
					w.Put("a", "Library", "href", "index.html")
				})
			})
			w.In("main", markup.Attrs{"id", "main"}, func() { inside(w) })
			w.In("footer", markup.Attrs{"class", "site"}, func() {
				w.Put("p", report.Purpose)
				w.Put("p", "Content "+version)
			})
		})
	})
	w.Raw("\n")
	return []byte(w.HTML())
}

// libraryPage is one page, with its contents before it and its sources after it.
func libraryPage(l *content.Library, p *content.Page) []byte {
	d := l.Document(p)
	return frame(p.Title, "", l.Version(), func(w *markup.Writer) {
		w.Put("h1", d.Title)
		opening := 0
		for opening < len(d.Sections) && d.Sections[opening].Title == "" {
			w.Raw(d.Fragment(d.Sections[opening].Blocks, fromPage))
			opening++
		}
		contents(w, d)
		for _, s := range d.Sections[opening:] {
			w.Raw("\n")
			w.In("section", markup.Attrs{}.If(s.Title != "", "aria-labelledby", s.ID), func() {
				w.Put("h2", s.Title, "id", s.ID)
				w.Raw(d.Fragment(s.Blocks, fromPage))
			})
		}
		if len(d.Sources) > 0 {
			w.Raw("\n")
			w.In("section", markup.Attrs{"class", "sources", "aria-labelledby", "sources"}, func() {
				w.Put("h2", document.SourcesTitle, "id", "sources")
				w.Raw(d.SourceList())
			})
		}
		w.Raw(d.Fragment(d.End, fromPage))
	})
}

// contents writes links to the sections of a page that has more than two.
func contents(w *markup.Writer, d document.Document) {
	if len(d.Sections) <= 2 {
		return
	}
	w.Raw("\n")
	w.In("nav", markup.Attrs{"class", "contents", "aria-label", "On this page"}, func() {
		w.In("details", nil, func() {
			w.Put("summary", "On this page")
			w.In("ul", nil, func() {
				for _, s := range d.Sections {
					if s.Title != "" {
						w.In("li", nil, func() { w.Put("a", s.Title, "href", "#"+s.ID) })
					}
				}
				if len(d.Sources) > 0 {
					w.In("li", nil, func() { w.Put("a", document.SourcesTitle, "href", "#sources") })
				}
			})
		})
	})
}

// libraryList is the list of all pages, with a field to search them where the script runs.
func libraryList(l *content.Library) []byte {
	const title = "Library"
	return frame(title, "library.js", l.Version(), func(w *markup.Writer) {
		w.Put("h1", title)
		w.Put("p", "What each approach is, its weak points, and what research found.", "class", "lead")
		w.In("div", markup.Attrs{"class", "search", "role", "search", "hidden", ""}, func() {
			w.Put("label", "Search all pages", "for", "find")
			w.Void("input", markup.Attrs{"type", "search", "id", "find", "autocomplete", "off", "spellcheck", "false", "maxlength", "80"})
			w.In("p", markup.Attrs{"id", "count", "class", "hint", "role", "status"}, func() {})
			w.In("ul", markup.Attrs{"id", "found", "class", "finds"}, func() {})
		})
		for _, g := range groups {
			w.Raw("\n")
			w.In("section", markup.Attrs{"aria-labelledby", g[0]}, func() {
				w.Put("h2", g[1], "id", g[0])
				w.In("ul", markup.Attrs{"class", "pages"}, func() { entries(w, l, g[0]) })
			})
		}
	})
}

func entries(w *markup.Writer, l *content.Library, group string) {
	for i := range l.Pages {
		if p := &l.Pages[i]; p.Group == group {
			w.In("li", nil, func() {
				w.Put("a", p.Title, "href", fromPage(p.ID))
				w.Raw(" ")
				w.Put("span", p.Summary, "class", "about")
			})
		}
	}
}

// searchIndex is every passage of the library with its address and where it is from, the most telling first.
func searchIndex(l *content.Library) ([]byte, error) {
	var rows [][3]string
	for _, hit := range content.NewIndex(l).All() {
		link, where := hit.Page, l.Page(hit.Page).Title
		if hit.Section != "" {
			link += "#" + document.Anchor(hit.Section)
			where += " · " + hit.Section
		}
		rows = append(rows, [3]string{fromPage(link), where, hit.Text})
	}
	return json.Marshal(rows)
}
