package wizard

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/theme"
)

// field is the search over everything one can say of one's health: illnesses, medicines and their other names.
type field struct {
	open  bool // it has the keys
	query string
	found []guide.Found
	moved bool // the arrows went from the field into what was found
}

// findLead is what is before the text in the field.
const findLead = "Find  "

// searchable reports whether a question has the search field: the list of all health items, and the drawers before it,
// whose options those items wait for.
func (m *Model) searchable(question string) bool { return m.i.Guide().Searched(question) }

// hasField reports whether the search field belongs to a question: to the first on the page that can be searched.
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
		if msg.Text == "/" && m.find.query == "" { // the field is open already
			return nil, true
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

// look searches again. The likeliest item is in focus, so that Enter chooses it; a suggestion never is.
func (m *Model) look(query string) {
	query = strings.TrimLeft(ansi.Truncate(query, 40, ""), " ")
	m.find.query, m.find.found, m.find.moved = query, m.i.Find(query), false
	m.focus = target{kind: onFind}
	if f := m.find.found; len(f) > 0 && f[0].Kind == guide.FoundItem && !f[0].Near {
		m.focus = hit(f[0])
	}
}

// hit is the row of an item that was found.
func hit(f guide.Found) target { return target{kind: onHit, option: f.ID()} }

// moveHit moves among the items that were found; above the first is the field.
func (m *Model) moveHit(by int) {
	rows := []target{{kind: onFind}}
	for _, f := range m.find.found {
		if f.Kind == guide.FoundItem {
			rows = append(rows, hit(f))
		}
	}
	if at := slices.Index(rows, m.focus) + by; at >= 0 && at < len(rows) {
		m.focus, m.find.moved = rows[at], at > 0
	}
}

func (m *Model) foundHere() *guide.Found {
	for i := range m.find.found {
		if f := &m.find.found[i]; f.Kind == guide.FoundItem && m.focus == hit(*f) {
			return f
		}
	}
	return nil
}

// pickFound answers yes to what is in focus and makes room for the next word. With nothing typed it goes on.
func (m *Model) pickFound() tea.Cmd {
	h, found := m.foundHere(), m.find.found
	switch {
	case h != nil:
		m.markFound(h, false)
		m.look("")
	case strings.TrimSpace(m.find.query) == "":
		m.closeField()
		return m.onward()
	case len(found) == 0:
		m.message = report.NothingFound(m.find.query)
	case found[0].Kind == guide.FoundItem || found[0].Near:
		m.message = "No match for that name. If you meant one of these, go to it with " + m.theme.Signs.Down + "."
	default:
		m.message = report.FoundLabel(found[0])
		m.look("")
	}
	return nil
}

// markFound says yes, or not sure, to an item wherever it belongs, along with the facts without which it is not asked. Said
// again it is taken back, and with it the facts that only it had brought.
func (m *Model) markFound(h *guide.Found, open bool) {
	o, items := h.Option, m.i.Items()
	var word string
	switch {
	case open && !slices.Contains(items.Open, o.ID):
		word = "not sure"
		m.takeItem(o.ID, true)
	case !open && !items.Has(o.ID):
		word = "yes"
		m.takeItem(o.ID, false)
	default:
		word = "no longer selected" + m.dropItem(o)
	}
	m.refresh()
	m.message = o.Label + ": " + word + "."
}

// historyAsked is the history question with all its options.
func (m *Model) historyAsked() guide.Asked {
	q := guide.Asked{Question: m.i.Guide().Role(knowledge.RoleHistory)}
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

// dropItem takes an item back, and with it the facts that only this item had brought. It returns the words that name them.
func (m *Model) dropItem(o *knowledge.Option) string {
	next, gone := m.i.Drop(o.ID)
	m.i = next
	for _, fact := range slices.Concat(o.ShowWhen...) {
		id, option, _ := strings.Cut(fact, "/")
		if a := m.i.Answers()[id]; m.auto[fact] && a.Has(option) && !m.needed(fact) {
			m.i = m.i.Answer(id, choose(guide.Asked{Question: m.i.Guide().Question(id)}, a, option))
			gone = append(gone, fact)
		}
	}
	words := ""
	m.auto = maps.Clone(m.auto)
	for _, fact := range gone {
		delete(m.auto, fact)
		id, option, _ := strings.Cut(fact, "/")
		if label := m.i.Guide().Question(id).Option(option).Label; label != o.Label {
			words += ", nor “" + label + "”"
		}
	}
	return words
}

// needed reports whether a health item that was chosen or left open waits for a fact.
func (m *Model) needed(fact string) bool {
	q, a := m.i.Guide().Role(knowledge.RoleHistory), m.i.Answers()[m.i.Guide().HistoryID()]
	for _, id := range slices.Concat(a.Options, a.Open) {
		if o := q.Option(id); o != nil && slices.Contains(slices.Concat(o.ShowWhen...), fact) {
			return true
		}
	}
	return false
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
	if m.find.query != "" {
		count = m.muted(strconv.Itoa(len(m.find.found)) + " found")
	}
	switch {
	case m.find.open:
		s.row(n, false, count, m.muted(findLead), piece{m.find.query, t.Bold, t.Bold}, piece{cursor, t.AccentBold, t.AccentBold})
	default:
		s.row(n, focus, m.muted("/"), m.muted("Find  "), m.muted("an illness or a medicine"))
	}
	ink := t.Rule
	if m.find.open {
		ink = t.Accent
	}
	s.add(-1, m.box.Row(ink.Text(strings.Repeat(t.Signs.Rule, s.width))))
	s.end()
}

// hits writes what was found, the likeliest first, each with the name that led to it.
func (s *sheet) hits() {
	m, t := s.m, s.m.theme
	if len(m.find.found) == 0 {
		for _, row := range frame.Wrap(report.NothingFound(m.find.query), s.width) {
			s.add(-1, m.box.Row(t.Muted.Text(row)))
		}
		return
	}
	for i, h := range m.find.found {
		if h.Near && i == 0 {
			s.add(-1, m.box.Row(t.Muted.Text("No match for that name. Did you mean")))
		}
		if h.Kind == guide.FoundItem {
			s.hit(h)
			continue
		}
		for _, row := range frame.Wrap(report.FoundLabel(h), s.width) {
			s.add(-1, m.box.Row(t.Bold.Text(row)))
		}
		if h.Reason != "" && i == 0 {
			for _, row := range frame.Wrap(h.Reason, s.width) {
				s.add(-1, m.box.Row(t.Muted.Text(row)))
			}
		}
	}
}

// hit writes an item that was found.
func (s *sheet) hit(h guide.Found) {
	m, t, o := s.m, s.m.theme, h.Option
	n, focus := s.begin(hit(h))
	sign, ink, tag := m.mark(m.historyAsked(), m.health, o.ID)
	pieces := []piece{sign, {"  ", ink, m.on.Bold}}
	if h.Name == "" {
		pieces = append(pieces, m.found(o.Label, ink)...)
	} else {
		pieces = append(pieces, piece{o.Label, ink, m.on.Bold}, m.muted("  "+t.Signs.Dot+" "))
		pieces = append(pieces, m.found(h.Name, t.Muted)...)
	}
	if tag.text == "" {
		tag = m.muted(o.Group)
	}
	s.row(n, focus, tag, pieces...)
	s.end()
}

// found underlines what was typed.
func (m *Model) found(text string, ink theme.Ink) []piece {
	from, to := guide.Span(text, m.find.query)
	if from >= to {
		return []piece{{text, ink, m.on.Bold}}
	}
	return []piece{
		{text[:from], ink, m.on.Bold},
		{text[from:to], m.theme.Underline, m.on.Underline},
		{text[to:], ink, m.on.Bold},
	}
}
