package library

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide/document"
	"knead/ui/page"
)

// A page in the cache is some hundred kilobytes; these are enough to go to and fro.
const maxCached = 12

type renderedMsg struct{ doc page.Page }

type indexedMsg struct{ index *content.Index }

func (m *Model) key(id string) page.Key {
	return page.Key{ID: id, Width: m.textWidth(), Theme: m.theme.Name, Colors: m.theme.Colors}
}

// open goes to a page, "id" or "id#section", remembering where one was.
func (m Model) open(target string) (Model, tea.Cmd) {
	id, anchor, _ := strings.Cut(target, "#")
	if id == "" {
		id = m.page
	}
	if m.lib.Page(id) == nil {
		return m, nil
	}
	if m.focus == onText && m.page != "" {
		m.past = append(slices.Clone(m.past), place{m.page, m.offset})
		m.future = nil
	}
	m.remember()
	m.focus, m.link, m.query, m.matches, m.anchor, m.contents = onText, -1, "", nil, anchor, nil
	m.who = nil
	m.cursor = m.entryOf(id)
	return m.load(id)
}

// entryOf finds a page in the list, or -1.
func (m *Model) entryOf(id string) int {
	return slices.IndexFunc(m.entries, func(e entry) bool { return e.page != nil && e.page.ID == id })
}

// travel goes to the place before, or, forward, to the one that was left for it; where one is becomes the other's last.
func (m Model) travel(forward bool) (Model, tea.Cmd) {
	from, to := m.past, m.future
	if forward {
		from, to = to, from
	}
	if len(from) == 0 {
		return m, nil
	}
	p := from[len(from)-1]
	from, to = slices.Clone(from[:len(from)-1]), append(slices.Clone(to), place{m.page, m.offset})
	if m.past, m.future = from, to; forward {
		m.past, m.future = to, from
	}
	m.remember()
	m.offsets[p.page] = p.offset
	m.doc = nil // the place is the one of then, on the same page too
	m.link, m.anchor, m.contents = -1, "", nil
	m.cursor = m.entryOf(p.page)
	return m.load(p.page)
}

// load shows a page from the cache at once, or has it rendered.
func (m Model) load(id string) (Model, tea.Cmd) {
	m.page = id
	k := m.key(id)
	for i := range m.cache {
		if m.cache[i].Key == k {
			m.show(&m.cache[i])
			return m, m.ahead()
		}
	}
	if m.doc != nil && m.doc.Key.ID != id {
		m.doc = nil
	}
	return m, m.render(k)
}

// received takes in a page that was rendered. One that is not wanted anymore is kept only for later.
func (m *Model) received(d page.Page) {
	m.cache = slices.DeleteFunc(slices.Clone(m.cache), func(c page.Page) bool { return c.Key == d.Key })
	m.cache = append(m.cache, d)
	if len(m.cache) > maxCached {
		m.cache = m.cache[len(m.cache)-maxCached:]
	}
	if d.Key == m.key(m.page) {
		m.show(&d)
	}
}

// show puts a rendered page on the screen, at its section, at the place remembered, or with the same part on top as before.
func (m *Model) show(d *page.Page) {
	before := m.doc
	m.doc = d
	m.link = sameLink(before, d, m.link)
	switch {
	case m.anchor != "":
		m.offset = 0
		for _, s := range d.Sections {
			if s.Title == m.anchor || document.Anchor(s.Title) == m.anchor {
				m.offset = s.Row
			}
		}
		m.anchor = ""
	case before != nil && before.Key.ID == d.Key.ID:
		if before.Key.Width != d.Key.Width {
			m.offset = sameSection(before, d, m.offset)
		}
	default:
		m.offset = m.offsets[d.Key.ID]
	}
	m.find()
	m.scroll(0)
}

// sameLink finds link i of before in d, where it may be wrapped over fewer rows or more; -1 where d is another page.
func sameLink(before, d *page.Page, i int) int {
	if before == nil || before.Key.ID != d.Key.ID || i < 0 || i >= len(before.Links) {
		return -1
	}
	n := 0 // the link is the n-th
	for _, l := range before.Links[:i+1] {
		if !l.GoesOn {
			n++
		}
	}
	for at, l := range d.Links {
		if !l.GoesOn {
			n--
		}
		if n == 0 && l.Target == before.Links[i].Target {
			return at
		}
	}
	return -1
}

// sameSection finds the row of d with the same content as the row of before at offset.
func sameSection(before, d *page.Page, offset int) int {
	at := -1
	for i, s := range before.Sections {
		if s.Row <= offset {
			at = i
		}
	}
	if at < 0 || at >= len(d.Sections) {
		return offset * len(d.Rows) / max(len(before.Rows), 1)
	}
	return d.Sections[at].Row + min(offset-before.Sections[at].Row, 3)
}

// remember keeps the place in the page one leaves.
func (m *Model) remember() {
	if m.page == "" {
		return
	}
	offsets := make(map[string]int, len(m.offsets)+1)
	maps.Copy(offsets, m.offsets)
	offsets[m.page] = m.offset
	m.offsets = offsets
}

// Commands. They capture values, and answer with the key of what they made.

func (m *Model) render(k page.Key) tea.Cmd {
	lib, t, hyperlinks := m.lib, m.theme, m.hyperlinks
	return func() tea.Msg {
		return renderedMsg{page.Render(k, lib.Document(lib.Page(k.ID)), hyperlinks, t)}
	}
}

// ahead renders the neighbours of the page in the list, so that going there is at once.
func (m *Model) ahead() tea.Cmd {
	at := m.entryOf(m.page)
	if at < 0 {
		return nil
	}
	for _, by := range []int{1, -1} {
		n := m.step(at, by)
		if n < 0 || m.entries[n].page == nil {
			continue
		}
		k := m.key(m.entries[n].page.ID)
		if !slices.ContainsFunc(m.cache, func(c page.Page) bool { return c.Key == k }) {
			return m.render(k)
		}
	}
	return nil
}

func (m *Model) buildIndex() tea.Cmd {
	if m.index != nil {
		return nil
	}
	lib := m.lib
	return func() tea.Msg { return indexedMsg{content.NewIndex(lib)} }
}
