package wizard_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/scenario"
	"knead/ui/wizard"
)

// Usual people come to the review with about thirty keys if they use digits, and with about sixty if they use only the arrows,
// space, and enter. The test looks for the shortest way.
func TestFewKeys(t *testing.T) {
	people, err := scenario.Read(os.DirFS("../../guide/testdata/usual"), g)
	if err != nil {
		t.Fatal(err)
	}
	const manyDigits, manyArrows = 36, 83 // with an illness of two groups to choose
	sum := [2]int{}
	for _, p := range people {
		digits, arrows := fewest(t, p.Answers, true), fewest(t, p.Answers, false)
		t.Logf("%-24s %2d keys with digits, %2d with arrows", p.Name, len(digits), len(arrows))
		if len(digits) > manyDigits || len(arrows) > manyArrows {
			t.Errorf("%s takes more keys than %d with digits or %d with arrows:\n%s\n%s", p.Name, manyDigits, manyArrows,
				strings.Join(digits, " "), strings.Join(arrows, " "))
		}
		sum[0], sum[1] = sum[0]+len(digits), sum[1]+len(arrows)
	}
	if n := len(people); sum[0] > 31*n || sum[1] > 58*n {
		t.Errorf("%d people take %d keys with digits and %d with arrows; 31 and 58 each are enough", n, sum[0], sum[1])
	}
}

// fewest are the fewest keys that give these answers, page by page, from the first to the review.
func fewest(t *testing.T, want guide.Answers, digits bool) []string {
	t.Helper()
	m := wizard.New(g.Start(), lib, dark)
	m.SetSize(80, 40)
	var all []string
	for m.Interview().Page() != guide.ReviewPage {
		keys, next := leavePage(m, want, digits)
		if keys == nil {
			t.Fatalf("page %s cannot be left with the answers\n%s", m.Interview().Page(), strings.Join(g.Lines(want), "\n"))
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
	page, before := m.Interview().Page(), m.Interview().Back().Page()
	keys := []string{"enter", "space", "down", "up", "left", "right"}
	if digits {
		keys = append(keys, "n", "tab")
	}
	seen := map[string]bool{}
	for todo := []walk{{m: m}}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		offered := keys
		if digits {
			offered = append(slices.Clone(keys), shortcuts(at.m, want)...)
		}
		for _, k := range offered {
			next, _ := at.m.Update(keyMsgs(k)[0])
			if next.Typing() || !wanted(next, page, want) || next.Interview().Page() == before && before != page { // back leads round for ever
				continue
			}
			path := append(slices.Clone(at.keys), k)
			if next.Interview().Page() != page {
				return path, next
			}
			if state := next.Focus() + next.View() + strings.Join(g.Lines(next.Interview().Answers()), "\n"); !seen[state] {
				seen[state] = true
				todo = append(todo, walk{next, path})
			}
		}
	}
	return nil, m
}

// wanted reports whether nothing was said that is not wanted, and one question after the other, all of them before a page is
// left.
func wanted(m wizard.Model, page string, want guide.Answers) bool {
	i := m.Interview()
	open := false
	for _, l := range i.Review() {
		if l.Page() != page {
			continue
		}
		w := want[l.ID]
		for _, o := range l.Answer.Options {
			if low, high := l.Range(); !w.Has(o) && (l.Kind != knowledge.Scale || !between(l.Answer.Value, w.Value, (low+high)/2)) {
				return false // the arrows pass the numbers from the middle on
			}
		}
		if l.Answer.Unsure || len(l.Answer.Open) > 0 || open && l.Answer.Given() {
			return false
		}
		open = open || !slices.Equal(l.Answer.Options, w.Options) || l.Answer.Value != w.Value
	}
	return !open || i.Page() == page
}

func between(n, a, b int) bool { return min(a, b) <= n && n <= max(a, b) }

// shortcuts are the digits and letters of the rows that are wanted.
func shortcuts(m wizard.Model, want guide.Answers) (out []string) {
	for _, q := range m.Interview().Questions() {
		if q.Kind == knowledge.Scale {
			out = append(out, strings.Split(strconv.Itoa(want[q.ID].Value), "")...)
		}
		for n, o := range q.Shown {
			if !want[q.ID].Has(o.ID) {
				continue
			}
			out = append(out, strings.ToUpper(o.Label[:1]))
			if n < 10 {
				out = append(out, strconv.Itoa((n+1)%10))
			}
		}
	}
	return out
}
