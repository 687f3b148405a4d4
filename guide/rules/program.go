// Package rules is logic over numbered facts. [Number] makes a [Program] of a questionnaire: which facts there are, and which of
// them rest on which. [NewSolver] looks for choices under which conditions should hold. The package knows no therapy, no red flag,
// and no person.
//
// The facts are the options, in the order of the questions, then the derived facts. guide.Batch numbers them alike.
package rules

import (
	"strings"

	"knead/guide/knowledge"
)

// Literal is a fact, or the negation of one.
type Literal int

// Is is the literal that a fact holds, Not that it does not.
func Is(fact int) Literal  { return Literal(fact) << 1 }
func Not(fact int) Literal { return Literal(fact)<<1 | 1 }

// Fact is the number of the literal's fact.
func (l Literal) Fact() int { return int(l >> 1) }

// Negated reports whether the literal holds where its fact does not.
func (l Literal) Negated() bool { return l&1 == 1 }

// Condition holds where all literals of one of its sets do; an empty one always does.
type Condition [][]Literal

// Program is a questionnaire with its facts numbered.
type Program struct {
	Names     []string // of the facts
	Owner     []int    // the question of an option's fact
	Questions []Question
	Derived   []Derived
	facts     map[string]int
}

// Question is asked where Ask holds. The facts of its options begin with First. At most one option of an exclusive question may be
// chosen.
type Question struct {
	Ask       Condition
	Options   []Option
	First     int
	Exclusive bool
}

// Option is offered if Show holds, and is also true if Also does. An exclusive one rules out the others of its question.
type Option struct {
	Show, Also Condition
	Alone      bool
}

// Derived is a fact that holds where at least so many of others do; or, when Unasked, where a sign was chosen that is not put.
type Derived struct {
	Of      []int
	AtLeast int
	Unasked bool
}

// Number makes a program of questions and derived facts. A name that is not known is left out of the condition that has it.
func Number(questions []knowledge.Question, derived []knowledge.Derived) *Program {
	p := &Program{facts: map[string]int{}}
	for qi := range questions {
		q := &questions[qi]
		p.Questions = append(p.Questions, Question{First: len(p.Names), Exclusive: q.Kind != knowledge.Many})
		for oi := range q.Options {
			p.add(q.ID + "/" + q.Options[oi].ID)
			p.Owner = append(p.Owner, qi)
		}
	}
	for i := range derived {
		d := &derived[i]
		x := Derived{AtLeast: 1, Unasked: d.Unasked}
		members := d.Any
		if len(d.Of) > 0 {
			members, x.AtLeast = d.Of, d.AtLeast
		}
		for _, m := range members {
			if f, ok := p.facts[m]; ok {
				x.Of = append(x.Of, f)
			}
		}
		p.add(d.ID)
		p.Derived = append(p.Derived, x)
	}
	for qi := range questions {
		q, x := &questions[qi], &p.Questions[qi]
		x.Ask = p.Condition(q.AskWhen)
		for oi := range q.Options {
			o := &q.Options[oi]
			x.Options = append(x.Options, Option{p.Condition(o.ShowWhen), p.Condition(o.Also), o.ID == knowledge.None})
		}
	}
	return p
}

func (p *Program) add(name string) {
	p.facts[name] = len(p.Names)
	p.Names = append(p.Names, name)
}

// Condition numbers the facts of a condition.
func (p *Program) Condition(w knowledge.When) Condition {
	out := make(Condition, len(w))
	for i, all := range w {
		out[i] = p.Literals(all)
	}
	return out
}

// Literals numbers the facts of a set.
func (p *Program) Literals(names []string) []Literal {
	var out []Literal
	for _, name := range names {
		plain, negated := strings.CutPrefix(name, "not ")
		f, ok := p.facts[plain]
		switch {
		case !ok:
		case negated:
			out = append(out, Not(f))
		default:
			out = append(out, Is(f))
		}
	}
	return out
}
