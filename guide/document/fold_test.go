package document_test

import (
	"reflect"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/columns"
	"knead/guide/document"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"one two three four five six\n":         "one two three\nfour five six\n",
		"- one two three four five\n":           "- one two\n  three four\n  five\n",
		"  - one two three four\n":              "  - one two\n    three\n    four\n",
		"12. one two three four\n":              "12. one two\n    three\n    four\n",
		"> > one two three four\n":              "> > one two\n> > three\n> > four\n",
		"> - one two three four\n":              "> - one two\n>   three\n>   four\n",
		"# a heading that is long enough\n":     "# a heading that is long enough\n",
		"| a row | that is long enough |\n":     "| a row | that is long enough |\n",
		"one two three - four 1. six\n":         "one two three -\nfour 1. six\n",
		"<https://example.org/a/b/c/d/e/f>\n\n": "<https://example.org/a/b/c/d/e/f>\n\n",
	} {
		if got := document.Fold(in, 13); got != want {
			t.Errorf("%q becomes\n%q, not\n%q", in, got, want)
		}
	}
}

// Every page of the library says the same when it was folded, in lines that fit unless they hold an address or a row of a table.
func TestFoldKeepsThePages(t *testing.T) {
	lib := builtin.Library()
	for i := range lib.Pages {
		md := lib.Document(&lib.Pages[i]).Markdown()
		folded := document.Fold(md, 80)
		if got, want := document.Read(folded).Sections, document.Read(md).Sections; !reflect.DeepEqual(got, want) {
			t.Errorf("%s reads otherwise when it was folded", lib.Pages[i].ID)
		}
		for line := range strings.Lines(folded) {
			if columns.Width(line) > 82 && !strings.Contains(line, "://") && !strings.HasPrefix(line, "|") && !strings.HasPrefix(line, "#") {
				t.Errorf("%s: a line of %d: %s", lib.Pages[i].ID, columns.Width(line), line)
			}
		}
	}
}
