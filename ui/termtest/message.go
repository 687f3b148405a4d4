package termtest

import tea "charm.land/bubbletea/v2"

// Key returns the message of a key press, for a test that calls Update itself. Keys are named as in [Terminal.Press]; one that
// has no name is pressed as it is written.
func Key(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	}
	var mod tea.KeyMod
	rest := name
	for prefix, m := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
		if len(name) > len(prefix) && name[:len(prefix)] == prefix {
			rest, mod = name[len(prefix):], m
		}
	}
	switch {
	case rest == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " ", Mod: mod}
	case codes[rest] != 0:
		return tea.KeyPressMsg{Code: codes[rest], Mod: mod}
	case mod != 0:
		return tea.KeyPressMsg{Code: []rune(rest)[0], Mod: mod}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}
