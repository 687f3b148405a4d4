package guide_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"knead/guide/scenario"
)

// The people of a clinical review, with the levels that the reviewer called right. Their stories are carried over to the
// present questions without changing what they said. The line "disputed REASON" says why another level is right all the
// same, and "pending REASON" what the questions cannot hold yet: such a person is counted and told, and does not fail.
func TestClinicalReview(t *testing.T) {
	people, err := scenario.Read(os.DirFS("testdata/clinical"), whole)
	if err != nil {
		t.Fatal(err)
	}
	open := 0
	for _, p := range people {
		level, right, reason := whole.Assess(p.Answers).Level.String(), "", ""
		for _, line := range p.Expect {
			word, rest, _ := strings.Cut(line, " ")
			switch word {
			case "right":
				right = rest
			case "disputed", "pending":
				reason = line
			default:
				t.Errorf("%s: unknown line %q", p.Name, line)
			}
		}
		met := slices.Contains(strings.Fields(right), level)
		switch {
		case right == "":
			t.Errorf("%s does not say which level is right", p.Name)
		case reason != "":
			open++
			t.Logf("%s: %s, and right is %s; %s", p.Name, level, right, reason)
			if met && strings.HasPrefix(reason, "disputed") {
				t.Errorf("%s: the levels agree; take the line out: %s", p.Name, reason)
			}
		case !met:
			t.Errorf("%s: %s, and right is %s\n\t%s", p.Name, level, right, p.Why)
		}
	}
	t.Logf("%d people, %d of them disputed or pending", len(people), open)
}
