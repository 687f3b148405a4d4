// Package web is the guide on a page: for a phone, in any browser, without a network after the first visit.
//
// [New] makes an [App]. [App.Start] returns its first [Page], and [App.Do] the next one after each [Event]: a form that was sent, or
// a control that was touched. [Index] is the page around it, which says what Knead is before anything is loaded, and [Files] are the
// style and the script that it needs. The command in the folder wasm connects an App to a browser; the one in build writes the site.
//
// Questions, their order, and what follows from the answers come from guide.Interview and package report, as for the other front
// ends. Everything is in links and forms: the script sends them to the App and shows what comes back. No answer is in an address,
// and none is stored.
package web

import (
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// Options say what is asked and what the body looks like.
type Options struct {
	Guide   *guide.Guide
	Figure  report.Figure
	Purpose string
}

// Event is what a person did: the button that was pressed, and what the form around it holds.
type Event struct {
	Do     string              // the button, or Mark or Find
	At     string              // for Mark, the name of the control that was touched
	Value  string              // for Mark, the value of that control
	Values map[string][]string // what the form holds, by the names of its controls
}

// The events other than buttons.
const (
	Mark = "mark" // a control was touched: the answers of the form count, and questions may come and go
	Find = "find" // something was typed into the search field
)

// Page is what to show now.
type Page struct {
	Title string      // of the window
	HTML  markup.HTML // what the part of the page holds; "" without a part: the page stays as it is
	Part  string      // the element that HTML is for, by its ID; "" for the main part
	Focus string      // the element that gets the focus, by its ID; "" leaves the focus where it is
	Say   string      // what to announce to people who do not see the page; "" for nothing
	First bool        // there is nothing to go back to
	Print bool        // open the dialog for printing

	Answered bool // a first page after which answers would be lost
}

// screen is what a page is about.
type screen uint8

const (
	onWelcome screen = iota
	onQuestions
	onReview
	onStop
	onResult
	onCompare
	onWhatIf
	onHandout
)

// App is one person's way through the guide. It holds the answers, and nothing else does.
type App struct {
	Options
	views   []view // of the body
	i       guide.Interview
	screen  screen
	erases  bool                // the person knows that starting over erases the answers
	message string              // shown above the page, and announced
	problem map[string]string   // what is wrong with an answer, by question
	waiting *waiting            // an answer that waits for a yes
	counted []guide.Said        // what counted without being asked when the last page was left
	told    []*knowledge.Option // options that were reported to the person as not selected
	auto    map[string]bool     // facts that were chosen along with an item found by its name
	query   string              // in the search field
	was     *guide.Interview    // before the change that is being made
	picked  []string            // the therapies that are compared
	changes []guide.Change      // of the result
	others  []guide.Alternative // the other answers that can be tried
	tried   map[string]int      // those of them that are, by question
	shown   []guide.Asked       // the questions on the page, as they were shown
	drawn   string              // what the page showed, apart from which controls were on
}

// New makes an App on its first page.
func New(o Options) *App { return &App{Options: o, views: viewsOf(o.Figure), i: o.Guide.Start()} }
