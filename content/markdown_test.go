package content

import (
	"slices"
	"strings"
	"testing"
)

func TestNotes(t *testing.T) {
	text, sources := Notes("One [@b]. Two [@a; @b]. Three [@c;\n  @a]. A [link](page#part).")
	if want := "One [1]. Two [2, 1]. Three [3, 2]. A [link](page#part)."; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
	if want := []string{"b", "a", "c"}; !slices.Equal(sources, want) {
		t.Errorf("got %v, want %v", sources, want)
	}
}

func TestSections(t *testing.T) {
	got := Sections("Before.\n\n## What it is\n\nText.\n\n### More, or less?\n\nDeep.\n#no heading\n## End")
	want := []Section{
		{Body: "Before."},
		{ID: "what-it-is", Title: "What it is", Level: 2, Body: "Text."},
		{ID: "more-or-less", Title: "More, or less?", Level: 3, Body: "Deep.\n#no heading"},
		{ID: "end", Title: "End", Level: 2},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestPlaceholders(t *testing.T) {
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ page, want string }{
		{"rubbing", "Thin bones need care.\n\n- **Not for you with:** Fever now.\n- **With care with:** Thin bones.\n"},
		{"pressing", "- **Not for you with:** Thin bones; Fever now.\n\nKnead is stricter than its sources: Thin bones.\n\nKnead's own precaution, without a source: Fever now.\n\nWhere nothing is known of this approach alone, the advice for [Rubbing](rubbing) stands in.\n"},
		{"rubbing", "- **Neck pain:** helps a little. ■■□□ low certainty. Pain was a little less. [@ada2020]\n\nNot studied enough: Other pain.\n"},
	} {
		if body := l.Page(c.page).Body; !strings.Contains(body, c.want) {
			t.Errorf("%s lacks %q:\n%s", c.page, c.want, body)
		}
	}
}

func TestCertainty(t *testing.T) {
	for grade, want := range map[string]string{
		"high": "■■■■ high certainty", "moderate": "■■■□ moderate certainty", "low": "■■□□ low certainty",
		"very-low": "■□□□ very low certainty", "not-rated": "□□□□ certainty not rated",
	} {
		if got := certainty(grade); got != want {
			t.Errorf("%s: got %s, want %s", grade, got, want)
		}
	}
}
