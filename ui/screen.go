package ui

import (
	"charm.land/bubbles/v2/key"

	"knead/ui/frame"
)

// screen is which screen is shown.
type screen int

const (
	onWelcome screen = iota
	onWizard
	onStop
	onResults
	onHandout
	onLibrary
)

// goBack shows the screen one came from.
func (a *App) goBack() {
	n := len(a.back)
	if n == 0 {
		a.toWelcome()
		return
	}
	a.screen = a.back[n-1]
	a.back = a.back[:n-1]
}

// toWelcome shows the first screen. The answers of this session stay, and it offers to go on with them.
func (a *App) toWelcome() {
	a.screen, a.back = onWelcome, nil
	a.welcome.SetGiven(a.given())
}

// conditions are what the person has said of their health, by ID.
func (a *App) conditions() []string {
	if len(a.wizard.Interview().Answers()) == 0 {
		return nil
	}
	return a.wizard.Interview().Items().Options
}

// given is how many questions were answered in this session.
func (a *App) given() int {
	if len(a.wizard.Interview().Answers()) == 0 {
		return 0
	}
	return len(a.wizard.Interview().Given())
}

// face is what the frame needs to know of the screen that shows.
type face struct {
	title, status string
	page, of      int
	note          string
	body          string
	short         []key.Binding
	full          [][]key.Binding
	typing        bool
}

// header is implemented by every screen to describe itself.
type header interface {
	Header() (title, status string, page, of int)
	Note() string
	View() string
	ShortHelp() []key.Binding
	FullHelp() [][]key.Binding
	Typing() bool
	Cursor() frame.Point // in the body
}

func (a *App) visible() header {
	if a.show != nil {
		return a.show.player
	}
	switch a.screen {
	case onWizard:
		return a.wizard
	case onStop:
		return a.stop
	case onResults:
		return a.results
	case onHandout:
		return a.handout
	case onLibrary:
		return a.library
	}
	return a.welcome
}

func (a *App) face() face {
	s := a.visible()
	f := face{note: s.Note(), body: s.View(), short: s.ShortHelp(), full: s.FullHelp(), typing: s.Typing()}
	f.title, f.status, f.page, f.of = s.Header()
	return f
}
