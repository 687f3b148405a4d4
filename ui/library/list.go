package library

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"knead/content"
	"knead/guide/fold"
)

// hit is one row of the search results: a page found by its name, or a sentence.
type hit struct {
	content.Hit
	byName bool
}

const maxHits = 60

// search fills the hits for the content of the text field: pages by name first, then sentences.
func (m *Model) search() {
	query := strings.TrimSpace(m.input.Value())
	m.hits, m.hit, m.searched = nil, 0, query != ""
	if !m.searched {
		return
	}
	titles := make([]string, len(m.lib.Pages))
	for i := range m.lib.Pages {
		titles[i] = fold.Plain(m.lib.Pages[i].Title)
	}
	named := map[string]bool{}
	for _, f := range fuzzy.Find(fold.Plain(query), titles) {
		if len(m.hits) == 5 || f.Score < 0 && len(m.hits) > 0 {
			break
		}
		if !likely(titles[f.Index], f.MatchedIndexes) {
			continue
		}
		p := &m.lib.Pages[f.Index]
		named[p.ID] = true
		m.hits = append(m.hits, hit{content.Hit{Page: p.ID, Text: p.Title}, true})
	}
	if m.index == nil {
		return
	}
	for _, h := range m.index.Search(query, maxHits-len(m.hits)) {
		if p := m.lib.Page(h.Page); p == nil || named[h.Page] && h.Text == p.Title {
			continue
		}
		m.hits = append(m.hits, hit{h, false})
	}
}

// move steps through the list or the hits.
func (m *Model) move(by int) {
	if m.searched {
		m.hit = max(0, min(m.hit+by, len(m.hits)-1))
		return
	}
	at := m.step(m.cursor, by)
	if at >= 0 {
		m.cursor = at
	}
}

// step finds the page by entries further on, passing over headings.
func (m *Model) step(from, by int) int {
	var pages []int
	for i, e := range m.entries {
		if e.page != nil {
			pages = append(pages, i)
		}
	}
	if len(pages) == 0 {
		return -1
	}
	at, ok := slices.BinarySearch(pages, from)
	if !ok && by > 0 {
		at--
	}
	return pages[max(0, min(at+by, len(pages)-1))]
}

// follow opens what the cursor is on.
func (m Model) follow() (Model, tea.Cmd) {
	if !m.searched {
		if m.cursor < 0 || m.entries[m.cursor].page == nil {
			return m, nil
		}
		return m.open(m.entries[m.cursor].page.ID)
	}
	if m.hit >= len(m.hits) {
		return m, nil
	}
	h := m.hits[m.hit]
	m, cmd := m.open(h.Page)
	if !h.byName {
		m.query = strings.TrimSpace(m.input.Value())
		m.anchor = h.Section
		m.find()
	}
	return m, cmd
}

// preview renders the page under the cursor, and shows it if it fits next to the list.
func (m Model) preview() (Model, tea.Cmd) {
	if m.searched || m.cursor < 0 || m.entries[m.cursor].page == nil {
		return m, nil
	}
	if id := m.entries[m.cursor].page.ID; id != m.page {
		m.remember()
		m.past, m.future = nil, nil
		return m.load(id)
	}
	return m, nil
}

// likely reports whether letters that were found in order in a title are those of a name that somebody has begun, shortened, or
// mistyped. They are when each of them begins a word of it or follows the one before with at most two letters between: any few
// letters turn up somewhere in a long title.
func likely(title string, matched []int) bool {
	const between = 2
	for i, at := range matched {
		begins := at == 0 || !isLetter(title, at-1) || !isLetter(title, at)
		if !begins && (i == 0 || at-matched[i-1] > between+1 || strings.ContainsFunc(title[matched[i-1]:at], notLetter)) {
			return false
		}
	}
	return true
}

func isLetter(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return !notLetter(r)
}

func notLetter(r rune) bool { return r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
