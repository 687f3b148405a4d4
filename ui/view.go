package ui

import (
	"fmt"
	"regexp"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/guide/columns"
	"knead/ui/frame"
	"knead/ui/theme"
)

// headRows is the room above the body of a screen: name, rule, and a blank row where the window is high enough. The result has
// the numbers of its parts above the rule instead.
func (a *App) headRows(of screen) int {
	if a.height <= frame.MinHeight && of != onResults {
		return 2
	}
	return 3
}

const footRows = 2

func (a *App) bodyHeight() int { return a.bodyOf(a.screen) }

func (a *App) bodyOf(of screen) int { return max(a.height-a.headRows(of)-footRows-a.short, 1) }

// View joins the rows that the screen has ready with the frame around them.
func (a App) View() tea.View {
	if a.show != nil && a.show.visitor {
		return a.show.app.View()
	}
	v := tea.NewView("")
	v.AltScreen = true
	v.KeyboardEnhancements.ReportAlternateKeys = true // so that Ctrl+C is Ctrl+C in a layout that has another letter there
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
		if a.screen == onWizard {
			v.MouseMode = tea.MouseModeAllMotion // the figure lights up under the mouse
		}
	}
	if a.show != nil && !a.loops() {
		v.MouseMode = tea.MouseModeNone // there is nothing to click, but text to select
	}
	v.Cursor = a.cursor()
	switch {
	case a.width == 0: // nothing is known of the window yet
	case a.tooSmall():
		v.SetContent(a.letters(a.theme.Screen(a.smallNote(), a.width)))
	default:
		v.SetContent(a.letters(a.theme.Screen(a.frame(), a.width)))
	}
	return v
}

// cursor is the terminal's own cursor, where the person is: braille displays, magnifiers, and input methods follow it. It does not
// blink, for nothing moves at rest, and is thin where text is typed.
func (a *App) cursor() *tea.Cursor {
	if a.width == 0 {
		return nil
	}
	at := a.point()
	c := tea.NewCursor(max(min(at.X, a.width-1), 0), max(min(at.Y, a.height-1), 0))
	c.Blink = false
	if a.stage == nil && !a.dialog.open() && a.visible().Typing() {
		c.Shape = tea.CursorBar
	}
	return c
}

// point is where the person is in the window.
func (a *App) point() frame.Point {
	margin := frame.Fit(a.width, a.height).Margin
	switch {
	case a.tooSmall():
		return frame.Point{}
	case a.dialog.open():
		return a.dialog.cursor(a.width, a.height)
	case a.stage != nil:
		return frame.Point{X: margin}
	case a.show != nil && !a.show.player.OnCard():
		return a.show.app.point()
	}
	at := a.visible().Cursor()
	if a.show != nil || a.screen != onHandout || !a.handout.Alone() {
		at.Y += a.headRows(a.screen)
	}
	return at
}

// letters writes a frame with what the terminal has: in ASCII where there is no more, and without a blank at the start of a row
// that Bubble Tea would erase, where what is erased loses the color of its row. A concealed blank looks the same, and is written.
func (a *App) letters(frame string) string {
	if a.options.ASCII {
		frame = columns.ASCII(frame)
	}
	if a.options.blanks {
		frame = coloredBlank.ReplaceAllString(frame, "$1\x1b[8m \x1b[28m")
	}
	return frame
}

// coloredBlank is a row that starts with a blank on a ground of its own.
var coloredBlank = regexp.MustCompile(`(?m)^((?:\x1b\[[\d:;]*m)*\x1b\[(?:[\d:;]*;)?(?:4[0-8]|10[0-7])[\d:;]*m) `)

// tooSmall reports whether the window has no room for a page.
func (a *App) tooSmall() bool { return a.width < frame.MinWidth || a.height < frame.MinHeight }

// smallNote is the text in a window that is too small for a page: what would help, and how to leave. If not all of it fits, the
// first and the third line matter most.
func (a *App) smallNote() string {
	t, margin := a.theme, min(a.width/20, 2)
	paragraphs := [][]string{}
	for _, words := range []string{
		fmt.Sprintf("Knead needs %d×%d or more; this window is %d×%d.", frame.MinWidth, frame.MinHeight, a.width, a.height),
		"Enlarge it to go on: nothing is lost.", "Ctrl+C leaves without saving.", "knead --plain works in any window.",
	} {
		paragraphs = append(paragraphs, frame.Wrap(words, a.width-2*margin))
	}
	room := a.height
	for _, i := range []int{0, 2, 1, 3} {
		if room -= len(paragraphs[i]); room < 0 && i > 0 {
			paragraphs[i] = nil
		}
	}
	rows := []string{}
	for i, p := range paragraphs {
		style := t.Text.Text
		if i == 0 {
			style = t.Bold.Text
		}
		if i > 0 && len(p) > 0 && room > 3 {
			rows = append(rows, "")
		}
		for _, row := range frame.Each(p, style) {
			rows = append(rows, strings.Repeat(" ", margin)+row)
		}
	}
	return strings.Join(rows[:min(len(rows), a.height)], "\n")
}

func (a *App) frame() string {
	var rows []string
	switch {
	case a.stage != nil:
		rows = strings.Split(a.stage.View(), "\n")
	case a.show != nil:
		rows = a.played(a.rows())
	default:
		rows = a.rows()
	}
	if a.dialog.open() {
		rows = a.dialog.over(rows, a.theme, a.width)
	}
	return strings.Join(rows, "\n")
}

// rows are the screen that shows, with the frame around it.
func (a *App) rows() []string {
	if a.screen == onHandout && a.handout.Alone() {
		return strings.Split(a.handout.View(), "\n")
	}
	f, box := a.face(), a.box()
	rows := []string{box.Row(a.title(f, box.Inner))}
	if a.show == nil && a.screen == onResults {
		rows = append(rows, frame.Each(a.results.Head(box.Inner), box.Row)...)
	} else {
		rows = append(rows, box.Row(a.progress(f, box.Inner)))
	}
	for len(rows) < a.headRows(a.screen) {
		rows = append(rows, "")
	}
	note := a.note(f.note)
	body := strings.Split(f.body, "\n")
	room := max(box.Height+a.short+1-len(note), 0)
	for len(body) < room {
		body = append(body, "")
	}
	rows = append(rows, body[:room]...)
	for _, row := range note {
		rows = append(rows, box.Row(a.theme.Muted.Text(row)))
	}
	return append(rows, box.Row(a.footer(f, box.Inner)))
}

// box is the grid of the screen that shows. The result has panes in wide windows, and the questions and the library have more columns.
func (a *App) box() frame.Box {
	switch {
	case a.show != nil:
	case a.screen == onResults:
		return frame.Full(a.width, a.bodyHeight())
	case a.screen == onWizard || a.screen == onLibrary:
		return frame.Wide(a.width, a.bodyHeight())
	}
	return frame.Fit(a.width, a.bodyHeight())
}

// narrow is the width below which a screen's title replaces its description.
const narrow = 56

func (a *App) title(f face, width int) string {
	const name = "Knead"
	right := f.status
	if f.of > 0 {
		right = fmt.Sprintf("%d of %d", f.page, f.of)
	}
	switch room := width - len(name) - 4 - frame.Width(f.title); {
	case f.of == 0 && width < narrow && frame.Width(right) > room:
		right = "" // the title says more
	default:
		for most := width*2/3 - 1; frame.Width(right) > most; { // whole parts go before a word is cut
			_, rest, more := strings.Cut(right, " "+a.theme.Signs.Dot+" ")
			if !more {
				break
			}
			right = rest
		}
		right = ansi.TruncateLeft(right, max(frame.Width(right)-width*2/3, 0), "…")
	}
	title := ansi.Truncate(f.title, width-len(name)-4-frame.Width(right), "…")
	left := a.theme.AccentBold.Text(name) + "  " + a.theme.Text.Text(title)
	return frame.Between(left, a.theme.Muted.Text(right), width)
}

func (a *App) progress(f face, width int) string {
	done := 0
	if f.of > 0 {
		done = width * f.page / f.of
	}
	s := a.theme.Signs
	return a.theme.Accent.Text(strings.Repeat(s.Thick, done)) + a.theme.Rule.Text(strings.Repeat(s.Rule, width-done))
}

// footer shows the keys that matter most; what does not fit falls off before "? help".
func (a *App) footer(f face, width int) string {
	help := hint(a.theme, globalKeys().Help)
	room := width - frame.Width(help)
	if f.typing {
		help, room = "", width
	}
	out, used := "", 0
	for _, b := range f.short {
		if !b.Enabled() {
			continue
		}
		h := hint(a.theme, b)
		w := frame.Width(h) + 3
		if used+w > room {
			break
		}
		out, used = out+h+"   ", used+w
	}
	return out + help
}

func hint(t *theme.Theme, b key.Binding) string {
	h := b.Help()
	return t.Bold.Text(h.Key) + " " + t.Muted.Text(h.Desc)
}
