package web

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// waiting is an answer that would take back, or contradict, what was chosen before. It waits until the person agrees; anything
// else lets it go.
type waiting struct {
	question string
	words    string // what to decide
	yes, no  string // the two buttons
	control  string // the ID of what was touched
	accept   func(*App)
}

// set gives an answer on the page, or has it wait.
func (a *App) set(q guide.Asked, given guide.Answer) {
	if taken := a.i.Overrules(q.ID, given); len(taken) > 0 {
		what, blanket := "“Not sure”", guide.Unsure
		if given.Has(knowledge.None) {
			blanket = knowledge.None
			what = "“" + q.Option(knowledge.None).Label + "”"
		}
		a.waiting = &waiting{
			q.ID, "You chose " + report.Named(taken) + ". Remove that and choose " + what + "?", "Remove and choose " + what, "Leave it as it was", control(q.ID, blanket),
			func(a *App) { a.setOnList(q, given) },
		}
		return
	}
	a.setOnList(q, given)
}

func (a *App) setOnList(q guide.Asked, given guide.Answer) {
	next := a.i.Answer(q.ID, given)
	unnamed := next.Unnamed()
	if !a.Guide.Has(knowledge.RoleHistory, q.ID) || !next.Answers()[q.ID].Has(knowledge.None) || len(unnamed) == 0 {
		a.i = next
		return
	}
	which, are := "which", "It is not on this list"
	if len(unnamed) > 1 {
		which, are = "which ones", "They are not on this list"
	}
	a.waiting = &waiting{
		q.ID, "You chose " + report.Named(unnamed) + ". Can you mark " + which + "?", are, "I will mark it", control(q.ID, knowledge.None),
		func(a *App) { a.i, a.told = next, next.Unnamed() },
	}
}

// unmarked says, before the page of the health items is left, that nothing was marked for what brought it up. It says so once.
func (a *App) unmarked() string {
	unnamed := a.i.Unnamed()
	if _, here := a.asked(a.Guide.HistoryID()); !here || len(unnamed) == 0 || slices.Equal(a.told, unnamed) {
		return ""
	}
	a.told = unnamed
	return "Nothing is marked for " + report.Named(unnamed) + ". Choose Next again to continue anyway."
}

// tellUnasked says, when a page is left, what counts now although the other answers do not lead to it any more.
func (a *App) tellUnasked() {
	now := a.i.Unasked()
	said := slices.DeleteFunc(slices.Clone(now), func(s guide.Said) bool { return slices.Contains(a.counted, s) })
	a.counted = now
	if words := report.Counts(a.Guide, said); words != "" {
		a.message = words
	}
}
