package guide_test

import (
	"os"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/scenario"
)

// read is what a person reads on the way to the review: screens, and words of titles, hints, group headings, and labels. The
// help of a row counts where it is always printed, on the two lists of warnings.
type read struct{ screens, words int }

func reads(t *testing.T, answers guide.Answers) read {
	t.Helper()
	var r read
	words := func(s string) { r.words += len(strings.Fields(s)) }
	i := whole.Start()
	for !i.Finished() {
		r.screens++
		i = fill(t, i, answers)
		for _, q := range i.Questions() {
			words(q.Title)
			words(q.Hint)
			group := ""
			for _, o := range q.Shown {
				words(o.Label)
				if q.Role == knowledge.RoleAlarm {
					words(o.Help)
				}
				if o.Group != group {
					group = o.Group
					words(group)
				}
			}
		}
		i = next(t, i)
	}
	return r
}

// Usual people come to the review within eleven screens, itself among them, and a thousand words: the purpose on the first screen,
// four lines of help on the way, and the review with their own answers count as 150. Without pain it takes eight screens. The health items of a second
// group, of which each is one row, add up to a hundred words.
func TestShort(t *testing.T) {
	people, err := scenario.Read(os.DirFS("testdata/usual"), whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		r := reads(t, p.Answers)
		r.screens, r.words = r.screens+1, r.words+150
		screens, words := 11, 1000
		if p.Answers[whole.Role(knowledge.RolePlace).ID].Has(knowledge.None) {
			screens, words = 8, 700
		}
		if n := len(p.Answers[whole.HistoryID()].Options); n > 1 { // the rows of two groups of health items
			words += 100
		}
		t.Logf("%-24s %2d screens %5d words", p.Name, r.screens, r.words)
		if r.screens > screens || r.words > words {
			t.Errorf("%s takes %d screens and %d words; %d and %d are enough", p.Name, r.screens, r.words, screens, words)
		}
	}
}
