package guide_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"knead/content/builtin"
	"knead/guide"
)

// A scenario is a person: why the file exists (what would go wrong for them if it failed), their answers, and what must
// and must not come out. The answers are exactly what the interview asks of this person, up to where it ends: an answer
// that was not asked for, or one that is missing, is a mistake of the scenario unless it says so. A section "or" is the
// same story told differently: these answers are other ones, a question without an answer falls away, and all that is
// expected stays. The lines of "expect":
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
//	aside FACT                           is kept, and does not count
//	missing QUESTION                     is asked and has no answer
//	incomplete                           more is missing than is worth a list
//	stops PAGES                          the interview ends early, after at most so many pages
//	pages PAGES                          the review comes after at most so many
type scenario struct {
	name    string
	why     string
	answers guide.Answers
	expect  []string
}

var whole = builtin.Guide()

// scenarios are the people of all files; those of the sections "or" follow the one they are like.
func scenarios(t *testing.T) []scenario {
	t.Helper()
	files, err := filepath.Glob("testdata/scenarios/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var out []scenario
	for _, file := range files {
		s, err := readScenarios(file)
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		out = append(out, s...)
	}
	return out
}

func readScenarios(file string) ([]scenario, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	a := txtar.Parse(data)
	s := scenario{name: strings.TrimSuffix(filepath.Base(file), ".txtar"), why: strings.TrimSpace(string(a.Comment))}
	var told guide.Answers
	var out []scenario
	for _, f := range a.Files {
		said := lines(f)
		switch f.Name {
		case "answers":
			if told, err = whole.ParseLines(said); err != nil {
				return nil, err
			}
			s.answers = told
			out = append(out, s)
		case "or":
			s.answers = told
			for _, line := range said {
				if q, gone := strings.CutSuffix(line, ":"); gone {
					s.answers = s.answers.Without(q)
				}
			}
			other, err := whole.ParseLines(slices.DeleteFunc(said, func(l string) bool { return strings.HasSuffix(l, ":") }))
			if err != nil {
				return nil, err
			}
			for q, x := range other {
				s.answers = s.answers.With(q, x)
			}
			s.name = out[0].name + " or " + strconv.Itoa(len(out))
			out = append(out, s)
		case "expect":
			for i := range out {
				out[i].expect = said
			}
		default:
			return nil, fmt.Errorf("there is no section %q", f.Name)
		}
	}
	return out, nil
}

func lines(f txtar.File) []string {
	var out []string
	for line := range strings.Lines(string(f.Data)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// neverFirst are the therapies that are the first choice of their kind for nobody, with the highest place there is.
var neverFirst = map[string]string{
	"yoga": "3", // tai chi has all of its reasons, research at least as good, and fewer verdicts against it
}

// TestScenariosCover asks for a person for everything that the guide can conclude, and for everything one can be unsure of.
func TestScenariosCover(t *testing.T) {
	seen, whys := map[string]bool{}, map[string]string{}
	for _, s := range scenarios(t) {
		if n := len(s.why); n < 60 || !strings.HasSuffix(strings.TrimRight(s.why, `"`), ".") {
			t.Errorf("%s does not say in a sentence why it exists", s.name)
		}
		story, _, _ := strings.Cut(s.name, " or ")
		if other := whys[s.why]; other != "" && other != story {
			t.Errorf("%s exists for the same reason as %s", s.name, other)
		}
		whys[s.why] = story
		if len(s.expect) < 2 {
			t.Errorf("%s expects too little", s.name)
		}
		for _, line := range s.expect {
			words := strings.Fields(line)
			seen[line], seen[words[0]+" "+words[len(words)-1]] = true, true
		}
		for q, a := range s.answers {
			seen["unsure "+q] = seen["unsure "+q] || a.Unsure
			for _, o := range a.Options {
				seen[q+"/"+o] = true
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
		want("first " + string(th.Kind) + " " + th.ID)
	}
	for i := range k.Questions {
		q := &k.Questions[i]
		want("unsure " + q.ID)
		for _, o := range q.Options {
			if q.ID == guide.HistoryQuestion && o.ID != guide.None && len(o.Also) == 0 {
				want(q.ID + "/" + o.ID)
			}
		}
	}
}

func TestScenarios(t *testing.T) {
	for _, s := range scenarios(t) {
		t.Run(s.name, func(t *testing.T) {
			o := outcome{g: whole, Assessment: whole.Assess(s.answers), walk: walkThrough(whole, s.answers)}
			for _, line := range s.expect {
				if problem := o.meets(line); problem != "" {
					t.Errorf("%s: %s", line, problem)
				}
			}
			if o.Level.Stops() && !slices.ContainsFunc(s.expect, func(l string) bool { return strings.HasPrefix(l, "stops ") }) {
				t.Error("the questions end early, and no line says after how many pages")
			}
			o.walk.explained(t, s.expect)
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

// walkThrough answers what is asked. Where the person has no answer it says none or not sure, to see the rest.
func walkThrough(g *guide.Guide, answers guide.Answers) walk {
	w, i, asked := walk{}, g.Start(), map[string]bool{}
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
				if q.Kind == guide.Many {
					a = guide.Answer{Options: []string{guide.None}}
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
