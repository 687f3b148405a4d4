package frame_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"knead/ui/frame"
)

// Whatever the window, margins and text stay inside it.
func TestFit(t *testing.T) {
	for w := -1; w < 300; w++ {
		for _, h := range []int{-1, 0, 1, 15, 19, 55} {
			b := frame.Fit(w, h)
			if b.Width < 0 || b.Height < 0 || b.Margin < 0 || b.Inner < 1 || b.Text > 72 || b.Text > b.Inner {
				t.Fatalf("%d × %d: %+v", w, h, b)
			}
			if w >= frame.MinWidth && b.Margin+b.Inner > w {
				t.Fatalf("%d × %d: the text ends behind the window: %+v", w, h, b)
			}
			rows := strings.Split(b.Lines([]string{b.Row(strings.Repeat("漢", 400)), b.BarRow("▌", "x")}), "\n")
			if h > 0 && len(rows) != h {
				t.Fatalf("%d × %d: %d rows", w, h, len(rows))
			}
			for _, r := range rows {
				if ansi.StringWidth(r) > max(w, 0) {
					t.Fatalf("%d × %d: a row of %d", w, h, ansi.StringWidth(r))
				}
			}
		}
	}
}

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

func TestPadAndBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, width := words().Draw(t, "text"), rapid.IntRange(0, 60).Draw(t, "width")
		s = strings.ReplaceAll(s, "\n", " ")
		if got := ansi.StringWidth(frame.Pad(s, width)); got != width {
			t.Fatalf("%q padded to %d is %d", s, width, got)
		}
		if got := ansi.StringWidth(frame.Between(s, "end", width)); got != max(width, 4) {
			t.Fatalf("%q between %d is %d", s, width, got)
		}
	})
}

func TestBeside(t *testing.T) {
	b := frame.Box{Width: 20, Height: 3}
	got := b.Beside([]string{"one", "much too long"}, []string{"x"}, 5, "| ")
	if want := []string{"one  | x", "much…| ", "     | "}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// The window over a list holds its focus and moves no further than it must.
func TestWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, height := rapid.IntRange(0, 100).Draw(t, "n"), rapid.IntRange(1, 40).Draw(t, "height")
		from := rapid.IntRange(0, 120).Draw(t, "from")
		focus := rapid.IntRange(0, max(n-1, 0)).Draw(t, "focus")
		a, b := frame.Window(n, height, focus, min(focus+1, n), from)
		if a < 0 || b > n || b-a > height || b-a < min(n, height) {
			t.Fatalf("[%d, %d) of %d in %d", a, b, n, height)
		}
		if n > 0 && (focus < a || focus >= b) {
			t.Fatalf("[%d, %d) without %d", a, b, focus)
		}
		if n > height && from+height <= n && focus >= from && focus < from+height && a != from {
			t.Fatalf("moved from %d to %d without need", from, a)
		}
	})
}
