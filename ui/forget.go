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

// forgottenMsg is the result of erasing the kept answers.
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

// forgotten continues once the kept answers are erased. If erasing failed, nothing is forgotten, and the message says so.
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
