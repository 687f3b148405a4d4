package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"knead/guide/document"
)

// wording is what must not be said, and what may be said all the same. The expressions are made when content is checked, not
// when the program starts.
type wording struct {
	forbidden  *regexp.Regexp // promises and claims; "treatment" as a noun is fine
	disclaimer *regexp.Regexp // the purpose, which lists what Knead does not do
	foreign    *regexp.Regexp // characters other than Latin letters, some signs, and those of the certainty
	quotation  *regexp.Regexp // a claim that is only repeated
	names      []string       // of sources, the longest first: a text may name them
	refused    *lexicon       // wording.yaml
}

func (l *loader) wording() wording {
	w := wording{
		forbidden:  regexp.MustCompile(`(?i)\b(recommend\w*|treat(s|ed|ing)?|cur(e|es|ed|ing)|best|(un)?safe\w*|diagnos\w*|heal(s|ed|ing)?|detox\w*|risk scores?)\b`),
		disclaimer: regexp.MustCompile(`does\s+not\s+identify,\s+rule\s+out,\s+predict,\s+treat\s+or\s+track\s+any\s+illness`),
		foreign:    regexp.MustCompile(`[^\n\x20-\x7e\x{a0}-\x{24f}“”‘’–…·→½■□]`),
		quotation:  regexp.MustCompile(`“[^”]*”`),
		refused:    newLexicon(l.refused),
	}
	for _, s := range l.lib.Knowledge.Sources {
		for _, name := range []string{s.Title, s.Authors, s.Journal, s.Publisher} {
			if w.forbidden.MatchString(name) {
				w.names = append(w.names, name)
			}
		}
	}
	slices.SortFunc(w.names, func(a, b string) int { return len(b) - len(a) })
	return w
}

// unread are the fields that nobody reads on a screen as Knead's own words.
var unread = []string{
	"id", "sources", "source", "leads", "names", "name", "brands", "forms", "endings", "answers", "evidence", "letter", "option", "fact", "history", "pattern",
	"stage", "screen", "ask_when", "show_when", "also", "when", "any", "of", "places", "if_unsure", "nearest", "reviewed", "review_by",
	"onsets", "risks", "uses",
}

// checkWording looks for words that must not be said in every text that is shown, save inside “quotation marks”.
func (l *loader) checkWording() {
	rules := l.wording()
	l.checkWordList(rules.refused)
	l.texts(func(s spot, text string, p *place) {
		if s.owner == "Source" || slices.Contains(unread, s.name) || enums[s] != nil {
			return
		}
		for _, w := range rules.slips(text, nil) {
			l.at(p, "%s: %s", s.name, w.problem)
		}
	})
	for i := range l.bodies {
		b := &l.bodies[i]
		for _, w := range rules.slips(b.text, b.prose.Marks) {
			l.at(b.place(l.places.pages[i], w.at), "%s", w.problem)
		}
	}
}

// suspicious is a quick look whether a forbidden word could be there at all; the expression is slow, and most texts are innocent.
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

// slips finds what must not be said. What is quoted, cited, linked to or the name of a source is not looked at.
func (w *wording) slips(text string, marks []document.Mark) []slip {
	suspect, beyond := suspicious(text), strings.ContainsFunc(text, beyondASCII)
	if !suspect && !beyond && len(w.refused.find(text)) == 0 {
		return nil
	}
	hidden := text
	hide := func(at []int) {
		hidden = hidden[:at[0]] + strings.Repeat(" ", at[1]-at[0]) + hidden[at[1]:]
	}
	for _, m := range marks {
		switch m.Kind {
		case document.CitationMark:
			hide([]int{m.At, m.End})
		case document.LinkMark: // its words are looked at, where it leads is not
			if at := strings.Index(text[m.End:], m.Text); at >= 0 {
				hide([]int{m.End + at, m.End + at + len(m.Text)})
			}
		}
	}
	for _, m := range w.disclaimer.FindAllStringIndex(text, -1) {
		hide(m)
	}
	for _, m := range w.quotation.FindAllStringIndex(text, -1) {
		if !strings.Contains(text[m[0]:m[1]], "\n\n") {
			hide(m)
		}
	}
	for _, name := range w.names {
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
	for _, f := range w.refused.find(hidden) {
		out = append(out, slip{f.at, quoted(text[f.at:f.end]) + " is not used here: " + f.entry.Why + "; write " + f.entry.Instead})
	}
	if suspect {
		for _, m := range w.forbidden.FindAllStringIndex(hidden, -1) {
			if word := strings.ToLower(hidden[m[0]:m[1]]); word != "best" || !asks(text, m[0]) {
				out = append(out, slip{m[0], quoted(text[m[0]:m[1]]) + " is not said here; say what was found, what may suit, or what to ask first"})
			}
		}
	}
	if beyond {
		for _, m := range w.foreign.FindAllStringIndex(hidden, -1) {
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

// place returns the position in the file of a byte in the body.
func (b *body) place(page *place, offset int) *place {
	before := b.text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return &place{
		file: page.file, layer: page.layer,
		line: b.line + strings.Count(before, "\n"), column: utf8.RuneCountInString(before[start:]) + 1,
	}
}
