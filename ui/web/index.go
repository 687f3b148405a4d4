package web

import (
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/markup"
)

// Policy is what the site permits a browser to do: to use its own files, and nothing else.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// Head is what the head of every page of the site has. Root leads to the top of the site: "" or "../".
func Head(w *markup.Writer, title, root string) {
	w.Void("meta", markup.Attrs{"charset", "utf-8"})
	w.Void("meta", markup.Attrs{"name", "viewport", "content", "width=device-width, initial-scale=1"})
	w.Raw(markup.HTML(`<meta http-equiv="Content-Security-Policy" content="` + Policy + `">`))
	w.Void("meta", markup.Attrs{"name", "color-scheme", "content", "light dark"})
	w.Void("meta", markup.Attrs{"name", "referrer", "content", "no-referrer"})
	w.Put("title", title)
	for _, x := range [][2]string{{"light", "#fbfbfc"}, {"dark", "#16161e"}} { // the paper of the style
		w.Void("meta", markup.Attrs{"name", "theme-color", "media", "(prefers-color-scheme: " + x[0] + ")", "content", x[1]})
	}
	w.Void("link", markup.Attrs{"rel", "stylesheet", "href", root + "knead.css"})
	w.Void("link", markup.Attrs{"rel", "manifest", "href", root + "knead.webmanifest"})
	w.Void("link", markup.Attrs{"rel", "icon", "href", root + "icon.svg", "type", "image/svg+xml"})
	w.Void("link", markup.Attrs{"rel", "apple-touch-icon", "href", root + "icon-192.png"})
}

// Index is the first page of the site. It can be read before the guide is loaded, and without it.
func Index(o Options, version string) string {
	a := New(o)
	w := &writer{a: a}
	w.Raw("<!doctype html>\n")
	w.In("html", markup.Attrs{"lang", "en"}, func() {
		w.In("head", nil, func() {
			Head(&w.Writer, "Knead", "")
			for _, src := range []string{"wasm_exec.js", "knead.js"} {
				w.In("script", markup.Attrs{"src", src, "defer", ""}, func() {})
			}
		})
		w.In("body", nil, func() {
			w.In("a", markup.Attrs{"class", "skip", "href", "#main"}, func() { w.Text("Skip to the page") })
			w.In("header", markup.Attrs{"class", "site"}, func() {
				w.Put("b", "Knead")
				w.In("nav", markup.Attrs{"aria-label", "Site"}, func() {
					w.Put("a", "Library", "href", LibraryHome, "id", "library")
				})
			})
			w.In("div", markup.Attrs{"id", "newer", "class", "note", "role", "status", "hidden", ""}, func() {
				w.Put("p", "A newer version is ready.")
				w.Put("button", "Use the newer version", "type", "button", "class", "quiet")
			})
			w.In("main", markup.Attrs{"id", "main"}, func() { w.welcome(false) })
			w.firstQuestions()
			w.In("p", markup.Attrs{"id", "live", "class", "unseen", "role", "status"}, func() {})
			w.In("footer", markup.Attrs{"class", "site"}, func() {
				w.Put("p", "Nothing you enter leaves this device, and nothing is stored.")
				w.Put("p", "Content "+version)
			})
		})
	})
	return string(w.HTML())
}

// firstQuestions writes the first page of questions where nobody sees it. It is shown when somebody starts before the guide is
// loaded, which takes seconds on a slow network: they read and answer it meanwhile. Below the page it says so until then.
func (w *writer) firstQuestions() {
	p := New(w.a.Options).Do(Event{Do: "start"})
	w.In("template", markup.Attrs{"id", "questions", "title", p.Title}, func() {
		w.Raw(p.HTML)
	})
	w.Put("p", "The questions are being loaded. On a slow connection this takes a few seconds, but only once.",
		"id", "loading", "class", "hint", "role", "status",
		"data-failed", "The questions could not be loaded. Reload the page, or try another browser. The library works without them.",
		"data-ended", "Knead has stopped because of a bug, and your answers are lost. Reload the page to start over.")
}

// welcome writes what Knead is for, and the way into it. It is ready when the guide is loaded.
func (w *writer) welcome(ready bool) {
	a := w.a
	w.title("What fits an aching body, and what does not")
	is, isNot, _ := strings.Cut(a.Purpose, " It does not ")
	w.Put("p", is)
	if isNot != "" {
		w.Put("p", "It does not "+isNot, "class", "purpose")
	}
	w.In("div", markup.Attrs{"class", "ways"}, func() {
		start := "Start"
		if n := len(a.i.Given()); n > 0 {
			word := " answers"
			if n == 1 {
				word = " answer"
			}
			w.In("button", markup.Attrs{"type", "button", "class", "main", "data-do", "go-on"}, func() { w.Text("Continue with your " + guide.Number(n) + word) })
			start = "Start over"
		}
		w.In("button", markup.Attrs{"type", "button", "class", "main", "data-do", "start"}, func() { w.Text(start) })
		w.In("a", markup.Attrs{"href", LibraryHome, "class", "quiet"}.If(start != "Start", "target", "_blank"), func() { w.Text("Read about " + strconv.Itoa(len(a.Guide.Knowledge().Therapies)) + " approaches") })
	})
	if !ready {
		w.In("noscript", nil, func() {
			w.Put("p", "The questions need JavaScript and WebAssembly. The library can be read without them.", "class", "note")
		})
	}
	w.Put("p", "Two minutes, up to twelve pages. Everything happens on this device: no answer is sent, and none is stored.", "class", "hint")
	w.In("section", markup.Attrs{"class", "stop", "aria-labelledby", "emergency"}, func() {
		w.Put("h2", "In an emergency", "id", "emergency")
		level := a.Guide.Level(knowledge.Emergency)
		w.Put("p", level.Headline)
		w.numbers(level)
	})
}
