package matrix

import (
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// Listed is a sign as it appears in a list of warning signs at one level.
type Listed struct {
	Danger  *Danger
	Sign    *Sign
	When    string   // the places, starts, and people that the level depends on; "" when it is everyone's
	Sources []string // of the floors at this level
}

// AtLevel lists the signs of a level, in the order of the dangers: those that get it from the sign alone, and those that get it with
// a risk. The first sign of the matrix is the person without any, and is not listed.
func (t *Table) AtLevel(level knowledge.Level) []Listed {
	var out []Listed
	for i := range t.Blocks {
		b := &t.Blocks[i]
		when, listed := "", false
		switch highest := b.highest(t); {
		case i == 0:
		case highest == level:
			when, listed = t.unless(b, level), true
		case highest < level:
			when = t.raised(b, level)
			listed = when != ""
		}
		if listed {
			out = append(out, Listed{b.Danger, b.Sign, when, b.Sign.sources(level)})
		}
	}
	return out
}

// Sign returns a sign with the highest level that it gives to a person without a risk. It is nil where there is none of this name.
func (t *Table) Sign(danger, sign string) (*Listed, knowledge.Level) {
	for i := range t.Blocks {
		if b := &t.Blocks[i]; b.Danger.ID == danger && b.Sign.ID == sign {
			level := b.highest(t)
			return &Listed{b.Danger, b.Sign, t.unless(b, level), b.Sign.sources(level)}, level
		}
	}
	return nil, 0
}

func (b *Block) highest(t *Table) (level knowledge.Level) {
	for p := range t.Places {
		for o := range b.onsets {
			if c := b.Cell(p, o, 0); c.Asked {
				level = max(level, c.Level)
			}
		}
	}
	return level
}

// unless names the places and starts at which the sign gets the level, where others get a lower one.
func (t *Table) unless(b *Block, level knowledge.Level) string {
	var places, onsets []int
	asked := 0
	for p := range t.Places {
		if !b.asked(p) {
			continue
		}
		asked++
		for o := range b.onsets {
			if c := b.Cell(p, o, 0); c.Asked && c.Level == level {
				if !slices.Contains(places, p) {
					places = append(places, p)
				}
				if !slices.Contains(onsets, o) {
					onsets = append(onsets, o)
				}
			}
		}
	}
	slices.Sort(onsets)
	var parts []string
	if len(places) < asked {
		parts = append(parts, "with pain in "+t.inWords(places))
	}
	if !slices.Contains(onsets, b.onsets-1) {
		onsets = append(onsets, b.onsets-1) // usual, explained signs are described once, for all
	}
	if len(onsets) < b.onsets {
		parts = append(parts, t.started(onsets[:len(onsets)-1]))
	}
	return strings.Join(parts, ", ")
}

// inWords names places for a reader, by the name that the content has for them if it has one.
func (t *Table) inWords(places []int) string {
	labels := ids(places, func(p int) string { return t.Places[p].ID })
	for _, group := range t.Matrix.Places {
		if len(group.Of) == len(labels) && !slices.ContainsFunc(labels, func(id string) bool { return !slices.Contains(group.Of, id) }) {
			return group.Title
		}
	}
	return "the " + listed(ids(places, func(p int) string { return strings.ToLower(t.Places[p].Label) }))
}

// started says when it began: up to a start, from a start on, or at some of them.
func (t *Table) started(onsets []int) string {
	all := t.Matrix.Onsets
	first, last := all[onsets[0]], all[onsets[len(onsets)-1]]
	switch {
	case onsets[0] == 0 && last.Until != "":
		return "if it began " + last.Until
	case onsets[len(onsets)-1] == len(all)-2 && first.From != "":
		return "if it has lasted " + first.From
	}
	return "if it began " + names(all, onsets)
}

// listed puts words into a list with "or".
func listed(words []string) string {
	switch n := len(words); n {
	case 0, 1:
		return strings.Join(words, "")
	case 2:
		return words[0] + " or " + words[1]
	default:
		return strings.Join(words[:n-1], ", ") + ", or " + words[n-1]
	}
}

// raised names the people whose risk raises the sign to a level that neither the sign nor the risk has alone, and the places where
// that is so, if it is not everywhere.
func (t *Table) raised(b *Block, level knowledge.Level) string {
	people, order := map[string][]string{}, []string(nil)
	for r := 1; r < b.risks; r++ {
		var places []int
		asked := 0
		for p := range t.Places {
			raises := false
			for o := range b.onsets {
				c := b.Cell(p, o, r)
				raises = raises || c.Asked && c.Level == level && level > b.Cell(p, o, 0).Level && level > t.Blocks[0].Cell(p, o, r).Level
			}
			if b.asked(p) {
				asked++
			}
			if raises {
				places = append(places, p)
			}
		}
		if len(places) == 0 {
			continue
		}
		where := ""
		if 2*len(places) < asked { // elsewhere the risk is not asked about, or gets the level anyway
			where = ", with pain in " + t.inWords(places)
		}
		if people[where] == nil {
			order = append(order, where)
		}
		people[where] = append(people[where], t.Matrix.Risks[r].If)
	}
	for i, where := range order {
		order[i] = "if " + listed(people[where]) + where
	}
	return strings.Join(order, "; ")
}

// sources are those of the floors at a level.
func (s *Sign) sources(level knowledge.Level) []string {
	var out []string
	for _, l := range s.Least {
		for _, id := range l.Sources {
			if l.Level == level && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}
