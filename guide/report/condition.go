package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// condition is a knowledge.When in terms of answers alone: derived facts, and answers that stand for others, are taken apart.
// The zero condition always holds.
type condition struct {
	sign    sign
	parts   []condition
	atLeast int // of the parts, for a count

	question *knowledge.Question // for an answer
	option   *knowledge.Option   // nil for "not sure"
	open     bool                // the option was left open by itself, not chosen
}

type sign int

const (
	always sign = iota
	answered
	anyOf
	allOf
	countOf
	noneOf
)

// conditionOf takes a condition apart. It is not ok for one that names what is no fact.
func conditionOf(g *guide.Guide, w knowledge.When) (c condition, ok bool) {
	if len(w) == 0 {
		return condition{}, true
	}
	ways := make([]condition, 0, len(w))
	for _, all := range w {
		facts := make([]condition, 0, len(all))
		for _, name := range all {
			name, negated := strings.CutPrefix(name, "not ")
			f, ok := factOf(g, name)
			if !ok {
				return condition{}, false
			}
			if negated {
				f = condition{sign: noneOf, parts: []condition{f}}
			}
			facts = append(facts, f)
		}
		ways = append(ways, joinedBy(allOf, facts))
	}
	return joinedBy(anyOf, ways), true
}

func factOf(g *guide.Guide, name string) (condition, bool) {
	for _, d := range g.Knowledge().Derived {
		if d.ID != name {
			continue
		}
		names := append(slices.Clone(d.Any), d.Of...)
		parts := make([]condition, 0, len(names))
		for _, n := range names {
			f, ok := factOf(g, n)
			if !ok {
				return condition{}, false
			}
			parts = append(parts, f)
		}
		if len(d.Of) > 0 && d.AtLeast > 1 {
			return condition{sign: countOf, parts: parts, atLeast: d.AtLeast}, true
		}
		return joinedBy(anyOf, parts), true
	}
	q := g.Question(questionOf(name))
	if q == nil || q.Option(optionOf(name)) == nil {
		return condition{}, false
	}
	o := q.Option(optionOf(name))
	var ways []condition
	if !o.Hidden {
		ways = append(ways, condition{sign: answered, question: q, option: o})
	}
	if slices.Contains(q.IfUnsure, o.ID) {
		shown, ok := conditionOf(g, o.ShowWhen)
		if !ok {
			return condition{}, false
		}
		ways = append(ways, joinedBy(allOf, []condition{{sign: answered, question: q}, shown}))
	}
	if len(o.Also) > 0 {
		also, ok := conditionOf(g, o.Also)
		if !ok {
			return condition{}, false
		}
		ways = append(ways, also)
	}
	return joinedBy(anyOf, ways), true
}

// joinedBy joins conditions by anyOf or allOf, each once and without nesting where none is needed.
func joinedBy(s sign, parts []condition) condition {
	var kept []condition
	add := func(c condition) {
		if !slices.ContainsFunc(kept, c.same) {
			kept = append(kept, c)
		}
	}
	for _, p := range parts {
		switch {
		case p.sign == always && s == anyOf:
			return condition{}
		case p.sign == always:
		case p.sign == s:
			for _, c := range p.parts {
				add(c)
			}
		default:
			add(p)
		}
	}
	switch len(kept) {
	case 0:
		return condition{}
	case 1:
		return kept[0]
	}
	return condition{sign: s, parts: kept}
}

func (c condition) same(d condition) bool {
	return c.sign == d.sign && c.atLeast == d.atLeast && c.question == d.question && c.option == d.option && c.open == d.open && slices.EqualFunc(c.parts, d.parts, condition.same)
}

// answers lists the answers of a plain any-of or all-of, or the only one; not ok for anything deeper.
func (c condition) answers() (list []condition, ok bool) {
	switch c.sign {
	case answered:
		return []condition{c}, true
	case anyOf, allOf:
		for _, p := range c.parts {
			if p.sign != answered {
				return nil, false
			}
		}
		return c.parts, true
	}
	return nil, false
}

// maybe is the condition that this one may hold: an option that is not sure counts as one that was chosen. What may hold is
// offered.
func (c condition) maybe() condition {
	switch {
	case c.sign == answered && c.option != nil:
		ways := []condition{c, {sign: answered, question: c.question}}
		if c.question.Kind == knowledge.Many && c.option.ID != knowledge.None {
			ways = append(ways, condition{sign: answered, question: c.question, option: c.option, open: true})
		}
		return joinedBy(anyOf, ways)
	case c.sign == answered, c.sign == always, c.sign == noneOf:
		return c
	}
	parts := make([]condition, 0, len(c.parts))
	for _, p := range c.parts {
		parts = append(parts, p.maybe())
	}
	if c.sign == countOf {
		return condition{sign: countOf, parts: parts, atLeast: c.atLeast}
	}
	return joinedBy(c.sign, parts)
}

// met reports whether these answers meet the condition, as a form reckons it: from what was said, with nothing that is
// missing or does not apply.
func (c condition) met(a guide.Answers) bool {
	met := 0
	for _, p := range c.parts {
		if p.met(a) {
			met++
		}
	}
	switch c.sign {
	case answered:
		x := a[c.question.ID]
		switch {
		case c.option == nil:
			return x.Unsure
		case c.open:
			return slices.Contains(x.Open, c.option.ID)
		}
		return x.Has(c.option.ID)
	case anyOf:
		return met > 0
	case allOf:
		return met == len(c.parts)
	case countOf:
		return met >= c.atLeast
	case noneOf:
		return met == 0
	}
	return true
}

// linkID is the item with the answer that the condition asks for.
func (c condition) linkID() string {
	switch {
	case c.open:
		return c.question.ID + guide.FHIROpen
	case c.option == nil && c.question.Kind == knowledge.Scale:
		return c.question.ID + guide.FHIRNoNumber
	}
	return c.question.ID
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
func (s screen) when(g *guide.Guide) (condition, bool) {
	var ways []condition
	for _, q := range s.questions {
		c, ok := conditionOf(g, q.AskWhen)
		if !ok {
			return condition{}, false
		}
		if c, ok = c.beyond(s); ok {
			ways = append(ways, c)
		}
	}
	return joinedBy(anyOf, ways), len(ways) > 0
}

// beyond is the condition as long as nothing is answered on the screen; it is not ok for one that cannot be met then.
func (c condition) beyond(s screen) (condition, bool) {
	if c.sign == always || c.sign == answered {
		return c, c.sign == always || !slices.Contains(s.questions, c.question)
	}
	var kept []condition
	for _, p := range c.parts {
		if x, ok := p.beyond(s); ok {
			kept = append(kept, x)
		}
	}
	switch c.sign {
	case countOf:
		return condition{sign: countOf, parts: kept, atLeast: c.atLeast}, len(kept) >= c.atLeast
	case noneOf:
		if len(kept) == 0 {
			return condition{}, true
		}
		return condition{sign: noneOf, parts: kept}, true
	case allOf:
		return joinedBy(allOf, kept), len(kept) == len(c.parts)
	}
	return joinedBy(c.sign, kept), len(kept) > 0
}
