package line

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
)

// However a person wanders, back and forth, changing and finding, the result comes only when every question that applies was
// answered as it stands then, and it is that of the answers, in whatever order they were given. A health item that was found
// counts, or was told to be set aside, or was taken away.
func TestWandering(t *testing.T) {
	n := 60
	if !fixture.Thorough() {
		n = 40
	}
	ends, found := map[Ending]int{}, 0
	for seed := range uint64(n) {
		p := &wanderer{t: t, seed: seed, r: rand.New(rand.NewPCG(seed, 5))}
		out, _ := drive(t, Options{}, p.answer)
		found += p.found
		ends[out.Ending]++
		if out.Ending == Finished && !p.ended {
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

// wanderer goes back, changes answers and searches at random, and comes to the point in the end.
type wanderer struct {
	t                    *testing.T
	seed                 uint64
	r                    *rand.Rand
	turn, prompts, found int
	ended                bool
}

// answer types the lines for one prompt.
func (p *wanderer) answer(w *walk, q guide.Asked) []string {
	p.prompts++
	settled := p.prompts > 60 // in the end everybody comes to the point
	if p.ended || w.Page() == guide.StopPage && (settled || p.r.IntN(4) > 0) {
		return []string{"quit"}
	}
	if w.Finished() {
		return p.review(w, settled)
	}
	was := w.Answers()[q.ID]
	switch {
	case settled:
	case p.r.IntN(12) == 0 && (w.Page() != w.Pages()[0] || q.ID != w.Questions()[0].ID):
		return []string{"back"}
	case p.r.IntN(20) == 0 && len(w.Given()) > 0:
		return []string{fmt.Sprint("change ", 1+p.r.IntN(len(w.Given())))}
	case g.Searched(q.ID) && p.r.IntN(3) > 0:
		if lines := p.search(w, q); lines != nil {
			return lines
		}
	}
	if q.Answered(was) && p.r.IntN(3) > 0 {
		return []string{"keep"}
	}
	p.turn++
	return []string{keyed(q, was, thrown(p.seed, uint64(p.turn))(q))}
}

// review changes one of the answers, or asks for the result.
func (p *wanderer) review(w *walk, settled bool) []string {
	if !settled && p.r.IntN(3) > 0 {
		return []string{fmt.Sprint("change ", 1+p.r.IntN(len(w.Given())))}
	}
	if w.Page() == guide.StopPage {
		return []string{"quit"}
	}
	// Going back from a change may leave something to be asked: then the result waits for that.
	p.ended = !slices.ContainsFunc(w.Review(), func(l guide.Line) bool { return !w.settled(l.Asked) })
	return []string{"result"}
}

// search looks a health item up and takes the first that is found; nil where nothing is.
func (p *wanderer) search(w *walk, q guide.Asked) []string {
	items := g.Role(knowledge.RoleHistory).Options
	o := items[p.r.IntN(len(items))]
	hits := w.Find(o.Label)
	if len(hits) == 0 || hits[0].Kind != guide.FoundItem { // it follows from an answer of another kind
		return nil
	}
	p.found++
	pick := "1"
	if p.r.IntN(4) == 0 {
		pick = "?1"
	}
	item := hits[0].Option.ID
	next, _ := w.Take(item, pick != "1")
	if a := next.Items(); !a.Has(item) && !slices.Contains(a.Open, item) {
		p.t.Errorf("seed %d: %s is found and not taken", p.seed, item)
	}
	for _, x := range g.Assess(next.Answers()).Aside {
		if x.Fact == g.HistoryID()+"/"+item {
			p.t.Errorf("seed %d: %s is found and does not count", p.seed, x.Fact)
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
