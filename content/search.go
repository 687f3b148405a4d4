package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"knead/guide/document"
	"knead/guide/fold"
)

// Index holds every sentence of the library, ready to be searched. It is made once, off the screen's path.
type Index struct{ passages []passage }

type passage struct {
	page, section, text string
	plain               string // the text as it is compared
	at                  []int  // where each byte of it is in the text; nil: in the same place
	weight              int    // how much a hit counts: a title more than a sentence
	listed              bool   // in a table of conditions
}

// Hit is one passage that has every word that was looked for.
type Hit struct {
	Page    string   // its ID
	Section string   // the section's title; "" above the first
	Text    string   // the sentence, without markup
	Spans   [][2]int // the positions of the words in Text, in bytes, in order
}

// NewIndex reads every page into passages.
func NewIndex(l *Library) *Index {
	x := &Index{}
	add := func(page, section, text string, weight int) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		plain, at := fold.Map(text)
		x.passages = append(x.passages, passage{page: page, section: section, text: text, plain: plain, at: at, weight: weight})
	}
	for i := range l.Pages {
		p := &l.Pages[i]
		add(p.ID, "", p.Title, 12)
		add(p.ID, "", p.Summary, 4)
		for _, section := range p.Prose() {
			add(p.ID, section.Title, section.Title, 6)
			for _, words := range conditions(section.Blocks) {
				add(p.ID, section.Title, words, 1)
				x.passages[len(x.passages)-1].listed = true
			}
			for _, words := range units(section.Blocks) {
				for _, s := range sentences(words) {
					add(p.ID, section.Title, s, 1)
				}
			}
		}
	}
	return x
}

// units are the words of blocks, in the pieces that are found as one: a paragraph, a point of a list, a row of a table.
func units(blocks []document.Block) []string {
	var out []string
	for _, b := range blocks {
		if _, ok := b.(document.Conditions); ok {
			continue
		}
		rows, ok := b.(document.Rows)
		if !ok {
			for _, t := range document.Texts([]document.Block{b}) {
				out = append(out, t.Words)
			}
			continue
		}
		out = append(out, rows.Head[0]+" "+rows.Head[1])
		for _, r := range rows.Rows {
			words := r.Term.Words
			for _, t := range r.Text {
				words += " " + t.Words
			}
			out = append(out, words)
		}
	}
	return out
}

// conditions are the conditions of the tables among the blocks, a piece for each part of the body and verdict.
func conditions(blocks []document.Block) []string {
	var out []string
	for _, b := range blocks {
		if c, ok := b.(document.Conditions); ok {
			for _, t := range document.Texts([]document.Block{c}) {
				out = append(out, t.Words)
			}
		}
	}
	return out
}

// sentences cuts a paragraph behind full stops, question and exclamation marks that a blank and a capital follow.
func sentences(s string) []string {
	var out []string
	start := 0
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '?' || s[i] == '!') && s[i+1] == ' ' && (s[i+2] >= 'A' && s[i+2] <= 'Z' || s[i+2] >= 0x80) {
			out = append(out, s[start:i+1])
			start = i + 2
		}
	}
	return append(out, s[start:])
}

// Search finds the passages in which every word of the query begins a word, the most telling first, at most limit of them.
func (x *Index) Search(query string, limit int) []Hit {
	words := strings.FieldsFunc(fold.Plain(query), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return nil
	}
	type scored struct{ at, score int }
	var found []scored
	perPage := map[string]int{}
	for i := range x.passages {
		p := &x.passages[i]
		score := 0
		for _, w := range words {
			at := wordStart(p.plain, w, 0)
			if at < 0 {
				score = 0
				break
			}
			score += 2
			if end := at + len(w); end == len(p.plain) || !isLetter(p.plain[end]) {
				score++ // the whole word
			}
		}
		if score > 0 {
			found = append(found, scored{i, score * p.weight})
			if !p.listed { // a long list does not make a page more telling
				perPage[p.page]++
			}
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(perPage[x.passages[b.at].page], perPage[x.passages[a.at].page]))
	})
	hits := make([]Hit, 0, min(limit, len(found)))
	for _, f := range found[:min(limit, len(found))] {
		p := &x.passages[f.at]
		hits = append(hits, Hit{p.page, p.section, p.text, p.spans(words)})
	}
	return hits
}

// All returns every passage as if it were found, the most telling first: titles before sentences, and long lists last.
func (x *Index) All() []Hit {
	sorted := slices.Clone(x.passages)
	slices.SortStableFunc(sorted, func(a, b passage) int {
		if a.weight == b.weight && a.listed != b.listed {
			return map[bool]int{false: -1, true: 1}[a.listed]
		}
		return cmp.Compare(b.weight, a.weight)
	})
	hits := make([]Hit, len(sorted))
	for i := range sorted {
		p := &sorted[i]
		hits[i] = Hit{Page: p.page, Section: p.section, Text: p.text}
	}
	return hits
}

func (p *passage) spans(words []string) [][2]int {
	var out [][2]int
	for _, w := range words {
		for at := wordStart(p.plain, w, 0); at >= 0; at = wordStart(p.plain, w, at+len(w)) {
			from, to := fold.Span(p.text, p.at, at, at+len(w))
			out = append(out, [2]int{from, to})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	kept := out[:0]
	for _, s := range out {
		if len(kept) == 0 || s[0] >= kept[len(kept)-1][1] {
			kept = append(kept, s)
		}
	}
	return kept
}

// wordStart finds where a word begins with prefix, at or after from; -1 when nowhere.
func wordStart(text, prefix string, from int) int {
	for from < len(text) {
		i := strings.Index(text[from:], prefix)
		if i < 0 {
			return -1
		}
		i += from
		if i == 0 || !isLetter(text[i-1]) {
			return i
		}
		from = i + 1
	}
	return -1
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80 }
