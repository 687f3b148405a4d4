package content_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"knead/content"
	"knead/content/builtin"
	"knead/guide/knowledge"
)

func TestReading(t *testing.T) {
	l := &content.Library{
		Knowledge: knowledge.Base{Sources: []knowledge.Source{
			{ID: "b", Title: "Second", Authors: "Bee B", Year: 2020, URL: "https://example.org/b"}, {ID: "a", Title: "First", Authors: "Ay A"},
		}},
		Pages: []content.Page{{ID: "p", Title: "Page", Summary: "About it.", Body: "One [@a]. Two [@b; @a]. Three [@missing].\n", Reviewed: "2026-01-02", ReviewBy: "2027-01-02"}},
	}
	text := l.Document(&l.Pages[0]).Markdown()
	for _, want := range []string{"# Page\n\nAbout it.\n\nOne [1]. Two [2, 1]. Three [3].", "## Sources\n\n1. First", "\n2. Second", "<https://example.org/b>", "\n3. missing", "Reviewed 2026-01-02; next review due 2027-01-02."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	l.Pages[0].Body, l.Pages[0].Reviewed = "No source.", ""
	if text = l.Document(&l.Pages[0]).Markdown(); strings.Contains(text, "Sources") || strings.Contains(text, "Reviewed") {
		t.Errorf("%q", text)
	}
}

var note = regexp.MustCompile(`\[(\d+(?:, \d+)*)\]`)

// Notes count up in the order in which they are first cited, none is left out, and each has its source at the end.
func TestNotesOfTheLibrary(t *testing.T) {
	lib := builtin.Library()
	for i := range lib.Pages {
		d := lib.Document(&lib.Pages[i])
		body, _, _ := strings.Cut(d.Markdown(), "\n## Sources\n")
		last := 0
		for _, m := range note.FindAllStringSubmatch(body, -1) {
			for n := range strings.SplitSeq(m[1], ", ") {
				switch n, _ := strconv.Atoi(n); { // they are digits
				case n == last+1:
					last = n
				case n < 1 || n > last:
					t.Errorf("%s: note %d stands behind note %d", lib.Pages[i].ID, n, last)
				}
			}
		}
		if last != len(d.Sources) {
			t.Errorf("%s: %d notes, %d sources", lib.Pages[i].ID, last, len(d.Sources))
		}
		for n, source := range d.Sources {
			if source.Line == source.ID || source.URL == "" {
				t.Errorf("%s: source %d has no citation or no address: %+v", lib.Pages[i].ID, n+1, source)
			}
		}
	}
}

func BenchmarkReading(b *testing.B) {
	lib := builtin.Library()
	for b.Loop() {
		lib.Document(lib.Page("swedish"))
	}
}
