package report_test

import (
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/report"
)

// A file that leaves out a follow-up is not told to wait until later today as if the answer were known to be harmless.
func TestMissingAnswerMayBeAnEmergency(t *testing.T) {
	g := builtin.Guide()
	const words = "An answer could make this an emergency. If you do not know it, get emergency help now."
	for _, c := range []struct {
		lines []string
		says  bool
	}{
		{[]string{"now: chest"}, true},
		{[]string{"now: chest", "chest-kind: none", "chest-effort: no-link", "chest-with: none", "when-chest: weeks"}, false},
	} {
		a, err := g.ParseLines(c.lines)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(strings.Fields(report.New(g, g.Assess(a), nil).Text(72)), " ")
		if strings.Contains(got, words) != c.says {
			t.Errorf("%q: says so: %t; want %t\n%s", c.lines, !c.says, c.says, got[:min(len(got), 600)])
		}
	}
}
