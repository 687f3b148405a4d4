package demo

import (
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Wait hands a message back after a time. A test keeps the messages and sends them itself.
type Wait func(time.Duration, tea.Msg) tea.Cmd

// Tick is the Wait of a clock.
func Tick(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// TickMsg says that it is time to go on. Only the one that was asked for last is Due.
type TickMsg struct{ n int }

// The pace at which a room can follow. Faster and slower divide all of it.
const (
	onCardFor  = 3 * time.Second        // who is next
	afterMove  = 120 * time.Millisecond // the focus went somewhere
	afterSaid  = 450 * time.Millisecond
	atLeast    = 900 * time.Millisecond // on a new page
	perWord    = 9 * time.Millisecond
	atMost     = 1800 * time.Millisecond
	atTheEnd   = 5 * time.Second // the result, before it is walked through
	afterTour  = 1300 * time.Millisecond
	atLast     = 6 * time.Second // before the next person
	onHold     = time.Second
	resumed    = 400 * time.Millisecond
	giveUpFrom = 600 // keys; no interview takes so many
)

// reading is how long a page is looked at before anything is pressed.
func reading(view string) time.Duration {
	words := 0
	for f := range strings.FieldsSeq(ansi.Strip(view)) {
		if strings.ContainsFunc(f, unicode.IsLetter) {
			words++
		}
	}
	return min(atLeast+time.Duration(words)*perWord, atMost)
}

// speeds are the factors of faster and slower; normal is where it starts.
var speeds = []struct {
	times, over int
	word, ascii string
}{{1, 2, "½×", "1/2 x"}, {1, 1, "", ""}, {2, 1, "2×", "2 x"}, {4, 1, "4×", "4 x"}}

const normal = 1

func (m Model) wait(d time.Duration) (Model, tea.Cmd) {
	m.n++
	m.last = d
	if m.paused && !m.hurry {
		return m, nil
	}
	if m.hurry {
		return m, m.options.Wait(0, TickMsg{m.n})
	}
	s := speeds[m.speed]
	return m, m.options.Wait(d*time.Duration(s.over)/time.Duration(s.times), TickMsg{m.n})
}

// Due reports whether it is time to go on.
func (m Model) Due(t TickMsg) bool { return t.n == m.n && (m.hurry || !m.paused) }
