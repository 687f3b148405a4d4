package ui

import (
	"fmt"
	"time"

	"knead/guide"
	"knead/ui/wizard"
)

// begin puts an interview on the screen.
func (a *App) begin(i guide.Interview) {
	a.wizard = wizard.New(i, a.options.Library, a.theme)
	a.wizard.SetSize(a.width, a.bodyOf(onWizard))
	a.screen, a.back = onWizard, []screen{onWelcome}
}

// resume goes on with the answers that were kept. It says when that was, and asks again what may be different now.
func (a *App) resume() {
	kept, now := a.options.Kept, a.options.Now()
	i, left := a.options.Guide().Recall(kept.Record, now.Sub(kept.Saved), kept.Same)
	a.begin(i)
	a.message = "Answers from " + dayOf(kept.Saved, now, "") + ". " + recalled(left)
}

// recalled describes which of the kept answers were reused.
func recalled(r guide.Recalled) string {
	switch {
	case r.Lost > 0:
		return fmt.Sprintf("The questions have changed: %d of your answers no longer apply and were dropped.", r.Lost)
	case len(r.Old) > 0:
		return "What may have changed is asked again."
	case len(r.Changed) > 0:
		return "Questions that have changed are asked again."
	}
	return "If anything is different now, change it."
}

// dayOf says when something was: the time of today and yesterday, else the day, behind on.
func dayOf(t, now time.Time, on string) string {
	t = t.In(now.Location())
	for word, day := range map[string]time.Time{"today, ": now, "yesterday, ": now.AddDate(0, 0, -1)} {
		if t.Format(time.DateOnly) == day.Format(time.DateOnly) {
			return word + t.Format("15:04")
		}
	}
	return on + t.Format("Jan 2, 2006")
}

// keptMsg is the result of saving the answers.
type keptMsg struct{ err error }
