package demo

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/ui/keymap"
)

// KeyMap is the keys of whoever watches.
type KeyMap struct{ Pause, Step, Faster, Slower, Result, Next, Previous, Leave key.Binding }

// Keys returns the keys of whoever watches.
func Keys() KeyMap {
	b := keymap.New
	return KeyMap{
		Pause: b("space p", "pause, or go on", "space", "p"), Step: b("→ n", "one key, then wait", "right", "n", "l"),
		Faster: b("+", "faster", "+", "="), Slower: b("-", "slower", "-", "_"),
		Result: b("enter r", "jump to the result", "enter", "r"), Next: b("tab N", "the next person", "tab", "N"),
		Previous: b("shift+tab", "the person before", "shift+tab", "P"), Leave: b("q esc", "leave the demo", "q", "esc"),
	}
}

// Do is what a key of whoever watches asks of the App.
type Do int

// What can be asked.
const (
	Nothing  Do = iota
	Handled     // nothing more to do
	Press       // press the next key now
	Restart     // another person: begin a session of their own
	Leave       // end the demo
	TakeOver    // somebody wants to try it
)

// Key handles a key pressed by someone who is watching. In a loop every key takes over, even one that would leave: the visitor
// does not know that leaving would end the demo for everyone.
func (m Model) Key(msg tea.KeyPressMsg) (Model, tea.Cmd, Do) {
	k := m.keys
	switch {
	case m.options.Loop:
		return m, nil, TakeOver
	case key.Matches(msg, k.Leave):
		return m, nil, Leave
	case key.Matches(msg, k.Pause):
		m.paused = !m.paused
		m, cmd := m.wait(resumed)
		return m, cmd, Handled
	case key.Matches(msg, k.Step):
		m.paused = true
		m.n++
		return m, nil, Press
	case key.Matches(msg, k.Faster), key.Matches(msg, k.Slower):
		if key.Matches(msg, k.Faster) {
			m.speed = min(m.speed+1, len(speeds)-1)
		} else {
			m.speed = max(m.speed-1, 0)
		}
		m, cmd := m.wait(m.last)
		return m, cmd, Handled
	case key.Matches(msg, k.Result):
		if m.phase == asking || m.phase == onCard {
			m.hurry = true
			return m, nil, Press
		}
		return m, nil, Handled
	case key.Matches(msg, k.Next):
		m.at = (m.at + 1) % max(len(m.people), 1)
		return m, nil, Restart
	case key.Matches(msg, k.Previous):
		m.at = (m.at + max(len(m.people), 1) - 1) % max(len(m.people), 1)
		return m, nil, Restart
	}
	return m, nil, Nothing
}

// ShortHelp names the keys that matter most.
func (m Model) ShortHelp() []key.Binding {
	k := m.keys
	if m.options.Loop {
		return nil
	}
	leave := keymap.As(k.Leave, "q", "leave")
	pause := keymap.As(k.Pause, "space", "pause")
	if m.paused {
		pause = keymap.As(k.Pause, "space", "play")
	}
	next := keymap.As(k.Next, "tab", "next person")
	if m.phase == over {
		return []key.Binding{next, leave}
	}
	return []key.Binding{pause, keymap.As(k.Step, m.theme.Signs.Right, "step"), leave, next, keymap.As(k.Result, "enter", "result")}
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	return [][]key.Binding{{k.Pause, k.Step, k.Faster, k.Slower, k.Result, k.Next, k.Previous, k.Leave}}
}
