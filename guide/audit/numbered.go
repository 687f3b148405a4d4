package audit

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// numbered is the guide under audit, with its facts numbered as guide.Batch numbers them: the options in the order of the
// questions, then the derived facts. The audit numbers them itself, from the knowledge, so that a mistake in how the guide
// compiles its rules is not repeated here.
type numbered struct {
	*guide.Guide
	k         *knowledge.Base
	names     []string
	owner     []int // the question of an option's fact
	questions []question
	derived   []derived
	flags     []when
	signs     []int // warning signs of questions, or options, that are not put to everybody
	history   int   // the number of the question with the health items, or -1
}

type question struct {
	ask     when
	options []option
	first   int // the fact of the first option
}

type option struct {
	show, also when
	places     []literal
}

type derived struct {
	of      []int
	atLeast int
	unasked bool
}

// literal is a fact's number, doubled, plus one when negated.
type literal int

func (l literal) fact() int     { return int(l >> 1) }
func (l literal) negated() bool { return l&1 == 1 }

func is(fact int) literal    { return literal(fact) << 1 }
func isNot(fact int) literal { return literal(fact)<<1 | 1 }

type when [][]literal

// number numbers the facts of what the reference holds. The guide has been made of the same knowledge, so every name is known.
func number(g *guide.Guide, b *reference) *numbered {
	n := &numbered{Guide: g, k: b.k, history: -1}
	facts := map[string]int{}
	add := func(name string) {
		facts[name] = len(n.names)
		n.names = append(n.names, name)
	}
	for qi := range n.k.Questions {
		q := &n.k.Questions[qi]
		if q.Role == knowledge.RoleHistory {
			n.history = qi
		}
		n.questions = append(n.questions, question{first: len(n.names)})
		for oi := range q.Options {
			add(q.ID + "/" + q.Options[oi].ID)
			n.owner = append(n.owner, qi)
		}
	}
	for i := range n.k.Derived {
		d := &n.k.Derived[i]
		x := derived{atLeast: 1, unasked: d.Unasked}
		members := d.Any
		if len(d.Of) > 0 {
			members, x.atLeast = d.Of, d.AtLeast
		}
		for _, m := range members {
			x.of = append(x.of, facts[m])
		}
		add(d.ID)
		n.derived = append(n.derived, x)
	}
	literals := func(names []string) []literal {
		out := make([]literal, len(names))
		for i, name := range names {
			plain, negated := strings.CutPrefix(name, "not ")
			if out[i] = is(facts[plain]); negated {
				out[i] = isNot(facts[plain])
			}
		}
		return out
	}
	condition := func(w knowledge.When) when {
		out := make(when, len(w))
		for i, all := range w {
			out[i] = literals(all)
		}
		return out
	}
	for qi := range n.k.Questions {
		q, x := &n.k.Questions[qi], &n.questions[qi]
		x.ask = condition(q.AskWhen)
		gated := len(q.AskWhen) > 0 || slices.ContainsFunc(q.Options, func(o knowledge.Option) bool { return len(o.ShowWhen) > 0 })
		for oi := range q.Options {
			o := &q.Options[oi]
			x.options = append(x.options, option{condition(o.ShowWhen), condition(o.Also), literals(o.Places)})
			if f := x.first + oi; gated && qi != n.history && b.warns[n.names[f]] {
				n.signs = append(n.signs, f)
			}
		}
	}
	for i := range n.k.RedFlags {
		n.flags = append(n.flags, condition(n.k.RedFlags[i].When))
	}
	return n
}
