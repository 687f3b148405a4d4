package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"knead/content"
	"knead/content/builtin"
	"knead/guide/document"
)

func small(bodies ...string) *content.Library {
	l := &content.Library{}
	for i, b := range bodies {
		l.Pages = append(l.Pages, content.Page{ID: fmt.Sprint("p", i), Title: fmt.Sprint("Page ", i), Summary: "About it.", Body: b})
	}
	return l
}

func TestSearch(t *testing.T) {
	x := content.NewIndex(small(
		"## Warmth\n\nA **warm pack** eases it [@a]. See [cold](p1#cold). Nothing more.\n\n- Heat wraps\n- a warm bath, then\n  rest\n",
		"## Cold\n\nCold packs e.g. from the shop. Ice? No.\n\n| Said | Found |\n|---|---|\n| Cold cures | It does not. |\n",
		"Ängste und Öl. Straße.",
	))
	for query, want := range map[string][]string{
		"warm":       {"A warm pack eases it.", "a warm bath, then rest", "Warmth"},
		"warm pack":  {"A warm pack eases it."},
		"PACK":       {"A warm pack eases it.", "Cold packs e.g. from the shop."},
		"bath rest":  {"a warm bath, then rest"},
		"arm":        nil, // words begin with what is looked for
		"cold cures": {"Cold cures It does not."},
		"öl":         {"Ängste und Öl."},
		"straße":     {"Straße."},
		"":           nil,
		" .,; ":      nil,
		"xyzzy":      nil,
	} {
		var got []string
		for _, h := range x.Search(query, 10) {
			got = append(got, h.Text)
			for _, s := range h.Spans {
				if s[0] < 0 || s[0] >= s[1] || s[1] > len(h.Text) {
					t.Fatalf("%q: the span %v of %q", query, s, h.Text)
				}
				found := strings.ToLower(h.Text[s[0]:s[1]])
				if !slices.Contains(strings.Fields(strings.ToLower(query)), found) {
					t.Errorf("%q: the span %v of %q is %q", query, s, h.Text, found)
				}
			}
			if len(h.Spans) < len(strings.Fields(query)) {
				t.Errorf("%q: %q has only the spans %v", query, h.Text, h.Spans)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if query == "warm" { // the title of a section among them
			got = slices.DeleteFunc(got, func(s string) bool { return !slices.Contains(want, s) })
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

// A title tells more than a sentence, a whole word more than the beginning of one.
func TestSearchOrder(t *testing.T) {
	l := small("Some heat here.", "Heated stones.")
	l.Pages = append(l.Pages, content.Page{ID: "heat", Title: "Heat", Summary: "Warmth."})
	hits := content.NewIndex(l).Search("heat", 10)
	if len(hits) != 3 || hits[0].Page != "heat" || hits[1].Text != "Some heat here." || hits[2].Text != "Heated stones." {
		t.Errorf("%+v", hits)
	}
	if got := content.NewIndex(l).Search("heat", 2); len(got) != 2 || got[0].Page != "heat" {
		t.Errorf("at most two: %+v", got)
	}
}

// Every page of the library is found by its title first, and every hit stands in the section it names.
func TestSearchOverTheLibrary(t *testing.T) {
	lib := builtin.Library()
	x := content.NewIndex(lib)
	for _, p := range lib.Pages {
		hits := x.Search(p.Title, 5)
		if len(hits) == 0 || hits[0].Page != p.ID {
			t.Errorf("%q finds first %+v", p.Title, hits)
		}
	}
	for _, word := range []string{"numb", "massage", "needle", "pregnan", "osteoporosis", "how many"} {
		hits := x.Search(word, 1000)
		if len(hits) == 0 {
			t.Errorf("nothing has %q", word)
		}
		for _, h := range hits {
			if h.Section == "" {
				continue
			}
			if p := lib.Page(h.Page); !slices.ContainsFunc(p.Prose(), func(s document.Section) bool { return s.Title == h.Section }) {
				t.Errorf("%q: %s has no section %q", word, h.Page, h.Section)
			}
		}
	}
}

// The goal is 5 ms over all pages, 16 ms over ten times as many.
func BenchmarkSearch(b *testing.B) {
	lib := builtin.Library()
	tenfold := *lib
	tenfold.Pages = nil
	for i := range 10 {
		for _, p := range lib.Pages {
			p.ID = fmt.Sprint(p.ID, i)
			tenfold.Pages = append(tenfold.Pages, p)
		}
	}
	for name, l := range map[string]*content.Library{"all": lib, "tenfold": &tenfold} {
		x := content.NewIndex(l)
		for _, query := range []string{"e", "massage", "numb skin"} {
			b.Run(name+" "+query, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Search(query, 60)
				}
			})
		}
	}
}

func BenchmarkNewIndex(b *testing.B) {
	for b.Loop() {
		content.NewIndex(builtin.Library())
	}
}

// All holds what Search finds, titles first and long lists last.
func TestAllPassages(t *testing.T) {
	l := builtin.Library()
	x := content.NewIndex(l)
	all := x.All()
	for i := range l.Pages {
		if all[i].Text != l.Pages[i].Title {
			t.Fatalf("passage %d is %q, not the title %q", i, all[i].Text, l.Pages[i].Title)
		}
	}
	texts := map[string]bool{}
	for _, hit := range all {
		texts[hit.Page+"\n"+hit.Text] = true
	}
	for _, hit := range x.Search("blood", 1000) {
		if !texts[hit.Page+"\n"+hit.Text] {
			t.Errorf("%s: %q is found and not among all", hit.Page, hit.Text)
		}
	}
}

// A hyphen, a slash, and a blank between words are the same to a search, and so are all kinds of hyphens.
func TestSearchAcrossHyphens(t *testing.T) {
	x := content.NewIndex(builtin.Library())
	for query, written := range map[string]string{
		"hot-stone": "hot stone", "hot\u2011stone": "hot stone", "hot–stone": "hot stone", "ME-CFS": "ME/CFS", "ME CFS": "ME/CFS", "self massage": "self-massage",
		"-yoga": "yoga", "yoga -": "yoga",
	} {
		want := x.Search(written, 5)
		if got := x.Search(query, 5); len(got) == 0 || len(got) != len(want) || got[0].Text != want[0].Text {
			t.Errorf("%q finds %v, %q finds %v", query, got, written, want)
		}
	}
}
