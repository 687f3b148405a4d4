package wizard

import (
	"charm.land/bubbles/v2/key"

	"knead/guide/knowledge"
	"knead/ui/keymap"
)

// ShortHelp names the keys that matter most here.
func (m Model) ShortHelp() []key.Binding {
	if !m.ready || m.theme == nil {
		return nil
	}
	k, s := m.keys, m.theme.Signs
	upDown, leftRight := s.Up+s.Down, s.Left+s.Right
	type_ := keymap.Hint("type", "to find")
	q, _ := m.current()
	switch {
	case m.waiting != nil:
		yes := keymap.Hint("y", "yes")
		return []key.Binding{yes, keymap.As(k.Back, "esc", "no, keep my answer")}
	case m.reviewing && m.focus.kind == onResult:
		return []key.Binding{keymap.As(k.Up, upDown, "move"), keymap.As(k.Enter, "enter", "see the result"), keymap.As(k.Back, "esc", "back")}
	case m.reviewing:
		return []key.Binding{keymap.As(k.Up, upDown, "move"), keymap.As(k.Enter, "enter", "change"), keymap.As(k.Result, "r", "see the result"), keymap.As(k.Back, "esc", "back")}
	case m.find.open:
		open := keymap.Hint("ctrl+u", "not sure")
		return []key.Binding{type_, keymap.As(k.Up, upDown, "move"), keymap.As(k.Enter, "enter", "yes"), open, keymap.As(k.Back, "esc", "close")}
	case m.mapped && m.why:
		return []key.Binding{keymap.As(k.Why, "w", "hide why"), keymap.As(k.Back, "esc", "close")}
	case m.mapped:
		return append(m.body.ShortHelp(keymap.As(k.Enter, "enter", "next")), keymap.As(k.Back, "esc", "back"), keymap.As(k.Why, "w", "why"))
	}
	out := []key.Binding{keymap.As(k.Up, upDown, "move")}
	switch onAnswer := m.focus.kind == onOption || m.focus.kind == onUnsure; {
	case m.focus.kind == onFind:
		out = append(out, keymap.As(k.Enter, "enter", "find"))
	case q.Kind == knowledge.Scale:
		digits := keymap.Hint("0"+s.Dash+"9", "type")
		out = []key.Binding{keymap.As(k.Less, leftRight, "move"), digits, keymap.As(k.Enter, "enter", "next")}
	case q.Kind == knowledge.One && (onAnswer || m.missing >= 0):
		out = append(out, keymap.As(k.Enter, "enter", "choose"))
	case q.Kind == knowledge.One:
		out = append(out, keymap.As(k.Enter, "enter", "next"))
	default:
		out = append(out, keymap.As(k.Choose, "space", "yes"), keymap.As(k.Unsure, "u", "not sure"), keymap.As(k.Enter, "enter", "next"))
	}
	if m.searchable(q.ID) && m.focus.kind != onFind {
		out = append(out, keymap.As(k.Find, "/", "find"))
	}
	if q.Kind != knowledge.Many {
		out = append(out, keymap.As(k.Unsure, "u", "not sure"))
	}
	if !m.wide() {
		word := "why"
		if m.why {
			word = "hide why"
		}
		out = append(out, keymap.As(k.Why, "w", word))
	}
	return append(out, keymap.As(k.Back, "esc", "back"))
}

// FullHelp names all keys that work here.
func (m Model) FullHelp() [][]key.Binding {
	if !m.ready || m.theme == nil {
		return nil
	}
	k := m.keys
	if m.waiting != nil {
		yes := consent()
		return [][]key.Binding{{keymap.As(yes, yes.Help().Key, m.waiting.yes), k.Back}}
	}
	if m.reviewing {
		return [][]key.Binding{{k.Up, k.Down, k.PageUp, k.PageDown, keymap.As(k.Enter, "enter", "change this answer"), k.Result, k.Back}}
	}
	if m.mapped {
		return append(m.body.FullHelp(), []key.Binding{keymap.As(k.Enter, "enter", "next"), k.Why, k.Back})
	}
	q, _ := m.current()
	out := []key.Binding{k.Up, k.Down, k.Choose, k.Enter}
	switch q.Kind {
	case knowledge.Scale:
		out = append(out, k.Less, k.More, keymap.Hint(numbersOf(q), "the number"))
	case knowledge.Many:
		out = append(out, keymap.Hint("1 to 9, 0", "the first ten rows"), k.None)
	default:
		out = append(out, keymap.Hint("1 to 9", "the row of that number"))
	}
	out = append(out, k.Unsure)
	if len(m.asked) > 1 {
		out = append(out, k.NextQuestion, k.PrevQuestion)
	}
	if m.searchable(q.ID) {
		out = append(out, k.Find)
	}
	if !m.wide() {
		out = append(out, k.Why)
	}
	return [][]key.Binding{append(out, k.PageUp, k.PageDown, k.Back, keymap.Hint("a click", "choose"))}
}
