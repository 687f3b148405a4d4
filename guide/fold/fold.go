// Package fold makes what people type comparable with what is written in the guide, whatever keyboard, input method, or web page it
// comes from.
//
// [Typed] is what to keep and show of a line that was typed. [Plain] writes a text so that texts which differ only in accents, case,
// or compatibility forms are equal. [Map] is Plain with the way back, and [All] marks in a text what was
// found.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typed returns the text in the usual form of each character (NFKC): full-width letters become the usual ones, ligatures two letters,
// digits of every script 0 to 9, and a letter with its accent one character. Characters without a width disappear, and any blank is
// an ordinary one. What turns the direction of writing stays, for it may have changed what the person saw.
func Typed(s string) string {
	if ascii(s) || !utf8.ValidString(s) { // what is broken is left for others to report
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unseen(r):
			return -1
		case r != '\n' && r != '\t' && r != '\r' && unicode.IsSpace(r):
			return ' '
		}
		return digit(r)
	}, nfkc(strings.Map(func(r rune) rune { // an unseen character would keep an accent from its letter
		if unseen(r) {
			return -1
		}
		return r
	}, s)))
}

// Plain returns the text in small letters without accents, in the forms of Typed.
func Plain(s string) string {
	plain, _ := Map(s)
	return plain
}

// Map returns Plain of a text and, for each of its bytes and for its end, where in the text that comes from. A nil map says that
// every byte is where it was.
func Map(s string) (plain string, at []int) {
	if ascii(s) {
		return strings.ToLower(s), nil
	}
	b, at := make([]byte, 0, len(s)), make([]int, 0, len(s)+1)
	for i, r := range s {
		for b = folded(b, r); len(at) < len(b); {
			at = append(at, i)
		}
	}
	return string(b), append(at, len(s))
}

// Span returns where a range of Plain is in the text that Map was given. An accent after the last letter belongs to it.
func Span(s string, at []int, from, to int) (int, int) {
	if at == nil {
		return from, to
	}
	end := at[to]
	if to > from && end == at[to-1] { // the middle of what one character became
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return at[from], end
}

// All returns where a text has a word that Plain has written, in bytes of the text and in order. A word of which Plain leaves nothing,
// such as a lone accent, is nowhere.
func All(text, word string) (spans [][2]int) {
	if word == "" {
		return nil
	}
	plain, places := Map(text)
	for at := 0; ; at += len(word) {
		next := strings.Index(plain[at:], word)
		if next < 0 {
			return spans
		}
		at += next
		from, to := Span(text, places, at, at+len(word))
		spans = append(spans, [2]int{from, to})
	}
}

// folded appends a character in its plain form.
func folded(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		return append(b, byte(unicode.ToLower(r)))
	case unseen(r):
		return b
	}
	for _, r := range nfkd(string(r)) {
		switch r = unicode.ToLower(digit(r)); {
		case unicode.Is(unicode.Mn, r), unseen(r):
		case unicode.IsSpace(r):
			b = append(b, ' ')
		default:
			if word, ok := letters[r]; ok {
				b = append(b, word...)
			} else {
				b = utf8.AppendRune(b, r)
			}
		}
	}
	return b
}

// letters are those that Unicode does not take apart, as people type them on other keyboards.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ς': "σ", 'ħ': "h", 'ŧ': "t",
	'’': "'", '‘': "'", 'ʼ': "'", '′': "'", '´': "'", '“': `"`, '”': `"`, '„': `"`, '‐': "-", '‑': "-", '–': "-", '—': "-", '−': "-",
}

// unseen reports whether a character has no width and no meaning for what is typed: the joiners, marks, and byte-order marks that
// come along when text is copied.
func unseen(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x034F, r == 0x180E, r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2064, r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF:
		return true
	}
	return false
}

// digit returns the digit 0 to 9 for a decimal digit of any script.
func digit(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	for _, block := range unicode.Nd.R16 { // each has its digits in order, from zero
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return '0' + (r-rune(block.Lo))%10
		}
	}
	return r
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
