package guide_test

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/scenario"
)

// A question that everyone is asked takes its answer from the base person: the scenarios themselves stay as they are. The test
// adds such a question at several places of the questionnaire, and its answer to the base person, and nothing else.
func TestNewQuestionTouchesTheBaseOnly(t *testing.T) {
	t.Parallel()
	base, err := os.ReadFile("testdata/scenarios/" + scenario.Base)
	if err != nil {
		t.Fatal(err)
	}
	questions := whole.Knowledge().Questions
	for share, at := range []int{1, len(questions) / 2, len(questions)} { // each with a third of the scenarios
		k := *whole.Knowledge()
		k.Questions = slices.Insert(slices.Clone(questions), at, knowledge.Question{
			ID: "sleep", Title: "How do you sleep?", Why: "For the test.", Kind: knowledge.One, Stage: questions[at-1].Stage,
			Options: []knowledge.Option{{ID: "well", Label: "Well"}, {ID: "badly", Label: "Badly"}},
		})
		g, err := guide.New(&k, "risk-more")
		if err != nil {
			t.Fatal(err)
		}
		people, err := scenario.Read(overlay{os.DirFS("testdata/scenarios"), append(slices.Clone(base), "sleep: well\n"...), share}, g)
		if err != nil {
			t.Fatal(err)
		}
		unanswered := 0
		for _, s := range people {
			o := outcome{g: g, Assessment: g.Assess(s.Answers), walk: walkThrough(g, s)}
			for _, line := range s.Expect {
				if counted(line) {
					continue // one page more is one page more
				}
				if problem := o.meets(line); problem != "" {
					t.Errorf("%s: %s: %s", s.Name, line, problem)
				}
			}
			if slices.Contains(o.walk.missing, "sleep") && !slices.Contains(s.Expect, "incomplete") {
				unanswered++
			}
		}
		if unanswered > 0 {
			t.Errorf("question %d: %d of %d scenarios do not answer it", at, unanswered, len(people))
		}
	}
}

func counted(line string) bool {
	for _, word := range []string{"stops ", "pages "} {
		if len(line) > len(word) && line[:len(word)] == word {
			return true
		}
	}
	return false
}

// overlay is a third of a folder of scenarios, with another file of base people.
type overlay struct {
	fs.FS
	base  []byte
	share int // of the scenarios, by thirds
}

func (o overlay) Glob(pattern string) (third []string, err error) {
	all, err := fs.Glob(o.FS, pattern)
	for i := o.share; i < len(all); i += 3 {
		third = append(third, all[i])
	}
	return third, err
}

func (o overlay) ReadFile(name string) ([]byte, error) {
	if name == scenario.Base {
		return o.base, nil
	}
	return fs.ReadFile(o.FS, name)
}
