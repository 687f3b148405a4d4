package guide_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
)

const day = 24 * time.Hour

// ages are those of answers that no longer count as today's, in every direction.
var ages = []time.Duration{25 * time.Hour, 3 * day, 60 * day, 56 * 365 * day, -25 * time.Hour, -73 * 365 * day}

// easy are the answers of a sample person whom no warning concerns.
func easy(t *testing.T) guide.Answers {
	t.Helper()
	for _, c := range builtin.Library().Cases {
		if c.ID == "desk-neck" {
			return answered(t, c.Answers...)
		}
	}
	t.Fatal("there is no such sample person")
	return nil
}

func past(age time.Duration) guide.Past {
	return guide.Past{On: time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC).Add(-age), Age: age}
}

// What was denied on another day is not denied today, however old the answers are or pretend to be.
func TestNoneOfAnotherDayDoesNotCount(t *testing.T) {
	a := easy(t)
	if now := whole.Assess(a); now.Level != knowledge.SelfCare {
		t.Fatalf("today it is %s", now.Level)
	}
	for _, age := range ages {
		b, outdated := whole.Today(a, past(age))
		if b["now"].Given() || b["signs"].Given() {
			t.Errorf("%s ago: %v and %v still count", age, b["now"], b["signs"])
		}
		if got := whole.Assess(b); got.Level < knowledge.ClinicianFirst || len(got.Open) == 0 {
			t.Errorf("%s ago: the level is %s, and %d warnings are open", age, got.Level, len(got.Open))
		}
		if !slices.ContainsFunc(outdated.Questions, func(q *knowledge.Question) bool { return q.ID == "now" }) || outdated.Age != age {
			t.Errorf("%s ago: it is not told: %+v", age, outdated)
		}
		if lasting := age > 0 && age < 30*day; b["age"].Given() != lasting && !b["age"].Partial {
			t.Errorf("%s ago: the age is %v", age, b["age"])
		}
	}
	for _, p := range []guide.Past{{}, past(0), past(23 * time.Hour), past(-23 * time.Hour)} {
		if b, outdated := whole.Today(a, p); len(outdated.Questions) > 0 || !slices.Equal(whole.Lines(a), whole.Lines(b)) {
			t.Errorf("%s ago: %q is left, and told is %v", p.Age, whole.Lines(b), outdated.Questions)
		}
	}
	if b, _ := whole.Today(a, guide.Past{Other: true}); b["now"].Given() || b["wishes"].Has(knowledge.None) {
		t.Errorf("given to other questions, it leaves %q", whole.Lines(b))
	}
}

// Old answers are never milder than they were, say the same in every form, and claim nothing that was not said.
func TestOldAnswersAreNeverMilder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 9))
	lanes := whole.Batch()
	for n := range fixture.Times(42, 168) { // every age, with and without other questions, once or four times
		a := guide.Answers{}
		for _, q := range whole.Knowledge().Questions {
			switch o := &q.Options[random.IntN(len(q.Options))]; random.IntN(10) {
			case 0:
			case 1:
				a[q.ID] = guide.Answer{Unsure: true}
			default:
				if q.Kind == knowledge.Many && random.IntN(2) == 0 {
					o = q.Option(knowledge.None)
				}
				a[q.ID] = guide.Answer{Options: []string{o.ID}, Value: o.From}
			}
		}
		p := past(ages[n%len(ages)])
		p.Other = n%7 == 0
		b, outdated := whole.Today(a, p)
		before, after := whole.Assess(a), whole.Assess(b)
		if after.Level < before.Level {
			t.Fatalf("%s becomes %s:%s", before.Level, after.Level, show(a))
		}
		for _, x := range after.Unsure {
			if q, option, _ := strings.Cut(x.Fact, "/"); option != "" || !a[q].Unsure {
				t.Fatalf("%s is told as not sure:%s", x.Fact, show(a))
			}
		}
		lanes.Set(0, b)
		lanes.Run()
		explicit := whole.Explicit(b)
		read, err := whole.ParseLines(whole.Lines(b))
		if err != nil {
			t.Fatal(err)
		}
		if lanes.Level(0) != after.Level || whole.Assess(explicit).Level != after.Level || whole.Assess(read).Level != after.Level {
			t.Fatalf("%s, but %s in lanes, %s option by option, %s when written and read:%s",
				after.Level, lanes.Level(0), whole.Assess(explicit).Level, whole.Assess(read).Level, show(b))
		}
		if again, _ := whole.Today(b, p); whole.Assess(again).Level != after.Level {
			t.Fatalf("taken for old twice, it is another level:%s", show(b))
		}
		for _, q := range outdated.Questions {
			if (guide.Asked{Question: q}).Answered(b[q.ID]) && !b[q.ID].Unsure {
				t.Fatalf("%s counts as answered", q.ID)
			}
			for _, o := range q.Options {
				known, err := whole.Holds(knowledge.When{{q.ID + "/" + o.ID}}, b)
				switch {
				case err != nil:
					t.Fatal(err)
				case known == guide.Yes && o.Settles && len(o.Also) == 0:
					t.Fatalf("%s/%s settles something, and is taken over:%s", q.ID, o.ID, show(a))
				case known == guide.No && len(q.AskWhen)+len(o.ShowWhen) == 0:
					t.Fatalf("%s/%s is ruled out by an old answer:%s", q.ID, o.ID, show(a))
				}
			}
		}
	}
}

// changedGuide is the whole guide with one question changed.
func changedGuide(t *testing.T, id string, change func(*knowledge.Question)) *guide.Guide {
	t.Helper()
	k := *whole.Knowledge()
	k.Questions = slices.Clone(k.Questions)
	for i := range k.Questions {
		if q := &k.Questions[i]; q.ID == id {
			q.Options = slices.Clone(q.Options)
			change(q)
		}
	}
	g, err := guide.New(&k, builtin.Library().Block)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestRecall(t *testing.T) {
	steps := along(t, easy(t))
	end := steps[len(steps)-1]
	record := end.Record()
	bare := guide.Record{Answers: record.Answers}
	option := func(q *knowledge.Question) {
		q.Options = slices.Insert(q.Options, 0, knowledge.Option{ID: "eleventh", Label: "An eleventh sign"})
	}
	for _, c := range []struct {
		name   string
		g      *guide.Guide
		record guide.Record
		age    time.Duration
		same   bool
		page   string // the first that is asked; the rest is passed over
		asked  string // what else is asked again
	}{
		{"at once", whole, record, time.Minute, true, guide.ReviewPage, ""},
		{"the same day, in another version that asks the same", whole, record, 23 * time.Hour, false, guide.ReviewPage, ""},
		{"the next day", whole, record, 25 * time.Hour, true, "where", "where now signs onset time cause feel severity trend before checked lately"},
		{"last year", whole, record, 365 * day, true, "where", "where now signs onset time cause age risk feel severity trend before checked lately health in-mind wishes tried tried-how-heat"},
		{"1970", whole, record, 56 * 365 * day, true, "where", "where now signs onset time cause age risk feel severity trend before checked lately health in-mind wishes tried tried-how-heat"},
		{"2099", whole, record, -73 * 365 * day, true, "where", "where now signs onset time cause age risk feel severity trend before checked lately health in-mind wishes tried tried-how-heat"},
		{"a sign was added", changedGuide(t, "now", option), record, time.Minute, false, "now", "now"},
		{"another question reads differently", changedGuide(t, "trend", func(q *knowledge.Question) { q.Title = "Is it worse?" }), record, time.Minute, false, "bad", "trend"},
		{"an option reads differently", changedGuide(t, "signs", func(q *knowledge.Question) { q.Options[0].Help = "Also elsewhere." }), record, time.Minute, false, "signs", "signs"},
		{"an older Knead, the same content", whole, bare, time.Minute, true, guide.ReviewPage, ""},
		{"an older Knead, other content", whole, bare, time.Minute, false, "where", "where now signs onset time cause age risk feel severity trend before checked lately health in-mind wishes tried tried-how-heat"},
	} {
		t.Run(c.name, func(t *testing.T) {
			i, left := c.g.Recall(c.record, c.age, c.same)
			if i.Page() != c.page || left.Lost > 0 {
				t.Errorf("it goes on with %s, want %s; %d lines are lost", i.Page(), c.page, left.Lost)
			}
			var again []string
			for _, q := range slices.Concat(left.Old, left.Changed) {
				again = append(again, q.ID)
				if i.Answers()[q.ID].Given() {
					t.Errorf("%s is asked again, and counts: %v", q.ID, i.Answers()[q.ID])
				}
			}
			if got := strings.Join(again, " "); got != c.asked {
				t.Errorf("asked again are %s; want %s", got, c.asked)
			}
			for pages := 0; !i.Finished(); pages++ {
				wanted := i.Missing()
				if wanted == nil || pages > 20 {
					t.Fatalf("%s is put, and wants nothing", i.Page())
				}
				for q := wanted; q != nil; q = i.Missing() {
					i = i.Answer(q.ID, end.Answers()[q.ID])
				}
				i = next(t, i)
			}
			if i.Page() != guide.ReviewPage || c.g.Assess(i.Answers()).Level != knowledge.SelfCare {
				t.Errorf("answered again as before, it ends on %s", i.Page())
			}
		})
	}
}

// "None of these" to a list that was shorter than the one that is put now does not count, as within one session.
func TestRecallKnowsTheListThatWasShown(t *testing.T) {
	i := walked(t, "age", calm...)
	i = i.Answer("age", guide.Answer{Options: []string{"70-up"}}).Answer("risk", guide.Answer{Options: []string{knowledge.None}})
	record := i.Record()
	record.Answers = slices.Clone(record.Answers)
	for n, line := range record.Answers {
		if strings.HasPrefix(line, "age: ") {
			record.Answers[n] = "age: 18-49" // who may be pregnant
		}
	}
	back, _ := whole.Recall(record, time.Minute, true)
	if back.Page() != "you" || back.Answers()["risk"].Given() {
		t.Errorf("it goes on with %s, and the risks are %v", back.Page(), back.Answers()["risk"])
	}
}

// A sum changes with what a person reads, and with nothing else.
func TestSum(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*knowledge.Question)
		same   bool
	}{
		"nothing":    {func(*knowledge.Question) {}, true},
		"why":        {func(q *knowledge.Question) { q.Why = "Another reason." }, true},
		"title":      {func(q *knowledge.Question) { q.Title += "!" }, false},
		"hint":       {func(q *knowledge.Question) { q.Hint = "Last week." }, false},
		"label":      {func(q *knowledge.Question) { q.Options[0].Label += "!" }, false},
		"help":       {func(q *knowledge.Question) { q.Options[1].Help = "More." }, false},
		"order":      {func(q *knowledge.Question) { slices.Reverse(q.Options[:2]) }, false},
		"when shown": {func(q *knowledge.Question) { q.Options[0].ShowWhen = knowledge.When{{"where/neck"}} }, false},
		"when asked": {func(q *knowledge.Question) { q.AskWhen = knowledge.When{{"where/neck"}} }, false},
	} {
		if g := changedGuide(t, "signs", c.change); (g.Sum() == whole.Sum()) != c.same {
			t.Errorf("%s: the sums are %s and %s", name, g.Sum(), whole.Sum())
		}
	}
}
