package audit

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"knead/guide"
	"knead/guide/knowledge"
)

// auditOf audits a knowledge, with a subject broken on purpose. Its clock ticks a millisecond with every look.
func auditOf(t *testing.T, k *knowledge.Base, fault func(*numbered, *subject), o Options) Report {
	t.Helper()
	g, err := guide.New(k, "")
	if err != nil {
		t.Fatal(err)
	}
	a := newAudit(g, o)

	if fault != nil {
		fault(a.g, &a.try)
	}
	r, err := a.run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// ticking is a clock that needs no clock: it moves with every look.
func ticking(step time.Duration) func() time.Time {
	var looks atomic.Int64
	return func() time.Time { return time.Time{}.Add(time.Duration(looks.Add(1)) * step) }
}

func TestAuditFindsNothingInSoundKnowledge(t *testing.T) {
	r := auditOf(t, small(), nil, Options{Seed: 7, Workers: 2, Budget: time.Second, Now: ticking(time.Millisecond)})
	for _, c := range r.Counterexamples {
		t.Errorf("%d %s\n%q\n%q", c.Invariant, c.Problem, c.Before, c.Answers)
	}
	for _, c := range r.Invariants {
		if c.Checks == 0 {
			t.Errorf("%d %s was never checked", c.Number, c.Name)
		}
	}
	for _, c := range r.Coverage {
		if c.Done == 0 || c.Done > c.Total {
			t.Errorf("%s: %d of %d", c.What, c.Done, c.Total)
		}
		if c.Done < c.Total && !strings.Contains(c.What, "triples") && !strings.Contains(c.What, "conditions") {
			t.Errorf("%s is not complete: %d of %d", c.What, c.Done, c.Total)
		}
	}
}

// fault is something wrong with the knowledge or the engine that the audit must find, under its invariant.
type fault struct {
	invariant int
	name      string
	knowledge func(*knowledge.Base)
	engine    func(*numbered, *subject)
}

// A check that cannot fail is no check: every invariant is broken on purpose, in the knowledge or in the engine.
func TestAuditCatches(t *testing.T) {
	tests := append(warnFaults(), []fault{
		{1, "therapies offered in an emergency", nil, func(g *numbered, s *subject) {
			s.assess = func(a guide.Answers) guide.Assessment {
				x := g.Assess(a)
				if x.Level.Stops() {
					x.Matches = g.Assess(nil).Matches
				}
				return x
			}
		}},
		{1, "questions go on in an emergency", nil, func(_ *numbered, s *subject) {
			s.next = func(i guide.Interview) (guide.Interview, error) {
				on, err := i.Next()
				if err == nil && on.Page() == guide.StopPage {
					on = on.Guide().At(on.Answers(), guide.ReviewPage)
				}
				return on, err
			}
		}},
		{1, "an emergency that waits for the next page", nil, func(g *numbered, s *subject) {
			s.next = func(i guide.Interview) (guide.Interview, error) {
				on, err := i.Next()
				if err == nil && on.Page() == guide.StopPage && i.Page() == "chest" {
					on = on.Guide().At(on.Answers(), "time")
				}
				return on, err
			}
		}},
		{1, "a red flag that lowers nothing", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) { x.Level = min(x.Level, knowledge.Urgent) })
		}},
		{1, "a red flag that can never hold", func(k *knowledge.Base) {
			flagIn(k, "lung").When = knowledge.When{{"chest/breathing", "chest/pressure"}}
		}, nil},
		{2, "what is to be avoided fits", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for i := range x.Matches {
					x.Matches[i].Fit = knowledge.FitGood
				}
			})
		}},
		{2, "an indication outweighs what is to be avoided", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for i := range x.Matches {
					if m := &x.Matches[i]; m.Verdict == knowledge.Avoid && len(m.For) > 1 {
						m.Verdict, m.Fit = knowledge.Caution, knowledge.FitPossible
					}
				}
			})
		}},
		{2, "what is to be avoided fits in lanes", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				for ti := range l.Fits {
					l.Fits[ti][0] = guide.EveryLane
				}
			}
		}},
		{3, "a sign that lowers a level", func(k *knowledge.Base) {
			flagIn(k, "infection").When = knowledge.When{{"is/spine", "ill/fever", "not now/numb"}}
		}, nil},
		{3, "what settles is not marked", func(k *knowledge.Base) {
			questionIn(k, "ill").Option("cold").Settles = false
		}, nil},
		{3, "a sign that hides a question", func(k *knowledge.Base) {
			questionIn(k, "chest").AskWhen = knowledge.When{{"now/chest", "not now/numb"}}
			flagIn(k, "heart").When = knowledge.When{{"chest/pressure"}}
		}, nil},
		{3, "more history, milder verdict", nil, func(g *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				both := l.Facts[slices.Index(g.Names, "history/clot")].Yes & l.Facts[slices.Index(g.Names, "history/thinner")].Yes
				for ti := range l.Verdicts {
					l.Verdicts[ti][knowledge.Avoid-1] &^= both
				}
			}
		}},
		{4, "an open sign is absent", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				if len(x.Concerns) == 0 {
					x.Level = knowledge.SelfCare
				}
			})
		}},
		{4, "an open sign is not listed", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) { x.Open = nil })
		}},
		{4, "an open sign is absent in lanes", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				l.Levels[knowledge.ClinicianFirst] &^= l.Open
			}
		}},
		{4, "an open history item is no caution", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for i := range x.Matches {
					if m := &x.Matches[i]; m.Verdict == knowledge.Caution {
						m.Verdict = knowledge.OK
					}
				}
			})
		}},
		{4, "not sure is no", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				unsure := append([]uint64(nil), l.Unsure...)
				l.Everything()
				for qi := range l.Unsure {
					l.Given[qi] |= l.Unsure[qi]
					l.Unsure[qi] = 0
				}
				l.Update()
				for qi := range unsure {
					l.Given[qi] &^= unsure[qi]
				}
				copy(l.Unsure, unsure)
			}
		}},
		{5, "going on without an answer", nil, func(_ *numbered, s *subject) {
			s.next = func(i guide.Interview) (guide.Interview, error) {
				on, err := i.Next()
				if err != nil {
					for _, q := range i.Questions() {
						i = i.Answer(q.ID, guide.Answer{Options: []string{q.Options[len(q.Options)-1].ID}})
					}
					return i.Next()
				}
				return on, err
			}
		}},
		{5, "going on from half an answer", nil, func(_ *numbered, s *subject) {
			s.next = func(i guide.Interview) (guide.Interview, error) {
				for id, x := range i.Answers() {
					if len(x.Open) > 0 && len(x.Options) == 0 {
						x.Options = []string{knowledge.None}
						i = i.Answer(id, x)
					}
				}
				return i.Next()
			}
		}},
		{5, "none is chosen beforehand", nil, func(g *numbered, s *subject) {
			s.start = func() guide.Interview {
				return g.Start().Answer("now", guide.Answer{Options: []string{knowledge.None}})
			}
		}},
		{5, "no answer is no", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				given := append([]uint64(nil), l.Given...)
				l.Everything()
				for qi := range l.Given {
					l.Given[qi] |= ^l.Unsure[qi]
				}
				l.Update()
				copy(l.Given, given)
			}
		}},
		{6, "a caution without its answers", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for i := range x.Matches {
					for j := range x.Matches[i].Cautions {
						x.Matches[i].Cautions[j].Because = nil
					}
				}
			})
		}},
		{6, "a fit without a reason", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for i := range x.Matches {
					x.Matches[i].For = nil
				}
			})
		}},
		{6, "a concern without its answers", func(k *knowledge.Base) {
			flagIn(k, "numb").When = knowledge.When{{"not where/none", "not ill/cold"}}
		}, nil},
		{6, "a verdict from nowhere", func(k *knowledge.Base) {
			k.Therapies[0].Verdicts[0].Sources, k.Therapies[0].Verdicts[0].Status = nil, 0
		}, nil},
		{6, "a concern from nowhere", func(k *knowledge.Base) {
			flagIn(k, "numb").Sources, flagIn(k, "numb").Status = nil, 0
		}, nil},
		{7, "nothing to do next", func(k *knowledge.Base) {
			k.Levels[knowledge.SelfCare].Advice = ""
		}, nil},
		{7, "nothing to do in danger", func(k *knowledge.Base) {
			k.Levels[knowledge.Emergency].Advice = ""
		}, nil},
		{8, "the first answer counts more", nil, func(_ *numbered, s *subject) {
			s.answer = func(i guide.Interview, q string, a guide.Answer) guide.Interview {
				if len(i.Answers()) == 0 && !i.Changing() && q == "severity" {
					a = guide.Answer{Unsure: true}
				}
				return i.Answer(q, a)
			}
		}},
		{8, "answers put aside count", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				if len(x.Aside) > 0 {
					x.Level = max(x.Level, knowledge.ClinicianFirst)
				}
			})
		}},
		{9, "a question that is never asked", func(k *knowledge.Base) {
			questionIn(k, "ill").AskWhen = knowledge.When{{"now/ill", "now/none"}}
		}, nil},
		{9, "an option that is never offered", func(k *knowledge.Base) {
			questionIn(k, "history").Option("rash").ShowWhen = knowledge.When{{"chest/movement", "chest/breathing"}}
		}, nil},
		{9, "a list without none", func(k *knowledge.Base) {
			q := questionIn(k, "feel")
			q.Options = q.Options[:2]
		}, nil},
		{9, "going back loses answers", nil, func(_ *numbered, s *subject) {
			s.back = func(i guide.Interview) guide.Interview {
				j := i.Back()
				return j.Guide().At(j.Answers().Without("where"), j.Page())
			}
		}},
		{9, "going back goes nowhere", nil, func(_ *numbered, s *subject) {
			s.back = func(i guide.Interview) guide.Interview { return i }
		}},
		{9, "a page that cannot be left", nil, func(_ *numbered, s *subject) {
			s.next = func(i guide.Interview) (guide.Interview, error) {
				if i.Answers()["ill"].Unsure {
					return i, guide.ErrUnanswered
				}
				return i.Next()
			}
		}},
		{9, "pages in a circle", nil, func(_ *numbered, s *subject) {
			s.next = func(i guide.Interview) (guide.Interview, error) {
				on, err := i.Next()
				if on.Page() == "severity" {
					on = on.Guide().At(on.Answers(), "where")
				}
				return on, err
			}
		}},
		{10, "a therapy that says nothing of a pattern", func(k *knowledge.Base) {
			k.Therapies[1].Evidence = k.Therapies[1].Evidence[:1]
		}, nil},
		{10, "a finding that no verified source stands behind", func(k *knowledge.Base) {
			k.Therapies[0].Evidence[0].Sources = []string{"hearsay"}
		}, nil},
		{10, "a certainty nobody knows", func(k *knowledge.Base) {
			k.Therapies[0].Evidence[0].Certainty = knowledge.CertaintyHigh + 1
		}, nil},
		{10, "bad points left out", func(k *knowledge.Base) {
			k.Therapies[0].Glance.Weak = ""
		}, nil},
		{10, "verified without a source", func(k *knowledge.Base) {
			k.Therapies[0].Verdicts[0].Sources = nil
		}, nil},
		{10, "evidence of another pattern", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				for i := range x.Matches {
					x.Matches[i].Evidence = &x.Matches[i].Therapy.Evidence[0]
				}
			})
		}},
		{10, "a better word below a worse one", nil, func(_ *numbered, s *subject) {
			s.assess = wrap(s.assess, func(x *guide.Assessment) {
				if n := len(x.Matches); n > 1 && x.Matches[n-1].Verdict == knowledge.OK {
					x.Matches[n-1].Fit, x.Matches[n-2].Fit = knowledge.FitStrong, knowledge.FitNone
				}
			})
		}},
		{0, "lanes forget a therapy's verdict", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				l.Verdicts[0] = guide.Steps{}
			}
		}},
		{0, "lanes show what is made for others", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				l.Shown[1] = guide.EveryLane
			}
		}},
		{0, "lanes take the last pattern", nil, func(_ *numbered, s *subject) {
			s.run = func(l *guide.Batch) {
				l.Update()
				left := guide.EveryLane
				for i := len(l.Looks) - 1; i >= 0; i-- {
					l.Patterns[i] = l.Looks[i] & left
					left &^= l.Looks[i]
				}
			}
		}},
		{0, "lanes keep what has changed", nil, func(g *numbered, s *subject) {
			s.touch = func(l *guide.Batch, question int) {
				if g.k.Questions[question].ID != "matters" {
					l.Touch(question)
				}
			}
		}},
		{0, "lanes rule out a region for the whole body", nil, func(g *numbered, s *subject) {
			thinner := slices.Index(g.Names, "history/thinner")
			s.run = func(l *guide.Batch) {
				l.Update()
				l.Verdicts[0][knowledge.AskFirst-1] |= l.Facts[thinner].Yes
				l.Verdicts[0][knowledge.Caution-1] |= l.Facts[thinner].Yes
			}
		}},
		{0, "the explained way and the lanes forget a region alike", nil, func(g *numbered, s *subject) {
			k := *g.k
			k.Regions = slices.Clone(k.Regions)
			k.Regions[0].Places = k.Regions[0].Places[:1]
			g.spoil(s, &k)
		}},
		{0, "the explained way and the lanes drop a rule alike", nil, func(g *numbered, s *subject) {
			k := *g.k
			k.RedFlags = slices.Clone(k.RedFlags)
			k.RedFlags[4].When = nil
			g.spoil(s, &k)
		}},
	}...)
	for _, test := range tests {
		t.Run(strings.ReplaceAll(test.name, " ", "-"), func(t *testing.T) {
			t.Parallel()
			k := small()
			if test.knowledge != nil {
				test.knowledge(k)
			}
			g, err := guide.New(k, "")
			if err != nil {
				t.Fatal(err)
			}
			var found []Counterexample
			for _, phase := range Phases() {
				r := auditOf(t, k, test.engine, Options{Seed: 3, Phases: []string{phase}})
				for _, c := range r.Counterexamples {
					for _, lines := range [][]string{c.Answers, c.Before} {
						if _, err := g.ParseLines(lines); err != nil {
							t.Errorf("%s: its answers cannot be read: %v", c.Problem, err)
						}
					}
					if c.Invariant == test.invariant {
						return
					}
				}
				found = append(found, r.Counterexamples...)
			}
			t.Errorf("invariant %d (%s) is broken, and the audit found %v", test.invariant, invariants[test.invariant], found)
		})
	}
}

// spoil has the audit look at a guide that was made of other knowledge than the reference reads.
func (n *numbered) spoil(s *subject, k *knowledge.Base) {
	g, err := guide.New(k, "")
	if err != nil {
		panic(err)
	}
	n.Guide, s.assess, s.start = g, g.Assess, g.Start
}

func wrap(assess func(guide.Answers) guide.Assessment, spoil func(*guide.Assessment)) func(guide.Answers) guide.Assessment {
	return func(a guide.Answers) guide.Assessment {
		x := assess(a)
		spoil(&x)
		return x
	}
}

func TestAuditShrinks(t *testing.T) {
	k := small()
	flagIn(k, "infection").When = knowledge.When{{"is/spine", "ill/fever", "not now/numb"}}
	r := auditOf(t, k, nil, Options{Phases: []string{"samples"}})
	for _, c := range r.Counterexamples {
		if c.Invariant == 3 {
			if len(c.Answers) > 4 || len(c.Before) == 0 {
				t.Errorf("%s: could be smaller: %q after %q", c.Problem, c.Answers, c.Before)
			}
			return
		}
	}
	t.Error("nothing found to shrink")
}

// The seed decides what is checked, and not how many work on it.
func TestAuditRepeats(t *testing.T) {
	run := func(workers int, seed uint64) Report {
		return auditOf(t, small(), nil, Options{Seed: seed, Workers: workers})
	}
	one, two, other := run(1, 5), run(2, 5), run(1, 6)
	if !reflect.DeepEqual(one, two) {
		t.Errorf("one worker reports\n%+v\ntwo report\n%+v", one, two)
	}
	if one.Explained == other.Explained && one.Evaluations == other.Evaluations && reflect.DeepEqual(one.Invariants, other.Invariants) {
		t.Error("another seed checks the same")
	}
}

func TestAuditStops(t *testing.T) {
	g, err := guide.New(small(), "")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, err := Run(ctx, g, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
	for _, c := range r.Coverage {
		if strings.Contains(c.What, "pairs") && c.Done == c.Total {
			t.Error("the pairs are told as complete")
		}
	}
}

func TestAuditTellsProgress(t *testing.T) {
	told := map[string]bool{}
	r := auditOf(t, small(), nil, Options{Now: ticking(200 * time.Millisecond), Budget: time.Second, Progress: func(phase string, done, total int64) {
		told[phase] = true
		if done > total {
			t.Errorf("%s: %d of %d", phase, done, total)
		}
	}})
	if len(told) < 3 || r.Elapsed <= 0 || r.PerSecond() <= 0 {
		t.Errorf("told of %v, elapsed %v, %v a second", told, r.Elapsed, r.PerSecond())
	}
}
