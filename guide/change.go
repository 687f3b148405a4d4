package guide

import (
	"slices"

	"knead/guide/knowledge"
)

// Change is one answer that, were it different, would give another result.
type Change struct {
	Question string  // the question
	Option   string  // the option to choose, or to clear
	Chosen   bool    // whether it would be chosen
	Was      Was     // what the answer is now
	Answers  Answers // all answers with this one different
	Effects  Effects // what would be different
}

// Was is the current answer that a Change would replace.
type Was uint8

// An open answer would be settled; an answer that was given would be another; something new would be added.
const (
	WasOpen Was = iota
	WasGiven
	WasAbsent
)

// Effects are what differs between two results. First choices and verdicts are compared only where both have therapies.
type Effects struct {
	Before, After knowledge.Level
	Firsts        []FirstChange
	Verdicts      []VerdictChange
}

// FirstChange is another first choice among the therapies of a kind; nil where there is none.
type FirstChange struct {
	Kind          knowledge.TherapyKind
	Before, After *knowledge.Therapy
}

// VerdictChange is another verdict on a therapy.
type VerdictChange struct {
	Therapy       *knowledge.Therapy
	Before, After knowledge.Verdict
}

// None reports whether the results are alike.
func (e Effects) None() bool {
	return e.Before == e.After && len(e.Firsts) == 0 && len(e.Verdicts) == 0
}

// Equal reports whether two sets of effects are the same.
func (e Effects) Equal(f Effects) bool {
	return e.Before == f.Before && e.After == f.After && slices.Equal(e.Firsts, f.Firsts) && slices.Equal(e.Verdicts, f.Verdicts)
}

// Compare lists what differs between two assessments.
func Compare(before, after Assessment) Effects {
	verdicts := make(map[*knowledge.Therapy]knowledge.Verdict, len(after.Matches))
	for _, m := range after.Matches {
		verdicts[m.Therapy] = m.Verdict
	}
	return difference(before, after.Level, after.first, func(t *knowledge.Therapy) (v knowledge.Verdict, shown bool) {
		v, shown = verdicts[t]
		return v, shown
	})
}

// difference compares an assessment with a result given by its level, its first choices, and the verdicts on the therapies that
// it shows.
func difference(before Assessment, level knowledge.Level, first func(knowledge.TherapyKind) *knowledge.Therapy, verdict func(*knowledge.Therapy) (knowledge.Verdict, bool)) Effects {
	out := Effects{Before: before.Level, After: level}
	if before.Level.Stops() || level.Stops() {
		return out
	}
	for _, kind := range knowledge.TherapyKinds() {
		if x, y := before.first(kind), first(kind); x != y {
			out.Firsts = append(out.Firsts, FirstChange{kind, x, y})
		}
	}
	for _, m := range before.Matches {
		if v, shown := verdict(m.Therapy); shown && v != m.Verdict {
			out.Verdicts = append(out.Verdicts, VerdictChange{m.Therapy, m.Verdict, v})
		}
	}
	return out
}

// first is the therapy of the first choice, or nil.
func (a Assessment) first(kind knowledge.TherapyKind) *knowledge.Therapy {
	if m := a.FirstChoice(kind); m != nil {
		return m.Therapy
	}
	return nil
}

// Changes tries every single answer that could have been different and lists those that would give another level, verdict
// or first choice: what is open first, then what was said, then what could be added. It takes some milliseconds.
func (g *Guide) Changes(a Answers) []Change {
	before, l, numbers := g.Assess(a), g.Batch(), map[*knowledge.Therapy]int{}
	for i := range g.k.Therapies {
		numbers[&g.k.Therapies[i]] = i
	}
	l.fill(EveryLane, a)
	var out []Change
	for batch := range slices.Chunk(g.tries(a), Width) {
		for lane, x := range batch {
			l.set(1<<lane, x.question, x.answer)
		}
		l.Run()
		for lane, x := range batch {
			first := func(kind knowledge.TherapyKind) *knowledge.Therapy { return l.FirstChoice(lane, kind) }
			verdict := func(t *knowledge.Therapy) (knowledge.Verdict, bool) {
				v, _, shown := l.Match(lane, numbers[t])
				return v, shown
			}
			if x.Effects = difference(before, l.Level(lane), first, verdict); !x.Effects.None() {
				x.Answers = a.With(x.Question, x.answer)
				out = append(out, x.Change)
			}
			l.set(1<<lane, x.question, a[x.Question])
		}
	}
	slices.SortStableFunc(out, func(x, y Change) int { return int(x.Was) - int(y.Was) })
	return out
}

// try is a Change that may have no effects.
type try struct {
	Change
	question int
	answer   Answer
}

// tries lists every answer that differs from what was said in a single option.
func (g *Guide) tries(a Answers) []try {
	var tries []try
	s := g.evaluate(a)
	for qi := range g.questions {
		if s.applies[qi] == No {
			continue
		}
		q := s.asked(qi)
		x, given := a[q.ID]
		unknown := x.Unsure || !given
		for _, o := range q.Shown {
			for _, other := range q.others(x, o) {
				was := WasAbsent
				switch {
				case unknown || x.Partial && !x.Has(o.ID) || slices.Contains(x.Open, o.ID):
					was = WasOpen
				case q.Kind != knowledge.Many || x.Has(o.ID):
					was = WasGiven
				}
				tries = append(tries, try{Change{Question: q.ID, Option: o.ID, Chosen: other.Has(o.ID), Was: was}, qi, other})
			}
		}
	}
	return tries
}

// others lists the answers that differ from this one in a single option.
func (q Asked) others(a Answer, o *knowledge.Option) []Answer {
	chosen, open := a.Has(o.ID), slices.Contains(a.Open, o.ID)
	is := func(id string) bool { return id == o.ID }
	switch {
	case q.Kind != knowledge.Many && !chosen:
		return []Answer{{Options: []string{o.ID}, Value: o.From}}
	case q.Kind != knowledge.Many:
		return nil
	case o.ID == knowledge.None && len(a.Options) == 0:
		return []Answer{{Options: []string{knowledge.None}}}
	case o.ID == knowledge.None:
		return nil
	case chosen:
		rest := slices.DeleteFunc(slices.Clone(a.Options), is)
		if len(rest) == 0 {
			rest = []string{knowledge.None}
		}
		return []Answer{{Options: rest, Open: a.Open, Partial: a.Partial && !slices.Contains(rest, knowledge.None)}}
	}
	options := append(slices.DeleteFunc(slices.Clone(a.Options), func(id string) bool { return id == knowledge.None }), o.ID)
	slices.SortFunc(options, func(x, y string) int { return q.Index(x) - q.Index(y) })
	rest := slices.DeleteFunc(slices.Clone(a.Open), is)
	more := Answer{Options: options, Open: rest, Partial: a.Partial}
	if open {
		return []Answer{more, {Options: a.Options, Open: rest}}
	}
	return []Answer{more}
}

// Withheld names, for a therapy that is not for this person now or must be asked about first, the smallest set of answers
// that alone withholds it. It is nil for one that may be used.
func (m Match) Withheld() []Said {
	if m.Verdict < knowledge.AskFirst {
		return nil
	}
	var least []Said
	for _, c := range m.Cautions {
		if c.Verdict == m.Verdict && (least == nil || len(c.Because) < len(least)) {
			least = c.Because
		}
	}
	return least
}
