// Package keymap makes key bindings and the hints that name them.
//
// New makes the binding of a key, Hint a line of help for keys that no binding holds, and As the same binding under other
// words. Press is the press of a key, by its name. A screen whose rows can be moved through embeds [Scroll] in its own key map and asks Scroll.By what a key press moves.
//
// How keys are answered is each screen's own business; see its Update.
package keymap

import (
	"strings"
	"unicode/utf8"

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

// Letterless reports whether a key is one that every keyboard has, whatever letters are on it: an arrow, Enter, Tab.
func Letterless(name string) bool {
	base := name[strings.LastIndexByte(name, '+')+1:]
	return utf8.RuneCountInString(base) > 1
}

// codes are the keys that have a name.
var codes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1, "f2": tea.KeyF2,
}

// Press returns the message of a key that is pressed. One without a name is named by what it writes.
func Press(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	rest := name
	for prefix, m := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
		if after, ok := strings.CutPrefix(name, prefix); ok && after != "" {
			rest, mod = after, m
		}
	}
	switch first, _ := utf8.DecodeRuneInString(rest); {
	case rest == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " ", Mod: mod}
	case codes[rest] != 0:
		return tea.KeyPressMsg{Code: codes[rest], Mod: mod}
	case mod != 0:
		return tea.KeyPressMsg{Code: first, Mod: mod}
	default:
		return tea.KeyPressMsg{Code: first, Text: name}
	}
}
