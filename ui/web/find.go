package web

import (
	"maps"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// takeFound says yes, or not sure, to an item wherever it belongs, along with the facts without which it is not asked. Said again
// it is taken back, and with it the facts that only it had brought.
func (a *App) takeFound(item string, open bool) {
	q, items := a.Guide.Role(knowledge.RoleHistory), a.i.Items()
	if q == nil || q.Option(item) == nil {
		return
	}
	word := "no longer chosen"
	switch {
	case open && !slices.Contains(items.Open, item):
		word = "not sure"
		a.take(item, true)
	case !open && !items.Has(item):
		word = "yes"
		a.take(item, false)
	default:
		word += a.drop(q.Option(item))
	}
	a.query = ""
	a.message = q.Option(item).Label + ": " + word + "."
}

// take says yes, or not sure, and remembers which facts came along, to let them go with the item.
func (a *App) take(item string, open bool) {
	next, brought := a.i.Take(item, open)
	a.i, a.auto = next, maps.Clone(a.auto)
	if a.auto == nil {
		a.auto = map[string]bool{}
	}
	for _, fact := range brought {
		a.auto[fact] = true
	}
}

// drop takes an item back, and with it the facts that only this item had brought. It returns the words that name them.
func (a *App) drop(o *knowledge.Option) string {
	next, gone := a.i.Drop(o.ID)
	a.i = next
	for _, fact := range slices.Concat(o.ShowWhen...) {
		id, option, _ := strings.Cut(fact, "/")
		if x := a.i.Answers()[id]; a.auto[fact] && x.Has(option) && !a.needed(fact) {
			x.Options = slices.DeleteFunc(slices.Clone(x.Options), func(id string) bool { return id == option })
			a.i = a.i.Answer(id, guide.Answer{Options: x.Options, Open: x.Open})
			gone = append(gone, fact)
		}
	}
	words := ""
	a.auto = maps.Clone(a.auto)
	for _, fact := range gone {
		delete(a.auto, fact)
		id, option, _ := strings.Cut(fact, "/")
		if label := a.Guide.Question(id).Option(option).Label; label != o.Label {
			words += ", nor “" + label + "”"
		}
	}
	return words
}

// needed reports whether a health item that was chosen or left open waits for a fact.
func (a *App) needed(fact string) bool {
	q, x := a.Guide.Role(knowledge.RoleHistory), a.i.Answers()[a.Guide.HistoryID()]
	for _, id := range slices.Concat(x.Options, x.Open) {
		if o := q.Option(id); o != nil && slices.Contains(slices.Concat(o.ShowWhen...), fact) {
			return true
		}
	}
	return false
}
