package theme

import (
	"bytes"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Prose renders a tree of Markdown with Glamour, in this theme, every block on a line of its own. It is slow (milliseconds):
// call it in a command, never in View, and keep the result. The renderer is made again each time, since one is not safe for
// two goroutines and making it costs a thousandth of using it.
func (t *Theme) Prose(source []byte, tree ast.Node) (string, error) {
	glamour := ansi.NewRenderer(ansi.Options{Styles: t.document()})
	var out bytes.Buffer
	err := renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(glamour, 1))).Render(&out, source, tree)
	return out.String(), err
}

// document has no margin and no document color: Glamour styles every single blank of a margin or a colored document, which
// makes a page slow and forty times its size; not reported upstream.
func (t *Theme) document() ansi.StyleConfig {
	var none uint
	one, two := uint(1), uint(2)
	yes := true
	str := func(s string) *string {
		if s == "" || !t.Colored() {
			return nil
		}
		return &s
	}
	bold := func(c string) ansi.StylePrimitive { return ansi.StylePrimitive{Bold: &yes, Color: str(c)} }
	bar := t.Signs.Bar + " "
	title := bold(t.Palette.Text)
	title.BlockSuffix = "\n"
	return ansi.StyleConfig{
		Document:   ansi.StyleBlock{Margin: &none},
		BlockQuote: ansi.StyleBlock{Indent: &one, IndentToken: &bar},
		List:       ansi.StyleList{StyleBlock: ansi.StyleBlock{Indent: &two}, LevelIndent: 2},
		Heading:    ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: &yes}},
		H1:         ansi.StyleBlock{StylePrimitive: title},
		H2:         ansi.StyleBlock{StylePrimitive: bold(t.Palette.Accent)},
		H3:         ansi.StyleBlock{StylePrimitive: bold(t.Palette.Text)},
		Strong:     ansi.StylePrimitive{Bold: &yes},
		Emph:       ansi.StylePrimitive{Italic: &yes},
		HorizontalRule: ansi.StylePrimitive{
			Color: str(t.Palette.Faint), Format: "\n" + t.Signs.Rule + t.Signs.Rule + t.Signs.Rule + "\n",
		},
		Item:        ansi.StylePrimitive{BlockPrefix: t.Signs.Bullet + " "},
		Enumeration: ansi.StylePrimitive{BlockPrefix: ". "},
		Link:        ansi.StylePrimitive{Color: str(t.Palette.Accent), Underline: &yes},
		LinkText:    ansi.StylePrimitive{Color: str(t.Palette.Accent)},
		Code:        ansi.StyleBlock{StylePrimitive: bold(t.Palette.Text)},
		Table: ansi.StyleTable{
			StyleBlock:      ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{}, Margin: &none, Indent: &none},
			CenterSeparator: new(t.Signs.Rule), ColumnSeparator: new(" "), RowSeparator: new(t.Signs.Rule),
		},
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n" + t.Signs.Arrow + " "},
		Paragraph:             ansi.StyleBlock{},
		CodeBlock:             ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{Margin: &two}},
	}
}
