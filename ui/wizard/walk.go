package wizard

import (
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
)

// seen holds, by question, the options that stood there when its page was last left forwards. An answer that was given to a
// shorter list says nothing of what came after.
type seen map[string][]string

// seenNow takes it that whatever is answered was seen as it stands.
func seenNow(i guide.Interview) seen {
	s := seen{}
	for _, l := range i.Review() {
		if l.Answer.Given() {
			s[l.ID] = ids(l.Asked)
		}
	}
	return s
}

func ids(q guide.Asked) []string {
	out := make([]string, len(q.Shown))
	for i, o := range q.Shown {
		out[i] = o.ID
	}
	return out
}

// grown reports whether the list holds what was not there when it was answered.
func (s seen) grown(q guide.Asked) bool {
	for _, o := range q.Shown {
		if !slices.Contains(s[q.ID], o.ID) {
			return true
		}
	}
	return false
}

// complete reports whether a question has an answer that can be seen on its list.
func complete(q guide.Asked, a guide.Answer) bool {
	if a.Unsure {
		return true
	}
	if q.Kind == guide.Scale {
		return len(a.Options) > 0
	}
	return slices.ContainsFunc(q.Shown, func(o *guide.Option) bool { return a.Has(o.ID) })
}

// settled reports whether a question needs no further look.
func (m *Model) settled(q guide.Asked, a guide.Answer) bool {
	return complete(q, a) && (q.Kind != guide.Many || a.Unsure || !m.seen.grown(q))
}

// missing returns the number of the first question of the page that has no full answer, or -1.
func (m *Model) missing() int {
	a := m.i.Answers()
	return slices.IndexFunc(m.asked, func(q guide.Asked) bool { return !complete(q, a[q.ID]) })
}

// doubt takes back "none of these" on the page where the list has grown since it was said.
func (m *Model) doubt() {
	a := m.i.Answers()
	for _, q := range m.i.Questions() {
		x := a[q.ID]
		if _, before := m.seen[q.ID]; before && x.Has(guide.None) && m.seen.grown(q) {
			m.i = m.i.Answer(q.ID, guide.Answer{Open: x.Open})
			m.message = "This list has grown since you answered. Please look again."
		}
	}
}

// forward leaves a complete page: to the next one, to one behind that something new belongs to, to the review, or to the
// stop.
func (m *Model) forward() tea.Cmd {
	next, err := m.i.Next()
	if err != nil {
		return nil
	}
	s := make(seen, len(m.seen)+len(m.asked))
	maps.Copy(s, m.seen)
	for _, q := range m.asked {
		s[q.ID] = ids(q)
	}
	m.seen = s
	if next.Page() == guide.StopPage {
		return m.stop(next)
	}
	limit := next.Page()
	if m.ahead != "" && slices.Contains(next.Pages(), m.ahead) {
		limit = m.ahead
	}
	if q := m.wanting(next, limit); q != nil {
		if !m.i.Changing() && m.ahead == "" {
			m.ahead = limit
		}
		next = m.walk(next, q)
		m.message = "Something you chose brings up this question."
	} else {
		if m.ahead != "" {
			next = next.Toward(limit)
		}
		m.ahead = ""
	}
	if next.Page() == guide.StopPage {
		return m.stop(next)
	}
	m.i = next
	m.reviewing = next.Page() == guide.ReviewPage
	if m.reviewing {
		m.tellChange()
	}
	m.arrive()
	return nil
}

func (m *Model) stop(i guide.Interview) tea.Cmd {
	m.i, m.ahead, m.was, m.changing = i, "", nil, ""
	m.reviewing = true
	m.arrive()
	return func() tea.Msg { return StoppedMsg{i} }
}

// wanting returns the first question before the page that has no answer, or whose list has grown.
func (m *Model) wanting(i guide.Interview, limit string) *guide.Question {
	pages := i.Pages()
	end := slices.Index(pages, limit)
	if end < 0 {
		end = len(pages)
	}
	for _, l := range i.Review() {
		if at := slices.Index(pages, l.Page()); at >= 0 && at < end && !m.settled(l.Asked, l.Answer) {
			return l.Question
		}
	}
	return nil
}

// walk goes to the page of a question, keeping the way back to the review open while an answer is being changed.
func (m *Model) walk(i guide.Interview, q *guide.Question) guide.Interview {
	if m.i.Changing() {
		return i.Change(q.ID)
	}
	return i.Toward(q.Page())
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
		return nil
	case m.was != nil:
		if m.i.Changing() {
			m.i = m.i.Back()
		}
		m.reviewing = true
		m.tellChange()
		m.arrive()
		return nil
	}
	back := m.i.Back()
	if back.Page() == m.i.Page() {
		return func() tea.Msg { return LeaveMsg{} }
	}
	m.i, m.ahead = back, ""
	m.arrive()
	return nil
}

// change goes to the page of a question, to come back to the review.
func (m *Model) change(question string) {
	m.was, m.changing = m.i.Answers(), question
	m.i = m.i.Change(question)
	m.reviewing = false
	m.arrive()
}

// confirm ends the review: with the result, with the stop, or with a question that is still to be asked.
func (m *Model) confirm() tea.Cmd {
	m.was, m.changing = nil, ""
	i := m.i.Guide().Resume(m.i.Answers())
	switch i.Page() {
	case guide.StopPage:
		return m.stop(i)
	case guide.ReviewPage:
		if q := m.wanting(i, guide.ReviewPage); q != nil {
			m.change(q.ID)
			return nil
		}
		m.i = i
		return func() tea.Msg { return DoneMsg{i} }
	}
	m.i, m.reviewing = i, false
	m.message = "A few questions are still to be asked."
	m.arrive()
	return nil
}
