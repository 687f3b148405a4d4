package line

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// However a person wanders, back and forth, changing and finding, the result comes only when every question that applies was
// answered as it stands then, and it is that of the answers, in whatever order they were given. A health item that was found
// counts, or was told to be set aside, or was taken away.
func TestWandering(t *testing.T) {
	n := 60
	if testing.Short() {
		n = 40
	}
	items := g.Role(knowledge.RoleHistory).Options
	ends, found := map[Ending]int{}, 0
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 5))
		turn, prompts := 0, 0
		ended := false
		out, _ := drive(t, Options{}, func(w *walk, q guide.Asked) []string {
			prompts++
			settled := prompts > 60 // in the end everybody comes to the point
			if ended || w.Page() == guide.StopPage && (settled || r.IntN(4) > 0) {
				return []string{"quit"}
			}
			if w.Finished() {
				lines := w.Given()
				if !settled && r.IntN(3) > 0 {
					return []string{fmt.Sprint("change ", 1+r.IntN(len(lines)))}
				}
				if w.Page() == guide.StopPage {
					return []string{"quit"}
				}
				// Going back from a change may leave something to be asked: then the result waits for that.
				ended = !slices.ContainsFunc(w.Review(), func(l guide.Line) bool { return !w.settled(l.Asked) })
				return []string{"result"}
			}
			was := w.Answers()[q.ID]
			switch {
			case settled:
			case r.IntN(12) == 0 && (w.Page() != w.Pages()[0] || q.ID != w.Questions()[0].ID):
				return []string{"back"}
			case r.IntN(20) == 0 && len(w.Given()) > 0:
				return []string{fmt.Sprint("change ", 1+r.IntN(len(w.Given())))}
			case g.Searched(q.ID) && r.IntN(3) > 0:
				o := items[r.IntN(len(items))]
				hits := w.Find(o.Label)
				if len(hits) == 0 || hits[0].Kind != guide.FoundItem { // it follows from an answer of another kind
					break
				}
				found++
				pick := "1"
				if r.IntN(4) == 0 {
					pick = "?1"
				}
				next, _ := w.Take(hits[0].Option.ID, pick != "1")
				if a := next.Items(); !a.Has(hits[0].Option.ID) && !slices.Contains(a.Open, hits[0].Option.ID) {
					t.Errorf("seed %d: %s is found and not taken", seed, hits[0].Option.ID)
				}
				for _, x := range g.Assess(next.Answers()).Aside {
					if x.Fact == g.HistoryID()+"/"+hits[0].Option.ID {
						t.Errorf("seed %d: %s is found and does not count", seed, x.Fact)
					}
				}
				// Where the list stays as it is, the question goes on; else it is put again.
				lines := []string{"find " + o.Label, pick}
				for _, now := range next.Questions() {
					if now.ID == q.ID && len(now.Shown) != len(q.Shown) {
						return lines
					}
				}
				if a := next.Answers()[q.ID]; q.Answered(a) {
					return append(lines, "keep")
				}
				return append(lines, "none")
			}
			if q.Answered(was) && r.IntN(3) > 0 {
				return []string{"keep"}
			}
			turn++
			return []string{keyed(q, was, thrown(seed, uint64(turn))(q))}
		})
		ends[out.Ending]++
		if out.Ending == Finished && !ended {
			t.Errorf("seed %d: the result comes, and something is not settled", seed)
		}
		a, err := g.ParseLines(g.Lines(out.Answers))
		if err != nil {
			t.Fatal(err)
		}
		if assessed(t, a) != assessed(t, out.Answers) {
			t.Errorf("seed %d: the order of answers counts", seed)
		}
	}
	t.Logf("%v, %d items found", ends, found)
	if ends[Finished] < n/10 || found < n/4 {
		t.Error("too few come far")
	}
}
