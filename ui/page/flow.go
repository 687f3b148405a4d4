package page

import (
	"strconv"
	"strings"

	"knead/guide/document"
	"knead/ui/theme"
)

// line is a paragraph, a heading, or one point of a list, before it is broken into rows.
type line struct {
	text   document.Text
	level  int         // of a heading; 0 for none
	bars   []theme.Ink // of the callouts it is in
	lead   string      // what is before its first row: the sign of a point
	sign   theme.Ink   // of the lead
	in     int         // columns before that
	gap    bool        // a blank row comes before it
	strong bool        // all of it is bold
	as     string      // the words as they are, without a style; "" to style the text
	rows   string      // styled
	drawn  []string    // rows that are finished, such as a picture; they are not broken
}

// flow turns a document into lines.
type flow struct {
	theme   *theme.Theme
	width   int
	numbers document.Numbers
	lines   []line
	bars    []theme.Ink
	gap     bool // the next line begins a block
}

// add adds a line. A heading has a blank row above it and none below.
func (f *flow) add(l line) {
	l.bars = f.bars
	if n := len(f.lines); n > 0 {
		before := &f.lines[n-1]
		l.gap = (f.gap || l.level > 0) && before.level < 2 || len(l.bars) != len(before.bars)
	}
	f.lines, f.gap = append(f.lines, l), false
}

func (f *flow) document(d document.Document) {
	f.heading(1, document.Text{Words: d.Title})
	if d.Purpose != "" {
		f.block(document.Paragraph{Text: document.Text{Words: d.Purpose}})
	}
	for _, s := range d.Sections {
		f.heading(2, document.Text{Words: s.Title})
		f.blocks(s.Blocks)
	}
	if len(d.Sources) > 0 {
		f.heading(2, document.Text{Words: document.SourcesTitle})
		for i, s := range d.Sources {
			words := strings.TrimSpace(document.Clean(s.Cite() + " " + s.URL))
			f.add(line{lead: strconv.Itoa(i+1) + ". ", as: words})
		}
	}
	f.blocks(d.End)
}

func (f *flow) heading(level int, t document.Text) {
	if t.Words != "" {
		f.add(line{level: level, text: t})
		f.gap = true
	}
}

func (f *flow) blocks(blocks []document.Block) {
	for _, b := range blocks {
		f.gap = true
		f.block(b)
	}
}

func (f *flow) block(block document.Block) {
	switch b := block.(type) {
	case document.Paragraph:
		f.add(line{text: b.Text, strong: b.Lead})
	case document.Heading:
		f.heading(3, b.Text)
	case document.Quote:
		f.within(f.theme.Accent, func() { f.add(line{text: b.Text}) })
	case document.List:
		f.list(b)
	case document.Callout:
		_, ink := f.theme.Tone(b.Tone)
		f.within(ink, func() {
			if b.Title != "" {
				f.add(line{text: document.Text{Words: b.Title}, strong: true})
			}
			f.blocks(b.Blocks)
		})
	case document.Rows:
		for _, row := range b.Rows {
			f.row(row)
		}
	case document.Evidence:
		f.evidence(b)
	case document.Entry:
		f.entry(b)
	case document.Conditions:
		f.conditions(b)
	case document.Glance:
		f.glance(b)
	case document.Form:
		f.form(b)
	}
}

// drawn adds rows that are finished.
func (f *flow) drawn(rows []string) {
	if len(rows) > 0 {
		f.add(line{drawn: rows})
	}
}

// within draws lines with one more bar before them. A callout in a callout keeps the color of the outer one.
func (f *flow) within(ink theme.Ink, draw func()) {
	before := f.bars
	if len(before) > 0 {
		ink = before[0]
	}
	f.bars = append(append([]theme.Ink{}, before...), ink)
	draw()
	f.bars = before
}

func (f *flow) list(b document.List) {
	for i, item := range b.Items {
		l := f.point(0, item.Text)
		switch {
		case b.First > 0:
			l.lead = strconv.Itoa(b.First+i) + ". "
		case item.Tone != document.Plain:
			l.lead, l.sign = f.theme.Tone(item.Tone)
			l.lead += " "
		}
		f.add(l)
		for _, sub := range item.Sub {
			f.add(f.point(2, sub))
		}
	}
}

// point is a point of a list.
func (f *flow) point(in int, t document.Text) line {
	return line{text: t, lead: f.theme.Signs.Bullet + " ", in: in}
}

// row draws a row of a table as a term and "→ what is said about it": a column of 72 has no room for two.
func (f *flow) row(r document.Row) {
	term := f.point(0, r.Term)
	term.strong = true
	f.add(term)
	about := line{lead: f.theme.Signs.Arrow + " ", in: 2}
	for i, t := range r.Text {
		if i > 0 {
			about.text.Parts = append(about.text.Parts, document.Span{Words: " "})
		}
		about.text.Parts = append(about.text.Parts, t.Spans()...)
	}
	f.add(about)
}

func (f *flow) entry(e document.Entry) {
	f.heading(3, document.Text{Words: e.Heading()})
	for _, p := range e.Points() {
		t := p.Text
		if p.Label != "" {
			t.Parts = append([]document.Span{{Words: p.Label + ":", Strong: true}, {Words: " "}}, p.Spans()...)
		}
		f.add(f.point(0, t))
		if p.Sub != "" {
			f.add(f.point(2, document.Text{Words: p.Sub}))
		}
	}
}

func (f *flow) form(b document.Form) {
	f.heading(3, document.Text{Words: b.Title})
	if words := b.About(); words != "" {
		f.add(line{text: document.Text{Words: words}})
	}
	for _, g := range b.Groups {
		f.gap = true
		if g.Title != "" {
			f.add(line{text: document.Text{Words: g.Title}, strong: true})
		}
		for _, x := range g.Boxes {
			f.add(line{text: document.Text{Words: x.Line()}, lead: f.theme.Signs.NotChosen + " "})
		}
	}
}
