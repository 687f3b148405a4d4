package content

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordingFile is wording.yaml: the words that no text uses.
type wordingFile struct {
	Refused []refusedWords `yaml:"refused"`
}

// refusedWords are phrases that mean the same mistake. In a phrase, "*" matches the rest of a word, and "is|are" either word.
type refusedWords struct {
	ID      string   `yaml:"id"`
	Words   []string `yaml:"words"`
	Unless  []string `yaml:"unless,optional"` // longer phrases that are fine, such as "is no longer" where "is no" is refused
	Instead string   `yaml:"instead"`
	Why     string   `yaml:"why"`
	Refuses string   `yaml:"refuses"` // a sentence that these words refuse
	Passes  string   `yaml:"passes"`  // the same sentence, as it should be written
}

// lexicon finds refused words in a text. Phrases are looked up by their first word, because most texts contain none.
type lexicon struct {
	exact map[string][]phrase
	globs map[byte][]phrase // those whose first word contains "*", by its first byte
}

type phrase struct {
	words  [][]string // alternatives for each word
	entry  *refusedWords
	unless []phrase
}

// span is a word of a text.
type span struct {
	at, end int // byte offsets
	word    string
	joined  bool // only white space separates it from the token before
}

// found is a place in a text where refused words are.
type found struct {
	at, end int
	entry   *refusedWords
}

func newLexicon(entries []refusedWords) *lexicon {
	x := &lexicon{exact: map[string][]phrase{}, globs: map[byte][]phrase{}}
	for i := range entries {
		entry := &entries[i]
		unless := phrases(entry, entry.Unless)
		for _, p := range phrases(entry, entry.Words) {
			p.unless = unless
			for _, first := range p.words[0] {
				if strings.Contains(first, "*") {
					x.globs[first[0]] = append(x.globs[first[0]], p)
				} else {
					x.exact[first] = append(x.exact[first], p)
				}
			}
		}
	}
	return x
}

func phrases(entry *refusedWords, texts []string) []phrase {
	var out []phrase
	for _, text := range texts {
		p := phrase{entry: entry}
		for _, w := range strings.Fields(text) {
			p.words = append(p.words, strings.Split(w, "|"))
		}
		if len(p.words) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// find returns the refused words in a text, in order.
func (x *lexicon) find(text string) []found {
	var out []found
	tokens := tokens(text)
	for i, t := range tokens {
		for _, list := range [][]phrase{x.exact[t.word], x.globs[t.word[0]], x.globs['*']} {
			for _, p := range list {
				if p.matches(tokens[i:]) && !p.excused(tokens, i) {
					out = append(out, found{t.at, tokens[i+len(p.words)-1].end, p.entry})
				}
			}
		}
	}
	return out
}

// matches reports whether tokens begin with the phrase.
func (p *phrase) matches(tokens []span) bool {
	if len(tokens) < len(p.words) {
		return false
	}
	for i, alternatives := range p.words {
		if i > 0 && !tokens[i].joined || !slices.ContainsFunc(alternatives, func(glob string) bool {
			if !strings.Contains(glob, "*") {
				return glob == tokens[i].word
			}
			ok, err := path.Match(glob, tokens[i].word)
			return ok && err == nil
		}) {
			return false
		}
	}
	return true
}

// excused reports whether the phrase at a token overlaps a phrase that is fine.
func (p *phrase) excused(tokens []span, at int) bool {
	return slices.ContainsFunc(p.unless, func(u phrase) bool {
		for start := max(0, at-len(u.words)+1); start < at+len(p.words); start++ {
			if u.matches(tokens[start:]) {
				return true
			}
		}
		return false
	})
}

// tokens splits a text into words in lower case. An apostrophe or a hyphen belongs to a word when letters are on both sides.
func tokens(text string) []span {
	var out []span
	last := 0
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !wordRune(r) {
			at += n
			continue
		}
		end := at
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !wordRune(r) {
				next, _ := utf8.DecodeRuneInString(text[end+n:])
				if r != '\'' && r != '’' && r != '-' || !wordRune(next) {
					break
				}
			}
			end += n
		}
		out = append(out, span{at, end, strings.ToLower(text[at:end]), strings.TrimSpace(text[last:at]) == ""})
		at, last = end, end
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// checkWordList checks the list itself: its words refuse the one example, and the whole list passes the other.
func (l *loader) checkWordList(x *lexicon) {
	for i := range l.refused {
		e, p := &l.refused[i], l.places.refused[i]
		l.checkID(p, e.ID)
		if e.Refuses != "" && !slices.ContainsFunc(x.find(e.Refuses), func(f found) bool { return f.entry == e }) {
			l.at(p.field("refuses"), "the words of %s do not refuse this example; correct one of the two", quoted(e.ID))
		}
		for _, f := range x.find(e.Passes) {
			l.at(p.field("passes"), "%s is refused by %s; correct the example, or add a phrase to unless", quoted(e.Passes[f.at:f.end]), quoted(f.entry.ID))
		}
	}
}
