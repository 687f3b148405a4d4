package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide/document"
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
