package guide_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
)

var full = builtin.Guide()

// answerAny makes up answers of every sort, whether or not their questions apply: chosen, none, unsure, left open, missing.
// Silence is the share of questions without an answer, of ten.
func answerAny(r *rand.Rand, g *guide.Guide, silence int) guide.Answers {
	a := guide.Answers{}
	for _, q := range g.Knowledge().Questions {
		var x guide.Answer
		switch n := r.IntN(10); {
		case n < silence:
			continue
		case n == 9:
			a[q.ID] = guide.Answer{Unsure: true}
			continue
		}
		if q.Kind != knowledge.Many {
			o := q.Options[r.IntN(len(q.Options))]
			a[q.ID] = guide.Answer{Options: []string{o.ID}, Value: o.From}
			continue
		}
		few := 1 + r.IntN(len(q.Options))
		for _, o := range q.Options {
			switch n := r.IntN(4 * few); {
			case o.ID == knowledge.None:
			case n < 3:
				x.Options = append(x.Options, o.ID)
			case n == 3:
				x.Open = append(x.Open, o.ID)
			}
		}
		if len(x.Options) == 0 && r.IntN(8) > 0 {
			x.Options = []string{knowledge.None}
		}
		if len(x.Options) > 0 && !x.Has(knowledge.None) && r.IntN(10) == 0 {
			x.Dropped = []string{knowledge.None}
		}
		if x.Given() {
			a[q.ID] = x
		}
	}
	return a
}

// compare runs the sets of answers, at most 64, both ways.
func compare(t *testing.T, g *guide.Guide, sets []guide.Answers) {
	t.Helper()
	l := g.Batch()
	for lane, a := range sets {
		l.Set(lane, a)
	}
	l.Run()
	index := map[*knowledge.Therapy]int{}
	for i := range g.Knowledge().Therapies {
		index[&g.Knowledge().Therapies[i]] = i
	}
	for lane, a := range sets {
		want := g.Assess(a)
		differ := func(what string, got, want any) {
			t.Helper()
			t.Errorf("%s: lanes say %v, Assess says %v, for\n%q", what, got, want, g.Lines(a))
		}
		if got := l.Level(lane); got != want.Level {
			differ("level", got, want.Level)
		}
		if got := l.Pattern(lane); got != want.Pattern {
			differ("pattern", got, want.Pattern)
		}
		flags := map[*knowledge.RedFlag]guide.Truth{}
		for _, c := range want.Concerns {
			flags[c.Flag] = guide.Yes
		}
		for _, o := range want.Open {
			flags[o.Flag] = guide.Unknown
		}
		for i := range g.Knowledge().RedFlags {
			f := &g.Knowledge().RedFlags[i]
			if got := l.Flag(lane, i); got != flags[f] {
				differ(f.ID, got, flags[f])
			}
		}
		shown := 0
		for i := range g.Knowledge().Therapies {
			if _, _, here := l.Match(lane, i); here {
				shown++
			}
		}
		if shown != len(want.Matches) {
			differ("therapies", shown, len(want.Matches))
		}
		for _, m := range want.Matches {
			v, f, here := l.Match(lane, index[m.Therapy])
			if v != m.Verdict || f != m.Fit || !here {
				differ(m.Therapy.ID, fmt.Sprint(v, f, here), fmt.Sprint(m.Verdict, m.Fit, true))
			}
		}
		for _, kind := range knowledge.TherapyKinds() {
			var first *knowledge.Therapy
			if m := want.FirstChoice(kind); m != nil {
				first = m.Therapy
			}
			if got := l.FirstChoice(lane, kind); got != first {
				differ("first choice", got, first)
			}
		}
		if got, want := fmt.Sprint(g.Lines(l.Answers(lane))), fmt.Sprint(g.Lines(inLanes(g, a))); got != want {
			differ("answers", got, want)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
}

// inLanes are answers as lanes keep them: of a Scale the lowest number of its band, of a contradiction what counts.
func inLanes(g *guide.Guide, a guide.Answers) guide.Answers {
	for id, x := range a {
		q := g.Question(id)
		if q.Kind == knowledge.Scale && len(x.Options) > 0 {
			x.Value = q.Option(x.Options[0]).From
		}
		if len(x.Dropped) > 0 {
			x.Dropped = nil
			settles := func(option string) bool { return q.Option(option).Settles }
			for _, option := range x.Options {
				if settles(option) {
					x.Open = append(slices.Clone(x.Open), option)
				}
			}
			x.Options = slices.DeleteFunc(slices.Clone(x.Options), settles)
			inOrder(q, x.Open)
		}
		a = a.With(id, x)
	}
	return a
}

func TestBatchAgreesWithAssess(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range fixture.Times(15, 60) {
		var sets []guide.Answers
		for range guide.Width {
			sets = append(sets, answerAny(r, full, r.IntN(8)))
		}
		compare(t, full, sets)
	}
}

func TestBatchAgreesOnExamples(t *testing.T) {
	var sets []guide.Answers
	add := func(lines []string) {
		a, err := full.ParseLines(lines)
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, a)
	}
	k := full.Knowledge()
	for _, f := range k.RedFlags {
		for _, e := range f.Examples {
			add(e.Answers)
		}
	}
	for _, p := range k.Patterns {
		for _, e := range p.Examples {
			add(e.Answers)
		}
	}
	for _, c := range builtin.Library().Cases {
		add(c.Answers)
	}
	for len(sets) > 0 {
		n := min(len(sets), guide.Width)
		compare(t, full, sets[:n])
		sets = sets[n:]
	}
}

// A single choice that is not offered anymore is kept, and leaves its question open: it is no answer to what is offered.
func TestChoiceNotOfferedIsNoAnswer(t *testing.T) {
	k := &knowledge.Base{
		Questions: []knowledge.Question{
			{ID: "signs", Kind: knowledge.Many, Options: []knowledge.Option{{ID: "leg"}, {ID: "arm"}, {ID: "none"}}},
			{
				ID: "weak", Kind: knowledge.One, AskWhen: knowledge.When{{"signs/leg"}, {"signs/arm"}},
				Options: []knowledge.Option{{ID: "leg", ShowWhen: knowledge.When{{"signs/leg"}}}, {ID: "arm", ShowWhen: knowledge.When{{"signs/arm"}}}, {ID: "no"}},
			},
		},
		RedFlags: []knowledge.RedFlag{{ID: "weak-arm", Level: knowledge.Urgent, When: knowledge.When{{"weak/arm"}}}},
	}
	g, err := guide.New(k, "")
	if err != nil {
		t.Fatal(err)
	}
	a := guide.Answers{"signs": {Options: []string{"arm"}}, "weak": {Options: []string{"leg"}}}
	if got := g.Assess(a); got.Level != knowledge.ClinicianFirst || len(got.Open) != 1 {
		t.Errorf("a weak arm was never answered, and counts as %v with %d open", got.Level, len(got.Open))
	}
	compare(t, g, []guide.Answers{a})
}
