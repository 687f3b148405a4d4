package report_test

import (
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/report"
)

// The short form of every therapy has five lines, which read well: no doubled or missing ends, nothing empty, no number without
// its noun. Whoever is ruled out by a condition is told.
func TestSummaryOfAllTherapies(t *testing.T) {
	g := builtin.Guide()
	for i := range g.Knowledge().Therapies {
		x := &g.Knowledge().Therapies[i]
		l := report.Summary(g, x, "#who")
		if len(l.Items) != 5 {
			t.Fatalf("%s has %d lines", x.ID, len(l.Items))
		}
		for _, item := range l.Items {
			_, words, _ := strings.Cut(item.Words, ": ")
			for _, wrong := range []string{"..", "  ", ": .", ";.", " ,", " 1 conditions", "Of 0", " in 0", "None"} {
				if strings.Contains(words, wrong) {
					t.Errorf("%s: %q in %s", x.ID, wrong, item.Words)
				}
			}
			if len(words) < 10 || !strings.HasSuffix(words, ".") {
				t.Errorf("%s: no sentence: %s", x.ID, item.Words)
			}
		}
		if !strings.Contains(l.Items[3].Words, "condition") {
			t.Errorf("%s does not say who should not: %s", x.ID, l.Items[3].Words)
		}
	}
}
