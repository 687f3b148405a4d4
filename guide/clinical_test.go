package guide_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"knead/guide/scenario"
)

// The people of a clinical review, with the levels that the reviewer called right. Their stories are carried over to the
// present questions without changing what they said.
func TestClinicalReview(t *testing.T) {
	people, err := scenario.Read(os.DirFS("testdata/clinical"), whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		level := whole.Assess(p.Answers).Level.String()
		for _, line := range p.Expect {
			if right, ok := strings.CutPrefix(line, "right "); ok && !slices.Contains(strings.Fields(right), level) {
				t.Errorf("%s: %s, and right is %s\n\t%s", p.Name, level, right, p.Why)
			}
		}
	}
}
