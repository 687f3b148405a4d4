package document

import (
	"strconv"
	"strings"

	"knead/guide/columns"
)

// Text renders the document as plain text, in lines of at most width columns (72 when width is not positive). Headings start
// at the margin, and their content is indented. The text has no escape sequences, and no line drawing except in the pictures
// of evidence.
func (d Document) Text(width int) string { return d.text(width, false) }

// Said is Text for a reader who hears it: every picture is a sentence.
func (d Document) Said(width int) string { return d.text(width, true) }

func (d Document) text(width int, said bool) string {
	if width <= 0 {
		width = 72
	}
	t := textWriter{width: max(width, 24), numbers: d.Numbers(), said: said}
	t.lines("", "", d.Title)
	purpose := func() {
		if d.Purpose != "" {
			t.gap()
			t.lines("", "", d.Purpose)
		}
	}
	if !d.Alarm {
		purpose()
	}
	for i, s := range d.Sections {
		t.gap()
		t.lines("", "", s.Title)
		t.blocks("  ", s.Blocks)
		if d.Alarm && i == 0 {
			purpose()
		}
	}
	if len(d.Sources) > 0 {
		t.gap()
		t.lines("", "", SourcesTitle)
		for i, s := range d.Sources {
			bullet := strconv.Itoa(i+1) + ". "
			indent := "  " + strings.Repeat(" ", len(bullet))
			t.lines("  "+bullet, indent, s.Cite())
			if s.URL != "" {
				t.lines(indent, indent, s.URL)
			}
		}
	}
	if len(d.End) > 0 {
		t.gap()
		t.blocks("", d.End)
	}
	return t.b.String()
}

// SourcesTitle is the heading of the sources.
const SourcesTitle = "Sources"

type textWriter struct {
	b       strings.Builder
	width   int
	numbers Numbers
	said    bool // a picture is a sentence
}

// lines writes words in lines, the first behind first and the others behind rest.
func (t *textWriter) lines(first, rest, words string) {
	for i, line := range columns.Lines(Clean(words), t.width-columns.Width(rest)) {
		if i == 0 {
			t.b.WriteString(first)
		} else {
			t.b.WriteString(rest)
		}
		t.b.WriteString(line)
		t.b.WriteByte('\n')
	}
}

func (t *textWriter) text(first, rest string, x Text) {
	t.lines(first, rest, t.numbers.Text(x))
}

// bullet writes a text as a point of a list.
func (t *textWriter) bullet(in, sign string, x Text) {
	t.text(in+sign+" ", in+strings.Repeat(" ", columns.Width(sign)+1), x)
}

// gap leaves one empty line before what follows.
func (t *textWriter) gap() { t.b.WriteByte('\n') }

func (t *textWriter) blocks(in string, blocks []Block) {
	for i, block := range blocks {
		if i > 0 && spaced(blocks[i-1], block) {
			t.gap()
		}
		t.block(in, block)
	}
}

// spaced reports whether two blocks are separated by an empty line. A list follows its introduction without one.
func spaced(before, block Block) bool {
	_, list := block.(List)
	_, quote := block.(Quote)
	_, paragraph := before.(Paragraph)
	return !paragraph || !list && !quote
}

func (t *textWriter) block(in string, block Block) {
	switch b := block.(type) {
	case Paragraph:
		t.text(in, in, b.Text)
	case Quote:
		t.text(in+"| ", in+"| ", b.Text)
	case Heading:
		t.text(in, in, b.Text)
	case List:
		for i, item := range b.Items {
			sign := "-"
			if b.First > 0 {
				sign = strconv.Itoa(i+b.First) + "."
			}
			t.bullet(in, sign, item.Text)
			for _, sub := range item.Sub {
				t.bullet(in+"  ", "-", sub)
			}
		}
	case Callout:
		t.lines(in, in, b.Title)
		t.blocks(in+"  ", b.Blocks)
	case Rows:
		for _, row := range b.Rows {
			t.row(in, row)
		}
	case Evidence:
		t.evidence(in, b)
	case Entry:
		t.entry(in, b)
	case Conditions:
		t.conditions(in, b)
	case Glance:
		t.glance(in, b)
	case Body:
		t.block(in, b.Said)
	case Form:
		t.lines(in, in, b.Title)
		in += "  "
		t.lines(in, in, b.About())
		for _, g := range b.Groups {
			t.lines(in, in, g.Title)
			for _, x := range g.Boxes {
				t.lines(in+"[ ] ", in+"    ", x.Line())
			}
		}
	}
}

// row writes a term and what is said about it behind it, or below it when there is more than one text.
func (t *textWriter) row(in string, row Row) {
	term := strings.TrimRight(t.numbers.Text(row.Term), ":")
	if !strings.HasSuffix(term, "?") {
		term += ":"
	}
	if len(row.Text) == 1 {
		t.lines(in, in+"  ", term+" "+t.numbers.Text(row.Text[0]))
		return
	}
	t.lines(in, in, term)
	for _, x := range row.Text {
		t.text(in+"  ", in+"  ", x)
	}
}

// evidence draws results below each other, or says each in a sentence.
func (t *textWriter) evidence(in string, e Evidence) {
	if t.said {
		for _, r := range e.Results {
			t.lines(in+"- ", in+"  ", r.Sentence())
			if r.Said != "" {
				t.text(in+"  ", in+"  ", r.Text)
			}
		}
		return
	}
	l := e.Fit(t.width - columns.Width(in))
	for _, row := range l.Rows(e) {
		if row.Heading {
			t.lines(in, in+"  ", row.Before)
			continue
		}
		t.b.WriteString(in + row.Draw(l.Meter) + "\n")
		if row.Of >= 0 {
			t.text(in+"    ", in+"    ", e.Results[row.Of].Text)
		}
	}
}

func (t *textWriter) entry(in string, e Entry) {
	t.lines(in, in+"  ", e.Heading())
	in += "  "
	for _, p := range e.Points() {
		x := p.Text
		if p.Label != "" {
			x.Words = p.Label + ": " + x.Words
		}
		t.bullet(in, "-", x)
		if p.Meter.Known && !t.said {
			t.b.WriteString(in + "  " + p.Meter.inWords(t.width-columns.Width(in)-2) + "\n")
		}
		t.lines(in+"  ", in+"  ", p.Sub)
	}
}

// conditions writes each group as a term, and a line for each verdict below it.
func (t *textWriter) conditions(in string, c Conditions) {
	for _, g := range c.Groups {
		t.lines(in, in, g.Title)
		for _, col := range c.Columns() {
			if words := g.Words(col.Tone); words != "" {
				t.lines(in+"  - ", in+"    ", col.Title+": "+words)
			}
		}
	}
	for _, words := range c.Legend() {
		t.lines(in, in, words)
	}
}

// glance writes the facts as lines and the parts of a session as a numbered list.
func (t *textWriter) glance(in string, g Glance) {
	for _, words := range g.Lines() {
		t.lines(in, in+"  ", words)
	}
	if len(g.Session) > 0 {
		t.gap()
		t.lines(in, in, SessionTitle)
	}
	for i, s := range g.Session {
		t.lines(in+strconv.Itoa(i+1)+". ", in+"   ", s.Words())
	}
}
