package stop

import "charm.land/bubbles/v2/key"

// KeyMap is the keys of the screen.
type KeyMap struct{ Change, Leave, Up, Down, PageUp, PageDown, Top, Bottom key.Binding }

// Keys returns the keys of the screen.
func Keys() KeyMap {
	b := func(help, desc string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, desc))
	}
	return KeyMap{
		Change: b("c", "change an answer", "c", "esc"), Leave: b("q", "leave", "q"),
		Up: b("↑ k", "up", "up", "k"), Down: b("↓ j", "down", "down", "j"),
		PageUp: b("page up", "a page up", "pgup", "b"), PageDown: b("page down", "a page down", "pgdown", "space", "f"),
		Top: b("home", "the top", "home", "g"), Bottom: b("end", "the end", "end", "G"),
	}
}

// ShortHelp names the keys that matter most.
func (m Model) ShortHelp() []key.Binding {
	out := []key.Binding{m.keys.Change}
	if len(m.body) > m.room() {
		scroll := m.keys.Up
		scroll.SetHelp(m.theme.Signs.Up+m.theme.Signs.Down, "read on")
		out = append(out, scroll)
	}
	return append(out, m.keys.Leave)
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	return [][]key.Binding{{k.Change, k.Up, k.Down, k.PageUp, k.PageDown, k.Top, k.Bottom, k.Leave}}
}
