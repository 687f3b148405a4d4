package guide_test

import (
	"errors"
	"fmt"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"knead/guide"
	"knead/guide/knowledge"
)

// TestAnyWayThroughTheInterview goes forwards, backwards and back to change things, at random. Nothing is lost on the way,
// nothing is answered by going on, and where it ends depends on the answers alone.
func TestAnyWayThroughTheInterview(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, said := whole.Start(), guide.Answers{}
		t.Repeat(map[string]func(*rapid.T){
			"answer": func(t *rapid.T) {
				if i.Finished() {
					t.Skip()
				}
				q := rapid.SampledFrom(i.Questions()).Draw(t, "asked")
				a := drawAnswer(t, q.Question)
				i, said = i.Answer(q.ID, a), said.With(q.ID, a)
			},
			"on": func(t *rapid.T) {
				missing, page, stops := i.Missing(), i.Page(), i.Level() == knowledge.Emergency
				next, err := i.Next()
				switch {
				case missing != nil && (!errors.Is(err, guide.ErrUnanswered) || next.Page() != page):
					t.Fatalf("page %s was left without an answer to %s", page, missing.ID)
				case missing == nil && err != nil:
					t.Fatalf("page %s: %v", page, err)
				case missing == nil && stops && !i.Finished() && next.Page() != guide.StopPage:
					t.Fatalf("an emergency leads from %s to %s", page, next.Page())
				}
				i = next
			},
			"back":   func(*rapid.T) { i = i.Back() },
			"change": func(t *rapid.T) { i = i.Change(rapid.SampledFrom(i.Review()).Draw(t, "line").ID) },
			"": func(t *rapid.T) {
				counts := maps.Clone(said)
				for _, q := range whole.MayAsk(i.Answers()) { // "none" does not speak for what has been added to a list
					if counts[q.ID].Has(knowledge.None) && i.Grown(q) {
						counts = counts.With(q.ID, guide.Answer{Open: counts[q.ID].Open})
					}
				}
				if !maps.EqualFunc(i.Answers(), counts, func(x, y guide.Answer) bool { return fmt.Sprint(x) == fmt.Sprint(y) }) {
					t.Fatalf("said%s\nkept%s", show(said), show(i.Answers()))
				}
				if i.Finished() {
					if r := whole.Resume(i.Answers()); i.Page() == guide.ReviewPage && r.Page() == guide.StopPage {
						t.Fatalf("the review hides a stop, for%s", show(said))
					}
					return
				}
				if len(i.Questions()) == 0 && !i.Changing() {
					t.Fatalf("page %s asks nothing", i.Page())
				}
				if page, of := i.Progress(); page < 1 || page > of {
					t.Fatalf("page %d of %d", page, of)
				}
			},
		})
	})
}
