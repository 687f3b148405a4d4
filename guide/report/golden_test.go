package report_test

import (
	"flag"
	"testing"

	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/report"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden compares every form of every person's result with the file that a reader would get.
func TestGolden(t *testing.T) {
	g := fixture.Guide(t)
	for person := range fixture.People() {
		a := fixture.Answers(t, g, person)
		changes := g.Changes(a)
		d := report.New(g, g.Assess(a), changes)
		fixture.Golden(t, *update, person+".txt", []byte(d.Text(72)))
		fixture.Golden(t, *update, person+".md", []byte(d.Markdown()))
		html, err := d.HTML(document.Page{Version: "2026-11-20 0123abcd"})
		if err != nil {
			t.Fatal(err)
		}
		fixture.Golden(t, *update, person+".html", []byte(html))
		data, err := report.JSON(g, g.Assess(a), changes, "2026-11-20 0123abcd")
		if err != nil {
			t.Fatal(err)
		}
		fixture.Golden(t, *update, person+".json", data)
	}
}
