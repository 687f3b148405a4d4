package wizard

import (
	"slices"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/keymap"
)

// waiting is an answer that would take back, or contradict, what was chosen before. It waits for a y; any other key lets it go.
type waiting struct {
	accept func(*Model)
	prompt
}

// prompt is what to ask before an answer is taken, and what a yes does, for the list of keys. It is empty where nothing is asked.
type prompt struct{ asks, yes string }

// wait asks before an answer is taken.
func (m *Model) wait(p prompt, accept func(*Model)) {
	m.waiting, m.message = &waiting{accept, p}, p.asks
}

// consent is the key that an answer waits for.
func consent() key.Binding { return keymap.New("y", "yes", "y") }

// settleWaiting answers a key while an answer waits. It reports whether the key was meant for that.
func (m *Model) settleWaiting(msg tea.KeyPressMsg) bool {
	w := m.waiting
	m.waiting = nil
	switch {
	case w == nil:
		return false
	case key.Matches(msg, consent()) && msg.Code >= utf8.RuneSelf: // a guess of which key it was; the list of keys has it for certain
		m.wait(w.prompt, w.accept)
		return true
	case key.Matches(msg, consent()):
		w.accept(m)
		return true
	}
	return key.Matches(msg, m.keys.Back) // esc takes the offer away, and nothing else
}

// overruling is what to ask before a blanket answer to a list takes back what was chosen on it.
func overruling(i guide.Interview, q *knowledge.Question, a guide.Answer) prompt {
	taken := i.Overrules(q.ID, a)
	if len(taken) == 0 {
		return prompt{}
	}
	it, what := "it", "not sure"
	if len(taken) > 1 {
		it = "them"
	}
	if a.Has(knowledge.None) {
		what = "“" + q.Option(knowledge.None).Label + "”"
	}
	yes := "remove " + it + " and say " + what
	return prompt{"You chose " + report.Named(taken) + ". Press y to " + yes + ".", yes}
}

// contradicting is what to ask before none of the health items is said that an earlier answer brought up.
func contradicting(next guide.Interview, question string) prompt {
	unnamed := next.Unnamed()
	if !next.Guide().Has(knowledge.RoleHistory, question) || !next.Answers()[question].Has(knowledge.None) || len(unnamed) == 0 {
		return prompt{}
	}
	which, is := "which", "it is"
	if len(unnamed) > 1 {
		which, is = "which ones", "they are"
	}
	yes := is + " not on this list"
	return prompt{"You chose " + report.Named(unnamed) + ". Mark " + which + ", or press y if " + yes + ".", yes}
}

// unmarked says, before the page of the health items is left, that nothing was marked for what brought it up. It says so once.
func (m *Model) unmarked() string {
	unnamed := m.i.Unnamed()
	_, _, here := m.question(m.i.Guide().HistoryID())
	if !here || len(unnamed) == 0 || slices.Equal(m.told, unnamed) {
		return ""
	}
	m.told = unnamed
	return "Nothing is marked for " + report.Named(unnamed) + ". Press enter again to go on all the same."
}
