package results

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/bodymap"
	"knead/ui/frame"
	"knead/ui/keymap"
	"knead/ui/page"
)

// reading is a section that is a text: some sections of the document one below the other.
type reading struct {
	of   *result
	doc  document.Document
	id   string
	room room
	page page.Page
	body bodymap.Model // next to the text, where there is room for it
	top  int
	keyMap
}

// newReading makes a text of these sections of the result, with the sources that they cite.
func newReading(of *result, title string, sections ...string) reading {
	var found []document.Section
	for _, want := range sections {
		if at := slices.IndexFunc(of.doc.Sections, func(s document.Section) bool { return s.ID == want }); at >= 0 {
			found = append(found, of.doc.Sections[at])
		}
	}
	return reading{of: of, doc: report.Only(of.g, title, found...), id: "part " + title, keyMap: defaultKeyMap()}
}

// newSources is the answers that the result rests on, and everything that it cites.
func newSources(of *result) reading {
	r := newReading(of, "What this rests on", "answers", "aside")
	r.doc.Sources = of.doc.Sources
	return r
}

func (r reading) key() page.Key {
	return page.Key{ID: r.id, Width: r.room.box.Text, Theme: r.room.theme.Name, Colors: r.room.theme.Colors}
}

func (r reading) lay(at room) (section, tea.Cmd) {
	r.room = at
	if r.columns() > 1 {
		r.body = bodymap.Of(r.of.lib, r.of.g, r.of.own, at.theme)
	}
	k := r.key()
	if r.page.Key == k {
		r.scroll(0)
		return r, nil
	}
	d, t := r.doc, at.theme
	return r, func() tea.Msg { return renderedMsg{page.Render(k, d, false, t)} }
}

func (r reading) update(msg tea.Msg) (section, tea.Cmd, bool) {
	switch msg := msg.(type) {
	case renderedMsg:
		if r.room.theme == nil || msg.page.Key != r.key() {
			return r, nil, false
		}
		r.page = msg.page
		r.scroll(0)
	case tea.KeyPressMsg:
		screen := max(r.high()-2, 1)
		rows, moves := r.By(msg, screen)
		if key.Matches(msg, r.Mark) {
			rows, moves = screen, true
		}
		if !moves {
			return r, nil, false
		}
		r.scroll(rows)
	case tea.MouseWheelMsg:
		by := 3
		if msg.Button == tea.MouseWheelUp {
			by = -3
		}
		r.scroll(by)
	default:
		return r, nil, false
	}
	return r, nil, true
}

func (r *reading) scroll(by int) {
	r.top = max(0, min(r.top+by, len(r.page.Rows)-r.high()))
}

// columnGap is between two columns of a text.
const columnGap = 4

// columns is how many columns of the text fit next to each other.
func (r *reading) columns() int {
	if r.room.box.Width < columnsWid {
		return 1
	}
	return (r.room.box.Inner + columnGap) / (r.room.box.Text + columnGap)
}

// high is the rows of the text that show.
func (r *reading) high() int { return max(r.columns(), 1) * r.room.box.Height }

// split divides the rows that show into columns. A text with room to spare begins its last section, the sources, in a column of its
// own.
func (r *reading) split() [][]string {
	shown := r.page.Rows[r.top:min(r.top+r.high(), len(r.page.Rows))]
	h := r.room.box.Height
	if n := len(r.page.Sections); n > 0 && r.columns() > 1 && r.top == 0 {
		if at := r.page.Sections[n-1].Row; at > 0 && at < h && len(shown)-at <= h {
			return [][]string{shown[:at], shown[at:]}
		}
	}
	var out [][]string
	for len(shown) > h {
		out, shown = append(out, shown[:h]), shown[h:]
	}
	return append(out, shown)
}

func (r reading) rows() []string {
	b := r.room.box
	columns := r.split()
	if r.columns() == 1 {
		return frame.Each(columns[0], b.Row)
	}
	for i, c := range columns {
		rows := make([]string, b.Height)
		for y := range rows {
			if y < len(c) {
				rows[y] = c[y]
			}
			rows[y] = frame.Pad(rows[y], b.Text+columnGap-1) // beside adds a blank
		}
		columns[i] = rows
	}
	used := len(columns) * (b.Text + columnGap)
	if b.Inner-used >= leastFigure && r.body.Shows() {
		columns = append(columns, append(r.body.Tall(b.Inner-used, b.Height-2), "", strings.Join(r.body.Key(), "  ")))
	}
	return beside(b.Margin, columns...)
}

// leastFigure is the least width of a column for the body.
const leastFigure = 30

func (r reading) point() frame.Point { return frame.Point{X: r.room.box.Margin} }

func (r reading) note() string {
	if r.top+r.high() < len(r.page.Rows) {
		return r.room.theme.Signs.Below + " more to read"
	}
	return ""
}

func (r reading) short() []key.Binding {
	return []key.Binding{keymap.As(r.Up, "↑↓", "scroll"), keymap.As(r.Back, "esc", "answer")}
}

func (r reading) full() [][]key.Binding {
	return [][]key.Binding{{r.Up, r.PageDown, r.PageUp, r.Top, r.Bottom}}
}
