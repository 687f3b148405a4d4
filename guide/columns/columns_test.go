package columns_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"knead/guide/columns"
)

// words are texts with what is hard to break: long words, hyphens, wide and combining letters, escapes.
func words() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "back", "self-care", "well-known-and-long-enough-to-be-broken", "Donaudampfschifffahrtsgesellschaft", "漢字", "かな", "e\u0301e\u0301", "שלום",
			"\x1b[1mbold\x1b[m", "“quoted”", "https://example.org/a-b-c/d", "-", "–", "½", "👍🏽", "⚠️", "x\u200by",
		}), 0, 20).Draw(t, "words")
		return strings.Join(parts, rapid.SampledFrom([]string{" ", "  ", "", "\n"}).Draw(t, "between"))
	})
}

// Wrap loses no letter, and makes no row that is too wide.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, width := words().Draw(t, "text"), rapid.IntRange(-1, 90).Draw(t, "width")
		rows := columns.Wrap(s, width)
		for _, r := range rows {
			if w := ansi.StringWidth(r); w > max(width, 2) { // a wide letter needs two columns
				t.Fatalf("a row of %d: %q", w, r)
			}
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == ' ' || r == '\n' {
					return -1
				}
				return r
			}, s)
		}
		if got := letters(strings.Join(rows, "")); got != letters(s) {
			t.Fatalf("got %q, want %q", got, letters(s))
		}
	})
}

func TestHang(t *testing.T) {
	got := columns.Hang("· ", "one two three four five", 12)
	if want := []string{"· one two", "  three four", "  five"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Lines breaks at blanks only, keeps an address whole, and makes no other line too wide.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"one two three", []string{"one two", "three"}},
		{"a bcdefghijklmnop q", []string{"a", "bcdefghi", "jklmnop", "q"}},
		{"see https://example.org/a/b end", []string{"see", "https://example.org/a/b", "end"}},
		{"is well-known", []string{"is", "well-kno", "wn"}},
		{"so self-care", []string{"so", "self-car", "e"}},
		{"ÄÖÜ äöü ßß", []string{"ÄÖÜ äöü", "ßß"}},
		{"日本語日本語", []string{"日本語日", "本語"}},
		{" two \n lines\t", []string{"two", "lines"}},
	} {
		if got := columns.Lines(c.text, 8); !slices.Equal(got, c.want) {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, width := words().Draw(t, "text"), rapid.IntRange(2, 90).Draw(t, "width")
		lines := columns.Lines(s, width)
		for _, l := range lines {
			if ansi.StringWidth(l) > width && !strings.Contains(l, "://") {
				t.Fatalf("a line of %d: %q", ansi.StringWidth(l), l)
			}
		}
		if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(s), ""); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}
