package line

import (
	"fmt"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// reading is what a line says to a question: an answer, or what is wrong with it.
type reading struct {
	answer  guide.Answer
	sides   map[string]side // by place, where one was named
	problem string
	offer   string // the line that a yes to the problem is short for
}

// reading parses a line. How is "add", "drop", or "only" if the line began with it: earlier choices are kept, removed, or
// replaced. The answers to a list are replaced only on request.
func (s *session) reading(q guide.Asked, a guide.Answer, how, text string) reading {
	if q.Kind == knowledge.Scale {
		return s.number(q, text)
	}
	n := newNamer(s.Guide, q, a, s.Library)
	var got []named
	switch commandOf(text) {
	case leaveUnsure:
		got = []named{{choice: choice{label: "Not sure"}}}
	case sayNone:
		if q.Kind != knowledge.Many || q.Option(knowledge.None) == nil {
			return n.firstWord(noneOf, text)
		}
		got = []named{{choice: choice{option: q.Option(knowledge.None)}}}
	default:
		rest, ok := argument(text, "none", "n")
		if ok = ok && q.Kind == knowledge.Many && q.Option(knowledge.None) != nil; ok {
			got = append(got, named{choice: choice{option: q.Option(knowledge.None)}})
		} else {
			rest = text
		}
		if r, ok := n.amount(q, text); ok {
			return r
		}
		more, stray := n.read(rest)
		short := len(more) == 1 && more[0].begun && replyOf(text) != noReply && plainly(text) != more[0].choice.option.ID
		if stray != "" || short {
			return s.roundabout(q, a, n, how, text, stray)
		}
		got = append(got, more...)
		if slices.ContainsFunc(more, func(x named) bool { return x.begun && x.calms() }) {
			return n.offerAll(how, got)
		}
	}
	if len(got) == 0 {
		return reading{problem: s.want(q)}
	}
	if q.Kind == knowledge.One {
		return s.oneOf(q, got)
	}
	return s.manyOf(q, a, how, got)
}

// roundabout reads a line that names no answer outright: a short answer such as no, an amount, or words to guess from.
func (s *session) roundabout(q guide.Asked, a guide.Answer, n *namer, how, text, stray string) reading {
	if r, ok := s.replied(q, n, text); ok {
		if r.problem == "" && q.Kind == knowledge.Many {
			r.answer, r.problem = joined(q, a, how, r.answer)
		}
		return r
	}
	if r, ok := n.guess(q, text); ok {
		if r.offer != "" && how != "" {
			r.offer = how + " " + r.offer
		}
		return r
	}
	return reading{problem: s.noAnswer(q, n, stray)}
}

// oneOf is the answer to a question that takes one.
func (s *session) oneOf(q guide.Asked, got []named) reading {
	switch x := got[0]; {
	case len(got) > 1:
		return reading{problem: "This question takes one answer. " + s.want(q)}
	case x.choice.option == nil && !x.open:
		return reading{answer: guide.Answer{Unsure: true}}
	case x.open:
		return reading{problem: "Here only the whole question can be left open: type unsure."}
	default:
		return reading{answer: guide.Answer{Options: []string{x.choice.option.ID}}}
	}
}

// manyOf is the answer to a list.
func (s *session) manyOf(q guide.Asked, a guide.Answer, how string, got []named) reading {
	var next guide.Answer
	for _, x := range got {
		switch {
		case x.choice.option == nil && (len(got) > 1 || x.open):
			return reading{problem: "“Not sure” about the whole question cannot be combined with other answers. To leave one open, type ? and its number, such as ?3."}
		case x.choice.option == nil:
			next.Unsure = true
		case x.open && x.choice.option.ID == knowledge.None:
			return reading{problem: "“None of these” cannot be left open. Type unsure for the whole question."}
		case x.open:
			next.Open = append(next.Open, x.choice.option.ID)
		default:
			next.Options = append(next.Options, x.choice.option.ID)
		}
	}
	next.Options, next.Open = ordered(q, next.Options), ordered(q, next.Open)
	if slices.Contains(next.Options, knowledge.None) && len(next.Options) > 1 {
		return reading{problem: "“None of these” cannot be combined with other answers. Type the numbers of what fits, or none."}
	}
	for _, id := range next.Open {
		if next.Has(id) {
			return reading{problem: "“" + q.Option(id).Label + "” is both chosen and left open. Say one of the two."}
		}
	}
	next, problem := joined(q, a, how, next)
	return reading{answer: next, sides: sidesOf(got, how), problem: problem}
}

// joined combines a new answer to a list with the current one. An earlier choice that is not offered now is kept, and counts
// again once it is offered again.
func joined(q guide.Asked, was guide.Answer, how string, next guide.Answer) (guide.Answer, string) {
	offered := func(id string) bool {
		return slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return o.ID == id })
	}
	in := func(list []string) func(string) bool {
		return func(id string) bool { return slices.Contains(list, id) }
	}
	hidden := guide.Answer{Options: slices.DeleteFunc(slices.Clone(was.Options), offered), Open: slices.DeleteFunc(slices.Clone(was.Open), offered)}
	a := guide.Answer{
		Options: slices.DeleteFunc(slices.Clone(was.Options), in(hidden.Options)), Open: slices.DeleteFunc(slices.Clone(was.Open), in(hidden.Open)),
		Unsure: was.Unsure,
	}
	now := append(slices.Clone(next.Options), next.Open...)
	lost := func(id string) bool { return id != knowledge.None && !slices.Contains(now, id) }
	switch {
	case how == "add" && next.Unsure:
		return was, "To be not sure of the whole question, type only unsure."
	case how == "" && slices.ContainsFunc(a.Options, lost):
		return was, "You said before: " + sentence(said(q, guide.Answer{Options: a.Options})) +
			" To have more, type add and the numbers; to say only this, type only and the numbers, only none, or only unsure."
	case next.Unsure:
		return guide.Answer{Unsure: how != "drop"}, ""
	case how == "drop":
		a.Options, a.Open = slices.DeleteFunc(a.Options, in(now)), slices.DeleteFunc(a.Open, in(now))
		next = a
	case next.Has(knowledge.None) && how == "add":
		return was, "“None of these” cannot be combined with other answers. Type only none to say that none fits."
	case next.Has(knowledge.None) && how == "only":
		return guide.Answer{Options: next.Options, Open: ordered(q, append(next.Open, hidden.Open...))}, ""
	case how == "only":
	case next.Has(knowledge.None):
		return guide.Answer{Options: next.Options, Open: ordered(q, append(next.Open, was.Open...))}, ""
	default: // what is named now counts as it is named now
		if how == "add" && a.Unsure { // the other open options stay open
			for _, o := range q.Shown {
				if o.ID != knowledge.None {
					a.Open = append(a.Open, o.ID)
				}
			}
		}
		next.Options = append(next.Options, slices.DeleteFunc(a.Options, in(now))...)
		next.Open = append(next.Open, slices.DeleteFunc(a.Open, in(now))...)
	}
	next.Options, next.Open = append(next.Options, hidden.Options...), append(next.Open, hidden.Open...)
	if len(next.Options) > 1 {
		next.Options = slices.DeleteFunc(next.Options, in([]string{knowledge.None}))
	}
	return guide.Answer{Options: ordered(q, next.Options), Open: ordered(q, next.Open), Unsure: next.Unsure}, ""
}

// sidesOf are the sides that were named, by place; none where a list is only changed.
func sidesOf(got []named, how string) map[string]side {
	sides := map[string]side{}
	for _, x := range got {
		if how != "" || x.open || x.choice.option == nil || x.side == noSide {
			continue
		}
		if before := sides[x.choice.option.ID]; before != noSide && before != x.side {
			x.side = both
		}
		sides[x.choice.option.ID] = x.side
	}
	return sides
}

// ordered puts options in the question's order, each once.
func ordered(q guide.Asked, options []string) []string {
	index := func(id string) int {
		return slices.IndexFunc(q.Options, func(o knowledge.Option) bool { return o.ID == id })
	}
	slices.SortFunc(options, func(x, y string) int { return index(x) - index(y) })
	return slices.Compact(options)
}

// noAnswer says that words name nothing here.
func (s *session) noAnswer(q guide.Asked, n *namer, stray string) string {
	if at, ok := digits(strings.Trim(stray, "?")); ok {
		return fmt.Sprintf("There is no answer %d; they go from 1 to %d. %s", at, len(n.choices), s.want(q))
	}
	var names []string
	for word := range commands {
		if len(word) > 1 {
			names = append(names, word)
		}
	}
	slices.Sort(names)
	return s.stray(stray, names, s.want(q))
}
