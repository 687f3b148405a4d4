package guide

import "slices"

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
// or first choice: what is open first, then what was said, then what could be added. It takes some milliseconds.
func (g *Guide) Changes(a Answers) []Change {
	tries := g.tries(a)
	before, l := g.before(a), g.Lanes()
	for qi := range g.questions {
		l.set(everyLane, qi, a[g.k.Questions[qi].ID])
	}
	var out []Change
	for batch := range slices.Chunk(tries, Width) {
		for lane, try := range batch {
			l.set(1<<lane, try.question, try.answer)
		}
		l.Run()
		for lane, try := range batch {
			if try.Effects = l.effects(lane, before); !try.Effects.None() {
				try.Answers = a.With(try.Question, try.answer)
				out = append(out, try.Change)
			}
			l.set(1<<lane, try.question, a[try.Question])
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
				case unknown || slices.Contains(x.Open, o.ID):
					was = WasOpen
				case q.Kind != Many || x.Has(o.ID):
					was = WasGiven
				}
				tries = append(tries, try{Change{Question: q.ID, Option: o.ID, Chosen: other.Has(o.ID), Was: was}, qi, other})
			}
		}
	}
	return tries
}

// before is the result that others are compared with.
type before struct {
	Assessment
	firsts  []FirstChange // of every kind, with no other yet
	numbers []int         // of the therapies of Matches
}

func (g *Guide) before(a Answers) before {
	b := before{Assessment: g.Assess(a)}
	for _, kind := range []TherapyKind{Massage, Alternative, SelfHelp} {
		first := FirstChange{Kind: kind}
		if m := b.FirstChoice(kind); m != nil {
			first.Before = m.Therapy
		}
		b.firsts = append(b.firsts, first)
	}
	for _, m := range b.Matches {
		b.numbers = append(b.numbers, slices.IndexFunc(g.k.Therapies, func(t Therapy) bool { return t.ID == m.Therapy.ID }))
	}
	return b
}

// effects is Compare with a lane.
func (l *Lanes) effects(lane int, b before) Effects {
	out := Effects{Before: b.Level, After: l.Level(lane)}
	if out.Before.Stops() || out.After.Stops() {
		return out
	}
	for _, first := range b.firsts {
		if first.After = l.FirstChoice(lane, first.Kind); first.After != first.Before {
			out.Firsts = append(out.Firsts, first)
		}
	}
	for i := range b.Matches {
		m := &b.Matches[i]
		if v, _, shown := l.Match(lane, b.numbers[i]); shown && v != m.Verdict {
			out.Verdicts = append(out.Verdicts, VerdictChange{m.Therapy, m.Verdict, v})
		}
	}
	return out
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
