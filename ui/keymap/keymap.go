// Package keymap makes key bindings and the hints that name them.
//
// New makes the binding of a key, Hint a line of help for keys that no binding holds, and As the same binding under other
// words. A screen whose rows can be moved through embeds [Scroll] in its own key map and asks Scroll.By what a key press moves.
//
// How keys are answered is each screen's own business; see its Update.
package keymap

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// New returns the binding of keys, which are named as Bubble Tea names them ("pgdown", "shift+tab"). Help shows it as name,
// with what it does.
func New(name, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, does))
}

// Hint returns a line of help for keys that are not matched by a binding, such as every letter. No key matches it.
func Hint(name, does string) key.Binding {
	return key.NewBinding(key.WithKeys([]string{}...), key.WithHelp(name, does)) // not nil: a binding without keys is off
}

// As returns a binding of the same keys that help shows as name, with what it does here.
func As(b key.Binding, name, does string) key.Binding {
	b.SetHelp(name, does)
	return b
}

// Scroll is the keys that move through rows: one row, one page, or all the way.
type Scroll struct{ Up, Down, PageUp, PageDown, Top, Bottom key.Binding }

// Far is further than any list or text is long.
const Far = 1 << 20

// By returns how many rows a key press moves, up when negative, and whether it moves at all. A page is page rows, and all the
// way is Far.
func (s Scroll) By(msg tea.KeyPressMsg, page int) (rows int, ok bool) {
	switch {
	case key.Matches(msg, s.Up):
		return -1, true
	case key.Matches(msg, s.Down):
		return 1, true
	case key.Matches(msg, s.PageUp):
		return -page, true
	case key.Matches(msg, s.PageDown):
		return page, true
	case key.Matches(msg, s.Top):
		return -Far, true
	case key.Matches(msg, s.Bottom):
		return Far, true
	}
	return 0, false
}
