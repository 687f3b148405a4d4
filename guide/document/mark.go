//go:build !js

package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// markNode is a citation, or the tone of a callout.
type markNode struct {
	ast.BaseInline
	cites   []string
	tone    string
	at, end int // in the source
}

// Kind implements ast.Node. Nothing looks at the kind of a mark: it is known by its type, and a kind of its own would have to be
// registered in a variable of goldmark.
func (*markNode) Kind() ast.NodeKind { return ast.KindString }

// Dump implements ast.Node.
func (n *markNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// longestCitation is how far the end of a citation is looked for, so that brackets that are never closed cost no more.
const longestCitation = 1000

// markParser reads citations and tones.
type markParser struct{}

// Trigger implements parser.InlineParser.
func (markParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser. A citation may run over the end of a line.
func (markParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '@' && line[1] != '!' {
		return nil
	}
	row, start := block.Position()
	var words []byte
	for {
		if end := bytes.IndexByte(line, ']'); end >= 0 {
			words = append(words, line[:end]...)
			n := &markNode{at: segment.Start}
			block.Advance(end + 1)
			_, now := block.PeekLine()
			if n.end = now.Start; now.IsEmpty() {
				_, at := block.Position()
				n.end = at.Start
			}
			if words[1] == '!' {
				if n.tone = string(words[2:]); !leads(parent) {
					break
				}
				return n
			}
			for id := range strings.SplitSeq(string(words[1:]), ";") {
				n.cites = append(n.cites, strings.TrimPrefix(strings.TrimSpace(id), "@"))
			}
			return n
		}
		words = append(words, line...)
		block.AdvanceLine()
		if line, _ = block.PeekLine(); line == nil || words[1] == '!' || len(words) > longestCitation {
			break
		}
	}
	block.SetPosition(row, start)
	return nil
}

// leads reports whether nothing comes before in the first paragraph of a quotation.
func leads(parent ast.Node) bool {
	return parent.FirstChild() == nil && parent.PreviousSibling() == nil && parent.Parent() != nil && parent.Parent().Kind() == ast.KindBlockquote
}

// mark adds a mark of this node.
func (r *reader) mark(kind MarkKind, n ast.Node, level int, words string) {
	at, end := r.extent(n)
	r.marks = append(r.marks, Mark{Kind: kind, At: at, End: end, Level: level, Text: words})
}

// extent is where a node begins and ends in the source: for a block the whole of its lines, for a link from its bracket.
func (r *reader) extent(n ast.Node) (at, end int) {
	at, end = -1, -1
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		from, to := -1, -1
		switch c := c.(type) {
		case *ast.Text:
			from, to = c.Segment.Start, c.Segment.Stop
		case *markNode:
			from, to = c.at, c.end
		default:
			if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
				from, to = c.Lines().At(0).Start, c.Lines().At(c.Lines().Len()-1).Stop
			}
		}
		if entering && from >= 0 {
			if at < 0 || from < at {
				at = from
			}
			end = max(end, to)
		}
		return ast.WalkContinue, nil
	})
	if at = max(at, 0); n.Type() == ast.TypeInline {
		switch n.Kind() {
		case ast.KindLink:
			at = max(bytes.LastIndexByte(r.source[:at], '['), 0)
		case ast.KindImage:
			at = max(bytes.LastIndex(r.source[:at], []byte("![")), 0)
		case ast.KindAutoLink:
			at = max(bytes.LastIndexByte(r.source[:at], '<'), 0)
		case ast.KindCodeSpan:
			at = max(bytes.LastIndexByte(r.source[:at], '`'), 0)
		}
		return at, max(end, at)
	}
	return bytes.LastIndexByte(r.source[:at], '\n') + 1, max(end, at)
}
