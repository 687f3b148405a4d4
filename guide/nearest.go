package guide

import "strings"

// Nearest says which of the words was probably meant ("did you mean osteoporosis?"), or lists them, for whoever reports a
// word that is not known. It never repeats the unknown word.
func Nearest(word string, words []string) string {
	best, distance := "", len(word)/2+2
	for _, w := range words {
		if d := EditDistance(strings.ToLower(word), w); d < distance {
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
		return "there are " + list(words[:12]) + " and more"
	}
	return "use one of " + list(words)
}

func list(words []string) string { return strings.Join(words, ", ") }

// EditDistance counts the insertions, deletions, changes and swaps of neighbours (optimal string alignment) between two words,
// in bytes. Of words over 64 bytes it says 64.
func EditDistance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	var prev2, prev, row [65]int
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}
