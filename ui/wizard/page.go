package wizard

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/ui/frame"
	"knead/ui/theme"
)

// target is something that can be focused. It is named, not numbered: rows come and go as questions are answered.
type target struct {
	kind             kind
	question, option string
}

type kind uint8

const (
	onTitle  kind = iota // the question itself, above its answers
	onOption             // an answer; also none of these
	onUnsure             // not sure, to the whole question
	onScale
	onFind   // the search field
	onHit    // something found
	onNext   // the way on
	onLine   // a line of the review
	onResult // the end of the review
)

type item struct {
	target
	from, to int // its lines
}

// line is a row of the page before it is scrolled.
type line struct {
	text  string
	row   *row // in place of text, for a row that can be in focus
	item  int  // -1 for a row that cannot be focused
	needs needs
}

// view is the page as shown on the screen.
type view struct {
	text  string
	rows  []string
	hits  []int // by row of the body: the item there, or -1
	top   int   // the first line that shows
	below string
	last  int // the last row of the foot
}

// sheet is a page being written.
type sheet struct {
	m     *Model
	helps bool // every answer has its help under it
	width int
	lines []line
	items []item
	block map[string][2]int // the lines of each question
	key   string            // the key for the option in the next row, shown where the focus bar would be
}

// piece is a bit of text and its ink, on a row in focus and elsewhere.
type piece struct {
	text     string
	ink, lit theme.Ink
}

func (s *sheet) add(item int, rows ...string) { s.addIf(needs{}, item, rows...) }

// addIf adds rows that only some styles have.
func (s *sheet) addIf(n needs, item int, rows ...string) {
	for _, r := range rows {
		s.lines = append(s.lines, line{text: r, item: item, needs: n})
	}
}

// gap adds a blank row, after a row that is not blank.
func (s *sheet) gap(a air) { s.addIf(needs{air: a, gap: true}, -1, "") }

// begin opens a target; what is added until end belongs to it. It reports whether the focus is there.
func (s *sheet) begin(t target) (int, bool) {
	s.items = append(s.items, item{target: t, from: len(s.lines)})
	return len(s.items) - 1, s.m.focus == t
}

func (s *sheet) end() { s.items[len(s.items)-1].to = len(s.lines) }

// row is a row that can be in focus. It is drawn when the page was laid out and scrolled, since most rows of a long page never show.
type row struct {
	focus  bool
	key    string // the key that chooses what the row says; it is where the bar of the focus would be
	pieces []piece
	right  piece // at the end, where there is room
}

// row adds a row to the page.
func (s *sheet) row(item int, focus bool, right piece, pieces ...piece) {
	s.lines = append(s.lines, line{item: item, row: &row{focus, s.key, pieces, right}})
	s.key = ""
}

// draw writes the pieces of a row at the margin. In focus it has a bar before it, and a ground up to the end of the text.
func (m *Model) draw(r *row, width int) string {
	var b strings.Builder
	t, margin, focus, right := m.theme, m.box.Margin, r.focus, r.right
	if focus {
		b.WriteString(strings.Repeat(" ", max(margin-2, 0)))
		b.WriteString(m.on.Bar.Text(t.Signs.Bar))
		b.WriteString(m.on.Bold.Text(" "))
	} else if r.key != "" && margin >= 2 {
		b.WriteString(strings.Repeat(" ", margin-2) + t.Muted.Text(r.key) + " ")
	} else {
		b.WriteString(strings.Repeat(" ", margin))
	}
	used, last := 0, theme.Ink{}
	run := ""
	put := func(ink theme.Ink, text string) {
		if ink != last && run != "" {
			b.WriteString(last.Text(run))
			run = ""
		}
		last = ink
		run += text
		used += frame.Width(text)
	}
	for _, p := range r.pieces {
		text := p.text
		if over := used + frame.Width(text) - width; over > 0 {
			text = ansi.Truncate(text, max(width-used, 0), t.Signs.Ellipsis)
		}
		if focus {
			put(p.lit, text)
		} else {
			put(p.ink, text)
		}
	}
	room := width - used
	switch w := frame.Width(right.text); {
	case w > 0 && w < room && focus:
		put(m.on.Bold, strings.Repeat(" ", room-w))
		put(right.lit, right.text)
	case w > 0 && w < room:
		put(theme.Ink{}, strings.Repeat(" ", room-w))
		put(right.ink, right.text)
	case focus:
		put(m.on.Bold, strings.Repeat(" ", max(room, 0)))
	}
	b.WriteString(last.Text(run))
	return b.String()
}

func (m *Model) muted(s string) piece { return piece{s, m.theme.Muted, m.on.Text} }

// build makes the screen: the page as roomy as the window allows, what is below it, and the column next to it.
func (m *Model) build() {
	if !m.ready || m.theme == nil || m.box.Width == 0 {
		return
	}
	if m.mapped && !m.reviewing && !m.why {
		m.view, m.items, m.laid = view{}, nil, layout{}
		return
	}
	m.laid = m.setting()
	m.items, m.help = m.laid.items, m.laid.foot.help
	m.scroll()
	m.beside()
	m.view.text = m.box.Lines(m.view.rows)
}

// at is the number of the item in focus, or -1.
func (m *Model) at() int {
	return slices.IndexFunc(m.items, func(it item) bool { return it.target == m.focus })
}

// among reports whether the focus is on one of these items.
func (m *Model) among(items []item) bool {
	return slices.ContainsFunc(items, func(it item) bool { return it.target == m.focus })
}

// scroll scrolls the page so that the focus shows, the whole of its question if it fits, and puts the foot below it.
func (m *Model) scroll() {
	s := m.laid
	s.lines = slices.Clip(s.lines)
	h, written := m.box.Height, len(s.lines)
	room := max(h-s.foot.height(s.style.air), min(h, 3))
	from, to := 0, 1
	var past []string
	if at := m.at(); at >= 0 {
		it := m.items[at]
		from, to = it.from, it.to
		b, ok := s.block[it.question]
		switch {
		case s.style.paged && ok:
			if it.to > room/2 && !m.wide() { // otherwise they are on the screen, or in the second column
				past = m.past(it.question, room-(b[1]-b[0]))
				room -= len(past)
			}
			m.view.top, from, to = b[0], b[0], b[1]
			for len(s.lines) < b[0]+room { // keeps the question at the usual row
				s.lines = append(s.lines, line{item: -1})
			}
		case ok && b[1]-b[0] <= room:
			from, to = min(b[0], from), max(b[1], to)
		case ok && it.kind == onTitle:
			to = min(b[1], from+room)
		default:
			from, to = max(from-1, 0), min(to+1, len(s.lines))
		}
		if it.to <= room/2 {
			from = 0
		}
	}
	from, to = frame.Window(len(s.lines), room, from, to, m.view.top)
	v := view{top: from, rows: make([]string, 0, h), hits: make([]int, 0, h)}
	for _, row := range past {
		v.rows, v.hits = append(v.rows, row), append(v.hits, -1)
	}
	for _, l := range s.lines[from:to] {
		text := l.text
		if l.row != nil {
			text = m.draw(l.row, s.width)
		}
		v.rows, v.hits = append(v.rows, text), append(v.hits, l.item)
		if l.item >= 0 {
			m.read[m.items[l.item].target] = true
		}
	}
	switch {
	case to < written:
		v.below = m.belowWord(s, to)
	case from > 0:
		v.below = m.aboveWord(s, from)
	}
	m.putFoot(&v, s, h)
	m.view = v
}

// putFoot adds the foot to a page of this height, or the note about "not sure" where there is none.
func (m *Model) putFoot(v *view, s layout, h int) {
	foot := s.foot.rows
	if rows := m.unsureRows(s); len(foot) == 0 && len(v.rows)+len(rows) < h {
		foot = rows
	}
	if len(foot) == 0 {
		return
	}
	blanks := h - len(v.rows) - len(foot)
	if m.why || m.reviewing { // close to what it belongs to; help goes on in the row under the page
		blanks = min(blanks, 1)
		if m.why && h-len(v.rows)-len(foot) > 1 {
			blanks = 2
		}
	}
	for range blanks {
		v.rows = append(v.rows, "")
	}
	v.rows = append(v.rows, foot...)
	v.last = len(v.rows) - 1
}

// past is what was answered before a question on this page, a row for each answer: the last ones, as many as there is room for. A
// blank row follows.
func (m *Model) past(before string, room int) []string {
	answers, t := m.i.Answers(), m.theme
	var out []string
	for _, q := range m.asked {
		if q.ID == before {
			break
		}
		a := answers[q.ID]
		if !a.Given() {
			continue
		}
		words := "Not sure"
		if !a.Unsure {
			words = said(m.i.Guide(), guide.Line{Asked: q, Answer: a})
			words = strings.TrimPrefix(words, strings.TrimSuffix(q.Title, "?")+"? ")
			words = strings.TrimPrefix(words, madeFor(m.i.Guide(), guide.Line{Asked: q})+": ")
		}
		title := t.Signs.Mark + " " + q.Title + "  "
		words = frame.Cut(words, m.box.Text-frame.Width(title))
		out = append(out, m.box.Row(t.Muted.Text(title)+t.Text.Text(words)))
	}
	if room--; room < 1 || len(out) == 0 {
		return nil
	}
	return append(out[max(len(out)-room, 0):], "")
}

// belowWord names the next question that does not show.
func (m *Model) belowWord(s layout, from int) string {
	for _, it := range s.items {
		if it.kind == onTitle && it.from >= from {
			for _, q := range m.asked {
				if q.ID == it.question {
					return m.theme.Signs.Below + " " + q.Title
				}
			}
		}
	}
	return m.theme.Signs.Below + " more below"
}

// aboveWord names the question before what shows.
func (m *Model) aboveWord(s layout, to int) string {
	word := "more above"
	for _, q := range m.asked {
		if b, ok := s.block[q.ID]; ok && b[0] < to {
			word = q.Title
		}
	}
	return m.theme.Signs.Above + " " + word
}

// compose writes the page.
func (s *sheet) compose() {
	m := s.m
	m.composed++
	if m.reviewing {
		s.review()
		return
	}
	if m.mapped { // only to say why it is asked
		s.title(m.asked[0], true)
		return
	}
	answers := m.i.Answers()
	for n, q := range m.asked {
		if m.find.query != "" && !m.hasField(q.ID) {
			continue // a search result is shown alone
		}
		if n > 0 {
			s.gap(0)
			s.addIf(needs{air: betweenQuestions}, -1, "")
		}
		from := len(s.lines)
		s.title(q, n == 0)
		s.answers(q, answers[q.ID])
		s.block[q.ID] = [2]int{from, len(s.lines)}
	}
	s.next()
	if n := len(m.asked); n > 0 {
		b := s.block[m.asked[n-1].ID]
		s.block[m.asked[n-1].ID] = [2]int{b[0], len(s.lines)}
	}
}

// title writes the question and its hint. The focus bar is in front of it while the focus is above the answers.
func (s *sheet) title(q guide.Asked, first bool) {
	m := s.m
	n, focus := s.begin(target{onTitle, q.ID, ""})
	for i, row := range frame.Wrap(q.Title, s.width) {
		row = m.theme.Bold.Text(row)
		if focus && i == 0 {
			row = m.box.BarRow(m.theme.FocusBar.Text(m.theme.Signs.Bar), row)
		} else {
			row = m.box.Row(row)
		}
		s.add(n, row)
	}
	s.end()
	if q.Hint != "" {
		for _, row := range frame.Wrap(q.Hint, s.width) {
			s.add(-1, m.box.Row(m.theme.Muted.Text(row)))
		}
	}
	blank := needs{air: afterHints, paged: afterHint}
	if first {
		blank.air = afterHint
	}
	s.addIf(blank, -1, "")
}

// next writes the way on. It is there from the beginning, so that nothing moves when the page is complete.
func (s *sheet) next() {
	m := s.m
	if m.find.query != "" {
		return
	}
	s.gap(beforeNext)
	t := target{kind: onNext}
	if n := len(m.asked); n > 0 {
		t.question = m.asked[n-1].ID
	}
	n, focus := s.begin(t)
	ink := m.theme.Muted
	if m.missing < 0 {
		ink = m.theme.AccentBold
	}
	s.row(n, focus, piece{}, piece{"Next " + m.theme.Signs.Opens, ink, m.on.Bold})
	s.end()
}
