package matrix

import (
	"slices"
	"strings"
)

// line is some places of a sign at which everyone gets the same.
type line struct {
	place  string
	levels []string // of a person without a risk, by onset
	others string   // the people who get another level, and why the sign is not asked elsewhere
}

// lines takes the places of a sign together for a reader. Where the sign is not asked at some places the first line says so,
// instead of one of its own.
func (t *Table) lines(b *Block) []line {
	var asked []line
	var elsewhere []string
	for _, places := range t.together(b) {
		if first := b.Cell(places[0], 0, 0); !b.asked(places[0]) {
			elsewhere = append(elsewhere, "Elsewhere not asked: "+first.Reason)
			continue
		}
		l := line{place: t.placeNames(places), others: t.others(b, places)}
		for o := range b.onsets {
			l.levels = append(l.levels, b.Cell(places[0], o, 0).short())
		}
		asked = append(asked, l)
	}
	if len(asked) > 0 {
		asked[0].others = joined(append([]string{asked[0].others}, slices.Compact(elsewhere)...))
	}
	return asked
}

// asked reports whether a person without a risk is asked about the sign at a place.
func (b *Block) asked(place int) bool {
	for o := range b.onsets {
		if b.Cell(place, o, 0).Asked {
			return true
		}
	}
	return false
}

// together groups places that can share a line: they have the same levels without a risk, and the same level for each risk, or
// the expected level throughout.
func (t *Table) together(b *Block) [][]int {
	var groups [][]int
next:
	for p := range t.Places {
		for i, g := range groups {
			if t.alike(b, append(slices.Clone(g), p)) {
				groups[i] = append(g, p)
				continue next
			}
		}
		groups = append(groups, []int{p})
	}
	return groups
}

func (t *Table) alike(b *Block, places []int) bool {
	for o := range b.onsets {
		for r := range b.risks {
			if _, special := t.special(b, places, o, r); special && !b.equal(places, o, r) || r == 0 && !b.equal(places, o, r) {
				return false
			}
		}
	}
	return true
}

// equal reports whether a risk comes out the same at all of the places.
func (b *Block) equal(places []int, onset, risk int) bool {
	first := outcome(b.Cell(places[0], onset, risk))
	return !slices.ContainsFunc(places, func(p int) bool { return outcome(b.Cell(p, onset, risk)) != first })
}

// special gives what a person with a risk gets, and whether that is something else than is to be expected at one of the places.
func (t *Table) special(b *Block, places []int, onset, risk int) (short string, special bool) {
	for _, p := range places {
		if c := b.Cell(p, onset, risk); !c.untold && outcome(c) != t.expected(b, p, onset, risk) {
			return c.short(), true
		}
	}
	return "", false
}

// others names the people with a risk who get another level than is to be expected.
func (t *Table) others(b *Block, places []int) string {
	text := func(onset int) string {
		people, order := map[string][]string{}, []string(nil)
		for r := 1; r < b.risks; r++ {
			if short, special := t.special(b, places, onset, r); special {
				if people[short] == nil {
					order = append(order, short)
				}
				people[short] = append(people[short], t.Matrix.Risks[r].Title)
			}
		}
		for i, short := range order {
			order[i] = short + " for " + strings.Join(people[short], ", ")
		}
		return strings.Join(order, "; ")
	}
	var out []string
	for _, onsets := range alike(b.onsets, text) {
		s := text(onsets[0])
		if s != "" && len(onsets) < b.onsets {
			s = names(t.Matrix.Onsets, onsets) + ": " + s
		}
		out = append(out, s)
	}
	return joined(out)
}

// expected is what a person with a risk gets when the sign and the risk have nothing to do with each other: the higher level of
// the sign alone and of the risk alone, which the first sign of the matrix shows.
func (t *Table) expected(b *Block, place, onset, risk int) string {
	plain, ordinary := b.Cell(place, onset, 0), t.Blocks[0].Cell(place, onset, risk)
	if b != &t.Blocks[0] && plain.Asked && ordinary.Asked && ordinary.Level > plain.Level {
		return outcome(ordinary)
	}
	return outcome(plain)
}

// short is a level, or that there is none.
func (c Cell) short() string {
	if !c.Asked {
		return "not asked"
	}
	return c.Level.String()
}

// joined puts sentences after each other, and leaves empty ones out.
func joined(texts []string) string {
	var out []string
	for _, s := range texts {
		if s != "" {
			out = append(out, strings.ToUpper(s[:1])+strings.TrimSuffix(s[1:], "."))
		}
	}
	return strings.Join(out, ". ")
}
