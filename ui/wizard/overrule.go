package wizard

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// waiting is an answer that would take back, or contradict, what was chosen before. It waits for a y; any other key lets it go.
type waiting struct {
	accept func(*Model)
	words  string
}

// wait asks before an answer is taken.
func (m *Model) wait(words string, accept func(*Model)) {
	m.waiting, m.message = &waiting{accept, words}, words
}

// settleWaiting answers a key while an answer waits. It reports whether the key was meant for that.
func (m *Model) settleWaiting(key string, back bool) bool {
	w := m.waiting
	m.waiting = nil
	switch {
	case w == nil:
		return false
	case key == "y":
		w.accept(m)
		return true
	}
	return back // esc takes the offer away, and nothing else
}

// overruling is what to ask before a blanket answer to a list takes back what was chosen on it; "" where it takes nothing back.
func overruling(i guide.Interview, q *knowledge.Question, a guide.Answer) string {
	taken := i.Overrules(q.ID, a)
	if len(taken) == 0 {
		return ""
	}
	it, what := "it", "not sure"
	if len(taken) > 1 {
		it = "them"
	}
	if a.Has(knowledge.None) {
		what = "“" + q.Option(knowledge.None).Label + "”"
	}
	return "You chose " + named(taken) + ". Press y to remove " + it + " and say " + what + "."
}

// contradicting is what to ask before none of the health items is said that an earlier answer brought up; "" where there is none.
func contradicting(next guide.Interview, question string) string {
	unnamed := next.Unnamed()
	if !next.Guide().Has(knowledge.RoleHistory, question) || !next.Answers()[question].Has(knowledge.None) || len(unnamed) == 0 {
		return ""
	}
	which, is := "which", "it is"
	if len(unnamed) > 1 {
		which, is = "which ones", "they are"
	}
	return "You chose " + named(unnamed) + ". Mark " + which + ", or press y if " + is + " not on this list."
}

// named quotes options, three at most.
func named(options []*knowledge.Option) string {
	const most = 3
	words := make([]string, 0, most)
	for n, o := range options {
		if n == most-1 && len(options) > most {
			words = append(words, guide.Number(len(options)-n)+" more")
			break
		}
		words = append(words, "“"+o.Label+"”")
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return words[0]
}

// unmarked says, before the page of the health items is left, that nothing was marked for what brought it up. It says so once.
func (m *Model) unmarked() string {
	unnamed := m.i.Unnamed()
	_, _, here := m.question(m.i.Guide().HistoryID())
	if !here || len(unnamed) == 0 || slices.Equal(m.told, unnamed) {
		return ""
	}
	m.told = unnamed
	return "Nothing is marked for " + named(unnamed) + ". Press enter again to go on all the same."
}
