package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// yardstick is a measure in steps, for the sentences that say what sets approaches apart.
type yardstick struct {
	name string                           // as in a list: "pain"
	more string                           // what one does that has more: "eased pain more"
	of   func(x *guide.Match) (int, bool) // the steps of one approach; false where that is not known
}

// weeksAStep is how many weeks longer it must take to be a difference.
const weeksAStep = 4

func yardsticks() []yardstick {
	effect := func(of func(knowledge.Effects) knowledge.Effect) func(*guide.Match) (int, bool) {
		return func(x *guide.Match) (int, bool) {
			e := x.Evidence
			if e == nil || e.Direction == knowledge.DirectionMixed || of(e.Effect) < knowledge.EffectNone {
				return 0, false
			}
			return int(of(e.Effect)), true
		}
	}
	practice := func(of func(knowledge.Practice) int) func(*guide.Match) (int, bool) {
		return func(x *guide.Match) (int, bool) { return of(x.Therapy.Practice), x.Therapy.Practice.Effort > 0 }
	}
	return []yardstick{
		{"pain in the first weeks", "eased pain more in the first weeks", effect(func(e knowledge.Effects) knowledge.Effect { return e.PainShort })},
		{"daily life", "helped daily life more", effect(func(e knowledge.Effects) knowledge.Effect { return e.FunctionShort })},
		{"months later", "helped more months later", effect(func(e knowledge.Effects) knowledge.Effect { return e.LongTerm })},
		{"how sure the research is", "had surer research", func(x *guide.Match) (int, bool) {
			if x.Evidence == nil {
				return 0, false
			}
			return x.Evidence.Certainty.Steps(), x.Evidence.Certainty.Steps() > 0
		}},
		{"effort", "can take more effort", practice(func(p knowledge.Practice) int { return p.Effort })},
		{"pressure", "can press harder", practice(func(p knowledge.Practice) int { return p.Pressure.To })},
		{"cost", "can cost more", practice(func(p knowledge.Practice) int { return p.Pay })},
		{"weeks to judge", "can take longer to judge", practice(func(p knowledge.Practice) int { return p.Judge.To / weeksAStep })},
	}
}

// mostDifferences is how many differences are said: those that come first in the order of the measures.
const mostDifferences = 4

// Letter names an approach in sentences that compare several.
func Letter(i int) string { return string(rune('A' + i)) }

// Differences says what sets approaches apart by a step or more, in the order of the measures, and then what is about the same. A
// measure that is not known for all of them, or in which results differ, says nothing.
func Differences(chosen []*guide.Match) []string {
	var out, same []string
	for _, s := range yardsticks() {
		steps := make([]int, 0, len(chosen))
		for _, x := range chosen {
			if n, known := s.of(x); known {
				steps = append(steps, n)
			}
		}
		switch {
		case len(steps) < len(chosen) || len(steps) == 0:
		case slices.Min(steps) == slices.Max(steps):
			same = append(same, s.name)
		case len(out) < mostDifferences:
			out = append(out, ordered(steps, s.more))
		}
	}
	if len(same) > 0 {
		out = append(out, "About the same: "+strings.Join(same, ", ")+".")
	}
	if len(out) == 0 {
		return []string{"Too little is known to say what sets them apart."}
	}
	return append(out, "Each was studied on its own, and hardly ever against the others.")
}

// ordered says who has more than whom, from the most to the least: "A eased pain more than B, and B than C."
func ordered(steps []int, more string) string {
	levels := slices.Compact(slices.Sorted(slices.Values(steps)))
	slices.Reverse(levels)
	var groups []string
	for _, level := range levels {
		var letters []string
		for i, n := range steps {
			if n == level {
				letters = append(letters, Letter(i))
			}
		}
		groups = append(groups, strings.Join(letters, " and "))
	}
	words := groups[0] + " " + more + " than " + groups[1]
	for i := 2; i < len(groups); i++ {
		words += ", and " + groups[i-1] + " than " + groups[i]
	}
	return words + "."
}
