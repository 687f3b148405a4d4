package find

import (
	"strings"
	"unicode"

	"knead/guide/fold"
)

// Tokens are the words of a text in small letters without accents. Apostrophes are dropped, and everything else that is
// neither a letter nor a digit separates words.
func Tokens(text string) []string {
	text = fold.Plain(text)
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case r == '\'', r == '`':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// sound writes a word as it sounds, so that words of one sound are equal: spellings of other countries (tumour and tumor,
// ciclosporin and cyclosporine), silent letters, double letters.
func sound(word string) string {
	b := make([]byte, 0, 48)
	for i := 0; i < len(word); {
		s, n := letter(word, i)
		for j := range len(s) {
			if k := len(b); k == 0 || b[k-1] != s[j] || '0' <= s[j] && s[j] <= '9' {
				b = append(b, s[j])
			}
		}
		i += n
	}
	n := len(b)
	switch {
	case n <= 4 || b[n-1] != 'e':
	case b[n-2] == 'r' && (b[n-3] == 't' || b[n-3] == 'b'): // centre, fibre
		b[n-2], b[n-1] = 'e', 'r'
	default:
		b = b[:n-1]
	}
	return string(b)
}

// letter returns the sound of the next letters of a word, and how many letters it takes.
func letter(word string, at int) (sound string, letters int) {
	rest := word[at:]
	two := ""
	if len(rest) > 1 {
		two = rest[:2]
	}
	if at == 0 {
		switch two {
		case "ps", "pn", "kn", "gn", "wr": // not heard at the beginning
			return rest[1:2], 2
		}
		if rest[0] == 'x' {
			return "s", 1
		}
	}
	switch two {
	case "ae", "oe":
		return "e", 2
	case "ph":
		return "f", 2
	case "rh", "th":
		return rest[:1], 2
	case "ck", "qu", "ch":
		return "k", 2
	case "ce", "ci", "cy":
		return "s", 1
	case "sc":
		if s, _ := letter(word, at+1); s == "s" { // sciatica
			return "s", 2
		}
	case "ou":
		if len(rest) > 2 && rest[2] == 'r' { // tumour
			return "o", 2
		}
	}
	switch rest[0] {
	case 'c', 'q':
		return "k", 1
	case 'y':
		return "i", 1
	case 'z':
		return "s", 1
	}
	return rest[:1], 1
}

// singular drops the plural's s, and what came with it.
func singular(word string) string {
	n := len(word)
	switch {
	case n < 5 || word[n-1] != 's' || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "us") || strings.HasSuffix(word, "is"):
		return word
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "shes"):
		return word[:n-2]
	}
	return word[:n-1]
}

// leastStem is how much of a word an ending leaves.
const leastStem = 4

// stem drops the longest ending from a word that was written as it sounds.
func stem(word string, endings []string) string {
	for _, e := range endings { // the longest first
		if len(word)-len(e) >= leastStem && strings.HasSuffix(word, e) {
			return word[:len(word)-len(e)]
		}
	}
	return word
}

// dose reports whether a word is a number, or a number and its unit: "5mg", "30", "2x". Ordinals ("1st") are none.
func dose(word string) bool {
	unit := strings.TrimLeft(word, "0123456789")
	switch unit {
	case "st", "nd", "rd", "th":
		return false
	}
	return unit != word && len(unit) <= 5 && !strings.ContainsAny(unit, "0123456789")
}
