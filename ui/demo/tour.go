package demo

import tea "charm.land/bubbletea/v2"

// Stroke is a key the sample person presses, and what it does in a few words.
type Stroke struct {
	Key   tea.KeyPressMsg
	Does  string
	Moves bool // it says nothing yet
}

// The end of the questions is walked through with these keys. What a window does not need them for, they leave as it is.
var (
	atResult = []Stroke{
		{Key: tea.KeyPressMsg{Code: '2', Text: "2"}, Does: "goes to the approaches"},
		{Key: tea.KeyPressMsg{Code: tea.KeyEnter}, Does: "says why this one fits, or not"},
		{Key: tea.KeyPressMsg{Code: tea.KeyPgDown}, Does: "reads on"},
		{Key: tea.KeyPressMsg{Code: tea.KeyEscape}, Does: "goes back to the list"},
		{Key: tea.KeyPressMsg{Code: ']', Text: "]"}, Does: "goes to the next group"},
		{Key: tea.KeyPressMsg{Code: '3', Text: "3"}, Does: "reads what helps tonight"},
		{Key: tea.KeyPressMsg{Code: '1', Text: "1"}, Does: "goes back to the answer"},
	}
	atStop = []Stroke{
		{Key: tea.KeyPressMsg{Code: tea.KeyPgDown}, Does: "reads on"},
		{Key: tea.KeyPressMsg{Code: tea.KeyPgDown}, Does: "reads on"},
		{Key: tea.KeyPressMsg{Code: tea.KeyHome}, Does: "goes back to the top"},
	}
)

// Tour returns the next key of the walk through the result, or through what to do now; false when it is over.
func (m Model) Tour(stopped bool) (Stroke, bool) {
	all := atResult
	if stopped {
		all = atStop
	}
	if m.toured >= len(all) {
		return Stroke{}, false
	}
	return all[m.toured], true
}
