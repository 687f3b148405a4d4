package report_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
)

// The JSON of somebody who answered almost nothing says once what each open warning rests on, not once for each therapy.
func TestOpenWarningsAreSaidOnce(t *testing.T) {
	g := builtin.Guide()
	a := g.Assess(guide.Answers{"where": {Options: []string{"neck"}}})
	data, err := report.JSON(g, a, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	type because []struct{ Fact string }
	var out struct {
		Triage struct {
			Open []struct {
				ID      string
				Because because
			}
		}
		Therapies []struct {
			ID       string
			Cautions []struct {
				Flag    string
				Open    bool
				Also    []string
				Because because
			}
		}
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, o := range out.Triage.Open {
		if said[o.ID] = len(o.Because) > 0; !said[o.ID] {
			t.Errorf("%s is open because of nothing", o.ID)
		}
	}
	held := 0
	for i, m := range a.Matches {
		var want, got []string
		for _, c := range m.Cautions {
			if c.Flag != "" {
				want = append(want, c.Flag)
			}
		}
		for _, c := range out.Therapies[i].Cautions {
			if c.Flag != "" {
				got = append(got, append([]string{c.Flag}, c.Also...)...)
				held++
			}
			if len(c.Because) == 0 {
				t.Errorf("%s: a caution because of nothing", m.Therapy.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is held back by %q, want %q", m.Therapy.ID, got, want)
		}
		for _, flag := range got {
			if !said[flag] {
				t.Errorf("%s: %s is not among the open warnings", m.Therapy.ID, flag)
			}
		}
	}
	if held == 0 || held > len(a.Matches) {
		t.Errorf("%d cautions of %d therapies are warnings, want one for each that is held back", held, len(a.Matches))
	}
	const most = 1_500_000 // it was four million bytes
	if len(data) > most {
		t.Errorf("%d bytes, want %d at most", len(data), most)
	}
}

// Encode indents as json.Indent does.
func TestEncode(t *testing.T) {
	v := map[string]any{"a": []any{}, "b": map[string]any{}, "c\\\"": []any{`{"x": [1, 2]}, \`, -1.5, true, nil, map[string]any{"<&>": "\u2028\t"}}, "d": []any{[]any{[]any{}}}}
	got, err := report.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	if string(got) != want.String() {
		t.Errorf("got\n%s\nwant\n%s", got, &want)
	}
}

// BenchmarkJSON is what assess --format json does with the answers that it has read, where everything was answered and where almost
// nothing was.
func BenchmarkJSON(b *testing.B) {
	g := builtin.Guide()
	most := slices.MaxFunc(builtin.Library().Cases, func(x, y content.Case) int { return len(x.Answers) - len(y.Answers) })
	all, err := g.ParseLines(most.Answers)
	if err != nil {
		b.Fatal(err)
	}
	neck := guide.Answers{"where": {Options: []string{"neck"}}}
	for name, answers := range map[string]guide.Answers{"all": all, "neck": neck} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				data, err := report.JSON(g, g.Assess(answers), g.Changes(answers), "")
				if err != nil {
					b.Fatal(err)
				}
				size = len(data)
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
