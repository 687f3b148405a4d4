package guide_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/scenario"
)

var whole = builtin.Guide()

// scenarios are the people of testdata/scenarios; package scenario describes their files. Their answers are exactly what the
// interview asks of them, up to where it ends: an answer that was not asked for, or one that is missing, is a mistake of the
// scenario unless it says so. The lines of "expect":
//
//	level LEVEL                          the triage level
//	concern FLAG, no concern FLAG        a red flag that holds, or certainly does not
//	open FLAG                            a red flag that is not settled
//	pattern PATTERN                      or none
//	verdict THERAPY VERDICT
//	fit THERAPY FIT
//	word THERAPY WORDS                   as the reader sees it
//	first KIND THERAPY                   the first choice of massages, alternatives or self-help, or none
//	place THERAPY N                      the Nth of its kind that may be used at once
//	because THERAPY FACT                 an answer of theirs that counts against it
//	counts THERAPY FACT VERDICT          and how strictly
//	adapts THERAPY FACT                  the caution for that answer says how
//	local THERAPY FACT WHERE             it speaks of a place: here or elsewhere; or whole
//	therapies none
//	unsure FACT                          is told as left open
//	unasked FACT                         counts, although it is not asked: the answers come from a file, not from the interview
//	aside FACT                           is kept, and does not count
//	missing QUESTION                     is asked and has no answer
//	incomplete                           more is missing than is worth a list
//	stops PAGES                          the interview ends early, after at most so many pages
//	pages PAGES                          the review comes after at most so many
func scenarios(t *testing.T) []scenario.Scenario {
	t.Helper()
	people, err := allScenarios()
	if err != nil {
		t.Fatal(err)
	}
	return people
}

// allScenarios are read once for all tests. Nobody changes them: With and Without copy answers.
var allScenarios = sync.OnceValues(func() ([]scenario.Scenario, error) {
	return scenario.Read(os.DirFS("testdata/scenarios"), whole)
})

// neverFirst are the therapies that are the first choice of their kind for nobody, with the highest place there is.
var neverFirst = map[string]string{
	"chiropractic": "2", // guidelines want it together with exercise, which comes first
	"yoga":         "2", // tai chi has all of its reasons, research at least as good, and fewer verdicts against it
}

// TestScenariosCover asks for a person for everything that the guide can conclude, and for everything one can be unsure of.
func TestScenariosCover(t *testing.T) {
	seen, whys := map[string]bool{}, map[string]string{}
	for _, s := range scenarios(t) {
		if n := len(s.Why); n < 60 || !strings.HasSuffix(strings.TrimRight(s.Why, `"`), ".") {
			t.Errorf("%s does not say in a sentence why it exists", s.Name)
		}
		story, _, _ := strings.Cut(s.Name, " or ")
		if other := whys[s.Why]; other != "" && other != story {
			t.Errorf("%s exists for the same reason as %s", s.Name, other)
		}
		whys[s.Why] = story
		if len(s.Expect) < 2 {
			t.Errorf("%s expects too little", s.Name)
		}
		for _, line := range s.Expect {
			words := strings.Fields(line)
			seen[line], seen[words[0]+" "+words[len(words)-1]] = true, true
		}
		for id, a := range s.Answers {
			q := asWritten(whole.Question(id))
			seen["unsure "+q] = seen["unsure "+q] || a.Unsure
			for _, o := range a.Options {
				seen[id+"/"+o] = true
			}
		}
	}
	want := func(line string) {
		if !seen[line] {
			t.Errorf("no scenario says %q", line)
		}
	}
	k := whole.Knowledge()
	for _, f := range k.RedFlags {
		want("concern " + f.ID)
	}
	for _, f := range []string{"night-pain-alone", "weight-loss-plus", "age-over-50-first-episode", "upper-back-pain-alone", "not-improving"} {
		want("no concern " + f) // the weak signs
	}
	for _, p := range k.Patterns {
		want("pattern " + p.ID)
	}
	for _, th := range k.Therapies {
		if n := neverFirst[th.ID]; n != "" {
			want("place " + th.ID + " " + n)
			continue
		}
		want("first " + th.Kind.String() + " " + th.ID)
	}
	for i := range k.Questions {
		q := &k.Questions[i]
		want("unsure " + asWritten(q))
		for _, o := range q.Options {
			if q.Role == knowledge.RoleHistory && o.ID != knowledge.None && len(o.Also) == 0 {
				want(q.ID + "/" + o.ID)
			}
		}
	}
}

// asWritten is the ID of a question as it stands in the file: those that one question with each is made into are one.
func asWritten(q *knowledge.Question) string {
	if q.Each == "" {
		return q.ID
	}
	return strings.TrimSuffix(q.ID, "-"+q.Of[0])
}

func TestScenarios(t *testing.T) {
	for _, s := range scenarios(t) {
		t.Run(s.Name, func(t *testing.T) {
			o := outcome{g: whole, Assessment: whole.Assess(s.Answers), walk: walkThrough(whole, s)}
			for _, line := range s.Expect {
				if problem := o.meets(line); problem != "" {
					t.Errorf("%s: %s", line, problem)
				}
			}
			if o.Level.Stops() && !slices.ContainsFunc(s.Expect, func(l string) bool { return strings.HasPrefix(l, "stops ") }) {
				t.Error("the questions end early, and no line says after how many pages")
			}
			o.walk.explained(t, s.Expect)
		})
	}
}

// walk is an interview gone through with a person's answers.
type walk struct {
	end     string   // ReviewPage or StopPage
	pages   int      // that were answered
	missing []string // questions that were asked and not answered
	unused  []string // questions that were answered and not asked
}

// walkThrough answers what is asked. Where the person has no answer it says none or not sure, to see the rest. Answers that
// nobody was asked for are there from the start.
func walkThrough(g *guide.Guide, s scenario.Scenario) walk {
	w, i, asked, answers := walk{}, g.Start(), map[string]bool{}, s.Answers
	if fromFile(s) {
		i = g.Resume(answers) // as a file is read
		for _, l := range i.Review() {
			asked[l.ID] = true
		}
	}
	for !i.Finished() {
		if w.pages++; w.pages > len(g.Knowledge().Questions) {
			panic("the interview goes in circles, on " + i.Page())
		}
		for q := i.Missing(); q != nil; q = i.Missing() {
			a, again := answers[q.ID], asked[q.ID]
			asked[q.ID] = true
			if again && slices.Contains(w.missing, q.ID) {
				panic("no answer is enough for " + q.ID)
			}
			if again || !a.Unsure && len(a.Options) == 0 {
				w.missing = append(w.missing, q.ID)
				a = guide.Answer{Unsure: true}
				if q.Kind == knowledge.Many {
					a = guide.Answer{Options: []string{knowledge.None}}
				}
			}
			i = i.Answer(q.ID, a)
		}
		next, err := i.Next()
		if err != nil {
			panic(err) // nothing is missing
		}
		i = next
	}
	w.end = i.Page()
	for _, q := range g.Knowledge().Questions {
		if answers[q.ID].Given() && !asked[q.ID] {
			w.unused = append(w.unused, q.ID)
		}
	}
	return w
}

// fromFile reports whether a person says more than the interview asks of them, and it counts.
func fromFile(s scenario.Scenario) bool { return len(whole.Unasked(s.Answers)) > 0 }

// explained complains about answers that are missing or in vain, unless the scenario says so.
func (w walk) explained(t *testing.T, expect []string) {
	t.Helper()
	for _, line := range expect {
		if q, ok := strings.CutPrefix(line, "missing "); ok && !slices.Contains(w.missing, q) {
			t.Errorf("%s: it is not missing", line)
		}
	}
	if slices.Contains(expect, "incomplete") {
		return
	}
	for _, q := range w.missing {
		if !slices.Contains(expect, "missing "+q) {
			t.Errorf("%s is asked and has no answer", q)
		}
	}
	for _, q := range w.unused {
		if !slices.ContainsFunc(expect, func(l string) bool { return strings.HasPrefix(l, "aside "+q+"/") }) {
			t.Errorf("%s is answered and never asked", q)
		}
	}
}
