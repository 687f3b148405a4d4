package guide_test

import (
	"testing"

	"knead/content/builtin"
	"knead/guide"
)

// TestSettle checks that what is to be settled first is open, and that settling it changes the result: the mildest answers never
// make it stricter, and the strictest one never makes it milder.
func TestSettle(t *testing.T) {
	g := builtin.Guide()
	for _, lines := range [][]string{
		{"where: low-back", "now: unsure", "age: 18-49", "risk: unsure", "health: unsure", "history: unsure"},
		{"where: neck", "now: none", "signs: none", "history/anticoagulants: unsure"},
		{"where: low-back"},
	} {
		a, err := g.ParseLines(lines)
		if err != nil {
			t.Fatal(lines, err)
		}
		s := g.Settle(a, 3)
		if len(s.First) == 0 || len(s.First) > 3 {
			t.Fatalf("%v: %d questions to settle", lines, len(s.First))
		}
		for n, x := range s.First {
			if a[x.Question.ID].Given() && !a[x.Question.ID].Unsure && len(x.Options) == 0 && !a[x.Question.ID].Partial {
				t.Errorf("%v: %s is not open", lines, x.Question.ID)
			}
			if s.Steps[n+1].Level > s.Steps[n].Level {
				t.Errorf("%v: the mildest answer to %s makes the level stricter", lines, x.Question.ID)
			}
			if x.Worst != nil && x.IfWorst.Level < s.Steps[0].Level {
				t.Errorf("%v: the strictest answer to %s makes the level milder", lines, x.Question.ID)
			}
			t.Logf("%v: %s: %d warnings, mild %v, worst %v", lines, x.Question.ID, x.Warnings, x.Mild, x.Worst)
		}
		t.Log(s.More, "more; levels:")
		for _, step := range s.Steps {
			t.Log(" ", step.Level)
		}
	}
}

// TestMovesBetween checks that every therapy of either assessment is in exactly one list.
func TestMovesBetween(t *testing.T) {
	g := builtin.Guide()
	a, err := g.ParseLines([]string{"where: low-back", "time: longer", "now: none", "history: none", "age: 50-59"})
	if err != nil {
		t.Fatal(err)
	}
	own := g.Assess(a)
	alternatives := g.Alternatives(a, g.Changes(a))
	if len(alternatives) == 0 {
		t.Fatal("nothing can be tried")
	}
	for _, x := range alternatives {
		for _, other := range x.Others {
			after := g.Assess(a.With(x.ID, other.Answer))
			m := guide.MovesBetween(own, after)
			if after.Level.Stops() {
				continue
			}
			if n := len(m.Up) + len(m.Down) + len(m.Stay) + len(m.Gone); n != len(own.Matches) {
				t.Errorf("%s: %d of %d therapies are told of", x.ID, n, len(own.Matches))
			}
			if n := len(m.Up) + len(m.Down) + len(m.Stay) + len(m.New); n != len(after.Matches) {
				t.Errorf("%s: %d of %d therapies of the other result", x.ID, n, len(after.Matches))
			}
			for _, v := range m.Up {
				if v.After >= v.Before {
					t.Errorf("%s: %s goes up from %d to %d", x.ID, v.Therapy.ID, v.Before, v.After)
				}
			}
		}
	}
}

func BenchmarkSettle(b *testing.B) {
	g := builtin.Guide()
	a, err := g.ParseLines([]string{"where: low-back"})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		g.Settle(a, 3)
	}
}
