package fhir_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fhir"
	"knead/guide/fixture"
	"knead/guide/knowledge"
)

var update = flag.Bool("update", false, "write the golden files")

const fhirVersion = "2026-11-20-0123abcd"

// TestFHIRSchema holds the questionnaire, and the answers of many people, against the schema that HL7 publishes.
func TestFHIRSchema(t *testing.T) {
	schema := fhirSchema(t)
	for name, g := range map[string]*guide.Guide{"small": fixture.Guide(t), "builtin": builtin.Guide()} {
		t.Run(name, func(t *testing.T) {
			data, err := fhir.Questionnaire(g, fhirVersion)
			if err != nil {
				t.Fatal(err)
			}
			validFHIR(t, schema, data)
			persons := fixture.Everybody(g)
			for i := 0; i < len(persons); i += 1 + len(persons)/400 {
				data, err := fhir.Response(g, persons[i], fhirVersion, time.Time{})
				if err != nil {
					t.Fatal(err)
				}
				validFHIR(t, schema, data)
			}
		})
	}
}

// TestFHIRSchemaRefuses shows that the trimmed schema is not satisfied by anything.
func TestFHIRSchemaRefuses(t *testing.T) {
	schema := fhirSchema(t)
	for _, wrong := range []string{
		`{}`,
		`{"resourceType":"Patient"}`,
		`{"resourceType":"QuestionnaireResponse","status":"done"}`,
		`{"resourceType":"QuestionnaireResponse","status":"completed","color":"red"}`,
		`{"resourceType":"QuestionnaireResponse","status":"completed","item":{}}`,
		`{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"where","answer":[{"valueCoding":{"code":" x"}}]}]}`,
		`{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"where","type":"many"}]}`,
		`{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"where","enableWhen":[{"question":"x","operator":"is"}]}]}`,
		`{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"where","extension":[{"url":"x","valueWord":"y"}]}]}`,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(wrong))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(v) == nil {
			t.Errorf("the schema accepts %s", wrong)
		}
	}
}

// TestFHIRGolden compares both resources with the files that another program would get.
func TestFHIRGolden(t *testing.T) {
	g := fixture.Guide(t)
	data, err := fhir.Questionnaire(g, fhirVersion)
	if err != nil {
		t.Fatal(err)
	}
	fixture.Golden(t, *update, "questionnaire.fhir.json", data)
	for person := range fixture.People() {
		data, err := fhir.Response(g, fixture.Answers(t, g, person), fhirVersion, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		fixture.Golden(t, *update, person+".fhir.json", data)
	}
}

// fhirQuestion is an item of a questionnaire as another program reads it.
type fhirQuestion struct {
	LinkID     string `json:"linkId"`
	Type       string
	Repeats    bool
	EnableWhen []struct {
		Question, Operator string
		AnswerCoding       struct{ System, Code string }
		AnswerInteger      *int
	} `json:"enableWhen"`
	EnableBehavior string `json:"enableBehavior"`
	AnswerOption   []struct {
		ValueCoding struct{ System, Code string } `json:"valueCoding"`
	} `json:"answerOption"`
	Code []struct{ System, Code string }
	Item []fhirQuestion
}

// TestFHIRRules checks what HL7's schema cannot: names stand once, codes are facts, conditions speak of earlier answers.
func TestFHIRRules(t *testing.T) {
	for name, g := range map[string]*guide.Guide{"small": fixture.Guide(t), "builtin": builtin.Guide()} {
		data, err := fhir.Questionnaire(g, fhirVersion)
		if err != nil {
			t.Fatal(err)
		}
		var q struct{ Item []fhirQuestion }
		if err := json.Unmarshal(data, &q); err != nil {
			t.Fatal(err)
		}
		seen := map[string]fhirQuestion{}
		var walk func(items []fhirQuestion)
		walk = func(items []fhirQuestion) {
			for _, x := range items {
				if _, again := seen[x.LinkID]; again {
					t.Errorf("%s: %s stands twice", name, x.LinkID)
				}
				seen[x.LinkID] = x
				for _, w := range x.EnableWhen {
					of, ok := seen[w.Question]
					if !ok {
						t.Errorf("%s: %s hangs on %s, which is no earlier item", name, x.LinkID, w.Question)
					}
					if w.AnswerInteger == nil && !slices.ContainsFunc(of.AnswerOption, func(o struct {
						ValueCoding struct{ System, Code string } `json:"valueCoding"`
					},
					) bool {
						return o.ValueCoding == w.AnswerCoding
					}) {
						t.Errorf("%s: %s hangs on %v, which is not an answer to %s", name, x.LinkID, w.AnswerCoding, w.Question)
					}
				}
				if len(x.EnableWhen) > 1 && x.EnableBehavior != "any" && x.EnableBehavior != "all" {
					t.Errorf("%s: %s has several conditions, and does not say whether all must hold", name, x.LinkID)
				}
				walk(x.Item)
			}
		}
		walk(q.Item)
		for _, want := range g.Knowledge().Questions {
			x := seen[want.ID]
			switch {
			case want.Kind == knowledge.Scale && (x.Type != "integer" || len(x.AnswerOption) > 0):
				t.Errorf("%s: %s is no integer", name, want.ID)
			case want.Kind == knowledge.Scale:
			case x.Type != "choice" || x.Repeats != (want.Kind == knowledge.Many) || len(x.AnswerOption) != len(fixture.Offered(want))+1:
				t.Errorf("%s: %s is a %s with %d options", name, want.ID, x.Type, len(x.AnswerOption))
			default:
				for i, o := range fixture.Offered(want) {
					if c := x.AnswerOption[i].ValueCoding; c.System != fhir.SystemFacts || c.Code != want.ID+"/"+o.ID {
						t.Errorf("%s: option %d of %s is %v", name, i, want.ID, c)
					}
				}
				if c := x.AnswerOption[len(x.AnswerOption)-1].ValueCoding; c.System != fhir.SystemFacts || c.Code != fhir.CodeUnsure {
					t.Errorf("%s: %s cannot be answered not sure: %v", name, want.ID, c)
				}
			}
			if x, ok := seen[want.ID+fhir.ItemNoNumber]; ok != (want.Kind == knowledge.Scale) || ok && (len(x.AnswerOption) != 1 || x.AnswerOption[0].ValueCoding.Code != fhir.CodeUnsure) {
				t.Errorf("%s: %s can be answered not sure in place of a number: %t", name, want.ID, ok)
			}
			if _, open := seen[want.ID+fhir.ItemOpen]; open != (want.Kind == knowledge.Many) {
				t.Errorf("%s: %s: its options can be left open: %t", name, want.ID, open)
			}
		}
		if c := seen["severity"].Code; len(c) != 1 || c[0].System != "http://loinc.org" || c[0].Code != "72514-3" {
			t.Errorf("%s: the scale of pain has the code %v", name, c)
		}
	}
}

// TestFHIRConditions shows each form that a condition takes.
func TestFHIRConditions(t *testing.T) {
	options := func(ids ...string) []knowledge.Option {
		var out []knowledge.Option
		for _, id := range ids {
			out = append(out, knowledge.Option{ID: id, Label: id})
		}
		return out
	}
	k := knowledge.Base{
		Stages: []knowledge.Stage{{ID: "s", Title: "S"}},
		Questions: []knowledge.Question{
			{ID: "a", Title: "A", Kind: knowledge.Many, Stage: "s", Options: options("x", "y", "z", "none")},
			{ID: "b", Title: "B", Kind: knowledge.One, Stage: "s", Options: options("p", "q"), IfUnsure: []string{"q"}},
			{ID: "n", Title: "N", Kind: knowledge.Scale, Stage: "s", Options: []knowledge.Option{{ID: "low", From: 0, To: 3}, {ID: "mid", From: 4, To: 6}, {ID: "high", From: 7, To: 10}}},
		},
		Derived: []knowledge.Derived{{ID: "is/xy", Any: []string{"a/x", "a/y"}}, {ID: "is/two", AtLeast: 2, Of: []string{"a/x", "a/y", "n/high"}}},
	}
	conditions := []struct {
		name string
		when knowledge.When
		want string
	}{
		{"always", nil, ``},
		{"one", knowledge.When{{"a/x"}}, `a = a/x`},
		{"any", knowledge.When{{"is/xy"}, {"a/z"}, {"a/x"}}, `a = a/x, a = a/y, a = a/z any`},
		{"all", knowledge.When{{"a/x", "b/p"}}, `a = a/x, b = b/p all`},
		{"careful", knowledge.When{{"b/q"}}, `b = b/q, b = asked-unknown any`},
		{"low", knowledge.When{{"n/low"}}, `n <= 3`},
		{"mid", knowledge.When{{"n/mid"}}, `n >= 4, n <= 6 all`},
		{"high", knowledge.When{{"n/high"}, {"a/x"}}, `n >= 7, a = a/x any`},
		{"mid or", knowledge.When{{"n/mid"}, {"a/x"}}, `(n.where($this >= 4 and $this <= 6).exists() or a.where(code = 'a/x').exists())`},
		{"mixed", knowledge.When{{"is/xy", "b/p"}, {"a/z"}}, `((a.where(code in ('a/x' | 'a/y')).exists() and b.where(code = 'b/p').exists()) or a.where(code = 'a/z').exists())`},
		{"two", knowledge.When{{"is/two"}}, `((iif(a.where(code = 'a/x').exists(), 1, 0) + iif(a.where(code = 'a/y').exists(), 1, 0) + iif(n.where($this >= 7 and $this <= 10).exists(), 1, 0)) >= 2)`},
		{"not", knowledge.When{{"a/x", "not b/p"}}, `(a.where(code = 'a/x').exists() and b.where(code = 'b/p').exists().not())`},
	}
	for _, c := range conditions {
		k.Questions = append(k.Questions, knowledge.Question{ID: "c-" + strings.ReplaceAll(c.name, " ", "-"), Title: "C", Kind: knowledge.One, Stage: "s", AskWhen: c.when, Options: options("o", "p")})
	}
	g, err := guide.New(&k, "")
	if err != nil {
		t.Fatal(err)
	}
	data, err := fhir.Questionnaire(g, "")
	if err != nil {
		t.Fatal(err)
	}
	validFHIR(t, fhirSchema(t), data)
	type item struct {
		Extension []struct {
			ValueExpression struct{ Language, Expression string } `json:"valueExpression"`
		}
		LinkID     string `json:"linkId"`
		Text       string
		EnableWhen []struct {
			Question, Operator string
			AnswerCoding       struct{ Code string }
			AnswerInteger      json.Number
		} `json:"enableWhen"`
		EnableBehavior string `json:"enableBehavior"`
		Item           []item
	}
	var q struct{ Item []item }
	if err := json.Unmarshal(data, &q); err != nil {
		t.Fatal(err)
	}
	short := strings.NewReplacer("%resource.item.item.where(linkId = '", "", "').answer.value.", ".")
	for i, c := range conditions {
		group := q.Item[3+i]
		var parts []string
		for _, w := range group.EnableWhen {
			parts = append(parts, w.Question+" "+w.Operator+" "+w.AnswerCoding.Code+w.AnswerInteger.String())
		}
		got := strings.TrimSpace(strings.Join(parts, ", ") + " " + group.EnableBehavior)
		for _, x := range group.Extension {
			got += short.Replace(x.ValueExpression.Expression)
		}
		for _, x := range group.Item[0].Item {
			got += x.Text
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// fhirSchema is HL7's own, trimmed.
func fhirSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open("testdata/fhir-r4.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("fhir.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("fhir.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validFHIR(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("%v\n%s", err, data)
	}
}

// A response of FHIR says when it was given; what was answered to a question that takes one answer survives being old, too.
func TestFHIRAuthored(t *testing.T) {
	g := fixture.Recent(t)
	on := time.Date(2026, 5, 3, 9, 30, 0, 0, time.FixedZone("", 2*3600))
	b, _ := g.Today(fixture.Answers(t, g, "care"), guide.Past{On: on, Age: 90 * 24 * time.Hour})
	data, err := fhir.Response(g, b, "1", on)
	if err != nil {
		t.Fatal(err)
	}
	validFHIR(t, fhirSchema(t), data)
	given, err := content.ReadAnswers(g, "r.json", data)
	if err != nil || !given.On.Equal(on) || given.Version != "1" {
		t.Fatalf("read back as %+v, %v", given, err)
	}
	if x, y := strings.Join(g.Lines(given.Answers), "|"), strings.Join(g.Lines(b), "|"); x != y {
		t.Errorf("%s became %s", y, x)
	}
}
