package bodymap

import (
	tea "charm.land/bubbletea/v2"

	"knead/guide"
)

// Step is a key on the way to wanted answers, and what it does in a few words ("chooses Low back").
type Step struct {
	Key   tea.KeyPressMsg
	Does  string
	Moves bool // it says nothing yet: it goes somewhere, or types a letter
}

// KeyTowards returns the next key press towards these answers; false when the map says them already. A place with sides is
// wanted on the sides that the second answer names.
func (m Model) KeyTowards(where, side guide.Answer) (Step, bool) {
	for i, r := range m.rows {
		want := m.wanted(r, where, side)
		switch {
		case !m.offered(i):
		case r.kind == unsure && m.unsure != where.Unsure:
			return Step{tea.KeyPressMsg{Code: 'u', Text: "u"}, "says not sure", false}, true
		case r.kind == swaps && (m.swaps == r.option.ID) != want.left,
			r.kind == whichSide && m.which != want.left,
			r.kind < unsure && m.picked[i].left != want.left:
			return m.toggling(i, false), true
		case r.kind < unsure && m.picked[i].right != want.right:
			return m.toggling(i, true), true
		}
	}
	return Step{}, false
}

// wanted says how a row is to be left; a row without sides counts as left.
func (m Model) wanted(r row, where, side guide.Answer) sides {
	switch {
	case r.kind == whichSide:
		return sides{left: side.Unsure}
	case r.kind == swaps:
		return sides{left: side.Has(r.option.ID)}
	case r.kind == unsure || !where.Has(r.option.ID):
		return sides{}
	case r.sided && side.Has(left):
		return sides{left: true}
	case r.sided && side.Has(right):
		return sides{right: true}
	case r.sided && side.Has(both):
		return sides{left: true, right: true}
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
		does = "lets go of " + label
	}
	switch {
	case r.sided && second:
		does += ", right"
	case r.sided:
		does += ", left"
	}
	return Step{tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, does, false}
}
