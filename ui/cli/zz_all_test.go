package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"knead/content/builtin"
	"knead/guide/report"
	"github.com/rogpeppe/go-internal/txtar"
	"strings"
)

func TestZZAll(t *testing.T) {
	c := startChromium(t)
	g := builtin.Guide()
	files, _ := filepath.Glob("../../guide/testdata/scenarios/*.txtar")
	dir := t.TempDir()
	n := map[int]int{}
	for i, f := range files {
		if i%3 != 0 {
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
		page, err := report.New(g, g.Assess(a), g.Changes(a)).HTML(report.Page{Version: "2026-11-20-1e734216"})
		if err != nil {
			t.Fatal(err)
		}
		c.open(save(t, dir, "x", []byte(page)))
		k := printed(t, c, papers[1])
		n[k]++
		if k > 2 {
			t.Log(filepath.Base(f), k)
		}
	}
	t.Log(n)
}
