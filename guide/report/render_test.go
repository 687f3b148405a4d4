package report_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/report"
)

// TestTextWidth keeps every line within the width, save for addresses.
func TestTextWidth(t *testing.T) {
	g := fixture.Guide(t)
	for person := range fixture.People() {
		for _, width := range []int{40, 72, 100} {
			d := report.New(g, g.Assess(fixture.Answers(t, g, person)), nil)
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

// TestPage checks what a page of HTML must have, and what it must not have.
func TestPage(t *testing.T) {
	g := fixture.Guide(t)
	for person := range fixture.People() {
		a := fixture.Answers(t, g, person)
		for _, large := range []bool{false, true} {
			page, err := report.New(g, g.Assess(a), g.Changes(a)).HTML(document.Page{Version: "v", Date: "20 November 2026", Large: large})
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
	g := fixture.Guide(t)
	fixture.Golden(t, *update, "questions.txt", []byte(report.Questions(g).Text(72)))
	data, err := report.QuestionsJSON(g, "2026-11-20 0123abcd")
	if err != nil {
		t.Fatal(err)
	}
	fixture.Golden(t, *update, "questions.json", data)
}
