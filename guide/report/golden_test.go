package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"knead/guide/document"
	"knead/guide/report"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden compares every form of every person's result with the file that a reader would get.
func TestGolden(t *testing.T) {
	g := compile(t)
	for person := range people {
		a := answers(t, g, person)
		changes := g.Changes(a)
		d := report.New(g, g.Assess(a), changes)
		golden(t, person+".txt", []byte(d.Text(72)))
		golden(t, person+".md", []byte(d.Markdown()))
		html, err := d.HTML(document.Page{Version: "2026-11-20 0123abcd"})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, person+".html", []byte(html))
		data, err := report.JSON(g, g.Assess(a), changes, "2026-11-20 0123abcd")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, person+".json", data)
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs; run go test ./guide/report -update and read the difference\n%s", path, got)
	}
}
