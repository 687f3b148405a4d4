package report_test

import (
	"regexp"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// wrongs are the marks of a sentence that was put together wrongly.
var wrongs = regexp.MustCompile(`\.\.|,,|;;|: :|\? \.|\.,| {2}|[“”]{2}|\ba [aeio]|^\s*$| \.|%!`)

// TestOpening renders the answer of every scenario, and of every pattern, with and without a therapy asked about: whoever needs
// nobody is told what to do, why, what to expect, and what it will not do, whoever should be seen first is told why, and what
// the person asked about is answered.
func TestOpening(t *testing.T) {
	g := builtin.Guide()
	people, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var q *knowledge.Question
	for _, x := range g.WithRole(knowledge.RoleAsked) {
		if len(x.Options) > 10 {
			q = x
		}
	}
	for _, p := range people {
		for _, asks := range []string{"", "hot-stone", "chiropractic"} {
			answers := p.Answers
			if asks != "" {
				for _, x := range g.WithRole(knowledge.RoleAsked) {
					if x != q {
						answers = answers.With(x.ID, guide.Answer{Options: []string{"yes"}})
					}
				}
				answers = answers.With(q.ID, guide.Answer{Options: []string{asks}})
			}
			a := g.Assess(answers)
			o := report.Opening(g, a)
			rows := map[string]string{}
			for _, r := range o.Rows {
				rows[r.Label] = r.Words
				if wrongs.MatchString(r.Words) {
					t.Errorf("%s, %s: %q", p.Name, r.Label, r.Words)
				}
			}
			if o.Headline == "" || wrongs.MatchString(o.Headline) {
				t.Errorf("%s: headline %q", p.Name, o.Headline)
			}
			if a.Level.Stops() {
				if len(rows) > 0 {
					t.Errorf("%s: an order to get help has rows beside it: %v", p.Name, rows)
				}
				continue
			}
			if a.Pattern != nil {
				seen[a.Pattern.ID] = true
				if len(o.Tonight) == 0 {
					t.Errorf("%s: nothing for tonight", p.Name)
				}
			}
			if rows["Do"] == "" {
				t.Errorf("%s: nothing to do", p.Name)
			}
			if a.Start.Match != nil && (rows["Why"] == "" || rows["Expect"] == "" || rows["But"] == "") {
				t.Errorf("%s: %v", p.Name, rows)
			}
			if a.Level == knowledge.ClinicianFirst && rows["Why"] == "" {
				t.Errorf("%s: nothing says why somebody should look first", p.Name)
			}
			if name := g.Therapy(asks); name != nil && !strings.Contains(rows["Asked"], name.Name) {
				t.Errorf("%s: asked about %s, and reads %q", p.Name, asks, rows["Asked"])
			}
		}
	}
	for _, p := range builtin.Library().Knowledge.Patterns {
		if !seen[p.ID] {
			t.Errorf("no scenario opens with the pattern %s", p.ID)
		}
	}
}

// What several answers stand for together is said once.
func TestStandsForOnce(t *testing.T) {
	g := builtin.Guide()
	people, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	counts, together := regexp.MustCompile(`counts? as “[^”]*”`), 0
	for _, p := range people {
		a := g.Assess(p.Answers)
		for i := range a.Matches {
			for _, c := range a.Matches[i].Cautions {
				words := report.Because(g, a.Answers, c.Because)
				if strings.Contains(words, "together they count as") {
					together++
				}
				for _, x := range counts.FindAllString(words, -1) {
					if strings.Count(words, strings.TrimPrefix(strings.TrimPrefix(x, "counts"), "count")) > 1 {
						t.Errorf("%s, %s: %q", p.Name, a.Matches[i].Therapy.Name, words)
					}
				}
			}
		}
	}
	if together == 0 {
		t.Error("nobody's answers stand for something together")
	}
}
