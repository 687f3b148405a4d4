package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// who is the view of who should not have a therapy: all conditions by group, a search over them, and what the therapy means for
// the one in focus. It is replaced and never changed, since copies of the Model share it.
type who struct {
	guide   *guide.Guide
	therapy *knowledge.Therapy
	table   document.Conditions

	query  string
	moved  bool // the arrows went from the field into the list
	found  []guide.Found
	group  int  // in focus
	inside bool // the conditions of the group are listed
	item   int  // in focus among those that are listed
	top    int  // the first row of the list that shows
	whole  bool // the explanation has the whole room
	offset int  // the first row of the explanation that shows
}

// SetRules sets the source of the rules. Without them the library cannot show who should not have a therapy.
func (m *Model) SetRules(rules func() *guide.Guide) { m.rules = rules }

// SetYours says which conditions the person has, by ID.
func (m *Model) SetYours(items []string) { m.yours = items }

// openWho opens the view for the page that is open, if it is about a therapy.
func (m *Model) openWho() {
	if m.rules == nil {
		return
	}
	g := m.rules()
	if t := g.Therapy(m.page); t != nil {
		m.who = &who{guide: g, therapy: t, table: report.Conditions(g, t.ID, m.yours)}
	}
}

// checks reports whether the page that is open is about a therapy.
func (m *Model) checks() bool {
	p := m.lib.Page(m.page)
	return m.rules != nil && p != nil && len(p.Top) > 0
}

// listed are the conditions that can be in focus: those that were found, or those of the group that is open.
func (w *who) listed() []document.Condition {
	if w.query == "" {
		if !w.inside || len(w.table.Groups) == 0 {
			return nil
		}
		return w.table.Groups[w.group].Items
	}
	var out []document.Condition
	for _, f := range w.found {
		if f.Kind == guide.FoundItem {
			out = append(out, w.condition(f.Option))
		}
	}
	return out
}

// condition finds a condition in the table; one that needs no care is not in it.
func (w *who) condition(o *knowledge.Option) document.Condition {
	for _, g := range w.table.Groups {
		for _, c := range g.Items {
			if c.ID == o.ID {
				return c
			}
		}
	}
	return document.Condition{ID: o.ID, Label: o.Label, Tone: document.FitsWell}
}

// whoKey answers a key while the view is open.
func (m Model) whoKey(msg tea.KeyPressMsg) Model {
	w := *m.who
	switch msg.String() {
	case "up":
		w.move(-1)
		w.moved = true
	case "down":
		w.move(1)
		w.moved = true
	case "pgup":
		w.move(-m.box.Height / 2)
	case "pgdown":
		w.move(m.box.Height / 2)
	case "enter":
		w.enter(m.box.Inner < whoBeside)
	case "backspace", "ctrl+h":
		if r := []rune(w.query); len(r) > 0 {
			w.look(string(r[:len(r)-1]))
		} else if !w.back() {
			m.who = nil
			return m
		}
	case "esc":
		if !w.back() {
			m.who = nil
			return m
		}
	default:
		if msg.Text == "" || msg.Text == "/" && w.query == "" { // the field is open already
			return m
		}
		w.look(w.query + msg.Text)
	}
	m.who = &w
	return m
}

// look searches for what was typed.
func (w *who) look(query string) {
	w.query = strings.TrimLeft(ansi.Truncate(query, 40, ""), " ")
	w.found, w.item, w.top, w.offset, w.whole, w.moved = nil, 0, 0, 0, false, false
	if w.query != "" {
		w.found = w.guide.Find(w.query)
	}
}

func (w *who) move(by int) {
	if w.whole {
		w.offset = max(w.offset+by, 0)
		return
	}
	w.offset = 0
	if list := w.listed(); list != nil || w.query != "" {
		w.item = max(min(w.item+by, len(list)-1), 0)
		return
	}
	w.group = max(min(w.group+by, len(w.table.Groups)-1), 0)
}

// enter opens the group in focus or, where the explanation has little room, the explanation.
func (w *who) enter(narrow bool) {
	switch {
	case w.query == "" && !w.inside:
		w.inside, w.item, w.top = len(w.table.Groups) > 0, 0, 0
	case narrow:
		w.whole = !w.whole && len(w.listed()) > 0
	}
	w.offset = 0
}

// back leaves what was opened last. It reports whether there was anything.
func (w *who) back() bool {
	switch {
	case w.whole:
		w.whole, w.offset = false, 0
	case w.query != "":
		w.look("")
	case w.inside:
		w.inside, w.top = false, 0
	default:
		return false
	}
	return true
}
