package wizard_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/scenario"
	"knead/ui/wizard"
)

// Usual people come to the review with thirty keys where they use digits, and with sixty where they use the arrows, space, and
// enter alone. Both are the fewest that do.
func TestFewKeys(t *testing.T) {
	people, err := scenario.Read(os.DirFS("../../guide/testdata/usual"), g)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		digits, arrows := fewest(t, p.Answers, true), fewest(t, p.Answers, false)
		t.Logf("%-24s %2d keys with digits, %2d with arrows", p.Name, len(digits), len(arrows))
		if len(digits) > 30 || len(arrows) > 60 {
			t.Errorf("%s takes %d keys with digits and %d with arrows; 30 and 60 are enough:\n%s\n%s", p.Name, len(digits), len(arrows),
				strings.Join(digits, " "), strings.Join(arrows, " "))
		}
	}
}

// fewest are the fewest keys that give these answers, page by page, from the first to the review.
func fewest(t *testing.T, want guide.Answers, digits bool) []string {
	t.Helper()
	m := wizard.New(g.Start(), lib, dark)
	m.SetSize(80, 19)
	var all []string
	for m.Interview().Page() != guide.ReviewPage {
		keys, next := leavePage(m, want, digits)
		if keys == nil {
			t.Fatalf("page %s cannot be left with these answers", m.Interview().Page())
		}
		all, m = append(all, keys...), next
	}
	return all
}

type walk struct {
	m    wizard.Model
	keys []string
}

// leavePage searches breadth first for the keys that answer a page as wanted, and lead on; it follows no key that says anything else.
func leavePage(m wizard.Model, want guide.Answers, digits bool) ([]string, wizard.Model) {
	page := m.Interview().Page()
	keys := []string{"enter", "space", "down", "up", "left", "right"}
	if digits {
		keys = append(keys, "n", "tab", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	}
	seen := map[string]bool{}
	for todo := []walk{{m: m}}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		letters := keys
		if digits {
			letters = append(slices.Clone(keys), initials(at.m, want)...)
		}
		for _, k := range letters {
			next, _ := at.m.Update(keyMsgs(k)[0])
			if !wanted(next, page, want) {
				continue
			}
			path := append(slices.Clone(at.keys), k)
			if next.Interview().Page() != page {
				return path, next
			}
			if state := next.View() + strings.Join(g.Lines(next.Interview().Answers()), "\n"); !seen[state] {
				seen[state] = true
				todo = append(todo, walk{next, path})
			}
		}
	}
	return nil, m
}

// wanted reports whether nothing was said that is not wanted, and all of it before a page is left.
func wanted(m wizard.Model, page string, want guide.Answers) bool {
	i := m.Interview()
	left := i.Page() != page
	for _, l := range i.Review() {
		if l.Page() != page {
			continue
		}
		w := want[l.ID]
		for _, o := range l.Answer.Options {
			if !w.Has(o) && (l.Kind != guide.Scale || l.Answer.Value > w.Value) { // the arrows pass the numbers below
				return false
			}
		}
		whole := slices.Equal(l.Answer.Options, w.Options) && l.Answer.Value == w.Value
		if l.Answer.Unsure || len(l.Answer.Open) > 0 || left && !whole {
			return false
		}
	}
	return true
}

// initials are the letters that lead to the rows that are wanted.
func initials(m wizard.Model, want guide.Answers) (out []string) {
	for _, q := range m.Interview().Questions() {
		for _, o := range q.Shown {
			if letter := strings.ToUpper(o.Label[:1]); want[q.ID].Has(o.ID) && !slices.Contains(out, letter) {
				out = append(out, letter)
			}
		}
	}
	return out
}
