package ui

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/line"
	"knead/ui/wizard"
)

// randomPerson answers everything that comes up, with "not sure" to questions and to single options now and then.
func randomPerson(r *rand.Rand) guide.Interview {
	i, rare := builtin.Guide().Start(), []int{4, 12, 60}[r.IntN(3)]
	for !i.Finished() {
		for q := i.Missing(); q != nil; q = i.Missing() {
			var asked guide.Asked
			for _, x := range i.Questions() {
				if x.ID == q.ID {
					asked = x
				}
			}
			i = i.Answer(q.ID, randomAnswer(asked, r, rare))
		}
		i, _ = i.Next()
	}
	return i
}

func randomAnswer(q guide.Asked, r *rand.Rand, rare int) guide.Answer {
	pick := func() *knowledge.Option { return q.Shown[r.IntN(len(q.Shown))] }
	switch o := pick(); {
	case q.ID != "where" && r.IntN(rare) == 0:
		return guide.Answer{Unsure: true}
	case q.Kind == knowledge.Scale:
		return guide.Answer{Options: []string{o.ID}, Value: o.From}
	case q.Kind == knowledge.One:
		return guide.Answer{Options: []string{o.ID}}
	case q.ID == "where":
		return guide.Answer{Options: []string{o.ID}}
	}
	a := guide.Answer{Options: []string{knowledge.None}}
	if o := pick(); q.Stage != "warning" && r.IntN(3) == 0 {
		a.Options = []string{o.ID}
	}
	for _, o := range q.Shown {
		if o.ID != knowledge.None && !a.Has(o.ID) && r.IntN(3*rare) == 0 {
			a.Open = append(a.Open, o.ID)
		}
	}
	return a
}

var areOpen = regexp.MustCompile(`(?i)\b(\w+) answers? (?:is|are) open\b`)

// What is open is counted as a person counts it, and alike in the review, the result, line by line and on paper.
func TestOpenAnswersAreCountedAlike(t *testing.T) {
	g := builtin.Guide()
	seen := map[int]int{}
	for seed := range uint64(60) {
		i := randomPerson(rand.New(rand.NewPCG(seed, 9)))
		if i.Page() == guide.StopPage {
			continue
		}
		n := len(i.Left())
		seen[min(n, 4)]++
		word, _, _ := strings.Cut(guide.AreOpen(n), " ")
		want := fmt.Sprint("[", word, "]")
		if n == 0 {
			want = "[]"
		}
		check := func(medium, text string) {
			t.Helper()
			numbers := map[string]bool{}
			for _, m := range areOpen.FindAllStringSubmatch(strings.Join(strings.Fields(text), " "), -1) {
				numbers[strings.ToLower(m[1])] = true
			}
			var got []string
			for x := range numbers {
				got = append(got, x)
			}
			if fmt.Sprint(got) != want {
				t.Errorf("seed %d: %s says %v of %s\n%q", seed, medium, got, want, g.Lines(i.Answers()))
			}
		}
		d := drive(t, Options{}, 75, 400) // without a figure between the words
		d.app.begin(i)
		check("the review", d.screen())
		review := strings.ToLower(strings.Join(strings.Fields(d.screen()), " "))
		if marks := strings.Count(review, "not sure") - strings.Count(review, "not sure: “"); marks != n { // the latter is why hands stay off
			t.Errorf("seed %d: the review shows %d of %d:\n%s", seed, marks, n, d.screen())
		}
		d.send(wizard.DoneMsg{Interview: i})
		if row := regexp.MustCompile(`Still open +(\d+) ›`).FindStringSubmatch(d.screen()); n > 0 && (row == nil || row[1] != fmt.Sprint(n)) {
			t.Errorf("seed %d: the result counts %q, not %d", seed, row, n)
		}
		a := g.Assess(i.Answers())
		if n == 0 && len(a.Open) > 0 {
			t.Errorf("seed %d: a warning is open, and no answer", seed)
		}
		doc := report.New(g, a, nil)
		check("the text", doc.Text(72))
		check("the Markdown", doc.Markdown())
		page, err := doc.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		check("the paper", page)
		for _, m := range regexp.MustCompile(`\b\d+ (answers|warnings)\b|[Ww]ith \d+ more`).FindAllStringSubmatch(doc.Text(10_000), -1) {
			t.Errorf("seed %d: the result says %q", seed, m[0])
		}
		var out bytes.Buffer
		o := line.Options{Guide: g, Library: builtin.Library(), Answers: i.Answers(), Width: 500}
		if _, err := line.Run(t.Context(), o, strings.NewReader("result\nquit\n"), &out); err != nil {
			t.Fatal(err)
		}
		check("line by line", out.String())
	}
	if len(seen) < 4 {
		t.Errorf("too little variety: %v", seen)
	}
}

// The two pages of warnings, left "not sure", are two open answers.
func TestTwoPagesNotSureAreTwo(t *testing.T) {
	d := drive(t, Options{}, 80, 24)
	d.finish([]string{
		"where: low-back", "now: unsure", "signs: unsure", "onset: slowly", "time: months-3", "cause: lift", "age: 50-59", "risk: none", "feel: ache",
		"severity: 4", "limits: none", "trend: same", "before: spells", "checked: no", "lately: none", "health: none", "in-mind: no", "wishes: none",
		"tried: none",
	})
	d.keys("end")
	for range 40 {
		if strings.Contains(d.screen(), "▌ Still open") {
			break
		}
		d.keys("up")
	}
	if !strings.Contains(d.screen(), "▌ Still open") {
		t.Fatalf("no “Still open”:\n%s", d.screen())
	}
	d.keys("enter")
	if screen := strings.Join(strings.Fields(d.screen()), " "); !strings.Contains(screen, "Two answers are open.") {
		t.Errorf("it says\n%s", d.screen())
	}
}
