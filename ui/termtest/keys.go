package termtest

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// encode spells a key as xterm does. With cursorKeys the program asked for application cursor keys.
func encode(name string, cursorKeys bool) (string, bool) {
	if rest, ok := strings.CutPrefix(name, "alt+"); ok {
		code, ok := encode(rest, false)
		return "\x1b" + code, ok && len(code) == 1
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		if len(rest) == 1 && rest[0] >= 'a' && rest[0] <= 'z' {
			return string(rest[0] & 0x1f), true
		}
		return "", false
	}
	switch name {
	case "enter":
		return "\r", true
	case "esc":
		return "\x1b", true
	case "tab":
		return "\t", true
	case "shift+tab":
		return "\x1b[Z", true
	case "space":
		return " ", true
	case "backspace":
		return "\x7f", true
	case "insert":
		return "\x1b[2~", true
	case "delete":
		return "\x1b[3~", true
	case "pgup":
		return "\x1b[5~", true
	case "pgdown":
		return "\x1b[6~", true
	}
	if final, ok := map[string]string{"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}[name]; ok {
		if cursorKeys {
			return "\x1bO" + final, true
		}
		return "\x1b[" + final, true
	}
	cluster, _ := ansi.FirstGraphemeCluster(name, ansi.GraphemeWidth)
	return name, name != "" && cluster == name
}
