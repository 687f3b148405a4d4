package bodymap

import (
	tea "charm.land/bubbletea/v2"

	"knead/guide"
)

// Step is a key on the way to wanted answers, and what it does in a few words ("chooses Low back").
type Step struct {
	Key   tea.KeyPressMsg
	Does  string
	Moves bool // it answers nothing: it moves the focus, or types a letter
}

// KeyTowards returns the next key press towards these answers; false when the map shows them already.
func (m Model) KeyTowards(want guide.Answers) (Step, bool) {
	for i, r := range m.rows {
		to := m.wanted(r, want)
		switch {
		case r.kind == unsure && m.unsure != want[m.asked.ID].Unsure:
			return Step{tea.KeyPressMsg{Code: 'u', Text: "u"}, "answers not sure", false}, true
		case r.kind < unsure && m.picked[i].left != to.left:
			return m.toggling(i, false), true
		case r.kind < unsure && m.picked[i].right != to.right:
			return m.toggling(i, true), true
		}
	}
	return Step{}, false
}

// wanted returns how a row should end up; a row without sides counts as left.
func (m Model) wanted(r row, want guide.Answers) sides {
	switch {
	case r.kind == unsure || !want[m.asked.ID].Has(r.option.ID):
		return sides{}
	case r.sided:
		s := sidesOf(r.side, want[r.side.ID])
		s.open = false
		return s
	}
	return sides{left: true}
}

// toggling goes to a row and a side, and chooses there, or lets go.
func (m Model) toggling(i int, second bool) Step {
	r, label := m.rows[i], m.label(i)
	switch {
	case m.focus < i:
		return Step{tea.KeyPressMsg{Code: tea.KeyDown}, "goes down to " + label, true}
	case m.focus > i:
		return Step{tea.KeyPressMsg{Code: tea.KeyUp}, "goes up to " + label, true}
	case r.sided && second && !m.second:
		return Step{tea.KeyPressMsg{Code: tea.KeyRight}, "goes to the right side", true}
	case r.sided && !second && m.second:
		return Step{tea.KeyPressMsg{Code: tea.KeyLeft}, "goes to the left side", true}
	}
	does := "chooses " + label
	if p := m.picked[i]; r.kind < unsure && (second && p.right || !second && p.left) {
		does = "clears " + label
	}
	switch {
	case r.sided && second:
		does += ", right"
	case r.sided:
		does += ", left"
	}
	return Step{tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, does, false}
}
