package bodymap

import "charm.land/bubbles/v2/key"

// KeyMap is the keys of the map.
type KeyMap struct{ Up, Down, Left, Right, First, Last, Choose, Unsure, Turn key.Binding }

// Keys returns the keys of the map.
func Keys() KeyMap {
	b := func(help, desc string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, desc))
	}
	return KeyMap{
		Up: b("↑ k", "place above", "up", "k"), Down: b("↓ j", "place below", "down", "j"),
		Left: b("← h", "your left", "left", "h"), Right: b("→ l", "your right", "right", "l"),
		First: b("home", "first place", "home"), Last: b("end", "last row", "end"),
		Choose: b("space", "choose or let go", "space"), Unsure: b("u", "not sure", "u"),
		Turn: b("tab", "turn the figure", "tab", "shift+tab"),
	}
}

// ShortHelp names the keys that matter most; next stands where the way on belongs among them.
func (m Model) ShortHelp(next key.Binding) []key.Binding {
	short := func(b key.Binding, k, does string) key.Binding { b.SetHelp(k, does); return b }
	s := m.theme.Signs
	if m.plan.figure != nil && m.plan.views == 1 {
		return []key.Binding{
			short(m.keys.Up, s.Up+s.Down+s.Left+s.Right, "move"), short(m.keys.Choose, "space", "yes"), next, short(m.keys.Turn, "tab", "turn"),
		}
	}
	return []key.Binding{
		short(m.keys.Up, s.Up+s.Down, "place"), short(m.keys.Left, s.Left+s.Right, "side"), short(m.keys.Choose, "space", "choose"), next,
	}
}

// FullHelp names all keys.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	digits := key.NewBinding(key.WithKeys("1"), key.WithHelp("1 to 9, 0", "the place of that number"))
	letters := key.NewBinding(key.WithKeys("1"), key.WithHelp("a letter", "the next place with a word that begins so, if it has no other use"))
	mouse := key.NewBinding(key.WithKeys("1"), key.WithHelp("a click", "choose, on the figure or in the list"))
	all := []key.Binding{k.Up, k.Down, k.Left, k.Right, digits, letters, k.Choose, k.Unsure}
	if m.plan.figure != nil && m.plan.views == 1 {
		all = append(all, k.Turn)
	}
	return [][]key.Binding{append(all, mouse)}
}
