package demo

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/keymap"
	"knead/ui/theme"
)

// slideFor is how long a slide is shown. Five slides take less than a minute.
const slideFor = 11 * time.Second

// Stage shows sample people as slides for a room. Make it with [NewStage]; Begin starts it.
type Stage struct {
	keys   StageKeys
	theme  *theme.Theme
	font   chart.Font
	lib    *content.Library
	wait   Wait
	people []Person
	slides [][]Slide // by person

	person, slide int
	paused, quiet bool // quiet: without notes
	invite        string
	inverse       bool // light and dark of the code are exchanged
	n             int  // of the tick that is awaited
	width, height int
	view          string
}

// StageKeys are the keys of whoever presents.
type StageKeys struct{ Next, Back, Person, Previous, Pause, Notes, Inverse, Leave key.Binding }

func stageKeys() StageKeys {
	b := keymap.New
	return StageKeys{
		Next: b("→", "next", "right", "l", "pgdown", "enter"), Back: b("←", "back", "left", "h", "pgup"),
		Person: b("tab", "next person", "tab", "N"), Previous: b("shift+tab", "the person before", "shift+tab", "P"),
		Pause: b("space", "pause, or go on", "space", "p"), Notes: b("n", "show or hide notes", "n"),
		Inverse: b("i", "exchange light and dark of the code", "i"), Leave: b("q esc", "leave", "q", "esc"),
	}
}

// NewStage makes the slides of all people, or of the one with this ID.
func NewStage(people []Person, g *guide.Guide, l *content.Library, o Options, t *theme.Theme) Stage {
	if o.Wait == nil {
		o.Wait = Tick
	}
	m := Stage{keys: stageKeys(), font: chart.NewFont(), lib: l, wait: o.Wait, invite: o.Invite}
	for _, p := range people {
		if o.Case == "" || o.Case == p.ID {
			m.people = append(m.people, p)
			m.slides = append(m.slides, Slides(p, g))
		}
	}
	m.SetTheme(t)
	return m
}

// Begin starts the clock.
func (m Stage) Begin() (Stage, tea.Cmd) { return m.await() }

// await goes on after a while, unless it is paused or there is nothing more.
func (m Stage) await() (Stage, tea.Cmd) {
	m.n++
	if m.paused || m.last() {
		return m, nil
	}
	return m, m.wait(slideFor, TickMsg{m.n})
}

func (m Stage) last() bool {
	return len(m.people) == 0 || m.person == len(m.people)-1 && m.slide == len(m.slides[m.person])-1
}

// Key answers a key; the stage is left when it reports so.
func (m Stage) Key(msg tea.KeyPressMsg) (next Stage, cmd tea.Cmd, leave bool) {
	k := m.keys
	switch {
	case key.Matches(msg, k.Leave):
		return m, nil, true
	case key.Matches(msg, k.Next):
		m.step(1)
	case key.Matches(msg, k.Back):
		m.step(-1)
	case key.Matches(msg, k.Person):
		m.goTo(m.person + 1)
	case key.Matches(msg, k.Previous):
		m.goTo(m.person - 1)
	case key.Matches(msg, k.Pause):
		m.paused = !m.paused
	case key.Matches(msg, k.Notes):
		m.quiet = !m.quiet
		m.build()
		return m, nil, false
	case m.invite != "" && key.Matches(msg, k.Inverse):
		m.inverse = !m.inverse
		m.build()
		return m, nil, false
	default:
		return m, nil, false
	}
	m, cmd = m.await()
	m.build()
	return m, cmd, false
}

// Tick goes on to the next slide, if it is still time for that.
func (m Stage) Tick(t TickMsg) (Stage, tea.Cmd) {
	if t.n != m.n || m.paused {
		return m, nil
	}
	m.step(1)
	m, cmd := m.await()
	m.build()
	return m, cmd
}

// step goes some slides on or back, from person to person.
func (m *Stage) step(by int) {
	at := m.slide + by
	switch {
	case len(m.people) == 0:
	case at < 0 && m.person > 0:
		m.person--
		m.slide = len(m.slides[m.person]) - 1
	case at >= len(m.slides[m.person]) && m.person < len(m.people)-1:
		m.person, m.slide = m.person+1, 0
	default:
		m.slide = max(min(at, len(m.slides[m.person])-1), 0)
	}
}

func (m *Stage) goTo(person int) {
	m.person, m.slide = max(min(person, len(m.people)-1), 0), 0
}

// SetTheme takes the theme.
func (m *Stage) SetTheme(t *theme.Theme) {
	m.theme = t
	m.build()
}

// SetSize takes the whole window.
func (m *Stage) SetSize(w, h int) {
	m.width, m.height = w, h
	m.build()
}

// View is the whole window: the stage has no frame around it.
func (m Stage) View() string { return m.view }

// FullHelp names all keys.
func (m Stage) FullHelp() [][]key.Binding {
	k := m.keys
	keys := []key.Binding{k.Next, k.Back, k.Pause, k.Notes, k.Person, k.Previous, k.Leave}
	if m.invite != "" {
		keys = append(keys, k.Inverse)
	}
	return [][]key.Binding{keys}
}

// box is the room of a slide.
func (m *Stage) box() frame.Box { return frame.Fit(m.width, m.height) }
