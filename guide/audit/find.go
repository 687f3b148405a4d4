package audit

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// keep is how many counterexamples are kept for each invariant.
const keep = 10

// random is a source of randomness of its own for each unit of work, so that the work does not depend on who does it.
func random(seed, unit uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, unit)) }

// report records that an invariant fails for some answers (one set, or one and the set before it that it is compared with). If
// the problem can be reproduced, it shrinks the answers and keeps them, once for each key.
func (w *worker) report(invariant int, key string, problem func([]guide.Answers) string, sets ...guide.Answers) {
	key = fmt.Sprintf("%d %s", invariant, key)
	if w.known(invariant, key) || problem(sets) == "" {
		return
	}
	sets = w.shrink(sets, problem)
	c := &Counterexample{Invariant: invariant, Problem: problem(sets), Answers: w.g.Lines(sets[len(sets)-1])}
	if len(sets) > 1 {
		c.Before = append([]string{}, w.g.Lines(sets[0])...) // also when nothing is said in them
	}
	w.keepOne(invariant, key, c)
}

// reportProblem records a problem that does not depend on answers.
func (w *worker) reportProblem(invariant int, problem string) {
	w.keepOne(invariant, fmt.Sprintf("%d %s", invariant, problem), &Counterexample{Invariant: invariant, Problem: problem})
}

func (a *audit) known(invariant int, key string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.found[key] != nil || a.kept[invariant] >= keep
}

func (a *audit) keepOne(invariant int, key string, c *Counterexample) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, d := range a.found { // another way to the same
		if d.Problem == c.Problem && slices.Equal(d.Answers, c.Answers) && slices.Equal(d.Before, c.Before) {
			return
		}
	}
	if a.kept[invariant] < keep {
		a.kept[invariant]++
		a.found[key] = c
	}
}

func (c Counterexample) compare(d Counterexample) int {
	return cmp.Or(
		cmp.Compare((c.Invariant+10)%11, (d.Invariant+10)%11), cmp.Compare(c.Problem, d.Problem), slices.Compare(c.Answers, d.Answers),
	)
}

// shrink takes out, as long as the problem stays, whole questions and then single options that all sets have in common.
func (w *worker) shrink(sets []guide.Answers, problem func([]guide.Answers) string) []guide.Answers {
	for again := true; again; {
		again = false
		try := func(smaller []guide.Answers) bool {
			if smaller == nil || problem(smaller) == "" {
				return false
			}
			sets, again = smaller, true
			return true
		}
		for qi := range w.g.k.Questions {
			q := &w.g.k.Questions[qi]
			if try(lessQuestion(sets, q.ID)) {
				continue
			}
			for oi := range q.Options {
				try(lessOption(sets, q, q.Options[oi].ID))
			}
		}
	}
	return sets
}

// lessQuestion takes a question out of all sets, if they all say the same of it.
func lessQuestion(sets []guide.Answers, question string) []guide.Answers {
	first, given := sets[0][question]
	if !given {
		return nil
	}
	out := make([]guide.Answers, len(sets))
	for i, a := range sets {
		if x, ok := a[question]; !ok || !same(first, x) {
			return nil
		}
		out[i] = a.Without(question)
	}
	return out
}

func same(a, b guide.Answer) bool {
	return a.Unsure == b.Unsure && a.Value == b.Value && slices.Equal(a.Options, b.Options) && slices.Equal(a.Open, b.Open) &&
		slices.Equal(a.Dropped, b.Dropped)
}

// lessOption removes an option of a list from all sets, chosen or left open, if all of them contain it.
func lessOption(sets []guide.Answers, q *knowledge.Question, option string) []guide.Answers {
	if q.Kind != knowledge.Many || option == knowledge.None {
		return nil
	}
	out := make([]guide.Answers, len(sets))
	for i, a := range sets {
		x := a[q.ID]
		is := func(id string) bool { return id == option }
		options, open := slices.DeleteFunc(slices.Clone(x.Options), is), slices.DeleteFunc(slices.Clone(x.Open), is)
		if len(options) == len(x.Options) && len(open) == len(x.Open) {
			return nil
		}
		if len(options) == 0 && len(x.Options) > 0 && q.Option(knowledge.None) != nil {
			options = []string{knowledge.None}
		}
		out[i] = a.With(q.ID, guide.Answer{Options: options, Open: open})
	}
	return out
}

// verdicts is one set of answers' conclusions, by therapy.
type verdicts struct {
	level   knowledge.Level
	pattern *knowledge.Pattern
	shown   []bool
	of      []knowledge.Verdict
	fit     []knowledge.Fit
}

// inLanes assesses one set of answers on the fast path.
func (w *worker) inLanes(a guide.Answers) verdicts {
	if w.one == nil {
		w.one = w.g.Batch()
	}
	w.one.Set(0, a)
	w.one.Everything()
	w.try.run(w.one)
	w.ran++
	v := verdicts{level: w.one.Level(0), pattern: w.one.Pattern(0)}
	for ti := range w.g.k.Therapies {
		verdict, fit, shown := w.one.Match(0, ti)
		v.shown, v.of, v.fit = append(v.shown, shown), append(v.of, verdict), append(v.fit, fit)
	}
	return v
}

// explained assesses one set of answers the explained way.
func (w *worker) explained(a guide.Answers) verdicts {
	x := w.assess(a)
	return w.verdictsOf(&x)
}

func (w *worker) verdictsOf(x *guide.Assessment) verdicts {
	n := len(w.g.k.Therapies)
	v := verdicts{x.Level, x.Pattern, make([]bool, n), make([]knowledge.Verdict, n), make([]knowledge.Fit, n)}
	for i := range x.Matches {
		ti := w.ref.therapies[x.Matches[i].Therapy]
		v.shown[ti], v.of[ti], v.fit[ti] = true, x.Matches[i].Verdict, x.Matches[i].Fit
	}
	return v
}

func (w *worker) assess(a guide.Answers) guide.Assessment {
	w.ex++
	return w.try.assess(a)
}

// milder says in what way after is milder than before, if it is.
func (w *worker) milder(before, after verdicts) string {
	if after.level < before.level {
		return fmt.Sprintf("the level goes from %s to %s", before.level, after.level)
	}
	for ti, v := range after.of {
		if before.shown[ti] && after.shown[ti] && v < before.of[ti] {
			return fmt.Sprintf("%s goes from %s to %s", w.g.k.Therapies[ti].ID, before.of[ti], v)
		}
	}
	return ""
}

// milderInLanes is the problem of adding to answers and getting something milder.
func (w *worker) milderInLanes(sets []guide.Answers) string {
	return w.added(sets, w.milder(w.inLanes(sets[0]), w.inLanes(sets[1])))
}

// milderExplained is the same, assessed the explained way.
func (w *worker) milderExplained(sets []guide.Answers) string {
	return w.added(sets, w.milder(w.explained(sets[0]), w.explained(sets[1])))
}

// added describes a change for the milder together with the answers that were added. It returns "" if the change is allowed: an
// answer that settles was added; an answer that had been set aside returned, so that there were two changes; an answer was set
// aside because another question replaced its own; or a sign that had contradicted the other answers no longer does.
func (w *worker) added(sets []guide.Answers, change string) string {
	if change == "" {
		return ""
	}
	before, after := w.ref.evaluate(sets[0]), w.ref.evaluate(sets[1])
	for _, f := range w.space.settles {
		if name := w.g.Names[f]; after.fact(name) == guide.Yes && before.fact(name) != guide.Yes {
			return ""
		}
	}
	for _, f := range w.g.signs {
		if name := w.g.Names[f]; before.uncalled(name) && !after.uncalled(name) && after.fact(name) >= before.fact(name) {
			return ""
		}
	}
	for qi := range w.g.Questions {
		q := &w.g.k.Questions[qi]
		if x := sets[0][q.ID]; q.Kind != knowledge.Many && len(x.Options) > 0 && same(x, sets[1][q.ID]) &&
			!before.offered(q, x.Options[0]) && after.offered(q, x.Options[0]) {
			return ""
		}
	}
	if w.replaced(sets, before, after) {
		return ""
	}
	return w.difference(sets[0], sets[1]) + ": " + change
}

// replaced reports whether a question that was answered gave way to another: the interview asks that one next.
func (w *worker) replaced(sets []guide.Answers, before, after *evaluation) bool {
	gone, asked := false, false
	for qi := range w.g.Questions {
		q := &w.g.k.Questions[qi]
		was, is := before.applies(q), after.applies(q)
		gone = gone || sets[1][q.ID].Given() && was != guide.No && is == guide.No
		asked = asked || was != guide.Yes && is == guide.Yes
	}
	return gone && asked
}

// difference names the answers that only the second set has.
func (w *worker) difference(before, after guide.Answers) string {
	had := w.g.Lines(before)
	var more []string
	for _, line := range w.g.Lines(after) {
		if !slices.Contains(had, line) {
			more = append(more, line)
		}
	}
	if len(more) == 0 {
		return "with less said"
	}
	return "with " + strings.Join(more, "; ")
}

func (w *worker) fitsInSpite(sets []guide.Answers) string {
	v := w.inLanes(sets[0])
	for ti := range v.of {
		if v.shown[ti] && v.of[ti] == knowledge.Avoid && v.fit[ti] > knowledge.FitNone {
			return w.g.k.Therapies[ti].ID + " is to be avoided, and fits"
		}
	}
	return ""
}

func (w *worker) openAtSelfCare(sets []guide.Answers) string {
	if w.inLanes(sets[0]).level > knowledge.SelfCare {
		return ""
	}
	r := w.ref.evaluate(sets[0])
	for i := range w.g.k.RedFlags {
		if f := &w.g.k.RedFlags[i]; f.Level.Stops() && r.holds(f.When) == guide.Unknown {
			return f.ID + " is open, and the level is self-care"
		}
	}
	return ""
}

func (w *worker) emptyHanded(sets []guide.Answers) string {
	v := w.inLanes(sets[0])
	usable := false
	for ti := range v.of {
		usable = usable || v.shown[ti] && v.of[ti] <= knowledge.Caution
	}
	if v.level == knowledge.SelfCare && v.pattern == nil && !usable && w.g.Level(knowledge.SelfCare).Advice == "" {
		return "no advice, no pattern and no therapy that can be used"
	}
	return ""
}
