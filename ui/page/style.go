package page

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"knead/guide/document"
	"knead/ui/theme"
)

// styler turns the texts of lines into styled words, with marks where a link to another page begins and ends.
type styler struct {
	theme   *theme.Theme
	numbers document.Numbers
	sources []document.Source // for hyperlinks; nil for none
	targets []string          // of the links, in order
}

// Characters for private use that carry marks through Glamour. A page that holds them loses them.
const (
	lineStart = '\uE000'
	linkOpen  = '\uE001'
	linkClose = '\uE002'
	noteOpen  = '\uE003'
)

var (
	noMarks = strings.NewReplacer(string(lineStart), "", string(linkOpen), "", string(linkClose), "", string(noteOpen), "")
	toMarks = strings.NewReplacer(string(linkOpen), markOpen, string(linkClose), markClose)
)

// Marks of links to other pages, as sequences that take no room when text is wrapped. They never leave this package.
const (
	markOpen  = "\x1b]7700;1\x07"
	markClose = "\x1b]7700;\x07"
)

// spans are the spans of a line, ready to be styled: links and notes are words with marks around them.
func (s *styler) spans(l *line) []document.Span {
	spans := l.text.Spans()
	for i := range spans {
		x := &spans[i]
		x.Words = noMarks.Replace(x.Words)
		switch {
		case x.Cites != nil:
			x.Words = s.note(*x)
		case x.Link != "":
			s.targets = append(s.targets, x.Link)
			x.Words = string(linkOpen) + x.Words + string(linkClose)
		}
		x.Strong = x.Strong || l.strong
	}
	return spans
}

// note is a citation; where hyperlinks are made its numbers have a mark before them.
func (s *styler) note(x document.Span) string {
	words := s.numbers.Mark(x)
	if s.sources == nil || words == "" {
		return words
	}
	var numbers []string
	for _, n := range s.numbers.Of(x) {
		numbers = append(numbers, string(noteOpen)+strconv.Itoa(n))
	}
	return "[" + strings.Join(numbers, ", ") + "]"
}

// finish turns marks into sequences.
func (s *styler) finish(words string) string {
	words = toMarks.Replace(words)
	pieces := strings.Split(words, string(noteOpen))
	for i, p := range pieces[1:] {
		end := len(p) - len(strings.TrimLeft(p, "0123456789"))
		if n, err := strconv.Atoi(p[:end]); err == nil && n <= len(s.sources) && s.sources[n-1].URL != "" {
			p = hyperlinked(s.sources[n-1].URL, p[:end]) + p[end:]
		}
		pieces[i+1] = p
	}
	return strings.Join(pieces, "")
}

// verbatim styles words that are shown as they are: the list of sources.
func (s *styler) verbatim(words string) string {
	words = noMarks.Replace(words)
	if s.sources == nil {
		return words
	}
	parts := strings.Split(words, " ")
	for i, p := range parts {
		if strings.HasPrefix(p, "https://") || strings.HasPrefix(p, "http://") {
			parts[i] = hyperlinked(p, p)
		}
	}
	return strings.Join(parts, " ")
}

func hyperlinked(url, text string) string {
	return ansi.SetHyperlink(url) + text + ansi.ResetHyperlink()
}

// plain styles lines in the inks of the theme.
func (s *styler) plain(lines []line) {
	for i := range lines {
		l := &lines[i]
		if l.drawn != nil {
			continue
		}
		if l.as != "" {
			l.rows = s.verbatim(l.as)
			continue
		}
		heading := [...]theme.Ink{{}, s.theme.Bold, s.theme.AccentBold, s.theme.Bold}[l.level]
		var b strings.Builder
		for _, x := range s.spans(l) {
			switch {
			case l.level > 0:
				b.WriteString(heading.Text(x.Words))
			case x.Strong:
				b.WriteString(s.theme.Bold.Text(x.Words))
			default:
				b.WriteString(x.Words)
			}
		}
		l.rows = s.finish(strings.TrimRight(b.String(), " "))
	}
}

// prose has Glamour style all lines in one go. A line that it does not give back stays plain.
func (s *styler) prose(lines []line) {
	tree := ast.NewDocument()
	var source []byte
	leaf := func(words string) ast.Node {
		from := len(source)
		source = append(source, escaped.Replace(words)...)
		return ast.NewTextSegment(text.NewSegment(from, len(source)))
	}
	var asked []*line
	for i := range lines {
		l := &lines[i]
		if l.drawn != nil {
			continue
		}
		if l.as != "" {
			l.rows = s.verbatim(l.as)
			continue
		}
		block := s.node(l, leaf)
		tree.AppendChild(tree, block)
		asked = append(asked, l)
	}
	out, err := s.theme.Prose(source, tree)
	var rows []string
	for row := range strings.SplitSeq(out, "\n") {
		if before, after, ok := strings.Cut(row, string(lineStart)); ok {
			rows = append(rows, strings.TrimLeft(before, " ")+after)
		}
	}
	for i, l := range asked {
		if err != nil || len(rows) != len(asked) {
			l.rows = s.numbers.Text(l.text)
			continue
		}
		l.rows = s.finish(strings.TrimRight(rows[i], " "))
	}
}

// node is a line as a node of a tree, its words made by leaf.
func (s *styler) node(l *line, leaf func(string) ast.Node) ast.Node {
	if l.level > 0 { // in one piece, so that it is styled once
		words := string(lineStart)
		for _, x := range s.spans(l) {
			words += x.Words
		}
		heading := ast.NewHeading(l.level)
		heading.AppendChild(heading, leaf(words))
		return heading
	}
	block := ast.NewParagraph()
	block.AppendChild(block, leaf(string(lineStart)))
	for _, x := range s.spans(l) {
		words := leaf(x.Words)
		if x.Strong || x.Emph {
			level := 1
			if x.Strong {
				level = 2
			}
			strong := ast.NewEmphasis(level)
			strong.AppendChild(strong, words)
			words = strong
		}
		block.AppendChild(block, words)
	}
	return block
}

// escaped keeps words as they are: Glamour takes the names of HTML's characters and backslashes out of the words it is given.
var escaped = strings.NewReplacer("&", "&amp;", `\`, `\\`)
