package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"knead/guide/document"
	"knead/ui/input"
)

// legible takes out of what is typed or pasted what cannot be seen, or changes how its neighbors are shown: text fields show
// what they are given.
func legible(msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.PasteMsg:
		m.Content = document.Clean(m.Content)
		return m
	case tea.KeyPressMsg:
		if strings.TrimSpace(m.Text) != "" {
			m.Text = document.Clean(m.Text)
		}
		return m
	}
	return msg
}

// chords are the keys that are pressed along with a letter to mean something else than the letter.
const chords = tea.ModCtrl | tea.ModAlt | tea.ModMeta | tea.ModHyper | tea.ModSuper

// understood names a key press as the bindings do, whatever keyboard, layout, and locks it comes from. Only text that is typed into
// a field stays as it is.
func (a *App) understood(msg tea.KeyPressMsg) tea.KeyPressMsg {
	first, size := utf8.DecodeRuneInString(msg.Text)
	typing := a.front().visible().Typing() && !a.front().dialog.open()
	switch {
	case msg.Mod&chords != 0 && msg.Text == "":
		msg = chord(msg)
		if msg.Code == 'h' && msg.Mod == tea.ModCtrl && !typing { // what Backspace sends in many a terminal
			msg = tea.KeyPressMsg{Code: tea.KeyBackspace}
		}
		return msg
	case msg.Code == tea.KeySpace, msg.Code == tea.KeyEnter, msg.Code == tea.KeyBackspace:
		msg.Mod &^= tea.ModShift // still held from the letter before, or sticky
		return msg
	case msg.Text == "" || size < len(msg.Text) || typing:
		return msg
	case msg.BaseCode != 0 && msg.BaseCode < utf8.RuneSelf && (first >= utf8.RuneSelf || sign(first) && !a.front().bound(string(first))):
		first, msg.Code = msg.BaseCode, msg.BaseCode
		if msg.Mod.Contains(tea.ModShift) {
			first = unicode.ToUpper(first)
		}
	case first >= utf8.RuneSelf:
		latin, ok := input.Latin(first)
		if !ok {
			return msg
		}
		first = latin
	}
	capsLock := msg.Mod.Contains(tea.ModCapsLock) && !msg.Mod.Contains(tea.ModShift)
	if first >= 'A' && first <= 'Z' && (capsLock || !a.front().capital(string(first))) {
		first = unicode.ToLower(first)
	}
	msg.Text = string(first)
	return msg
}

// chord names a key that is pressed with Ctrl or Alt by its letter, as an American keyboard has it. A letter that is Latin already
// stays, wherever its key is: Ctrl+C is on another key in the layout of Dvorak.
func chord(msg tea.KeyPressMsg) tea.KeyPressMsg {
	letter := msg.Code
	if latin, ok := input.Latin(letter); letter >= utf8.RuneSelf && msg.BaseCode != 0 {
		letter = msg.BaseCode
	} else if ok {
		letter = latin
	}
	if !msg.Mod.Contains(tea.ModShift) {
		letter = unicode.ToLower(letter) // Caps Lock
	}
	msg.Code, msg.BaseCode, msg.ShiftedCode = letter, 0, 0
	return msg
}

// sign reports whether a character is neither a letter nor a digit. In some layouts such characters are on the keys of letters and
// digits.
func sign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// guessed reports whether a command was only guessed from a character of another script; see input.Latin.
func guessed(msg tea.KeyPressMsg) bool {
	return msg.Code >= utf8.RuneSelf && len(msg.Text) == 1 && unicode.IsLetter(rune(msg.Text[0]))
}

// front is the App that has the keys: in a demo that a visitor took over, the visitor's.
func (a *App) front() *App {
	if a.show != nil && a.show.visitor && !a.dialog.open() {
		return a.show.app.front()
	}
	return a
}

// capital reports whether a capital letter has its own meaning here. Otherwise it counts as the small letter, because Caps Lock may
// be on.
func (a *App) capital(letter string) bool {
	if a.dialog.open() {
		return false
	}
	if a.bound(letter) {
		return true
	}
	s, ok := a.visible().(interface{ Capital(letter string) bool })
	return ok && a.stage == nil && s.Capital(letter)
}
