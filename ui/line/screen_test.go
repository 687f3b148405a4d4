package line

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/ui/termtest"
	"knead/ui/theme"
	"knead/ui/wizard"
)

// trip is how a person goes through the guide: their answers, when they go back to change one, and what they change in the
// end. It is the same trip on the screen and line by line.
type trip struct {
	seed    uint64
	backs   map[int]int // before the question of this number: back to that of the other
	changes []int       // on the review: the questions of these numbers, counted round
}

func newTrip(seed uint64) trip {
	r := rand.New(rand.NewPCG(seed, 99))
	p := trip{seed: seed, backs: map[int]int{}}
	for range r.IntN(3) {
		k := 1 + r.IntN(16)
		p.backs[k] = r.IntN(k)
	}
	for range r.IntN(4) {
		p.changes = append(p.changes, r.IntN(30))
	}
	return p
}

// answer is what is said to a question: at first, and after turning back for the n-th time.
func (p trip) answer(q guide.Asked, turn int) guide.Answer { return thrown(p.seed, uint64(turn))(q) }

// journey is what came of a trip.
type journey struct {
	events  []event
	answers []string
	ending  string
}

// byKeys makes the trip on the full screen, pressing keys.
func byKeys(t *testing.T, p trip) journey {
	t.Helper()
	bare := *lib
	bare.Figures = nil // a list of places is the same question as the figure
	s := &screen{t: t, m: wizard.New(g.Start(), &bare, theme.New(theme.Plain, false))}
	s.m.SetSize(100, 40)
	var j journey
	var asked []string
	turn := 0
	for step := 0; ; step++ {
		if step > 400 {
			t.Fatalf("seed %d: the screen comes to no end", p.seed)
		}
		if s.ending != "" {
			j.ending = s.ending
			break
		}
		if s.reviewing() {
			if len(p.changes) == 0 {
				s.press("r")
				continue
			}
			at := p.changes[0]
			p.changes = p.changes[1:]
			lines := s.m.Interview().Review()
			q := lines[at%len(lines)]
			s.press("home", "home")
			page := "" // a line of the screen's review is a page
			for n, l := range lines[:at%len(lines)+1] {
				if n > 0 && l.Page() != page {
					s.press("down")
				}
				page = l.Page()
			}
			s.press("enter")
			turn++
			s.set(q.ID, p.answer(s.question(q.ID), turn))
			continue
		}
		q := s.missing()
		if q.Question == nil {
			s.press("home", "home", "home", "home", "enter")
			continue
		}
		if to, ok := p.backs[len(asked)]; ok {
			delete(p.backs, len(asked))
			if s.applies(asked[to]) {
				for s.m.Interview().Page() != g.Question(asked[to]).Page() {
					s.press("esc")
				}
				turn++
				s.set(asked[to], p.answer(s.question(asked[to]), turn))
				continue
			}
		}
		j.events = append(j.events, eventOf(s.m.Interview().Page(), q))
		asked = append(asked, q.ID)
		s.set(q.ID, p.answer(q, turn))
	}
	j.answers = g.Lines(s.m.Interview().Answers())
	return j
}

type screen struct {
	t      *testing.T
	m      wizard.Model
	ending string
}

func (s *screen) press(names ...string) {
	for _, name := range names {
		m, cmd := s.m.Update(termtest.Key(name))
		s.m = m
		if cmd == nil {
			continue
		}
		switch cmd().(type) {
		case wizard.DoneMsg:
			s.ending = "result"
		case wizard.StoppedMsg:
			s.ending = "stop"
		}
	}
}

func (s *screen) reviewing() bool {
	title, _, _, _ := s.m.Header()
	return title == "Review"
}

func (s *screen) questions() []guide.Asked { return s.m.Interview().Questions() }

// missing is the first question of the page without an answer; the zero Asked when there is none.
func (s *screen) missing() guide.Asked {
	for _, q := range s.questions() {
		if !q.Answered(s.m.Interview().Answers()[q.ID]) {
			return q
		}
	}
	return guide.Asked{}
}

func (s *screen) applies(id string) bool {
	return slices.ContainsFunc(s.m.Interview().Review(), func(l guide.Line) bool { return l.ID == id })
}

func (s *screen) question(id string) guide.Asked {
	for _, q := range s.questions() {
		if q.ID == id {
			return q
		}
	}
	s.t.Fatalf("%s is not asked on page %s", id, s.m.Interview().Page())
	return guide.Asked{}
}

// set marks an answer: from the title of the question down its rows.
func (s *screen) set(id string, a guide.Answer) {
	s.t.Helper()
	q := s.question(id)
	s.goTo(id)
	was := s.m.Interview().Answers()[id]
	switch {
	case a.Unsure:
		if !was.Unsure {
			s.press("u")
			s.agree()
		}
	case q.Kind == knowledge.Scale:
		for _, digit := range fmt.Sprint(a.Value) {
			s.press(string(digit))
		}
	case a.Has(knowledge.None):
		if !was.Has(knowledge.None) {
			s.press("n")
			s.agree()
			s.agree()
		}
	}
	if !a.Unsure && q.Kind != knowledge.Scale {
		s.goTo(id)
		if qs := s.questions(); g.Searched(id) && qs[slices.IndexFunc(qs, func(q guide.Asked) bool { return g.Searched(q.ID) })].ID == id {
			s.press("down") // past the search field
		}
		for _, o := range q.Shown {
			if o.ID == knowledge.None && q.Kind == knowledge.Many {
				continue
			}
			s.press("down")
			now := s.m.Interview().Answers()[id]
			switch {
			case a.Has(o.ID) != now.Has(o.ID) && (a.Has(o.ID) || q.Kind == knowledge.Many && !slices.Contains(a.Open, o.ID)):
				s.press("space")
			case slices.Contains(a.Open, o.ID) != slices.Contains(now.Open, o.ID):
				s.press("u")
			}
			if q.Kind != knowledge.Many && a.Has(o.ID) {
				break
			}
		}
	}
	if got := s.m.Interview().Answers()[id]; strings.Join(visible(q, got), " ") != strings.Join(visible(q, a), " ") {
		s.t.Fatalf("%s is %v on the screen, not %v", id, visible(q, got), visible(q, a))
	}
}

// agree says yes where a blanket answer waits for that.
func (s *screen) agree() {
	if strings.Contains(s.m.Note(), "press y") || strings.Contains(s.m.Note(), "Press y") {
		s.press("y")
	}
}

// goTo puts the focus on the title of a question.
func (s *screen) goTo(id string) {
	s.press("home", "home", "home", "home")
	for _, other := range s.questions() {
		if other.ID == id {
			return
		}
		s.press("tab")
	}
}

// visible is an answer without what is not offered.
func visible(q guide.Asked, a guide.Answer) []string {
	out := []string{fmt.Sprint(a.Unsure, a.Value)}
	for _, o := range q.Shown {
		switch {
		case a.Has(o.ID):
			out = append(out, o.ID)
		case slices.Contains(a.Open, o.ID):
			out = append(out, "?"+o.ID)
		}
	}
	return out
}

// byLines makes the trip line by line.
func byLines(t *testing.T, p trip) (journey, Outcome) {
	t.Helper()
	var j journey
	var asked []string
	turn, target, prompts, page := 0, "", 0, ""
	out, _ := drive(t, Options{Echo: true}, func(w *walk, q guide.Asked) []string {
		if prompts++; prompts > 400 {
			t.Fatalf("seed %d: the lines come to no end", p.seed)
		}
		switch {
		case j.ending != "":
			return []string{"quit"}
		case w.Page() == guide.StopPage:
			j.ending = "stop"
			return []string{"quit"}
		case w.Page() == guide.ReviewPage && len(p.changes) == 0:
			j.ending = "result"
			return []string{"result"}
		case w.Page() == guide.ReviewPage:
			lines := w.Review()
			at := p.changes[0] % len(lines)
			p.changes = p.changes[1:]
			target = lines[at].ID
			turn++
			return []string{fmt.Sprint("change ", at+1)}
		}
		was := w.Answers()[q.ID]
		if target != "" {
			if q.ID != target {
				return []string{"back"}
			}
			target, page = "", w.Page()
			return []string{keyed(q, was, p.answer(q, turn))}
		}
		if q.Answered(was) {
			return []string{"keep"}
		}
		if w.Page() == page && slices.Contains(asked, q.ID) {
			// A list that grew by a change on its own page stands before the person on the screen, answered as it was. Line by
			// line it is asked again.
			return []string{"none"}
		}
		page = ""
		if to, ok := p.backs[len(asked)]; ok {
			delete(p.backs, len(asked))
			if slices.ContainsFunc(w.Review(), func(l guide.Line) bool { return l.ID == asked[to] }) {
				target = asked[to]
				turn++
				return []string{"back"}
			}
		}
		j.events = append(j.events, eventOf(w.Page(), q))
		asked = append(asked, q.ID)
		return []string{keyed(q, was, p.answer(q, turn))}
	})
	j.answers = g.Lines(out.Answers)
	return j, out
}

// On the screen and line by line, the same trip with the same turns brings up the same questions with the same options, in
// the same order, and ends with the same answers and the same result.
func TestSameAsTheScreen(t *testing.T) {
	n := 25
	if !fixture.Thorough() {
		n = 20
	}
	endings := map[string]int{}
	turned := 0
	for seed := range uint64(n) {
		p := newTrip(seed)
		want := byKeys(t, newTrip(seed))
		got, out := byLines(t, p)
		name := fmt.Sprintf("seed %d (%v, %v):", seed, newTrip(seed).backs, newTrip(seed).changes)
		if hidden(t, want, got) {
			endings["asked further"]++
			continue
		}
		same(t, name+" questions", strings.Join(strs(got.events), "\n"), strings.Join(strs(want.events), "\n"))
		same(t, name+" endings", got.ending, want.ending)
		same(t, name+" answers", strings.Join(got.answers, "\n"), strings.Join(want.answers, "\n"))
		a, err := g.ParseLines(want.answers)
		if err != nil {
			t.Fatal(err)
		}
		if assessed(t, out.Answers) != assessed(t, a) {
			t.Fatalf("%s another assessment", name)
		}
		endings[got.ending]++
		if len(newTrip(seed).backs) > 0 {
			turned++
		}
	}
	t.Logf("%v, %d with a turn", endings, turned)
}

// hidden reports whether the two part where a change makes a result urgent and, at the same time, lengthens a list of the
// emergency block that was answered. The screen stops there; line by line that list is asked first, as it could hold an emergency.
func hidden(t *testing.T, screen, lines journey) bool {
	t.Helper()
	n := len(screen.events)
	if screen.ending != "stop" || len(lines.events) <= n || !slices.Equal(lines.events[:n], screen.events) {
		return false
	}
	a, err := g.ParseLines(screen.answers)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range lines.events[n:] {
		if order(g, strings.Fields(string(e))[1]) > order(g, lib.Block) {
			return false
		}
	}
	return g.Assess(a).Level == knowledge.Urgent
}
