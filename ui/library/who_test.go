package library_test

import (
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/ui/frame"
	"knead/ui/library"
)

var rules = builtin.Guide()

// checking opens who should not have a therapy.
func checking(t testing.TB, page string, w, h int, yours ...string) *reader {
	r := open(t, w, h)
	r.m.SetRules(func() *guide.Guide { return rules })
	r.m.SetYours(yours)
	r.do(r.m.Open(page))
	return r.keys("w")
}

// w shows the groups; enter opens one, what is typed finds a condition, and esc goes back where one was.
func TestWhoShouldNot(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}, {200, 55}} {
		r := checking(t, "deep-tissue", size[0], size[1]).shows("an illness or a medicine", "Heart and blood")
		if !r.m.Typing() {
			t.Fatal("letters are not for the search")
		}
		r.keys("down", "down", "enter").shows("Blood thinner", "Bleeding disorder")
		r.keys("esc", "esc")
		if !strings.Contains(r.screen(), "In short") && !strings.Contains(r.screen(), "Deep tissue") {
			t.Errorf("%v: esc leads to\n%s", size, r.screen())
		}
		r.keys("w").type_("warfarin").shows("Blood thinner")
		if size[0] == 60 {
			r.keys("enter")
		}
		r.shows("Not for you", "Deep pressure can cause")
		for _, row := range r.rows() {
			if frame.Width(row) > size[0] {
				t.Errorf("%v: a row of %d: %s", size, frame.Width(row), row)
			}
		}
	}
}

// A condition that needs no care is told as well, and so are names that are no condition, and unknown ones.
func TestWhoFindsMore(t *testing.T) {
	checking(t, "deep-tissue", 80, 19).type_("epilepsy").shows("No special care needed")
	checking(t, "deep-tissue", 80, 19).type_("xyzzyq").shows("does not know “xyzzyq”")
	checking(t, "deep-tissue", 80, 19).type_("hay fever").shows("No precaution is linked to")
}

// What the person has is marked as theirs.
func TestWhoMarksYours(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		r := checking(t, "deep-tissue", width, 60, "osteoporosis").shows("yours")
		if !strings.Contains(r.type_("osteoporosis").screen(), "– yours") {
			t.Errorf("%d columns: nothing is marked:\n%s", width, r.screen())
		}
	}
}

// Only the page of a therapy has the view, and it closes with the page.
func TestWhoOnlyForTherapies(t *testing.T) {
	r := checking(t, "warning-signs", 80, 19)
	if r.m.Typing() {
		t.Errorf("a page that is about no therapy:\n%s", r.screen())
	}
	r = checking(t, "heat", 80, 19).keys("esc")
	if r.m.Typing() {
		t.Errorf("esc does not close it:\n%s", r.screen())
	}
	if r.keys("esc"); len(r.sent) == 0 || r.sent[len(r.sent)-1] != (library.CloseMsg{}) {
		t.Errorf("the page does not close: %v", r.sent)
	}
}

// Every condition of every therapy can be found by its label, and its verdict is told.
func TestEveryConditionIsFound(t *testing.T) {
	for _, id := range []string{"thai-massage", "walking"} {
		r := checking(t, id, 120, 35).type_("x")
		for _, ruling := range rules.Rulings(id) {
			if len(rules.Find(ruling.History.Label)) == 0 || rules.Find(ruling.History.Label)[0].Kind != guide.FoundItem {
				continue // it follows from another answer
			}
			r.keys("esc").type_(ruling.History.Label[:min(len(ruling.History.Label), 40)])
			word := "No special care needed"
			for _, col := range (document.Conditions{}).Columns() {
				if map[string]document.Tone{"avoid": document.NotNow, "clinician-first": document.AskFirst, "caution": document.WithCare}[ruling.Verdict.String()] == col.Tone {
					word = col.Title
				}
			}
			r.shows(word)
		}
	}
}
