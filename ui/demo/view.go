package demo

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/ui/bodymap"
	"knead/ui/frame"
)

// Invitation is what a loop calls out to whoever passes by.
const Invitation = "Any key: try it yourself"

// Header names the card.
func (m Model) Header() (title, status string, page, of int) {
	return "A sample person", m.count(), 0, 0
}

// Note is the line above the footer of the card.
func (m Model) Note() string {
	if m.paused {
		return "Paused."
	}
	return ""
}

// Cursor is on the name of the person on the card.
func (m Model) Cursor() frame.Point { return frame.Point{X: m.box.Margin} }

// Typing reports whether a text field has the focus. This screen does not have one.
func (m Model) Typing() bool { return false }

// View is the card: who is next, and what to watch for.
func (m Model) View() string { return m.box.Lines(m.card) }

func (m Model) count() string {
	if len(m.people) == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", m.at+1, len(m.people))
}

// build makes the card.
func (m *Model) build() {
	m.card = nil
	if m.theme == nil || m.box.Width == 0 {
		return
	}
	t, b, p := m.theme, m.box, m.Person()
	picture, art := bodymap.Picture(m.lib, t, 26, min(b.Height, 31), p.Where...), 0
	if len(picture) > 0 && b.Inner >= 72 {
		art = frame.Width(picture[0])
	} else {
		picture = nil
	}
	width := min(b.Inner, 60)
	if art > 0 {
		width = min(b.Inner-art-8, 60)
	}
	add := func(style func(string) string, text string) {
		for _, row := range frame.Wrap(text, width) {
			m.card = append(m.card, b.Row(style(row)))
		}
	}
	blank := func() { m.card = append(m.card, "") }
	if b.Height >= 18 {
		blank()
	}
	add(t.Bold.Text, p.Name)
	blank()
	add(t.Text.Text, p.Shows)
	blank()
	add(t.Muted.Text, p.First()+" is made up. The keys that are pressed show in the last row.")
	blank()
	if m.options.Loop {
		add(t.AccentBold.Text, Invitation+".")
		add(t.Muted.Text, "Nothing is saved; after a minute without a key your answers are cleared.")
	} else {
		keys := m.FullHelp()[0]
		if len(m.card)+len(keys) > b.Height {
			keys = m.ShortHelp()
		}
		for _, k := range keys {
			m.card = append(m.card, b.Row(t.Bold.Text(frame.Pad(k.Help().Key, 12))+t.Muted.Text(k.Help().Desc)))
		}
	}
	at := b.Margin + b.Inner - art
	for i, line := range picture {
		for len(m.card) <= i {
			blank()
		}
		m.card[i] = frame.Pad(m.card[i], at) + line
	}
}

// Rows returns the two rows below a screen while a sample person plays: who it is and what to watch for, and the last key with
// its effect.
func (m Model) Rows(b frame.Box) [2]string {
	return [2]string{b.Row(m.who(b.Inner)), b.Row(m.what(b.Inner))}
}

func (m Model) who(width int) string {
	t, p := m.theme, m.Person()
	right := t.Muted.Text(m.count())
	speed := speeds[m.speed].word
	if t.Signs.ASCII {
		speed = speeds[m.speed].ascii
	}
	switch {
	case m.options.Loop:
		right = t.AccentBold.Text(Invitation)
	case m.paused:
		right = t.AccentBold.Text("paused")
	case speed != "":
		right = t.AccentBold.Text(speed) + "  " + right
	case m.phase == onCard: // its header counts
		right = ""
	}
	if m.phase == onCard {
		return frame.Between("", right, width)
	}
	name := ansi.Truncate(p.Name, max(width-frame.Width(right)-2, 0), t.Signs.Ellipsis)
	left := t.Bold.Text(name)
	if room := width - frame.Width(right) - frame.Width(name) - 4; room > 0 {
		left += "  " + t.Muted.Text(head(p.Shows, room))
	}
	return frame.Between(left, right, width)
}

// head is as much of a sentence as there is room for, up to one of its stops; the card has said all of it.
func head(s string, room int) string {
	if frame.Width(s) <= room {
		return s
	}
	end := 0
	for i, r := range s {
		if strings.ContainsRune(",:;", r) && frame.Width(s[:i]) <= room {
			end = i
		}
	}
	return s[:end]
}

func (m Model) what(width int) string {
	t := m.theme
	sign := "▸"
	if t.Signs.ASCII {
		sign = ">"
	}
	left := ""
	switch keys := m.joined(); {
	case m.phase == over:
		left = t.Bold.Text("That was " + m.Person().First() + ".")
		if next, do := m.Next(); do == Restart {
			left += t.Muted.Text(" Next: " + next.Person().First() + ".")
		}
	case keys == "":
		left = t.Muted.Text("The keys show here.")
	default:
		does := ansi.Truncate(m.does, max(width-frame.Width(keys)-6, 0), t.Signs.Ellipsis)
		left = t.AccentBold.Text(sign) + t.FocusBold.Text(" "+keys+" ") + " " + t.Text.Text(does)
	}
	hints := ""
	if !m.options.Loop {
		hints = t.Bold.Text("?") + " " + t.Muted.Text("help")
	}
	room := width - frame.Width(left) - 2
	if frame.Width(hints) > room {
		hints = ""
	}
	before := ""
	for _, k := range m.ShortHelp() {
		h := t.Bold.Text(k.Help().Key) + " " + t.Muted.Text(k.Help().Desc) + "   "
		if frame.Width(before)+frame.Width(h)+frame.Width(hints) > room {
			break
		}
		before += h
	}
	return frame.Between(left, strings.TrimRight(before+hints, " "), width)
}

// joined writes keys that were pressed at once: "↓×4 space".
func (m *Model) joined() string {
	const most = 3
	s := m.theme.Signs
	times := "×"
	if s.ASCII {
		times = "*"
	}
	var out []string
	for i := 0; i < len(m.struck); {
		n := i
		for n < len(m.struck) && m.struck[n] == m.struck[i] {
			n++
		}
		word := m.struck[i]
		if n-i > 1 {
			word += times + strconv.Itoa(n-i)
		}
		out, i = append(out, word), n
	}
	if len(out) > most {
		out = append([]string{s.Ellipsis}, out[len(out)-most:]...)
	}
	return strings.Join(out, " ")
}

// name is what a key is called.
func (m *Model) name(k tea.KeyPressMsg) string {
	s := m.theme.Signs
	arrows := map[rune]string{tea.KeyUp: s.Up, tea.KeyDown: s.Down, tea.KeyLeft: s.Left, tea.KeyRight: s.Right}
	switch name := arrows[k.Code]; {
	case name != "" && !s.ASCII:
		return name
	case k.Code == tea.KeyPgDown:
		return "page down"
	}
	return k.String()
}
