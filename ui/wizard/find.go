package wizard

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"knead/guide"
)

// finder is the search over everything one can say of one's health: illnesses, medicines and their other names. What it
// holds is made once; the field is state.
type finder struct {
	entries []entry
	drawers string // the question that opens the most of them
	open    bool   // the field has the keys
	query   string
	found   []hit
}

// entry is one option of the history question, in small letters.
type entry struct {
	option *guide.Option
	label  string
	names  []string // synonyms
	words  string   // its help
}

// hit is an entry that was found. Where a synonym was meant, name says which.
type hit struct {
	entry    *entry
	name     string // "" when the label was found
	from, to int    // what was found, in the label or the name, in bytes
	rank     int
	near     bool // only nearly what was typed
}

// How good a hit is, the best first.
const (
	exactLabel = iota
	exactName
	labelStarts
	wordStarts
	nameStarts
	nameWordStarts
	inLabel
	inName
	allWords
	nearly
)

func newFinder(g *guide.Guide) finder {
	q := g.Question(guide.HistoryQuestion)
	if q == nil {
		return finder{}
	}
	var f finder
	opens := map[string]int{}
	for i := range q.Options {
		o := &q.Options[i]
		if o.ID == guide.None {
			continue
		}
		e := entry{option: o, label: strings.ToLower(o.Label), words: strings.ToLower(o.Help)}
		for _, s := range o.Synonyms {
			e.names = append(e.names, strings.ToLower(s))
		}
		f.entries = append(f.entries, e)
		for _, all := range o.ShowWhen {
			for _, fact := range all {
				id, _, _ := strings.Cut(fact, "/")
				if opens[id]++; opens[id] > opens[f.drawers] {
					f.drawers = id
				}
			}
		}
	}
	return f
}

// search finds entries by label or synonym: exactly, at the beginning, inside, all words anywhere, and last what is only
// similar. Only entries that may be said are found.
func (f *finder) search(query string, may func(*guide.Option) bool) []hit {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" {
		return nil
	}
	var out []hit
	for i := range f.entries {
		if e := &f.entries[i]; may(e.option) {
			if h, ok := e.match(query); ok {
				out = append(out, h)
			}
		}
	}
	if len(out) == 0 {
		out = f.similar(query, may)
	}
	slices.SortStableFunc(out, func(x, y hit) int { return cmp.Compare(x.rank, y.rank) })
	return out
}

func (e *entry) match(query string) (hit, bool) {
	best := hit{entry: e, rank: nearly}
	try := func(text, name string, exact, starts, word, in int) {
		at := strings.Index(text, query)
		if at < 0 {
			return
		}
		rank := in
		switch {
		case text == query:
			rank = exact
		case at == 0:
			rank = starts
		default:
			for from := at; from >= 0; {
				if !letter(text[from-1]) {
					at, rank = from, word
					break
				}
				next := strings.Index(text[from+1:], query)
				if next < 0 {
					break
				}
				from += 1 + next
			}
		}
		if rank < best.rank {
			best.rank, best.name, best.from, best.to = rank, name, at, at+len(query)
		}
	}
	try(e.label, "", exactLabel, labelStarts, wordStarts, inLabel)
	for i, n := range e.names {
		try(n, e.option.Synonyms[i], exactName, nameStarts, nameWordStarts, inName)
	}
	if best.rank < nearly {
		return best, true
	}
	for _, w := range strings.Fields(query) {
		if !e.holds(w) {
			return best, false
		}
	}
	best.rank = allWords
	return best, true
}

// holds reports whether a word stands anywhere in what is known of the entry.
func (e *entry) holds(word string) bool {
	return strings.Contains(e.label, word) || strings.Contains(e.words, word) ||
		slices.ContainsFunc(e.names, func(n string) bool { return strings.Contains(n, word) })
}

func letter(c byte) bool { return unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)) }

// similar finds what was nearly typed: letters left out (fuzzy), or a letter or two wrong.
func (f *finder) similar(query string, may func(*guide.Option) bool) []hit {
	if len(query) < 3 {
		return nil
	}
	var names []string
	var of []int
	for i := range f.entries {
		e := &f.entries[i]
		if !may(e.option) {
			continue
		}
		for n := -1; n < len(e.names); n++ {
			text := e.label
			if n >= 0 {
				text = e.names[n]
			}
			names, of = append(names, text), append(of, i)
		}
	}
	var out []hit
	place := map[int]int{}
	add := func(at, rank int) {
		h := hit{entry: &f.entries[of[at]], rank: 2 * rank, near: true}
		if names[at] != h.entry.label {
			h.name = names[at]
			h.rank++ // what it is called here comes before its other names
		}
		switch i, ok := place[of[at]]; {
		case !ok:
			place[of[at]] = len(out)
			out = append(out, h)
		case h.rank < out[i].rank:
			out[i] = h
		}
	}
	for at, name := range names {
		for _, word := range append(strings.Fields(name), name) {
			if d := guide.EditDistance(query, word); d <= 1+len(query)/6 && word[0] == query[0] {
				add(at, nearly+d)
			}
		}
	}
	if len(out) == 0 {
		for _, m := range fuzzy.Find(query, names) {
			if m.Score > 0 && len(out) < 6 {
				add(m.Index, nearly+8)
			}
		}
	}
	return out
}
