package guide

import (
	"slices"
	"strings"

	"knead/guide/find"
)

// Nearest suggests the word that was probably meant ("did you mean osteoporosis?"), or lists the words, to report an unknown
// word. It never repeats the unknown word, and never suggests its opposite.
func Nearest(word string, words []string) string {
	best, distance := "", len(word)/2+2
	for _, w := range words {
		if opposite(strings.ToLower(word), w) {
			continue
		}
		if d := find.EditDistance(strings.ToLower(word), w); d < distance {
			best, distance = w, d
		}
		if len(word) > 2 && strings.Contains(w, strings.ToLower(word)) {
			best, distance = w, 0
		}
	}
	if best != "" {
		return "did you mean " + best + "?"
	}
	if len(words) > 16 {
		return "there are " + abridged(words)
	}
	return "use one of " + list(words)
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
		return list(words[:12]) + " and more"
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
