// Package guide decides. It answers three questions about one person: what to ask next (Interview), what their answers
// mean (Guide.Assess), and what would change that (Guide.Changes).
//
// It is pure: values in, values out, no files, no clock, no screen, nothing random. What it knows is data (Knowledge),
// written in content/; this package holds the mechanisms only.
//
// # How a person becomes an assessment
//
// Answers become facts ("history/osteoporosis"), each No, Unknown or Yes. Rules are sets of facts. Red flags give the
// triage level; contraindications give each therapy a verdict; the first pattern that holds says what this looks like and
// which evidence counts; indications and wishes say what speaks for a therapy. Every conclusion keeps the facts that led
// to it and its sources: the trace is the explanation.
//
// # What always holds
//
// The ten invariants of the design are checked over the answer space by Audit. The order No < Unknown < Yes, and rules that
// only take the largest and the smallest of it, give most of them: more warning never makes anything milder.
package guide

import (
	"errors"
	"fmt"
	"strings"
)

// Guide is the knowledge, compiled: every fact has a number, every rule is a list of numbers. It never changes, so any
// number of goroutines may use one.
type Guide struct {
	k         *Knowledge
	facts     map[string]int // the number of a fact: options in question order, then derived facts
	names     []string
	settles   []bool // the facts that may lower a level
	owner     []int  // the question of an option's fact
	questions []question
	derived   []derived
	flags     []when
	patterns  []when
	therapies []therapy
	byID      map[string]int // question by ID
	history   int            // the number of the question "history", or -1
	block     int            // the emergency block ends after this question
}

type question struct {
	ask     when
	options []option
	first   int   // the fact of the first option
	careful []int // options that "not sure" counts as
	ready   []int // derived facts whose last leaf is in this question
	page    int
}

type option struct {
	show, also when
	places     []literal
}

type derived struct {
	of      []int
	atLeast int
}

// literal is a fact's number, doubled, plus one when negated.
type literal int32

type when [][]literal

// HistoryQuestion is the question whose options the contraindications speak of.
const HistoryQuestion = "history"

// New compiles the knowledge. The emergency block ends with the question named block ("" for the last question). An error
// lists what does not fit together; content's checks name the place as well.
func New(k *Knowledge, block string) (*Guide, error) {
	g := &Guide{k: k, facts: map[string]int{}, byID: map[string]int{}, history: -1, block: len(k.Questions) - 1}
	var problems []error
	problem := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }

	last := map[int]int{} // fact → question that settles it
	pages := map[string]int{}
	for qi := range k.Questions {
		q := &k.Questions[qi]
		if _, ok := g.byID[q.ID]; ok {
			problem("question %s stands twice", q.ID)
		}
		g.byID[q.ID] = qi
		if q.ID == HistoryQuestion {
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
			name := q.ID + "/" + q.Options[oi].ID
			if _, ok := g.facts[name]; ok {
				problem("option %s stands twice", name)
			}
			g.facts[name] = len(g.names)
			last[len(g.names)] = qi
			g.names = append(g.names, name)
			g.settles = append(g.settles, q.Options[oi].Settles)
			g.owner = append(g.owner, qi)
		}
	}
	for di := range k.Derived {
		d := &k.Derived[di]
		if _, ok := g.facts[d.ID]; ok {
			problem("fact %s stands twice", d.ID)
		}
		members, n := d.Any, 1
		if len(d.Of) > 0 {
			members, n = d.Of, d.AtLeast
		}
		c, ready := derived{atLeast: n}, 0
		for _, m := range members {
			f, ok := g.facts[m]
			if !ok {
				problem("derived fact %s: unknown fact %q, or one that is defined later", d.ID, m)
				continue
			}
			c.of = append(c.of, f)
			ready = max(ready, last[f])
		}
		id := len(g.names)
		g.facts[d.ID], last[id] = id, ready
		g.names = append(g.names, d.ID)
		g.settles = append(g.settles, false)
		g.derived = append(g.derived, c)
		if len(g.questions) > 0 {
			g.questions[ready].ready = append(g.questions[ready].ready, di)
		}
	}
	compile := func(where string, w When, before int) when {
		out := make(when, 0, len(w))
		for _, all := range w {
			c := make([]literal, 0, len(all))
			for _, name := range all {
				plain, negated := strings.CutPrefix(name, "not ")
				f, ok := g.facts[plain]
				switch {
				case !ok:
					problem("%s: unknown fact %q", where, plain)
					continue
				case before >= 0 && last[f] >= before:
					problem("%s: %s is asked later", where, plain)
				}
				l := literal(f) << 1
				if negated {
					l |= 1
				}
				c = append(c, l)
			}
			out = append(out, c)
		}
		return out
	}
	for qi := range k.Questions {
		q, c := &k.Questions[qi], &g.questions[qi]
		c.ask = compile(q.ID, q.AskWhen, qi)
		for _, id := range q.IfUnsure {
			if i := q.optionIndex(id); i >= 0 {
				c.careful = append(c.careful, i)
			} else {
				problem("%s: if_unsure names no option: %s", q.ID, id)
			}
		}
		for oi := range q.Options {
			o, where := &q.Options[oi], q.ID+"/"+q.Options[oi].ID
			x := option{show: compile(where, o.ShowWhen, qi), also: compile(where, o.Also, qi)}
			for _, p := range o.Places {
				if w := compile(where, When{{p}}, qi); len(w[0]) > 0 {
					x.places = append(x.places, w[0][0])
				}
			}
			c.options = append(c.options, x)
		}
	}
	for i := range k.RedFlags {
		g.flags = append(g.flags, compile("red flag "+k.RedFlags[i].ID, k.RedFlags[i].When, -1))
	}
	for i := range k.Patterns {
		g.patterns = append(g.patterns, compile("pattern "+k.Patterns[i].ID, k.Patterns[i].When, -1))
	}
	for i := range k.Therapies {
		t, err := g.compileTherapy(&k.Therapies[i], compile)
		if err != nil {
			problems = append(problems, err)
		}
		g.therapies = append(g.therapies, t)
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return g, nil
}

// Knowledge returns what the guide was made of. It must not be changed.
func (g *Guide) Knowledge() *Knowledge { return g.k }

// Question returns the question of this ID, or nil.
func (g *Guide) Question(id string) *Question {
	if i, ok := g.byID[id]; ok {
		return &g.k.Questions[i]
	}
	return nil
}

// Therapy returns the therapy of this ID, or nil.
func (g *Guide) Therapy(id string) *Therapy {
	for i := range g.k.Therapies {
		if g.k.Therapies[i].ID == id {
			return &g.k.Therapies[i]
		}
	}
	return nil
}

// Source returns the source of this ID, or nil.
func (g *Guide) Source(id string) *Source {
	for i := range g.k.Sources {
		if g.k.Sources[i].ID == id {
			return &g.k.Sources[i]
		}
	}
	return nil
}

// Level returns what is said at a level.
func (g *Guide) Level(l Level) LevelText {
	for _, t := range g.k.Levels {
		if t.ID == l.String() {
			return t
		}
	}
	return LevelText{ID: l.String(), Title: l.String()}
}

func (g *Guide) questionIDs() []string {
	ids := make([]string, len(g.k.Questions))
	for i := range g.k.Questions {
		ids[i] = g.k.Questions[i].ID
	}
	return ids
}
