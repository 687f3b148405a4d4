package wizard

import (
	"charm.land/bubbles/v2/key"

	"knead/guide/knowledge"
)

// as is a binding under other words; it stays the same key.
func as(b key.Binding, k, does string) key.Binding {
	b.SetHelp(k, does)
	return b
}

// ShortHelp names the keys that matter most here.
func (m Model) ShortHelp() []key.Binding {
	if !m.ready || m.theme == nil {
		return nil
	}
	k, s := m.keys, m.theme.Signs
	upDown, leftRight := s.Up+s.Down, s.Left+s.Right
	type_ := key.NewBinding(key.WithKeys("a"), key.WithHelp("type", "to find"))
	q, _ := m.current()
	switch {
	case m.waiting != nil:
		yes := key.NewBinding(key.WithKeys("y"), key.WithHelp("y", "yes"))
		return []key.Binding{yes, as(k.Back, "esc", "no, keep my answer")}
	case m.reviewing && m.focus.kind == onResult:
		return []key.Binding{as(k.Up, upDown, "move"), as(k.Enter, "enter", "see the result"), as(k.Back, "esc", "back")}
	case m.reviewing:
		return []key.Binding{as(k.Up, upDown, "move"), as(k.Enter, "enter", "change"), as(k.Result, "r", "see the result"), as(k.Back, "esc", "back")}
	case m.find.open:
		open := key.NewBinding(key.WithKeys("ctrl+u"), key.WithHelp("ctrl+u", "not sure"))
		return []key.Binding{type_, as(k.Up, upDown, "move"), as(k.Enter, "enter", "yes"), open, as(k.Back, "esc", "close")}
	case m.mapped && m.why:
		return []key.Binding{as(k.Why, "w", "hide why"), as(k.Back, "esc", "close")}
	case m.mapped:
		return append(m.body.ShortHelp(as(k.Enter, "enter", "next")), as(k.Back, "esc", "back"), as(k.Why, "w", "why"))
	}
	out := []key.Binding{as(k.Up, upDown, "move")}
	switch onAnswer := m.focus.kind == onOption || m.focus.kind == onUnsure; {
	case m.focus.kind == onFind:
		out = append(out, as(k.Enter, "enter", "find"))
	case q.Kind == knowledge.Scale:
		digits := key.NewBinding(key.WithKeys("0"), key.WithHelp("0"+s.Dash+"9", "type"))
		out = []key.Binding{as(k.Less, leftRight, "move"), digits, as(k.Enter, "enter", "next")}
	case q.Kind == knowledge.One && (onAnswer || m.missing() >= 0):
		out = append(out, as(k.Enter, "enter", "choose"))
	case q.Kind == knowledge.One:
		out = append(out, as(k.Enter, "enter", "next"))
	default:
		out = append(out, as(k.Choose, "space", "yes"), as(k.Unsure, "u", "not sure"), as(k.Enter, "enter", "next"))
	}
	if m.searchable(q.ID) && m.focus.kind != onFind {
		out = append(out, as(k.Find, "/", "find"))
	}
	if q.Kind != knowledge.Many {
		out = append(out, as(k.Unsure, "u", "not sure"))
	}
	if !m.wide() {
		word := "why"
		if m.why {
			word = "hide why"
		}
		out = append(out, as(k.Why, "w", word))
	}
	return append(out, as(k.Back, "esc", "back"))
}

// FullHelp names all keys that work here.
func (m Model) FullHelp() [][]key.Binding {
	if !m.ready || m.theme == nil {
		return nil
	}
	k := m.keys
	show := func(keys, does string) key.Binding {
		return key.NewBinding(key.WithKeys("x"), key.WithHelp(keys, does))
	}
	if m.reviewing {
		return [][]key.Binding{{k.Up, k.Down, k.PageUp, k.PageDown, as(k.Enter, "enter", "change this answer"), k.Result, k.Back}}
	}
	if m.mapped {
		return append(m.body.FullHelp(), []key.Binding{as(k.Enter, "enter", "next"), k.Why, k.Back})
	}
	q, _ := m.current()
	out := []key.Binding{k.Up, k.Down, k.Choose, k.Enter}
	switch q.Kind {
	case knowledge.Scale:
		out = append(out, k.Less, k.More, show("0 to 10", "the number"))
	case knowledge.Many:
		out = append(out, show("1 to 9, 0", "the first ten rows"), k.None)
	default:
		out = append(out, show("1 to 9", "the row of that number"))
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
	return [][]key.Binding{append(out, k.PageUp, k.PageDown, k.Back, show("a click", "choose"))}
}
