package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/report"
)

// TestSchema holds the JSON of many people against its schema.
func TestSchema(t *testing.T) {
	schema := compileSchema(t)
	g := fixture.Guide(t)
	for person := range fixture.People() {
		check(t, schema, g, fixture.Answers(t, g, person), person)
	}
	for _, a := range fixture.Everybody(g) {
		check(t, schema, g, a, "everybody")
	}
}

// TestSchemaRefuses shows that the schema is not satisfied by anything.
func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	for _, wrong := range []string{
		`{}`,
		`{"version":"","triage":{"level":"fine","concerns":[],"open":[]},"pattern":null,"therapies":[],"changes":[],"answers":{}}`,
		`{"version":"","triage":{"level":"self-care","concerns":null,"open":[]},"pattern":null,"therapies":[],"changes":[],"answers":{}}`,
		`{"version":"","triage":{"level":"emergency","concerns":[],"open":[]},"pattern":null,"therapies":[],"changes":[],"answers":{}}`,
		`{"version":"","triage":{"level":"self-care","concerns":[],"open":[]},"pattern":null,"therapies":[],"changes":[],"answers":{"a/b":"yes"}}`,
	} {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(wrong)))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(v) == nil {
			t.Errorf("the schema accepts %s", wrong)
		}
	}
}

// TestAnswersComeBack feeds the answers of the JSON back.
func TestAnswersComeBack(t *testing.T) {
	g := fixture.Guide(t)
	for person := range fixture.People() {
		a := fixture.Answers(t, g, person)
		data, err := report.JSON(g, g.Assess(a), nil, "")
		if err != nil {
			t.Fatal(err)
		}
		var out struct{ Answers map[string]any }
		if err := json.Unmarshal(data, &out); err != nil {
			t.Fatal(err)
		}
		back := guide.Answers{}
		for question, x := range out.Answers {
			if g.Question(question) != nil {
				back[question] = parse(t, g, question, x)
			}
		}
		for i := range g.Knowledge().Questions { // open options after whole answers, in the order of the question
			q := &g.Knowledge().Questions[i]
			for _, o := range q.Options {
				if out.Answers[q.ID+"/"+o.ID] == guide.Unsure {
					if back[q.ID], err = g.LeaveOpen(back[q.ID], q.ID, o.ID); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		again, err := report.JSON(g, g.Assess(back), nil, "")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, again) {
			t.Errorf("%s: fed back, the answers give another result", person)
		}
	}
}

func parse(t *testing.T, g *guide.Guide, question string, x any) guide.Answer {
	t.Helper()
	var words []string
	switch x := x.(type) {
	case string:
		words = []string{x}
	case float64:
		data, _ := json.Marshal(x)
		words = []string{string(data)}
	case []any:
		for _, w := range x {
			words = append(words, w.(string))
		}
	}
	a, err := g.Parse(question, words...)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("assessment.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("assessment.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("assessment.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func check(t *testing.T, schema *jsonschema.Schema, g *guide.Guide, a guide.Answers, name string) {
	t.Helper()
	data, err := report.JSON(g, g.Assess(a), g.Changes(a), "2026-11-20 0123abcd")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("%s, %v: %v", name, g.Lines(a), err)
	}
}
