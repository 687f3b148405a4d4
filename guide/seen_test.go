package guide_test

import (
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// "None of these" speaks of the list that was read. What a later change adds to the list is not denied by it; once the list
// is as it was, it counts again.
func TestNoneDoesNotSpeakForWhatComesLater(t *testing.T) {
	i := walked(t, "age", calm...)
	i = i.Answer("age", guide.Answer{Options: []string{"70-up"}}).Answer("risk", guide.Answer{Options: []string{knowledge.None}})
	if i.Missing() != nil {
		t.Fatalf("%s is missing", i.Missing().ID)
	}
	younger := i.Answer("age", guide.Answer{Options: []string{"18-49"}}) // and may be pregnant
	if q := younger.Missing(); q == nil || q.ID != "risk" || younger.Answers()["risk"].Given() {
		t.Errorf("the list of risks has grown, and none of it still counts")
	}
	for _, q := range younger.Questions() {
		if (q.ID == "risk") != younger.Grown(q) {
			t.Errorf("%s has grown: %v", q.ID, younger.Grown(q))
		}
	}
	if again := younger.Answer("age", guide.Answer{Options: []string{"70-up"}}); !again.Answers()["risk"].Has(knowledge.None) {
		t.Error("the list is as it was, and the answer to it is lost")
	}
	if read := younger.Answer("risk", guide.Answer{Options: []string{knowledge.None}}); read.Missing() != nil {
		t.Errorf("read again and answered, %s is missing", read.Missing().ID)
	}
}

// What an answer brings up on a page behind is asked first; then one is back where one was.
func TestBehindIsAskedFirst(t *testing.T) {
	i := walked(t, "health", append(calm, "where: neck")...)
	i, _ = i.Take("hypermobility-eds", false) // and with it a risk, whose details stand on a page of their own
	i = i.Answer("health", guide.Answer{Options: []string{knowledge.None}})
	next, err := i.Next()
	if err != nil || next.Page() != "you" || !next.Passing() {
		t.Fatalf("after loose joints were found it goes on to %s (%v)", next.Page(), err)
	}
	for q := next.Missing(); q != nil; q = next.Missing() {
		next = next.Answer(q.ID, guide.Answer{Options: []string{knowledge.None}})
	}
	if next, err = next.Next(); err != nil || next.Page() != "wishes" || next.Passing() {
		t.Errorf("and from there to %s (%v)", next.Page(), err)
	}
}
