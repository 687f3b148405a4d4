package ui

import (
	"fmt"

	"knead/guide"
	"knead/ui/wizard"
)

// begin puts an interview on the screen.
func (a *App) begin(i guide.Interview) {
	a.wizard = wizard.New(i, a.options.Library, a.theme)
	a.wizard.SetSize(a.width, a.bodyHeight())
	a.screen, a.back = onWizard, []screen{onWelcome}
}

// resume goes on with the answers that were kept. Those that do not fit the questions of today are left out, and told.
func (a *App) resume() {
	answers, lost := guide.Answers{}, 0
	for _, line := range a.options.Kept {
		more, err := a.options.Guide().ParseLines(append(a.options.Guide().Lines(answers), line))
		if err != nil {
			lost++
			continue
		}
		answers = more
	}
	a.begin(a.options.Guide().Resume(answers))
	if lost > 0 {
		a.message = fmt.Sprintf("The questions have changed since: %d of your answers had to be left out.", lost)
	}
}

// keptMsg says how keeping the answers went.
type keptMsg struct{ err error }
