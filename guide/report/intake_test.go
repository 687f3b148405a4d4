package report_test

import (
	"html"
	"strconv"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
)

func TestIntakeGolden(t *testing.T) {
	d := report.Intake(fixture.Guide(t))
	fixture.Golden(t, *update, "intake.txt", []byte(d.Text(72)))
	fixture.Golden(t, *update, "intake.md", []byte(d.Markdown()))
	page, err := d.HTML(document.Page{Version: "2026-11-20 0123abcd"})
	if err != nil {
		t.Fatal(err)
	}
	fixture.Golden(t, *update, "intake.html", []byte(page))
}

// TestIntakeIsWhole finds every question, option and number on the sheet, and how to say not sure.
func TestIntakeIsWhole(t *testing.T) {
	g := builtin.Guide()
	page, err := report.Intake(g).HTML(document.Page{})
	if err != nil {
		t.Fatal(err)
	}
	boxes := 0
	for i, q := range g.Knowledge().Questions {
		if last := max(i-1, 0); q.Each != "" && (g.Knowledge().Questions[last].Each == q.Each || g.Knowledge().Questions[i+1].Each == q.Each) {
			subject := g.Question(q.Each).Option(q.Of[0]).Label // several of these are one form, with a line for each
			for j, o := range q.Options {
				if answer := strconv.Itoa(j+1) + " " + document.Clean(o.Label); !strings.Contains(page, html.EscapeString(answer)) {
					t.Errorf("%s: %q is not on the sheet", q.ID, answer)
				}
			}
			if !strings.Contains(page, html.EscapeString(document.Clean(subject))) {
				t.Errorf("%s: %q is not on the sheet", q.ID, subject)
			}
			boxes++
			continue
		}
		if !strings.Contains(page, "<h3>"+document.Clean(q.Title)+"</h3>") {
			t.Errorf("%s is not on the sheet", q.ID)
		}
		if q.Kind == knowledge.Scale {
			low, high := q.Range()
			boxes += high - low + 1
			continue
		}
		boxes += len(fixture.Offered(q))
	}
	if n := strings.Count(page, "<li>") - strings.Count(before(page, "<h2 id=\"stage-"), "<li>"); n < boxes {
		t.Errorf("%d boxes, want %d", n, boxes)
	}
	for line := range strings.Lines(report.Intake(g).Text(100000)) {
		if strings.Contains(line, "Only if") && len(line) > 500 {
			t.Errorf("who can follow this? %s", line)
		}
	}
}

func before(s, mark string) string {
	head, _, _ := strings.Cut(s, mark)
	return head
}

func TestExplainer(t *testing.T) {
	g := fixture.Guide(t)
	prose := document.Read("## What it is\n\nA **calm** thing \\<b>, see [Heat](heat)\nand [below](#research) [@trial; @review].\n\nAgain.\n\n" +
		"## Research\n\n1. **One.** Words\n   go on.\n2. Two [@trial].\n\n- a\n  43 b\n- c\n\n" +
		"> [!urgent] **Never mind** if it is bad.\n> At once.\n\n> [!note] **Know** this.\n\n| Said | Found |\n|---|---|\n| “x” | y [@who] |\n\n### Small\n\nEnd.")
	d := report.Explainer(g, document.Document{
		Title:    "A page",
		Sections: append([]document.Section{{Blocks: []document.Block{document.Paragraph{Text: document.Text{Words: "in short"}}}}}, prose.Sections...),
		End:      []document.Block{document.Paragraph{Text: document.Text{Words: "Reviewed today."}}},
	})
	page, err := d.HTML(document.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<p class="lead">In short.</p>`,
		`<p>A <b>calm</b> thing &lt;b&gt;, see Heat and <a href="#research">below</a> <a class="mark" href="#source-1">[1]</a> <a class="mark" href="#source-2">[2]</a>.</p>`,
		"<ol>\n<li><b>One.</b> Words go on.</li>\n<li>Two <a class=\"mark\" href=\"#source-1\">[1]</a>.</li>\n</ol>",
		"<ul>\n<li><div>a 43 b</div></li>\n<li><div>c</div></li>\n</ul>",
		"<div class=\"callout urgent\">\n<p><b>Never mind</b> if it is bad. At once.</p>\n</div>",
		"<div class=\"callout good\">\n<p><b>Know</b> this.</p>\n</div>",
		`<thead><tr><th scope="col">Said</th><th scope="col">Found</th></tr></thead>`,
		`<tr><th scope="row">“x”</th><td>y <a class="mark" href="#source-3">[3]</a></td></tr>`,
		"<h3 id=\"small\">Small</h3>\n<p>End.</p>", "<p>Reviewed today.</p>", report.Purpose,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	headings(t, "explainer", page)
	links(t, "explainer", page)
	if text := d.Text(60); !strings.Contains(text, "  A calm thing <b>, see Heat and below [1, 2].\n") || !strings.Contains(text, "  2. Two [1].\n") {
		t.Errorf("as text:\n%s", text)
	}
	if text := d.Markdown(); !strings.Contains(text, "2. Two [1].\n") || !strings.Contains(text, "### Small\n") || !strings.Contains(text, "A **calm** thing \\<b\\>, see [Heat](heat)") {
		t.Errorf("as Markdown:\n%s", text)
	}
}

// TestExplainersAreWhole leaves no mark of Markdown in any page of the library.
func TestExplainersAreWhole(t *testing.T) {
	g, lib := builtin.Guide(), builtin.Library()
	for i := range lib.Pages {
		p := &lib.Pages[i]
		page, err := report.Explainer(g, lib.Document(p)).HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		_, main, _ := strings.Cut(page, "<main>")
		for _, mark := range []string{"**", "](", "[@", "{{", "\n- ", "<p>|", "<p>#", "<p>&gt;"} {
			if strings.Contains(main, mark) {
				t.Errorf("%s: holds %q", p.ID, mark)
			}
		}
		links(t, p.ID, page)
	}
}

// The sheet stays short enough to be filled in: a question about many answers is asked once, and a condition that several
// questions share is said once. In three columns of print, 110 lines make a page.
func TestIntakeIsShort(t *testing.T) {
	d := report.Intake(builtin.Guide())
	if n := strings.Count(d.Text(72), "\n"); n > 1200 {
		t.Errorf("the sheet has %d lines", n)
	}
	for _, section := range d.Sections {
		only := ""
		for _, block := range section.Blocks {
			f, ok := block.(document.Form)
			if ok && f.Only != "" && f.Only == only {
				t.Errorf("%q is for the same people as the question before it, and says so again", f.Title)
			}
			only = f.Only
		}
	}
}
