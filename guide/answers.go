package guide

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"knead/guide/knowledge"
)

// Unsure is the word that leaves a question, or one option of it, open.
const Unsure = "unsure"

// Answer is a person's answer to one question. The zero Answer is unanswered. A contradictory answer counts as the more careful
// of its parts: a choice beats "none of these" and "not sure", "not sure" beats "none of these", and nothing in it settles
// anything.
type Answer struct {
	Options []string // what was chosen, in the question's order; [None] for "none of these"
	Value   int      // a Scale's number; Options then holds its band
	Unsure  bool     // "not sure" to the whole question
	Open    []string // options left open one by one, in the question's order
	Dropped []string // what was said as well, and does not count: None, Unsure, or a chosen option that was left open
	Partial bool     // an earlier answer, which rules nothing out: what was not chosen is unknown
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

// AnswerError reports an answer that is not accepted, and what would be.
type AnswerError struct {
	Question string
	Value    string // empty when the question itself is the problem
	Problem  string // "is not an option", "needs one answer only", …
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
		return Answer{}, &AnswerError{Question: question, Problem: "is not a question", Want: Nearest(question, g.questionIDs())}
	}
	fail := func(value, problem, want string) (Answer, error) {
		return Answer{}, &AnswerError{Question: question, Value: value, Problem: problem, Want: want}
	}
	switch {
	case len(words) == 0:
		return fail("", "has no answer", "name an option, or unsure")
	case len(words) == 1 && words[0] == Unsure:
		return Answer{Unsure: true}, nil
	case q.Kind == knowledge.Scale:
		if len(words) > 1 {
			return fail(strings.Join(words, ", "), "is more than one answer", scaleWant(q))
		}
		n, err := strconv.Atoi(words[0])
		o := q.Band(n)
		if err != nil || o == nil {
			return fail(words[0], "is not on the scale", scaleWant(q))
		}
		return Answer{Options: []string{o.ID}, Value: n}, nil
	case q.Kind == knowledge.One && len(words) > 1 && !(len(words) == 2 && slices.Contains(words, Unsure)):
		return fail(strings.Join(words, ", "), "is more than one answer", "this question takes one option")
	}
	for i, w := range words {
		switch {
		case w != Unsure && q.Option(w) == nil:
			return fail(w, "is not an option", wantOption(q, w))
		case slices.Contains(words[:i], w):
			return fail(w, "is named twice", "name it once")
		}
	}
	return choiceOf(q, words), nil
}

// choiceOf is the answer of options of the question, with what contradicts it taken apart from it.
func choiceOf(q *knowledge.Question, words []string) (a Answer) {
	a.Options = slices.Clone(words)
	sortOptions(q, a.Options)
	if len(a.Options) == 1 {
		return a
	}
	drop := func(word string) bool {
		n := len(a.Options)
		a.Options = slices.DeleteFunc(a.Options, func(id string) bool { return id == word })
		return len(a.Options) < n
	}
	if drop(knowledge.None) {
		a.Dropped = append(a.Dropped, knowledge.None)
	}
	switch {
	case !drop(Unsure):
	case len(a.Options) == 0:
		a.Unsure = true
	default:
		a.Dropped, a.Partial = append(a.Dropped, Unsure), true
	}
	return a
}

// sortOptions puts options in the question's order.
func sortOptions(q *knowledge.Question, options []string) {
	slices.SortFunc(options, func(x, y string) int { return q.Index(x) - q.Index(y) })
}

// wantOption returns how to answer if a word is not an option. A truth value alone cannot answer a list.
func wantOption(q *knowledge.Question, word string) string {
	ids := q.OptionIDs()
	if !isTruth(word) {
		return Nearest(word, ids)
	}
	if q.Kind == knowledge.Many {
		return "a list is answered with the options that fit (" + abridged(ids) + "), or " + Unsure
	}
	return "this question is answered with one of " + list(ids) + ", or " + Unsure
}

// Contradiction is an answer that says two things at once.
type Contradiction struct {
	Question *knowledge.Question
	Counts   []string // the options that count; Unsure where none was chosen
	Dropped  []string // as in Answer
}

// Contradictions lists the answers that contradict themselves, in question order.
func (g *Guide) Contradictions(a Answers) []Contradiction {
	var out []Contradiction
	for i := range g.k.Questions {
		x := a[g.k.Questions[i].ID]
		if len(x.Dropped) == 0 {
			continue
		}
		c := Contradiction{&g.k.Questions[i], x.Options, x.Dropped}
		if x.Unsure {
			c.Counts = []string{Unsure}
		}
		out = append(out, c)
	}
	return out
}

// LeaveOpen returns the answer with one option left open. Together with None that means "none of the others"; together with
// another option of a question that takes one, it means "that, or this". An option that is chosen stays chosen, and leaving it
// open as well is a contradiction. The error is an *AnswerError.
func (g *Guide) LeaveOpen(a Answer, question, option string) (Answer, error) {
	q := g.Question(question)
	if q == nil {
		return a, &AnswerError{Question: question, Problem: "is not a question", Want: Nearest(question, g.questionIDs())}
	}
	switch {
	case option == knowledge.None:
		return a, &AnswerError{Question: question, Value: option, Problem: "cannot be left open alone", Want: "say " + question + ": unsure"}
	case q.Option(option) == nil:
		return a, &AnswerError{Question: question, Value: option, Problem: "is not an option", Want: Nearest(option, q.OptionIDs())}
	case slices.Contains(a.Open, option), slices.Contains(a.Dropped, option):
		return a, nil
	case a.Has(option):
		a.Dropped = append(slices.Clone(a.Dropped), option)
		sortOptions(q, a.Dropped)
		return a, nil
	}
	a.Open = append(slices.Clone(a.Open), option)
	sortOptions(q, a.Open)
	return a, nil
}

// ParseLines reads answers from lines "question: option, option" and "question/option: unsure", as rules' examples and
// sample people hold them.
func (g *Guide) ParseLines(lines []string) (Answers, error) {
	answers := Answers{}
	for _, line := range lines {
		name, rest, ok := strings.Cut(line, ":")
		if !ok {
			return nil, errors.New(strconv.Quote(line) + ` is not an answer; write "question: option, option"`)
		}
		name = strings.TrimSpace(name)
		if question, option, open := strings.Cut(name, "/"); open {
			if strings.TrimSpace(rest) != Unsure {
				return nil, errors.New(strconv.Quote(line) + ": an option can only be " + Unsure)
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
		for _, o := range open { // what was left open before the question was answered
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
	a = g.Explicit(a)
	for i := range g.k.Questions {
		q := &g.k.Questions[i]
		words, open := a[q.ID].Words(q)
		if len(words) > 0 {
			lines = append(lines, q.ID+": "+strings.Join(words, ", "))
		}
		for _, o := range open {
			lines = append(lines, q.ID+"/"+o+": "+Unsure)
		}
	}
	return lines
}

// Words is the inverse of Parse and LeaveOpen: it returns the words that give this answer to the question, and the options to
// leave open. For a Partial answer it returns only the choices; call Explicit first.
func (a Answer) Words(q *knowledge.Question) (words, open []string) {
	open = slices.Clone(a.Open)
	switch {
	case a.Unsure:
		words = []string{Unsure}
	case q.Kind == knowledge.Scale && len(a.Options) > 0:
		words = []string{strconv.Itoa(a.Value)}
	default:
		words = slices.Clone(a.Options)
	}
	for _, d := range a.Dropped {
		if d == knowledge.None || d == Unsure {
			words = append(words, d)
		} else {
			open = append(open, d)
		}
	}
	sortOptions(q, open)
	return words, open
}

func scaleWant(q *knowledge.Question) string {
	low, high := q.Range()
	return "use a whole number from " + strconv.Itoa(low) + " to " + strconv.Itoa(high) + ", or " + Unsure
}
