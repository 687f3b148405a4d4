package report_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"
	"time"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/guide/scenario"
)

// TestRoundTrip sends answers through both formats for programs and back: the assessment must be the same. It does so for
// every scenario, every sample person, and many answers at random.
func TestRoundTrip(t *testing.T) {
	g := builtin.Guide()
	people, err := scenario.Read(os.DirFS("../testdata/scenarios"), g)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		roundTrip(t, g, p.Name, p.Answers)
	}
	for _, c := range builtin.Library().Cases {
		a, err := g.ParseLines(c.Answers)
		if err != nil {
			t.Fatal(err)
		}
		roundTrip(t, g, c.ID, a)
	}
	random := rand.New(rand.NewPCG(5, 4))
	for i := range 500 {
		roundTrip(t, g, fmt.Sprintf("random %d", i), anybody(random, g))
	}
}

// TestRoundTripSmall does it for everybody of the small guide.
func TestRoundTripSmall(t *testing.T) {
	g := compile(t)
	for i, a := range everybody(g) {
		roundTrip(t, g, fmt.Sprintf("everybody %d", i), a)
	}
}

func roundTrip(t *testing.T, g *guide.Guide, name string, a guide.Answers) {
	t.Helper()
	before := g.Assess(a)
	same := func(format string, b guide.Answers) {
		if x, y := g.Lines(a), g.Lines(b); !slices.Equal(x, y) {
			t.Errorf("%s: through %s\n%q became\n%q", name, format, x, y)
			return
		}
		after := g.Assess(b)
		after.Answers = before.Answers // those were compared
		if !reflect.DeepEqual(before, after) {
			t.Errorf("%s: through %s the assessment of %q becomes another", name, format, g.Lines(a))
		}
	}

	data, err := report.JSON(g, before, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	var out struct{ Answers json.RawMessage }
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	back, err := content.DecodeAnswers(g, "answers.json", out.Answers)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	same("JSON", back)

	if data, err = report.FHIRResponse(g, a, fhirVersion, time.Time{}); err != nil {
		t.Fatal(err)
	}
	if back, err = content.DecodeAnswers(g, "response.json", data); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, data)
	}
	same("FHIR", back)
	again, err := report.FHIRResponse(g, back, fhirVersion, time.Time{})
	if err != nil || string(again) != string(data) {
		t.Errorf("%s: written again, the response differs (%v)", name, err)
	}
}

// anybody answers each question somehow, or not at all, whether it applies or not.
func anybody(random *rand.Rand, g *guide.Guide) guide.Answers {
	a := guide.Answers{}
	for _, q := range g.Knowledge().Questions {
		var words, open []string
		for _, o := range q.Options {
			switch {
			case o.ID == knowledge.None:
			case random.IntN(len(q.Options)) < 2:
				words = append(words, o.ID)
			case q.Kind == knowledge.Many && random.IntN(3*len(q.Options)) < 1:
				open = append(open, o.ID)
			}
		}
		if q.Kind != knowledge.Many && len(words) > 1 {
			words = words[:1]
		}
		switch n := random.IntN(8); {
		case n == 0:
			words, open = nil, nil
		case n == 1:
			words = []string{guide.Unsure}
		case q.Kind == knowledge.Scale:
			low, high := q.Range()
			words = []string{fmt.Sprint(low + random.IntN(high-low+1))}
		case n == 2 && q.Option(knowledge.None) != nil:
			words = []string{knowledge.None}
		case n == 3 && q.Kind == knowledge.Many: // a contradiction
			words = append(words, [...]string{knowledge.None, guide.Unsure}[random.IntN(2)])
		}
		var x guide.Answer
		if len(words) > 0 {
			x, _ = g.Parse(q.ID, words...)
		}
		for _, o := range open {
			x, _ = g.LeaveOpen(x, q.ID, o)
		}
		a = a.With(q.ID, x)
	}
	return a
}
