package report_test

import (
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/document"
	"knead/guide/report"
)

// onePage is how many lines of 62 letters, the width of a column, go on one page of 10 points.
const onePage = 112

// The handout of every sample person goes on one page, and says where it hurts, what to tell, and when to stop, in every format.
func TestHandoutIsOnePage(t *testing.T) {
	g := builtin.Guide()
	for _, c := range builtin.Library().Cases {
		answers, err := g.ParseLines(c.Answers)
		if err != nil {
			t.Fatal(err)
		}
		a := g.Assess(answers)
		d := report.Handout(g, a)
		page, err := d.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Level.Stops() {
			continue
		}
		printed := d
		printed.Sources = nil // on paper they are a few lines
		if n := strings.Count(printed.Text(62), "\n"); n > onePage {
			t.Errorf("%s: the handout has %d lines", c.ID, n)
		}
		for _, words := range []string{"It hurts: ", "What they should know", "Where it hurts, since when", "Stop and get help"} {
			for format, text := range map[string]string{"text": d.Text(10000), "Markdown": d.Markdown(), "HTML": page} {
				if words == "What they should know" && !strings.Contains(d.Text(10000), words) {
					continue // nothing to tell
				}
				if !strings.Contains(text, words) {
					t.Errorf("%s: the handout as %s does not say %q", c.ID, format, words)
				}
			}
		}
	}
}
