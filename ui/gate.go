package ui

import (
	"fmt"
	"reflect"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
)

// The times within which input counts as an accident. Both are longer than the slowest default of common systems: for the
// second click of a double click, and for the first repetition of a key that is held down.
const (
	clickPause = 500 * time.Millisecond
	keyPause   = 700 * time.Millisecond
)

// repeatPause is longer than between two repetitions of a key that is held down. Quick presses may be as close, except for Escape,
// which takes longer to be recognized; so of other keys it takes several in a row.
const (
	repeatPause   = 100 * time.Millisecond
	severalInARow = 4
)

// noFrame is how long a changed page may stay unwritten before it counts as shown: there was nothing to write.
const noFrame = 100 * time.Millisecond

// gate is in front of all screens. It lets through only what the person can have meant for the screen they see, so that nothing
// is answered unseen or by accident. Ctrl+C always passes, and so do the keys that are for the terminal.
//
//   - While the window is too small, nothing else does.
//   - While a dialog is open, the mouse and pastes do not reach the screen under it.
//   - A key, click or paste that was read before the page had been written to the terminal was not meant for it.
//   - A click soon after the page changed, or soon after a click on the same row, is the second half of a double click.
//   - A key that comes again within keyPause is held down. On a page that came since it was pressed it may move about, but
//     answers nothing; on the same page it does not undo its own answer. In a dialog that came since, it does nothing, nor does it
//     agree to the answers on a review that came since. Repeated quickly, it does not leave a page that came since.
//   - Only the left button clicks, without any key.
type gate struct {
	now    func() time.Time
	frames *frames // nil: everything drawn is visible at once

	shown sight
	since time.Time // when the page came
	needs int64     // how many frames are written once it is on the screen

	clicked time.Time
	row     int // of that click
	key     pressedKey
}

// pressedKey is a key, from when it was first pressed for as long as it is held down.
type pressedKey struct {
	name   string
	last   time.Time     // when it came last
	quick  int           // how many times in a row it came within repeatPause
	page   string        // where it was first pressed
	before guide.Answers // what they were then
}

// sight is what the person sees, as far as it decides what a key or a click is meant for.
type sight struct {
	page          string // names the screen and the page on it
	width, height int
	small         bool // the window is too small for any page
	covered       bool // a dialog is open
	asks          bool // the page takes answers, and no text field has the keys
	confirms      bool // the page shows what was answered, and Enter agrees to it
}

// verdict is what becomes of a message.
type verdict uint8

const (
	admit verdict = iota
	mute          // it may do anything but answer
	refuse
)

// judge decides what to do with a message, given what is shown and what has been answered.
func (g *gate) judge(msg tea.Msg, s sight, answers guide.Answers) verdict {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		held := g.held(msg, s, answers)
		came := held && s.page != g.key.page
		switch {
		case key.Matches(msg, globalKeys().Quit, globalKeys().Redraw), msg.String() == "ctrl+z":
		case s.small || g.unseen() || came && (s.covered || s.confirms):
			return refuse
		case came && !moves(msg) && (msg.IsRepeat || g.key.quick >= severalInARow || g.key.quick > 0 && msg.Code == tea.KeyEscape):
			return refuse
		case held && s.asks:
			return mute
		}
	case tea.PasteMsg:
		if s.small || s.covered || g.unseen() {
			return refuse
		}
	case tea.MouseClickMsg:
		if msg.Button != tea.MouseLeft || msg.Mod != 0 {
			return refuse
		}
		if g.double(msg) || s.small || s.covered || g.unseen() {
			return refuse
		}
	case tea.MouseWheelMsg: // it scrolls a dialog
		if s.small || g.unseen() {
			return refuse
		}
	case tea.MouseMsg:
		if s.small || s.covered {
			return refuse
		}
	}
	return admit
}

// moves reports whether a key only moves about on a page.
func moves(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "up", "down", "right", "pgup", "pgdown", "home", "end", "tab", "shift+tab", "j", "k":
		return true
	}
	return false
}

// held reports whether a key is the one that was pressed last, and no more than keyPause ago.
func (g *gate) held(msg tea.KeyPressMsg, s sight, answers guide.Answers) bool {
	now, name := g.now(), msg.String()
	again := msg.IsRepeat || name == g.key.name && now.Sub(g.key.last) < keyPause
	switch {
	case !again:
		g.key = pressedKey{name: name, page: s.page, before: answers}
	case now.Sub(g.key.last) < repeatPause:
		g.key.quick++
	default:
		g.key.quick = 0
	}
	g.key.last = now
	return again
}

// undone reports whether the effect of a key that is held down must be undone, given the answers before and after.
func (g *gate) undone(s sight, before, after guide.Answers) bool {
	return !reflect.DeepEqual(before, after) && (s.page != g.key.page || reflect.DeepEqual(after, g.key.before))
}

// double reports whether a click comes soon after the page changed, or soon after a click on the same row.
func (g *gate) double(msg tea.MouseClickMsg) bool {
	now := g.now()
	again := now.Sub(g.since) < clickPause || msg.Y == g.row && now.Sub(g.clicked) < clickPause
	g.clicked, g.row = now, msg.Y
	return again
}

// unseen reports whether the input being handled was read before the page was on the screen.
func (g *gate) unseen() bool {
	f := g.frames
	if f == nil || f.arrival() >= g.needs {
		return false
	}
	return f.written.Load() >= g.needs || f.writing() || g.now().Sub(g.since) < noFrame
}

// settle notes what is shown after a message.
func (g *gate) settle(s sight) {
	if s == g.shown {
		return
	}
	resized := g.shown
	resized.width, resized.height = s.width, s.height
	g.shown, g.since = s, g.now()
	if g.frames != nil && s != resized { // a page that only moves has been read
		g.needs = g.frames.next()
	}
}

// Update lets a message through the gate and passes it on to the screen or dialog it is for.
func (a App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		msg = a.understood(press)
	}
	s := a.sight()
	verdict := a.gate.judge(msg, s, a.answers())
	if verdict == refuse {
		return a, nil
	}
	m, cmd := a.update(msg)
	next, ok := m.(App)
	if !ok {
		return m, cmd
	}
	if verdict == mute && a.gate.undone(s, a.answers(), next.answers()) {
		return a, nil
	}
	next.dragging(msg, &a)
	next.gate.settle(next.sight())
	return next, cmd
}

// sight is what the person sees now: in a demo the player, or the screen of the visitor who took over.
func (a *App) sight() sight {
	if a.show != nil && a.show.visitor && !a.dialog.open() {
		s := a.show.app.sight()
		s.page = "visitor/" + s.page
		return s
	}
	if a.width == 0 { // nothing is known of the window yet, and nothing is drawn
		return a.gate.shown
	}
	s := sight{width: a.width, height: a.height, small: a.tooSmall(), covered: a.dialog.open()}
	switch {
	case a.show != nil:
		s.page = fmt.Sprintf("demo/%t", a.show.player.OnCard())
	case a.screen == onWizard:
		s.page = fmt.Sprintf("wizard/%s/%t/%t", a.wizard.Interview().Page(), a.wizard.Asking(), a.wizard.Waiting())
		s.asks = a.wizard.Asking() && !a.wizard.Typing() && !s.covered
		s.confirms = !a.wizard.Asking() && !s.covered
	default:
		title, _, _, _ := a.visible().Header()
		s.page = fmt.Sprintf("%d/%s", a.screen, title)
	}
	s.page += "/" + a.dialog.title
	return s
}

// answers are those of the person at the keys.
func (a *App) answers() guide.Answers {
	if a.show != nil {
		return a.show.app.answers()
	}
	return a.wizard.Interview().Answers()
}
