package report

import (
	"slices"

	"knead/guide"
)

// leftOpen says what is open: a question, or an option of one.
func leftOpen(x guide.Left) string {
	lead := "Not sure: "
	if x.How == guide.Unanswered {
		lead = "Not answered: "
	}
	if x.Option != nil {
		return lead + "“" + x.Option.Label + "”"
	}
	return lead + "“" + x.Question.Quoted() + "”"
}

// asLeft returns open facts as the person left them open. A question that is open as a whole appears once, by its title, instead of
// option by option. A question that was not asked is replaced by the one that decides whether it is.
func (b builder) asLeft(said []guide.Said) []guide.Said {
	var out []guide.Said
	for _, x := range said {
		if x.How == guide.Chosen || x.How == guide.Careful {
			out = addSaid(out, []guide.Said{x})
			continue
		}
		out = addSaid(out, b.behind(x, nil))
	}
	return out
}

// behind are the open answers that an open fact hangs on. Seen are the questions that were looked at before.
func (b builder) behind(x guide.Said, seen []string) []guide.Said {
	id := questionOf(x.Fact)
	for _, l := range b.left {
		switch {
		case l.Question.ID != id:
		case l.Option != nil && l.Option.ID == optionOf(x.Fact):
			x.Question, x.Option, x.How = l.Question.Quoted(), l.Option.Label, l.How
			return []guide.Said{x}
		case l.Option == nil && !slices.Contains(b.answers[id].Open, optionOf(x.Fact)):
			return []guide.Said{{Fact: id, Question: l.Question.Quoted(), How: l.How}}
		}
	}
	q := b.g.Question(id)
	if q == nil || slices.Contains(seen, id) {
		return nil
	}
	var out []guide.Said
	for _, fact := range slices.Concat(q.AskWhen...) {
		out = addSaid(out, b.behind(guide.Said{Fact: fact, How: guide.Unanswered}, append(seen, id)))
	}
	return out
}

// worse names the follow-up questions whose missing answers could make an emergency of what is urgent: a warning of the same
// evidence waits for them. The questions on the screen do not stop before them, but a file may leave them out.
func (b builder) worse() string {
	var missing []string
	for _, o := range b.a.Open {
		same := func(c guide.Concern) bool { return c.Flag.Evidence == o.Flag.Evidence }
		if o.Flag.Level <= b.a.Level || o.Flag.Evidence == "" || !slices.ContainsFunc(b.a.Concerns, same) {
			continue
		}
		for _, x := range b.asLeft(o.Because) {
			q := b.g.Question(questionOf(x.Fact))
			if words := "“" + x.Question + "”"; x.How == guide.Unanswered && q != nil && len(q.AskWhen) > 0 && !slices.Contains(missing, words) {
				missing = append(missing, words)
			}
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return "Not answered: " + and(missing) + ". An answer could make this an emergency. If you do not know it, get emergency help now."
}
