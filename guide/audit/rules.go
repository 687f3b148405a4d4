package audit

import (
	"context"
	"fmt"
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/rules"
)

// redFlags goes through every alternative of every red flag: answers that make it true must be found, raise its level and
// end a walk where they should; then each of its conditions is made false and unknown.
func (a *audit) redFlags(ctx context.Context, p *phase) {
	type rule struct{ flag, alternative int }
	var rules []rule
	conditions := 0
	for i := range a.g.flags {
		for j := range a.g.flags[i] {
			rules = append(rules, rule{i, j})
			conditions += len(a.g.flags[i][j])
		}
	}
	flipped := newTally(2 * int64(conditions))
	p.each(ctx, len(rules), func(w *worker, unit int) {
		flag, c := &a.g.k.RedFlags[rules[unit].flag], a.g.flags[rules[unit].flag][rules[unit].alternative]
		w.counts[1]++
		answers, ok := w.satisfy(c)
		if !ok {
			w.reportProblem(1, fmt.Sprintf("%s can never hold by its alternative %d: no answers bring it about", flag.ID, rules[unit].alternative+1))
		} else {
			w.alarm(flag, answers)
			for _, l := range c {
				flipped.add(w.flip(flag, c, l, answers))
			}
		}
		p.tell(p.done.Add(1), int64(len(rules)))
	})
	p.cover("alternatives of red flags, made true and walked", p.done.Load(), int64(len(rules)))
	a.unaskedSigns(ctx, p)
	p.cover("their conditions, made false and left open", flipped.done.Load(), flipped.total)
}

// unaskedSigns gives every warning sign that is not asked of everybody, together with each option of every other question and
// otherwise calm answers: it must count and be shown, as explained and in lanes.
func (a *audit) unaskedSigns(ctx context.Context, p *phase) {
	options := len(a.g.Owner)
	oneIn := a.signsOneIn(len(a.g.signs) * options)
	tried := func(unit, f int) bool {
		return a.g.Owner[f] != a.g.Owner[a.g.signs[unit]] && (uint64(unit*options+f)+a.o.Seed)%uint64(oneIn) == 0
	}
	named := newTally(0)
	for unit := range a.g.signs {
		for f := range options {
			if tried(unit, f) {
				named.total++
			}
		}
	}
	p.each(ctx, len(a.g.signs), func(w *worker, unit int) {
		for f := range options {
			if tried(unit, f) {
				w.unaskedSign(a.g.signs[unit], f)
				named.add(1)
			}
		}
	})
	what := "signs that are not put × options elsewhere"
	if oneIn > 1 {
		what += fmt.Sprintf(" (one in %d)", oneIn)
	}
	p.cover(what, named.done.Load(), named.total)
}

// signsPerSecond is how many pairs of a sign and an option are tried for every second of the budget: about a sixth of it.
const signsPerSecond = 500

// signsOneIn is which share of so many pairs is tried: what the options say or, where they leave it open, as many as the budget
// allows. Trying one in so many must not try the same options for every sign, so the share has no divisor but one in common with
// their number.
func (a *audit) signsOneIn(pairs int) int {
	if a.o.SignsOneIn > 0 {
		return a.o.SignsOneIn
	}
	oneIn := max(pairs/max(a.samplesOf(0, signsPerSecond), 1), 1)
	for oneIn > 1 && gcd(oneIn, len(a.g.Owner)) > 1 {
		oneIn++
	}
	return oneIn
}

func gcd(a, b int) int {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// unaskedSign gives a sign together with one option of another question.
func (w *worker) unaskedSign(sign, f int) {
	a := w.calmly(f, sign)
	w.explain(a, w.g.Names[sign]+" not put")
	w.counts[1]++
	wrong := func(sets []guide.Answers) string {
		if w.ref.evaluate(sets[0]).unasked() == guide.Yes && w.inLanes(sets[0]).level < knowledge.ClinicianFirst {
			return "a sign that is not put is named, and the level in lanes is " + w.inLanes(sets[0]).level.String()
		}
		return ""
	}
	if wrong(sets(a)) != "" {
		w.report(1, w.g.Names[sign]+" not put, in lanes", wrong, a)
	}
}

// calmly answers every question calmly, save for some options that are chosen.
func (w *worker) calmly(facts ...int) guide.Answers {
	a := guide.Answers{}
	for qi := range w.g.Questions {
		q, first := &w.g.k.Questions[qi], w.g.Questions[qi].First
		oi := q.Index(knowledge.None)
		if q.Kind != knowledge.Many {
			oi = w.space.calm[qi]
		}
		for _, f := range facts {
			if w.g.Owner[f] == qi {
				oi = f - first
			}
		}
		if oi >= 0 {
			a[q.ID] = guide.Answer{Options: []string{q.Options[oi].ID}, Value: q.Options[oi].From}
		}
	}
	return a
}

// satisfy finds answers under which all of the conditions certainly hold.
func (w *worker) satisfy(c []rules.Literal) (found guide.Answers, ok bool) {
	ok = w.space.solve(w.g, c, func(a guide.Answers) bool {
		found = a
		return w.all(a, c) == guide.Yes
	})
	return found, ok
}

// value is what a rules.Literal is worth with these answers, by the reference, and all what several are worth together.
func (w *worker) value(a guide.Answers, l rules.Literal) guide.Truth {
	return w.all(a, []rules.Literal{l})
}

func (w *worker) all(a guide.Answers, c []rules.Literal) guide.Truth {
	names := make([]string, len(c))
	for i, l := range c {
		if names[i] = w.g.Names[l.Fact()]; l.Negated() {
			names[i] = "not " + names[i]
		}
	}
	return w.ref.evaluate(a).holds(knowledge.When{names})
}

// alarm checks a red flag that holds: its level, that nothing is offered in danger, and that a walk ends accordingly.
func (w *worker) alarm(flag *knowledge.RedFlag, a guide.Answers) {
	wrong := func(sets []guide.Answers) string {
		if w.ref.evaluate(sets[0]).holds(flag.When) != guide.Yes {
			return ""
		}
		if x := w.assess(sets[0]); x.Level < flag.Level {
			return fmt.Sprintf("%s holds, which is %s, and the level is %s", flag.ID, flag.Level, x.Level)
		}
		if v := w.inLanes(sets[0]); v.level < flag.Level {
			return fmt.Sprintf("%s holds, which is %s, and the level in lanes is %s", flag.ID, flag.Level, v.level)
		}
		return ""
	}
	if wrong(sets(a)) != "" {
		w.report(1, flag.ID, wrong, a)
	}
	w.counts[1]++
	if b := w.contradicted(a); wrong(sets(b)) != "" {
		w.report(1, flag.ID+" contradicted", wrong, b)
	}
	w.explain(a, flag.ID)
	w.stopsInTime(flag.ID, a)
}

// contradicted says "none of these" as well to every list of which something is chosen. What counts stays as it was.
func (w *worker) contradicted(a guide.Answers) guide.Answers {
	for i := range w.g.k.Questions {
		q := &w.g.k.Questions[i]
		if x := a[q.ID]; q.Kind == knowledge.Many && len(x.Options) > 0 && !x.Has(knowledge.None) {
			b, err := w.g.Parse(q.ID, append([]string{knowledge.None}, x.Options...)...)
			if err != nil {
				w.reportProblem(1, fmt.Sprintf("what is chosen from %s together with none of these is refused: %v", q.ID, err))
				continue
			}
			b.Open = x.Open
			a = a.With(q.ID, b)
		}
	}
	return a
}

func sets(a ...guide.Answers) []guide.Answers { return a }

// flip makes one condition of a rule false, then leaves it open, and checks both. With the others true, an unknown one leaves
// the rule open; one with a careful answer stays true. It returns how many of the two could be made.
func (w *worker) flip(flag *knowledge.RedFlag, c []rules.Literal, l rules.Literal, a guide.Answers) (made int64) {
	for _, v := range []guide.Truth{guide.No, guide.Unknown} {
		b := w.turn(a, l, v)
		if v == guide.No && w.value(b, l) != guide.No {
			continue
		}
		made++
		w.counts[1]++
		w.counts[4]++
		w.explain(b, flag.ID+" flipped")
		open := func(sets []guide.Answers) string {
			if w.all(sets[0], c) != guide.Unknown || !flag.Level.Stops() {
				return ""
			}
			if x := w.assess(sets[0]); x.Level < knowledge.ClinicianFirst {
				return fmt.Sprintf("%s is open, and the level is %s", flag.ID, x.Level)
			}
			return ""
		}
		if open(sets(b)) != "" {
			w.report(4, flag.ID, open, b)
		}
	}
	return made
}

// turn changes answers so that a condition that holds becomes false or is left open: so is every answer behind it. What is
// negated is said instead.
func (w *worker) turn(a guide.Answers, l rules.Literal, v guide.Truth) guide.Answers {
	if l.Negated() {
		if v == guide.Unknown {
			return w.doubtful(a, l.Fact())
		}
		return w.also(a, []rules.Literal{rules.Is(l.Fact())})
	}
	for _, name := range w.ref.evaluate(a).behind(w.g.Names[l.Fact()]) {
		f := slices.Index(w.g.Names, name)
		if v == guide.Unknown {
			a = w.doubtful(a, f)
		} else {
			a = w.otherwise(a, f, l)
		}
	}
	return a
}

// also says, on top of answers, what makes conditions true; of a single choice it takes another option.
func (w *worker) also(a guide.Answers, c []rules.Literal) guide.Answers {
	b, _ := w.satisfy(c)
	for id, x := range b {
		q, y := w.g.Question(id), a[id]
		switch {
		case len(y.Options) == 0 || y.Has(knowledge.None) || q.Kind != knowledge.Many:
			a = a.With(id, x)
		case !x.Has(knowledge.None):
			options := slices.Clone(y.Options)
			for _, o := range x.Options {
				if !y.Has(o) {
					options = append(options, o)
				}
			}
			a = a.With(id, guide.Answer{Options: options, Open: y.Open})
		}
	}
	return a
}

// otherwise takes an answer back so that a condition is false: of a single choice, another is chosen that does that.
func (w *worker) otherwise(a guide.Answers, f int, l rules.Literal) guide.Answers {
	qi := w.g.Owner[f]
	q := &w.g.k.Questions[qi]
	for oi := 0; q.Kind != knowledge.Many && oi < len(q.Options); oi++ {
		b := a.With(q.ID, guide.Answer{Options: []string{q.Options[oi].ID}, Value: q.Options[oi].From})
		if w.value(b, l) == guide.No {
			return b
		}
	}
	return w.unsaid(a, f)
}

// doubtful leaves an option open.
func (w *worker) doubtful(a guide.Answers, f int) guide.Answers {
	if f >= len(w.g.Owner) {
		for _, m := range w.g.Derived[f-len(w.g.Owner)].Of {
			a = w.doubtful(a, m)
		}
		return a
	}
	qi := w.g.Owner[f]
	q := &w.g.k.Questions[qi]
	o := q.Options[f-w.g.Questions[qi].First].ID
	if q.Kind != knowledge.Many || o == knowledge.None {
		return a.With(q.ID, guide.Answer{Unsure: true})
	}
	x := w.unsaid(a, f)[q.ID]
	x, err := w.g.LeaveOpen(x, q.ID, o)
	if err != nil {
		return a
	}
	return a.With(q.ID, x)
}

// unsaid takes an option back; of a single choice, another is chosen.
func (w *worker) unsaid(a guide.Answers, f int) guide.Answers {
	qi := w.g.Owner[f]
	q, first := &w.g.k.Questions[qi], w.g.Questions[qi].First
	o := q.Options[f-first].ID
	x := a[q.ID]
	if q.Kind == knowledge.Many {
		is := func(id string) bool { return id == o }
		options, open := slices.DeleteFunc(slices.Clone(x.Options), is), slices.DeleteFunc(slices.Clone(x.Open), is)
		if len(options) == 0 && q.Option(knowledge.None) != nil && o != knowledge.None {
			options = []string{knowledge.None}
		}
		return a.With(q.ID, guide.Answer{Options: options, Open: open})
	}
	for _, oi := range []int{w.space.calm[qi], 0, 1} {
		if oi < len(q.Options) && first+oi != f {
			return a.With(q.ID, guide.Answer{Options: []string{q.Options[oi].ID}, Value: q.Options[oi].From})
		}
	}
	return a.Without(q.ID)
}

// history checks every history item × therapy: no, unknown and yes, where it hurts and elsewhere, and in and out of every
// region that its verdicts apply to.
func (a *audit) history(ctx context.Context, p *phase) {
	if a.g.history < 0 {
		return
	}
	c := &a.g.Questions[a.g.history]
	options := a.g.k.Questions[a.g.history].Options
	n := int64(0)
	for _, o := range options {
		if o.ID != knowledge.None {
			n++
		}
	}
	total := n * int64(len(a.g.k.Therapies))
	p.each(ctx, len(options), func(w *worker, unit int) {
		if options[unit].ID == knowledge.None {
			return
		}
		w.item(c.First+unit, nil)
		for _, place := range slices.Concat(a.g.Literals(options[unit].Places), w.inAndOut(&options[unit])) {
			w.item(c.First+unit, []rules.Literal{place})
		}
		p.tell(p.done.Add(int64(len(a.g.k.Therapies))), total)
	})
	p.cover("history items × therapies (yes, unknown, no)", p.done.Load(), total)
}

// inAndOut returns, for each region that the verdicts on a history option apply to, the places for which hands work on it, and
// one for which they do not.
func (w *worker) inAndOut(o *knowledge.Option) []rules.Literal {
	var out []rules.Literal
	for i := range w.g.k.Regions {
		r := &w.g.k.Regions[i]
		spoken := slices.ContainsFunc(w.g.k.Therapies, func(t knowledge.Therapy) bool { return w.ref.verdicts[t.ID][o.ID].RegionOf(o) == r.ID })
		if !spoken {
			continue
		}
		worked := w.g.Literals(w.g.k.WorkedOn(r))
		out = append(out, worked...)
		qi := w.g.Owner[worked[0].Fact()] // the question of places
		for oi := range w.g.k.Questions[qi].Options {
			if l := rules.Is(w.g.Program.Questions[qi].First + oi); !slices.Contains(worked, l) {
				out = append(out, l)
				break
			}
		}
	}
	return out
}

// item checks one history item for all therapies, with the pain in a place or, without one, nowhere.
func (w *worker) item(f int, place []rules.Literal) {
	name := w.g.Names[f]
	yes, ok := w.satisfy(append([]rules.Literal{rules.Is(f)}, place...))
	if !ok {
		if place == nil {
			w.reportProblem(9, name+" can never be said: no answers bring it up")
		}
		return
	}
	unknown, no := w.doubtful(yes, f), w.unsaid(yes, f)
	for _, a := range []guide.Answers{no, unknown, yes} {
		w.explain(a, name)
	}
	w.counts[2] += int64(len(w.g.k.Therapies))
	w.counts[3] += 2 * int64(len(w.g.k.Therapies))
	w.counts[4] += int64(len(w.g.k.Therapies))
	for _, pair := range [][]guide.Answers{{no, unknown}, {unknown, yes}} {
		if w.milderExplained(pair) != "" {
			w.report(3, "history "+name, w.milderExplained, pair...)
		}
		if w.milderInLanes(pair) != "" {
			w.report(3, "history in lanes "+name, w.milderInLanes, pair...)
		}
	}
	if w.lighter(sets(unknown, yes)) != "" {
		w.report(4, "history "+name, w.lighter, unknown, yes)
	}
}

// lighter finds a therapy that a yes withholds, and that is not even a caution while the answer is open.
func (w *worker) lighter(pair []guide.Answers) string {
	unknown, yes := w.explained(pair[0]), w.explained(pair[1])
	if yes.level > unknown.level {
		return ""
	}
	for ti, v := range yes.of {
		if yes.shown[ti] && unknown.shown[ti] && v >= knowledge.AskFirst && unknown.of[ti] == knowledge.OK {
			return fmt.Sprintf("%s: %s is %s; left open it is %s", w.difference(pair[0], pair[1]), w.g.k.Therapies[ti].ID, v, unknown.of[ti])
		}
	}
	return ""
}
