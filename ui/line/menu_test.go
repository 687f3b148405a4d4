package line

import (
	"strconv"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/report"
)

// The result is told in short, without sources; every further part is one number away, and the sources are the last.
func TestResultInParts(t *testing.T) {
	for _, c := range lib.Cases {
		answers, err := g.ParseLines(c.Answers)
		if err != nil {
			t.Fatal(err)
		}
		a := g.Assess(answers)
		if a.Level.Stops() {
			continue
		}
		parts := partsOf(report.New(g, a, g.Changes(answers)))
		for at, part := range parts {
			_, text := drive(t, Options{Answers: answers}, func(w *walk, _ guide.Asked) []string {
				if w.Page() == guide.ReviewPage && at >= 0 {
					at -= 1000
					return []string{"result"}
				}
				return []string{strconv.Itoa(at + 1001), "quit"}
			})
			_, told, _ := strings.Cut(text, "\nYour result\n")
			first, rest, _ := strings.Cut(told, "There is more:")
			if n := len(strings.Fields(first)); n > 400 || strings.Contains(first, "http") {
				t.Errorf("%s: the result begins with %d words:\n%s", c.ID, n, first)
			}
			if _, chosen, _ := strings.Cut(rest, "Your choice: "); !strings.HasPrefix(strings.TrimSpace(chosen), part.Title[:4]) {
				t.Errorf("%s: number %d does not tell %q:\n%s", c.ID, at+1001, part.Title, chosen)
			}
		}
		if last := parts[len(parts)-1]; last.Title != "Sources" {
			t.Errorf("%s: the last part is %q", c.ID, last.Title)
		}
	}
}
