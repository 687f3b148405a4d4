// Package condition states the conditions of questions and options in terms of answers alone, as a form has to hold them: on
// paper, or in another program. Call [Of] for the condition of a question or an option.
package condition

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// Condition is a knowledge.When in terms of answers: derived facts, and answers that imply others, are expanded. The zero
// condition always holds.
type Condition struct {
	Sign    Sign
	Parts   []Condition
	AtLeast int // of the parts, for a count

	Question *knowledge.Question // for an answer
	Option   *knowledge.Option   // nil for "not sure"
	Open     bool                // the option was itself left open, not chosen
}

// Sign is how the parts of a condition are joined, or that it is a single answer.
type Sign int

// The signs.
const (
	Always Sign = iota
	Answered
	AnyOf
	AllOf
	CountOf
	NoneOf
)

// Of expands a condition. It reports false if the condition names an unknown fact.
func Of(g *guide.Guide, w knowledge.When) (c Condition, ok bool) {
	if len(w) == 0 {
		return Condition{}, true
	}
	ways := make([]Condition, 0, len(w))
	for _, all := range w {
		facts := make([]Condition, 0, len(all))
		for _, name := range all {
			name, negated := strings.CutPrefix(name, "not ")
			f, ok := factOf(g, name)
			if !ok {
				return Condition{}, false
			}
			if negated {
				f = Condition{Sign: NoneOf, Parts: []Condition{f}}
			}
			facts = append(facts, f)
		}
		ways = append(ways, Join(AllOf, facts))
	}
	return Join(AnyOf, ways), true
}

func factOf(g *guide.Guide, name string) (Condition, bool) {
	for _, d := range g.Knowledge().Derived {
		if d.ID != name {
			continue
		}
		names := append(slices.Clone(d.Any), d.Of...)
		parts := make([]Condition, 0, len(names))
		for _, n := range names {
			f, ok := factOf(g, n)
			if !ok {
				return Condition{}, false
			}
			parts = append(parts, f)
		}
		if len(d.Of) > 0 && d.AtLeast > 1 {
			return Condition{Sign: CountOf, Parts: parts, AtLeast: d.AtLeast}, true
		}
		return Join(AnyOf, parts), true
	}
	question, option, _ := strings.Cut(name, "/")
	q := g.Question(question)
	if q == nil || q.Option(option) == nil {
		return Condition{}, false
	}
	o := q.Option(option)
	var ways []Condition
	if !o.Hidden {
		ways = append(ways, Condition{Sign: Answered, Question: q, Option: o})
	}
	if slices.Contains(q.IfUnsure, o.ID) {
		shown, ok := Of(g, o.ShowWhen)
		if !ok {
			return Condition{}, false
		}
		ways = append(ways, Join(AllOf, []Condition{{Sign: Answered, Question: q}, shown}))
	}
	if len(o.Also) > 0 {
		also, ok := Of(g, o.Also)
		if !ok {
			return Condition{}, false
		}
		ways = append(ways, also)
	}
	return Join(AnyOf, ways), true
}

// Join joins conditions by AnyOf or AllOf, each once and without nesting where none is needed.
func Join(s Sign, parts []Condition) Condition {
	var kept []Condition
	add := func(c Condition) {
		if !slices.ContainsFunc(kept, c.Same) {
			kept = append(kept, c)
		}
	}
	for _, p := range parts {
		switch {
		case p.Sign == Always && s == AnyOf:
			return Condition{}
		case p.Sign == Always:
		case p.Sign == s:
			for _, c := range p.Parts {
				add(c)
			}
		default:
			add(p)
		}
	}
	switch len(kept) {
	case 0:
		return Condition{}
	case 1:
		return kept[0]
	}
	return Condition{Sign: s, Parts: kept}
}

// Same reports whether two conditions ask for the same.
func (c Condition) Same(d Condition) bool {
	return c.Sign == d.Sign && c.AtLeast == d.AtLeast && c.Question == d.Question && c.Option == d.Option && c.Open == d.Open && slices.EqualFunc(c.Parts, d.Parts, Condition.Same)
}

// Answers lists the answers of a plain any-of or all-of, or the only one; not ok for anything deeper.
func (c Condition) Answers() (list []Condition, ok bool) {
	switch c.Sign {
	case Answered:
		return []Condition{c}, true
	case AnyOf, AllOf:
		for _, p := range c.Parts {
			if p.Sign != Answered {
				return nil, false
			}
		}
		return c.Parts, true
	}
	return nil, false
}

// Maybe is the condition that this one may hold: an option that is not sure counts as one that was chosen. What may hold is
// offered.
func (c Condition) Maybe() Condition {
	switch {
	case c.Sign == Answered && c.Option != nil:
		ways := []Condition{c, {Sign: Answered, Question: c.Question}}
		if c.Question.Kind == knowledge.Many && c.Option.ID != knowledge.None {
			ways = append(ways, Condition{Sign: Answered, Question: c.Question, Option: c.Option, Open: true})
		}
		return Join(AnyOf, ways)
	case c.Sign == Answered, c.Sign == Always, c.Sign == NoneOf:
		return c
	}
	parts := make([]Condition, 0, len(c.Parts))
	for _, p := range c.Parts {
		parts = append(parts, p.Maybe())
	}
	if c.Sign == CountOf {
		return Condition{Sign: CountOf, Parts: parts, AtLeast: c.AtLeast}
	}
	return Join(c.Sign, parts)
}

// Met reports whether these answers meet the condition, as a form reckons it: from what was said, with nothing that is
// missing or does not apply.
func (c Condition) Met(a guide.Answers) bool {
	met := 0
	for _, p := range c.Parts {
		if p.Met(a) {
			met++
		}
	}
	switch c.Sign {
	case Answered:
		x := a[c.Question.ID]
		switch {
		case c.Option == nil:
			return x.Unsure
		case c.Open:
			return slices.Contains(x.Open, c.Option.ID)
		}
		return x.Has(c.Option.ID)
	case AnyOf:
		return met > 0
	case AllOf:
		return met == len(c.Parts)
	case CountOf:
		return met >= c.AtLeast
	case NoneOf:
		return met == 0
	}
	return true
}
