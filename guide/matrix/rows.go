package matrix

import (
	"fmt"
	"slices"
	"strings"
)

// Row is cells of one sign that have the same level, or the same reason, taken together.
type Row struct {
	Danger, Sign          string
	Place, Onset          string
	Risk                  string
	Cell                  Cell
	Rules                 []string // all rules that these cells get their level from
	places, onsets, risks []int
}

const anyOne = "any"

// Rows takes neighboring cells together: places that agree in everything, then onsets, then risks.
func (t *Table) Rows() []Row {
	var out []Row
	for i := range t.Blocks {
		out = append(out, t.rows(&t.Blocks[i])...)
	}
	return out
}

func (t *Table) rows(b *Block) []Row {
	var out []Row
	places := alike(len(t.Places), func(p int) string {
		var key strings.Builder
		for o := range b.onsets {
			key.WriteString(b.line(p, o))
		}
		return key.String()
	})
	for _, ps := range places {
		for _, os := range alike(b.onsets, func(o int) string { return b.line(ps[0], o) }) {
			for _, rs := range alike(b.risks, func(r int) string { return outcome(b.Cell(ps[0], os[0], r)) }) {
				row := Row{Danger: b.Danger.Title, Sign: b.Sign.Title, Cell: b.Cell(ps[0], os[0], rs[0]), places: ps, onsets: os, risks: rs}
				row.Place, row.Onset, row.Risk = t.placeNames(ps), names(t.Matrix.Onsets, os), names(t.Matrix.Risks, rs)
				row.Rules = b.rules(ps, os, rs)
				out = append(out, row)
			}
		}
	}
	return out
}

// line is the outcomes of one place and onset, for comparing.
func (b *Block) line(place, onset int) string {
	var key strings.Builder
	for r := range b.risks {
		key.WriteString(outcome(b.Cell(place, onset, r)) + ";")
	}
	return key.String()
}

func (b *Block) rules(places, onsets, risks []int) []string {
	var out []string
	for _, p := range places {
		for _, o := range onsets {
			for _, r := range risks {
				if rule := b.Cell(p, o, r).Rule; rule != "" && !slices.Contains(out, rule) {
					out = append(out, rule)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// outcome is what a cell says.
func outcome(c Cell) string {
	if !c.Asked {
		return "not asked: " + c.Reason
	}
	return c.Level.String()
}

// alike puts numbers with the same key into one group, in the order of the first of each.
func alike(n int, key func(int) string) [][]int {
	var groups [][]int
	at := map[string]int{}
	for i := range n {
		k := key(i)
		g, known := at[k]
		if !known {
			g, at[k] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

func names(columns []Column, some []int) string {
	if len(some) == len(columns) {
		return anyOne
	}
	out := make([]string, len(some))
	for i, n := range some {
		out[i] = columns[n].Title
	}
	return strings.Join(out, ", ")
}

// placeNames names places, by their heading in the questionnaire where all of a heading are among them.
func (t *Table) placeNames(some []int) string {
	if len(some) == len(t.Places) {
		return anyOne
	}
	if rest := t.except(some); len(rest) <= 3 {
		return fmt.Sprintf("any but %s", strings.Join(t.grouped(rest), ", "))
	}
	return strings.Join(t.grouped(some), ", ")
}

func (t *Table) except(some []int) []int {
	var out []int
	for i := range t.Places {
		if !slices.Contains(some, i) {
			out = append(out, i)
		}
	}
	return out
}

func (t *Table) grouped(some []int) []string {
	var out []string
	for _, i := range some {
		label := strings.ToLower(t.Places[i].Label)
		if g := t.Places[i].Group; g != "" && t.whole(g, some) {
			label = "all of “" + g + "”"
		}
		if !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

// whole reports whether all places under a heading are among some, and the heading has more than one.
func (t *Table) whole(group string, some []int) bool {
	n := 0
	for i, o := range t.Places {
		if o.Group == group {
			if n++; !slices.Contains(some, i) {
				return false
			}
		}
	}
	return n > 1
}

// level is a level in words.
func (c Cell) level() string {
	if !c.Asked {
		return ""
	}
	return c.Level.String()
}

// Cells returns the number of cells that the row covers.
func (r Row) Cells() int { return len(r.places) * len(r.onsets) * len(r.risks) }
