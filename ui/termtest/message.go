package termtest

import (
	tea "charm.land/bubbletea/v2"

	"knead/ui/keymap"
)

// Key returns the message of a key press, for a test that calls Update itself. Keys are named as in [Terminal.Press]; one that
// has no name is pressed as it is written.
func Key(name string) tea.KeyPressMsg { return keymap.Press(name) }
