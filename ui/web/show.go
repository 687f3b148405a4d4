package web

import (
	"knead/guide/document"
	"knead/guide/markup"
)

// writer writes a page.
type writer struct {
	markup.Writer
	a *App
}

// show is the page as it is now, to be read from its heading on.
func (a *App) show() Page {
	w := &writer{a: a}
	p := Page{Focus: "title", Say: a.message}
	if a.message != "" && a.screen == onWelcome {
		p.Focus = "message"
	}
	switch a.screen {
	case onWelcome:
		w.note()
		w.welcome(true)
		p.Title, p.First, p.Answered = "Knead", true, len(a.i.Given()) > 0
	case onQuestions:
		p.Title = w.questions()
	case onReview:
		w.review()
		p.Title = reviewTitle
	case onStop:
		p.Title = w.stop()
	case onResult:
		p.Title = w.result()
	case onCompare:
		p.Title = w.comparison()
	case onWhatIf:
		p.Title = w.whatIf()
	case onHandout:
		p.Title = w.handout()
	}
	if p.Title != "Knead" {
		p.Title += " · Knead"
	}
	p.HTML = w.HTML()
	return p
}

// again is the page as it is now, for somebody who is in the middle of it.
func (a *App) again(focus string) Page {
	if a.waiting != nil {
		focus = "waiting"
	} else {
		a.tellPageUnlessTold()
	}
	asked := a.shown
	p := a.show()
	p.Focus, p.Say = focus, document.Join(a.message, a.added(asked))
	if a.waiting != nil {
		p.Say = a.waiting.words
	}
	return p
}

func (a *App) tellPageUnlessTold() {
	if a.message == "" {
		a.tellPage()
	}
}

// button writes a button that does something at once. Only the way on sends the form: Enter in a field must never do more.
func (w *writer) button(class, do, words string) {
	w.Put("button", words, "type", "button", "class", class, "data-do", do)
}

// note writes the message above the page.
func (w *writer) note() {
	w.Put("p", w.a.message, "class", "note", "id", "message", "tabindex", "-1")
}

// title writes the heading of a page, which gets the focus.
func (w *writer) title(words string) { w.Put("h1", words, "id", "title", "tabindex", "-1") }
