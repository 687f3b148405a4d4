package guide

import (
	"cmp"
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// Settling is what to find out first about open answers.
type Settling struct {
	First []ToSettle // the questions to settle first
	More  int        // how many other questions are open
	Steps []Assessment
}

// ToSettle is an open question. Steps of a Settling show what settling one after the other would do: the assessment now, and
// with the mildest answers to the first question, to the first two, and so on.
type ToSettle struct {
	Question *knowledge.Question
	Options  []*knowledge.Option // the options that are open; empty if the whole question is
	Warnings int                 // the open warnings that depend on it
	Mild     Answer              // the answer with the mildest result
	Worst    *knowledge.Option   // the option with the strictest result; nil if no answer is stricter than leaving it open
	IfWorst  Assessment
}

// Settle finds the open questions that matter most, at most as many as asked for: those that most open warnings depend on, then
// those whose answers differ most in their results. It takes some milliseconds.
func (g *Guide) Settle(a Answers, most int) Settling {
	i := g.Resume(a)
	now := i.state.assess()
	out := Settling{Steps: []Assessment{now}}
	var open []ToSettle
	for _, l := range i.Left() {
		n := len(open) - 1
		if n < 0 || open[n].Question != l.Question {
			open, n = append(open, ToSettle{Question: l.Question}), n+1
		}
		if l.Option != nil {
			open[n].Options = append(open[n].Options, l.Option)
		}
	}
	if len(open) == 0 {
		return out
	}
	for _, o := range now.Open {
		for _, q := range g.settlers(o.Because, open) {
			open[q].Warnings++
		}
	}
	spread := g.spread(a, i, open)
	order := make([]int, len(open))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(open[y].Warnings, open[x].Warnings), cmp.Compare(spread[y], spread[x]))
	})
	for _, n := range order {
		if len(out.First) == most || open[n].Warnings == 0 && spread[n] == 0 {
			break
		}
		out.First = append(out.First, open[n])
	}
	out.More = len(open) - len(out.First)
	for n := range out.First {
		x := &out.First[n]
		if x.Worst != nil {
			x.IfWorst = g.Assess(a.With(x.Question.ID, withOption(x.Question, a[x.Question.ID], x.Worst)))
		}
	}
	for _, x := range out.First {
		a = a.With(x.Question.ID, x.Mild)
		out.Steps = append(out.Steps, g.Assess(a))
	}
	return out
}

// settlers returns the open questions that some open answers depend on, each once: their own questions or, where these are not
// asked, the ones that decide whether they are.
func (g *Guide) settlers(because []Said, open []ToSettle) []int {
	var out []int
	seen := map[string]bool{}
	var visit func(question string)
	visit = func(question string) {
		if seen[question] {
			return
		}
		seen[question] = true
		if n := slices.IndexFunc(open, func(x ToSettle) bool { return x.Question.ID == question }); n >= 0 {
			out = append(out, n)
			return
		}
		if q := g.Question(question); q != nil {
			for _, literal := range slices.Concat(q.AskWhen...) {
				visit(questionOfLiteral(literal))
			}
		}
	}
	for _, x := range because {
		if x.How == NotSure || x.How == Unanswered {
			visit(questionOfLiteral(x.Fact))
		}
	}
	return out
}

// spread tries every answer to the open questions, fills in which is the mildest and which the strictest, and returns how far apart
// their results are.
func (g *Guide) spread(a Answers, i Interview, open []ToSettle) []int {
	type trial struct {
		of     int
		answer Answer
		option *knowledge.Option
	}
	var trials []trial
	lines := map[string]Line{}
	for _, l := range i.Review() {
		lines[l.ID] = l
	}
	for n, x := range open {
		line := lines[x.Question.ID]
		if line.Kind == knowledge.Many {
			trials = append(trials, trial{n, withoutOpen(line.Answer), nil})
		}
		for _, o := range line.Shown {
			if o.ID != knowledge.None && !line.Answer.Has(o.ID) && (len(x.Options) == 0 || slices.Contains(x.Options, o)) {
				trials = append(trials, trial{n, withOption(x.Question, line.Answer, o), o})
			}
		}
	}
	least, greatest := make([]int, len(open)), make([]int, len(open))
	for n := range open {
		least[n], greatest[n] = -1, -1
	}
	l := g.Batch()
	l.fill(EveryLane, a)
	for batch := range slices.Chunk(trials, Width) {
		for lane, x := range batch {
			l.SetAnswer(lane, open[x.of].Question.ID, x.answer)
		}
		l.Run()
		for lane, x := range batch {
			weight := l.severity(lane)
			if least[x.of] < 0 || weight < least[x.of] {
				least[x.of], open[x.of].Mild = weight, x.answer
			}
			if weight > greatest[x.of] {
				greatest[x.of], open[x.of].Worst = weight, x.option
			}
			l.SetAnswer(lane, open[x.of].Question.ID, a[open[x.of].Question.ID])
		}
	}
	for n := range open {
		if greatest[n] -= least[n]; greatest[n] == 0 {
			open[n].Worst = nil
		}
	}
	return greatest
}

// severity orders the results of lanes: by level, then by how many therapies have how strict a verdict.
func (l *Batch) severity(lane int) int {
	sum := 0
	for ti := range l.g.therapies {
		if v, _, shown := l.Match(lane, ti); shown {
			sum += int(v)
		}
	}
	return int(l.Level(lane))*len(l.g.therapies)*int(knowledge.Avoid+1) + sum
}

// withOption answers yes to one option. It replaces the answer to a question that takes one, and is added to a list.
func withOption(q *knowledge.Question, a Answer, o *knowledge.Option) Answer {
	if q.Kind != knowledge.Many {
		return Answer{Options: []string{o.ID}, Value: o.From}
	}
	options := append(slices.Clone(a.Options), o.ID)
	slices.SortFunc(options, func(x, y string) int { return q.Index(x) - q.Index(y) })
	return Answer{Options: slices.Compact(slices.DeleteFunc(options, func(id string) bool { return id == knowledge.None }))}
}

// withoutOpen keeps the choices in the answer to a list and says no to everything else.
func withoutOpen(a Answer) Answer {
	if len(a.Options) == 0 {
		return Answer{Options: []string{knowledge.None}}
	}
	return Answer{Options: slices.Clone(a.Options)}
}

// questionOfLiteral returns the ID of the question that a fact or its negation belongs to.
func questionOfLiteral(literal string) string {
	question, _, _ := strings.Cut(strings.TrimPrefix(literal, "not "), "/")
	return question
}
