package results

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/report"
)

// unfold opens every group that is folded.
func (s *screen) unfold() *screen {
	s.t.Helper()
	s.keys("2", "home")
	for range 100 {
		if it := s.m.selected(); it.fold != nil && !s.m.unfolded[it.fold.Suits] {
			s.keys("enter")
		}
		if s.m.next(s.m.cursor, 1) == s.m.cursor {
			break
		}
		s.keys("down")
	}
	return s.keys("home")
}

// The groups stand in the order of their verdicts, each with how many they hold, and what is ruled out says why.
func TestGroups(t *testing.T) {
	for _, p := range usual(t) {
		s := of(t, p.Answers, 80, 200).keys("2")
		text, at := s.text(), 0
		for _, x := range report.Groups(g, s.m.own) {
			next := strings.Index(text[at:], x.Title+"  "+strconv.Itoa(len(x.Matches)))
			if next < 0 {
				t.Fatalf("%s: %q is not behind the others:\n%s", p.Name, x.Title, text)
			}
			at += next
			if x.Suits == guide.SuitsNotNow && strings.Count(text[at:], "because of") != len(x.Matches) {
				t.Errorf("%s: not each of %q has its reason:\n%s", p.Name, x.Title, text[at:])
			}
		}
		s.keys("home")
		if it := s.m.selected(); it.match == nil || it.match.Suits() > guide.SuitsWithCare {
			t.Errorf("%s: the list begins on %+v", p.Name, it)
		}
	}
}

// A group that shares one reason is folded: the reason once, what to ask, and the names. Enter unfolds it, and folds it again.
func TestFolds(t *testing.T) {
	for _, size := range [][2]int{{60, 80}, {80, 80}, {120, 80}} {
		s := of(t, person(t, "thin-bones"), size[0], size[1]).keys("2")
		at := slices.IndexFunc(s.m.items, func(it item) bool { return it.fold != nil && it.fold.Suits == guide.SuitsAfterAsking })
		if at < 0 {
			t.Fatalf("at %v nothing is folded:\n%s", size, s.text())
		}
		fold := s.m.items[at].fold
		s.shows("Ask a doctor", "After a yes: ")
		asking := func() (n int) {
			for _, it := range s.m.items {
				if it.focus != nil && strings.HasPrefix(strings.TrimSpace(ansi.Strip(it.rows[0])), dark.Signs.AskFirst) {
					n++
				}
			}
			return n
		}
		if n := asking(); n != 1 {
			t.Errorf("at %v %d rows ask first", size, n)
		}
		s.m.cursor = at
		s.keys("enter")
		if n := asking(); n != 1+len(fold.Matches) {
			t.Errorf("at %v %d rows ask first after unfolding:\n%s", size, n, s.text())
		}
		s.keys("enter").shows("After a yes: ")
	}
}

// Where several reasons hold the therapies of a group back, each reason is named once, with the therapies that it holds back.
func TestFoldsByReason(t *testing.T) {
	s := of(t, person(t, "blood-thinner"), 80, 80).keys("2")
	at := slices.IndexFunc(s.m.items, func(it item) bool { return it.fold != nil && it.fold.Suits == guide.SuitsAfterAsking })
	if at < 0 || len(s.m.items[at].fold.Shared) > 0 {
		t.Fatalf("this person's therapies do not wait for different reasons:\n%s", s.text())
	}
	words := flat(strings.Join(s.m.items[at].rows, " "))
	reasons := strings.Count(words, "Because of ")
	if reasons < 2 || reasons > 3 {
		t.Errorf("%d reasons in %q", reasons, words)
	}
	for _, x := range s.m.items[at].fold.Matches {
		if strings.Count(words, x.Therapy.Name) != 1 {
			t.Errorf("%s is not named once in %q", x.Therapy.Name, words)
		}
	}
}
