package guide

import (
	"slices"

	"knead/guide/knowledge"
)

// Left is an answer that the person left open, as a person counts them: a question that was left "not sure" is one, however many
// facts hang on it.
type Left struct {
	Question *knowledge.Question
	Option   *knowledge.Option // nil for the whole question, or for what is left of it
	How      How               // NotSure or Unanswered
}

// Left lists what is open in an answer: the whole question; or the options that were left open one by one and, when the others
// have no answer, what is left of the question.
func (l Line) Left() []Left {
	if l.Answer.Unsure {
		return []Left{{l.Question, nil, NotSure}}
	}
	var out []Left
	for _, o := range l.Shown {
		if slices.Contains(l.Answer.Open, o.ID) {
			out = append(out, Left{l.Question, o, NotSure})
		}
	}
	if !l.Answered(l.Answer) {
		out = append(out, Left{l.Question, nil, Unanswered})
	}
	return out
}

// Left lists every answer that is open, in the order of asking. Where a warning ended the questions, those that were not put
// are none of them.
func (i Interview) Left() []Left {
	var out []Left
	for _, l := range i.Review() {
		for _, x := range l.Left() {
			if x.How != Unanswered || i.page != StopPage {
				out = append(out, x)
			}
		}
	}
	return out
}
