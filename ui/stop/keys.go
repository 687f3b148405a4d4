package stop

import (
	"charm.land/bubbles/v2/key"

	"knead/ui/keymap"
)

// KeyMap is the keys of the screen.
type KeyMap struct {
	keymap.Scroll

	Change, Share, Leave key.Binding
}

// Keys returns the keys of the screen.
func Keys() KeyMap {
	b := keymap.New
	return KeyMap{
		Scroll: keymap.Scroll{
			Up: b("↑ k", "up", "up", "k"), Down: b("↓ j", "down", "down", "j"),
			PageUp: b("page up", "a page up", "pgup", "b"), PageDown: b("page down", "a page down", "pgdown", "space", "f"),
			Top: b("home", "the top", "home", "g"), Bottom: b("end", "the end", "end", "G"),
		},
		Change: b("c", "change an answer", "c", "esc"), Share: b("s", "save, or show as a code", "s"), Leave: b("q", "leave", "q"),
	}
}

// ShortHelp names the keys that matter most.
func (m Model) ShortHelp() []key.Binding {
	change, share := keymap.As(m.keys.Change, "c", "change an answer"), "save or share"
	if m.box.Inner < 70 {
		change, share = keymap.As(m.keys.Change, "c", "change"), "share"
	}
	out := []key.Binding{change}
	if len(m.body) > m.room() {
		out = append(out, keymap.As(m.keys.Up, m.theme.Signs.Up+m.theme.Signs.Down, "read on"))
	}
	return append(out, keymap.As(m.keys.Share, "s", share), m.keys.Leave)
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	return [][]key.Binding{{k.Change, k.Share, k.Up, k.Down, k.PageUp, k.PageDown, k.Top, k.Bottom, k.Leave}}
}
