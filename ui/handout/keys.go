package handout

import (
	"charm.land/bubbles/v2/key"

	"knead/ui/keymap"
)

type keyMap struct{ Up, Down, Do, Page, Copy, Next, Previous, Inverse, Alone, Back key.Binding }

func defaultKeyMap() keyMap {
	b := keymap.New
	return keyMap{
		Up: b("↑↓", "move", "up", "k"), Down: b("↓", "down", "down", "j"), Do: b("enter", "do it", "enter", "space"),
		Page: b("s", "save a page to print", "s"), Copy: b("y", "copy as text", "y"),
		Next: b("→", "next part of the code", "right", "l"), Previous: b("←", "part before", "left", "h"),
		Alone: b("f", "full-screen code", "f"), Inverse: b("i", "invert the code", "i"), Back: b("esc", "back", "esc"),
	}
}

// ShortHelp lists the keys that matter here.
func (m Model) ShortHelp() []key.Binding {
	return []key.Binding{m.keys.Up, m.keys.Do, m.keys.Copy, keymap.As(m.keys.Alone, m.keys.Alone.Help().Key, "code alone"), m.keys.Back}
}

// FullHelp lists all keys of the screen.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	return [][]key.Binding{{k.Up, k.Do, k.Page, k.Copy, k.Alone, k.Next, k.Previous, k.Inverse, k.Back}}
}
