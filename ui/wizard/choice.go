package wizard

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

// answers writes what can be said to a question.
func (s *sheet) answers(q guide.Asked, a guide.Answer) {
	if s.m.hasField(q.ID) {
		s.field()
		if s.m.find.query != "" {
			s.hits()
			return
		}
	}
	if q.Kind == knowledge.Scale {
		s.scale(q, a)
		s.unsure(q, a)
		return
	}
	group, indent, heading := "", 0, needs{}
	if q.Role == knowledge.RoleAlarm {
		heading.air = headings
	}
	apart := s.tall(q)
	var none *knowledge.Option
	for i, o := range q.Shown {
		if o.ID == knowledge.None && q.Kind == knowledge.Many {
			none = o
			continue
		}
		if o.Group != group {
			group, indent = o.Group, 2
			s.addIf(heading, -1, s.m.box.Row(s.m.theme.Muted.Text(group)))
		}
		if apart && i > 0 {
			s.addIf(needs{air: betweenAnswers}, -1, "")
		}
		s.key = s.m.digit(q, i)
		s.option(q, a, o, indent)
	}
	if none != nil {
		s.gap(beforeRule)
		s.add(-1, s.m.box.Row(s.m.theme.Rule.Text(strings.Repeat(s.m.theme.Signs.Rule, s.width))))
		s.addIf(needs{air: afterRule}, -1, "")
		s.none(q, a, none)
	}
	s.unsure(q, a)
}

// keyed reports whether keys such as digits choose among the answers of this question now: it has the focus, and the keys.
func (m *Model) keyed(q guide.Asked) bool {
	here, ok := m.current()
	return ok && here.ID == q.ID && !m.find.open
}

// digit is the digit that chooses an answer, by its place among those shown; "" where none does.
func (m *Model) digit(q guide.Asked, at int) string {
	for _, o := range q.Shown[:at] {
		if o.ID == knowledge.None {
			at--
		}
	}
	if !m.keyed(q) || at >= 10 {
		return ""
	}
	return strconv.Itoa((at + 1) % 10)
}

// tall reports whether some answers take several rows, so that blank rows help to separate them.
func (s *sheet) tall(q guide.Asked) bool {
	return !grouped(q) && slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool {
		return s.helps && o.Help != "" || frame.Width(o.Label) > s.width-3
	})
}

// mark is the sign of an option and how it is written.
func (m *Model) mark(q guide.Asked, a guide.Answer, option string) (sign piece, label theme.Ink, tag piece) {
	t := m.theme
	chosen, not := t.Signs.Chosen, t.Signs.NotChosen
	if q.Kind != knowledge.Many || option == knowledge.None {
		chosen, not = t.Signs.Picked, t.Signs.NotPicked
	}
	kept := slices.ContainsFunc(q.Kept, func(o *knowledge.Option) bool { return o.ID == option })
	switch {
	case a.Has(option) && kept:
		return piece{chosen, t.AccentBold, m.on.Accent}, t.Bold, piece{"still counts", t.Caution, m.on.Caution}
	case a.Has(option) && q.Kind == knowledge.Many:
		return piece{chosen, t.AccentBold, m.on.Accent}, t.Bold, piece{"yes", t.AccentBold, m.on.Accent}
	case a.Has(option):
		return piece{chosen, t.AccentBold, m.on.Accent}, t.Bold, piece{}
	case slices.Contains(a.Open, option):
		return piece{t.Signs.Unsure, t.Caution, m.on.Caution}, t.Text, piece{"not sure", t.Caution, m.on.Caution}
	}
	return piece{not, t.Muted, m.on.Bold}, t.Text, piece{}
}

// option writes one answer: its sign, its label, and its help where there is room for all of them.
func (s *sheet) option(q guide.Asked, a guide.Answer, o *knowledge.Option, indent int) {
	n, focus := s.begin(target{onOption, q.ID, o.ID})
	sign, ink, tag := s.m.mark(q, a, o.ID)
	if room := s.width - indent - 3 - frame.Width(o.Label); q.Role == knowledge.RoleAlarm && !s.helps && o.Help != "" && frame.Width(o.Help)+2 <= room {
		s.row(n, focus, tag, s.m.muted(strings.Repeat(" ", indent)), sign, piece{"  " + o.Label, ink, s.m.on.Bold}, s.m.muted("  "+o.Help))
		s.end()
		return
	}
	s.labelled(n, focus, indent, sign, o.Label, ink, tag)
	if s.helps && o.Help != "" {
		lead := strings.Repeat(" ", indent+3)
		for _, row := range frame.Wrap(o.Help, s.width-indent-3) {
			s.row(n, focus, piece{}, s.m.muted(lead+row))
		}
	}
	s.end()
}

// labelled writes a sign and a label that may take several rows; the tag is at the end of the last.
func (s *sheet) labelled(n int, focus bool, indent int, sign piece, label string, ink theme.Ink, tag piece) {
	lead := strings.Repeat(" ", indent)
	rows := frame.Wrap(label, s.width-indent-3)
	for i, row := range rows {
		text := piece{"  " + row, ink, s.m.on.Bold}
		first := piece{lead + sign.text, sign.ink, sign.lit}
		if i > 0 {
			first = piece{lead + " ", ink, s.m.on.Bold}
		}
		right := piece{}
		if i == len(rows)-1 {
			right = tag
		}
		s.row(n, focus, right, first, text)
	}
}

// none writes "none of these", with what saying it claims.
func (s *sheet) none(q guide.Asked, a guide.Answer, o *knowledge.Option) {
	n, focus := s.begin(target{onOption, q.ID, o.ID})
	sign, ink, tag := s.m.mark(q, a, o.ID)
	if tag.text == "" && !focus && !a.Given() {
		way := "move here"
		if s.m.focus == (target{kind: onTitle, question: q.ID}) {
			way = s.m.theme.Signs.Up
		}
		tag = s.m.muted(way + ", then space")
	}
	if s.m.keyed(q) {
		s.key = "n"
	}
	s.labelled(n, focus, 0, sign, q.NoneLabel(a), ink, tag)
	s.end()
}

// unsure writes "not sure", for the whole question.
func (s *sheet) unsure(q guide.Asked, a guide.Answer) {
	m := s.m
	n, focus := s.begin(target{kind: onUnsure, question: q.ID})
	sign, ink, tag := piece{m.theme.Signs.NotPicked, m.theme.Muted, m.on.Bold}, m.theme.Muted, piece{}
	if a.Unsure {
		sign, ink = piece{m.theme.Signs.Unsure, m.theme.Caution, m.on.Caution}, m.theme.Caution
	}
	if m.keyed(q) && (q.Kind != knowledge.Many || m.focus.kind != onOption || m.focus.option == knowledge.None) { // else u is about that row
		s.key = "u"
	}
	s.labelled(n, focus, 0, sign, "Not sure", ink, tag)
	s.end()
}

// grouped reports whether a list has headings.
func grouped(q guide.Asked) bool {
	return slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return o.Group != "" })
}
