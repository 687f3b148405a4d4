package results

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/frame"
)

// item is one entry of the list: text to be read, a heading, a therapy, a section, or another answer to try.
type item struct {
	rows   []string // finished, without the focus
	focus  []string // the same with the focus on it; nil where it cannot be selected
	match  *guide.Match
	sect   string // ID of a section
	change *guide.Change
	head   string // the title of the group or section that begins here
}

// inList are the sections that are told in the list itself, or by its therapies.
var inList = []string{"now", "notices", "massages", "alternatives", "not-now"}

// build makes the items for the room there is.
func (m *Model) build() {
	if m.g == nil || m.box.Width == 0 {
		return
	}
	m.items = nil
	width := m.listWidth()
	if m.other != nil {
		m.tried(width)
	}
	m.opening(width)
	m.therapies("Massages", width, knowledge.Massage)
	m.therapies("Alternatives", width, knowledge.Alternative)
	m.therapies("What you can do yourself", width, knowledge.SelfHelp)
	m.withheld(width)
	m.blank()
	for _, s := range m.doc.Sections {
		if !slices.Contains(inList, s.ID) {
			m.section(s, width)
		}
	}
	if it := m.selected(); it == nil || it.focus == nil {
		m.cursor = m.arrival()
	}
}

// arrival is where the cursor stands first: on the best placed therapy, if all that stands before it shows along with it, or
// on what another answer would change.
func (m *Model) arrival() int {
	rows := 0
	for i := range m.items {
		rows += len(m.items[i].rows)
		if m.other != nil || rows >= m.box.Height {
			break
		}
		if m.items[i].match != nil {
			return i
		}
	}
	return m.next(-1, 1)
}

// rebuild builds again, and keeps what is selected.
func (m *Model) rebuild() {
	id := m.pageOf
	m.build()
	if id != "" {
		m.select_(id)
	}
}

func (m *Model) blank() { m.items = append(m.items, item{rows: []string{""}}) }

func (m *Model) text(ink interface{ Text(string) string }, words string, width int) {
	m.items = append(m.items, item{rows: frame.Each(frame.Wrap(words, width), func(s string) string { return m.box.Row(ink.Text(s)) })})
}

func (m *Model) heading(title, right string, width int) {
	row := m.theme.Bold.Text(title)
	if right != "" {
		row = frame.Between(row, m.theme.Muted.Text(right), width)
	}
	m.items = append(m.items, item{rows: []string{m.box.Row(row)}, head: title})
}

// opening says in a few rows which answers want checking, what this looks like and what to do now; the whole of it is one key
// away.
func (m *Model) opening(width int) {
	for _, words := range report.Notices(m.g, m.shown) {
		m.text(m.theme.Caution, words, width)
		m.blank()
	}
	label, usually := "Your answers fit none of the patterns this guide knows.", ""
	if p := m.shown.Pattern; p != nil {
		label, usually = p.Label, p.Usually
	}
	m.text(m.theme.Bold, label, width)
	if m.other == nil || m.shown.Pattern != m.own.Pattern {
		if end := strings.Index(usually, ". "); end > 0 && m.box.Height < roomy { // its section tells the rest
			usually = usually[:end+1]
		}
		m.text(m.theme.Muted, usually, width)
	}
	m.blank()
	m.heading("Do this now", "", width)
	if m.shown.Level == knowledge.SelfCare {
		m.text(m.theme.Text, m.firstStep(), width)
	}
	m.text(m.theme.Text, m.g.Level(m.shown.Level).Headline, width)
	for i, c := range m.shown.Foremost() {
		if i == shownConcerns {
			break
		}
		sign, ink := m.theme.Tone(document.AskFirst)
		rows := frame.Hang(sign+" ", c.Flag.Meaning, width)
		m.items = append(m.items, item{rows: frame.Each(rows, func(s string) string { return m.box.Row(ink.Text(s)) })})
	}
	if names := m.fitWell(width); names != "" {
		sign, ink := m.theme.Tone(document.FitsWell)
		rows := frame.Hang(sign+" ", fitsWell()+names, width)
		m.items = append(m.items, item{rows: frame.Each(rows, func(s string) string { return m.box.Row(ink.Text(s)) })})
	}
	for _, s := range m.doc.Sections {
		if s.ID == "now" {
			row := frame.Between("What to do, and when to get help", m.theme.Signs.Opens, width)
			m.items = append(m.items, m.selectable(item{sect: s.ID}, m.theme.Muted.Text(row), row, width))
		}
	}
}

// roomy is the height from which the list tells in full how a pattern usually goes.
const roomy = 22

// fitsWell leads the names of what fits well.
func fitsWell() string { return document.Upper(guide.SuitsWell.Word()) + ": " }

// fitWell names what fits well, as many as a row holds, or two where the list is narrow: it may stand below what shows.
func (m *Model) fitWell(width int) string {
	var names []string
	for i := range m.shown.Matches {
		if x := &m.shown.Matches[i]; x.Suits() == guide.SuitsWell {
			names = append(names, x.Therapy.Name)
		}
	}
	room := width - frame.Width(fitsWell()) - 2
	if width < wideRow {
		room += width - 10 // a row seldom ends where a name does
	}
	for n := len(names); n > 0; n-- {
		words := strings.Join(names[:n], ", ")
		if more := len(names) - n; more > 0 {
			words += " and " + strconv.Itoa(more) + " more"
		}
		if frame.Width(words) <= room || n == 1 {
			return words
		}
	}
	return ""
}

// firstStep is the first thing that one can do at home: a level that finds nothing to warn of names no action of its own.
func (m *Model) firstStep() string {
	for _, s := range m.doc.Sections {
		if s.ID != "home" {
			continue
		}
		for _, b := range s.Blocks {
			if list, ok := b.(document.List); ok && len(list.Items) > 0 {
				return list.Items[0].Words
			}
		}
	}
	return ""
}

// shownConcerns is how many warnings stand in the list itself.
const shownConcerns = 3

// therapies lists those of a kind that may be used now, or asked about; the others have their own group.
func (m *Model) therapies(title string, width int, kind knowledge.TherapyKind) {
	first := true
	for i := range m.shown.Matches {
		x := &m.shown.Matches[i]
		if x.Therapy.Kind != kind || x.Verdict == knowledge.Avoid || x.Suits() == guide.LittleSupport {
			continue
		}
		if first {
			m.blank()
			right := "certainty"
			if width >= wideRow {
				right = frame.Pad("research", 19) + frame.Pad("certainty", 14)
			}
			m.heading(title, right, width)
			first = false
		}
		m.items = append(m.items, m.therapy(x, width))
	}
}

func (m *Model) therapy(x *guide.Match, width int) item {
	sign, ink := m.theme.Tone(report.Tone(x.Suits()))
	mark := " "
	if slices.Contains(m.marked, x.Therapy.ID) {
		mark = m.theme.Signs.Mark
	}
	word := frame.Pad(x.Word(), 11)
	boxes, certainty := strings.Repeat(" ", 4), ""
	if e := x.Evidence; e != nil && e.Certainty != knowledge.CertaintyNotRated && e.Direction != knowledge.DirectionUnknown {
		boxes, certainty = m.theme.Signs.Certainty(e.Certainty.Steps()), strings.ReplaceAll(e.Certainty.String(), "-", " ")
	}
	tail := boxes
	if width >= wideRow {
		tail = frame.Pad(report.Research(x.Evidence), 19) + frame.Pad(boxes+" "+certainty, 14)
	}
	room := max(width-2-frame.Width(word)-2-frame.Width(tail)-1, 1)
	var it item
	for i, name := range frame.Wrap(x.Therapy.Name, room) { // a long name goes on below itself
		name = frame.Pad(name, room)
		lead, tick, end := sign+" "+word, mark, tail
		if i > 0 {
			lead, tick, end = strings.Repeat(" ", 2+frame.Width(word)), " ", ""
		}
		plain := lead + tick + " " + name + " " + end
		styled := ink.Text(lead) + m.theme.Accent.Text(tick) + " " + m.theme.Text.Text(name) + " " + m.theme.Muted.Text(end)
		row := m.selectable(item{match: x}, styled, plain, width)
		it.match, it.rows, it.focus = x, append(it.rows, row.rows...), append(it.focus, row.focus...)
	}
	return it
}

// wideRow is the room from which a row tells the research in words.
const wideRow = 68

// withheld lists what is not for this person now, or has little support, each with its reason.
func (m *Model) withheld(width int) {
	for _, group := range []struct {
		title string
		suits guide.Suitability
	}{{"Not for you now, and why", guide.SuitsNotNow}, {"Little support for this", guide.LittleSupport}} {
		first := true
		for i := range m.shown.Matches {
			x := &m.shown.Matches[i]
			if x.Suits() != group.suits {
				continue
			}
			if first {
				m.blank()
				m.heading(group.title, "", width)
				first = false
			}
			m.items = append(m.items, m.withReason(x, width))
		}
	}
}

// withReason is a therapy with what withholds it: beside the name, or below where there is no room.
func (m *Model) withReason(x *guide.Match, width int) item {
	why := report.Research(x.Evidence)
	for i, said := range x.Withheld() {
		if i == 0 {
			why = "because of " + lower(report.Mention(m.g, said))
		} else {
			why += " and " + lower(report.Mention(m.g, said))
		}
	}
	sign, ink := m.theme.Tone(report.Tone(x.Suits()))
	left := sign + " " + x.Therapy.Name
	if frame.Width(left)+2+frame.Width(why) <= width {
		return m.selectable(item{match: x}, frame.Between(ink.Text(left), m.theme.Muted.Text(why), width), frame.Between(left, why, width), width)
	}
	it := m.selectable(item{match: x}, ink.Text(frame.Pad(left, width)), left, width)
	for _, row := range frame.Hang("    ", why, width) {
		below := m.selectable(item{}, m.theme.Muted.Text(row), row, width)
		it.rows, it.focus = append(it.rows, below.rows...), append(it.focus, below.focus...)
	}
	return it
}

func (m *Model) section(s document.Section, width int) {
	n := s.Count
	for _, b := range s.Blocks {
		if s.Count > 0 {
			break
		}
		switch b := b.(type) {
		case document.List:
			n += len(b.Items)
		case document.Rows:
			n += len(b.Rows)
		}
	}
	right := m.theme.Signs.Opens
	if n > 0 {
		right = strconv.Itoa(n) + " " + right
	}
	title := s.Title
	if frame.Width(title)+frame.Width(right) >= width {
		title, _, _ = strings.Cut(title, ",")
	}
	m.items = append(m.items, m.selectable(item{sect: s.ID, head: s.Title}, frame.Between(m.theme.Text.Text(title), m.theme.Muted.Text(right), width), frame.Between(title, right, width), width))
	if s.ID == changesSection && m.other == nil {
		m.answersToTry(width)
	}
}

func (m *Model) selectable(it item, styled, plain string, width int) item {
	it.rows = []string{m.box.Row(styled)}
	it.focus = []string{m.box.BarRow(m.theme.FocusBar.Text(m.theme.Signs.Bar), m.theme.FocusBold.Block(plain, width))}
	return it
}

// next finds the selectable item by steps from an item; the same one when there is no further.
func (m *Model) next(from, by int) int {
	at, step := from, 1
	if by < 0 {
		step, by = -1, -by
	}
	for i := from + step; i >= 0 && i < len(m.items) && by > 0; i += step {
		if m.items[i].focus != nil {
			at, by = i, by-1
		}
	}
	return at
}

func (m *Model) move(by int) { m.cursor = m.next(m.cursor, by) }

// group goes to the first entry of the next or previous group.
func (m *Model) group(by int) {
	for i := m.cursor + by; i >= 0 && i < len(m.items); i += by {
		if m.items[i].head != "" && m.items[i].focus == nil {
			if n := m.next(i, 1); n != m.cursor && m.items[n].focus != nil {
				m.cursor = n
				return
			}
		}
	}
}

// select_ puts the cursor on a therapy or section.
func (m *Model) select_(id string) {
	for i, it := range m.items {
		if it.focus != nil && it.id() == id {
			m.cursor = i
		}
	}
}

// id names what an item explains.
func (it *item) id() string {
	switch {
	case it.match != nil:
		return it.match.Therapy.ID
	case it.change != nil:
		return changesSection
	}
	return it.sect
}

// enter explains what is selected, or tries another answer.
func (m Model) enter() (Model, tea.Cmd) {
	it := m.selected()
	if it == nil {
		return m, nil
	}
	if it.change != nil {
		c := *it.change
		m.show(m.g.Assess(c.Answers), &c)
		return m.explain()
	}
	m.mode, m.offset = onText, 0
	return m.explain()
}

func lower(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && (s[1] < 'A' || s[1] > 'Z') {
		return string(s[0]+32) + s[1:]
	}
	return s
}
