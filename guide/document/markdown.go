package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markdown renders the document as CommonMark with tables. Words are escaped, so that nothing from a content file turns
// into markup; sources are numbered as "[1]" and listed at the end.
func (d Document) Markdown() string {
	m := markdownWriter{numbers: d.Numbers()}
	m.line("# " + escape(d.Title))
	purpose := func() {
		if d.Purpose != "" {
			m.gap()
			m.line("*" + escape(d.Purpose) + "*")
		}
	}
	if !d.Alarm {
		purpose()
	}
	for i, s := range d.Sections {
		if s.Title != "" {
			m.gap()
			m.line("## " + escape(s.Title))
		}
		m.blocks("", s.Blocks)
		if d.Alarm && i == 0 {
			purpose()
		}
	}
	if len(d.Sources) > 0 {
		m.gap()
		m.line("## " + SourcesTitle)
		m.gap()
		for i, s := range d.Sources {
			line := strconv.Itoa(i+1) + ". " + escape(s.Cite())
			if s.URL != "" {
				line += " " + address(s.URL)
			}
			m.line(line)
		}
	}
	m.blocks("", d.End)
	return m.b.String()
}

type markdownWriter struct {
	b       strings.Builder
	numbers Numbers
}

func (m *markdownWriter) line(s string) { m.b.WriteString(strings.TrimRight(s, " ") + "\n") }
func (m *markdownWriter) gap()          { m.b.WriteByte('\n') }

// text writes a text with its emphasis, links, and citations.
func (m *markdownWriter) text(t Text) string {
	var b strings.Builder
	for _, s := range t.Spans() {
		if s.Cites != nil {
			b.WriteString(m.numbers.Mark(s))
			continue
		}
		words := escapeAfter(s.Words, b.Len() == 0)
		if s.Link != "" {
			words = "[" + words + "](" + s.Link + ")"
		}
		switch {
		case s.Strong:
			words = "**" + words + "**"
		case s.Emph:
			words = "*" + words + "*"
		}
		b.WriteString(words)
	}
	return strings.TrimRight(b.String(), " ")
}

// blocks writes blocks behind a prefix, which is "> " within a callout, each after an empty line.
func (m *markdownWriter) blocks(in string, blocks []Block) {
	if len(blocks) > 0 {
		m.line(in)
		m.within(in, blocks)
	}
}

// within writes blocks with an empty line between them.
func (m *markdownWriter) within(in string, blocks []Block) {
	for i, block := range blocks {
		if i > 0 {
			m.line(in)
		}
		m.block(in, block)
	}
}

func (m *markdownWriter) block(in string, block Block) {
	switch b := block.(type) {
	case Paragraph:
		if b.Lead {
			lead := b.Text
			lead.Parts = b.Spans()
			for i := range lead.Parts {
				lead.Parts[i].Strong = strings.TrimSpace(lead.Parts[i].Words) != ""
			}
			m.line(in + m.text(lead))
			return
		}
		m.line(in + m.text(b.Text))
	case Quote:
		m.line(in + "> " + m.text(b.Text))
	case Heading:
		m.line(in + "### " + m.text(b.Text))
	case List:
		for i, item := range b.Items {
			sign := "- "
			if b.First > 0 {
				sign = strconv.Itoa(i+b.First) + ". "
			}
			m.line(in + sign + m.text(item.Text))
			for _, sub := range item.Sub {
				m.line(in + "  - " + m.text(sub))
			}
		}
	case Callout:
		if b.Title != "" {
			m.line(in + "> **" + escape(b.Title) + "**")
			m.line(in + "> ")
		}
		m.within(in+"> ", b.Blocks)
	case Rows:
		m.rows(in, b)
	case Evidence:
		m.evidence(in, b)
	case Entry:
		m.entry(in, b)
	case Conditions:
		m.conditions(in, b)
	case Glance:
		m.glance(in, b)
	case Body:
		m.block(in, b.Said)
	case Form:
		m.form(in, b)
	}
}

func (m *markdownWriter) form(in string, b Form) {
	m.line(in + "### " + escape(b.Title))
	m.line(in)
	if words := b.About(); words != "" {
		m.line(in + escape(words))
		m.line(in)
	}
	for i, g := range b.Groups {
		if g.Title != "" {
			m.line(in + "**" + escape(g.Title) + "**")
			m.line(in)
		}
		for _, x := range g.Boxes {
			m.line(in + "- [ ] " + escape(x.Line()))
		}
		if i < len(b.Groups)-1 {
			m.line(in)
		}
	}
}

// evidence draws the results as a block of code, where columns stay columns, and says below it what belongs to each.
func (m *markdownWriter) evidence(in string, e Evidence) {
	const width = 72
	l := e.Fit(width)
	m.line(in + "```text")
	for _, row := range l.Rows(e) {
		m.line(in + strings.ReplaceAll(row.Draw(l.Meter), "`", "'"))
	}
	m.line(in + "```")
	for i, r := range e.Results {
		if r.Words == "" {
			continue
		}
		if i == 0 {
			m.line(in)
		}
		m.line(in + "- **" + escape(r.Label) + ":** " + m.text(r.Text))
	}
}

func (m *markdownWriter) entry(in string, e Entry) {
	m.line(in + "### " + escape(e.Heading()))
	for _, p := range e.Points() {
		if p.Label == "" {
			m.line(in)
			m.line(in + m.text(p.Text))
			m.line(in)
			continue
		}
		m.line(in + "- **" + p.Label + ":** " + m.text(p.Text))
		if p.Meter.Known {
			m.line(in + "  - `" + p.Meter.inWords(72) + "`")
		}
		if p.Sub != "" {
			m.line(in + "  - " + escape(p.Sub))
		}
	}
}

// longRow is the length from which a table is a list: its rows cannot be broken, and would be hard to read as they are.
const longRow = 160

// rows writes a table or, where its rows are long, a list.
func (m *markdownWriter) rows(in string, b Rows) {
	table := []string{"| " + cell(escape(b.Head[0])) + " | " + cell(escape(b.Head[1])) + " |", "| --- | --- |"}
	var list []string
	long := false
	for _, row := range b.Rows {
		var texts []string
		for _, t := range row.Text {
			texts = append(texts, m.text(t))
		}
		about := strings.Join(texts, " ")
		line := "| " + cell(m.text(row.Term)) + " | " + cell(about) + " |"
		long = long || len(line) > longRow
		table = append(table, line)
		term := row.Term
		term.Parts = row.Term.Spans()
		for i := range term.Parts {
			term.Parts[i].Strong = strings.TrimSpace(term.Parts[i].Words) != ""
		}
		lead := m.text(term)
		if last, _ := utf8.DecodeLastRuneInString(row.Term.Words); unicode.IsLetter(last) || unicode.IsDigit(last) {
			lead += ":"
		}
		list = append(list, "- "+lead+" "+about)
	}
	if long {
		if table = list; b.Head[0] != "" {
			table = append([]string{"**" + escape(b.Head[0]) + "**", ""}, list...)
		}
	}
	for _, line := range table {
		m.line(in + line)
	}
}

// conditions writes a list in a list: the rows of a table cannot be broken, and would be too long to read as they are.
func (m *markdownWriter) conditions(in string, c Conditions) {
	for _, g := range c.Groups {
		m.line(in + "- **" + escape(g.Title) + "**")
		for _, col := range c.Columns() {
			if words := g.Words(col.Tone); words != "" {
				m.line(in + "  - " + escape(col.Title) + ": " + escapeAfter(words, false))
			}
		}
	}
	for _, words := range c.Legend() {
		m.line(in)
		m.line(in + escape(words))
	}
}

func (m *markdownWriter) glance(in string, g Glance) {
	for _, words := range g.Lines() {
		m.line(in + "- " + escape(words))
	}
	if len(g.Session) > 0 {
		m.line(in)
		m.line(in + SessionTitle + ":")
		m.line(in)
	}
	for i, s := range g.Session {
		m.line(in + strconv.Itoa(i+1) + ". " + escape(s.Words()))
	}
}

// escape takes the power out of every sign that Markdown may read as markup.
func escape(s string) string { return escapeAfter(Clean(s), true) }

// escapeAfter escapes words that are clean already; start where they begin a line.
func escapeAfter(s string, start bool) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>&|~", r),
			start && i == 0 && strings.ContainsRune("#+-=", r),
			start && (r == '.' || r == ')') && digits(s[:i]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// cell keeps a table cell from being empty.
func cell(s string) string {
	if s == "" {
		return " "
	}
	return s
}

// address writes a web address so that it can be followed; anything else is only words.
func address(url string) string {
	url = Clean(url)
	if !web(url) || strings.ContainsAny(url, " <>") {
		return escape(url)
	}
	return "<" + url + ">"
}

func web(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
