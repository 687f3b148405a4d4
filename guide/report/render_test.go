package report_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"knead/guide/report"
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
		if got := report.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := report.CleanLines("a\x1b[2J\r\n\tb\n\n  c"); got != "a[2J\n b\n\n  c" {
		t.Errorf("CleanLines = %q", got)
	}
}

// TestTextWidth keeps every line within the width, save for addresses.
func TestTextWidth(t *testing.T) {
	g := compile(t)
	for person := range people {
		for _, width := range []int{40, 72, 100} {
			d := report.New(g, g.Assess(answers(t, g, person)), nil)
			for _, line := range strings.Split(d.Text(width), "\n") {
				if n := utf8.RuneCountInString(line); n > width && !strings.Contains(line, "://") {
					t.Errorf("%s at %d: %d columns: %q", person, width, n, line)
				}
				if line != strings.TrimRight(line, " ") {
					t.Errorf("%s at %d: blanks at the end: %q", person, width, line)
				}
			}
		}
	}
}

func TestTextWrapsWideLettersAndLongWords(t *testing.T) {
	d := report.Document{Title: "背中が痛いときのマッサージについて知りたいことをまとめました", Sections: []report.Section{{
		Title: "x", Blocks: []report.Block{report.Paragraph{Text: report.Text{Words: strings.Repeat("a", 100) + " https://example.org/" + strings.Repeat("b", 100)}}},
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
	d := report.Document{Title: "# not a head", Sections: []report.Section{{Title: "1. no list", Blocks: []report.Block{
		report.Paragraph{Text: report.Text{Words: "- no item *no stress* [no](link) <no> a_b `no` | & \\"}},
		report.Rows{Head: [2]string{"a|b", ""}, Rows: []report.Row{{Term: "c|d", Text: []report.Text{{Words: "e|f"}}}}},
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

// TestPage checks what a page of HTML must have, and what it must not have.
func TestPage(t *testing.T) {
	g := compile(t)
	for person := range people {
		a := answers(t, g, person)
		for _, large := range []bool{false, true} {
			page, err := report.New(g, g.Assess(a), g.Changes(a)).HTML(report.Page{Version: "v", Date: "20 November 2026", Large: large})
			if err != nil {
				t.Fatal(err)
			}
			for _, must := range []string{
				"<!doctype html>", `<html lang="en">`, `<meta charset="utf-8">`, "<title>Your result · Knead</title>", "<header>", "<main>",
				report.Purpose, "content v", "20 November 2026", "@media print", "prefers-color-scheme:dark", "default-src 'none'",
			} {
				if !strings.Contains(page, must) {
					t.Errorf("%s: no %s", person, must)
				}
			}
			if found := regexp.MustCompile(`(?i)<(script|link|img|iframe|object|embed|form|base)\b|\b(src|on\w+|style)=|url\(|@import`).FindString(page); found != "" {
				t.Errorf("%s: holds %s", person, found)
			}
			if strings.Contains(page, `<body class="large">`) != large {
				t.Errorf("%s: large print is not what was asked for", person)
			}
			headings(t, person, page)
			links(t, person, page)
			if n := strings.Count(page, "<table>"); n != strings.Count(page, "<thead>") || strings.Count(page, "<tr>") != strings.Count(page, "<th scope=\"row\">")+n {
				t.Errorf("%s: a table without headers", person)
			}
		}
	}
}

// headings checks that there is one first heading and that no level is left out.
func headings(t *testing.T, person, page string) {
	t.Helper()
	last := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(page, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 || level == 1 && last > 0 {
			t.Errorf("%s: heading %d after heading %d", person, level, last)
		}
		last = level
	}
}

// links checks that every link within the page leads somewhere, and that no name stands twice.
func links(t *testing.T, person, page string) {
	t.Helper()
	names := map[string]bool{}
	for _, m := range regexp.MustCompile(`\bid="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if names[m[1]] {
			t.Errorf("%s: the name %s stands twice", person, m[1])
		}
		names[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?:href="#|labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !names[m[1]] {
			t.Errorf("%s: a link leads nowhere: %s", person, m[1])
		}
	}
}

func TestQuestions(t *testing.T) {
	g := compile(t)
	golden(t, "questions.txt", []byte(report.Questions(g).Text(72)))
	data, err := report.QuestionsJSON(g, "2026-11-20 0123abcd")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "questions.json", data)
}
