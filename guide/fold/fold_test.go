package fold

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"neck": "neck", "Tuīná": "Tuīná", "Tuı̄na\u0301": "Tuı̄ná", "ｎｅｃｋ": "neck", "１２": "12", "٣": "3", "۷": "7", "๒": "2",
		"ﬁbro": "fibro", "low\u00a0back": "low back", "low\u3000back": "low back", "ne\u200bck": "neck", "\ufeffneck": "neck",
		"soft\u00adhyphen": "softhyphen", "e\u200b\u0301": "é", "1\u202e2": "1\u202e2", "½": "1⁄2", "a\tb": "a\tb", "é\xff": "é\xff",
	} {
		if got := Typed(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"Tuīná": "tuina", "Tui\u0304na\u0301": "tuina", "TUINA": "tuina", "Straße": "strasse", "STRASSE": "strasse", "Sjögren’s": "sjogren's",
		"ｎｅｃｋ": "neck", "ﬁbromyalgia": "fibromyalgia", "ΣΊΣΥΦΟΣ": "σισυφοσ", "σίσυφος": "σισυφοσ", "İ": "i", "18–49": "18-49", "Ａ\u200b１": "a1",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Any way of writing the same text has the same plain form, and the map leads back to where it came from.
func TestPlainIsOne(t *testing.T) {
	letters := []rune("abcxyz 0123 éàüñçīåßøæœłﬁａＡ１٣ไΣς“’–Ж\u0301\u0304\u200b\u00ad\u00a0İı½")
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 20).Draw(t, "s"))
		plain, at := Map(s)
		for name, other := range map[string]string{
			"composed": norm.NFC.String(s), "decomposed": norm.NFD.String(s), "compatible": norm.NFKC.String(s), "typed": Typed(s), "plain": plain,
		} {
			if got := Plain(other); got != plain {
				t.Fatalf("%q, %s %q: %q and %q", s, name, other, plain, got)
			}
		}
		if again := Typed(Typed(s)); again != Typed(s) {
			t.Fatalf("%q: typed twice it is %q", s, again)
		}
		for _, r := range plain {
			if unicode.Is(unicode.Mn, r) || unseen(r) || unicode.IsUpper(r) {
				t.Fatalf("%q: %q has %q", s, plain, r)
			}
		}
		if at == nil {
			return
		}
		if len(at) != len(plain)+1 {
			t.Fatalf("%q: %d places for %d bytes", s, len(at), len(plain))
		}
		from := rapid.IntRange(0, len(plain)).Draw(t, "from")
		to := rapid.IntRange(from, len(plain)).Draw(t, "to")
		if a, b := Span(s, at, from, to); a < 0 || b > len(s) || a > b || to > from && !strings.Contains(Plain(s[a:b]), plain[from:to]) {
			t.Fatalf("%q: %d to %d of %q is %d to %d", s, from, to, plain, a, b)
		}
	})
}

// All ends, and finds what was written, for any word: also for those of which nothing is left.
func TestAll(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       [][2]int
	}{
		{"abcabc", "bc", [][2]int{{1, 3}, {4, 6}}},
		{"Tuīná, tuina", "tuina", [][2]int{{0, 7}, {9, 14}}},
		{"aaa", "aa", [][2]int{{0, 2}}},
		{"abc", "\u0301", nil},
		{"abc", "\u200d", nil},
		{"abc", "", nil},
		{"", "a", nil},
	} {
		if got := All(c.text, Plain(c.word)); !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %v, want %v", c.word, c.text, got, c.want)
		}
	}
}
