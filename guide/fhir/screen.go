package fhir

import (
	"slices"

	"knead/guide"
	"knead/guide/condition"
	"knead/guide/knowledge"
)

// linkID is the item with the answer that the condition asks for.
func linkID(c condition.Condition) string {
	switch {
	case c.Open:
		return c.Question.ID + ItemOpen
	case c.Option == nil && c.Question.Kind == knowledge.Scale:
		return c.Question.ID + ItemNoNumber
	}
	return c.Question.ID
}

// screen is the questions of one page.
type screen struct {
	id        string
	questions []*knowledge.Question
}

func screensOf(g *guide.Guide) []screen {
	var out []screen
	k := g.Knowledge()
	for i := range k.Questions {
		q := &k.Questions[i]
		at := slices.IndexFunc(out, func(s screen) bool { return s.id == q.Page() })
		if at < 0 {
			at, out = len(out), append(out, screen{id: q.Page()})
		}
		out[at].questions = append(out[at].questions, q)
	}
	return out
}

// when is the condition of the whole screen: that any of its questions is asked, in a way that does not go through another one.
func (s screen) when(g *guide.Guide) (condition.Condition, bool) {
	var ways []condition.Condition
	for _, q := range s.questions {
		c, ok := condition.Of(g, q.AskWhen)
		if !ok {
			return condition.Condition{}, false
		}
		if c, ok = beyond(c, s); ok {
			ways = append(ways, c)
		}
	}
	return condition.Join(condition.AnyOf, ways), len(ways) > 0
}

// beyond is the condition as long as nothing is answered on the screen; it is not ok for one that cannot be met then.
func beyond(c condition.Condition, s screen) (condition.Condition, bool) {
	if c.Sign == condition.Always || c.Sign == condition.Answered {
		return c, c.Sign == condition.Always || !slices.Contains(s.questions, c.Question)
	}
	var kept []condition.Condition
	for _, p := range c.Parts {
		if x, ok := beyond(p, s); ok {
			kept = append(kept, x)
		}
	}
	switch c.Sign {
	case condition.CountOf:
		return condition.Condition{Sign: condition.CountOf, Parts: kept, AtLeast: c.AtLeast}, len(kept) >= c.AtLeast
	case condition.NoneOf:
		if len(kept) == 0 {
			return condition.Condition{}, true
		}
		return condition.Condition{Sign: condition.NoneOf, Parts: kept}, true
	case condition.AllOf:
		return condition.Join(condition.AllOf, kept), len(kept) == len(c.Parts)
	}
	return condition.Join(c.Sign, kept), len(kept) > 0
}
