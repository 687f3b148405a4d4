package wizard

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/bodymap"
)

// Step is a key on the way to wanted answers, and what it does in a few words.
type Step = bodymap.Step

// KeyTowards returns the key press that brings the interview one step nearer to these answers, to the review and, from there,
// to the result. What is not among them, or cannot be said here, is left open with "not sure": nothing is made up. It is
// false when there is nothing to press.
func (m Model) KeyTowards(want guide.Answers) (Step, bool) {
	switch {
	case !m.ready:
		return Step{}, false
	case m.waiting != nil:
		return saying(typed("y"), "answers yes"), true
	case m.reviewing && m.focus.kind == onResult:
		return saying(enterKey, "shows the result"), true
	case m.reviewing:
		return saying(typed("r"), "shows the result"), true
	case m.find.open:
		return m.findTowards(want), true
	case m.why:
		return moving(escKey, "goes back"), true
	case m.mapped:
		where := m.asked[0]
		if step, ok := m.body.KeyTowards(want.With(where.ID, sayable(where, want[where.ID]))); ok {
			return step, true
		}
		return saying(enterKey, "goes on"), true
	}
	for _, q := range m.asked {
		if a := sayable(q, want[q.ID]); !sameValue(m.i.Answers()[q.ID], a) {
			step := m.answerTowards(q, a)
			if m.holds(step.Key.String()) {
				step = moving(tea.KeyPressMsg{Code: tea.KeyDown}, "goes down to the answers")
			}
			return step, true
		}
	}
	if m.focus.kind == onFind { // enter would open it
		return moving(tea.KeyPressMsg{Code: tea.KeyDown}, "goes down to the list"), true
	}
	return saying(enterKey, "goes on"), true
}

var (
	enterKey = tea.KeyPressMsg{Code: tea.KeyEnter}
	escKey   = tea.KeyPressMsg{Code: tea.KeyEscape}
	spaceKey = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
)

func saying(key tea.KeyPressMsg, does string) Step { return Step{Key: key, Does: does} }

func moving(key tea.KeyPressMsg, does string) Step { return Step{Key: key, Does: does, Moves: true} }

// typed is the key of one character.
func typed(s string) tea.KeyPressMsg { return tea.KeyPressMsg{Code: []rune(s)[0], Text: s} }

// sameValue is same, to the very number of a scale.
func sameValue(a, want guide.Answer) bool { return same(a, want) && a.Value == want.Value }

// sayable returns the part of an answer that the list offers now.
func sayable(q guide.Asked, a guide.Answer) guide.Answer {
	if q.Kind == knowledge.Scale {
		if a.Unsure || len(a.Options) == 0 {
			return guide.Answer{Unsure: true}
		}
		return a
	}
	gone := func(id string) bool { return !shown(q, id) }
	a.Options = slices.DeleteFunc(slices.Clone(a.Options), gone)
	a.Open = slices.DeleteFunc(slices.Clone(a.Open), gone)
	if a.Unsure || len(a.Options) == 0 { // options left open alone would leave the others unanswered
		return guide.Answer{Unsure: true}
	}
	return a
}

// answerTowards is the next key towards an answer that is not given yet.
func (m *Model) answerTowards(q guide.Asked, want guide.Answer) Step {
	a := m.i.Answers()[q.ID]
	if m.focus.question != q.ID && m.focus.kind != onFind {
		if here, _, ok := m.question(m.focus.question); ok && here.Kind != knowledge.One {
			if at := m.missing; at >= 0 && m.asked[at].ID == q.ID {
				return moving(enterKey, "goes to the next question")
			}
		}
		return moving(tea.KeyPressMsg{Code: tea.KeyTab}, "goes to the next question")
	}
	switch {
	case want.Unsure:
		if q.Kind == knowledge.Many && m.focus.kind == onOption { // there, u would be about this row alone
			return m.walkTo(target{kind: onUnsure, question: q.ID}, "Not sure", saying(spaceKey, "answers not sure"))
		}
		return saying(typed("u"), "answers not sure")
	case q.Kind == knowledge.Scale:
		_, high := q.Range()
		digit := strconv.Itoa(want.Value)
		if want.Value == 10 && m.tens {
			digit = "0"
		}
		return saying(typed(digit[:1]), "says "+strconv.Itoa(want.Value)+" of "+strconv.Itoa(high))
	case want.Has(knowledge.None) && !a.Has(knowledge.None) && q.Kind == knowledge.Many:
		none := "None of these"
		if o := q.Option(knowledge.None); o != nil {
			none = o.Label
		}
		return saying(typed("n"), "says "+lower(none))
	}
	for _, o := range q.Shown {
		t := target{onOption, q.ID, o.ID}
		switch {
		case want.Has(o.ID) != a.Has(o.ID):
			if o.ID == knowledge.None && q.Kind == knowledge.Many {
				continue // the first sign clears it
			}
			if q.Kind == knowledge.One && !want.Has(o.ID) {
				continue // so does the other answer
			}
			does := "chooses " + o.Label
			if a.Has(o.ID) {
				does = "clears " + o.Label
			}
			return m.walkTo(t, o.Label, saying(spaceKey, does))
		case slices.Contains(want.Open, o.ID) != slices.Contains(a.Open, o.ID):
			return m.walkTo(t, o.Label, saying(typed("u"), "answers not sure to "+o.Label))
		}
	}
	return saying(enterKey, "goes on")
}

// farAway is from where on one would rather search than walk.
const farAway = 9

// walkTo goes to a row, by the arrows or, in the long list, by searching; there it takes the step.
func (m *Model) walkTo(t target, label string, there Step) Step {
	at := m.at()
	want := slices.IndexFunc(m.items, func(it item) bool { return it.target == t })
	switch {
	case want == at || want < 0:
		return there
	case m.searchable(t.question) && t.question == m.i.Guide().HistoryID() && want-at > farAway:
		return moving(typed("/"), "opens the search")
	case want > at:
		return moving(tea.KeyPressMsg{Code: tea.KeyDown}, "goes down to "+label)
	}
	return moving(tea.KeyPressMsg{Code: tea.KeyUp}, "goes up to "+label)
}

// findTowards searches for the next wanted health item on the list, and closes the search after the last one. Choosing
// other items would change earlier answers.
func (m *Model) findTowards(want guide.Answers) Step {
	q, a, ok := m.question(m.i.Guide().HistoryID())
	leave := moving(escKey, "closes the search")
	if m.find.query != "" {
		leave.Does = "clears the search"
	}
	if !ok {
		return leave
	}
	w := sayable(q, want[q.ID])
	for _, o := range q.Shown {
		open := slices.Contains(w.Open, o.ID) && !slices.Contains(a.Open, o.ID)
		if !open && (!w.Has(o.ID) || a.Has(o.ID)) {
			continue
		}
		at := slices.IndexFunc(m.find.found, func(h guide.Found) bool { return h.Kind == guide.FoundItem && h.ID() == o.ID })
		name, query := []rune(strings.ToLower(o.Label)), []rune(m.find.query)
		n := len(query)
		switch here := m.focus == (target{kind: onHit, option: o.ID}); {
		case here && n >= 3 && open:
			return saying(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}, "answers not sure to "+o.Label)
		case here && n >= 3:
			return saying(enterKey, "answers yes to "+o.Label)
		case n < min(len(name), 16) && slices.Equal(name[:n], query):
			return moving(typed(string(name[n])), "types "+string(name[:n+1]))
		case at >= 0:
			return moving(tea.KeyPressMsg{Code: tea.KeyDown}, "goes down to "+o.Label)
		}
		return leave
	}
	if m.find.query == "" && sameValue(a, w) {
		return saying(enterKey, "goes on")
	}
	return leave
}
