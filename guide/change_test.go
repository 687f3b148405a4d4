package guide_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
)

// TestChanges holds that what a change says is what an assessment of its answers says, and that none is left out: each
// option of a question that is not a list, chosen instead.
func TestChanges(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	sets := []guide.Answers{nil}
	for _, c := range builtin.Library().Cases {
		a, err := full.ParseLines(c.Answers)
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, a)
	}
	for range 12 {
		sets = append(sets, answerAny(r, full, r.IntN(8)))
	}
	n := 0
	for _, a := range sets {
		before, changes := full.Assess(a), full.Changes(a)
		for _, c := range changes {
			if want := guide.Compare(before, full.Assess(c.Answers)); !c.Effects.Equal(want) || want.None() {
				t.Fatalf("%s/%s: %v, want %v, for\n%q", c.Question, c.Option, c.Effects, want, full.Lines(a))
			}
			n++
		}
		for qi := range full.Knowledge().Questions {
			q := &full.Knowledge().Questions[qi]
			for oi := range q.Options {
				o := &q.Options[oi]
				after := full.Assess(a.With(q.ID, guide.Answer{Options: []string{o.ID}, Value: o.From}))
				aside := slices.Contains(facts(slices.Concat(after.Aside, after.Unasked)), q.ID+"/"+o.ID)
				if q.Kind == knowledge.Many || aside || a[q.ID].Has(o.ID) {
					continue
				}
				told := slices.ContainsFunc(changes, func(c guide.Change) bool { return c.Question == q.ID && c.Option == o.ID })
				if differs := !guide.Compare(before, after).None(); differs != told {
					t.Fatalf("%s/%s differs: %v, and is told: %v, for\n%q", q.ID, o.ID, differs, told, full.Lines(a))
				}
			}
		}
	}
	if n < 400 {
		t.Errorf("only %d changes", n)
	}
}

// What would change a result, of a typical person and of one who said nothing.
func BenchmarkChanges(b *testing.B) {
	a, err := full.ParseLines(typical)
	if err != nil {
		b.Fatal(err)
	}
	for name, a := range map[string]guide.Answers{"person": a, "nothing-said": nil} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				full.Changes(a)
			}
		})
	}
}
