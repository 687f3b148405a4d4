package welcome

import "charm.land/bubbles/v2/key"

// KeyMap is the keys of the first screen.
type KeyMap struct{ Up, Down, Open key.Binding }

// Keys returns the keys of the first screen.
func Keys() KeyMap {
	b := func(help, desc string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, desc))
	}
	return KeyMap{
		Up: b("↑ k", "up", "up", "k", "shift+tab"), Down: b("↓ j", "down", "down", "j", "tab"),
		Open: b("enter", "open", "enter", "space", "right", "l"),
	}
}

// ShortHelp names the keys that matter most.
func (m Model) ShortHelp() []key.Binding {
	move := m.keys.Up
	move.SetHelp(m.theme.Signs.Up+m.theme.Signs.Down, "move")
	show := func(k, does string) key.Binding { return key.NewBinding(key.WithKeys(k), key.WithHelp(k, does)) }
	return []key.Binding{move, m.keys.Open, show("t", "theme"), show("q", "leave")}
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	out := []key.Binding{m.keys.Up, m.keys.Down, m.keys.Open}
	for _, c := range m.choices {
		k := string(c.word[0] | 0x20)
		out = append(out, key.NewBinding(key.WithKeys(k), key.WithHelp(k, c.word+": "+c.says)))
	}
	return [][]key.Binding{out}
}
