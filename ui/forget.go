package ui

import (
	tea "charm.land/bubbletea/v2"

	"knead/ui/wizard"
)

// kept reports whether a file of answers is on this machine, one that cannot be used included.
func (a *App) kept() bool { return a.options.Kept != nil || a.options.KeptProblem != "" }

// stored says in a few words what of the person is on this machine.
func (a *App) stored() string {
	switch {
	case a.kept():
		return "answers are kept here"
	case a.lasting.saved.Load():
		return "a result is saved here"
	}
	return "nothing is stored"
}

// forgottenMsg says how erasing the kept answers went.
type forgottenMsg struct {
	err   error
	leave bool
}

// forgetAll erases every answer: those in this window, and those that were kept. It then leaves, or goes to the first screen.
func (a *App) forgetAll(leave bool) tea.Cmd {
	erase := a.options.Forget
	if !a.kept() || erase == nil {
		return a.forgotten(forgottenMsg{leave: leave})
	}
	return a.lasting.add(func() tea.Msg { return forgottenMsg{erase(), leave} })
}

// forgotten goes on when the kept answers are erased. Where they could not be, nothing is forgotten, and that is told.
func (a *App) forgotten(msg forgottenMsg) tea.Cmd {
	a.dialog = dialog{}
	if msg.err != nil {
		a.message = "Not forgotten: " + msg.err.Error()
		return nil
	}
	a.options.Kept, a.options.KeptProblem = nil, ""
	a.welcome.SetResume("")
	a.welcome.SetStored(a.stored())
	a.wizard = wizard.Model{}
	a.toWelcome()
	if msg.leave {
		return tea.Quit
	}
	return nil
}
