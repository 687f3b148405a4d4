package web

import (
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// Start returns the first page.
func (a *App) Start() Page { return a.show() }

// Interview returns the interview as it is now.
func (a *App) Interview() guide.Interview { return a.i }

// Do answers an event. One that means nothing on this page shows the page again.
func (a *App) Do(e Event) Page {
	a.message, a.problem = "", nil
	if a.screen != onWelcome {
		a.erases = false
	}
	do, of, _ := strings.Cut(e.Do, ":")
	if do == "home" {
		a.screen = onWelcome
		return a.show()
	}
	switch a.screen {
	case onWelcome:
		return a.welcomed(do)
	case onQuestions:
		return a.questioned(do, of, e)
	case onReview:
		return a.reviewed(do, of)
	case onStop:
		return a.stopped(do)
	case onResult, onCompare, onWhatIf, onHandout:
		return a.read(do, e)
	}
	return a.show()
}

func (a *App) welcomed(do string) Page {
	switch do {
	case "start":
		if n := len(a.i.Given()); n > 0 && !a.erases {
			a.erases = true
			a.message = "That would erase your " + guide.Number(n) + " answers. Choose “Start over” again to do so."
			break
		}
		*a = App{Options: a.Options, views: a.views, i: a.Guide.Start(), screen: onQuestions}
	case "go-on":
		a.arrive(a.i.Ahead())
	}
	return a.show()
}

// questioned answers an event on a page of questions.
func (a *App) questioned(do, of string, e Event) Page {
	waiting := a.waiting
	a.waiting = nil
	switch do {
	case "back":
		return a.backward()
	case "accept", "keep":
		focus := ""
		if waiting != nil {
			focus = waiting.control
		}
		if waiting != nil && do == "accept" {
			waiting.accept(a)
		}
		return a.again(focus)
	case "point":
		a.point(of)
		return a.again("")
	case "take", "open":
		a.takeFound(of, do == "open")
		return a.again("find")
	case Find:
		a.query = strings.TrimLeft(first(e.Values["find"]), " ")
		return a.foundPart()
	}
	if !a.receive(e) {
		p := a.show()
		for question, words := range a.problem {
			p.Focus, p.Say = problemOf(question), words
		}
		return p
	}
	switch do {
	case Mark:
		return a.marked(e)
	case "next":
		return a.onward()
	}
	return a.show()
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// onward leaves the page, or says what is missing on it.
func (a *App) onward() Page {
	if a.waiting != nil {
		return a.again("waiting")
	}
	if q := a.i.Missing(); q != nil {
		at := ""
		for _, asked := range a.i.Questions() {
			if asked.ID == q.ID {
				a.problem = map[string]string{q.ID: a.ask(asked)}
				at = problemOf(q.ID)
			}
		}
		p := a.show()
		p.Focus, p.Say = at, a.problem[q.ID]
		return p
	}
	if a.message = a.unmarked(); a.message != "" {
		return a.again("message")
	}
	next, err := a.i.Next()
	if err != nil {
		return a.show()
	}
	passing := next.Passing()
	a.arrive(next)
	if passing && a.screen == onQuestions {
		a.message = "One of your answers added this question."
	}
	a.tellUnasked()
	return a.show()
}

// arrive takes in the page that an interview is on.
func (a *App) arrive(i guide.Interview) {
	a.i, a.query = i, ""
	switch i.Page() {
	case guide.StopPage:
		a.screen, a.was = onStop, nil
	case guide.ReviewPage:
		a.screen = onReview
		a.tellChange()
	default:
		a.screen = onQuestions
		a.tellPage()
	}
}

// backward goes to the page before, or to the review one came from; from the first page, to the welcome.
func (a *App) backward() Page {
	back := a.i.Back()
	if back.Page() == a.i.Page() {
		a.screen = onWelcome
		return a.show()
	}
	a.arrive(back)
	return a.show()
}

func (a *App) reviewed(do, of string) Page {
	switch do {
	case "back":
		if a.i.Page() == guide.StopPage {
			a.screen = onStop
			return a.show()
		}
		return a.backward()
	case "change":
		was := a.i
		a.was = &was
		a.arrive(a.i.Change(of))
		p := a.show()
		if len(a.i.Questions()) > 1 {
			p.Focus = anchor(of)
		}
		return p
	case "result":
		a.was = nil
		i := a.i.Confirm()
		if i.Page() == guide.ReviewPage {
			a.i, a.screen = i, onResult
			return a.show()
		}
		a.arrive(i)
		if a.screen == onQuestions {
			a.message = "One question still needs an answer."
		}
	}
	return a.show()
}

func (a *App) stopped(do string) Page {
	switch do {
	case "back":
		a.arrive(a.i.Back())
	case "review":
		a.screen = onReview
	case "print":
		p := a.show()
		p.Print = true
		return p
	}
	return a.show()
}

// read answers an event on the result and on what belongs to it.
func (a *App) read(do string, e Event) Page {
	switch do {
	case "back":
		if a.screen == onResult {
			a.screen = onReview
		} else {
			a.screen = onResult
		}
	case "review":
		a.screen = onReview
	case "compare":
		a.compare(e.Values["compare"])
	case "what-if":
		a.openWhatIf()
	case Mark:
		if a.screen == onWhatIf {
			return a.try(e.Values)
		}
		a.picked = e.Values["compare"]
		return Page{}
	case "handout":
		a.screen = onHandout
	case "print":
		p := a.show()
		p.Print = true
		return p
	}
	return a.show()
}

// ask says how to answer a question.
func (a *App) ask(q guide.Asked) string {
	switch {
	case q.Kind == knowledge.Scale:
		return "Choose a number, or “Not sure”."
	case q.Kind == knowledge.One:
		return "Choose one answer, or “Not sure”."
	case len(a.i.Answers()[q.ID].Open) > 0:
		return "What about the rest? Choose any that apply, or “None of the others”."
	}
	return "Choose all that apply, “" + strings.TrimSuffix(q.NoneLabel(a.i.Answers()[q.ID]), ".") + "”, or “Not sure”."
}

// tellPage says why a list has no answer any more, and what of the page counts although the other answers do not lead to it.
func (a *App) tellPage() {
	q := a.i.Missing()
	var kept []guide.Said
	for _, asked := range a.i.Questions() {
		if q != nil && asked.ID == q.ID && a.i.Grown(asked) {
			a.message = "This list has grown since you answered. Please look again."
			return
		}
		for _, said := range a.i.Unasked() {
			for _, o := range asked.Kept {
				if said.Fact == asked.ID+"/"+o.ID {
					kept = append(kept, said)
				}
			}
		}
	}
	if words := report.Counts(a.Guide, kept); words != "" {
		a.message = words
	}
}
