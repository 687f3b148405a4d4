// Package audit looks for answers for which the guide breaks one of the ten invariants of the design. [Run] goes through the answer
// space and returns a [Report]: what was checked, how much of the space was covered, and the smallest counterexamples that were
// found. Phases lists the parts that Options can choose from.
//
// It knows the guide from outside only. It numbers the facts itself, and its reference evaluator reads the rules as they are
// written, so that a mistake in the guide's own evaluators is not repeated here.
package audit

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"knead/guide"
)

// Run checks the ten invariants of the design over the answer space, and reports what it covered and every counterexample it
// found. The order is fixed, and the same for the same Seed:
//
//  1. knowledge: what every therapy says about every pattern and every history item (10)
//  2. red flags: every alternative of every rule, made true, then with each of its conditions false and unknown (1, 4, 6);
//     every sign that is not asked of everybody, given without being asked, with every option of the other questions (1, 4, 6)
//  3. history: every item × therapy, yes, unknown and no (2, 4, 6)
//  4. questions: a walk reaches every question and option, and every page can be answered, left, and gone back from (5, 9)
//  5. options alone in every base context (place × duration × severity band), then pairs of them in every place × duration,
//     each yes and unknown, with the other questions answered calmly, with follow-up questions answered alarmingly, and with
//     the others not answered at all (there both of a pair are yes) (2, 3, 4, 7)
//  6. samples: random answers explained and compared (all), walked through in shuffled orders, with changes and going back
//     (8), and each answer replaced by every other, by "not sure" and by none (3, 4, 5)
//  7. triples of options in every place × duration, as far as the budget allows, in an order that depends on the seed (2, 3, 7)
//
// Everything but the triples is always complete, and the number of samples grows with the budget, not with the speed. The error
// is the context's; the report then includes the progress so far.
func Run(ctx context.Context, g *guide.Guide, o Options) (Report, error) {
	return newAudit(g, o).run(ctx)
}

// Options set how much to check. The zero value is a full audit without triples.
type Options struct {
	Seed    uint64           // of the samples and of the order of the triples
	Budget  time.Duration    // when to stop checking triples, counted from the start; everything else is always finished
	Workers int              // how many goroutines work; one when 0
	Now     func() time.Time // a clock, for the budget and the speed; without it there are neither triples nor a speed
	// Progress is called now and then, never twice at once: what is being checked, and how much of it is done.
	Progress func(phase string, done, total int64)
	Phases   []string // the phases to run, as Phases names them; all when empty
	// SignsOneIn tries one of so many pairs of a sign that is not put and an option elsewhere, other ones for another Seed; as
	// many as the budget allows when 0. There are more than 300,000 of them: all take a budget of ten minutes.
	SignsOneIn int
}

// Phases names the phases of an audit, in their order.
func Phases() []string {
	return []string{"knowledge", "red-flags", "history", "questions", "alone", "pairs", "samples", "triples"}
}

// Report is what an audit covered and found.
type Report struct {
	Seed            uint64
	Invariants      []Checked // the ten, in order, then the agreement of the three ways to assess
	Coverage        []Covered
	Counterexamples []Counterexample // by invariant, at most ten for each
	Evaluations     int64            // full assessments in lanes
	Explained       int64            // full assessments with reasons
	Elapsed         time.Duration
}

// PerSecond is the number of full assessments per second, of both kinds; 0 without a clock.
func (r Report) PerSecond() float64 {
	if r.Elapsed <= 0 {
		return 0
	}
	return float64(r.Evaluations+r.Explained) / r.Elapsed.Seconds()
}

// Checked is one invariant: how often it was checked, and how many counterexamples were kept (after some, no more are looked
// for).
type Checked struct {
	Number int
	Name   string
	Checks int64
	Failed int
}

// Covered is one part of the answer space, and how much of it was gone through.
type Covered struct {
	What        string
	Done, Total int64
}

// Counterexample is a set of answers for which an invariant fails, as small as could be found.
type Counterexample struct {
	Invariant int
	Problem   string
	Answers   []string // as Lines writes them
	Before    []string // the answers it is compared with, when it takes two sets
}

// The names of the invariants, by number; 0 is that guide.Batch, guide.Assess, and the reference agree.
var invariants = []string{
	"the three ways to assess agree", "danger first", "no unsafe match", "monotone", "unknown is not no", "nothing by accident",
	"always a because", "never empty-handed", "order does not matter", "no dead end", "honest",
}

// audit is one run. Workers share it.
type audit struct {
	g       *numbered
	ref     *reference
	o       Options
	try     subject
	space   *space
	started time.Time
	checks  [11]atomic.Int64
	lanes   atomic.Int64 // assessments in lanes
	full    atomic.Int64 // explained assessments

	mu       sync.Mutex
	found    map[string]*Counterexample
	kept     [11]int
	coverage []Covered
	told     time.Time
}

// subject is what is being audited: the guide's own behaviour, or, in a test, a broken one.
type subject struct {
	assess func(guide.Answers) guide.Assessment
	run    func(*guide.Batch)
	touch  func(l *guide.Batch, question int)
	start  func() guide.Interview
	answer func(guide.Interview, string, guide.Answer) guide.Interview
	next   func(guide.Interview) (guide.Interview, error)
	back   func(guide.Interview) guide.Interview
	change func(guide.Interview, string) guide.Interview
}

func newAudit(g *guide.Guide, o Options) *audit {
	o.Workers = max(o.Workers, 1)
	b := newReference(g.Knowledge())
	n := number(g, b)
	return &audit{
		g: n, ref: b, o: o, space: newSpace(n), found: map[string]*Counterexample{},
		try: subject{
			assess: g.Assess, run: (*guide.Batch).Update, touch: (*guide.Batch).Touch, start: g.Start, answer: guide.Interview.Answer,
			next: guide.Interview.Next, back: guide.Interview.Back, change: guide.Interview.Change,
		},
	}
}

func (a *audit) run(ctx context.Context) (Report, error) {
	if a.o.Now != nil {
		a.started = a.o.Now()
	}
	phases := []func(context.Context, *phase){a.knowledge, a.redFlags, a.history, a.questions, a.alone, a.pairs, a.samples, a.triples}
	for i, name := range Phases() {
		if len(a.o.Phases) == 0 || slices.Contains(a.o.Phases, name) {
			phases[i](ctx, &phase{audit: a, name: name})
		}
	}
	return a.report(), ctx.Err()
}

func (a *audit) report() Report {
	r := Report{Seed: a.o.Seed, Coverage: a.coverage, Evaluations: a.lanes.Load(), Explained: a.full.Load()}
	for i := range invariants {
		n := (i + 1) % len(invariants)
		r.Invariants = append(r.Invariants, Checked{n, invariants[n], a.checks[n].Load(), a.kept[n]})
	}
	for _, c := range a.found {
		r.Counterexamples = append(r.Counterexamples, *c)
	}
	slices.SortFunc(r.Counterexamples, Counterexample.compare)
	if a.o.Now != nil {
		r.Elapsed = a.o.Now().Sub(a.started)
	}
	return r
}

// late reports whether the budget is used up.
func (a *audit) late() bool { return a.o.Now == nil || a.o.Now().Sub(a.started) >= a.o.Budget }

// samplesOf is how many samples to take: so many, and so many more for every second of the budget.
func (a *audit) samplesOf(base, perSecond int) int {
	return base + int(a.o.Budget.Seconds()*float64(perSecond))
}

// phase counts how far one part of the audit has come.
type phase struct {
	*audit
	name string
	done atomic.Int64
}

// each does n units of work on all workers. A unit's number determines its work, so that the result does not depend on which
// worker does it. It stops when the context ends.
func (p *phase) each(ctx context.Context, n int, work func(w *worker, unit int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(p.o.Workers, max(n, 1)) {
		group.Go(func() {
			w := p.worker()
			defer w.settle()
			for ctx.Err() == nil {
				unit := int(next.Add(1)) - 1
				if unit >= n {
					return
				}
				work(w, unit)
			}
		})
	}
	group.Wait()
}

// cover reports a part of the answer space as gone through.
func (p *phase) cover(what string, done, total int64) {
	p.coverage = append(p.coverage, Covered{what, done, total})
}

// tell reports the phase's progress, at most ten times a second.
func (p *phase) tell(done, total int64) {
	if p.o.Progress == nil || p.o.Now == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := p.o.Now(); now.Sub(p.told) >= 100*time.Millisecond {
		p.told = now
		p.o.Progress(p.name, done, total)
	}
}

// worker is one goroutine's share: its own lanes, and counts that are added up at the end.
type worker struct {
	*audit
	l      *guide.Batch
	log    []changed
	one    *guide.Batch      // for one set of answers at a time
	yes    guide.Conclusions // scratch, as are the facts
	facts  []guide.Known
	ref    *reference
	counts [11]int64
	ran    int64 // assessments in lanes
	ex     int64 // explained ones
}

func (a *audit) worker() *worker { return &worker{audit: a, l: a.g.Batch(), ref: newReference(a.g.k)} }

// settle adds a worker's counts to the audit's.
func (w *worker) settle() {
	for i := range w.counts {
		w.checks[i].Add(w.counts[i])
	}
	w.audit.lanes.Add(w.ran)
	w.full.Add(w.ex)
}

// tally counts a part of a phase.
type tally struct {
	done  atomic.Int64
	total int64
}

func newTally(total int64) *tally { return &tally{total: total} }

func (t *tally) add(n int64) { t.done.Add(n) }
