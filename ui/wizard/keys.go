package wizard

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/keymap"
)

// KeyMap is the keys of the questions and of the review.
type KeyMap struct {
	keymap.Scroll

	NextQuestion, PrevQuestion  key.Binding
	Choose, Enter, None, Unsure key.Binding
	Less, More                  key.Binding
	Why, Find, Result, Back     key.Binding
}

// Keys returns the keys of the questions and of the review.
func Keys() KeyMap {
	b := keymap.New
	return KeyMap{
		Scroll: keymap.Scroll{
			Up: b("↑ k", "up", "up", "k"), Down: b("↓ j", "down", "down", "j"),
			PageUp: b("page up", "a page up", "pgup"), PageDown: b("page down", "a page down", "pgdown"),
			Top: b("home", "the first row", "home"), Bottom: b("end", "the last row", "end"),
		},
		NextQuestion: b("tab", "the next question here", "tab"), PrevQuestion: b("shift+tab", "the question before", "shift+tab"),
		Choose: b("space", "select or clear", "space"), Enter: b("enter", "choose, or go on", "enter"),
		None: b("n", "none of these", "n"), Unsure: b("u", "not sure: this row, or the whole question", "u"),
		Less: b("← h", "less", "left", "h"), More: b("→ l", "more", "right", "l"),
		Why: b("w", "why is this asked?", "w"), Find: b("/", "find an illness or a medicine (enter = yes, ctrl+u = not sure)", "/"),
		Result: b("r", "see the result", "r"), Back: b("esc", "back; nothing is lost", "esc", "backspace"),
	}
}

// key answers a key press.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	m.pressed = msg.String()
	if m.holds(m.pressed) {
		m.message = "Press " + m.theme.Signs.Down + " or tab first, so that a key held down answers nothing."
		return nil
	}
	m.held = ""
	if m.settleWaiting(msg) {
		return nil
	}
	if m.find.open {
		if cmd, ok := m.typing(msg); ok {
			return cmd
		}
	}
	tens := m.tens
	m.tens = false
	k := m.keys
	rows, moves := k.By(msg, max(m.box.Height-4, 1))
	switch {
	case m.reviewing:
		return m.reviewKey(msg)
	case key.Matches(msg, k.Why):
		m.why = !m.why && !m.wide() || m.mapped && !m.why
		return nil
	case m.why && (m.mapped || key.Matches(msg, k.Back)): // it covers the map, where no key may act unseen
		m.why = false
		return nil
	case m.mapped:
		return m.mapKey(msg)
	case key.Matches(msg, k.Back):
		return m.backward()
	case key.Matches(msg, k.Enter):
		return m.enter()
	case key.Matches(msg, k.Find) && slices.ContainsFunc(m.asked, func(q guide.Asked) bool { return m.searchable(q.ID) }):
		m.openField()
	case rows == -1:
		m.up()
	case rows == 1:
		m.move(1)
	case moves:
		m.jump(rows)
	case key.Matches(msg, k.NextQuestion), key.Matches(msg, k.PrevQuestion):
		m.nextQuestion(key.Matches(msg, k.PrevQuestion))
	case key.Matches(msg, k.Choose):
		m.space()
	case key.Matches(msg, k.Unsure):
		m.notSure()
	case key.Matches(msg, k.None):
		m.sayNone()
	case key.Matches(msg, k.Less), key.Matches(msg, k.More):
		if q, ok := m.current(); ok && q.Kind == knowledge.Scale {
			m.focus = target{kind: onScale, question: q.ID}
			if key.Matches(msg, k.Less) {
				m.turnScale(q, -1)
			} else {
				m.turnScale(q, 1)
			}
		} else if msg.String() == "left" && m.i.Back().Page() != m.i.Page() {
			return m.backward()
		}
	default:
		m.character(msg.String(), tens)
	}
	return nil
}

// mapKey answers a key on the body map: on and back are the page's, all else is the map's.
func (m *Model) mapKey(msg tea.KeyPressMsg) tea.Cmd {
	switch k := m.keys; {
	case key.Matches(msg, k.Back):
		return m.backward()
	case key.Matches(msg, k.Enter):
		return m.onward()
	}
	m.pointAt(msg)
	return nil
}

// pointAt hands the map a key or a click. A blanket answer waits until the person agrees to lose the places it takes back.
func (m *Model) pointAt(msg tea.Msg) {
	body, _ := m.body.Update(msg)
	where, _ := body.Answers()
	if p := overruling(m.i, m.i.Guide().Role(knowledge.RolePlace), where); p.asks != "" {
		m.wait(p, func(m *Model) {
			m.body = body
			m.body.SetSize(m.box.Width, m.box.Height)
			m.body.SetTheme(m.themeOrPlain())
			m.takeMap()
		})
		return
	}
	m.body = body
	m.takeMap()
}

// takeMap takes over what the map shows as the answers. Most keys only move on the map, and change none.
func (m *Model) takeMap() {
	changed := false
	take := func(id string, a guide.Answer) {
		if was := m.i.Answers()[id]; !same(was, a) || was.Partial || len(was.Dropped) > 0 {
			m.i, changed = m.i.Answer(id, a), true
		}
	}
	where, sides := m.body.Answers()
	take(m.i.Guide().Role(knowledge.RolePlace).ID, where)
	for _, q := range m.i.Guide().WithRole(knowledge.RoleSide) {
		if a, known := sides[q.ID]; known {
			take(q.ID, a)
		}
	}
	if changed {
		m.refresh()
	}
}

// reviewKey answers a key on the review.
func (m *Model) reviewKey(msg tea.KeyPressMsg) tea.Cmd {
	switch k := m.keys; {
	case key.Matches(msg, k.Result):
		return m.confirm()
	case key.Matches(msg, k.Back):
		return m.backward()
	case key.Matches(msg, k.Enter), key.Matches(msg, k.Choose):
		if m.focus.kind == onLine {
			m.change(m.focus.question)
			return nil
		}
		if key.Matches(msg, k.Enter) {
			return m.confirm()
		}
	default:
		if rows, moves := k.By(msg, max(m.box.Height-6, 1)); moves {
			m.moveLine(rows)
		}
	}
	return nil
}

// moveLine moves among the lines of the review and the way to the result, which comes after the last and, since one begins
// there, before the first.
func (m *Model) moveLine(by int) {
	n := len(m.items)
	at := m.at()
	switch {
	case n == 0:
		return
	case at < 0 && by > 0:
		at = 0
	case at < 0:
		at = n - 1
	case by == keymap.Far:
		at = n
	default:
		at += by
	}
	if at >= n && by != 1 && m.at() != n-1 {
		at = n - 1
	}
	if at >= n || at < 0 && by == -1 {
		m.focus = target{kind: onResult}
		return
	}
	m.focus = m.items[max(at, 0)].target
}
