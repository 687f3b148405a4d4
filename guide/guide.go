// Package guide decides what to ask a person, what the answers mean, and what would change that.
//
// Make a [Guide] with [New]; content/builtin has one ready. To interview a person, start with [Guide.Start]: an [Interview] has
// the questions of one page, takes answers, and moves on. To judge existing answers, read them with [Guide.ParseLines]
// (content.ReadAnswers reads files) and call [Guide.Assess]. [Guide.Changes] lists the other answers that would change an
// assessment, and package audit searches all answers for people whom the rules would harm.
//
// The package is pure: it reads no file, no clock, and no environment, and the same values give the same result. Its knowledge
// is data, described in guide/knowledge and written in content/; the code holds only mechanisms.
//
// # From answers to an assessment
//
// Answers become facts, such as "history/osteoporosis", each [No], [Unknown], or [Yes]. Rules are conditions over facts. Red
// flags give the triage level, contraindications give each therapy a verdict, the first pattern that holds decides which
// evidence counts, and indications and wishes are reasons for a therapy. Every conclusion keeps the facts and the sources that
// led to it.
//
// # What always holds
//
// Package audit checks the invariants over the space of answers. Most of them follow from the order No < Unknown < Yes and from
// rules that only take the largest or smallest of several values: more warnings never make a result milder.
package guide

import (
	"knead/guide/find"
	"knead/guide/knowledge"
)

// Guide is the knowledge, compiled: every fact has a number, every rule is a list of numbers. It never changes, so any
// number of goroutines may use one.
type Guide struct {
	k         *knowledge.Base
	facts     map[string]int // the number of a fact: options in question order, then derived facts
	names     []string
	settles   []bool // the facts that may lower a level
	owner     []int  // the question of an option's fact
	questions []question
	derived   []derived
	signs     []int // option facts that warn, of questions that are not put to everybody
	flags     []when
	patterns  []when
	areas     []area // the regions; the first two are the whole body and the affected place
	therapies []therapy
	byID      map[string]int           // question by ID
	roles     map[knowledge.Role][]int // the questions of each role, in the order of asking
	history   int                      // the number of the question with RoleHistory, or -1
	block     int                      // the emergency block ends after this question
	search    func() *find.Index       // made when it is first asked for
	evaluated func()                   // called for each evaluation, to count them
}

// Watched returns a guide with the same knowledge that calls a function each time it evaluates answers. It is for tests and
// measurements of how often a front end asks.
func (g *Guide) Watched(evaluated func()) *Guide {
	watched := *g
	watched.evaluated = evaluated
	return &watched
}

// Knowledge returns what the guide was made of. It must not be changed.
func (g *Guide) Knowledge() *knowledge.Base { return g.k }

// Question returns the question of this ID, or nil.
func (g *Guide) Question(id string) *knowledge.Question {
	if i, ok := g.byID[id]; ok {
		return &g.k.Questions[i]
	}
	return nil
}

// Therapy returns the therapy of this ID, or nil.
func (g *Guide) Therapy(id string) *knowledge.Therapy {
	for i := range g.k.Therapies {
		if g.k.Therapies[i].ID == id {
			return &g.k.Therapies[i]
		}
	}
	return nil
}

// Source returns the source of this ID, or nil.
func (g *Guide) Source(id string) *knowledge.Source {
	for i := range g.k.Sources {
		if g.k.Sources[i].ID == id {
			return &g.k.Sources[i]
		}
	}
	return nil
}

// Level returns what is said at a level.
func (g *Guide) Level(l knowledge.Level) knowledge.LevelText {
	for _, t := range g.k.Levels {
		if t.Level == l {
			return t
		}
	}
	return knowledge.LevelText{Level: l, Title: l.String()}
}

func (g *Guide) questionIDs() []string {
	ids := make([]string, len(g.k.Questions))
	for i := range g.k.Questions {
		ids[i] = g.k.Questions[i].ID
	}
	return ids
}
