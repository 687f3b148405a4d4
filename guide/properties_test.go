package guide_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/scenario"
)

// The invariants, over answers of every sort. A failure shrinks to the smallest answers and prints them as lines that
// knead assess can read.

// drawAnswer makes up an answer to the question: chosen, none, unsure, with options left open, or none at all.
func drawAnswer(t *rapid.T, q *knowledge.Question) guide.Answer {
	how := rapid.IntRange(0, 9).Draw(t, q.ID)
	switch {
	case how < 2:
		return guide.Answer{}
	case how == 9:
		return guide.Answer{Unsure: true}
	case q.Kind == knowledge.Scale:
		low, high := q.Range()
		n := rapid.IntRange(low, high).Draw(t, q.ID+" number")
		at := slices.IndexFunc(q.Options, func(o knowledge.Option) bool { return o.From <= n && n <= o.To })
		return guide.Answer{Options: []string{q.Options[at].ID}, Value: n}
	case q.Kind == knowledge.One:
		return guide.Answer{Options: []string{drawOption(t, q)}}
	}
	few := rapid.IntRange(0, 3).Draw(t, q.ID+" chosen")
	if how < 5 {
		few = 0
	}
	a := guide.Answer{}
	for range few {
		if id := drawOption(t, q); id != knowledge.None && !a.Has(id) {
			a.Options = append(a.Options, id)
		}
	}
	if how > 6 {
		if id := drawOption(t, q); id != knowledge.None && !a.Has(id) {
			a.Open = []string{id}
		}
	}
	if len(a.Options) == 0 && (len(a.Open) == 0 || how > 7) {
		a.Options = []string{knowledge.None}
	}
	inOrder(q, a.Options)
	return a
}

func drawOption(t *rapid.T, q *knowledge.Question) string {
	var ids []string
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	return rapid.SampledFrom(ids).Draw(t, q.ID+" option")
}

func inOrder(q *knowledge.Question, options []string) {
	at := func(id string) int {
		return slices.IndexFunc(q.Options, func(o knowledge.Option) bool { return o.ID == id })
	}
	slices.SortFunc(options, func(x, y string) int { return at(x) - at(y) })
}

// drawAnswers makes up a person: anything to every question, whether it applies or not; or somebody of the scenarios, for
// whom much already hangs together, with a few answers different.
func drawAnswers(t *rapid.T, people []scenario.Scenario) guide.Answers {
	a, k := guide.Answers{}, whole.Knowledge()
	if len(people) == 0 || rapid.IntRange(0, 3).Draw(t, "sort of person") == 0 {
		for i := range k.Questions {
			if x := drawAnswer(t, &k.Questions[i]); x.Given() {
				a[k.Questions[i].ID] = x
			}
		}
		return a
	}
	a = people[rapid.IntRange(0, len(people)-1).Draw(t, "person")].Answers
	for range rapid.IntRange(0, 4).Draw(t, "differences") {
		q := &k.Questions[rapid.IntRange(0, len(k.Questions)-1).Draw(t, "different")]
		a = a.With(q.ID, drawAnswer(t, q))
	}
	return a
}

// asked leaves only what an interview can have asked: no answer to a question that does not apply, no option that is not
// offered. What is kept aside from earlier is no part of these answers.
func asked(t *rapid.T, a guide.Answers) guide.Answers {
	for i := range whole.Knowledge().Questions {
		q := &whole.Knowledge().Questions[i]
		x, given := a[q.ID]
		if !given {
			continue
		}
		hidden := func(id string) bool { return holds(t, q.Option(id).ShowWhen, a) == guide.No }
		chosen := slices.DeleteFunc(slices.Clone(x.Options), hidden)
		if len(chosen) == 0 && len(x.Options) > 0 && q.Kind == knowledge.Many {
			chosen = []string{knowledge.None}
		}
		x.Options, x.Open = chosen, slices.DeleteFunc(slices.Clone(x.Open), hidden)
		if holds(t, q.AskWhen, a) != guide.Yes {
			x = guide.Answer{}
		}
		a = a.With(q.ID, x)
	}
	return a
}

func holds(t failer, w knowledge.When, a guide.Answers) guide.Truth {
	v, err := whole.Holds(w, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// show prints answers for a failure.
func show(a guide.Answers) string { return "\n" + strings.Join(whole.Lines(a), "\n") }

// milder complains where the second result is milder than the first: a lower level, or a better verdict.
func milder(t *rapid.T, what string, a, b guide.Answers) {
	x, y := whole.Assess(a), whole.Assess(b)
	if y.Level < x.Level {
		t.Fatalf("%s lowers %s to %s, from%s\nto%s", what, x.Level, y.Level, show(a), show(b))
	}
	if x.Level.Stops() || y.Level.Stops() {
		return
	}
	before := map[string]knowledge.Verdict{}
	for _, m := range x.Matches {
		before[m.Therapy.ID] = m.Verdict
	}
	for _, m := range y.Matches {
		if m.Verdict < before[m.Therapy.ID] {
			t.Fatalf("%s improves %s from %s to %s, from%s\nto%s", what, m.Therapy.ID, before[m.Therapy.ID], m.Verdict, show(a), show(b))
		}
	}
}

// with and without say an answer with one option chosen, left open, or not chosen, all else as it was.
func with(q *knowledge.Question, a guide.Answer, option string, v guide.Truth) guide.Answer {
	is := func(id string) bool { return id == option || id == knowledge.None }
	out := guide.Answer{Options: slices.DeleteFunc(slices.Clone(a.Options), is), Open: slices.DeleteFunc(slices.Clone(a.Open), is)}
	switch v {
	case guide.Yes:
		out.Options = append(out.Options, option)
	case guide.Unknown:
		out.Open = append(out.Open, option)
	}
	if len(out.Options) == 0 {
		out.Options = []string{knowledge.None}
	}
	inOrder(q, out.Options)
	inOrder(q, out.Open)
	return out
}

// One more sign, illness, place or word never makes anything milder, and "not sure" of it lies between no and yes.
// Answers that settle a sign are left out: they are made to lower.
func TestMoreIsNeverMilder(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		all := drawAnswers(t, people)
		for range 40 {
			q := drawMany(t)
			o := q.Option(drawOption(t, q))
			if o.ID == knowledge.None || o.Settles || all[q.ID].Unsure || len(all[q.ID].Options) == 0 {
				continue // "not sure" and silence leave the others open as well: another change
			}
			a := asked(t, all.With(q.ID, with(q, all[q.ID], o.ID, guide.No)))
			if !a[q.ID].Given() {
				continue
			}
			open, yes := with(q, a[q.ID], o.ID, guide.Unknown), with(q, a[q.ID], o.ID, guide.Yes)
			name := q.ID + "/" + o.ID
			if replaced(t, a, a.With(q.ID, yes)) {
				continue
			}
			milder(t, "leaving open "+name, a, a.With(q.ID, open))
			milder(t, "choosing "+name, a.With(q.ID, open), a.With(q.ID, yes))
		}
	})
}

// replaced reports whether a question that was answered gave way to another, which the interview asks next: how far along she
// is, for whom a pregnancy was among the risks and is among the warning signs now.
func replaced(t failer, before, after guide.Answers) bool {
	gone, asked := false, false
	for _, q := range whole.Knowledge().Questions {
		was, is := holds(t, q.AskWhen, before), holds(t, q.AskWhen, after)
		gone = gone || before[q.ID].Given() && was != guide.No && is == guide.No
		asked = asked || was != guide.Yes && is == guide.Yes
	}
	return gone && asked
}

func drawMany(t *rapid.T) *knowledge.Question {
	var ids []string
	for _, q := range whole.Knowledge().Questions {
		if q.Kind == knowledge.Many {
			ids = append(ids, q.ID)
		}
	}
	return whole.Question(rapid.SampledFrom(ids).Draw(t, "question"))
}

// "Not sure" of a whole list is never milder than none of it. Silence is never milder than none either.
func TestUnsureIsNotNone(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		all := drawAnswers(t, people)
		for range 20 {
			q := drawMany(t)
			none := asked(t, all.With(q.ID, guide.Answer{Options: []string{knowledge.None}}))
			if !none[q.ID].Given() {
				continue
			}
			milder(t, "not sure about "+q.ID, none, none.With(q.ID, guide.Answer{Unsure: true}))
			milder(t, "silence about "+q.ID, none, none.Without(q.ID))
		}
	})
}

// "Not sure" of a single choice is never milder than each of its options would be, and never above the strictest of them (but
// for what an open warning asks at least). Every single choice is tried in the people of the scenarios and of the examples: in
// one of five of them, or in all if the test is to be thorough.
func TestUnsureLiesBetween(t *testing.T) {
	t.Parallel()
	var people []guide.Answers
	for _, s := range scenarios(t) {
		people = append(people, s.Answers)
	}
	for _, f := range whole.Knowledge().RedFlags {
		for _, e := range f.Examples {
			a, err := whole.ParseLines(e.Answers)
			if err != nil {
				t.Fatal(err)
			}
			people = append(people, a)
		}
	}
	seen := map[string]bool{}
	for _, a := range fixture.Some(people, 5) {
		if problem, question := unsureBetween(t, a, false); problem != "" && !seen[question] {
			seen[question] = true
			t.Error(problem)
		}
	}
	if t.Failed() {
		return
	}
	drawn := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		if problem, _ := unsureBetween(t, asked(t, drawAnswers(t, drawn)), true); problem != "" {
			t.Fatal(problem)
		}
	})
}

// unsureBetween says which single choice "not sure" of makes milder, or stricter, than all of its options. Where each option is
// strict for another reason, each of these is open, and it may be enough that they are told.
func unsureBetween(t failer, a guide.Answers, may bool) (problem, question string) {
	type choice struct {
		q       guide.Asked
		options int // tried in the lanes before that of "not sure"
	}
	var choices []choice
	var tried []guide.Answers
	for _, q := range whole.MayAsk(a) {
		if q.Kind == knowledge.Many || len(q.AskWhen) > 0 && holds(t, q.AskWhen, a) != guide.Yes {
			continue
		}
		c := choice{q: q}
		for _, o := range q.Shown {
			if len(o.ShowWhen) == 0 || holds(t, o.ShowWhen, a) == guide.Yes {
				tried = append(tried, a.With(q.ID, guide.Answer{Options: []string{o.ID}, Value: o.From}))
				c.options++
			}
		}
		tried = append(tried, a.With(q.ID, guide.Answer{Unsure: true}))
		choices = append(choices, c)
	}
	levels := levelsOf(tried)
	for _, c := range choices {
		if c.options > 0 {
			least, most, unsure := slices.Min(levels[:c.options]), slices.Max(levels[:c.options]), levels[c.options]
			told := may && unsure < least && slices.ContainsFunc(whole.Assess(tried[c.options]).Open, func(o guide.Open) bool { return o.Flag.Level >= least })
			if unsure < least && !told || unsure > max(most, knowledge.ClinicianFirst) {
				return fmt.Sprintf("not sure about %s is %s, and its options are %s to %s, for%s", c.q.ID, unsure, least, most, show(a)), c.q.ID
			}
		}
		levels, tried = levels[c.options+1:], tried[c.options+1:]
	}
	return "", ""
}

// levelsOf is the level of each of many sets of answers.
func levelsOf(all []guide.Answers) (levels []knowledge.Level) {
	l := whole.Batch()
	for chunk := range slices.Chunk(all, guide.Width) {
		for lane, a := range chunk {
			l.Set(lane, a)
		}
		l.Run()
		for lane := range chunk {
			levels = append(levels, l.Level(lane))
		}
	}
	return levels
}

// failer is a test, or a drawn one.
type failer interface {
	Helper()
	Fatal(args ...any)
}

// An unsettled warning is told, and an unsettled emergency or urgent one is at least a matter for a clinician.
func TestUnknownIsNotNo(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t, people)
		x := whole.Assess(a)
		for _, f := range whole.Knowledge().RedFlags {
			told := slices.ContainsFunc(x.Open, func(o guide.Open) bool { return o.Flag.ID == f.ID })
			held := slices.ContainsFunc(x.Concerns, func(c guide.Concern) bool { return c.Flag.ID == f.ID })
			truth := holds(t, f.When, a)
			if held != (truth == guide.Yes) || told != (truth == guide.Unknown) {
				t.Fatalf("%s is %s; it holds: %t, it is open: %t, for%s", f.ID, truth, held, told, show(a))
			}
			if held && x.Level < f.Level || told && f.Level >= knowledge.Urgent && x.Level < knowledge.ClinicianFirst {
				t.Fatalf("%s is %s, and the level is %s, for%s", f.ID, truth, x.Level, show(a))
			}
		}
	})
}

// Danger first, no unsafe match, always a because, never empty-handed.
func TestEveryConclusionIsExplained(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t, people)
		x := whole.Assess(a)
		fail := func(format string, args ...any) { t.Helper(); t.Fatalf(format+", for%s", append(args, show(a))...) }
		if level := whole.Level(x.Level); level.Headline == "" || level.Advice == "" {
			fail("%s says nothing to do", x.Level)
		}
		if x.Level.Stops() && (len(x.Matches) > 0 || len(x.Concerns) == 0) {
			fail("%s with %d therapies and %d concerns", x.Level, len(x.Matches), len(x.Concerns))
		}
		if x.Level == knowledge.ClinicianFirst && len(x.Concerns)+len(x.Open) == 0 {
			fail("clinician-first without a reason")
		}
		for _, c := range x.Concerns {
			if len(c.Because) == 0 || c.Flag.Meaning == "" || len(c.Flag.Sources) == 0 && !c.Flag.Judgement {
				fail("concern %s without because, meaning or source", c.Flag.ID)
			}
		}
		for _, o := range x.Open {
			if len(o.Because) == 0 || o.Flag.Question == "" {
				fail("open %s without because or question", o.Flag.ID)
			}
		}
		if x.Pattern != nil && (len(x.Because) == 0 || len(x.Pattern.Home) == 0) {
			fail("pattern %s without because or anything to do at home", x.Pattern.ID)
		}
		if !x.Level.Stops() && len(x.Matches) == 0 {
			fail("no therapy at all")
		}
		for _, m := range x.Matches {
			if problem := unexplained(m); problem != "" {
				fail("%s (%s, %s) %s", m.Therapy.ID, m.Verdict, m.Fit, problem)
			}
		}
	})
}

// unexplained says what a match lacks.
func unexplained(m guide.Match) string {
	strictest := knowledge.OK
	for _, c := range m.Cautions {
		strictest = max(strictest, c.Verdict)
		switch {
		case c.Verdict == knowledge.OK || len(c.Because) == 0 || c.Reason == "":
			return fmt.Sprintf("has a caution without because or reason: %+v", c)
		case len(c.Sources) == 0 && c.Status == 0 && c.Flag == "":
			return fmt.Sprintf("has a caution without source or status: %+v", c)
		case c.Flag == "" && c.Verdict == knowledge.Caution && c.Adaptation == "" && !c.Open && c.Local != guide.Elsewhere:
			return fmt.Sprintf("asks for care and does not say how: %+v", c)
		}
		for _, s := range c.Because {
			if s.Fact == "" || s.Question == "" || s.Option == "" {
				return fmt.Sprintf("rests on something that nobody said: %+v", s)
			}
		}
	}
	sourced := m.Fit < knowledge.FitGood // what is common practice alone may suit, and no more
	for _, r := range m.For {
		sourced = sourced || len(r.Sources) > 0
		if len(r.Because) == 0 || r.Text == "" {
			return fmt.Sprintf("fits without a because: %+v", r)
		}
	}
	switch {
	case strictest != m.Verdict:
		return "has a verdict that no reason gives"
	case m.Verdict == knowledge.Avoid && m.Fit != knowledge.FitNone:
		return "is ruled out and fits"
	case m.Fit > knowledge.FitNone && len(m.For) == 0 || !sourced:
		return "fits for no reason, or without a source"
	}
	return ""
}

// The same answers give the same result in whatever order they were given, and Lines and ParseLines undo each other.
func TestOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t, people)
		lines := whole.Lines(a)
		for i, line := range lines {
			question, options, _ := strings.Cut(line, ": ")
			lines[i] = question + ": " + strings.Join(rapid.Permutation(strings.Split(options, ", ")).Draw(t, question), ", ")
		}
		b, err := whole.ParseLines(rapid.Permutation(lines).Draw(t, "lines"))
		if err != nil {
			t.Fatal(err)
		}
		if !maps.EqualFunc(a, b, func(x, y guide.Answer) bool { return fmt.Sprint(x) == fmt.Sprint(y) }) {
			t.Fatalf("said%s\nread%s", show(a), show(b))
		}
		if x, y := whole.Assess(a), whole.Assess(b); !reflect.DeepEqual(x.Level, y.Level) || fmt.Sprint(verdictsOf(x)) != fmt.Sprint(verdictsOf(y)) {
			t.Fatalf("another result for%s", show(a))
		}
	})
}

func verdictsOf(a guide.Assessment) (out []string) {
	for _, m := range a.Matches {
		out = append(out, fmt.Sprint(m.Therapy.ID, m.Verdict, m.Fit, facts(m.Withheld())))
	}
	return out
}

// What matters to the person never changes a level or a verdict.
func TestWishesNeverAllow(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t, people)
		b := a
		for _, id := range []string{"wishes", "in-mind", "asked"} {
			b = b.With(id, drawAnswer(t, whole.Question(id)))
		}
		milder(t, "a wish", a, b)
		milder(t, "a wish", b, a)
	})
}
