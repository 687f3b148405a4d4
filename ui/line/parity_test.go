package line

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/guide/scenario"
)

// people are the scenarios of the guide and the sample persons of the content, by name.
func people(t testing.TB) map[string]guide.Answers {
	t.Helper()
	out := map[string]guide.Answers{}
	add := func(name string, lines []string) {
		a, err := g.ParseLines(lines)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = a
	}
	for _, c := range lib.Cases {
		add("case "+c.ID, c.Answers)
	}
	all, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		out[s.Name] = s.Answers
	}
	return out
}

// scenarios are read once for all tests. Nobody changes their answers.
var scenarios = sync.OnceValues(func() ([]scenario.Scenario, error) {
	return scenario.Read(os.DirFS("../../guide/testdata/scenarios"), g)
})

// Line by line, everybody is asked the same questions in the same order, with the same options, and is told the same.
func TestSameAsTheInterview(t *testing.T) {
	for name, answers := range people(t) {
		if !fixture.Thorough() && len(name)%8 > 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			compare(t, says(answers))
		})
	}
}

// So is anybody whose answers are thrown with dice.
func TestSameAsTheInterviewAtRandom(t *testing.T) {
	n := 120
	if !fixture.Thorough() {
		n = 40
	}
	stopped := 0
	for seed := range n {
		if compare(t, thrown(uint64(seed), 0)).Ending == Stopped {
			stopped++
		}
	}
	if stopped < n/5 || stopped > n*4/5 {
		t.Errorf("%d of %d stopped: that says little", stopped, n)
	}
}

func compare(t *testing.T, p person) Outcome {
	t.Helper()
	want, i := byInterview(t, p)
	got, out, text := byLine(t, p)
	same(t, "questions", strings.Join(strs(got), "\n"), strings.Join(strs(want), "\n"))
	same(t, "answers", g.Lines(out.Answers), g.Lines(i.Answers()))
	a := g.Assess(i.Answers())
	ending, told := Stopped, report.New(g, a, nil)
	if i.Page() == guide.ReviewPage {
		ending, told = Finished, report.First(g, a)
	}
	same(t, "endings", out.Ending, ending)
	if !strings.Contains(text, told.Text(defaultWidth)) {
		t.Fatal("the result of the same answers was not told")
	}
	return out
}

func strs(events []event) []string {
	out := make([]string, len(events))
	for i, e := range events {
		out[i] = string(e)
	}
	return out
}

// thrown is a person whose answer to a question is thrown with dice, always the same for the same seed, question and turn.
// Most warnings are none, or nobody would come far.
func thrown(seed, turn uint64) person {
	return func(q guide.Asked) guide.Answer {
		h := fnv.New64a()
		fmt.Fprint(h, q.ID, turn, ids(q))
		r := rand.New(rand.NewPCG(seed, h.Sum64()))
		if r.IntN(20) == 0 {
			return guide.Answer{Unsure: true}
		}
		if q.Kind != knowledge.Many {
			o := q.Shown[r.IntN(len(q.Shown))]
			a := guide.Answer{Options: []string{o.ID}}
			if q.Kind == knowledge.Scale {
				a.Value = o.From + r.IntN(o.To-o.From+1)
			}
			return a
		}
		var a guide.Answer
		share := []int{0, 0, 1, 2, 4}[r.IntN(5)]
		switch q.Stage {
		case "where":
			share = 3
		case "warning", "start", "you", "general": // or nobody would come far
			share *= r.IntN(8) / 7
		}
		for _, o := range q.Shown {
			switch n := r.IntN(12); {
			case o.ID == knowledge.None:
			case n < share:
				a.Options = append(a.Options, o.ID)
			case n == 11 && share > 0 && r.IntN(4) == 0:
				a.Open = append(a.Open, o.ID)
			}
		}
		if len(a.Options) == 0 {
			a.Options = []string{knowledge.None}
		}
		return a
	}
}
