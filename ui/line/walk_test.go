package line

import (
	"slices"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// at is a walk on the review, with these answers to the small questionnaire.
func at(t *testing.T, lines ...string) *walk {
	t.Helper()
	l := small()
	sg, err := guide.New(&l.Knowledge, l.Block)
	if err != nil {
		t.Fatal(err)
	}
	a, err := sg.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	return newWalk(sg.Resume(a))
}

var calm = []string{"where: shoulder", "side-shoulder: left", "signs: none", "age: grown", "risk: none", "severity: 1", "health: none"}

// say answers the current question, and goes on when its page is done.
func (w *walk) say(t *testing.T, question string, options ...string) {
	t.Helper()
	q, ok := w.current()
	for ; !ok && !w.Finished(); q, ok = w.current() {
		if err := w.forward(); err != nil {
			t.Fatal(err)
		}
	}
	if !ok || q.ID != question {
		t.Fatalf("%s is not asked; on %s %v", question, w.Page(), ok)
	}
	w.answer(q, guide.Answer{Options: options})
	for _, ok := w.current(); !ok && !w.Finished(); _, ok = w.current() {
		if err := w.forward(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestChangeComesBackToTheReview(t *testing.T) {
	w := at(t, calm...)
	if w.Page() != guide.ReviewPage {
		t.Fatal(w.Page())
	}
	w.change("severity")
	w.say(t, "severity", "mild")
	if w.Page() != guide.ReviewPage {
		t.Errorf("on %s", w.Page())
	}
	w.change("where")
	if !w.back("where") || w.Page() != guide.ReviewPage {
		t.Errorf("back from a change is on %s", w.Page())
	}
}

// A list that has grown is asked again before anything else; the answer "none" to it is taken back.
func TestGrownListIsAskedAgain(t *testing.T) {
	w := at(t, calm...)
	w.change("where")
	w.say(t, "where", "shoulder", "leg")
	w.say(t, "side-leg", "left")
	q, _ := w.current()
	if q.ID != "signs" || !w.Grown(q) || w.Answers()["signs"].Given() {
		t.Fatalf("asks %s, signs are %+v", q.ID, w.Answers()["signs"])
	}
	w.say(t, "signs", "none")
	if w.Page() != guide.ReviewPage {
		t.Errorf("on %s", w.Page())
	}
}

// A change may make the result urgent and lengthen a list of the emergency block: that list is asked before the stop.
func TestUrgentWaitsForTheBlock(t *testing.T) {
	strong := slices.Clone(calm)
	strong[5] = "severity: 3"
	w := at(t, strong...)
	w.change("where")
	w.say(t, "where", "shoulder", "leg")
	w.say(t, "side-leg", "left")
	if q, ok := w.current(); !ok || q.ID != "signs" || w.Level() != knowledge.Urgent {
		t.Fatalf("asks %s on %s, at %s", q.ID, w.Page(), w.Level())
	}
	w.say(t, "signs", "leg")
	w.say(t, "fast", "no")
	if w.Page() != guide.StopPage || w.Level() != knowledge.Urgent {
		t.Errorf("on %s at %s", w.Page(), w.Level())
	}
}

// An emergency stops at once, whatever is open.
func TestEmergencyStopsAtOnce(t *testing.T) {
	w := at(t, calm...)
	w.change("risk")
	w.say(t, "risk", "blood")
	w.say(t, "risk-more", "yes")
	if w.Page() != guide.StopPage || w.Level() != knowledge.Emergency {
		t.Errorf("on %s at %s", w.Page(), w.Level())
	}
	w = at(t, "where: shoulder", "side-shoulder: left", "signs: arm", "fast: yes")
	if !w.back("") || w.Page() != "fast" {
		t.Fatalf("back from the stop is on %s", w.Page())
	}
	w.say(t, "fast", "no")
	if w.Page() != "you" {
		t.Errorf("on %s", w.Page())
	}
}

// After a change that follows a stop, all that was not asked yet is asked page by page, and one can go back page by page.
func TestChangeAfterAStopGoesOn(t *testing.T) {
	w := at(t, "where: shoulder", "side-shoulder: left", "signs: arm", "fast: yes")
	if w.Page() != guide.StopPage {
		t.Fatal(w.Page())
	}
	w.change("fast")
	w.say(t, "fast", "no")
	if w.Page() != "you" || w.Changing() {
		t.Fatalf("on %s", w.Page())
	}
	w.say(t, "age", "grown")
	w.say(t, "risk", "none")
	if !w.back("severity") || w.Page() != "you" {
		t.Errorf("back is on %s", w.Page())
	}
	if q, _ := w.current(); q.ID != "risk" {
		t.Errorf("asks %s", q.ID)
	}
}

// From a question one can change an earlier one, and comes back; what the change brings up is asked on the way.
func TestChangeFromAQuestion(t *testing.T) {
	w := at(t, calm[:6]...)
	if w.Page() != "health" {
		t.Fatal(w.Page())
	}
	w.change("risk")
	w.say(t, "risk", "blood")
	if w.Page() != "risk-more" {
		t.Fatalf("on %s", w.Page())
	}
	w.say(t, "risk-more", "no")
	if w.Page() != "health" {
		t.Fatalf("on %s", w.Page())
	}
	w.say(t, "health", "none")
	if w.Page() != "history" {
		t.Errorf("on %s", w.Page())
	}
	w.say(t, "history", "thinner")
	if w.Page() != guide.ReviewPage || !w.confirm() {
		t.Errorf("on %s", w.Page())
	}
}

// Every page that was passed can be gone back to, question by question, to the first.
func TestBackToTheFirst(t *testing.T) {
	w := at(t, append(slices.Clone(calm[:4]), "risk: blood", "risk-more: no", "severity: 1", "health: joints", "history: gout")...)
	var asked []string
	for from := ""; w.back(from); {
		q, _ := w.current()
		from = q.ID
		asked = append(asked, q.ID)
	}
	want := []string{"history", "health", "severity", "risk-more", "risk", "age", "signs", "side-shoulder", "where"}
	if !slices.Equal(asked, want) {
		t.Errorf("back goes over %v", asked)
	}
}

// Wherever a walk is and whatever is said, it comes to an end, and nothing is asked that has an answer.
func TestConfirmAsksWhatIsMissing(t *testing.T) {
	w := at(t, calm...)
	w.Interview = w.Answer("severity", guide.Answer{})
	if w.confirm() || w.Page() != "severity" {
		t.Errorf("on %s", w.Page())
	}
	w.say(t, "severity", "mild")
	if !w.confirm() {
		t.Errorf("on %s", w.Page())
	}
}
