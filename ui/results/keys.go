package results

import (
	"strconv"

	"charm.land/bubbles/v2/key"

	"knead/ui/keymap"
)

type keyMap struct {
	keymap.Scroll

	Next, Previous, Open, Back               key.Binding
	Mark, Compare, Page, Review, Other, Take key.Binding
	Body                                     key.Binding
	Parts                                    key.Binding // names all of them; number says which part a key opens
}

func defaultKeyMap() keyMap {
	b := keymap.New
	return keyMap{
		Scroll: keymap.Scroll{
			Up: b("↑↓", "move", "up", "k"), Down: b("↓", "down", "down", "j"),
			PageUp: b("pgup", "further up", "pgup", "b", "ctrl+u"), PageDown: b("pgdn", "further down", "pgdown", "ctrl+d"),
			Top: b("g", "top", "home", "g"), Bottom: b("G", "end", "end", "G"),
		},
		Next: b("]", "next group", "]"), Previous: b("[", "group before", "["),
		Open: b("enter", "explain", "enter", "right", "l"), Back: b("esc", "back", "esc", "left", "h"),
		Mark: b("space", "mark to compare", "space"), Compare: b("c", "compare", "c"),
		Page: b("o", "the whole page", "o"), Review: b("r", "review your answers", "r"), Other: b("tab", "other side", "tab"),
		Parts: keymap.Hint("1–6", "go to"),
		Body:  b("f", "figure of the body, large", "f"),
		Take:  b("s", "save, print, or take it on a phone", "s"),
	}
}

// ShortHelp lists the keys that matter here.
func (m Model) ShortHelp() []key.Binding {
	k := m.keys
	if s := m.shows(); s != nil {
		return append(s.short(), k.Parts)
	}
	switch m.mode {
	case onBody:
		return []key.Binding{k.Back}
	case comparing:
		return []key.Binding{keymap.As(k.Up, "↑↓", "scroll"), keymap.As(k.Open, "←→", "another"), k.Back}
	case onText:
		return []key.Binding{keymap.As(k.Up, "↑↓", "scroll"), k.Page, k.Back}
	}
	if m.at == answerPart {
		return []key.Binding{k.Parts, k.Up, keymap.As(k.Open, "enter", "open"), keymap.As(k.Take, "s", "take along"), keymap.As(k.Review, "r", "review")}
	}
	return []key.Binding{k.Up, k.Open, k.Parts, k.Compare, keymap.As(k.Take, "s", "take along"), keymap.As(k.Review, "r", "review"), k.Page}
}

// numbers are the keys that open the parts.
func (m Model) numbers() []key.Binding {
	var all []key.Binding
	for i, p := range m.parts {
		n := strconv.Itoa(i + 1)
		all = append(all, keymap.New(n, "go to “"+p.name+"”", n))
	}
	return all
}

// FullHelp lists all keys of the screen.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	if s := m.shows(); s != nil {
		return append(s.full(), append(m.numbers(), k.Take, k.Review))
	}
	return [][]key.Binding{
		m.numbers(),
		{k.Up, k.PageDown, k.PageUp, k.Next, k.Previous, k.Top, k.Bottom},
		{k.Open, k.Other, k.Mark, k.Compare, k.Page, k.Body, k.Take, k.Review, k.Back},
	}
}
