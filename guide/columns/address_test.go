package columns_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide/columns"
)

// An address is broken only where a row cannot hold it, and then behind a sign between its words.
func TestAddressesStayWhole(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"fits the next row", "Read more at https://example.org/low-back-pain today", 34, []string{"Read more at", "https://example.org/low-back-pain", "today"}},
		{"fits this row", "See https://a.org/b-c now", 21, []string{"See https://a.org/b-c", "now"}},
		{"fits no row", "See https://example.org/low-back-pain/and-more", 24, []string{"See", "https://example.org/low-", "back-pain/and-more"}},
		{"has no signs", "https://example.org/abcdefghijklmnopqrstuvwxyzabcdef", 24, []string{"https://example.org/", "abcdefghijklmnopqrstuvwx", "yzabcdef"}},
		{"other words break at hyphens", "a low-back-pain-guideline", 12, []string{"a low-back-", "pain-", "guideline"}},
	} {
		if got := columns.Wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, src := range builtin.Library().Knowledge.Sources {
		for _, link := range []bool{false, true} {
			shown := src.URL
			if link {
				shown = ansi.SetHyperlink(src.URL) + src.URL + ansi.ResetHyperlink()
			}
			for width := 24; width <= 72; width += 4 {
				rows := columns.Wrap("[12] "+src.Title+". "+shown, width)
				for i, row := range rows {
					rows[i] = ansi.Strip(row)
					if ansi.StringWidth(row) > width {
						t.Errorf("%q is wider than %d", row, width)
					}
				}
				whole(t, rows, src.URL, width)
			}
		}
	}
}

var inWord = regexp.MustCompile(`[\pL\pN]$`)

// whole looks at an address that stands at the end of rows.
func whole(t *testing.T, rows []string, url string, width int) {
	t.Helper()
	if url == "" {
		return
	}
	from := len(rows)
	for rest := url; rest != "" && from > 0; {
		from--
		row := rows[from]
		switch {
		case strings.HasSuffix(rest, row):
			rest = strings.TrimSuffix(rest, row)
		case strings.HasSuffix(row, rest):
			rest = ""
		default:
			t.Errorf("%s is not at the end of %q", url, rows)
			return
		}
	}
	if broken := rows[from : len(rows)-1]; len(broken) > 0 {
		if len(url) <= width {
			t.Errorf("%s fits %d columns, and is broken: %q", url, width, rows[from:])
		}
		for _, row := range broken {
			if inWord.MatchString(row) && len(row) < width {
				t.Errorf("%s is broken in a word: %q", url, rows[from:])
			}
		}
	}
}
