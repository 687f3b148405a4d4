package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/fhir"
	"knead/guide/fixture"
	"knead/guide/report"
)

// Old answers are told before anything rests on them, in every form, and nothing is told as "not sure" that was not.
func TestOutdated(t *testing.T) {
	g := fixture.Recent(t)
	on := time.Date(2026, 5, 3, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		person, says, level string
		past                guide.Past
		again               []string
	}{
		{"quiet", "The answers were given on May 3, 2026.", "clinician-first", guide.Past{On: on, Age: 48 * time.Hour}, []string{"now", "trend"}},
		{"quiet", "The answers are dated May 3, 2026, which is in the future.", "clinician-first", guide.Past{On: on, Age: -48 * time.Hour}, []string{"where", "now", "time", "trend", "severity", "history", "matters"}},
		{"quiet", "They were given to another version of the questions.", "clinician-first", guide.Past{Other: true}, []string{"where", "now", "time", "trend", "severity", "history", "matters"}},
		{"urgent", "The answers were given on May 3, 2026.", "urgent", guide.Past{On: on, Age: 48 * time.Hour}, []string{"now"}},
		{"emergency", "The answers were given on May 3, 2026.", "emergency", guide.Past{On: on, Age: 48 * time.Hour}, []string{"now"}},
	} {
		b, outdated := g.Today(fixture.Answers(t, g, c.person), c.past)
		a := g.Assess(b)
		a.Outdated = outdated
		if a.Level.String() != c.level {
			t.Errorf("%s: the level is %s, want %s", c.person, a.Level, c.level)
		}
		d := report.New(g, a, g.Changes(b))
		page, err := d.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"text": strings.Join(strings.Fields(d.Text(72)), " "), "Markdown": d.Markdown(), "HTML": page} {
			if !strings.Contains(text, c.says) || strings.Contains(text, "ot sure: ") {
				t.Errorf("%s as %s does not say %q, or what nobody said:\n%s", c.person, name, c.says, text)
			}
			for _, id := range c.again {
				if !strings.Contains(text, strings.ReplaceAll(g.Question(id).Title, "'", "&#39;")) {
					t.Errorf("%s as %s does not ask %s again", c.person, name, id)
				}
			}
		}
		data, err := report.JSON(g, a, nil, "")
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := compileSchema(t).Validate(v); err != nil {
			t.Errorf("%s: %v", c.person, err)
		}
		var out struct {
			Answers  json.RawMessage
			Outdated struct{ Questions []string }
		}
		if err := json.Unmarshal(data, &out); err != nil || strings.Join(out.Outdated.Questions, " ") != strings.Join(c.again, " ") {
			t.Errorf("%s: the JSON names %q (%v)", c.person, out.Outdated.Questions, err)
		}
		for _, data := range [][]byte{out.Answers, response(t, g, b)} { // fed back, they are no surer
			back, err := content.DecodeAnswers(g, "again.json", data)
			if err != nil {
				t.Fatal(err)
			}
			if level := g.Assess(back).Level; level != a.Level {
				t.Errorf("%s: fed back, the level is %s, was %s", c.person, level, a.Level)
			}
		}
	}
}

func response(t *testing.T, g *guide.Guide, a guide.Answers) []byte {
	t.Helper()
	data, err := fhir.Response(g, a, "1", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return data
}
