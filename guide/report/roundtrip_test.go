package report_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fhir"
	"knead/guide/fixture"
	"knead/guide/report"
)

// TestRoundTrip sends answers through both formats for programs and back: the assessment must be the same. It does so for
// every scenario, every sample person, and many answers at random.
func TestRoundTrip(t *testing.T) {
	g := builtin.Guide()
	people, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range fixture.Some(people, 3) {
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
	for i := range fixture.Times(30, 500) {
		roundTrip(t, g, fmt.Sprintf("random %d", i), fixture.Anybody(random, g))
	}
}

// TestRoundTripSmall does it for everybody of the small guide.
func TestRoundTripSmall(t *testing.T) {
	g := fixture.Guide(t)
	for i, a := range fixture.Everybody(g) {
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

	if data, err = fhir.Response(g, a, "1", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if back, err = content.DecodeAnswers(g, "response.json", data); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, data)
	}
	same("FHIR", back)
	again, err := fhir.Response(g, back, "1", time.Time{})
	if err != nil || string(again) != string(data) {
		t.Errorf("%s: written again, the response differs (%v)", name, err)
	}
}
