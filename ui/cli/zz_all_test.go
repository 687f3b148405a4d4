package cli_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
)

func TestZZAll(t *testing.T) {
	c := startChromium(t)
	g := builtin.Guide()
	files, _ := filepath.Glob("../../guide/testdata/scenarios/*.txtar")
	dir := t.TempDir()
	n := map[string]int{}
	try := func(name string, a guide.Answers) {
		page, err := report.New(g, g.Assess(a), g.Changes(a)).HTML(report.Page{Version: "2026-11-20-1e734216"})
		if err != nil {
			t.Fatal(err)
		}
		c.open(save(t, dir, "x", []byte(page)))
		for _, p := range papers {
			k := printed(t, c, p)
			n[fmt.Sprint(p.name, k)]++
			t.Log("PAGES", name, p.name, k, report.New(g, g.Assess(a), g.Changes(a)).Estimate())
		}
	}
	for i, f := range files {
		if i%9 != 0 && !strings.Contains(f, "missing") && !strings.Contains(f, "unsure") && !strings.Contains(f, "unknown") && !strings.Contains(f, "all") {
			continue
		}
		data, _ := os.ReadFile(f)
		var lines []string
		for _, x := range txtar.Parse(data).Files {
			if x.Name == "answers" {
				for l := range strings.Lines(string(x.Data)) {
					if l = strings.TrimSpace(l); l != "" {
						lines = append(lines, l)
					}
				}
			}
		}
		a, err := g.ParseLines(lines)
		if err != nil {
			t.Fatal(err)
		}
		try(filepath.Base(f), a)
	}
	rnd := rand.New(rand.NewPCG(7, 7))
	crowd := 0
	for crowd < 60 {
		i := g.Start()
		density := 1 + rnd.IntN(5)
		for !i.Finished() {
			for q := i.Missing(); q != nil; q = i.Missing() {
				var a guide.Answer
				for _, s := range i.Questions() {
					if s.ID != q.ID {
						continue
					}
					safe := q.ID == "now" || q.ID == "signs" || q.ID == "risk-more"
					var words []string
					for _, o := range s.Shown {
						if o.ID != "none" && rnd.IntN(10) < density && !safe {
							words = append(words, o.ID)
						}
					}
					switch {
					case q.Kind == guide.Scale:
						words = []string{fmt.Sprint(rnd.IntN(11))}
					case q.Kind == guide.One:
						words = []string{s.Shown[rnd.IntN(len(s.Shown))].ID}
						if rnd.IntN(6) == 0 {
							words = []string{"unsure"}
						}
					case len(words) == 0:
						words = []string{"none"}
					}
					a, _ = g.Parse(q.ID, words...)
					if q.Kind == guide.Many {
						for _, o := range s.Shown {
							if !a.Has(o.ID) && o.ID != "none" && rnd.IntN(10) < density && !safe {
								a, _ = g.LeaveOpen(a, q.ID, o.ID)
							}
						}
					}
				}
				i = i.Answer(q.ID, a)
			}
			next, err := i.Next()
			if err != nil {
				t.Fatal(err)
			}
			i = next
		}
		if i.Page() == guide.StopPage {
			continue
		}
		crowd++
		try(fmt.Sprint("crowd ", density), i.Answers())
	}
	t.Log(n)
}
