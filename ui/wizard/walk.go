package wizard

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/report"
)

// tellPage says why a list has no answer anymore, and what of the page counts although the other answers do not lead to it.
func (m *Model) tellPage() {
	if at := m.missing; at >= 0 && m.i.Grown(m.asked[at]) {
		m.message = "This list has grown since you answered. Please look again."
		return
	}
	var kept []string
	for _, q := range m.asked {
		for _, o := range q.Kept {
			kept = append(kept, q.ID+"/"+o.ID)
		}
	}
	if len(kept) > 0 {
		m.message = report.Counts(m.i.Guide(), slices.DeleteFunc(m.i.Unasked(), func(s guide.Said) bool { return !slices.Contains(kept, s.Fact) }))
	}
}

// tellUnasked says, when a page is left, what counts now although the other answers do not lead to it anymore.
func (m *Model) tellUnasked() {
	now := m.i.Unasked()
	said := slices.DeleteFunc(slices.Clone(now), func(s guide.Said) bool { return slices.Contains(m.counted, s) })
	m.counted = now
	if words := report.Counts(m.i.Guide(), said); words != "" {
		m.message = words
	}
}

// forward leaves a complete page.
func (m *Model) forward() tea.Cmd {
	next, err := m.i.Next()
	if err != nil {
		return nil
	}
	if next.Page() == guide.StopPage {
		return m.stop(next)
	}
	m.i = next
	m.reviewing = next.Page() == guide.ReviewPage
	if m.reviewing {
		m.tellChange()
	} else if next.Passing() {
		m.message = "One of your answers added this question."
	}
	m.tellUnasked()
	m.arrive()
	return nil
}

func (m *Model) stop(i guide.Interview) tea.Cmd {
	m.i, m.was, m.changing = i, nil, ""
	m.reviewing = true
	m.arrive()
	return func() tea.Msg { return StoppedMsg{i} }
}

// backward goes to the page before, or to the review one came from. On the first page it leaves.
func (m *Model) backward() tea.Cmd {
	switch {
	case m.reviewing && m.i.Page() == guide.StopPage:
		i := m.i
		return func() tea.Msg { return StoppedMsg{i} }
	case m.reviewing:
		m.reviewing, m.changing = false, ""
		m.i = m.i.Back()
		m.arrive()
		m.atLast()
		return nil
	case m.i.Changing():
		m.i, m.reviewing = m.i.Back(), true
		m.tellChange()
		m.arrive()
		return nil
	}
	back := m.i.Back()
	if back.Page() == m.i.Page() {
		return func() tea.Msg { return LeaveMsg{} }
	}
	m.i = back
	m.arrive()
	m.atLast()
	return nil
}

// atLast focuses the last question of the page, which is where the person left it.
func (m *Model) atLast() {
	if n := len(m.asked); n > 0 && !m.mapped {
		m.focus = target{kind: onTitle, question: m.asked[n-1].ID}
	}
}

// change goes to the page of a question, to come back to the review.
func (m *Model) change(question string) {
	was := m.i
	m.was, m.changing = &was, question
	m.i = m.i.Change(question)
	m.reviewing = false
	m.arrive()
}

// confirm ends the review: with the result, with the stop, or with a question that is still to be asked.
func (m *Model) confirm() tea.Cmd {
	m.was, m.changing = nil, ""
	i := m.i.Confirm()
	switch i.Page() {
	case guide.StopPage:
		return m.stop(i)
	case guide.ReviewPage:
		m.i = i
		return func() tea.Msg { return DoneMsg{i} }
	}
	m.i, m.reviewing = i, false
	m.message = "One question still needs an answer."
	m.arrive()
	return nil
}
