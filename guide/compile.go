package guide

import (
	"errors"
	"strconv"
	"strings"
	"sync"

	"knead/guide/knowledge"
)

type question struct {
	ask     when
	gated   bool // it, or one of its options, is not put to everybody
	options []option
	first   int   // the fact of the first option
	careful []int // options that "not sure" counts as
	ready   []int // derived facts whose last leaf is in this question
	page    int
}

type option struct {
	show, also when
	places     []literal
	warns      bool // it counts wherever it is chosen: see warnings
}

type derived struct {
	of      []int
	atLeast int
	unasked bool // it waits for a sign that is not put to this person, and is made of nothing else
}

// literal is a fact's number, doubled, plus one when negated.
type literal int32

type when [][]literal

// New compiles the knowledge. The emergency block ends with the question named block ("" for the last question). An error
// lists what does not fit together; content's checks name the place as well.
func New(k *knowledge.Base, block string) (*Guide, error) {
	c := compiler{
		g:     &Guide{k: k, facts: map[string]int{}, roles: map[knowledge.Role][]int{}, byID: map[string]int{}, history: -1, block: len(k.Questions) - 1},
		asked: map[int]int{},
	}
	c.options(block)
	c.derive()
	c.questions()
	c.regions()
	c.rules()
	c.warnings()
	if len(c.problems) > 0 {
		return nil, errors.Join(c.problems...)
	}
	c.g.search = sync.OnceValue(c.g.index)
	return c.g, nil
}

// compiler turns names into numbers.
type compiler struct {
	g        *Guide
	asked    map[int]int // by fact, the question that settles it
	problems []error
}

func (c *compiler) problem(words ...string) {
	c.problems = append(c.problems, errors.New(strings.Join(words, "")))
}

// within is an error with what it is about. This package does without fmt where a guide is compiled and evaluated: fmt with all that
// it needs would make the program for the browser 70 KB larger to fetch.
type within struct {
	what string
	err  error
}

func (e within) Error() string { return e.what + ": " + e.err.Error() }

func (e within) Unwrap() error { return e.err }

// fact gives a name the next number; its question determines its meaning.
func (c *compiler) fact(name string, question int) {
	g := c.g
	if _, ok := g.facts[name]; ok {
		c.problem("fact ", name, " is defined twice")
	}
	g.facts[name] = len(g.names)
	c.asked[len(g.names)] = question
	g.names = append(g.names, name)
}

// options numbers the facts that are options, in question order.
func (c *compiler) options(block string) {
	g, pages := c.g, map[string]int{}
	for qi := range g.k.Questions {
		q := &g.k.Questions[qi]
		if _, ok := g.byID[q.ID]; ok {
			c.problem("question ", q.ID, " is defined twice")
		}
		g.byID[q.ID] = qi
		if q.Role != 0 {
			g.roles[q.Role] = append(g.roles[q.Role], qi)
		}
		if q.Role == knowledge.RoleHistory {
			g.history = qi
		}
		if q.ID == block {
			g.block = qi
		}
		if _, ok := pages[q.Page()]; !ok {
			pages[q.Page()] = len(pages)
		}
		g.questions = append(g.questions, question{first: len(g.names), page: pages[q.Page()]})
		for oi := range q.Options {
			c.fact(q.ID+"/"+q.Options[oi].ID, qi)
			g.settles = append(g.settles, q.Options[oi].Settles)
			g.owner = append(g.owner, qi)
		}
	}
}

// derive numbers the derived facts, each behind those it is made of.
func (c *compiler) derive() {
	g := c.g
	for di := range g.k.Derived {
		d := &g.k.Derived[di]
		members, n := d.Any, 1
		if len(d.Of) > 0 {
			members, n = d.Of, d.AtLeast
		}
		x, ready := derived{atLeast: n, unasked: d.Unasked}, 0
		if d.Unasked {
			ready = max(len(g.questions)-1, 0)
		}
		for _, m := range members {
			f, ok := g.facts[m]
			if !ok {
				c.problem("derived fact ", d.ID, ": unknown fact ", strconv.Quote(m), ", or one that is defined later")
				continue
			}
			x.of = append(x.of, f)
			ready = max(ready, c.asked[f])
		}
		c.fact(d.ID, ready)
		g.settles = append(g.settles, false)
		g.derived = append(g.derived, x)
		if len(g.questions) > 0 {
			g.questions[ready].ready = append(g.questions[ready].ready, di)
		}
	}
}

// condition compiles a condition. Before, when it is not negative, is the question by which its facts must be settled.
func (c *compiler) condition(where string, w knowledge.When, before int) when {
	out, unknown := c.g.compile(w)
	for _, name := range unknown {
		c.problem(where, ": unknown fact ", strconv.Quote(name))
	}
	for _, all := range out {
		for _, l := range all {
			if before >= 0 && c.asked[int(l>>1)] >= before {
				c.problem(where, ": ", c.g.names[l>>1], " is asked later")
			}
		}
	}
	return out
}

// compile numbers the facts of a condition, and lists those that there are not.
func (g *Guide) compile(w knowledge.When) (compiled when, unknown []string) {
	compiled = make(when, 0, len(w))
	for _, all := range w {
		c := make([]literal, 0, len(all))
		for _, name := range all {
			plain, negated := strings.CutPrefix(name, "not ")
			f, ok := g.facts[plain]
			if !ok {
				unknown = append(unknown, plain)
				continue
			}
			l := literal(f) << 1
			if negated {
				l |= 1
			}
			c = append(c, l)
		}
		compiled = append(compiled, c)
	}
	return compiled, unknown
}

// questions compiles the conditions under which questions and options are shown, and the facts they imply.
func (c *compiler) questions() {
	for qi := range c.g.k.Questions {
		q, x := &c.g.k.Questions[qi], &c.g.questions[qi]
		x.ask = c.condition(q.ID, q.AskWhen, qi)
		for _, id := range q.IfUnsure {
			if i := q.Index(id); i >= 0 {
				x.careful = append(x.careful, i)
			} else {
				c.problem(q.ID, ": if_unsure names no option: ", id)
			}
		}
		for oi := range q.Options {
			o, where := &q.Options[oi], q.ID+"/"+q.Options[oi].ID
			y := option{show: c.condition(where, o.ShowWhen, qi), also: c.condition(where, o.Also, qi)}
			for _, p := range o.Places {
				if w := c.condition(where, knowledge.When{{p}}, -1); len(w[0]) > 0 {
					y.places = append(y.places, w[0][0])
				}
			}
			x.options = append(x.options, y)
			x.gated = x.gated || len(y.show) > 0
		}
		x.gated = x.gated || len(x.ask) > 0
	}
}

// rules compiles red flags, patterns and therapies.
func (c *compiler) rules() {
	g := c.g
	for i := range g.k.RedFlags {
		g.flags = append(g.flags, c.condition("red flag "+g.k.RedFlags[i].ID, g.k.RedFlags[i].When, -1))
	}
	for i := range g.k.Patterns {
		g.patterns = append(g.patterns, c.condition("pattern "+g.k.Patterns[i].ID, g.k.Patterns[i].When, -1))
	}
	for i := range g.k.Therapies {
		t, err := g.compileTherapy(&g.k.Therapies[i], c.condition)
		if err != nil {
			c.problems = append(c.problems, err)
		}
		g.therapies = append(g.therapies, t)
	}
}
