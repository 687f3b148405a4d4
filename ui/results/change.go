package results

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
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
		m.items = append(m.items, m.withEffect(c, width))
	}
}

// withEffect is another answer with what it would change first: beside it, or below where there is no room.
func (m *Model) withEffect(c *guide.Change, width int) item {
	effect, label := m.effect(c), "  "+m.trial(c)
	if frame.Width(label)+2+frame.Width(effect) <= width {
		styled := frame.Between(m.theme.Text.Text(label), m.theme.Muted.Text(effect), width)
		return m.selectable(item{change: c}, styled, frame.Between(label, effect, width), width)
	}
	it := item{change: c}
	add := func(ink interface{ Text(string) string }, row string) {
		x := m.selectable(item{}, ink.Text(row), row, width)
		it.rows, it.focus = append(it.rows, x.rows...), append(it.focus, x.focus...)
	}
	for _, row := range frame.Hang("  ", m.trial(c), width) {
		add(m.theme.Text, row)
	}
	for _, row := range frame.Hang("    "+m.theme.Signs.Arrow+" ", effect, width) {
		add(m.theme.Muted, row)
	}
	return it
}

// trial is another answer in few words.
func (m *Model) trial(c *guide.Change) string {
	q := m.g.Question(c.Question)
	label := m.label(q, c.Option)
	switch {
	case q.Kind != knowledge.Many || c.Option == knowledge.None:
		return q.Title + " " + m.theme.Signs.Arrow + " " + label
	case c.Chosen:
		return "with: " + label
	}
	return "without: " + label
}

func (m *Model) label(q *knowledge.Question, option string) string {
	if o := q.Option(option); o != nil && option != knowledge.None {
		return o.Label
	}
	return "none of these"
}

// effect is the foremost thing that another answer would change.
func (m *Model) effect(c *guide.Change) string {
	switch e := c.Effects; {
	case e.Before != e.After:
		return strings.TrimSuffix(m.g.Level(e.After).Title, ".")
	case len(e.Firsts) > 0 && e.Firsts[0].After != nil:
		return "first: " + e.Firsts[0].After.Name
	case len(e.Firsts) > 0:
		return "no first choice"
	case len(e.Verdicts) > 0:
		return e.Verdicts[0].Therapy.Name + ": " + guide.VerdictWord(e.Verdicts[0].After)
	}
	return ""
}

// tried tells, above the result of another answer, which one it is and what it changes. The cursor can stand on it, so that
// it is in sight on arrival.
func (m *Model) tried(width int) {
	q := m.g.Question(m.other.Question)
	words := "Without “" + m.label(q, m.other.Option) + "”:"
	if m.other.Chosen {
		words = "If you had said “" + m.label(q, m.other.Option) + "” to “" + q.Title + "”:"
	}
	it := item{sect: changesSection}
	for _, row := range frame.Wrap(words, width) {
		x := m.selectable(it, m.theme.Bold.Text(row), row, width)
		it.rows, it.focus = append(it.rows, x.rows...), append(it.focus, x.focus...)
	}
	m.items = append(m.items, it)
	for _, b := range m.difference().Blocks {
		list, _ := b.(document.List)
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
func (m *Model) difference() document.Section {
	doc := report.New(m.g, m.own, []guide.Change{*m.other})
	at := slices.IndexFunc(doc.Sections, func(s document.Section) bool { return s.ID == changesSection })
	if at < 0 {
		return document.Section{}
	}
	return doc.Sections[at]
}

// beforeAndAfter tells of every therapy whether it keeps its word with the answer that was tried.
func (m *Model) beforeAndAfter() document.Document {
	arrow := " " + m.theme.Signs.Arrow + " "
	match := func(a *guide.Assessment, id string) *guide.Match {
		if i := slices.IndexFunc(a.Matches, func(x guide.Match) bool { return x.Therapy.ID == id }); i >= 0 {
			return &a.Matches[i]
		}
		return nil
	}
	var changed, kept document.List
	add := func(to *document.List, m *guide.Match, words string) {
		item := document.Item{Text: document.Text{Words: m.Therapy.Name + ": " + words}}
		to.Items = append(to.Items, item)
	}
	for i := range m.own.Matches {
		was := &m.own.Matches[i]
		switch is := match(&m.shown, was.Therapy.ID); {
		case is == nil:
			add(&changed, was, was.Word()+arrow+"not offered")
		case was.Suits() == is.Suits():
			add(&kept, was, is.Word())
		default:
			add(&changed, was, was.Word()+arrow+is.Word())
		}
	}
	d := document.Document{Title: "Yours" + arrow + "with this answer"}
	if m.own.Level != m.shown.Level {
		title := func(a *guide.Assessment) string { return m.g.Level(a.Level).Title }
		d.Sections = append(d.Sections, document.Section{Blocks: []document.Block{
			document.Paragraph{Text: document.Text{Words: title(&m.own) + arrow + title(&m.shown)}, Lead: true},
		}})
	}
	for _, s := range []struct {
		title string
		list  document.List
	}{{"Changed", changed}, {"Unchanged", kept}} {
		if len(s.list.Items) > 0 {
			d.Sections = append(d.Sections, document.Section{Title: s.title, Blocks: []document.Block{s.list}})
		}
	}
	return d
}
