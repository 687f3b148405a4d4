package wizard

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

// review writes every answer that counts, by stage. Enter on a line changes it.
func (s *sheet) review() {
	m, t := s.m, s.m.theme
	title, hint := "Is this right?", "Change anything. Your result depends only on these answers."
	s.add(-1, m.box.Row(t.Bold.Text(title)))
	for _, r := range frame.Wrap(hint, s.width) {
		s.add(-1, m.box.Row(t.Muted.Text(r)))
	}
	blank := needs{air: afterHint}
	if m.box.Height >= 14 {
		blank.air = 0
	}
	s.addIf(blank, -1, "")
	column := 0
	stages := m.i.Guide().Knowledge().Stages
	for _, st := range stages {
		column = max(column, frame.Width(st.Title))
	}
	column = min(column+2, s.width/3)
	if s.width < besideStages {
		column = underStages
	}
	stage := ""
	for _, p := range m.reviewed() {
		head := ""
		if p.stage != stage {
			stage, head = p.stage, m.stageTitle(p.stage)
		}
		s.answerLine(p, head, column)
	}
}

// The answers are next to the names of the stages, or below them where those would be cut.
const (
	besideStages = 50
	underStages  = 2
)

// offRows says in words where hands stay off, below the places that hurt. In a wide window the figure has them.
func (s *sheet) offRows(n int, focus bool, p reviewedPage, lead piece, width int) {
	m, t := s.m, s.m.theme
	q := m.i.Guide().Role(knowledge.RolePlace)
	if q == nil || p.question != q.ID || m.wide() {
		return
	}
	for _, words := range m.picture().off {
		for i, r := range frame.Wrap(words, width) {
			sign := piece{t.Signs.NotNow + " ", t.NotNow, m.on.Text}
			if i > 0 {
				sign.text = "  "
			}
			s.row(n, focus, piece{}, lead, sign, m.muted(r))
		}
	}
}

// reviewedPage is what was said on one page.
type reviewedPage struct {
	question, stage string // the first question, and its stage
	said, open      []string
}

// reviewPages gathers the answers by page, in the order of asking.
func (m *Model) reviewPages() []reviewedPage {
	out := []reviewedPage{}
	page := ""
	where, _ := m.body.Answers()
	for _, l := range m.i.Review() {
		text, open := said(m.i.Guide(), l), m.left(l)
		if l.Role == knowledge.RoleHistory && l.Answer.Has(knowledge.None) && len(m.i.Unnamed()) > 0 {
			text = strings.TrimSuffix(l.Title, "?") + "? " + guide.NotListed
		}
		if where.Given() && m.drawn() {
			switch { // places and sides are one line
			case l.Role == knowledge.RolePlace && text != "":
				text = strings.Join(m.body.Chosen(), "; ")
			case l.Role == knowledge.RoleSide && len(open) == 0 && l.Answer.Given():
				continue
			}
		}
		if text == "" && len(open) == 0 {
			continue // it was not asked, or the map shows it
		}
		if len(out) == 0 || l.Page() != page {
			page = l.Page()
			out = append(out, reviewedPage{question: l.ID, stage: l.Stage})
		}
		p := &out[len(out)-1]
		if text != "" {
			p.said = append(p.said, text)
		}
		p.open = append(p.open, open...)
	}
	return out
}

func (m *Model) stageTitle(id string) string {
	for _, st := range m.i.Guide().Knowledge().Stages {
		if st.ID == id {
			return st.Title
		}
	}
	return ""
}

// answerLine writes the answers of one page. The name of the stage is shown in front of the first page of the stage.
func (s *sheet) answerLine(p reviewedPage, head string, column int) {
	m, t := s.m, s.m.theme
	n, focus := s.begin(target{onLine, p.question, ""})
	tag := piece{}
	if focus {
		tag = m.muted("change")
	}
	switch {
	case column == underStages && head != "":
		s.row(n, focus, piece{}, m.muted(head))
		head = ""
	case column > underStages && focus:
		head = m.stageTitle(p.stage)
	}
	width := s.width - column
	first := true
	put := func(sign piece, ink theme.Ink, text string) {
		const lead = 2 // further rows of an answer are set in, under its first
		for i, r := range frame.Wrap(text, width-lead) {
			name := ""
			if first {
				name = ansi.Truncate(head, max(column-1, 0), t.Signs.Ellipsis)
			}
			first = false
			mark := sign
			if i > 0 {
				mark.text = strings.Repeat(" ", lead)
			}
			s.row(n, focus, tag, m.muted(frame.Pad(name, column)), mark, piece{r, ink, m.on.Bold})
			tag = piece{}
		}
	}
	for _, text := range p.said {
		put(piece{lit: m.on.Text}, t.Text, text)
	}
	for _, o := range p.open {
		put(piece{t.Signs.Unsure + " ", t.Caution, m.on.Caution}, t.Caution, o)
	}
	s.offRows(n, focus, p, m.muted(strings.Repeat(" ", column)), width-2)
	s.end()
}

// reviewFoot shows how much is open, and ends the review. It is always visible.
func (m *Model) reviewFoot(width int) []string {
	t := m.theme
	rows := []string{m.box.Row(t.Rule.Text(strings.Repeat(t.Signs.Rule, width)))}
	if open := len(m.i.Left()); open > 0 && m.box.Height >= 12 {
		word := guide.AreOpen(open) + "."
		word = strings.ToUpper(word[:1]) + word[1:]
		rest := "An open answer is neither yes nor no. Anything a yes would rule out is on hold until you find out."
		for i, r := range frame.Wrap(word+" "+rest, width-2) {
			sign := "  "
			if i == 0 {
				sign = t.Caution.Text(t.Signs.Unsure) + " "
			}
			rows = append(rows, m.box.Row(sign+t.Text.Text(r)))
		}
	}
	label := "See the result " + t.Signs.Opens
	if m.focus.kind == onResult {
		last := row{focus: true, right: m.muted("r"), pieces: []piece{{label, t.AccentBold, m.on.Bold}}}
		return append(rows, m.draw(&last, width))
	}
	return append(rows, m.box.Row(t.AccentBold.Text(label)))
}

// tellChange shows how a change affected the result, on return to the review.
func (m *Model) tellChange() {
	if before := m.was; before != nil {
		m.was = nil
		m.message = m.effects(before.Assess(), m.i.Assess())
	}
}

// effects puts what differs into one line: the level, then first choices, then verdicts.
func (m *Model) effects(x, y guide.Assessment) string {
	g := m.i.Guide()
	if x.Level != y.Level {
		return "This changes the result: " + lower(g.Level(x.Level).Title) + " " + m.theme.Signs.Arrow + " " + lower(g.Level(y.Level).Title) + "."
	}
	name := func(t *knowledge.Therapy) string {
		if t != nil {
			return t.Name
		}
		return "none"
	}
	kinds := map[knowledge.TherapyKind]string{knowledge.Massage: "first massage", knowledge.Alternative: "first alternative", knowledge.SelfHelp: "first self-help"}
	var parts []string
	e := guide.Compare(x, y)
	for _, c := range e.Firsts {
		parts = append(parts, kinds[c.Kind]+": "+name(c.After))
	}
	for _, c := range e.Verdicts {
		parts = append(parts, c.Therapy.Name+": "+guide.VerdictWord(c.After))
	}
	out := "The result stays as it was."
	for n := range min(len(parts), 3) { // as many as the row has room for
		text := "This changes the result. Now " + strings.Join(parts[:n+1], "; ")
		if more := len(parts) - n - 1; more > 0 {
			text += "; and " + guide.Number(more) + " more"
		}
		if n == 0 || frame.Width(text)+1 <= m.box.Inner {
			out = text + "."
		}
	}
	return out
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
