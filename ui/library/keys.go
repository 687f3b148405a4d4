package library

import (
	"charm.land/bubbles/v2/key"

	"knead/ui/keymap"
)

type keyMap struct {
	keymap.Scroll

	Open, Close, Search                    key.Binding
	NextLink, PrevLink, NextPart, PrevPart key.Binding
	Contents, Who                          key.Binding
	Find, NextFound, PrevFound             key.Binding
	Back, Forward                          key.Binding
	Copy, CopyPart, CopySource             key.Binding
}

func defaultKeyMap() keyMap {
	b := keymap.New
	return keyMap{
		Scroll: keymap.Scroll{
			Up: b("↑↓", "move", "up", "k"), Down: b("↓", "down", "down", "j"),
			PageUp: b("pgup", "page up", "pgup", "b", "ctrl+u"), PageDown: b("pgdn", "page down", "pgdown", "space", "ctrl+d"),
			Top: b("g", "top", "home", "g"), Bottom: b("G", "end", "end", "G"),
		},
		Open: b("enter", "open", "enter", "right", "l"), Close: b("esc", "back", "esc", "left", "h"),
		Search: b("/", "search all pages", "/"), Find: b("/", "find in this page", "/"),
		NextFound: b("n", "next", "n"), PrevFound: b("N", "previous", "N"),
		NextLink: b("tab", "next link", "tab"), PrevLink: b("shift+tab", "previous link", "shift+tab"),
		NextPart: b("]", "next part", "]", "J"), PrevPart: b("[", "previous part", "[", "K"),
		Contents: b("c", "contents of the page", "c"), Who: b("w", "who should not", "w"),
		Back: b("backspace", "page before", "backspace", "alt+left"), Forward: b("alt+→", "page after", "alt+right"),
		Copy: b("y", "copy the page", "y"), CopyPart: b("Y", "copy this part", "Y"), CopySource: b("s", "copy the sources", "s"),
	}
}

// ShortHelp lists the keys that matter here.
func (m Model) ShortHelp() []key.Binding {
	k := m.keys
	switch {
	case m.who != nil && (m.who.query != "" || m.who.inside):
		return []key.Binding{k.Up, keymap.Hint("a–z", "find"), keymap.Hint("enter", "reason"), keymap.Hint("esc", "back")}
	case m.who != nil:
		return []key.Binding{k.Up, keymap.Hint("a–z", "find"), keymap.Hint("enter", "reasons"), keymap.Hint("esc", "back")}
	case m.contents != nil:
		return []key.Binding{k.Up, keymap.Hint("enter", "go there"), k.Close}
	case m.typing:
		return []key.Binding{keymap.Hint("enter", "go there"), keymap.Hint("esc", "close")}
	case m.focus == onText && m.query != "":
		return []key.Binding{k.NextFound, k.PrevFound, k.Up, k.Close}
	case m.focus == onText && m.checks():
		return []key.Binding{keymap.Hint("↑↓", "scroll"), k.Who, keymap.Hint("c", "contents"), k.NextLink, k.Find, k.Close}
	case m.focus == onText:
		return []key.Binding{keymap.Hint("↑↓", "scroll"), keymap.Hint("c", "contents"), k.NextLink, k.Find, k.Close}
	}
	return []key.Binding{k.Up, k.Open, k.Search, k.Close}
}

// FullHelp lists all keys of the screen.
func (m Model) FullHelp() [][]key.Binding {
	k := m.keys
	return [][]key.Binding{
		{k.Up, k.PageDown, k.PageUp, k.Top, k.Bottom, k.Open, k.Close, k.Search},
		{k.Who, k.Contents, k.NextPart, k.PrevPart, k.NextLink, k.PrevLink, k.NextFound, k.PrevFound, k.Back, k.Forward, k.Copy, k.CopyPart, k.CopySource},
	}
}
