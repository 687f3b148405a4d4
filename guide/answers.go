package guide

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Unsure is the word that leaves a question, or one option of it, open.
const Unsure = "unsure"

// Answer is what a person said to one question. The zero Answer is no answer.
type Answer struct {
	Options []string // what was chosen, in the question's order; [None] for "none of these"
	Value   int      // a Scale's number; Options then holds its band
	Unsure  bool     // "not sure" to the whole question
	Open    []string // options left open one by one, in the question's order
}

// Given reports whether there is an answer at all. An answer of open options alone does not settle the others.
func (a Answer) Given() bool { return a.Unsure || len(a.Options) > 0 || len(a.Open) > 0 }

// Has reports whether the option was chosen.
func (a Answer) Has(option string) bool { return slices.Contains(a.Options, option) }

// Answers holds what was said so far, by question. It is read only: With and Without return copies.
type Answers map[string]Answer

// With returns a copy in which the question has this answer; an Answer that is not Given takes it out.
func (a Answers) With(question string, answer Answer) Answers {
	b := maps.Clone(a)
	if b == nil {
		b = Answers{}
	}
	if answer.Given() {
		b[question] = answer
	} else {
		delete(b, question)
	}
	return b
}

// Without returns a copy in which the question has no answer.
func (a Answers) Without(question string) Answers { return a.With(question, Answer{}) }

// AnswerError says which answer cannot be taken, and what would be right.
type AnswerError struct {
	Question string
	Value    string // empty when the question itself is the problem
	Problem  string // "is no option", "needs one answer only", …
	Want     string // what would be right
}

func (e *AnswerError) Error() string {
	s := e.Question
	if e.Value != "" {
		s += ": " + strconv.Quote(e.Value)
	}
	s += " " + e.Problem
	if e.Want != "" {
		s += "; " + e.Want
	}
	return s
}

// Parse turns words into an answer to the question: option ids, "none", "unsure", or a Scale's number. The error is an
// *AnswerError. Whether the question applies to this person is not asked here.
func (g *Guide) Parse(question string, words ...string) (Answer, error) {
	q := g.Question(question)
	if q == nil {
		return Answer{}, &AnswerError{Question: question, Problem: "is no question", Want: Nearest(question, g.questionIDs())}
	}
	fail := func(value, problem, want string) (Answer, error) {
		return Answer{}, &AnswerError{Question: question, Value: value, Problem: problem, Want: want}
	}
	switch {
	case len(words) == 0:
		return fail("", "has no answer", "name an option, or unsure")
	case len(words) == 1 && words[0] == Unsure:
		return Answer{Unsure: true}, nil
	case q.Kind == Scale:
		if len(words) > 1 {
			return fail(strings.Join(words, ", "), "is more than one answer", scaleWant(q))
		}
		n, err := strconv.Atoi(words[0])
		o := q.band(n)
		if err != nil || o == nil {
			return fail(words[0], "is not on the scale", scaleWant(q))
		}
		return Answer{Options: []string{o.ID}, Value: n}, nil
	case q.Kind == One && len(words) > 1:
		return fail(strings.Join(words, ", "), "is more than one answer", "this question takes one option")
	}
	var a Answer
	for _, w := range words {
		switch o := q.Option(w); {
		case w == Unsure:
			return fail(w, "cannot stand beside other answers", "leave one option open with "+question+"/OPTION: unsure")
		case o == nil:
			return fail(w, "is no option", Nearest(w, q.optionIDs()))
		case a.Has(w):
			return fail(w, "is named twice", "name it once")
		case len(words) > 1 && w == None:
			return fail(w, "cannot stand beside other answers", "choose what fits, or none")
		}
		a.Options = append(a.Options, w)
	}
	slices.SortFunc(a.Options, func(x, y string) int { return q.optionIndex(x) - q.optionIndex(y) })
	return a, nil
}

// LeaveOpen returns the answer with one option left open; beside None that says "none of the others", beside another option
// of a question that takes one, "that, or this". The error is an *AnswerError.
func (g *Guide) LeaveOpen(a Answer, question, option string) (Answer, error) {
	q := g.Question(question)
	if q == nil {
		return a, &AnswerError{Question: question, Problem: "is no question", Want: Nearest(question, g.questionIDs())}
	}
	switch {
	case option == None:
		return a, &AnswerError{Question: question, Value: option, Problem: "cannot be left open by itself", Want: "say " + question + ": unsure"}
	case q.Option(option) == nil:
		return a, &AnswerError{Question: question, Value: option, Problem: "is no option", Want: Nearest(option, q.optionIDs())}
	case a.Has(option):
		return a, &AnswerError{Question: question, Value: option, Problem: "is both chosen and unsure", Want: "keep one of the two"}
	case slices.Contains(a.Open, option):
		return a, nil
	}
	a.Open = append(slices.Clone(a.Open), option)
	slices.SortFunc(a.Open, func(x, y string) int { return q.optionIndex(x) - q.optionIndex(y) })
	return a, nil
}

// ParseLines reads answers from lines "question: option, option" and "question/option: unsure", as rules' examples and
// sample people hold them.
func (g *Guide) ParseLines(lines []string) (Answers, error) {
	answers := Answers{}
	for _, line := range lines {
		name, rest, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("%q is no answer; write \"question: option, option\"", line)
		}
		name = strings.TrimSpace(name)
		if question, option, open := strings.Cut(name, "/"); open {
			if strings.TrimSpace(rest) != Unsure {
				return nil, fmt.Errorf("%q: one option can only be left %s", line, Unsure)
			}
			a, err := g.LeaveOpen(answers[question], question, option)
			if err != nil {
				return nil, err
			}
			answers[question] = a
			continue
		}
		words := strings.Split(rest, ",")
		for i := range words {
			words[i] = strings.TrimSpace(words[i])
		}
		open := answers[name].Open
		a, err := g.Parse(name, words...)
		if err != nil {
			return nil, err
		}
		for _, o := range open {
			if a, err = g.LeaveOpen(a, name, o); err != nil {
				return nil, err
			}
		}
		answers[name] = a
	}
	return answers, nil
}

// Lines is the inverse of ParseLines: what was said, in the order of the questions.
func (g *Guide) Lines(a Answers) []string {
	var lines []string
	for i := range g.k.Questions {
		q := &g.k.Questions[i]
		x := a[q.ID]
		switch {
		case x.Unsure:
			lines = append(lines, q.ID+": "+Unsure)
		case q.Kind == Scale && len(x.Options) > 0:
			lines = append(lines, q.ID+": "+strconv.Itoa(x.Value))
		case len(x.Options) > 0:
			lines = append(lines, q.ID+": "+strings.Join(x.Options, ", "))
		}
		for _, o := range x.Open {
			lines = append(lines, q.ID+"/"+o+": "+Unsure)
		}
	}
	return lines
}

func scaleWant(q *Question) string {
	low, high := q.Range()
	return fmt.Sprintf("a whole number from %d to %d, or %s", low, high, Unsure)
}
