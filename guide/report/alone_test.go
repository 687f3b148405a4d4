package report_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/guide/scenario"
)

// around are words of a page that mean nothing away from it.
var around = regexp.MustCompile(`(?i)\b(these|those|any of this|which ones)\b`)

// TestQuotesStandAlone quotes every answer to every question, one at a time: nobody who reads it in a result sees the page of the
// question beside it.
func TestQuotesStandAlone(t *testing.T) {
	g := builtin.Guide()
	for i := range g.Knowledge().Questions {
		q := &g.Knowledge().Questions[i]
		for _, o := range q.Options {
			a := guide.Answer{Options: []string{o.ID}}
			if q.Kind == knowledge.Scale {
				a = guide.Answer{Value: o.From}
			}
			said := []guide.Said{{Fact: q.ID + "/" + o.ID, Question: q.Quoted(), Option: o.Label, How: guide.Chosen}}
			if words := report.Because(g, guide.Answers{q.ID: a}, said); around.MatchString(words) {
				t.Errorf("%s/%s: %s", q.ID, o.ID, words)
			}
		}
		open := []guide.Said{{Fact: q.ID, Question: q.Quoted(), How: guide.Unanswered}}
		if words := report.Because(g, nil, open); around.MatchString(words) {
			t.Errorf("%s: %s", q.ID, words)
		}
	}
}

// placed are texts that only make sense to somebody who hurts somewhere.
var placed = regexp.MustCompile(`(?i)pain like yours|where it hurts|the (painful|sore|affected) (place|area|spot|muscle)s?|your pain\b|back[- ]pain guideline|guideline for back pain`)

// TestNoPlaceNoPain renders the results of people who hurt nowhere, whatever their health and wishes: nothing in the answer, the
// plan, or what to say at a visit is about a place that hurts.
func TestNoPlaceNoPain(t *testing.T) {
	g := builtin.Guide()
	people := 0
	for _, p := range fixture.Some(everyScenario(t, g), 3) {
		place := g.Role(knowledge.RolePlace)
		answers := p.With(place.ID, guide.Answer{Options: []string{knowledge.None}})
		a := g.Assess(answers)
		if a.Level.Stops() || !a.Answers[place.ID].Has(knowledge.None) {
			continue
		}
		people++
		var read []string
		o := report.Opening(g, a)
		for _, r := range o.Rows {
			read = append(read, r.Words)
		}
		for _, x := range o.Tonight {
			read = append(read, x.Words)
		}
		read = append(read, o.Headline, o.Watch.Words, report.Short(g, a, false))
		doc := report.Handout(g, a, report.Figure{})
		for _, s := range report.New(g, a, nil).Sections {
			if s.ID == "home" || s.ID == "ask" || s.ID == "pattern" || s.ID == "little-support" {
				doc.Sections = append(doc.Sections, s)
			}
		}
		doc.Sources = nil
		read = append(read, doc.Text(72))
		for _, words := range read {
			for _, found := range placed.FindAllString(strings.Join(strings.Fields(words), " "), -1) {
				t.Errorf("%q, for somebody who hurts nowhere: %s", found, g.Lines(answers))
			}
		}
	}
	if people < fixture.Times(15, 50) {
		t.Errorf("only %d people", people)
	}
}

// everyScenario is the answers of the people that tests share.
func everyScenario(t *testing.T, g *guide.Guide) []guide.Answers {
	t.Helper()
	var out []guide.Answers
	for _, dir := range []string{"scenarios", "usual"} {
		people, err := scenario.Read(os.DirFS("../testdata/"+dir), g)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			out = append(out, p.Answers)
		}
	}
	return out
}

// TestEveryLevelSaysWhen shows that the first look says by when to see somebody, at every level.
func TestEveryLevelSaysWhen(t *testing.T) {
	g := builtin.Guide()
	seen := map[knowledge.Level]bool{}
	for _, answers := range everyScenario(t, g) {
		a := g.Assess(answers)
		if seen[a.Level] {
			continue
		}
		seen[a.Level] = true
		o := report.Opening(g, a)
		said := []string{o.Headline, o.When.Words}
		for _, r := range o.Rows {
			said = append(said, r.In(report.Narrow))
		}
		when := map[knowledge.Level]string{knowledge.Emergency: "now", knowledge.Urgent: "today"}[a.Level]
		if when == "" {
			when = document.Sentence(g.Level(a.Level).When)
		}
		if text := strings.Join(said, " "); when == "" || !strings.Contains(text, when) {
			t.Errorf("%s: the first look does not say %q: %s", a.Level, when, text)
		}
	}
	if len(seen) != 4 {
		t.Errorf("only %d levels", len(seen))
	}
}
