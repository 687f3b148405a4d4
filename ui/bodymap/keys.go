package bodymap

import (
	"charm.land/bubbles/v2/key"

	"knead/ui/keymap"
)

// KeyMap is the keys of the map.
type KeyMap struct{ Up, Down, Left, Right, First, Last, Choose, Unsure, Turn key.Binding }

// Keys returns the keys of the map.
func Keys() KeyMap {
	b := keymap.New
	return KeyMap{
		Up: b("↑ k", "place above", "up", "k"), Down: b("↓ j", "place below", "down", "j"),
		Left: b("← h", "your left", "left", "h"), Right: b("→ l", "your right", "right", "l"),
		First: b("home", "first place", "home"), Last: b("end", "last row", "end"),
		Choose: b("space", "select or clear", "space"), Unsure: b("u", "not sure", "u"),
		Turn: b("tab", "turn the figure", "tab", "shift+tab"),
	}
}

// ShortHelp returns the most important keys. The key to go on, next, is placed where it belongs among them.
func (m Model) ShortHelp(next key.Binding) []key.Binding {
	s := m.theme.Signs
	if m.plan.figure != nil && m.plan.views == 1 {
		return []key.Binding{
			keymap.As(m.keys.Up, s.Up+s.Down+s.Left+s.Right, "move"), keymap.As(m.keys.Choose, "space", "yes"), next, keymap.As(m.keys.Turn, "tab", "turn"),
		}
	}
	return []key.Binding{
		keymap.As(m.keys.Up, s.Up+s.Down, "place"), keymap.As(m.keys.Left, s.Left+s.Right, "side"), keymap.As(m.keys.Choose, "space", "choose"), next,
	}
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	digits := keymap.Hint("1 to 9, 0", "the place of that number")
	letters := keymap.Hint("a letter", "the next place with a word that starts with it, if the letter has no other use")
	mouse := keymap.Hint("a click", "choose, on the figure or in the list")
	all := []key.Binding{k.Up, k.Down, k.Left, k.Right, digits, letters, k.Choose, k.Unsure}
	if m.plan.figure != nil && m.plan.views == 1 {
		all = append(all, k.Turn)
	}
	return [][]key.Binding{append(all, mouse)}
}
