package guide

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Change is one answer that, were it different, would give another result.
type Change struct {
	Question string  // the question
	Option   string  // the option that would be chosen, or let go
	Chosen   bool    // whether it would be chosen
	Was      Was     // what the answer is now
	Answers  Answers // all answers with this one different
	Effects  Effects // what would be different
}

// Was says what stands now where a Change would put another answer.
type Was uint8

// An open answer would be settled; an answer that was given would be another; something new would be added.
const (
	WasOpen Was = iota
	WasGiven
	WasAbsent
)

// Effects are what differs between two results. First choices and verdicts are compared only where both have therapies.
type Effects struct {
	Before, After Level
	Firsts        []FirstChange
	Verdicts      []VerdictChange
}

// FirstChange is another first choice among the therapies of a kind; nil where there is none.
type FirstChange struct {
	Kind          TherapyKind
	Before, After *Therapy
}

// VerdictChange is another verdict on a therapy.
type VerdictChange struct {
	Therapy       *Therapy
	Before, After Verdict
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
	out := Effects{Before: before.Level, After: after.Level}
	if before.Level.Stops() || after.Level.Stops() {
		return out
	}
	first := func(a Assessment, kind TherapyKind) *Therapy {
		if m := a.FirstChoice(kind); m != nil {
			return m.Therapy
		}
		return nil
	}
	for _, kind := range []TherapyKind{Massage, Alternative, SelfHelp} {
		if x, y := first(before, kind), first(after, kind); x != y {
			out.Firsts = append(out.Firsts, FirstChange{kind, x, y})
		}
	}
	verdicts := make(map[*Therapy]Verdict, len(after.Matches))
	for _, m := range after.Matches {
		verdicts[m.Therapy] = m.Verdict
	}
	for _, m := range before.Matches {
		if v, shown := verdicts[m.Therapy]; shown && v != m.Verdict {
			out.Verdicts = append(out.Verdicts, VerdictChange{m.Therapy, m.Verdict, v})
		}
	}
	return out
}

// Changes tries every single answer that could have been different and lists those that would give another level, verdict
// or first choice: what is open first, then what was said, then what could be added. It assesses a few hundred times;
// call it off the screen's path.
func (g *Guide) Changes(a Answers) []Change {
	var tries []Change
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
				case unknown || slices.Contains(x.Open, o.ID):
					was = WasOpen
				case q.Kind != Many || x.Has(o.ID):
					was = WasGiven
				}
				tries = append(tries, Change{Question: q.ID, Option: o.ID, Chosen: other.Has(o.ID), Was: was, Answers: a.With(q.ID, other)})
			}
		}
	}
	g.effects(g.Assess(a), tries)
	tries = slices.DeleteFunc(tries, func(c Change) bool { return c.Effects.None() })
	slices.SortStableFunc(tries, func(x, y Change) int { return int(x.Was) - int(y.Was) })
	return tries
}

// effects fills in what each of these would change, on all processors.
func (g *Guide) effects(before Assessment, tries []Change) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(tries)); i = next.Add(1) - 1 {
				tries[i].Effects = Compare(before, g.Assess(tries[i].Answers))
			}
		})
	}
	workers.Wait()
}

// others lists the answers that differ from this one in a single option.
func (q Asked) others(a Answer, o *Option) []Answer {
	chosen, open := a.Has(o.ID), slices.Contains(a.Open, o.ID)
	is := func(id string) bool { return id == o.ID }
	switch {
	case q.Kind != Many && !chosen:
		return []Answer{{Options: []string{o.ID}, Value: o.From}}
	case q.Kind != Many:
		return nil
	case o.ID == None && len(a.Options) == 0:
		return []Answer{{Options: []string{None}}}
	case o.ID == None:
		return nil
	case chosen:
		rest := slices.DeleteFunc(slices.Clone(a.Options), is)
		if len(rest) == 0 {
			rest = []string{None}
		}
		return []Answer{{Options: rest, Open: a.Open}}
	}
	options := append(slices.DeleteFunc(slices.Clone(a.Options), func(id string) bool { return id == None }), o.ID)
	slices.SortFunc(options, func(x, y string) int { return q.optionIndex(x) - q.optionIndex(y) })
	rest := slices.DeleteFunc(slices.Clone(a.Open), is)
	more := Answer{Options: options, Open: rest}
	if open {
		return []Answer{more, {Options: a.Options, Open: rest}}
	}
	return []Answer{more}
}

// Withheld names, for a therapy that is not for this person now or must be asked about first, the smallest set of answers
// that alone withholds it. It is nil for one that may be used.
func (m Match) Withheld() []Said {
	if m.Verdict < AskFirst {
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
