package guide

import (
	"maps"
	"slices"

	"knead/guide/knowledge"
)

// seen holds, by question, the options that were shown when it was answered, or when its page was last left: an answer to a
// shorter list does not cover options that were added later.
type seen map[string][]string

// with returns a copy that includes these questions as they are now.
func (s seen) with(asked ...Asked) seen {
	out := make(seen, len(s)+len(asked))
	maps.Copy(out, s)
	for _, q := range asked {
		ids := make([]string, len(q.Shown))
		for i, o := range q.Shown {
			ids[i] = o.ID
		}
		out[q.ID] = ids
	}
	return out
}

// grown reports whether a list has options that were not shown.
func (s seen) grown(q Asked) bool {
	return q.Kind == knowledge.Many && slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return !slices.Contains(s[q.ID], o.ID) })
}

// Answered reports whether an answer is a full one, to what is offered. Options left open one by one leave the others
// unanswered, and so do a partial answer, and the only choice when it is not offered anymore, even if it still counts.
func (q Asked) Answered(a Answer) bool {
	return a.Unsure || !a.Partial && slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool {
		return a.Has(o.ID) && (q.Kind == knowledge.Many || q.Only || !slices.Contains(q.Kept, o))
	})
}

// counting is the interview with what counts of all that was said, which s is the evaluation of: without any "none of these" to a
// list that has grown since, for what one has not read one has not denied. Without it, the options are unknown, and later lists
// may grow in turn.
func (i Interview) counting(s *state) Interview {
	for {
		a, dropped := s.answers, false
		for qi := range i.g.questions {
			id := i.g.k.Questions[qi].ID
			if x := a[id]; x.Has(knowledge.None) && s.applies[qi] != No && i.seen.grown(s.asked(qi)) {
				a, dropped = a.With(id, Answer{Open: x.Open}), true
			}
		}
		if !dropped {
			i.answers, i.state = a, s
			return i
		}
		next := i.g.evaluate(a)
		s = &next
	}
}

// Grown reports whether a list is longer than when it was answered, so that it wants another look.
func (i Interview) Grown(q Asked) bool { return i.seen[q.ID] != nil && i.seen.grown(q) }
