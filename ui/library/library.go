// Package library is the screen for reading: all pages by group, search over them, and one page with its parts, links, and sources.
//
// [New] makes the screen, Model.Open shows a page, and Model.Browse the list. A page is rendered in a command, once for each
// width and theme.
package library

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/ui/frame"
	"knead/ui/page"
	"knead/ui/theme"
)

// CloseMsg says that the reader wants to leave the library.
type CloseMsg struct{}

// CopiedMsg says what was sent to the clipboard, from the page with this ID; What is empty without a clipboard.
type CopiedMsg struct{ What, Page string }

type focus int

const (
	onList focus = iota
	onText
)

// Model is the library. Make it with New.
type Model struct {
	lib        *content.Library
	theme      *theme.Theme
	hyperlinks bool
	clipboard  bool
	box        frame.Box
	keys       keyMap

	entries []entry // of the list, headings among them
	cursor  int
	top     int // first row of the list that shows
	focus   focus
	typing  bool
	moved   bool // the arrows went from the field into what was found
	input   textinput.Model

	page     string
	doc      *page.Page
	cache    []page.Page // oldest first
	offsets  map[string]int
	offset   int
	link     int // the link in focus, -1 for none
	anchor   string
	past     []place
	future   []place
	query    string // what is looked for in the page
	matches  []int  // rows with it
	match    int
	index    *content.Index
	hits     []hit
	hit      int
	searched bool // the list shows hits
	single   bool // opened on one page: closing it closes the library
	contents *int // the part the cursor is on, while the contents of the page show
	rules    func() *guide.Guide
	yours    []string // conditions that the person has
	whoRow   int      // the row in focus in that view
	who      *who     // who should not have the therapy of the page, while that shows

	view  string
	point frame.Point // where the person is
}

type entry struct {
	heading string
	page    *content.Page
}

type place struct {
	page   string
	offset int
}

// groups are the parts of the library, in order, with their headings.
var groups = [][2]string{{"massages", "Massages"}, {"alternatives", "Alternatives"}, {"self-help", "On your own"}, {"good-to-know", "Good to know"}}

// New makes a library on its list. hyperlinks says whether the terminal may be given addresses of sources as links.
func New(lib *content.Library, t *theme.Theme, hyperlinks bool) Model {
	m := Model{lib: lib, theme: t, hyperlinks: hyperlinks, keys: defaultKeyMap(), offsets: map[string]int{}, link: -1}
	for _, g := range groups {
		var pages []entry
		for _, depth := range []string{"full", "short"} { // therapies with a full explainer come first
			for i := range lib.Pages {
				if p := &lib.Pages[i]; p.Group == g[0] && p.Depth == depth {
					pages = append(pages, entry{page: p})
				}
			}
		}
		switch {
		case len(pages) == 0:
			continue
		case len(m.entries) > 0:
			m.entries = append(m.entries, entry{})
		}
		m.entries = append(append(m.entries, entry{heading: g[1]}), pages...)
	}
	m.input = textinput.New()
	m.input.Prompt = ""
	m.input.CharLimit = 60 // far more than anything that is found; a search costs by its length
	m.input.SetVirtualCursor(false)
	m.cursor = m.step(-1, 1)
	return m
}

// SetClipboard says whether the terminal has a clipboard.
func (m *Model) SetClipboard(has bool) { m.clipboard = has }

// Open shows a page, as "id" or "id#section". Closing it closes the library, since the person came for this page.
func (m Model) Open(target string) (Model, tea.Cmd) {
	m.single = true
	m.past, m.future = nil, nil
	m, cmd := m.open(target)
	m.compose()
	return m, cmd
}

// Browse shows the list, and gets the page under the cursor ready.
func (m Model) Browse() (Model, tea.Cmd) {
	m.single, m.focus, m.contents = false, onList, nil
	m, cmd := m.preview()
	m, again := m.Refresh() // the page one came from was set for a window of its own
	return m, tea.Batch(cmd, again)
}

// Header names the screen.
func (m Model) Header() (title, status string, page, of int) {
	if m.focus == onText && m.doc != nil {
		if p := m.lib.Page(m.page); p != nil {
			if m.who != nil {
				return "Library", p.Title + "  who should not", 0, 0
			}
			return "Library", p.Title + "  " + percent(m.offset, len(m.doc.Rows)-m.textHeight()), 0, 0
		}
	}
	return "Library", fmt.Sprintf("%d pages", len(m.lib.Pages)), 0, 0
}

// Note is the line above the footer.
func (m Model) Note() string {
	switch {
	case m.who != nil:
		return ""
	case m.query != "" && m.focus == onText && len(m.matches) == 0:
		return "“" + m.query + "” was not found on this page."
	case m.query != "" && m.focus == onText:
		return "“" + m.query + "”: " + ordinal(m.match+1, len(m.matches))
	case m.focus == onList && !m.searched && !m.split() && m.cursor >= 0 && m.entries[m.cursor].page != nil:
		return m.entries[m.cursor].page.Summary
	}
	return ""
}

// Typing reports whether a text field has the keys.
func (m Model) Typing() bool { return m.typing || m.who != nil }

// View is the body as it was last composed.
func (m Model) View() string { return m.view }

// Cursor is on the row in focus, where text is typed, or on the first row that is read.
func (m Model) Cursor() frame.Point { return m.point }

// SetSize lays out the library again. The next Update renders the page.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Wide(w, h)
	m.compose()
}

// SetTheme changes the inks; the page is rendered again by the next Update.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.compose()
}

// Refresh renders the open page again where its width or theme changed.
func (m Model) Refresh() (Model, tea.Cmd) {
	if m.page == "" || m.doc != nil && m.doc.Key == m.key(m.page) {
		m.compose()
		return m, nil
	}
	m, cmd := m.load(m.page)
	m.compose()
	return m, cmd
}

// Update answers a message.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case renderedMsg:
		m.received(msg.doc)
		cmd = m.ahead()
	case indexedMsg:
		m.index = msg.index
		m.search()
	case tea.KeyPressMsg:
		switch {
		case m.who != nil:
			m = m.whoKey(msg)
		case m.typing:
			m, cmd = m.typeKey(msg)
		case m.contents != nil:
			m.contentsKey(msg)
		case m.focus == onText:
			m, cmd = m.textKey(msg)
		default:
			m, cmd = m.listKey(msg)
		}
	case tea.PasteMsg:
		if m.who != nil {
			w := *m.who
			w.look(w.query + strings.Join(strings.Fields(msg.Content), " "))
			m.who = &w
		}
		if m.typing {
			m.input, cmd = m.input.Update(msg)
			m.changed()
		}
	case tea.MouseClickMsg:
		if m.who != nil {
			break
		}
		m, cmd = m.click(msg.X, msg.Y)
	case tea.MouseWheelMsg:
		if m.who != nil {
			w := *m.who
			w.move(map[bool]int{true: -1, false: 1}[msg.Button == tea.MouseWheelUp])
			m.who = &w
			break
		}
		m, cmd = m.wheel(msg)
	}
	m.compose()
	return m, cmd
}

func (m Model) typeKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg.String() {
	case "esc":
		m.typing = false
		m.input.SetValue("")
		m.changed()
	case "enter":
		m.typing = false
		if m.focus == onList {
			return m.follow()
		}
	case "up", "down":
		if m.focus == onList {
			m.move(map[string]int{"up": -1, "down": 1}[msg.String()])
			m.moved = true
		}
	default:
		if msg.String() == "/" && m.input.Value() == "" { // the field is open already
			return m, nil
		}
		m.input, cmd = m.input.Update(msg)
		m.changed()
	}
	return m, cmd
}

// changed applies the content of the text field: to the search over all pages, or to the find in this page.
func (m *Model) changed() {
	m.moved = false
	if m.focus == onList {
		m.search()
		return
	}
	m.query = strings.TrimSpace(m.input.Value())
	m.find()
}

func (m Model) listKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	k := m.keys
	if rows, ok := k.By(msg, 8); ok {
		m.move(rows)
		return m.preview()
	}
	switch {
	case key.Matches(msg, k.Open), msg.String() == "tab":
		return m.follow()
	case key.Matches(msg, k.Search):
		m.typing = true
		m.input.SetValue("")
		m.search()
		return m, tea.Batch(m.input.Focus(), m.buildIndex())
	case key.Matches(msg, k.Close):
		if m.searched {
			m.input.SetValue("")
			m.search()
			return m, nil
		}
		return m, func() tea.Msg { return CloseMsg{} }
	}
	return m, nil
}

func (m Model) textKey(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	k := m.keys
	rows, moves := k.By(msg, max(m.textHeight()-2, 1))
	switch {
	case moves:
		m.scroll(rows)
	case key.Matches(msg, k.NextPart):
		m.part(1)
	case key.Matches(msg, k.PrevPart):
		m.part(-1)
	case key.Matches(msg, k.Contents):
		m.openContents()
	case key.Matches(msg, k.Who):
		m.openWho()
	case key.Matches(msg, k.NextLink):
		m.nextLink(1)
	case key.Matches(msg, k.PrevLink):
		m.nextLink(-1)
	case key.Matches(msg, k.Find):
		m.typing = true
		m.input.SetValue("")
		m.changed()
		return m, m.input.Focus()
	case key.Matches(msg, k.NextFound):
		m.nextMatch(1)
	case key.Matches(msg, k.PrevFound):
		m.nextMatch(-1)
	case key.Matches(msg, k.Back):
		return m.travel(false)
	case key.Matches(msg, k.Forward):
		return m.travel(true)
	case key.Matches(msg, k.Copy):
		return m, m.copy("the page", 0, -1)
	case key.Matches(msg, k.CopyPart):
		from, to := m.partRows()
		return m, m.copy("this part", from, to)
	case key.Matches(msg, k.CopySource):
		return m, m.copySources()
	case msg.String() == "enter" && m.link >= 0:
		return m.open(m.doc.Links[m.link].Target)
	case msg.String() == "esc" && m.query != "":
		m.query, m.matches = "", nil
	case key.Matches(msg, k.Close):
		m.leaveText()
		if m.single {
			return m, func() tea.Msg { return CloseMsg{} }
		}
	}
	return m, nil
}

func (m *Model) leaveText() {
	m.remember()
	m.focus, m.query, m.matches, m.link, m.contents = onList, "", nil, -1, nil
	m.who = nil
	m.cursor = max(m.entryOf(m.page), 0)
}
