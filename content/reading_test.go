package content_test

import (
	"regexp"
	"slices"
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
	text, urls := l.Reading(&l.Pages[0])
	for _, want := range []string{"# Page\n\nAbout it.\n\nOne [1]. Two [2, 1]. Three [3].", "## Sources\n\n1. ", "First", "\n2. ", "https://example.org/b", "\n3. missing", "Reviewed 2026-01-02; to be read again by 2027-01-02."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if !slices.Equal(urls, []string{"", "https://example.org/b", ""}) {
		t.Errorf("addresses %q", urls)
	}
	l.Pages[0].Body, l.Pages[0].Reviewed = "No source.", ""
	if text, urls = l.Reading(&l.Pages[0]); strings.Contains(text, "Sources") || strings.Contains(text, "Reviewed") || urls != nil {
		t.Errorf("%q, %q", text, urls)
	}
}

var note = regexp.MustCompile(`\[(\d+(?:, \d+)*)\]`)

// Notes count up in the order in which they are first cited, none is left out, and each has its source at the end.
func TestNotesOfTheLibrary(t *testing.T) {
	lib := builtin.Library()
	for i := range lib.Pages {
		text, urls := lib.Reading(&lib.Pages[i])
		body, _, _ := strings.Cut(text, "\n## Sources\n")
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
		if last != len(urls) {
			t.Errorf("%s: %d notes, %d sources", lib.Pages[i].ID, last, len(urls))
		}
		for n, url := range urls {
			if url != "" && !strings.Contains(text, url) {
				t.Errorf("%s: the address of note %d is not in the list", lib.Pages[i].ID, n+1)
			}
		}
	}
}

func BenchmarkReading(b *testing.B) {
	lib := builtin.Library()
	for b.Loop() {
		lib.Reading(lib.Page("swedish"))
	}
}
