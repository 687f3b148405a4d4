package guide

import (
	"slices"
	"strings"

	"knead/guide/find"
)

// Nearest suggests the word that was probably meant ("did you mean osteoporosis?"), or lists the words, to report an unknown
// word. It never repeats the unknown word, and never suggests its opposite or a word that only happens to be the least unlike.
func Nearest(word string, words []string) string {
	typed := strings.ToLower(word)
	best, least := "", 0
	for _, w := range words {
		known := strings.ToLower(w)
		if cost, ok := resembles(typed, known); ok && (best == "" || cost < least) && !opposite(typed, known) {
			best, least = w, cost
		}
	}
	if best != "" {
		return "did you mean " + best + "?"
	}
	if len(words) > 16 {
		return "use one of " + abridged(words)
	}
	return "use one of " + list(words)
}

const (
	leastBegun    = 3 // letters of the beginning of a word that stand for it
	leastShared   = 4 // letters that two forms of one word share
	longestEnding = 4 // letters of an ending, as in "walking"
)

// resembles reports whether a word may be a slip for a known one, or for a part of it, as "bak" is for "back-pain"; the lower
// the cost, the likelier.
func resembles(typed, known string) (cost int, ok bool) {
	if d := find.EditDistance(typed, known); d <= slips(typed) {
		return 2 * d, len(typed) > 1
	}
	if len(typed) < leastBegun {
		return 0, false
	}
	for _, part := range parts(known) {
		if strings.HasPrefix(part, typed) {
			return 1, true
		}
		if d := find.EditDistance(typed, part); d <= max(1, len(typed)/3) && (!ok || 2*d+1 < cost) {
			cost, ok = 2*d+1, true
		}
		if !ok && sameWord(typed, part) {
			cost, ok = len(typed), true
		}
	}
	if !ok && (strings.HasSuffix(typed, "/"+known) || strings.LastIndexByte(typed, '.') == len(known) && strings.HasPrefix(typed, known)) { // is/spine for spine, start.unsure for start
		cost, ok = len(typed), true
	}
	return cost, ok
}

// slips is how many letters of a word may be wrong: two where it has five or more, as in "werhe", and a third of a long one.
func slips(typed string) int {
	if len(typed) < 5 {
		return 1
	}
	return max(2, len(typed)/3)
}

// sameWord reports whether two words differ in their endings only, as "therapy" and "therapies" do.
func sameWord(a, b string) bool {
	shared := 0
	for shared < min(len(a), len(b)) && a[shared] == b[shared] {
		shared++
	}
	return shared >= leastShared && max(len(a), len(b))-shared <= longestEnding && 4*shared >= 3*min(len(a), len(b))
}

// Slips is how many letters keep a word from another, as when it was mistyped. It is not ok for words of which one is the
// contrary of the other, however alike they look.
func Slips(typed, word string) (n int, ok bool) {
	typed, word = strings.ToLower(typed), strings.ToLower(word)
	return find.EditDistance(typed, word), !opposite(typed, word)
}

// abridged lists words, but not very many.
func abridged(words []string) string {
	if len(words) > 16 {
		return list(words[:12]) + ", and others"
	}
	return list(words)
}

// The words for yes and no, as people and programs write them.
var (
	yesWords = []string{"yes", "y", "true", "on"}
	noWords  = []string{"no", "n", "false", "off"}
)

func isTruth(word string) bool {
	word = strings.ToLower(word)
	return slices.Contains(yesWords, word) || slices.Contains(noWords, word)
}

// opposites are beginnings of words of which one is the contrary of the other.
var opposites = [][2]string{
	{"above", "below"},
	{"before", "after"},
	{"better", "worse"},
	{"cold", "hot"},
	{"early", "late"},
	{"left", "right"},
	{"less", "more"},
	{"light", "firm"},
	{"mild", "severe"},
	{"new", "old"},
	{"over", "under"},
	{"short", "long"},
	{"with", "without"},
}

// opposite reports whether two words may well mean the contrary of each other, however alike they look: yes and no, a word
// and its negation, or words of which a part is the contrary of a part of the other.
func opposite(a, b string) bool {
	if isTruth(a) {
		return slices.Contains(yesWords, a) != slices.Contains(yesWords, b) || !isTruth(b)
	}
	x, y := parts(a), parts(b)
	if strings.Join(x, "") == strings.Join(y, "") { // nopee, no-pee
		return false
	}
	if negations(x)%2 != negations(y)%2 {
		return true
	}
	for _, v := range x {
		for _, w := range y {
			for _, un := range []string{"un", "in", "non", "dis"} {
				if v == un+w || w == un+v {
					return true
				}
			}
			for _, o := range opposites {
				if v != w && (strings.HasPrefix(v, o[0]) && strings.HasPrefix(w, o[1]) || strings.HasPrefix(v, o[1]) && strings.HasPrefix(w, o[0])) {
					return true
				}
			}
		}
	}
	return false
}

func parts(word string) []string {
	return strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '/' || r == ' ' || r == '_' })
}

func negations(words []string) (n int) {
	for _, w := range words {
		if slices.Contains([]string{"no", "not", "non", "never", "without", "cannot", "cant"}, w) {
			n++
		}
	}
	return n
}

func list(words []string) string { return strings.Join(words, ", ") }
