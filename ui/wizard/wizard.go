// Package wizard is the screen that asks, one page of questions at a time, and that shows the review at the end.
//
// [New] puts a guide.Interview on the screen; Model.Return shows the review again, and Model.Interview has the answers.
//
// No question is answered by accident. On every page the focus starts on the question, above its answers, and Enter there only
// explains how to answer. Nothing is selected beforehand, and in a list of several options Enter never selects anything.
package wizard

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/bodymap"
	"knead/ui/frame"
	"knead/ui/theme"
)

// How the questions end.
type (
	DoneMsg    struct{ Interview guide.Interview } // the review was confirmed
	StoppedMsg struct{ Interview guide.Interview } // a warning ended the questions
	LeaveMsg   struct{}                            // back from the first page
)

// Model is one interview on the screen. Its zero value shows nothing.
type Model struct {
	keys  KeyMap
	theme *theme.Theme
	on    theme.Focused
	bars  [11]theme.Ink // the steps of a scale
	bar   theme.Ink     // a step not reached
	lib   *content.Library

	i     guide.Interview
	ready bool
	snapshot

	reviewing bool             // the review shows, wherever the interview is
	was       *guide.Interview // before the change that is being made
	counted   []guide.Said     // what counted without being asked when the last page was left
	changing  string           // the question whose answer is being changed
	auto      map[string]bool  // facts that were chosen along with an item found by its name

	body    bodymap.Model
	mapped  bool // the page is the body map
	find    field
	waiting *waiting            // an answer that waits for a y
	told    []*knowledge.Option // options that were reported to the person as not selected
	why     bool
	tens    bool   // a 1 was typed on the scale: a 0 makes it 10
	pressed string // the key that is being answered
	held    string // the key that led to this question: held down, it does not answer it
	message string // shown above the footer until the next key
	help    string // the last row of the help of the answer in focus

	focus target
	read  map[target]bool // the rows that have been on the screen since the person came to the page
	items []item
	laid  layout // as it was last drawn
	box   frame.Box
	view  view

	composed int // how often a page was written, for tests
}

// New puts an interview on the screen, on the page it is on.
func New(i guide.Interview, l *content.Library, t *theme.Theme) Model {
	m := Model{keys: Keys(), lib: l, i: i, ready: true}
	m.reviewing = i.Finished()
	for _, l := range i.Review() {
		if l.Role == knowledge.RolePlace && m.drawn() {
			m.openMap(l.Asked)
		}
	}
	m.arrive()
	m.SetTheme(t)
	return m
}

// Return shows the review again, after the result or a stop.
func (m Model) Return() Model {
	if !m.ready {
		return m
	}
	m.reviewing, m.was, m.message = true, nil, ""
	m.arrive()
	m.build()
	return m
}

// GoOn shows the questions again where they were left, after they were left by their first page.
func (m Model) GoOn() (Model, tea.Cmd) {
	if !m.ready {
		return m, nil
	}
	var cmd tea.Cmd
	m.was, m.changing, m.message = nil, "", ""
	if i := m.i.Ahead(); i.Page() == guide.StopPage {
		cmd = m.stop(i)
	} else {
		m.i, m.reviewing = i, i.Finished()
		m.arrive()
	}
	m.build()
	return m, cmd
}

// Interview returns the interview as it is now.
func (m Model) Interview() guide.Interview { return m.i }

// SetSize takes the room: the width of the window, and the rows of the body.
func (m *Model) SetSize(w, h int) {
	m.box = frame.Wide(w, h)
	m.body.SetSize(w, h)
	m.build()
}

// SetTheme takes the theme.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme, m.on = t, t.OnFocus()
	m.bars, m.bar = t.Bars()
	m.shown, m.column = nil, column{}
	m.body.SetTheme(t)
	m.build()
}

// View returns the screen as it was built.
func (m Model) View() string {
	if m.mapped && !m.reviewing && !m.why {
		return m.body.View()
	}
	return m.view.text
}

// Cursor is on the row in focus, or where text is typed.
func (m Model) Cursor() frame.Point {
	switch {
	case m.mapped && !m.reviewing && !m.why:
		return m.body.Cursor()
	case m.reviewing && m.focus.kind == onResult:
		return m.box.Bar(max(m.view.last, 0))
	}
	at, typing := m.at(), m.find.open && !m.find.moved
	if typing {
		at = slices.IndexFunc(m.items, func(it item) bool { return it.kind == onFind })
	}
	row := max(slices.Index(m.view.hits, at), 0)
	if m.focus.kind == onScale && !typing { // the bar is before the numbers, with two rows below them
		for row+3 < len(m.view.hits) && m.view.hits[row+3] == at {
			row++
		}
	}
	if typing {
		return frame.Point{X: min(m.box.Margin+frame.Width(findLead+m.find.query), m.box.Margin+m.box.Inner-1), Y: row}
	}
	return m.box.Bar(row)
}

// OnPage returns the keys for what has a row on the page, where the arrows and space or Enter do the same.
func (m Model) OnPage() []key.Binding {
	return []key.Binding{m.keys.None, m.keys.Unsure, m.keys.Result}
}

// Capital reports whether a capital letter does something else than the small one.
func (m Model) Capital(letter string) bool {
	return m.mapped && !m.reviewing && !m.why && m.body.Capital(letter)
}

// Header names the stage, and the page of how many.
func (m Model) Header() (title, status string, page, of int) {
	if !m.ready {
		return "", "", 0, 0
	}
	if m.reviewing {
		return "Review", "", m.of, m.of
	}
	return m.stage, "", m.page, m.of
}

// Note is the row above the footer: a message, the help of a place, or what lies below.
func (m Model) Note() string {
	switch {
	case m.message != "":
		return m.message
	case m.mapped && !m.reviewing && !m.why:
		return m.body.Note()
	case m.help != "":
		return m.help
	}
	return m.view.below
}

// Asking reports whether a page of questions shows, rather than the review.
func (m Model) Asking() bool { return m.ready && !m.reviewing }

// Waiting reports whether an answer waits for a yes.
func (m Model) Waiting() bool { return m.waiting != nil }

// Typing reports whether the search field has the keys.
func (m Model) Typing() bool { return m.find.open }

// arrive takes in the page the interview is on: its questions, the focus on the first that wants an answer.
func (m *Model) arrive() {
	m.find.open, m.find.query, m.why, m.tens = false, "", false, false
	m.waiting = nil
	m.view.top, m.read = 0, map[target]bool{}
	m.mapped = false
	m.refresh()
	if m.reviewing {
		m.items = nil
		m.focus = target{kind: onResult}
		if m.changing != "" {
			m.focus = target{kind: onLine, question: m.changing}
		}
		return
	}
	m.tellPage()
	m.focus = target{kind: onTitle}
	if len(m.asked) > 0 {
		m.focus.question = m.asked[max(m.missing, 0)].ID
		if m.asked[0].Role == knowledge.RolePlace && m.drawn() {
			m.mapped = true
			m.openMap(m.asked[0])
		}
	}
	if m.changing != "" {
		for _, q := range m.asked {
			if q.ID == m.changing {
				m.focus.question = q.ID
			}
		}
	}
}

// drawn reports whether there is a figure to point at.
func (m *Model) drawn() bool { return len(m.lib.Places) > 0 && len(m.lib.Figures) > 0 }

// openMap makes the body map, or takes up the one there is.
func (m *Model) openMap(where guide.Asked) {
	w, h := m.box.Width, m.box.Height
	fresh := bodymap.New(m.lib, where, m.i.Guide().WithRole(knowledge.RoleSide), m.themeOrPlain())
	m.body = fresh
	m.body.SetSize(w, h)
	m.body.SetAnswers(m.i.Answers())
}

func (m *Model) themeOrPlain() *theme.Theme {
	if m.theme == nil {
		return theme.New(theme.Plain, false)
	}
	return m.theme
}

// Update answers keys and the mouse.
func (m Model) Update(msg tea.Msg) (Model, tea.Cmd) {
	if !m.ready {
		return m, nil
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		m.message = ""
		cmd = m.key(msg)
	case tea.PasteMsg:
		m.paste(msg.Content)
	case tea.MouseClickMsg:
		if msg.Button != tea.MouseLeft {
			return m, nil
		}
		m.message = ""
		cmd = m.click(msg)
	case tea.MouseWheelMsg:
		m.wheel(msg)
	case tea.MouseMotionMsg:
		if m.mapped && !m.reviewing && !m.why {
			m.body, _ = m.body.Update(msg)
		}
		return m, nil
	default:
		return m, nil
	}
	m.build()
	return m, cmd
}
