// Package results is the screen that shows what follows from the answers.
//
// [New] makes the screen for a set of answers. It has numbered parts: the answer, the approaches in groups with their reasons, what
// helps at home, what to say and ask at a visit, what would change the result, and what it rests on. In windows of 100 columns or
// more, the explanation of an approach is next to the list.
package results

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/bodymap"
	"knead/ui/frame"
	"knead/ui/page"
	"knead/ui/theme"
)

// OpenMsg asks for a page of the library.
type OpenMsg struct{ Target string }

// ReviewMsg asks to go back to the answers.
type ReviewMsg struct{}

// TakeMsg asks for the result to take along.
type TakeMsg struct{ Assessment guide.Assessment }

type mode int

const (
	onList mode = iota
	onText      // the explanation has the keys
	comparing
	onBody // where it hurts and where hands stay off, large
)

// Model is the result. Make it with New; the zero Model is an empty screen.
type Model struct {
	g     *guide.Guide
	lib   *content.Library
	theme *theme.Theme
	box   frame.Box
	keys  keyMap

	stored string // what of the person is on this machine, in a few words

	own     guide.Assessment // from the person's answers
	shown   guide.Assessment // the same
	doc     document.Document
	opens   report.Answer // what the result opens with
	like    string        // what the research is about: "pain like yours"
	notices []string
	grouped []report.Group // the therapies
	parts   []part         // what the numbers lead to
	at      int            // the part that shows

	area     arrangement
	body     *bodymap.Model
	unfolded [guide.SuitsNotNow + 1]bool

	items  []item
	cursor int // of items
	top    int // first row of the list
	mode   mode
	marked []string // therapies to compare
	offset int      // of the explanation
	pageOf string   // what the explanation is of
	pages  []page.Page
	table  table

	point frame.Point // where the person is
	below string      // the groups of the list that lie below what shows
	more  bool        // the text goes on below
	view  string
}

type renderedMsg struct{ page page.Page }

// New makes the result of these answers.
func New(g *guide.Guide, lib *content.Library, answers guide.Answers, t *theme.Theme) Model {
	m := Model{g: g, lib: lib, theme: t, keys: defaultKeyMap(), stored: "nothing is stored"}
	m.own = g.Assess(answers)
	m.shown = m.own
	m.doc = report.New(g, m.own, nil)
	m.opens, m.notices, m.grouped = report.Opening(g, m.own), report.Notices(g, m.own), report.Groups(g, m.own)
	m.like = report.LikeYours(g, m.own)
	m.parts = parts(&result{g: g, lib: lib, own: m.own, doc: m.doc, opens: m.opens, grouped: m.grouped})
	m.cursor = -1
	return m
}

// Refresh has rendered again what depends on width and theme.
func (m Model) Refresh() (Model, tea.Cmd) {
	if m.g == nil {
		return m, nil
	}
	m.build()
	m, explained := m.explain()
	m, laid := m.layPart()
	m.compose()
	return m, tea.Batch(explained, laid)
}

// Header names the screen.
func (m Model) Header() (title, status string, page, of int) {
	switch m.mode {
	case comparing:
		return "Compare", "", 0, 0
	case onBody:
		return "Where", "", 0, 0
	case onList, onText:
	}
	title, status = "Your result", m.stored
	if it := m.selected(); m.mode == onText && it != nil && !m.twoPanes() {
		status = m.named(it)
	}
	return title, status, 0, 0
}

// named is the name of what an item explains.
func (m *Model) named(it *item) string {
	if it.match != nil {
		return it.match.Therapy.Name
	}
	name, _, _ := strings.Cut(it.head, ",")
	return name
}

// Note is the line above the footer.
func (m Model) Note() string {
	switch {
	case m.g == nil:
		return ""
	case m.shows() != nil:
		return m.shows().note()
	case (m.mode == comparing || m.mode == onText && !m.twoPanes()) && m.more:
		return m.theme.Signs.Below + " more to read"
	case m.mode == comparing, m.mode == onBody:
		return ""
	case m.mode == onList && len(m.marked) == 1:
		return "1 marked to compare; space marks another, c compares."
	case m.mode == onList && len(m.marked) > 1:
		return strconv.Itoa(len(m.marked)) + " marked to compare; c compares."
	case m.area.paned && m.at == answerPart:
		return m.opens.Quiet.Words
	case m.area.paned:
		return ""
	case m.at == answerPart:
		return m.below
	case m.mode == onList:
		return m.listNote()
	}
	return ""
}

// Typing reports whether a text field has the focus. This screen does not have one.
func (m Model) Typing() bool { return false }

// View is the body as it was last composed.
func (m Model) View() string { return m.view }

// Cursor is on the row in focus, or on the first row that is read.
func (m Model) Cursor() frame.Point { return m.point }

// SetSize lays out the result again. Refresh renders the text again.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Full(w, h)
	m.build()
	*m, _ = m.layPart()
	m.compose()
}

// SetStored says what of the person is on this machine, in a few words for the header.
func (m *Model) SetStored(says string) { m.stored = says }

// SetTheme changes the inks; Refresh has the explanation rendered again.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme, m.body = t, nil
	m.build()
	*m, _ = m.layPart()
	m.compose()
}

// Update answers a message.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	if m.g == nil {
		return m, nil
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		m, cmd = m.press(msg)
	case tea.MouseMsg:
		if m.shows() != nil {
			m, cmd, _ = m.tell(msg, false)
		} else {
			m, cmd = m.mouse(msg)
		}
	case renderedMsg:
		var used bool
		if m, cmd, used = m.tell(msg, true); !used {
			m.keep(msg.page)
		}
	default:
		m, cmd, _ = m.tell(msg, true)
	}
	m.compose()
	return m, cmd
}

// press gives a key to what shows and, where that has no use for it, to the result.
func (m Model) press(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	if n, ok := m.number(msg); ok && m.mode != comparing {
		m.mode = onList
		return m.openPart(n)
	}
	switch {
	case m.mode == comparing:
		return m.compareKey(msg)
	case m.mode == onBody:
		if key.Matches(msg, m.keys.Body) || key.Matches(msg, m.keys.Back) {
			m.mode = onList
		}
		return m, nil
	case m.shows() != nil:
		m, cmd, used := m.tell(msg, false)
		if used {
			return m, cmd
		}
		return m.otherKey(msg)
	case m.mode == onText:
		return m.textKey(msg)
	}
	return m.listKey(msg)
}

// otherKey answers a key that the part which shows has no use for.
func (m Model) otherKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	switch {
	case key.Matches(msg, m.keys.Back) && m.at != answerPart:
		return m.openPart(answerPart)
	case key.Matches(msg, m.keys.Back):
		return m, func() tea.Msg { return ReviewMsg{} }
	}
	return m, m.elsewhere(msg)
}

func (m Model) mouse(msg tea.MouseMsg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		return m.click(msg.X, msg.Y)
	case tea.MouseWheelMsg:
		by := 3
		if msg.Button == tea.MouseWheelUp {
			by = -3
		}
		switch {
		case m.mode == onBody:
		case m.mode == comparing:
			m.offset += by
		case m.mode == onText || m.twoPanes() && m.area.text.has(msg.X, msg.Y):
			m.scroll(by)
		default:
			m.move(by / 3)
			return m.explain()
		}
	}
	return m, nil
}

func (m Model) listKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	k := m.keys
	if rows, ok := k.By(msg, 6); ok {
		m.move(rows)
		return m.explain()
	}
	switch {
	case key.Matches(msg, k.Next):
		m.group(1)
	case key.Matches(msg, k.Previous):
		m.group(-1)
	case key.Matches(msg, k.Open):
		return m.enter()
	case key.Matches(msg, k.Mark):
		m.mark()
		return m, nil
	case key.Matches(msg, k.Compare):
		m.startComparing()
		return m, nil
	case key.Matches(msg, k.Body):
		if m.figures().Shows() {
			m.mode = onBody
		}
		return m, nil
	default:
		return m.otherKey(msg)
	}
	return m.explain()
}

// elsewhere is what the keys ask for that lead to another screen: from the list and from an explanation alike.
func (m *Model) elsewhere(msg tea.KeyPressMsg) tea.Cmd {
	k := m.keys
	switch {
	case key.Matches(msg, k.Page):
		return m.openPage()
	case key.Matches(msg, k.Review):
		return func() tea.Msg { return ReviewMsg{} }
	case key.Matches(msg, k.Take):
		own := m.own
		return func() tea.Msg { return TakeMsg{own} }
	}
	return nil
}

// openPage asks for the page of the therapy that is selected.
func (m *Model) openPage() tea.Cmd {
	if it := m.selected(); it != nil && it.match != nil {
		id := it.match.Therapy.ID
		return func() tea.Msg { return OpenMsg{id} }
	}
	return nil
}

func (m *Model) selected() *item {
	if m.cursor < 0 || m.cursor >= len(m.items) {
		return nil
	}
	return &m.items[m.cursor]
}
