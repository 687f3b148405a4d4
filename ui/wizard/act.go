package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
)

// up goes to the row above. Above a title that is round to its last answer, since most people have none of a long list.
func (m *Model) up() {
	q, ok := m.current()
	switch n := len(q.Shown); {
	case !ok || m.focus.kind != onTitle:
		m.move(-1)
	case n == 0 || q.Kind == knowledge.Scale:
		m.focus = target{kind: onUnsure, question: q.ID}
	default:
		m.focus = target{onOption, q.ID, q.Shown[n-1].ID}
	}
}

// move goes to the next row, past the titles of further questions; the first question's is where one begins.
func (m *Model) move(by int) {
	for at := m.at() + by; at >= 0 && at < len(m.items); at += by {
		if m.items[at].kind != onTitle || at == 0 {
			m.focus = m.items[at].target
			return
		}
	}
}

// jump moves by about so many rows.
func (m *Model) jump(rows int) {
	at := m.at()
	if at < 0 || len(m.items) == 0 {
		return
	}
	want := m.items[at].from + rows
	best := at
	for i, it := range m.items {
		if it.kind == onTitle && i > 0 {
			continue
		}
		if rows > 0 && it.from <= want && i > best || rows < 0 && it.from >= want && i < best {
			best = i
		}
	}
	if best == at {
		m.move(sign(rows))
		return
	}
	m.focus = m.items[best].target
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// nextQuestion goes to the title of the next question of the page, round at the end.
func (m *Model) nextQuestion(back bool) {
	n := len(m.asked)
	if n == 0 {
		return
	}
	here, _ := m.current()
	at := 0
	for i, q := range m.asked {
		if q.ID == here.ID {
			at = i
		}
	}
	if back {
		at += n - 1
	} else {
		at++
	}
	m.focus = target{kind: onTitle, question: m.asked[at%n].ID}
}

// enter chooses the one answer in focus and goes on; elsewhere it only goes on. In a list of several that is “None of these”
// while nothing is chosen: only a key that went there makes enter say it. Enter marks no other row of such a list.
func (m *Model) enter() tea.Cmd {
	switch q, a, ok := m.question(m.focus.question); {
	case m.focus.kind == onFind:
		m.openField()
		return nil
	case ok && m.focus.kind == onOption && q.Kind == knowledge.One:
		if !a.Has(m.focus.option) {
			m.set(q.ID, choose(q, a, m.focus.option))
		}
	case ok && m.focus.kind == onOption && m.focus.option == knowledge.None && len(a.Options) == 0:
		if m.set(q.ID, choose(q, a, knowledge.None)); m.waiting != nil || m.missing >= 0 || m.focus.option != knowledge.None {
			return nil
		}
	case ok && m.focus.kind == onUnsure && q.Kind != knowledge.Many:
		if !a.Unsure {
			m.set(q.ID, leaveAllOpen(a))
		}
	}
	return m.onward()
}

// onward goes to the next unanswered question of the page, or leaves the page. If the focused question is unanswered, it stays
// and says how to answer it.
func (m *Model) onward() tea.Cmd {
	if m.mapped {
		if where, _ := m.body.Answers(); !where.Given() {
			m.message = "Choose a place with the arrows and space, or one of the rows below the places."
			return nil
		}
	}
	at := m.missing
	if at < 0 {
		if m.message = m.unmarked(); m.message != "" {
			return nil
		}
		return m.forward()
	}
	q := m.asked[at]
	if m.mapped {
		m.message = "Which side? Choose left or right in the list, or a row below the places."
		return nil
	}
	if here, _ := m.current(); here.ID == q.ID || m.focus.kind == onNext {
		m.message = m.ask(q)
	}
	if m.focus.question != q.ID || m.focus.kind == onNext {
		m.focus = target{kind: onTitle, question: q.ID}
	}
	return nil
}

// ask returns how to answer a question.
func (m *Model) ask(q guide.Asked) string {
	switch {
	case q.Kind == knowledge.Scale:
		return "Press a number from " + numbersOf(q) + ", or u for not sure."
	case q.Kind == knowledge.One:
		return "Go to a row with " + m.theme.Signs.Up + " " + m.theme.Signs.Down + " and press enter, or press its number."
	case len(m.i.Answers()[q.ID].Open) > 0:
		return "What about the rest? Select any that apply with space, or “None of the others”."
	}
	none := "None of these"
	if o := q.Option(knowledge.None); o != nil {
		none = o.Label
	}
	return "Select all that apply with space, or go to “" + none + "” and press enter."
}

// space marks the row in focus, or lets it go.
func (m *Model) space() {
	q, a, ok := m.question(m.focus.question)
	switch {
	case m.focus.kind == onFind:
		m.openField()
	case !ok:
	case m.focus.kind == onOption:
		m.set(q.ID, choose(q, a, m.focus.option))
	case m.focus.kind == onUnsure:
		m.set(q.ID, leaveAllOpen(a))
	}
}

// settle moves on to the next question of the page without an answer, once one has an answer that nothing is added to. The
// key that did it does nothing there, so that holding it down answers no warning sign.
func (m *Model) settle(question string) {
	q, a, ok := m.question(question)
	whole := a.Unsure || q.Kind == knowledge.One && a.Given() || q.Kind == knowledge.Many && a.Has(knowledge.None)
	if at := m.missing; ok && whole && at >= 0 && m.asked[at].ID != q.ID {
		m.focus, m.held = target{kind: onTitle, question: m.asked[at].ID}, m.pressed
	}
}

// notSure leaves the option in focus open, or the whole question.
func (m *Model) notSure() {
	q, ok := m.current()
	if !ok {
		return
	}
	a := m.i.Answers()[q.ID]
	if m.focus.kind == onOption && q.Kind == knowledge.Many && m.focus.option != knowledge.None {
		m.set(q.ID, leaveOpen(q, a, m.focus.option))
		return
	}
	m.focus = target{kind: onUnsure, question: q.ID}
	m.set(q.ID, leaveAllOpen(a))
}

// sayNone marks none of these, and goes there.
func (m *Model) sayNone() {
	q, ok := m.current()
	if !ok || q.Kind != knowledge.Many || !shown(q, knowledge.None) {
		return
	}
	m.focus = target{onOption, q.ID, knowledge.None}
	m.set(q.ID, choose(q, m.i.Answers()[q.ID], knowledge.None))
}

// character takes a digit, which picks the row of that number (0 is the tenth) or sets a scale, or a letter, which goes to
// the next row that begins with it.
func (m *Model) character(s string, tens bool) {
	q, ok := m.current()
	if !ok || len(s) != 1 {
		return
	}
	if c := s[0]; c >= '0' && c <= '9' {
		if q.Kind == knowledge.Scale {
			m.tens = tens
			m.focus = target{kind: onScale, question: q.ID}
			m.typeScale(q, int(c-'0'))
			return
		}
		n := (int(c-'0') + 9) % 10
		for _, o := range q.Shown {
			if o.ID == knowledge.None {
				continue
			}
			if n == 0 {
				m.focus = target{onOption, q.ID, o.ID}
				m.space()
				return
			}
			n--
		}
		return
	}
	at := m.at()
	for i := range m.items {
		it := m.items[(at+1+i)%len(m.items)]
		if o := q.Option(it.option); it.kind == onOption && it.question == q.ID && o != nil && strings.EqualFold(o.Label[:1], s) {
			m.focus = it.target
			return
		}
	}
}

// holds reports whether a key is the one that led to this question, which may bring up a warning.
func (m *Model) holds(key string) bool {
	return m.held != "" && m.held == key && m.focus.kind == onTitle && m.i.Guide().Screens(m.focus.question)
}
