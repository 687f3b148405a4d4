package audit_test

import (
	"runtime"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/audit"
	"knead/guide/fixture"
)

// The content, audited without the pairs and triples, and with a share of the signs that are not put, all of which knead audit
// goes through. Unless the tests are to be thorough, that share is small, and no option is tried alone.
func TestAuditOfContent(t *testing.T) {
	t.Parallel()
	phases := []string{"knowledge", "red-flags", "history", "questions", "samples"}
	if fixture.Thorough() {
		phases = append(phases, "alone")
	}
	r, err := audit.Run(t.Context(), builtin.Guide(), audit.Options{
		Seed: 1, Workers: runtime.GOMAXPROCS(0), Phases: phases, SignsOneIn: fixture.Times(997, 97),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Counterexamples {
		t.Errorf("invariant %d: %s\nanswers:\n  %s\nbefore:\n  %s", c.Invariant, c.Problem, strings.Join(c.Answers, "\n  "), strings.Join(c.Before, "\n  "))
	}
	for _, c := range r.Coverage {
		if c.Done != c.Total || c.Total == 0 {
			t.Errorf("%s: %d of %d", c.What, c.Done, c.Total)
		}
	}
	for _, c := range r.Invariants {
		if c.Checks < 1000 {
			t.Errorf("invariant %d (%s) was checked only %d times", c.Number, c.Name, c.Checks)
		}
	}
}
