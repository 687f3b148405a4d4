package wizard_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/termtest"
	"knead/ui/wizard"
)

// Whatever is wanted, the keys lead to the end, and say it wherever it can be said: chosen, none, open, not sure, found.
func TestKeyTowards(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	ends := map[string]int{}
	for round := range 90 {
		want := someAnswers(r)
		m := wizard.New(g.Start(), lib, dark)
		size := [][2]int{{60, 16}, {80, 19}, {120, 35}}[round%3]
		m.SetSize(size[0], size[1])
		var end any
		n := 0
		for ; end == nil && n < 900; n++ {
			step, ok := m.KeyTowards(want)
			if !ok || step.Does == "" {
				t.Fatalf("round %d, page %s: no key", round, m.Interview().Page())
			}
			m, end = send(m, step.Key)
		}
		switch end := end.(type) {
		case wizard.DoneMsg:
			ends["done"]++
			said(t, end.Interview, want)
		case wizard.StoppedMsg:
			ends["stopped"]++
			said(t, end.Interview, want)
		default:
			step, _ := m.KeyTowards(want)
			t.Fatalf("round %d: %d keys led to page %s, where it still %q; wanted\n%s\nsaid\n%s\n%s", round, n, m.Interview().Page(), step.Does,
				strings.Join(g.Lines(want), "\n"), strings.Join(g.Lines(m.Interview().Answers()), "\n"), termtest.Plain(m.View()))
		}
	}
	if ends["done"] < 10 || ends["stopped"] < 10 {
		t.Errorf("it ended %v", ends)
	}
}

// said fails when something that was asked and could be said as it was wanted was said otherwise.
func said(t *testing.T, i guide.Interview, want guide.Answers) {
	t.Helper()
	for _, l := range i.Review() {
		w := want[l.ID]
		shown := func(id string) bool {
			return slices.ContainsFunc(l.Shown, func(o *knowledge.Option) bool { return o.ID == id })
		}
		if l.Role == knowledge.RoleSide || !l.Answer.Given() || l.Answer.Unsure { // sides go with places; a list may grow behind "not sure"
			continue
		}
		for _, o := range w.Options {
			if shown(o) && !l.Answer.Has(o) {
				t.Errorf("%s: said %v, wanted %v", l.ID, l.Answer, w)
			}
		}
		if w.Value != l.Answer.Value {
			t.Errorf("%s: said %d, wanted %d", l.ID, l.Answer.Value, w.Value)
		}
	}
}

// someAnswers says something to every question, mostly harmless.
func someAnswers(r *rand.Rand) guide.Answers {
	a := guide.Answers{}
	k := g.Knowledge()
	for i := range k.Questions {
		q := &k.Questions[i]
		ids := make([]string, 0, len(q.Options))
		for _, o := range q.Options {
			if o.ID != knowledge.None {
				ids = append(ids, o.ID)
			}
		}
		var x guide.Answer
		switch n := r.IntN(20); {
		case n == 0:
			x.Unsure = true
		case n == 1: // nothing is wanted of it
		case q.Kind == knowledge.Scale:
			low, high := q.Range()
			x.Value = low + r.IntN(high-low+1)
			for _, o := range q.Options {
				if o.From <= x.Value && x.Value <= o.To {
					x.Options = []string{o.ID}
				}
			}
		case q.Kind == knowledge.One:
			x.Options = []string{ids[r.IntN(len(ids))]}
		case q.Option(knowledge.None) != nil && n < 14:
			x.Options = []string{knowledge.None}
			if n == 13 {
				x.Open = []string{ids[r.IntN(len(ids))]}
			}
		default:
			for _, id := range ids {
				switch r.IntN(len(ids)) {
				case 0, 1:
					x.Options = append(x.Options, id)
				case 2:
					x.Open = append(x.Open, id)
				}
			}
		}
		a[q.ID] = x
	}
	return a
}
