// Package demo plays a demonstration: sample people go through the real screens, at a pace that a room can follow, and the keys
// they press are shown.
//
// [New] makes the player; Begin, Next, and Hold move it. The player knows who is playing, which key comes next, and how long to
// wait. The App, which owns the screens, presses the keys and reports back with Struck and Arrived.
package demo

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/ui/frame"
	"knead/ui/theme"
)

// Options say what to play.
type Options struct {
	Case   string // play only this person; "" plays all, one after the other
	Return bool   // leave automatically at the end
	Loop   bool   // begin again at the end, and let any key take over
	Calm   bool   // nothing moves: the way to an answer is gone in one step
	Wait   Wait   // nil is a clock
	Invite string // the address of the guide on the web, for the first and the last slide of a Stage; "" for none
}

type phase int

const (
	onCard  phase = iota // who is next
	asking               // answering the questions
	touring              // looking at what came out
	over
)

// Model is the player. Make it with New.
type Model struct {
	keys    KeyMap
	options Options
	lib     *content.Library
	theme   *theme.Theme
	box     frame.Box

	people []Person
	at     int
	phase  phase
	paused bool
	hurry  bool // on the way to the result without waiting
	speed  int
	struck []string // the keys pressed last, by name
	does   string
	keyed  int // keys pressed by this person
	toured int
	n      int           // of the tick that is awaited
	last   time.Duration // how long that was to take

	card []string
}

// New makes a player before its first person. Begin starts it.
func New(people []Person, l *content.Library, o Options, t *theme.Theme) Model {
	if o.Wait == nil {
		o.Wait = Tick
	}
	m := Model{keys: Keys(), options: o, lib: l, people: people, speed: normal}
	for i := range people {
		if people[i].ID == o.Case {
			m.at = i
		}
	}
	m.SetTheme(t)
	return m
}

// Person is who plays; the zero Person when there is nobody.
func (m Model) Person() Person {
	if m.at >= len(m.people) {
		return Person{}
	}
	return m.people[m.at]
}

// Begin shows who is next. The App begins a session for them along with it.
func (m Model) Begin() (Model, tea.Cmd) {
	m.phase, m.hurry, m.paused = onCard, false, m.paused && !m.options.Loop
	m.struck, m.does, m.keyed, m.toured = nil, "", 0, 0
	m.build()
	return m.wait(onCardFor)
}

// Rewind goes back to the first person, at the usual pace.
func (m Model) Rewind() (Model, tea.Cmd) {
	m.at, m.speed, m.paused = 0, normal, false
	return m.Begin()
}

// OnCard reports whether the player shows who is next, instead of a screen.
func (m Model) OnCard() bool { return m.phase == onCard }

// Ended reports whether this person is done.
func (m Model) Ended() bool { return m.phase == over }

// Hurrying reports whether the next key is to be pressed at once.
func (m Model) Hurrying() bool { return m.hurry }

// Unseen reports whether a key is to be pressed along with the next one: nothing moves in a calm demo.
func (m Model) Unseen(s Stroke) bool {
	return m.phase == asking && (m.hurry || m.options.Calm && s.Moves)
}

// Stuck reports whether this person has pressed more keys than any interview takes.
func (m Model) Stuck() bool { return m.keyed > giveUpFrom }

// Start turns the card: the first screen shows.
func (m Model) Start(view string) (Model, tea.Cmd) {
	m.phase = asking
	return m.wait(reading(view))
}

// Strike takes down a key that was pressed. The first of several pressed at once wipes what was there.
func (m *Model) Strike(s Stroke, first bool) {
	if first {
		m.struck = nil
	}
	m.struck = append(slices.Clip(m.struck), m.name(s.Key))
	m.does = s.Does
	m.keyed++
	if m.phase == touring {
		m.toured++
	}
}

// Struck waits after a key that stayed on its page.
func (m Model) Struck(s Stroke) (Model, tea.Cmd) {
	switch {
	case m.phase == touring:
		return m.wait(afterTour)
	case s.Moves:
		return m.wait(afterMove)
	}
	return m.wait(afterSaid)
}

// Arrived waits on a new page. At the end of the questions a hurry is over.
func (m Model) Arrived(view string, end bool) (Model, tea.Cmd) {
	if !end {
		return m.wait(reading(view))
	}
	if m.phase == asking {
		m.phase, m.hurry = touring, false
	}
	return m.wait(atTheEnd)
}

// Over ends this person.
func (m Model) Over() (Model, tea.Cmd) {
	m.phase, m.hurry = over, false
	if _, do := m.Next(); do == Handled {
		m.n++
		return m, nil
	}
	return m.wait(atLast)
}

// Next is what comes when somebody has ended: another person, the end of the demo, or nothing.
func (m Model) Next() (Model, Do) {
	switch last := m.at+1 >= len(m.people); {
	case m.options.Return:
		return m, Leave
	case m.options.Loop:
		m.at++
		if last {
			m.at = 0
		}
		return m, Restart
	case m.options.Case != "" || last:
		return m, Handled
	}
	m.at++
	return m, Restart
}

// Hold waits on, while something lies over the demo, or a key is still being answered.
func (m Model) Hold() (Model, tea.Cmd) {
	m.n++
	if m.paused && !m.hurry {
		return m, nil
	}
	return m, m.options.Wait(onHold, TickMsg{m.n})
}

// SetTheme takes the theme.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.build()
}

// SetSize takes the room of the card: the width of the window, and the rows of the body.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Fit(w, h)
	m.build()
}
