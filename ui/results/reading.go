package results

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide/document"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/keymap"
	"knead/ui/page"
)

// reading is a section that is a text: some sections of the document one below the other.
type reading struct {
	doc  document.Document
	id   string
	room room
	page page.Page
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
	return reading{doc: report.Only(of.g, title, found...), id: "part " + title, keyMap: defaultKeyMap()}
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
		screen := max(r.room.box.Height-2, 1)
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
	r.top = max(0, min(r.top+by, len(r.page.Rows)-r.room.box.Height))
}

func (r reading) rows() []string {
	var out []string
	for _, row := range r.page.Rows[r.top:min(r.top+r.room.box.Height, len(r.page.Rows))] {
		out = append(out, r.room.box.Row(row))
	}
	return out
}

func (r reading) point() frame.Point { return frame.Point{X: r.room.box.Margin} }

func (r reading) note() string {
	if r.top+r.room.box.Height < len(r.page.Rows) {
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
