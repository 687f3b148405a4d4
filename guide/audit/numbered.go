package audit

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/rules"
)

// numbered is the guide under audit, with its facts numbered as guide.Batch numbers them.
type numbered struct {
	*guide.Guide
	*rules.Program
	k       *knowledge.Base
	flags   []rules.Condition
	signs   []int // warning signs of questions, or options, that are not put to everybody
	history int   // the number of the question with the health items, or -1
}

// number numbers the facts of what the reference holds. The guide has been made of the same knowledge, so every name is known.
func number(g *guide.Guide, b *reference) *numbered {
	n := &numbered{Guide: g, Program: rules.Number(b.k.Questions, b.k.Derived), k: b.k, history: -1}
	for qi := range n.k.Questions {
		q := &n.k.Questions[qi]
		if q.Role == knowledge.RoleHistory {
			n.history = qi
		}
		gated := len(q.AskWhen) > 0 || slices.ContainsFunc(q.Options, func(o knowledge.Option) bool { return len(o.ShowWhen) > 0 })
		for oi := range q.Options {
			if f := n.Questions[qi].First + oi; gated && qi != n.history && b.warns[n.Names[f]] {
				n.signs = append(n.signs, f)
			}
		}
	}
	for i := range n.k.RedFlags {
		n.flags = append(n.flags, n.Condition(n.k.RedFlags[i].When))
	}
	return n
}
