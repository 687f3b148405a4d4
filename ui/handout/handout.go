// Package handout is the screen on which a person saves or shares the result: as a page to print, as text on the clipboard, or
// as a code that a phone reads without a network. The page is one sheet for a visit, or everything.
//
// [New] makes the screen. It writes files only through the [Save] function that it is given, and only when asked.
package handout

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/keep"
	"knead/ui/theme"
)

// CloseMsg says that the person is done here.
type CloseMsg struct{}

// Save writes a new file of this name, or of one with a number where that is taken by something else, and returns its path.
// Saving the same data again returns the path of the file that holds it already.
type Save func(name string, data []byte) (path string, err error)

type savedMsg struct {
	what file
	path string
	err  error
}

// file is something to save: large print and everything are other files than the page for a visit.
type file struct {
	name  string
	large bool
	whole bool
}

// Model is the screen. Make it with New; the zero Model is empty.
type Model struct {
	g       *guide.Guide
	a       guide.Assessment
	version string
	figure  report.Figure // for the body map on the page
	theme   *theme.Theme
	box     frame.Box
	keys    keyMap
	save    Save
	saving  map[file]bool   // what is being written: a key that is held down does not write it again
	saved   map[file]string // the path of what was saved

	cursor  int
	history bool // the code includes the person's health history
	large   bool // large print
	whole   bool // the page has everything
	inverse bool // the code's dark and light are exchanged
	alone   bool // the code has the whole window
	part    int  // of the code, when it takes several
	brief   bool // the code holds the short version, because the long one does not fit
	mute    bool // the terminal has no clipboard
	note    string
	codes   []chart.Code
	view    string
}

type action int

const (
	savePage action = iota
	saveText
	copyText
	largePrint
	everything
	withHistory
	codeAlone
)

// New makes the screen for a result. Without save nothing can be written, and that is not offered.
func New(g *guide.Guide, lib *content.Library, a guide.Assessment, save Save, t *theme.Theme) Model {
	m := Model{g: g, a: a, version: lib.Version(), figure: lib.Figure(), theme: t, keys: defaultKeyMap(), save: save, saving: map[file]bool{}, saved: map[file]string{}}
	m.encode()
	return m
}

// SetClipboard says whether the terminal has a clipboard; without one, copying is not offered.
func (m *Model) SetClipboard(has bool) {
	m.mute = !has
	m.keys.Copy.SetEnabled(has)
	m.compose()
}

func (m *Model) actions() []action {
	var all []action
	if m.save != nil {
		all = append(all, savePage, saveText)
	}
	if !m.mute {
		all = append(all, copyText)
	}
	if m.save != nil {
		all = append(all, largePrint, everything)
	}
	return append(all, withHistory, codeAlone)
}

// Header names the screen.
func (m Model) Header() (title, status string, page, of int) {
	return "Save or share", "nothing leaves this machine", 0, 0
}

// Note is the line above the footer.
func (m Model) Note() string { return m.note }

// Typing is always false.
func (m Model) Typing() bool { return false }

// Cursor is on the choice in focus or, while the code is alone, in the corner.
func (m Model) Cursor() frame.Point {
	if m.alone {
		return frame.Point{}
	}
	return m.box.Bar(choicesTop + m.cursor)
}

// View is the body as it was last composed.
func (m Model) View() string { return m.view }

// SetSize lays out the screen again. The code's text is shortened to fit.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Fit(w, h)
	m.encode()
	m.compose()
}

// SetTheme changes the inks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.encode()
	m.compose()
}

// Update answers a message.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	if m.g == nil {
		return m, nil
	}
	var cmd tea.Cmd
	k := m.keys
	switch msg := msg.(type) {
	case savedMsg:
		m.note = m.told(msg)
	case tea.KeyPressMsg:
		m.note = ""
		switch {
		case m.alone && (key.Matches(msg, k.Back) || key.Matches(msg, k.Do) || key.Matches(msg, k.Alone)):
			m.showAlone(false)
		case key.Matches(msg, k.Up):
			m.cursor = max(m.cursor-1, 0)
		case key.Matches(msg, k.Down):
			m.cursor = min(m.cursor+1, len(m.actions())-1)
		case key.Matches(msg, k.Do):
			cmd = m.do(m.actions()[m.cursor])
		case key.Matches(msg, k.Page) && m.save != nil:
			cmd = m.do(savePage)
		case key.Matches(msg, k.Copy):
			cmd = m.do(copyText)
		case key.Matches(msg, k.Next):
			m.part = (m.part + 1) % max(len(m.codes), 1)
		case key.Matches(msg, k.Previous):
			m.part = (m.part + max(len(m.codes), 1) - 1) % max(len(m.codes), 1)
		case key.Matches(msg, k.Inverse):
			m.inverse = !m.inverse
		case key.Matches(msg, k.Alone):
			m.showAlone(true)
		case key.Matches(msg, k.Back):
			return m, func() tea.Msg { return CloseMsg{} }
		}
	case tea.MouseClickMsg:
		if m.alone {
			m.showAlone(false)
		} else if row := msg.Y - choicesTop; row >= 0 && row < len(m.actions()) {
			m.cursor = row
			cmd = m.do(m.actions()[row])
		}
	}
	m.compose()
	return m, cmd
}

func (m *Model) do(a action) tea.Cmd {
	switch a {
	case savePage:
		what := file{keep.Result + ".html", m.large, m.whole}
		return m.write(what, func() (string, error) {
			d := report.Handout(m.g, m.a, m.figure)
			if what.whole {
				d = report.New(m.g, m.a, nil)
			}
			return d.HTML(document.Page{Version: m.version, Large: what.large})
		})
	case saveText:
		return m.write(file{name: keep.Result + ".txt"}, func() (string, error) { return report.New(m.g, m.a, nil).Text(72), nil })
	case copyText:
		m.note = m.copied()
		return tea.SetClipboard(report.New(m.g, m.a, nil).Text(72))
	case largePrint:
		m.large = !m.large
	case everything:
		m.whole = !m.whole
	case withHistory:
		m.history = !m.history
		m.encode()
	case codeAlone:
		m.showAlone(true)
	}
	return nil
}

// told says where a file was saved, or why it was not. A long path is cut at the beginning, since its end matters more.
func (m *Model) told(msg savedMsg) string {
	delete(m.saving, msg.what)
	if msg.err != nil {
		return "Not saved: " + document.Clean(msg.err.Error())
	}
	lead, path := "Saved: ", document.Clean(msg.path)
	if m.saved[msg.what] == msg.path {
		lead = "Already saved: "
	}
	m.saved[msg.what] = msg.path
	if over := frame.Width(lead+path) - m.box.Inner; over > 0 {
		path = ansi.TruncateLeft(path, over+1, "…")
	}
	return lead + path
}

// copied says that the text was sent, and what to do if the terminal did not take it: nothing reports that it refused, as tmux
// does by default.
func (m *Model) copied() string {
	note := "Sent to the clipboard: the result as text. If it did not arrive, this terminal refuses it"
	if m.save == nil {
		return note + "."
	}
	return note + "; choose “" + m.words(saveText) + "”."
}

// write makes the text and saves it, in a command.
func (m *Model) write(what file, text func() (string, error)) tea.Cmd {
	if m.saving[what] {
		return nil
	}
	m.saving[what] = true
	save := m.save
	return func() tea.Msg {
		s, err := text()
		if err != nil {
			return savedMsg{what: what, err: err}
		}
		path, err := save(what.name, []byte(s))
		return savedMsg{what, path, err}
	}
}

func (m *Model) words(a action) string {
	onOff := map[bool]string{true: "yes", false: "no"}
	switch a {
	case savePage:
		return "Save a page to print"
	case saveText:
		return "Save as text"
	case copyText:
		return "Copy as text"
	case largePrint:
		return "Large print: " + onOff[m.large]
	case everything:
		return "Print the whole result: " + onOff[m.whole]
	case codeAlone:
		return "Full-screen code"
	}
	return "Include health details: " + onOff[m.history]
}
