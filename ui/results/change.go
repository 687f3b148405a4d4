package results

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/report"
	"knead/ui/frame"
)

// The section of what would change the result; in the list the answers to try stand under it.
const changesSection = "changes"

// Of one question so many other answers are offered, and so many in all: what is open first, then what was said.
const (
	triesOfQuestion = 3
	triesInAll      = 12
)

// answersToTry lists other answers, each with what it would change first.
func (m *Model) answersToTry(width int) {
	of, all := map[string]int{}, 0
	for i := range m.changes {
		c := &m.changes[i]
		if c.Was == guide.WasAbsent || of[c.Question] == triesOfQuestion || all == triesInAll {
			continue
		}
		of[c.Question]++
		all++
		effect := m.effect(c)
		label := frame.Pad("  "+m.trial(c), max(width-frame.Width(effect)-2, 0)) + "  "
		m.items = append(m.items, m.selectable(item{change: c}, m.theme.Text.Text(label)+m.theme.Muted.Text(effect), label+effect, width))
	}
}

// trial is another answer in few words.
func (m *Model) trial(c *guide.Change) string {
	q := m.g.Question(c.Question)
	label := m.label(q, c.Option)
	switch {
	case q.Kind != guide.Many || c.Option == guide.None:
		return report.Clean(q.Title) + " " + m.theme.Signs.Arrow + " " + label
	case c.Chosen:
		return "with: " + label
	}
	return "without: " + label
}

func (m *Model) label(q *guide.Question, option string) string {
	if o := q.Option(option); o != nil && option != guide.None {
		return report.Clean(o.Label)
	}
	return "none of these"
}

// effect is the foremost thing that another answer would change.
func (m *Model) effect(c *guide.Change) string {
	switch e := c.Effects; {
	case e.Before != e.After:
		return strings.TrimSuffix(report.Clean(m.g.Level(e.After).Title), ".")
	case len(e.Firsts) > 0 && e.Firsts[0].After != nil:
		return "first: " + report.Clean(e.Firsts[0].After.Name)
	case len(e.Firsts) > 0:
		return "no first choice"
	case len(e.Verdicts) > 0:
		return report.Clean(e.Verdicts[0].Therapy.Name) + ": " + e.Verdicts[0].After.Word()
	}
	return ""
}

// tried tells, above the result of another answer, which one it is and what it changes. The cursor can stand on it, so that
// it is in sight on arrival.
func (m *Model) tried(width int) {
	q := m.g.Question(m.other.Question)
	words := "Without “" + m.label(q, m.other.Option) + "”:"
	if m.other.Chosen {
		words = "If you had said “" + m.label(q, m.other.Option) + "” to “" + report.Clean(q.Title) + "”:"
	}
	it := item{sect: changesSection}
	for _, row := range frame.Wrap(words, width) {
		x := m.selectable(it, m.theme.Bold.Text(row), row, width)
		it.rows, it.focus = append(it.rows, x.rows...), append(it.focus, x.focus...)
	}
	m.items = append(m.items, it)
	for _, b := range m.difference().Blocks {
		list, _ := b.(report.List)
		for _, it := range list.Items {
			for _, sub := range it.Sub {
				rows := frame.Hang(m.theme.Signs.Arrow+" ", sub.Words, width)
				m.items = append(m.items, item{rows: frame.Each(rows, func(s string) string { return m.box.Row(m.theme.Text.Text(s)) })})
			}
		}
	}
	m.blank()
}

// difference is what the answer that was tried changes, in the words of the report.
func (m *Model) difference() report.Section {
	doc := report.New(m.g, m.own, []guide.Change{*m.other})
	at := slices.IndexFunc(doc.Sections, func(s report.Section) bool { return s.ID == changesSection })
	if at < 0 {
		return report.Section{}
	}
	return doc.Sections[at]
}
