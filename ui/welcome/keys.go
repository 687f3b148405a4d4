package welcome

import (
	"charm.land/bubbles/v2/key"

	"knead/ui/keymap"
)

// KeyMap is the keys of the first screen.
type KeyMap struct{ Up, Down, Open, Further, Back key.Binding }

// Keys returns the keys of the first screen.
func Keys() KeyMap {
	b := keymap.New
	return KeyMap{
		Up: b("↑ k", "up", "up", "k", "shift+tab"), Down: b("↓ j", "down", "down", "j", "tab"),
		Open:    b("enter", "open", "enter", "space", "right", "l"),
		Further: b("pgdn", "read on", "pgdown"), Back: b("pgup", "read back", "pgup"),
	}
}

// ShortHelp names the keys that matter most.
func (m Model) ShortHelp() []key.Binding {
	move := keymap.As(m.keys.Up, m.theme.Signs.Up+m.theme.Signs.Down, "move")
	return []key.Binding{move, m.keys.Open, keymap.Hint("t", "theme"), keymap.Hint("q", "leave")}
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	out := []key.Binding{m.keys.Up, m.keys.Down, m.keys.Open}
	if m.hidden > 0 {
		out = append(out, m.keys.Further, m.keys.Back)
	}
	for _, c := range m.choices {
		out = append(out, keymap.Hint(string(c.word[0]|0x20), c.word+": "+c.says))
	}
	return [][]key.Binding{out}
}
