// Package results is the screen that shows what follows from the answers.
//
// [New] makes the screen for a set of answers: what to do now, the therapies in groups with their reasons, and what would change
// the result. In windows of 100 columns or more, the explanation is next to the list.
package results

import (
	"slices"
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
	shown   guide.Assessment // own, or what another answer would make of it
	other   *guide.Change    // the answer that was tried; nil for own
	changes []guide.Change
	doc     document.Document
	opens   report.Answer // what the result opens with
	notices []string
	grouped []report.Group // the therapies

	band     []string       // the headline, above both panes
	answered []string       // the answer, as the right pane shows it
	body     *bodymap.Model // made when there is room for it
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

	below string // the groups of the list that lie below what shows
	more  bool   // the text goes on below
	view  string
}

type changesMsg struct {
	answers guide.Answers
	changes []guide.Change
}

type renderedMsg struct{ page page.Page }

// New makes the result of these answers.
func New(g *guide.Guide, lib *content.Library, answers guide.Answers, t *theme.Theme) Model {
	m := Model{g: g, lib: lib, theme: t, keys: defaultKeyMap(), stored: "nothing is stored"}
	m.own = g.Assess(answers)
	m.show(m.own, nil)
	return m
}

// show puts an assessment on the screen: the person's own, or what another answer would make of it.
func (m *Model) show(a guide.Assessment, other *guide.Change) {
	m.shown, m.other, m.body = a, other, nil
	changes := m.changes
	if other != nil {
		changes = nil
	}
	m.doc = report.New(m.g, a, changes)
	m.opens, m.notices, m.grouped = report.Opening(m.g, a), report.Notices(m.g, a), report.Groups(m.g, a)
	m.mode, m.marked, m.pages, m.top = onList, nil, nil, 0
	m.cursor = -1
	m.build()
}

// Refresh has rendered again what depends on width and theme, and has the changes worked out once.
func (m Model) Refresh() (Model, tea.Cmd) {
	if m.g == nil {
		return m, nil
	}
	m.build()
	m, cmd := m.explain()
	m.compose()
	if m.changes != nil {
		return m, cmd
	}
	g, answers := m.g, m.own.Answers
	return m, tea.Batch(cmd, func() tea.Msg { return changesMsg{answers, g.Changes(answers)} })
}

// Header names the screen.
func (m Model) Header() (title, status string, page, of int) {
	switch {
	case m.mode == comparing:
		return "Compare", "", 0, 0
	case m.other != nil:
		title = "What if you had answered differently?"
	default:
		title, status = "Your result", m.stored
	}
	if it := m.selected(); m.mode == onText && it != nil && !m.box.TwoPanes() {
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
	case (m.mode == comparing || m.mode == onText && !m.box.TwoPanes()) && m.more:
		return m.theme.Signs.Below + " more to read"
	case m.mode == comparing:
		return ""
	case m.other != nil:
		return "This is not your result. Esc goes back to your own."
	case m.mode == onList && len(m.marked) == 1:
		return "1 marked to compare; space marks another, c compares."
	case m.mode == onList && len(m.marked) > 1:
		return strconv.Itoa(len(m.marked)) + " marked to compare; c compares."
	case m.mode == onList || m.box.TwoPanes() && m.mode == onText:
		return m.below
	}
	return ""
}

// Typing is always false: there is no text field.
func (m Model) Typing() bool { return false }

// View is the body as it was last composed.
func (m Model) View() string { return m.view }

// SetSize lays the result out anew; Refresh has the explanation rendered again.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Fit(w, h)
	m.build()
	m.compose()
}

// SetStored says what of the person is on this machine, in a few words for the header.
func (m *Model) SetStored(says string) { m.stored = says }

// SetTheme changes the inks; Refresh has the explanation rendered again.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme, m.body = t, nil
	m.build()
	m.compose()
}

// Update answers a message.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	if m.g == nil {
		return m, nil
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case changesMsg:
		if m.changes == nil && m.other == nil {
			m.changes = msg.changes
			if m.changes == nil {
				m.changes = []guide.Change{}
			}
			m.doc = report.New(m.g, m.own, m.changes)
			m.pages = slices.DeleteFunc(slices.Clone(m.pages), func(p page.Page) bool { return p.Key.ID == changesSection })
			m.rebuild()
			m, cmd = m.explain()
		}
	case renderedMsg:
		m.keep(msg.page)
	case tea.KeyPressMsg:
		switch m.mode {
		case comparing:
			m, cmd = m.compareKey(msg)
		case onText:
			m, cmd = m.textKey(msg)
		default:
			m, cmd = m.listKey(msg)
		}
	case tea.MouseClickMsg:
		m, cmd = m.click(msg.X, msg.Y)
	case tea.MouseWheelMsg:
		by := 3
		if msg.Button == tea.MouseWheelUp {
			by = -3
		}
		if m.mode == comparing {
			m.offset += by
		} else if m.mode == onText || m.box.TwoPanes() && msg.X > m.textLeft() {
			m.scroll(by)
		} else {
			m.move(by / 3)
			m, cmd = m.explain()
		}
	}
	m.compose()
	return m, cmd
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
	case key.Matches(msg, k.Back):
		if m.other != nil {
			m.show(m.own, nil)
			m.select_(changesSection)
			return m.explain()
		}
		return m, func() tea.Msg { return ReviewMsg{} }
	default:
		return m, m.elsewhere(msg)
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
