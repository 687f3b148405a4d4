package content_test

import (
	"testing"

	"pgregory.net/rapid"

	"knead/content"
	"knead/content/builtin"
	"knead/guide/fixture"
	"knead/guide/fold"
)

// A page is found however its name is written, there and by whoever types it, and what is marked is what was looked for.
func TestSearchInAnyForm(t *testing.T) {
	l := &content.Library{Pages: []content.Page{
		{ID: "a", Title: "Tuīná", Summary: "Ｆull ﬁgures for Sjögren’s, Straße and 18–49."},
		{ID: "b", Title: "Tuina\u0301 decomposed"},
	}}
	x := content.NewIndex(l)
	for query, marks := range map[string][]string{
		"tuina": {"Tuīná", "Tuina\u0301"}, "TUĪNÁ": {"Tuīná", "Tuina\u0301"}, "tui\u0304na\u0301": {"Tuīná", "Tuina\u0301"}, "ｔｕｉｎａ": {"Tuīná", "Tuina\u0301"},
		"figures": {"ﬁgures"}, "full": {"Ｆull"}, "sjogren": {"Sjögren"}, "strasse": {"Straße"}, "tu\u200bina": {"Tuīná", "Tuina\u0301"}, "４９": {"49"},
	} {
		hits := x.Search(query, 9)
		if len(hits) != len(marks) {
			t.Errorf("%q finds %v", query, hits)
			continue
		}
		for n, h := range hits {
			if got := h.Text[h.Spans[0][0]:h.Spans[0][1]]; got != marks[n] {
				t.Errorf("%q marks %q, not %q", query, got, marks[n])
			}
		}
	}
}

// Answers in a file may be pasted from a page or come from an input method.
func TestAnswersInAnyForm(t *testing.T) {
	g := builtin.Guide()
	lines := []string{"where: neck", "severity: 6", "now: none"}
	want, err := g.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		file := ""
		for _, line := range lines {
			key, value := line[:len(line)-len(afterColon(line))-2], afterColon(line)
			pick := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") }
			file += fixture.Pasted(key, pick) + ":" + fixture.Pasted(" ", pick) + fixture.Pasted(value, pick) + "\n"
		}
		got, err := content.DecodeAnswers(g, "me.yaml", []byte(file))
		if err != nil {
			t.Fatalf("%q: %v", file, err)
		}
		for id, a := range want {
			if got[id].Value != a.Value || len(got[id].Options) != 1 || got[id].Options[0] != a.Options[0] {
				t.Fatalf("%q is read as %v", file, got)
			}
		}
		if fold.Typed(file) == file && file != fold.Plain(file) {
			t.Fatalf("%q", file)
		}
	})
}

func afterColon(line string) string {
	for i := range line {
		if line[i] == ':' {
			return line[i+2:]
		}
	}
	return ""
}
