package document_test

import (
	"strings"
	"testing"

	"knead/guide/document"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"plain words":              "plain words",
		" two  blanks ":            "two blanks",
		"a\tb\r\nc\u2028d\u0085e":  "a b c d e",
		"\x1b[31mred\x1b[0m":       "[31mred[0m",
		"\u009b31mred":             "31mred",
		"bell\a, delete\x7f":       "bell, delete",
		"turned \u202eround\u2066": "turned round",
		"bad \xff byte":            "bad \uFFFD byte",
		"naïve “quotes” ½ 38 °C – … · → ×": "naïve “quotes” ½ 38 °C – … · → ×",
		"e\u0301": "e\u0301",
	} {
		if got := document.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := document.CleanLines("a\x1b[2J\r\n\tb\n\n  c"); got != "a[2J\n b\n\n  c" {
		t.Errorf("CleanLines = %q", got)
	}
}

func TestTextWrapsWideLettersAndLongWords(t *testing.T) {
	d := document.Document{Title: "背中が痛いときのマッサージについて知りたいことをまとめました", Sections: []document.Section{{
		Title: "x", Blocks: []document.Block{document.Paragraph{Text: document.Text{Words: strings.Repeat("a", 100) + " https://example.org/" + strings.Repeat("b", 100)}}},
	}}}
	lines := strings.Split(d.Text(24), "\n")
	if lines[0] != "背中が痛いときのマッサー" || lines[1] != "ジについて知りたいことを" {
		t.Errorf("wide letters are wrapped as %q", lines[:2])
	}
	if !strings.Contains(d.Text(24), strings.Repeat("b", 100)) {
		t.Error("an address was cut")
	}
}

// TestMarkdownEscapes keeps words words.
func TestMarkdownEscapes(t *testing.T) {
	d := document.Document{Title: "# not a head", Sections: []document.Section{{Title: "1. no list", Blocks: []document.Block{
		document.Paragraph{Text: document.Text{Words: "- no item *no stress* [no](link) <no> a_b `no` | & \\"}},
		document.Rows{Head: [2]string{"a|b", ""}, Rows: []document.Row{{Term: document.Text{Words: "c|d"}, Text: []document.Text{{Words: "e|f"}}}}},
	}}}}
	want := `# \# not a head

## 1\. no list

\- no item \*no stress\* \[no\](link) \<no\> a\_b \` + "`no\\`" + ` \| \& \\

| a\|b |   |
| --- | --- |
| c\|d | e\|f |
`
	if got := d.Markdown(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
