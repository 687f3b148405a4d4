package find

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Index holds every name, ready to be searched. It never changes.
type Index struct {
	groups  []Group
	words   []word
	names   []name
	ignore  map[string]bool
	doubts  map[string]bool
	ending  []string           // longest first, as they sound
	kinds   []kindOf           // what the ingredients of a class end in
	number  map[string]int32   // words by their letters
	bySound map[string][]int32 // words
	byStem  map[string][]int32 // words
	sounds  map[string][]int32 // names, by their sound
	starts  ordered            // words
	begins  ordered            // names, by their letters
}

// word is a distinct word of the names.
type word struct {
	text, sound, stem string
	mask              uint64  // the letters of the sound
	names             []int32 // that hold it
}

type name struct {
	text   string // as it is written
	joined string // its letters, without blanks
	sound  string // how they sound
	group  int32
	words  []int32 // those that count, and then those that add nothing
	core   int     // how many of the words count
}

// kindOf is an ending that the ingredients of a class share.
type kindOf struct {
	ending string
	group  int32
}

// New makes the index of these groups. That takes some tens of milliseconds: make one, and keep it.
func New(groups []Group, w Words) *Index {
	most := 0
	for i := range groups {
		most += len(groups[i].AllNames())
	}
	x := &Index{
		groups: groups, names: make([]name, 0, most), ignore: map[string]bool{}, doubts: map[string]bool{},
		number: make(map[string]int32, most), bySound: make(map[string][]int32, most), byStem: make(map[string][]int32, most),
		sounds: make(map[string][]int32, most),
	}
	for _, e := range w.Endings {
		x.ending = append(x.ending, sound("000" + e)[3:])
	}
	slices.SortFunc(x.ending, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, i := range w.Ignored {
		x.ignore[singular(strings.Join(Tokens(i), ""))] = true
	}
	for _, d := range w.Doubts {
		x.doubts[strings.Join(Tokens(d), "")] = true
	}
	for i := range groups {
		for _, n := range groups[i].AllNames() {
			x.add(n, int32(i))
		}
		for _, e := range groups[i].Endings {
			x.kinds = append(x.kinds, kindOf{e, int32(i)})
		}
	}
	slices.SortStableFunc(x.kinds, func(a, b kindOf) int { return cmp.Compare(len(b.ending), len(a.ending)) })
	x.starts = order(x.words, func(w *word) string { return w.text })
	x.begins = order(x.names, func(n *name) string { return n.joined })
	return x
}

func (x *Index) add(text string, group int32) {
	tokens := Tokens(text)
	if len(tokens) == 0 {
		return
	}
	n := name{text: text, joined: strings.Join(tokens, ""), group: group}
	core, noise := x.split(tokens)
	n.core = len(core)
	at := int32(len(x.names))
	for _, t := range slices.Concat(core, noise) {
		w := x.word(t)
		n.words = append(n.words, w)
		x.words[w].names = append(x.words[w].names, at)
	}
	n.sound = x.words[n.words[0]].sound
	if len(tokens) > 1 {
		n.sound = sound(singular(n.joined))
	}
	x.sounds[n.sound] = append(x.sounds[n.sound], at)
	x.names = append(x.names, n)
}

// split takes the words that add nothing away from those that count. Where none counts, all do.
func (x *Index) split(tokens []string) (core, noise []string) {
	for i, t := range tokens {
		unit := len(t) == 1 && i > 0 && dose(tokens[i-1]) // as in "1 g"
		if unit || dose(t) || x.ignore[singular(t)] {
			noise = append(noise, t)
		} else {
			core = append(core, t)
		}
	}
	if len(core) == 0 {
		return noise, nil
	}
	return core, noise
}

func (x *Index) word(text string) int32 {
	if at, ok := x.number[text]; ok {
		return at
	}
	w := x.spell(text)
	at := int32(len(x.words))
	x.number[text] = at
	x.bySound[w.sound] = append(x.bySound[w.sound], at)
	x.byStem[w.stem] = append(x.byStem[w.stem], at)
	x.words = append(x.words, w)
	return at
}

// spell works out how a word sounds, and its stem.
func (x *Index) spell(text string) word {
	w := word{text: text, sound: sound(singular(text))}
	w.stem = stem(w.sound, x.ending)
	for i := range len(w.sound) {
		w.mask |= 1 << (w.sound[i] & 63)
	}
	return w
}

// ordered are texts in the order of the alphabet, and their places.
type ordered struct {
	texts []string
	at    []int32
}

func order[T any](all []T, text func(*T) string) ordered {
	o := ordered{make([]string, len(all)), make([]int32, len(all))}
	for i := range all {
		o.at[i] = int32(i)
	}
	slices.SortFunc(o.at, func(a, b int32) int { return strings.Compare(text(&all[a]), text(&all[b])) })
	for i, at := range o.at {
		o.texts[i] = text(&all[at])
	}
	return o
}

// begin are the places of the texts that begin so.
func (o ordered) begin(prefix string) []int32 {
	from, _ := slices.BinarySearch(o.texts, prefix)
	n := sort.Search(len(o.texts)-from, func(i int) bool { return !strings.HasPrefix(o.texts[from+i], prefix) })
	return o.at[from : from+n]
}
