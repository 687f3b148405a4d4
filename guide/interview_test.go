package guide_test

import (
	"errors"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/scenario"
)

// answered reads answers written as a scenario has them.
func answered(t *testing.T, lines ...string) guide.Answers {
	t.Helper()
	a, err := whole.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// person is the scenario of this name.
func person(t *testing.T, name string) guide.Answers {
	t.Helper()
	s, err := scenario.File(os.DirFS("testdata/scenarios"), name, whole)
	if err != nil {
		t.Fatal(err)
	}
	return s[0].Answers
}

// fill answers what the page still wants, from the answers.
func fill(t *testing.T, i guide.Interview, answers guide.Answers) guide.Interview {
	t.Helper()
	before := ""
	for q := i.Missing(); q != nil; q = i.Missing() {
		a := answers[q.ID]
		if !a.Given() || q.ID == before {
			t.Fatalf("page %s asks %s, which this person does not answer", i.Page(), q.ID)
		}
		i, before = i.Answer(q.ID, a), q.ID
	}
	return i
}

// next goes on, and fails when that is not possible.
func next(t *testing.T, i guide.Interview) guide.Interview {
	t.Helper()
	n, err := i.Next()
	if err != nil {
		t.Fatalf("page %s: %v", i.Page(), err)
	}
	return n
}

// along walks to the end and returns the interview as it stood on each page, the end last.
func along(t *testing.T, answers guide.Answers) []guide.Interview {
	t.Helper()
	i, steps := whole.Start(), []guide.Interview(nil)
	for !i.Finished() {
		i = fill(t, i, answers)
		if steps = append(steps, i); len(steps) > len(whole.Knowledge().Questions) {
			t.Fatalf("the interview goes in circles: %v", pagesOf(steps))
		}
		i = next(t, i)
	}
	return append(steps, i)
}

func pagesOf(steps []guide.Interview) (pages []string) {
	for _, i := range steps {
		pages = append(pages, i.Page())
	}
	return pages
}

func TestStartKnowsNothing(t *testing.T) {
	i := whole.Start()
	if i.Page() != "where" || len(i.Answers()) > 0 || i.Finished() || i.Changing() {
		t.Errorf("it starts on %q with %v", i.Page(), i.Answers())
	}
	if b := i.Back(); b.Page() != i.Page() {
		t.Errorf("back from the first page leads to %s", b.Page())
	}
}

// Nothing by accident: going on answers nothing, on no page.
func TestEnterAnswersNothing(t *testing.T) {
	for _, name := range []string{"person/kidney-infection", "person/inflammatory-back", "danger/shoulder-tip-pain-and-bleeding", "edge/crash-cleared"} {
		answers := person(t, name)
		i := whole.Start()
		for pages := 0; !i.Finished() && pages < 20; pages++ {
			for q := i.Missing(); q != nil; q = i.Missing() {
				if !answers[q.ID].Given() || i.Answers()[q.ID].Given() {
					t.Fatalf("%s: page %s asks %s, which this person does not answer", name, i.Page(), q.ID)
				}
				after, err := i.Next()
				if !errors.Is(err, guide.ErrUnanswered) {
					t.Fatalf("%s, page %s without %s: got %v", name, i.Page(), q.ID, err)
				}
				if after.Page() != i.Page() || !reflect.DeepEqual(after.Answers(), i.Answers()) {
					t.Fatalf("%s, page %s: going on changed something", name, i.Page())
				}
				i = i.Answer(q.ID, answers[q.ID])
			}
			i = next(t, i)
		}
	}
}

// One option left open by itself does not answer the rest of its question.
func TestOpenOptionsAreNoAnswer(t *testing.T) {
	i := next(t, fill(t, whole.Start(), answered(t, "where: low-back")))
	i = i.Answer("now", guide.Answer{Open: []string{"chest"}})
	if _, err := i.Next(); !errors.Is(err, guide.ErrUnanswered) {
		t.Errorf("nine of ten urgent signs were passed without an answer: %v", err)
	}
}

func TestBackLosesNothing(t *testing.T) {
	for _, name := range []string{"edge/old-numb-legs-explained", "person/pregnant-back", "seed/any-pre-existing-condition", "person/whiplash-yesterday"} {
		steps := along(t, person(t, name))
		i := steps[len(steps)-1]
		said := i.Answers()
		for at := len(steps) - 2; at >= 0; at-- {
			if i = i.Back(); i.Page() != steps[at].Page() {
				t.Fatalf("%s: back leads to %s, want %s", name, i.Page(), steps[at].Page())
			}
			if !reflect.DeepEqual(i.Answers(), said) {
				t.Fatalf("%s: back to %s changed the answers", name, i.Page())
			}
		}
		for at := 1; at < len(steps); at++ { // and on again, without a word
			if i = next(t, i); i.Page() != steps[at].Page() {
				t.Fatalf("%s: on again leads to %s, want %s", name, i.Page(), steps[at].Page())
			}
		}
	}
}

// An interview is a value: what comes later does not reach back into it.
func TestOldInterviewsStayGood(t *testing.T) {
	steps := along(t, person(t, "person/sciatica"))
	for at, i := range steps[:len(steps)-1] {
		before, page := maps.Clone(i.Answers()), i.Page()
		_ = i.Answer("where", guide.Answer{Options: []string{"head"}})
		_ = i.Change("severity").Answer("severity", guide.Answer{Unsure: true})
		_ = i.Back()
		if !reflect.DeepEqual(i.Answers(), before) || i.Page() != page {
			t.Fatalf("step %d changed", at)
		}
		if next(t, i).Page() != steps[at+1].Page() {
			t.Fatalf("step %d leads elsewhere now", at)
		}
	}
}

func TestChangeComesBackToTheReview(t *testing.T) {
	steps := along(t, person(t, "person/desk-stiff-neck"))
	review := steps[len(steps)-1]
	for _, line := range review.Review() {
		i := review.Change(line.ID)
		if !i.Changing() || i.Page() != line.Page() {
			t.Fatalf("%s: on page %s", line.ID, i.Page())
		}
		for _, end := range []guide.Interview{next(t, i), i.Back()} {
			if end.Page() != guide.ReviewPage || end.Changing() || !reflect.DeepEqual(end.Answers(), review.Answers()) {
				t.Fatalf("%s: a look at it ends on %s", line.ID, end.Page())
			}
		}
	}
	if i := review.Change("no-such-question"); i.Page() != guide.ReviewPage || i.Changing() {
		t.Errorf("an unknown question leads to %s", i.Page())
	}
}

// A change that brings up further questions asks those on the way, and only those.
func TestChangeAsksWhatItBringsUp(t *testing.T) {
	steps := along(t, person(t, "person/desk-stiff-neck"))
	review := steps[len(steps)-1]
	more := answered(t, "now: fever", "when-fever: days", "fever: none-taken", "ill-more: cold", "feel: stiff, shooting", "spread: upper-arm", "severity: 8", "limits: work", "relief: well", "health: heart", "history: heart-rhythm")
	for change, want := range map[string][]string{
		"now":      {"when", "ill"},
		"feel":     nil, // how far it goes stands on the same page
		"severity": nil,
		"health":   nil, // so do the items of a drawer
		"trend":    nil,
	} {
		i := review.Change(change)
		if a := more[change]; a.Given() {
			i = i.Answer(change, a)
		}
		var asked []string
		for i = fill(t, i, more); ; i = fill(t, i, more) {
			if i = next(t, i); i.Finished() || len(asked) > 9 {
				break
			}
			asked = append(asked, i.Page())
		}
		if !slices.Equal(asked, want) || i.Page() != guide.ReviewPage || i.Changing() {
			t.Errorf("changing %s asks %v and ends on %s, want %v and the review", change, asked, i.Page(), want)
		}
		for q, a := range review.Answers() {
			if q != change && !reflect.DeepEqual(i.Answers()[q], a) {
				t.Errorf("changing %s changed %s", change, q)
			}
		}
	}
}

// An answer whose question does not apply anymore is kept, does not count, and returns with its question.
func TestAnswersAreKeptAside(t *testing.T) {
	steps := along(t, person(t, "today/foot-slaps-on-the-stairs"))
	stop := steps[len(steps)-1]
	if stop.Page() != guide.StopPage || stop.Level() != knowledge.Urgent {
		t.Fatalf("it ends on %s", stop.Page())
	}
	i := stop.Change("signs").Answer("signs", guide.Answer{Options: []string{knowledge.None}})
	asked := func(q string) bool {
		return slices.ContainsFunc(i.Review(), func(l guide.Line) bool { return l.ID == q })
	}
	for _, q := range []string{"since-weak-leg", "strength"} {
		if !i.Answers()[q].Given() {
			t.Errorf("%s is lost", q)
		}
	}
	if asked("since-weak-leg") || !asked("strength") {
		t.Errorf("since when is asked: %t; strength, which says yes: %t", asked("since-weak-leg"), asked("strength"))
	}
	a := whole.Assess(i.Answers())
	if !slices.Equal(facts(a.Aside), []string{"since-weak-leg/weeks", "pace/same"}) || !slices.Equal(facts(a.Unasked), []string{"strength/leg"}) {
		t.Errorf("aside: %v; unasked: %v", facts(a.Aside), facts(a.Unasked))
	}
	if a.Level != knowledge.ClinicianFirst || i.Level() != knowledge.ClinicianFirst {
		t.Errorf("a weak leg that nothing brings up is %s", a.Level)
	}
	if i = next(t, i); i.Page() == guide.StopPage {
		t.Error("what is aside still stops")
	}
	back := i.Change("signs").Answer("signs", guide.Answer{Options: []string{"weak-leg"}})
	if back = next(t, back); back.Page() != guide.StopPage || back.Level() != knowledge.Urgent {
		t.Errorf("the question came back without its answer: on %s", back.Page())
	}
	if i = i.Change("strength").Answer("strength", guide.Answer{Options: []string{knowledge.None}}); asked("strength") || i.Level() != knowledge.SelfCare {
		t.Errorf("it was taken back, and is asked: %t, and %s", asked("strength"), i.Level())
	}
}

// A single choice that is not offered anymore has to be made again.
func TestChoiceNotOfferedIsAskedAgain(t *testing.T) {
	i := whole.Resume(person(t, "aside/below-the-knee-when-only-the-arm-is-asked"))
	if i.Page() != "feel" || i.Missing() == nil || i.Missing().ID != "spread" {
		t.Errorf("it resumes on %s, and %v is missing", i.Page(), i.Missing())
	}
	if _, err := i.Next(); !errors.Is(err, guide.ErrUnanswered) {
		t.Errorf("a knee was taken for an elbow: %v", err)
	}
}

func TestResume(t *testing.T) {
	if i := whole.Resume(nil); i.Page() != "where" {
		t.Errorf("nothing was said, and it resumes on %s", i.Page())
	}
	for _, name := range []string{"person/tension-headache", "person/kidney-infection", "edge/foot-drop-with-cancer", "unsure/how-bad"} {
		steps := along(t, person(t, name))
		for at, i := range steps[:len(steps)-1] {
			if got := whole.Resume(i.Answers()).Page(); got != steps[at+1].Page() {
				t.Errorf("%s: after %s it resumes on %s, want %s", name, i.Page(), got, steps[at+1].Page())
			}
		}
		end := steps[len(steps)-1]
		if r := whole.Resume(end.Answers()); r.Page() != end.Page() || !r.Finished() {
			t.Errorf("%s: at the end it resumes on %s", name, r.Page())
		}
	}
}

// The number of the page only grows, and never beyond the number of pages; the review is the last.
func TestProgress(t *testing.T) {
	t.Parallel()
	stages := len(whole.Knowledge().Stages)
	for _, s := range scenarios(t) {
		if slices.ContainsFunc(s.Expect, func(l string) bool { return l == "incomplete" || strings.HasPrefix(l, "missing ") }) {
			continue
		}
		before, stage := 0, 0
		for _, i := range along(t, s.Answers) {
			page, of := i.Progress()
			if i.Page() == guide.StopPage {
				page, before = of, of-1
			}
			if page != before+1 || page > of {
				t.Errorf("%s: page %s is %d of %d after %d", s.Name, i.Page(), page, of, before)
			}
			if n := i.Stage(); n < stage || n > stages || (n == stages) != i.Finished() {
				t.Errorf("%s: page %s is on stage %d after %d", s.Name, i.Page(), n, stage)
			} else {
				stage = n
			}
			if i.Page() == guide.ReviewPage && page != of {
				t.Errorf("%s: the review is %d of %d", s.Name, page, of)
			}
			before = page
		}
	}
}

// Every page, every question and every option is met by somebody on the way, whatever their answers.
func TestEveryPageIsReachable(t *testing.T) {
	t.Parallel()
	met := map[string]bool{}
	for _, s := range scenarios(t) {
		i := whole.Start()
		for steps := 0; !i.Finished() && steps < 200; steps++ {
			for _, q := range i.Questions() {
				met[q.ID] = true
				for _, o := range q.Shown {
					met[q.ID+"/"+o.ID] = true
				}
			}
			q := i.Missing()
			if q == nil {
				i = next(t, i)
				continue
			}
			a := s.Answers[q.ID]
			if i = i.Answer(q.ID, a); !a.Given() || i.Missing() != nil && i.Missing().ID == q.ID {
				break
			}
		}
	}
	for _, q := range whole.Knowledge().Questions {
		if !met[q.ID] {
			t.Errorf("nobody is asked %s", q.ID)
		}
		for _, o := range q.Options {
			if !o.Hidden && !met[q.ID+"/"+o.ID] {
				t.Errorf("nobody is offered %s/%s", q.ID, o.ID)
			}
		}
	}
}

// Every question can be answered "not sure" (or none), and the interview ends all the same.
func TestNoDeadEnd(t *testing.T) {
	t.Parallel()
	done := map[string]bool{}
	for _, s := range scenarios(t) {
		for q := range s.Answers {
			if done[q] {
				continue
			}
			done[q] = true
			if w := walkThrough(whole, scenario.Scenario{Answers: s.Answers.With(q, guide.Answer{Unsure: true})}); w.pages > 20 {
				t.Errorf("%s: not sure about %s takes %d pages", s.Name, q, w.pages)
			}
		}
	}
	if len(done) != len(whole.Knowledge().Questions) {
		t.Errorf("%d questions of %d", len(done), len(whole.Knowledge().Questions))
	}
}
