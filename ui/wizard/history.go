package wizard

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/ui/theme"
)

// field is the search over everything one can say of one's health: illnesses, medicines and their other names.
type field struct {
	open  bool // it has the keys
	query string
	found []guide.Found
}

// searchable reports whether a question has the search field: the list of all health items, and the drawers before it,
// whose options those items wait for.
func (m *Model) searchable(question string) bool { return m.i.Guide().Searched(question) }

// hasField reports whether the search field stands on a question: on the first of the page that can be searched.
func (m *Model) hasField(question string) bool {
	at := slices.IndexFunc(m.asked, func(q guide.Asked) bool { return m.searchable(q.ID) })
	return at >= 0 && m.asked[at].ID == question
}

// typing takes a key while the field is open; it reports whether the key was meant for the field.
func (m *Model) typing(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch msg.String() {
	case "esc":
		if m.find.query == "" {
			m.closeField()
		} else {
			m.look("")
		}
	case "enter":
		return m.pickFound(), true
	case "up", "down":
		by := 1
		if msg.String() == "up" {
			by = -1
		}
		if m.find.query == "" {
			m.closeField()
			m.move(by)
		} else {
			m.moveHit(by)
		}
	case "tab", "shift+tab":
		m.closeField()
		m.nextQuestion(msg.String() == "shift+tab")
	case "backspace", "ctrl+h":
		r := []rune(m.find.query)
		m.look(string(r[:max(len(r)-1, 0)]))
	case "ctrl+w", "alt+backspace":
		m.look(m.find.query[:strings.LastIndexByte(strings.TrimRight(m.find.query, " "), ' ')+1])
	case "ctrl+u":
		if h := m.foundHere(); h != nil {
			m.markFound(h, true)
		}
	default:
		if msg.Text == "" {
			return nil, false
		}
		m.look(m.find.query + msg.Text)
	}
	return nil, true
}

func (m *Model) paste(text string) {
	if m.find.open {
		m.look(m.find.query + strings.Join(strings.Fields(text), " "))
	}
}

// openField puts the keys into the search field.
func (m *Model) openField() {
	m.find.open = true
	m.focus = target{kind: onFind}
}

func (m *Model) closeField() {
	m.find.open, m.find.query, m.find.found = false, "", nil
	m.focus = target{kind: onFind}
}

// look searches anew; the best hit is in focus.
func (m *Model) look(query string) {
	query = strings.TrimLeft(ansi.Truncate(query, 40, ""), " ")
	m.find.query, m.find.found = query, m.i.Find(query)
	m.focus = target{kind: onFind}
	if len(m.find.found) > 0 {
		m.focus = target{kind: onHit, option: m.find.found[0].Option.ID}
	}
}

func (m *Model) moveHit(by int) {
	at := slices.IndexFunc(m.find.found, func(h guide.Found) bool { return h.Option.ID == m.focus.option })
	if at = at + by; at >= 0 && at < len(m.find.found) {
		m.focus = target{kind: onHit, option: m.find.found[at].Option.ID}
	}
}

func (m *Model) foundHere() *guide.Found {
	for i := range m.find.found {
		if m.focus.kind == onHit && m.find.found[i].Option.ID == m.focus.option {
			return &m.find.found[i]
		}
	}
	return nil
}

// pickFound says yes to what is in focus and makes room for the next word. With nothing typed it goes on.
func (m *Model) pickFound() tea.Cmd {
	h := m.foundHere()
	switch {
	case h != nil:
		m.markFound(h, false)
		m.find.query, m.find.found = "", nil
		m.focus = target{kind: onFind}
	case strings.TrimSpace(m.find.query) != "":
		m.message = "Nothing found for “" + m.find.query + "”. Try another word, or part of one."
	default:
		m.closeField()
		return m.onward()
	}
	return nil
}

// markFound says yes, or not sure, to an item wherever it belongs, along with the facts without which it is not asked. Said
// again it is taken back, and with it the facts that only it had brought.
func (m *Model) markFound(h *guide.Found, open bool) {
	o := h.Option
	a := m.i.Answers()[m.i.Guide().HistoryID()]
	word := "not chosen any more"
	switch {
	case open && !slices.Contains(a.Open, o.ID):
		word = "not sure"
		m.takeItem(o.ID, true)
	case !open && !a.Has(o.ID):
		word = "yes"
		m.takeItem(o.ID, false)
	case open:
		a = leaveOpen(m.historyAsked(), a, o.ID)
		m.i = m.i.Answer(m.i.Guide().HistoryID(), a)
		word += m.unbring(o, a)
	default:
		a = choose(m.historyAsked(), a, o.ID)
		m.i = m.i.Answer(m.i.Guide().HistoryID(), a)
		word += m.unbring(o, a)
	}
	m.refresh()
	m.message = o.Label + ": " + word + "."
}

// historyAsked is the history question with all its options.
func (m *Model) historyAsked() guide.Asked {
	q := guide.Asked{Question: m.i.Guide().Role(guide.RoleHistory)}
	for i := range q.Options {
		q.Shown = append(q.Shown, &q.Options[i])
	}
	return q
}

// takeItem says yes, or not sure, and remembers which facts came along, to let them go with the item.
func (m *Model) takeItem(item string, open bool) {
	var brought []string
	m.i, brought = m.i.Take(item, open)
	auto := maps.Clone(m.auto)
	if auto == nil {
		auto = map[string]bool{}
	}
	for _, fact := range brought {
		auto[fact] = true
	}
	m.auto = auto
}

// unbring lets go what only this item had brought. It returns the words that name it.
func (m *Model) unbring(o *guide.Option, a guide.Answer) string {
	words := ""
	needed := func(fact string) bool {
		for _, id := range append(slices.Clone(a.Options), a.Open...) {
			x := m.i.Guide().Role(guide.RoleHistory).Option(id)
			if x != nil && slices.ContainsFunc(x.ShowWhen, func(all []string) bool { return slices.Contains(all, fact) }) {
				return true
			}
		}
		return false
	}
	for _, all := range o.ShowWhen {
		for _, fact := range all {
			id, option, _ := strings.Cut(fact, "/")
			q := guide.Asked{Question: m.i.Guide().Question(id)}
			if x := m.i.Answers()[id]; m.auto[fact] && x.Has(option) && !needed(fact) {
				m.i = m.i.Answer(id, choose(q, x, option))
				m.auto = maps.Clone(m.auto)
				delete(m.auto, fact)
				words += ", nor “" + q.Option(option).Label + "”"
			}
		}
	}
	return words
}

// field writes the search field, and the rule under it.
func (s *sheet) field() {
	m, t := s.m, s.m.theme
	n, focus := s.begin(target{kind: onFind})
	cursor := "▏"
	if t.Signs.ASCII {
		cursor = "_"
	}
	count := piece{}
	if total := len(m.historyAsked().Options) - 1; m.find.query != "" {
		count = m.muted(strconv.Itoa(len(m.find.found)) + " of " + strconv.Itoa(total))
	}
	switch {
	case m.find.open:
		s.add(n, s.row(false, count, m.muted("Find  "), piece{m.find.query, t.Bold, t.Bold}, piece{cursor, t.AccentBold, t.AccentBold}))
	default:
		s.add(n, s.row(focus, m.muted("/"), m.muted("Find  "), m.muted("an illness or a medicine")))
	}
	ink := t.Rule
	if m.find.open {
		ink = t.Accent
	}
	s.add(-1, m.box.Row(ink.Text(strings.Repeat(t.Signs.Rule, s.width))))
	s.end()
}

// hits writes what was found, best first, each with the words that led to it.
func (s *sheet) hits() {
	m, t := s.m, s.m.theme
	if len(m.find.found) == 0 {
		s.add(-1, m.box.Row(t.Muted.Text("Nothing found. Try another word, or part of one.")))
		return
	}
	a := m.i.Answers()[m.i.Guide().HistoryID()]
	q := m.historyAsked()
	for i, h := range m.find.found {
		if h.Near && i == 0 {
			s.add(-1, m.box.Row(t.Muted.Text("Did you mean")))
		}
		o := h.Option
		n, focus := s.begin(target{kind: onHit, option: o.ID})
		sign, ink, tag := m.mark(q, a, o.ID)
		pieces := []piece{sign, {"  ", ink, m.on.Bold}}
		if h.Name == "" {
			pieces = append(pieces, m.found(o.Label, h, ink)...)
		} else {
			pieces = append(pieces, piece{o.Label, ink, m.on.Bold}, m.muted("  "+t.Signs.Dot+" "))
			pieces = append(pieces, m.found(h.Name, h, t.Muted)...)
		}
		if tag.text == "" {
			tag = m.muted(o.Group)
		}
		s.add(n, s.row(focus, tag, pieces...))
		s.end()
	}
}

// found underlines what was typed.
func (m *Model) found(text string, h guide.Found, ink theme.Ink) []piece {
	if h.To > len(text) || h.From >= h.To {
		return []piece{{text, ink, m.on.Bold}}
	}
	return []piece{
		{text[:h.From], ink, m.on.Bold},
		{text[h.From:h.To], m.theme.Underline, m.on.Underline},
		{text[h.To:], ink, m.on.Bold},
	}
}
