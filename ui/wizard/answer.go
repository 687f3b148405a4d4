package wizard

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// choose selects an option, or clears it. In a question that takes one answer the others are cleared. None of these clears
// everything but the options left open. A sign clears none of these.
func choose(q guide.Asked, a guide.Answer, option string) guide.Answer {
	is := func(id string) bool { return id == option }
	if q.Kind != knowledge.Many {
		if a.Has(option) {
			return guide.Answer{}
		}
		return guide.Answer{Options: []string{option}}
	}
	open := slices.DeleteFunc(slices.Clone(a.Open), is)
	switch {
	case a.Has(option):
		return guide.Answer{Options: slices.DeleteFunc(slices.Clone(a.Options), is), Open: open}
	case option == knowledge.None:
		return guide.Answer{Options: []string{knowledge.None}, Open: open}
	}
	options := slices.DeleteFunc(slices.Clone(a.Options), func(id string) bool { return id == knowledge.None })
	return guide.Answer{Options: inOrder(q, append(options, option)), Open: open}
}

// leaveOpen says "not sure" to one option of a list, or takes that back.
func leaveOpen(q guide.Asked, a guide.Answer, option string) guide.Answer {
	is := func(id string) bool { return id == option }
	if slices.Contains(a.Open, option) {
		return guide.Answer{Options: a.Options, Open: slices.DeleteFunc(slices.Clone(a.Open), is)}
	}
	return guide.Answer{
		Options: slices.DeleteFunc(slices.Clone(a.Options), is),
		Open:    inOrder(q, append(slices.Clone(a.Open), option)),
	}
}

// leaveAllOpen says "not sure" to the whole question, or takes that back.
func leaveAllOpen(a guide.Answer) guide.Answer {
	if a.Unsure {
		return guide.Answer{}
	}
	return guide.Answer{Unsure: true}
}

// step is the answer of a scale's number.
func step(q guide.Asked, n int) guide.Answer {
	for _, o := range q.Options {
		if o.From <= n && n <= o.To {
			return guide.Answer{Options: []string{o.ID}, Value: n}
		}
	}
	return guide.Answer{}
}

// inOrder sorts options as the question has them.
func inOrder(q guide.Asked, options []string) []string {
	index := func(id string) int {
		return slices.IndexFunc(q.Options, func(o knowledge.Option) bool { return o.ID == id })
	}
	slices.SortFunc(options, func(x, y string) int { return index(x) - index(y) })
	return options
}

func same(a, b guide.Answer) bool {
	return a.Unsure == b.Unsure && slices.Equal(a.Options, b.Options) && slices.Equal(a.Open, b.Open)
}

// set gives an answer on the page. One that would take back or contradict what was chosen waits until the person agrees, and
// “none” to a list of warning signs waits until all of them have been on the screen: in a small window it goes down the list.
func (m *Model) set(question string, a guide.Answer) {
	if q, was, ok := m.question(question); ok && q.Role == knowledge.RoleAlarm && a.Has(knowledge.None) && !was.Has(knowledge.None) {
		for _, o := range q.Shown {
			if row := (target{onOption, question, o.ID}); o.ID != knowledge.None && !m.read[row] {
				m.focus = row
				m.scroll() // shows it, whether it was above or below
				m.jump(max(m.box.Height-8, 0))
				m.message = "There is more on this list. Read on, and say it again at the end."
				return
			}
		}
	}
	if p := overruling(m.i, m.i.Guide().Question(question), a); p.asks != "" {
		m.wait(p, func(m *Model) { m.setOnList(question, a) })
		return
	}
	m.setOnList(question, a)
}

func (m *Model) setOnList(question string, a guide.Answer) {
	next := m.i.Answer(question, a)
	if p := contradicting(next, question); p.asks != "" {
		m.wait(p, func(m *Model) { m.take(next, question); m.told = next.Unnamed() })
		return
	}
	m.take(next, question)
}

// take goes on with the interview as it is after an answer to a question, and sees what that brings up.
func (m *Model) take(next guide.Interview, question string) {
	m.i = next
	m.refresh()
	m.tellPage()
	m.settle(question)
}

// question returns the question of the page with this ID, and its answer.
func (m *Model) question(id string) (guide.Asked, guide.Answer, bool) {
	for _, q := range m.asked {
		if q.ID == id {
			return q, m.i.Answers()[id], true
		}
	}
	return guide.Asked{}, guide.Answer{}, false
}
