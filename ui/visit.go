package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"knead/ui/demo"
)

// How long a visitor may be away: in beats, so that one clock is enough, however many keys are pressed. A key falls
// somewhere between two beats, so there is one more than a minute has.
const (
	beat      = 5 * time.Second
	warnAfter = 10
	goneAfter = 13
)

// What is said to a visitor.
const (
	yoursNow   = "You have control now. Nothing is saved."
	stillThere = "Still there? Press any key, or your answers will be cleared."
)

// beatMsg is one beat of a visitor's session.
type beatMsg struct{ session int }

// takeOver gives the screens to a visitor who pressed a key, from the first one, which explains the purpose.
func (a *App) takeOver() tea.Cmd {
	a.show.visitor = true
	cmd := a.freshSession()
	a.show.app.message = yoursNow
	return tea.Batch(cmd, a.nextBeat())
}

// visited hands the visitor's App what they did, unless it is only the answer to "still there?".
func (a *App) visited(msg tea.Msg) tea.Cmd {
	s := a.show
	warned := s.quiet >= warnAfter
	s.quiet = 0
	if warned {
		s.app.message = ""
		return nil
	}
	return s.tell(msg)
}

func (a *App) nextBeat() tea.Cmd {
	wait := a.options.Wait
	if wait == nil {
		wait = demo.Tick
	}
	return wait(beat, beatMsg{a.show.session})
}

// beat counts how long the visitor is away.
func (a *App) beat() tea.Cmd {
	s := a.show
	s.quiet++
	switch {
	case s.quiet >= goneAfter:
		return a.forget()
	case s.quiet >= warnAfter:
		s.app.message = stillThere
	}
	return a.nextBeat()
}

// toEnd is how many times in a row Ctrl+C ends a loop. Once is what a visitor presses to see what happens.
const toEnd = 3

// interrupted handles Ctrl+C. It ends a demo at once. A loop is public, so there it only ends the visit, and shows how to end
// the loop.
func (a *App) interrupted() tea.Cmd {
	s := a.show
	if s == nil || !a.loops() || s.ending+1 == toEnd { // slides have no player
		return tea.Quit
	}
	n := s.ending + 1
	var cmd tea.Cmd
	if s.visitor {
		cmd = a.forget()
	}
	s.ending = n
	a.message = "To end the demo for everyone, press Ctrl+C " + map[int]string{1: "twice", 2: "once"}[n] + " more."
	return cmd
}

// forget ends a visit: everything of it is gone, what was sent to the clipboard too, and the loop begins again.
func (a *App) forget() tea.Cmd {
	a.message = ""
	return tea.Batch(a.person(a.show.player.Rewind()), tea.SetClipboard(""))
}
