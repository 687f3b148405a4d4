package find

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// Match is a group that one of its names led to.
type Match struct {
	Group int    // its place in the groups
	Name  string // as it is written
	Whole bool   // the whole name was typed
	// Near marks a name that only resembles the query: a suggestion.
	Near bool
}

// The bounds of a search. Longer texts are cut.
const (
	mostLetters  = 100
	mostWords    = 8
	leastLetters = 3 // of the beginning of a name; a shorter name must be typed whole
)

// class is how well a name fits a query, the best first.
type class uint8

const (
	exact  class = iota // letter by letter
	same                // but for spelling, endings and words that add nothing
	starts              // the name begins so
	within              // words of the name begin so
	holds               // the query holds the whole name, and more
	nearSame
	nearStarts
	nearHolds
	nearKind // only the ending is known
	misses
)

// fit is how well a word of the query fits a word of the names.
type fit uint8

const (
	noFit fit = iota
	isWord
	isSound
	isStem
	isStart
	isNear  // plus the letters that are wrong
	nearTwo = isNear + 2
)

type query struct {
	joined  string
	sound   string
	tokens  []string // those that count, and then those that add nothing
	core    int
	fits    [][]fit // by token and word
	any     []bool  // by word: whether a token fits it
	doubted uint16  // the tokens that raise a doubt
}

type hit struct {
	group  int32
	name   string
	class  class
	cost   int // lower is better, within a class
	near   bool
	covers uint16 // the tokens of the query that it covers
}

// Search finds the groups that a text may mean, the best first. Suggestions come only when there is nothing better.
func (x *Index) Search(text string) []Match {
	q, ok := x.ask(text)
	if !ok {
		return nil
	}
	hits := x.hits(&q, x.solid)
	if len(q.joined) >= leastLetters && !q.settled(hits) {
		x.nearby(&q)
		guesses := x.hits(&q, x.guess)
		if sure := func(h hit) bool { return !h.near }; !slices.ContainsFunc(hits, sure) {
			hits = slices.Concat(guesses, hits, x.byEnding(&q))
		} else if len(guesses) > 0 && guesses[0].class == nearSame {
			hits = guesses
		}
	}
	return x.choose(&q, hits)
}

// settled reports whether what was found explains every word that counts.
func (q *query) settled(hits []hit) bool {
	var covered uint16
	for _, h := range hits {
		if h.near {
			continue
		}
		if h.class < holds {
			return true
		}
		covered |= h.covers
	}
	return q.share(covered) == 100
}

// ask reads a query and compares its words with those of the names.
func (x *Index) ask(text string) (query, bool) {
	if len(text) > 4*mostLetters {
		text = strings.ToValidUTF8(text[:4*mostLetters], "")
	}
	tokens := Tokens(text)
	tokens = tokens[:min(len(tokens), mostWords)]
	if len(tokens) == 0 {
		return query{}, false
	}
	core, noise := x.split(tokens)
	q := query{joined: strings.Join(tokens, ""), sound: sound(singular(strings.Join(tokens, ""))), tokens: slices.Concat(core, noise), core: len(core)}
	q.any = make([]bool, len(x.words))
	for i, t := range q.tokens {
		if x.doubts[t] {
			q.doubted |= 1 << i
		}
		begins := len(t) >= leastLetters || t == tokens[len(tokens)-1] && len(q.joined) >= leastLetters
		fits := x.fits(t, begins && i < q.core)
		for at, f := range fits {
			q.any[at] = q.any[at] || f != noFit
		}
		q.fits = append(q.fits, fits)
	}
	return q, true
}

// fits compares a word with all words of the names.
func (x *Index) fits(text string, begins bool) []fit {
	fits, w := make([]fit, len(x.words)), x.spell(text)
	if begins {
		for _, at := range x.starts.begin(text) {
			fits[at] = isStart
		}
	}
	for _, at := range x.byStem[w.stem] {
		v := &x.words[at]
		if (len(v.stem) > leastStem || v.stem == v.sound || v.stem == w.sound) && alike(v, &w) {
			fits[at] = isStem
		}
	}
	for _, at := range x.bySound[w.sound] {
		if alike(&x.words[at], &w) {
			fits[at] = isSound
		}
	}
	if at, ok := x.number[text]; ok {
		fits[at] = isWord
	}
	return fits
}

// alike reports whether words that sound alike are also spelled so, but for their endings.
func alike(a, b *word) bool { return spelled(a.text, b.text) }

// spelled reports whether two texts that sound alike are also spelled so, but for their endings: "zzzqq" sounds like SCC.
func spelled(a, b string) bool {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	return short > 3 && EditDistance(a, b) <= long-short+min(short/3-1, 2)
}

// hits collects the names that fit, the best first.
func (x *Index) hits(q *query, judge func(*query, *name) (hit, bool)) []hit {
	var out []hit
	for _, at := range x.candidates(q) {
		n := &x.names[at]
		if h, ok := judge(q, n); ok {
			h.group, h.name = n.group, n.text
			out = append(out, h)
		}
	}
	x.weigh(out)
	slices.SortStableFunc(out, func(a, b hit) int { return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.cost, b.cost)) })
	return out
}

// candidates are the names that have anything in common with a query, as they were written.
func (x *Index) candidates(q *query) []int32 {
	seen := make([]bool, len(x.names))
	mark := func(names []int32) {
		for _, at := range names {
			seen[at] = true
		}
	}
	for at, fits := range q.any {
		if fits {
			mark(x.words[at].names)
		}
	}
	mark(x.sounds[q.sound])
	mark(x.begins.begin(q.joined))
	var out []int32
	for at, yes := range seen {
		if yes {
			out = append(out, int32(at))
		}
	}
	return out
}

// weigh sorts incomplete names by likelihood: those that lead where many such names lead come first. "Nothing needed" comes a
// little later, because it is useful only once the word is complete.
func (x *Index) weigh(hits []hit) {
	names := map[string]int{}
	for _, h := range hits {
		if h.class == starts {
			names[x.groups[h.group].leads()]++
		}
	}
	for i := range hits {
		if h := &hits[i]; h.class == starts {
			g := &x.groups[h.group]
			h.cost -= 100 * min(names[g.leads()], 5)
			if g.Nothing != "" {
				h.cost += 100
			}
		}
	}
}

// tally is how the words of a query and those of a name cover each other.
type tally struct {
	asked, named    int // how many words that count are covered, of the query and of the name
	noise           int // how many of the others
	begins, begun   int // how many are only begun; by which word of the name the first is covered
	letters         int // how many letters of the query that count are covered
	wrong           int // how many letters are wrong
	stems           int // how many are only of one stem
	covers, covered uint16
}

func (q *query) tally(n *name, most fit) tally {
	t := tally{begun: -1}
	for i := range q.tokens {
		best, at := noFit, -1
		for j, w := range n.words[:min(len(n.words), 16)] {
			if f := q.fits[i][w]; f != noFit && f <= most && (best == noFit || f < best) {
				best, at = f, j
			}
		}
		if best == noFit {
			continue
		}
		if i == 0 {
			t.begun = at
		}
		if i < q.core {
			t.asked++
			t.letters += len(q.tokens[i])
		} else {
			t.noise++
		}
		switch best {
		case isStart:
			t.begins++
		case isStem:
			t.stems++
		}
		if best >= isNear {
			t.wrong += int(best - isNear)
		}
		t.covers |= 1 << i
		if t.covered&(1<<at) == 0 && at < n.core {
			t.named++
		}
		t.covered |= 1 << at
	}
	return t
}

// solid judges a name by what was typed.
func (x *Index) solid(q *query, n *name) (hit, bool) {
	if n.joined == q.joined {
		return hit{class: exact, covers: 1<<len(q.tokens) - 1}, true
	}
	if len(q.joined) < leastLetters {
		return hit{}, false
	}
	t := q.tally(n, isStart)
	h := hit{class: misses, covers: t.covers, cost: max(len(n.joined)-len(q.joined), 0) - 100*t.noise}
	switch {
	case n.sound == q.sound && len(q.joined) > 4 && spelled(n.joined, q.joined):
		h.class, h.covers = same, 1<<len(q.tokens)-1
	case t.asked == q.core && t.named == n.core && t.begins == 0:
		h.class = same
	case strings.HasPrefix(n.joined, q.joined):
		h.class, h.covers = starts, 1<<len(q.tokens)-1
	case t.asked+t.noise == len(q.tokens) && t.begun == 0:
		h.class = starts
	case t.asked+t.noise == len(q.tokens):
		h.class, h.near = within, true
	case t.named == n.core && t.begins == 0 && t.stems < max(n.core, 2)-1 && t.covers&^q.doubted != 0 && t.asked > 0:
		h.near = t.noise < len(n.words)-n.core
		h.class, h.cost = holds, 10*(len(n.words)-n.core-t.noise)-100*t.named-10*t.noise-t.letters
	}
	return h, h.class != misses
}

// limit is how many letters may be wrong in a word that sounds so.
func limit(sound string) int {
	switch n := len(sound); {
	case n < 5:
		return 0
	case n < 10:
		return 1
	}
	return 2
}

// nearby compares the words that are not known with words that are spelled nearly so.
func (x *Index) nearby(q *query) {
	for i, t := range q.tokens[:q.core] {
		w, fits := x.spell(t), q.fits[i]
		most := limit(w.sound)
		if most == 0 || slices.ContainsFunc(fits, func(f fit) bool { return isWord <= f && f <= isStem }) {
			continue
		}
		for at := range x.words {
			v := &x.words[at]
			if fits[at] != noFit || v.sound[0] != w.sound[0] && len(w.sound) < 6 {
				continue
			}
			if d := x.distance(&w, v, most); d <= most {
				fits[at], q.any[at] = isNear+fit(d), true
			}
		}
	}
}

// distance is how many letters differ, or more than the limit when that is certain without counting. Words that only sound
// alike are far apart.
func (x *Index) distance(a, b *word, most int) int {
	if n := len(a.sound) - len(b.sound); n > most || -n > most || bits.OnesCount64(a.mask^b.mask) > 2*most {
		return most + 1
	}
	if !alike(a, b) {
		return most + 1
	}
	return EditDistance(a.sound, b.sound)
}

// guess judges a name by what may have been meant.
func (x *Index) guess(q *query, n *name) (hit, bool) {
	t := q.tally(n, nearTwo)
	h := hit{class: misses, covers: t.covers, cost: 2 * t.wrong}
	if x.groups[n.group].Nothing != "" {
		h.cost += 2 // of two likely words, the one that matters
	}
	switch all := t.asked == q.core; {
	case t.wrong > 2:
	case all && t.named == n.core && t.begins == 0:
		h.class = nearSame
	case all && t.begun == 0:
		h.class = nearStarts
	case t.named == n.core && q.share(t.covers) >= 50:
		h.class = nearHolds
	}
	return h, h.class != misses
}

// byEnding takes an unknown word for an ingredient of the class that it ends like.
func (x *Index) byEnding(q *query) []hit {
	for i, t := range q.tokens[:q.core] {
		if slices.ContainsFunc(q.fits[i], func(f fit) bool { return f != noFit }) {
			continue
		}
		for _, k := range x.kinds {
			if len(t) >= len(k.ending)+2 && strings.HasSuffix(t, k.ending) {
				return []hit{{group: k.group, name: "…" + k.ending, class: nearKind}}
			}
		}
	}
	return nil
}

// choose makes the matches of the hits, each group once.
func (x *Index) choose(q *query, hits []hit) []Match {
	if len(hits) == 0 {
		return nil
	}
	best, last := hits[0].class, holds
	switch {
	case best <= same:
		last = within
	case best > holds:
		last = best
	}
	var out []Match
	var covered uint16
	for _, h := range hits {
		if h.class > last || h.class < best {
			break
		}
		if h.class == holds || h.class == nearHolds {
			if h.covers&^covered == 0 {
				continue
			}
			covered |= h.covers
		}
		if !slices.ContainsFunc(out, func(m Match) bool { return m.Group == int(h.group) }) {
			near := h.near || h.class > holds || h.class == holds && q.doubted != 0
			out = append(out, Match{int(h.group), h.name, h.class <= same, near})
		}
	}
	if c := hits[0].class; c == holds || c == nearHolds {
		return x.careful(out, q.share(covered))
	}
	return out
}

// share is the percentage of the letters that count which these tokens hold.
func (q *query) share(tokens uint16) int {
	all, held := 0, 0
	for i, t := range q.tokens[:q.core] {
		all += len(t)
		if tokens&(1<<i) != 0 {
			held += len(t)
		}
	}
	return 100 * held / max(all, 1)
}

// careful weighs names within a longer text by how much of the text they explain: with too little they are dropped, and with
// little they become suggestions. "Nothing needed" must explain the whole text, and be the only name in it.
func (x *Index) careful(found []Match, share int) []Match {
	if share < 20 {
		return nil
	}
	nothing := func(m Match) bool { return x.groups[m.Group].Nothing != "" }
	if slices.ContainsFunc(found, func(m Match) bool { return !nothing(m) }) {
		found = slices.DeleteFunc(found, nothing)
	} else if share < 100 {
		share = 0
	}
	for i := range found {
		found[i].Near = found[i].Near || share < 50
	}
	return found
}
