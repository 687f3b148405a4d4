package results

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/chart"
	"knead/ui/frame"
	"knead/ui/theme"
)

// list adds a group: its heading with the number of therapies, then a row for each. Groups with one shared reason, and those with
// little support, are folded to their names.
func (m *Model) list(x *report.Group, width int) {
	if len(m.items) > 0 {
		m.blank()
	}
	folds := x.Suits == guide.LittleSupport || x.Suits == guide.SuitsAfterAsking && len(x.Matches) > 1
	if !folds {
		m.items = append(m.items, item{rows: []string{"  " + m.groupHead(x, width)}, head: x.Title})
		for _, match := range x.Matches {
			if x.Suits >= guide.SuitsAfterAsking {
				m.items = append(m.items, m.withReason(match, width))
			} else {
				m.items = append(m.items, m.therapy(match, width))
			}
		}
		return
	}
	it := m.foldHead(x, width)
	for _, t := range x.Shared {
		m.under(&it, m.theme.Text.Text, t.Words, width)
	}
	if x.Ask.Words != "" {
		m.under(&it, m.theme.Muted.Text, x.Ask.Words, width)
	}
	if !m.unfolded[x.Suits] {
		for _, words := range m.folded(x) {
			m.under(&it, m.theme.Muted.Text, words, width)
		}
	}
	m.items = append(m.items, it)
	if m.unfolded[x.Suits] {
		for _, match := range x.Matches {
			m.items = append(m.items, m.therapy(match, width))
		}
	}
}

// folded names the therapies of a folded group. Without a reason that all of them share, it names them by reason.
func (m *Model) folded(x *report.Group) []string {
	var leads []string
	names := map[string][]string{}
	for _, match := range x.Matches {
		lead := ""
		switch {
		case x.Suits == guide.SuitsAfterAsking && len(x.Shared) > 0:
			lead = "After a yes: "
		case x.Suits == guide.SuitsAfterAsking:
			if reasons := m.reasons(match); len(reasons) > 0 {
				lead = "Because of " + strings.Join(reasons, " and ") + ": "
			}
		}
		if names[lead] == nil {
			leads = append(leads, lead)
		}
		names[lead] = append(names[lead], match.Therapy.Name)
	}
	out := make([]string, len(leads))
	for i, lead := range leads {
		out[i] = lead + strings.Join(names[lead], ", ")
	}
	return out
}

// under adds words below the first row of an item.
func (m *Model) under(it *item, ink func(string) string, words string, width int) {
	for _, row := range frame.Hang("  ", words, width) {
		it.rows = append(it.rows, "  "+ink(row))
		it.focus = append(it.focus, "  "+ink(row))
	}
}

// toggle folds a group, or unfolds it.
func (m *Model) toggle(x *report.Group) {
	m.unfolded[x.Suits] = !m.unfolded[x.Suits]
	m.build()
	m.select_(x.ID)
}

// groupHead is the heading of a group: its sign and word, how many, a rule, and what the columns at the end of its rows are.
func (m *Model) groupHead(x *report.Group, width int) string {
	sign, ink := m.theme.Tone(report.Tone(x.Suits))
	left, right := sign+" "+x.Title, ""
	if meter := meterWidth(width); x == &m.grouped[0] && x.Suits < guide.SuitsAfterAsking {
		if right = " sure"; meter > 0 {
			right = " " + chart.Axis(meter, theme.Ink{}) + "  sure"
		}
	}
	count := "  " + strconv.Itoa(len(x.Matches)) + " "
	rule := strings.Repeat(m.theme.Signs.Rule, max(width-frame.Width(left)-frame.Width(count)-frame.Width(right), 0))
	return ink.Text(left) + m.theme.Text.Text(count) + m.theme.Rule.Text(rule) + m.theme.Muted.Text(right)
}

// foldHead is the heading of a group that can be selected, to fold or unfold it.
func (m *Model) foldHead(x *report.Group, width int) item {
	sign, ink := m.theme.Tone(report.Tone(x.Suits))
	left := sign + " " + x.Title
	count, right := "  "+strconv.Itoa(len(x.Matches))+" ", " "+m.theme.Signs.Opens
	if m.unfolded[x.Suits] {
		right = " " + m.theme.Signs.Below
	}
	rule := strings.Repeat(m.theme.Signs.Rule, max(width-frame.Width(left)-frame.Width(count)-frame.Width(right), 0))
	styled := ink.Text(left) + m.theme.Text.Text(count) + m.theme.Rule.Text(rule) + m.theme.Muted.Text(right)
	return m.selectable(item{sect: x.ID, head: x.Title, fold: x}, styled, left+count+rule+right, width)
}

// meterWidth is the room for the meters in rows of this width; none in small windows.
func meterWidth(width int) int {
	switch {
	case width >= 90:
		return 31
	case width >= 60:
		return 21
	case width >= 46:
		return 13
	}
	return 0
}

// noteWidth is the room for what sets an approach apart, where there is any.
const noteWidth = 21

// therapy is a row of a group: the name, what sets it apart, how much it helped in studies, and how sure that is.
func (m *Model) therapy(x *guide.Match, width int) item {
	t := m.theme
	sign, ink := t.Tone(report.Tone(x.Suits()))
	mark := " "
	if slices.Contains(m.marked, x.Therapy.ID) {
		mark = t.Signs.Mark
	}
	meter := meterWidth(width)
	steps, _ := certaintyOf(x.Evidence)
	inks := chart.In(t, ink)
	found := func() string {
		squares := strings.Repeat(" ", chart.CertaintyWidth)
		if steps > 0 {
			squares = chart.Certainty(steps, inks)
		}
		if meter == 0 {
			return squares
		}
		if known := meterOf(x.Evidence); known.Known {
			return chart.Meter(known, meter, inks) + "  " + squares
		}
		words := "not studied"
		if x.Evidence != nil && x.Evidence.Direction != knowledge.DirectionUnknown {
			words = report.Research(x.Evidence)
		}
		return inks.Track.Text(frame.Pad("  "+words, meter)) + "  " + squares
	}
	tail := found()
	const lead = 4 // the sign, the mark, and a blank after each
	room := max(width-lead-frame.Width(tail)-1, 1)
	note := ""
	if x.Evidence != nil && x.Evidence.Note != "" && frame.Width(x.Therapy.Name) < room-noteWidth {
		note = frame.Pad(x.Evidence.Note, noteWidth)
	}
	name := t.Text
	if s := m.shown.Start.Match; s != nil && s.Therapy == x.Therapy {
		name = t.AccentBold
	}
	var it item
	for i, words := range frame.Wrap(x.Therapy.Name, room-frame.Width(note)) { // a long name goes on below itself
		words = frame.Pad(words, room-frame.Width(note))
		if i > 0 {
			row := m.selectable(it, "    "+name.Text(words), "    "+words, width)
			it.rows, it.focus = append(it.rows, row.rows...), append(it.focus, row.focus...)
			continue
		}
		said := strings.TrimRight(words, " ")
		before, after := ink.Text(sign)+" "+t.Accent.Text(mark)+" ", " "+tail // these stay as they are, so that a key sends little
		it = item{
			rows:  []string{"  " + before + name.Text(words) + t.Muted.Text(note) + after},
			focus: []string{t.FocusBar.Text(t.Signs.Bar) + " " + before + t.FocusBold.Text(said) + frame.Pad("", frame.Width(words)-frame.Width(said)) + t.Muted.Text(note) + after},
		}
	}
	it.match = x
	return it
}

// withReason is a therapy with the reason that withholds it, next to the name or, if that does not fit, below.
func (m *Model) withReason(x *guide.Match, width int) item {
	why := report.Research(x.Evidence)
	if reasons := m.reasons(x); len(reasons) > 0 {
		why = "because of " + strings.Join(reasons, " and ")
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

// reasons names the answers that withhold a therapy. Several answers that count as one condition are named as that condition.
func (m *Model) reasons(x *guide.Match) []string {
	var out []string
	said := x.Withheld()
	for _, one := range said {
		words := lower(report.Mention(m.g, one))
		if one.As != "" && slices.ContainsFunc(said, func(y guide.Said) bool { return y.As == one.As && y.Fact != one.Fact }) {
			words = lower(one.As)
		}
		if !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	return out
}

// counts says which key leads to the approaches, how many there are and how they suit: as many groups as there is room for.
func (m *Model) counts(width int) string {
	var parts []string
	all := 0
	for i := range m.grouped {
		x := &m.grouped[i]
		sign, _ := m.theme.Tone(report.Tone(x.Suits))
		parts = append(parts, sign+" "+strconv.Itoa(len(x.Matches))+" "+x.Suits.Word())
		all += len(x.Matches)
	}
	words := "Press " + strconv.Itoa(approachesPart+1) + " to see " + strconv.Itoa(all) + " approaches"
	for n := len(parts); n > 0; n-- {
		rest := ""
		if n < len(parts) {
			rest = ", …"
		}
		if full := words + ": " + strings.Join(parts[:n], ", ") + rest; frame.Width(full) <= width {
			return full
		}
	}
	return words
}
