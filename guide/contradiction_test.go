package guide_test

import (
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// Of two things said at once, the more careful one counts, for every list, and what was dropped is kept.
func TestContradictionsCountTheSign(t *testing.T) {
	for _, test := range []struct {
		lines string
		level knowledge.Level
		same  string // the lines that come to the same
		of    string // the question that contradicts itself
	}{
		{"where: neck; now: stroke, none", knowledge.Emergency, "where: neck; now: stroke", "now"},
		{"where: neck; now: none, stroke", knowledge.Emergency, "where: neck; now: stroke", "now"},
		{"where: neck; now: stroke, unsure", knowledge.Emergency, "where: neck; now: stroke", "now"},
		{"where: neck; now: stroke; now/stroke: unsure", knowledge.Emergency, "where: neck; now: stroke", "now"},
		{"where: none, lower-leg; now: none", knowledge.ClinicianFirst, "where: lower-leg; now: none", "where"},
	} {
		read := func(lines string) guide.Assessment {
			t.Helper()
			a, err := full.ParseLines(strings.Split(lines, "; "))
			if err != nil {
				t.Fatal(err)
			}
			return full.Assess(a)
		}
		x, same := read(test.lines), read(test.same)
		if x.Level < test.level || x.Level != same.Level || len(x.Concerns) != len(same.Concerns) {
			t.Errorf("%s is %s with %d concerns; %s is %s with %d", test.lines, x.Level, len(x.Concerns), test.same, same.Level, len(same.Concerns))
		}
		if len(x.Contradictions) != 1 || x.Contradictions[0].Question.ID != test.of {
			t.Errorf("%s: contradictions %+v", test.lines, x.Contradictions)
		}
		again, err := full.ParseLines(full.Lines(x.Answers))
		if err != nil || strings.Join(full.Lines(again), "|") != strings.Join(full.Lines(x.Answers), "|") {
			t.Errorf("%s is written as %q, and read as %q (%v)", test.lines, full.Lines(x.Answers), full.Lines(again), err)
		}
	}
}

// An answer that contradicts itself settles nothing: "just a cold" beside "none of these" lowers no level.
func TestContradictionsSettleNothing(t *testing.T) {
	for _, q := range full.Knowledge().Questions {
		for _, o := range q.Options {
			if !o.Settles || q.Kind != knowledge.Many || o.ID == knowledge.None {
				continue
			}
			a, err := full.Parse(q.ID, o.ID, knowledge.None)
			if err != nil {
				t.Fatal(err)
			}
			w := knowledge.When{{q.ID + "/" + o.ID}}
			if v, err := full.Holds(w, guide.Answers{q.ID: a}); err != nil || v == guide.Yes {
				t.Errorf("%s/%s is %s beside none of these (%v)", q.ID, o.ID, v, err)
			}
		}
	}
}

// A suggestion never means the contrary of what was written.
func TestNoOppositeIsSuggested(t *testing.T) {
	for _, test := range []struct{ word, options, not string }{
		{"on", "no yes changed", "no"},
		{"off", "yes of", "yes"},
		{"false", "faint chest none", "faint"},
		{"True", "no yes", "no"},
		{"unchanged", "changed no", "changed"},
		{"controlled", "uncontrolled", "uncontrolled"},
		{"hypertension-not-controlled", "hypertension-controlled", "hypertension-controlled"},
		{"over-18", "under-18 18-49", "under-18"},
		{"newer", "older days", "older"},
		{"without-pain", "with-pain", "with-pain"},
	} {
		if got := guide.Nearest(test.word, strings.Fields(test.options)); strings.Contains(got, "did you mean "+test.not+"?") {
			t.Errorf("%s: %s", test.word, got)
		}
	}
	for _, test := range []struct{ word, options, want string }{
		{"nopee", "no-pee fever", "did you mean no-pee?"},
		{"presure", "pressure effort", "did you mean pressure?"},
		{"hot-jiont", "cold hot-joint", "did you mean hot-joint?"},
	} {
		if got := guide.Nearest(test.word, strings.Fields(test.options)); got != test.want {
			t.Errorf("%s: %s, want %s", test.word, got, test.want)
		}
	}
}

// A suggestion is a slip, a beginning, or another form of what was written, never merely the least unlike of all words.
func TestOnlySimilarWordsAreSuggested(t *testing.T) {
	const pages = "acupuncture heat jaw faq walking back-pain neck-pain physical-therapy What-research-found osteoporosis"
	for _, test := range []struct{ word, want string }{
		{"bak", "back-pain"},
		{"back", "back-pain"},
		{"neckpain", "neck-pain"},
		{"walks", "walking"},
		{"WALKIGN", "walking"},
		{"therapies", "physical-therapy"},
		{"osteo", "osteoporosis"},
		{"is/heat", "heat"},
		{"what-reserch-found", "What-research-found"},
		{"zzzqq", ""},
		{"jaw-pain", ""},
		{"foot", ""},
		{"q", ""},
		{"fax", "faq"},
		{"hip", ""},
		{"porosis", ""},
		{"", ""},
	} {
		got := guide.Nearest(test.word, strings.Fields(pages))
		if want := "did you mean " + test.want + "?"; test.want != "" && got != want || test.want == "" && strings.Contains(got, "did you mean") {
			t.Errorf("%q: %s, want %q", test.word, got, test.want)
		}
	}
}
