package document_test

import (
	"reflect"
	"strings"
	"testing"

	"knead/guide/document"
)

func plain(words string) document.Text { return document.Text{Words: words} }

// Every form of Markdown that a page may hold becomes a block with typed parts; other forms become their words.
func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		want   []document.Block
	}{
		"a paragraph over two lines": {"one\n two  three", []document.Block{document.Paragraph{Text: plain("one two three")}}},
		"emphasis and a link": {"A **b *c*** [d](e#f).", []document.Block{document.Paragraph{Text: document.Text{Words: "A b c d.", Parts: []document.Span{
			{Words: "A "}, {Words: "b ", Strong: true}, {Words: "c", Strong: true, Emph: true}, {Words: " "}, {Words: "d", Link: "e#f"}, {Words: "."},
		}}}}},
		"a citation over two lines": {"One [@a;\n @b]. Two.", []document.Block{document.Paragraph{Text: document.Text{
			Words: "One. Two.", Sources: []string{"a", "b"},
			Parts: []document.Span{{Words: "One "}, {Cites: []string{"a", "b"}, AsIs: true}, {Words: ". Two."}},
		}}}},
		"a link to an address is its words": {"[a](https://example.org)", []document.Block{document.Paragraph{Text: plain("a")}}},
		"escapes and names of characters":   {`2 \* 3 &amp; 4 \[@a]`, []document.Block{document.Paragraph{Text: plain("2 * 3 & 4 [@a]")}}},
		"a list in a list": {"- a\n  - b\n- c", []document.Block{document.List{Items: []document.Item{
			{Text: plain("a"), Sub: []document.Text{plain("b")}}, {Text: plain("c")},
		}}}},
		"a numbered list": {"3. a\n4. b", []document.Block{document.List{First: 3, Items: []document.Item{{Text: plain("a")}, {Text: plain("b")}}}}},
		"a callout with a tone": {"> [!urgent] Go.\n>\n> Now.", []document.Block{document.Callout{Tone: document.Urgent, Blocks: []document.Block{
			document.Paragraph{Text: plain("Go.")}, document.Paragraph{Text: plain("Now.")},
		}}}},
		"a callout without one": {"> **Get help** now.", []document.Block{document.Callout{Tone: document.Note, Blocks: []document.Block{
			document.Paragraph{Text: document.Text{Words: "Get help now.", Parts: []document.Span{{Words: "Get help", Strong: true}, {Words: " now."}}}},
		}}}},
		"a tone is one at the start of a callout only": {"a [!urgent]", []document.Block{document.Paragraph{Text: plain("a [!urgent]")}}},
		"a table": {"| H | I |\n|---|---|\n| a | b |", []document.Block{document.Rows{
			Head: [2]string{"H", "I"}, Rows: []document.Row{{Term: plain("a"), Text: []document.Text{plain("b")}}},
		}}},
		"a small heading":       {"### A *b*?", []document.Block{document.Heading{ID: "a-b", Text: document.Text{Words: "A b?", Parts: []document.Span{{Words: "A "}, {Words: "b", Emph: true}, {Words: "?"}}}}}},
		"HTML and code":         {"<p>a</p>\n\n`b` <i>c</i>\n\n    d", []document.Block{document.Paragraph{Text: plain("<p>a</p>")}, document.Paragraph{Text: plain("b <i>c</i>")}, document.Paragraph{Text: plain("d")}}},
		"what is left open":     {"**a [b [@c", []document.Block{document.Paragraph{Text: plain("**a [b [@c")}}},
		"a picture is its name": {"![a](b)", []document.Block{document.Paragraph{Text: plain("a")}}},
		"nothing":               {"\n \n---\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []document.Block
			for _, s := range document.Read(c.source).Sections {
				got = append(got, s.Blocks...)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, c.want)
			}
		})
	}
}

func TestReadSections(t *testing.T) {
	got := document.Read("Before.\n\n## What it is\n\nText.\n\n### More, or less?\n\nDeep.\n#no heading\n## End").Sections
	var lines []string
	for _, s := range got {
		lines = append(lines, s.ID+"|"+s.Title)
		for _, x := range document.Texts(s.Blocks) {
			lines = append(lines, x.Words)
		}
	}
	if want := "|/Before./what-it-is|What it is/Text./More, or less?/Deep. #no heading/end|End"; strings.Join(lines, "/") != want {
		t.Errorf("got %q", strings.Join(lines, "/"))
	}
}

// Marks are where a checker finds them in the source.
func TestMarks(t *testing.T) {
	source := "## A *b*\n\nSee [c\nd](e) and **[f](g#h)** [@i; @j] ![k](l) `m` <b>n</b> <https://o.org>.\n\n> [!ask] p\n\n> q\n"
	for _, c := range []struct {
		kind document.MarkKind
		at   string // what begins there
		text string
	}{
		{document.HeadingMark, "## A", "A b"},
		{document.LinkMark, "[c", "e"},
		{document.LinkMark, "[f]", "g#h"},
		{document.CitationMark, "[@i", ""},
		{document.ImageMark, "![k]", ""},
		{document.CodeMark, "`m`", ""},
		{document.HTMLMark, "<b>", ""},
		{document.HTMLMark, "</b>", ""},
		{document.CalloutMark, "> [!ask]", "ask"},
		{document.CalloutMark, "> q", ""},
	} {
		found := false
		for _, m := range document.Read(source).Marks {
			found = found || m.Kind == c.kind && m.Text == c.text && strings.HasPrefix(source[m.At:], c.at)
		}
		if !found {
			t.Errorf("no mark %v at %q with %q in %+v", c.kind, c.at, c.text, document.Read(source).Marks)
		}
	}
}

// Whatever the text is, it is read and rendered, and no word of it becomes markup.
func FuzzRead(f *testing.F) {
	f.Add("> [!ask] [@a; @b](c) **d*e**\n\n| f | g |\n|-|-|\n| [h](i) | j |\n\n1. k\n   - l")
	f.Add("[@\n[!\n>[\n> [!")
	f.Fuzz(func(t *testing.T, source string) {
		p := document.Read(source)
		for _, m := range p.Marks {
			if m.At < 0 || m.At > m.End || m.End > len(source) {
				t.Fatalf("a mark of %q: %+v", source, m)
			}
		}
		d := document.Document{Title: "T", Use: document.Reading, Sections: p.Sections}
		d.Text(40)
		d.Markdown()
		if page, err := d.HTML(document.Page{}); err != nil || strings.Contains(page, "<script") {
			t.Fatalf("%q: %v", source, err)
		}
	})
}
