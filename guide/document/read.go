//go:build !js

package document

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Prose is the Markdown of a content file as it was read: its sections, and the marks in it, for whoever checks them.
//
// The dialect is CommonMark with tables, and two marks of its own: "[@key]" or "[@key; @key]" cites sources, and a quotation
// that begins with "[!urgent]" (or another name in Tones) is a callout of that tone.
type Prose struct {
	Sections []Section
	Marks    []Mark
}

// Mark is a place in a Markdown text that a checker may want to look at.
type Mark struct {
	Kind  MarkKind
	At    int    // offset of its first byte in the text
	End   int    // offset behind its last byte
	Level int    // of a heading
	Text  string // the title of a heading, the target of a link, the tone of a callout
	Cites []string
}

// MarkKind says what a Mark is.
type MarkKind uint8

// The kinds of marks.
const (
	HeadingMark MarkKind = iota
	LinkMark
	CitationMark
	CalloutMark // a quotation; its Text is empty where it names no tone
	ImageMark
	HTMLMark
	CodeMark
)

// Headings are the marks of the headings, in order.
func (p Prose) Headings() []Mark {
	var out []Mark
	for _, m := range p.Marks {
		if m.Kind == HeadingMark {
			out = append(out, m)
		}
	}
	return out
}

// Tones are the names of the tones of a callout.
func Tones() map[string]Tone {
	return map[string]Tone{"note": Note, "care": WithCare, "ask": AskFirst, "urgent": Urgent, "emergency": Emergency}
}

// Read reads Markdown. Every text can be read: words in a form that is not known are kept as plain words.
func Read(markdown string) Prose {
	source := []byte(markdown)
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(markParser{}, 100))...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
	r := reader{source: source}
	for n := p.Parse(text.NewReader(source)).FirstChild(); n != nil; n = n.NextSibling() {
		r.top(n)
	}
	return Prose{r.sections, r.marks}
}

// Anchor is the name that links use for a section: its title in lower case, without punctuation, "-" for blanks.
func Anchor(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		}
	}
	return b.String()
}

// reader turns goldmark's tree into sections.
type reader struct {
	source   []byte
	sections []Section
	marks    []Mark
}

// top takes a block of the whole text: a heading of the first or second level begins a section.
func (r *reader) top(n ast.Node) {
	if h, ok := n.(*ast.Heading); ok && h.Level <= 2 {
		title := r.text(n).Words
		r.mark(HeadingMark, n, h.Level, title)
		r.sections = append(r.sections, Section{ID: Anchor(title), Title: title})
		return
	}
	if len(r.sections) == 0 {
		r.sections = append(r.sections, Section{})
	}
	s := &r.sections[len(r.sections)-1]
	s.Blocks = append(s.Blocks, r.block(n)...)
}

func (r *reader) block(n ast.Node) []Block {
	switch n := n.(type) {
	case *ast.Heading:
		t := r.text(n)
		r.mark(HeadingMark, n, n.Level, t.Words)
		return []Block{Heading{ID: Anchor(t.Words), Text: t}}
	case *ast.List:
		return []Block{r.list(n)}
	case *ast.Blockquote:
		return []Block{r.callout(n)}
	case *east.Table:
		return []Block{r.table(n)}
	case *ast.ThematicBreak:
		return nil
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.mark(CodeMark, n, 0, "")
		return r.raw(n)
	case *ast.HTMLBlock:
		r.mark(HTMLMark, n, 0, "")
		return r.raw(n)
	}
	if t := r.text(n); t.Words != "" || t.Parts != nil {
		return []Block{Paragraph{Text: t}}
	}
	return nil
}

func (r *reader) blocks(n ast.Node) []Block {
	var out []Block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, r.block(c)...)
	}
	return out
}

// raw is the words of a block that is not read any further.
func (r *reader) raw(n ast.Node) []Block {
	words := strings.Join(strings.Fields(string(n.Lines().Value(r.source))), " ")
	if words == "" {
		return nil
	}
	return []Block{Paragraph{Text: Text{Words: words}}}
}

// list reads a list. What an item holds after its first text becomes lines below it.
func (r *reader) list(n *ast.List) List {
	var l List
	if n.IsOrdered() {
		l.First = max(n.Start, 1)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		var item Item
		for i, t := range Texts(r.blocks(c)) {
			if i == 0 {
				item.Text = t
			} else {
				item.Sub = append(item.Sub, t)
			}
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (r *reader) callout(n *ast.Blockquote) Callout {
	c := Callout{Tone: Note}
	name := ""
	if p := n.FirstChild(); p != nil {
		if m, ok := p.FirstChild().(*markNode); ok && m.tone != "" {
			name = m.tone
			c.Tone = max(Tones()[name], Note)
		}
	}
	r.mark(CalloutMark, n, 0, name)
	c.Blocks = r.blocks(n)
	return c
}

// table reads a table: the first column holds the terms, the others what is said about them.
func (r *reader) table(n *east.Table) Rows {
	var t Rows
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Text
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, r.text(c))
		}
		switch {
		case len(cells) == 0:
		case row.Kind() == east.KindTableHeader:
			for i := range min(len(cells), len(t.Head)) {
				t.Head[i] = cells[i].Words
			}
		default:
			t.Rows = append(t.Rows, Row{Term: cells[0], Text: cells[1:]})
		}
	}
	return t
}

// text is the words of a block, of one line.
func (r *reader) text(n ast.Node) Text {
	s := spans{r: r}
	s.children(n, Span{})
	return textOf(s.tidy())
}

// spans gathers the inline nodes of a block.
type spans struct {
	r   *reader
	out []Span
}

func (s *spans) children(n ast.Node, style Span) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.node(c, style)
	}
}

// node adds what an inline node says, in the style of those around it.
func (s *spans) node(n ast.Node, style Span) {
	switch n := n.(type) {
	case *ast.Text:
		s.add(unescape(n.Segment.Value(s.r.source)), style)
		if n.SoftLineBreak() || n.HardLineBreak() {
			s.add(" ", style)
		}
	case *ast.String:
		s.add(string(n.Value), style)
	case *markNode:
		if n.tone == "" {
			s.out = append(s.out, Span{Cites: n.cites, AsIs: true})
			s.r.marks = append(s.r.marks, Mark{Kind: CitationMark, At: n.at, End: n.end, Cites: n.cites})
		}
	case *ast.Emphasis:
		style.Strong, style.Emph = style.Strong || n.Level > 1, style.Emph || n.Level == 1
		s.children(n, style)
	case *ast.Link:
		target := string(n.Destination)
		s.r.mark(LinkMark, n, 0, target)
		if !strings.Contains(target, "://") { // an address would lead off the pages: its words are kept
			style.Link = target
		}
		s.children(n, style)
	case *ast.AutoLink:
		s.r.mark(HTMLMark, n, 0, "")
		s.add(string(n.URL(s.r.source)), style)
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			at := n.Segments.At(i)
			s.add(string(at.Value(s.r.source)), style)
			if i == 0 {
				s.r.marks = append(s.r.marks, Mark{Kind: HTMLMark, At: at.Start, End: at.Stop})
			}
		}
	case *ast.Image:
		s.r.mark(ImageMark, n, 0, "")
		s.children(n, style)
	case *ast.CodeSpan:
		s.r.mark(CodeMark, n, 0, "")
		s.children(n, style)
	default:
		s.children(n, style)
	}
}

// add joins words of the same kind.
func (s *spans) add(words string, style Span) {
	if last := len(s.out) - 1; last >= 0 {
		x := &s.out[last]
		if x.Cites == nil && x.Strong == style.Strong && x.Emph == style.Emph && x.Link == style.Link {
			x.Words += words
			return
		}
	}
	style.Words = words
	s.out = append(s.out, style)
}

// tidy makes every run of blanks one blank, also across spans, and takes those at both ends away.
func (s *spans) tidy() []Span {
	var out []Span
	blank := true
	for _, x := range s.out {
		if x.Cites == nil {
			var b strings.Builder
			for _, c := range x.Words {
				if space := unicode.IsSpace(c); space && blank {
					continue
				} else if space {
					c, blank = ' ', true
				} else {
					blank = false
				}
				b.WriteRune(c)
			}
			if x.Words = b.String(); x.Words == "" {
				continue
			}
		} else {
			blank = false
		}
		out = append(out, x)
	}
	if last := len(out) - 1; last >= 0 && out[last].Cites == nil {
		if out[last].Words = strings.TrimRight(out[last].Words, " "); out[last].Words == "" {
			out = out[:last]
		}
	}
	return out
}

// unescape takes the escapes of Markdown and the names of HTML's characters out of words.
func unescape(words []byte) string {
	return string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(words))))
}
