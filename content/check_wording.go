package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// forbiddenWords promise or claim what a reading guide must not. "Treatment" as a noun is fine.
var forbiddenWords = regexp.MustCompile(`(?i)\b(recommend\w*|treat(s|ed|ing)?|cur(e|es|ed|ing)|best|(un)?safe\w*|diagnos\w*|heal(s|ed|ing)?|detox\w*|risk scores?)\b`)

// disclaimer is the one sentence that says it must not be thought: the purpose that stands on every front page.
var disclaimer = regexp.MustCompile(`does\s+not\s+identify,\s+rule\s+out,\s+predict,\s+treat\s+or\s+track\s+any\s+illness`)

// foreign are characters outside of what every terminal and reader shows: Latin letters, some signs, and those of the
// certainty.
var foreign = regexp.MustCompile(`[^\n\x20-\x7e\x{a0}-\x{24f}“”‘’–…·→½■□]`)

// quotation is a claim that is only repeated.
var quotation = regexp.MustCompile(`“[^”]*”`)

// unread are the fields that nobody reads on a screen as Knead's own words.
var unread = []string{
	"id", "sources", "source", "synonyms", "answers", "evidence", "letter", "option", "fact", "history", "pattern",
	"stage", "screen", "ask_when", "show_when", "also", "when", "any", "of", "places", "if_unsure", "nearest", "reviewed", "review_by",
}

// checkWording looks for words that must not be said in every text that is shown, save inside “quotation marks”.
func (l *loader) checkWording() {
	names := l.sourceNames()
	l.texts(func(s spot, text string, p *place) {
		if s.owner == "Source" || slices.Contains(unread, s.name) || enums[s] != nil {
			return
		}
		for _, w := range wording(text, names) {
			l.at(p, "%s: %s", s.name, w.problem)
		}
	})
	for i := range l.bodies {
		b := &l.bodies[i]
		for _, w := range wording(b.text, names) {
			l.at(b.place(l.places.pages[i], w.at), "%s", w.problem)
		}
	}
}

// suspicious is a quick look whether forbiddenWords could match at all; the expression is slow, and most texts are innocent.
func suspicious(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc([]string{
		"recommend", "treat", "cure", "curing", "best", "safe", "diagnos", "heal", "detox", "risk score",
	}, func(stem string) bool { return strings.Contains(lower, stem) })
}

func beyondASCII(r rune) bool { return r < ' ' && r != '\n' || r > '~' }

type slip struct {
	at      int // byte offset
	problem string
}

// wording finds what must not be said. What is quoted, cited, linked to or the name of a source is not looked at.
func wording(text string, names []string) []slip {
	suspect, beyond := suspicious(text), strings.ContainsFunc(text, beyondASCII)
	if !suspect && !beyond {
		return nil
	}
	hidden := text
	hide := func(at []int) {
		hidden = hidden[:at[0]] + strings.Repeat(" ", at[1]-at[0]) + hidden[at[1]:]
	}
	for _, m := range citation.FindAllStringIndex(text, -1) {
		hide(m)
	}
	for _, m := range link.FindAllStringSubmatchIndex(text, -1) {
		hide(m[4:6])
	}
	for _, m := range disclaimer.FindAllStringIndex(text, -1) {
		hide(m)
	}
	for _, m := range quotation.FindAllStringIndex(text, -1) {
		if !strings.Contains(text[m[0]:m[1]], "\n\n") {
			hide(m)
		}
	}
	for _, name := range names {
		for from := 0; ; {
			i := strings.Index(hidden[from:], name)
			if i < 0 {
				break
			}
			hide([]int{from + i, from + i + len(name)})
			from += i + len(name)
		}
	}
	var out []slip
	if suspect {
		for _, m := range forbiddenWords.FindAllStringIndex(hidden, -1) {
			if word := strings.ToLower(hidden[m[0]:m[1]]); word != "best" || !asks(text, m[0]) {
				out = append(out, slip{m[0], quoted(text[m[0]:m[1]]) + " is not said here; say what was found, what may suit, or what to ask first"})
			}
		}
	}
	if beyond {
		for _, m := range foreign.FindAllStringIndex(hidden, -1) {
			out = append(out, slip{m[0], "the character " + quoted(text[m[0]:m[1]]) + " is not used here; keep to Latin letters and “ ” ‘ ’ – … · → ½ × °"})
		}
	}
	return out
}

// asks reports whether the offset lies in a heading that is a question.
func asks(text string, at int) bool {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	return strings.HasPrefix(line, "#") && strings.HasSuffix(strings.TrimSpace(line), "?")
}

// sourceNames are titles, authors and journals that hold a forbidden word, the longest first: a text may name them.
func (l *loader) sourceNames() []string {
	var names []string
	for _, s := range l.lib.Knowledge.Sources {
		for _, name := range []string{s.Title, s.Authors, s.Journal} {
			if forbiddenWords.MatchString(name) {
				names = append(names, name)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// place is where a byte of the body stands in its file.
func (b *body) place(page *place, offset int) *place {
	before := b.text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return &place{
		file: page.file, layer: page.layer,
		line: b.line + strings.Count(before, "\n"), column: utf8.RuneCountInString(before[start:]) + 1,
	}
}
