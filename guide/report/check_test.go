package report_test

import (
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
)

// What a therapy means for a condition is told with its reason, region, change, and sources, or as Knead's own precaution.
func TestCheck(t *testing.T) {
	g := builtin.Guide()
	for i := range g.Knowledge().Therapies {
		x := &g.Knowledge().Therapies[i]
		for _, r := range g.Rulings(x.ID) {
			text := strings.Join(strings.Fields(report.Check(g, x, r.History.ID).Text(10000)), " ")
			want := []string{r.History.Label, strings.TrimRight(r.Reason, "."), strings.TrimRight(r.Adaptation, ".")}
			if len(r.Sources) == 0 {
				want = append(want, "without a source")
			} else {
				want = append(want, "Sources 1.")
			}
			for _, w := range want {
				if !strings.Contains(text, strings.Join(strings.Fields(w), " ")) {
					t.Fatalf("%s with %s lacks %q:\n%s", x.ID, r.History.ID, w, text)
				}
			}
		}
	}
	if d := report.Check(g, g.Therapy("heat"), "no-such-thing"); d.Title != "" || len(d.Sections) > 0 {
		t.Errorf("an unknown condition: %+v", d)
	}
}

// A name that is typed leads to its conditions, and says so where it is none.
func TestCheckFound(t *testing.T) {
	g := builtin.Guide()
	deep := g.Therapy("deep-tissue")
	for query, want := range map[string]string{
		"warfarin":  "Blood thinner\n  Not for you\n    Deep pressure can cause",
		"epilepsy":  "No special care needed",
		"hay fever": "No precaution is linked to hay fever.",
		"xyzzyq":    "Knead does not know “xyzzyq”",
	} {
		if text := report.CheckFound(g, deep, query, g.Find(query)).Text(72); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", query, want, text)
		}
	}
	var none []guide.Found
	if text := report.CheckFound(g, deep, "", none).Text(72); !strings.Contains(text, "Type at least three letters.") {
		t.Errorf("nothing typed: %s", text)
	}
}
