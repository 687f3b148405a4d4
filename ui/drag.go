package ui

import (
	tea "charm.land/bubbletea/v2"

	"knead/ui/wizard"
)

// drag is a press of the left button that may become a drag: most people drag to select text, which the terminal does not do
// while it reports the mouse. Then the press was not meant for what is under it.
type drag struct {
	held   bool
	x, y   int
	before wizard.Model // the questions as they were before the press
	told   bool         // how text is selected
}

const howToSelect = "To select text, hold Shift and drag. If that does nothing, m turns the mouse off."

// dragging notes a press that was let through, and takes back what it answered once it becomes a drag. It runs after the message
// was answered; before is the App from before that.
func (a *App) dragging(msg tea.Msg, before *App) {
	if a, before = a.front(), before.front(); a.show != nil || a.stage != nil {
		return // there is nothing to click, and text is selected as usual
	}
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		a.drag.held = msg.Button == tea.MouseLeft
		a.drag.x, a.drag.y, a.drag.before = msg.X, msg.Y, before.wizard
	case tea.MouseMotionMsg:
		if d := &a.drag; !d.held || msg.Button != tea.MouseLeft || max(msg.X-d.x, d.x-msg.X, 2*(msg.Y-d.y), 2*(d.y-msg.Y)) < 2 {
			return
		}
		w := a.drag.before
		if a.drag.held = false; a.screen == onWizard && a.wizard.Interview().Page() == w.Interview().Page() && a.wizard.Asking() == w.Asking() {
			a.wizard = w
			a.layOut()
			a.message = howToSelect
		}
		if !a.drag.told {
			a.drag.told, a.message = true, howToSelect
		}
		a.fitNote()
	case tea.MouseReleaseMsg, tea.KeyPressMsg:
		a.drag.held = false
	}
}
