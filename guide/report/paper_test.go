package report_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/guide/scenario"
)

// TestPaper prints the longest results and the longest handouts of the sample people: on A4 and on Letter a result goes on four
// sheets, and a handout on one.
func TestPaper(t *testing.T) {
	if !fixture.Thorough() {
		t.Skip("prints with a browser; set KNEAD_THOROUGH")
	}
	browser := ""
	for _, name := range []string{"google-chrome", "chromium-browser", "chromium"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
		}
	}
	if browser == "" {
		t.Skip("no browser here")
	}
	g, lib := builtin.Guide(), builtin.Library()
	for _, kind := range []struct {
		name string
		most int // sheets
		of   func(guide.Assessment) document.Document
	}{
		{"result", 4, func(a guide.Assessment) document.Document { return report.New(g, a, g.Changes(a.Answers)) }},
		{"handout", 1, func(a guide.Assessment) document.Document { return report.Handout(g, a, lib.Figure()) }},
	} {
		var pages []string
		for _, c := range lib.Cases {
			a, err := g.ParseLines(c.Answers)
			if err != nil {
				t.Fatal(err)
			}
			page, err := kind.of(g.Assess(a)).HTML(document.Page{Version: c.ID})
			if err != nil {
				t.Fatal(err)
			}
			pages = append(pages, page)
		}
		page, err := kind.of(g.Assess(mostCautions(g))).HTML(document.Page{Version: "most-cautions"})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(pages, func(a, b string) int { return len(b) - len(a) })
		pages = slices.Insert(pages, 0, page)
		for i, page := range pages[:min(4, len(pages))] {
			for _, paper := range []string{"A4", "Letter"} {
				t.Run(kind.name+"/"+paper+strconv.Itoa(i), func(t *testing.T) {
					t.Parallel()
					if n := sheets(t, browser, strings.Replace(page, "@page{", "@page{size:"+paper+";", 1)); n < 1 || n > kind.most {
						t.Errorf("%d sheets", n)
					}
				})
			}
		}
	}
}

// mostCautions is a person whose result opens with the therapy that needs the most care of all: every health item was added that
// leaves something to begin with, the one that brings the most precautions first.
func mostCautions(g *guide.Guide) guide.Answers {
	people, err := scenario.Read(os.DirFS("../testdata/usual"), g)
	if err != nil {
		panic(err)
	}
	var most guide.Answers
	n := -1
	for _, p := range people {
		answers := p.Answers
		for _, q := range g.WithRole(knowledge.RoleHistory) {
			var chosen []string
			for _, o := range q.Options {
				if o.ID == knowledge.None {
					continue
				}
				tried := answers.With(q.ID, guide.Answer{Options: append(slices.Clone(chosen), o.ID)})
				if a := g.Assess(tried); a.Level == knowledge.SelfCare && a.Start.Match != nil && a.Start.Match.Verdict <= knowledge.Caution {
					chosen = append(chosen, o.ID)
				}
			}
			answers = answers.With(q.ID, guide.Answer{Options: chosen})
		}
		a := g.Assess(answers)
		if a.Start.Match != nil && len(a.Start.Match.Cautions) > n {
			most, n = answers, len(a.Start.Match.Cautions)
		}
	}
	return most
}

// sheets prints a page and counts the sheets.
func sheets(t *testing.T, browser, page string) int {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(in, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+out, "file://"+in)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("the browser does not print here: %v\n%s", err, said)
	}
	pdf, err := os.ReadFile(out)
	if err != nil {
		t.Skipf("the browser did not print: %v", err)
	}
	return len(regexp.MustCompile(`/Type\s*/Page[^s]`).FindAll(pdf, -1))
}
