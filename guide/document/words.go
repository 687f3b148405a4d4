package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Upper begins words with a capital.
func Upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Lower is words as they go on within a sentence. A first word in capitals is a name, and stays.
func Lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// Sentence is words with the start and the end of a sentence.
func Sentence(s string) string { return Upper(Ended(s)) }

// Ended is words that end as a sentence does.
func Ended(s string) string {
	s = Clean(s)
	end := strings.TrimSuffix(s, "”")
	if last, _ := utf8.DecodeLastRuneInString(end); s == "" || strings.ContainsRune(".!?:…", last) {
		return s
	}
	return s + "."
}

// Join puts sentences after one another.
func Join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = Clean(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}
