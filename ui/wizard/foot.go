package wizard

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

// wide reports whether there is a second column on the page.
func (m *Model) wide() bool { return m.box.Width >= 112 && m.box.Inner >= frame.Fit(112, 1).Inner }

// current is the question the focus is in.
func (m *Model) current() (guide.Asked, bool) {
	for _, q := range m.asked {
		if q.ID == m.focus.question {
			return q, true
		}
	}
	if len(m.asked) > 0 {
		return m.asked[0], true
	}
	return guide.Asked{}, false
}

// foot is what is below the page: why it is asked, or the help of the answer in focus, and what was chosen of the health items.
func (m *Model) foot(helps bool, width int) foot {
	if m.reviewing {
		return foot{rows: m.reviewFoot(width)}
	}
	f := foot{rows: m.chosenRows(width)}
	f.chosen = len(f.rows) > 0
	q, ok := m.current()
	switch {
	case !ok:
	case m.why && (!m.wide() || m.mapped):
		if f.chosen {
			f.rows = append(f.rows, "")
		}
		f.rows = append(f.rows, m.whyRows(q, width)...)
	case !helps || len(m.find.found) > 0:
		var rows []string
		rows, f.help = m.helpRows(width)
		f.rows = append(f.rows, rows...)
	}
	return f
}

// whyRows says why the question is asked, and what "not sure" does.
func (m *Model) whyRows(q guide.Asked, width int) []string {
	t := m.theme
	bar := t.Accent.Text(t.Signs.Pane) + " "
	rows := []string{m.box.Row(t.AccentBold.Text("Why is this asked?"))}
	for _, r := range frame.Wrap(q.Why, width-4) {
		rows = append(rows, m.box.Row(bar+t.Text.Text(r)))
	}
	if q.Unsure != "" {
		rows = append(rows, m.box.Row(bar+t.Bold.Text("Not sure?")))
		for _, r := range frame.Wrap(q.Unsure, width-4) {
			rows = append(rows, m.box.Row(bar+t.Text.Text(r)))
		}
	}
	if sources := m.sources(q); sources != "" {
		for _, r := range frame.Wrap(sources, width-4) {
			rows = append(rows, m.box.Row(bar+t.Muted.Text(r)))
		}
	}
	return rows
}

// sources names where the question comes from.
func (m *Model) sources(q guide.Asked) string {
	if len(q.Sources) == 0 {
		return ""
	}
	return "Sources: " + strings.Join(q.Sources, ", ")
}

// helpRows is the help of the answer in focus, in as many rows as the longest help of the page takes. The last of them is apart:
// it is shown in the row above the footer.
func (m *Model) helpRows(width int) (rows []string, last string) {
	height, here := 0, ""
	weigh := func(help string, focus bool) {
		height = max(height, len(frame.Wrap(help, width)))
		if focus {
			here = help
		}
	}
	for _, h := range m.find.found {
		if h.Kind == guide.FoundItem {
			weigh(h.Option.Help, m.focus == hit(h))
		}
	}
	for _, q := range m.asked {
		if len(m.find.found) > 0 {
			break
		}
		for _, o := range q.Shown {
			weigh(o.Help, m.focus == target{onOption, q.ID, o.ID})
		}
		if m.focus == (target{kind: onUnsure, question: q.ID}) {
			here = q.Unsure
		}
	}
	if height == 0 {
		return nil, ""
	}
	rows = make([]string, height-1)
	for i, r := range frame.Wrap(here, width) {
		switch {
		case i < height-1:
			rows[i] = m.box.Row(m.theme.Muted.Text(r))
		case i == height-1:
			last = r
		}
	}
	return rows, last
}

// unsureRows explains what "not sure" does while it is focused, unless another text does. The last row is kept for the note.
func (m *Model) unsureRows(s layout) []string {
	q, ok := m.current()
	if !ok || m.focus.kind != onUnsure || !s.style.helps || m.why || m.wide() || q.Unsure == "" {
		return nil
	}
	rows := frame.Wrap(q.Unsure, s.width)
	m.help = rows[len(rows)-1]
	rows = rows[:len(rows)-1]
	return frame.Each(rows, func(r string) string { return m.box.Row(m.theme.Muted.Text(r)) })
}

// chosenRows sums up the health items that were chosen, on the pages where they are.
func (m *Model) chosenRows(width int) []string {
	here := slices.ContainsFunc(m.asked, func(q guide.Asked) bool { return m.searchable(q.ID) })
	q := m.i.Guide().Role(knowledge.RoleHistory)
	if !here || q == nil {
		return nil
	}
	a := m.health
	t := m.theme
	var parts []piece
	add := func(ids []string, sign string, ink theme.Ink) {
		for _, id := range ids {
			if o := q.Option(id); o != nil && id != knowledge.None {
				parts = append(parts, piece{text: sign + " " + o.Label, ink: ink})
			}
		}
	}
	add(a.Options, t.Signs.Chosen, t.AccentBold)
	add(a.Open, t.Signs.Unsure, t.Caution)
	if len(parts) == 0 {
		return nil
	}
	const lead, most = 8, 2
	var rows []string
	row, used := t.Text.Text(frame.Pad("Chosen", lead)), lead
	for i, p := range parts {
		text := ansi.Truncate(p.text, width-lead, t.Signs.Ellipsis)
		w := frame.Width(text)
		if used > lead && used+w > width {
			rows = append(rows, m.box.Row(row))
			row, used = strings.Repeat(" ", lead), lead
			if len(rows) >= most {
				row += t.Muted.Text("and " + guide.Number(len(parts)-i) + " more")
				return append(rows, m.box.Row(row))
			}
		}
		row += p.ink.Text(text) + "   "
		used += w + 3
	}
	return append(rows, m.box.Row(row))
}

// beside writes the columns next to the page, where they fit: why this is asked with the answers so far, and the body.
func (m *Model) beside() {
	b := m.box
	x := b.Margin + b.Text + 4
	width := b.Inner - b.Text - 4
	switch {
	case m.reviewing && !m.wide():
		m.put(b.Margin+m.laid.width+marginGap, m.margin(len(m.laid.foot.rows)))
	case !m.wide() || m.mapped:
	case width >= 2*leastColumn+4:
		width = (width - 4) / 2
		words, body := m.about, m.bodySoFar
		if m.reviewing {
			words, body = m.bodyWords, m.aside
		}
		m.put(x, words(width))
		m.put(x+width+4, m.column.in(width, b.Height, body))
	case m.reviewing:
		m.put(x, m.column.in(width, b.Height, m.aside))
	default:
		m.put(x, m.about(width))
	}
}

// leastColumn is the least width of each of two columns next to a page.
const leastColumn = 50

// about is why this is asked, and the answers so far.
func (m *Model) about(width int) []string {
	t, b := m.theme, m.box
	q, ok := m.current()
	if !ok {
		return nil
	}
	var rows []string
	add := func(ink theme.Ink, s string) {
		for _, r := range frame.Wrap(s, width) {
			rows = append(rows, ink.Text(r))
		}
	}
	add(t.AccentBold, "Why is this asked?")
	add(t.Text, q.Why)
	if q.Unsure != "" {
		rows = append(rows, "")
		add(t.Bold, "Not sure?")
		add(t.Text, q.Unsure)
	}
	if s := m.sources(q); s != "" {
		rows = append(rows, "")
		add(t.Muted, s)
	}
	if len(rows) < b.Height-4 {
		rows = append(rows, "", "")
		rows = append(rows, m.soFar(b.Height-len(rows), width)...)
	}
	return rows
}

// put writes rows next to the page, from a column on.
func (m *Model) put(x int, rows []string) {
	for y, r := range rows {
		if y >= m.box.Height {
			break
		}
		for len(m.view.rows) <= y {
			m.view.rows = append(m.view.rows, "")
		}
		if r != "" {
			m.view.rows[y] = frame.Pad(m.view.rows[y], x) + r
		}
	}
}

// reviewTop is the rows of the review above its first line.
const reviewTop = 3

// soFar lists the answers given on the pages before, the latest where there is not room for all.
func (m *Model) soFar(height, width int) []string {
	t := m.theme
	var rows []string
	here := ""
	if len(m.asked) > 0 {
		here = m.asked[0].ID
	}
	for _, p := range m.reviewed() {
		if p.question == here {
			break // only what was said before
		}
		for _, text := range p.said {
			for _, r := range frame.Hang(t.Signs.Bullet+" ", text, width) {
				rows = append(rows, t.Muted.Text(r))
			}
		}
		for _, o := range p.open {
			for _, r := range frame.Hang(t.Signs.Unsure+" ", o, width) {
				rows = append(rows, t.Caution.Text(r))
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if height--; len(rows) > height {
		rows = rows[len(rows)-max(height, 0):]
	}
	return append([]string{t.AccentBold.Text("So far")}, rows...)
}
