package find

import (
	"cmp"
	"slices"
	"strings"
)

// Index holds every name, ready to be searched. It never changes.
type Index struct {
	groups []Group
	words  []word
	names  []name
	number map[string]int32 // words by their letters
	ignore map[string]bool
	doubts map[string]bool
	ending []string // longest first, as they sound
	kinds  []kindOf // what the ingredients of a class end in
}

// word is a distinct word of the names.
type word struct {
	text, sound, stem string
	mask              uint64 // the letters of the sound
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

// New makes the index of these groups. That takes some milliseconds: make one, and keep it.
func New(groups []Group, w Words) *Index {
	x := &Index{
		groups: groups, number: map[string]int32{}, ignore: map[string]bool{}, doubts: map[string]bool{},
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
	for _, t := range slices.Concat(core, noise) {
		n.words = append(n.words, x.word(t))
	}
	n.sound = sound(singular(n.joined))
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
