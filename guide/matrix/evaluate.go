package matrix

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// Problem is something that keeps the matrix from being whole: an empty cell, a level below its floor, a reason that is never
// needed. Danger, Sign, and Least number the entry that it is about; -1 is none.
type Problem struct {
	Danger, Sign, Least int
	Column              string // the ID of the onset or risk that it is about
	Message             string
}

// Evaluate fills the matrix from the rules, and returns everything that is wrong with it.
func Evaluate(g *guide.Guide, m *Matrix) (*Table, []Problem) {
	e := evaluator{g: g, table: &Table{Matrix: m}, place: g.Role(knowledge.RolePlace), needed: map[*Column]bool{}}
	if e.place == nil || len(m.Onsets) == 0 || len(m.Risks) == 0 {
		return e.table, nil // an incomplete questionnaire or matrix was reported when it was read
	}
	for i := range e.place.Options {
		if o := &e.place.Options[i]; !o.Hidden {
			e.table.Places = append(e.table.Places, o)
		}
	}
	base, err := e.parse(m.Base)
	if err != nil {
		e.report(-1, -1, -1, "base: %s", err)
		return e.table, e.problems
	}
	e.base, e.lanes = base, g.Batch()
	if e.onsets = e.columns(m.Onsets); e.onsets == nil {
		return e.table, e.problems
	}
	if e.risks = e.columns(m.Risks); e.risks == nil {
		return e.table, e.problems
	}
	for di := range m.Dangers {
		for si := range m.Dangers[di].Signs {
			e.sign(di, si)
		}
	}
	e.unneededColumns(m.Onsets)
	e.unneededColumns(m.Risks)
	return e.table, e.problems
}

type evaluator struct {
	g             *guide.Guide
	table         *Table
	lanes         *guide.Batch
	place         *knowledge.Question
	base          guide.Answers
	onsets, risks []layer
	needed        map[*Column]bool // columns whose reason was needed
	problems      []Problem
}

// layer is a column with its answers read.
type layer struct {
	*Column
	answers guide.Answers
}

func (e *evaluator) report(danger, sign, least int, format string, args ...any) {
	e.problems = append(e.problems, Problem{Danger: danger, Sign: sign, Least: least, Message: fmt.Sprintf(format, args...)})
}

func (e *evaluator) columns(columns []Column) []layer {
	out := make([]layer, len(columns))
	for i := range columns {
		c := &columns[i]
		a, err := e.parse(c.Answers)
		if err != nil {
			e.problems = append(e.problems, Problem{-1, -1, -1, c.ID, err.Error()})
			return nil
		}
		out[i] = layer{c, a}
	}
	return out
}

func (e *evaluator) unneededColumns(columns []Column) {
	for i := range columns {
		if c := &columns[i]; c.NotAsked != "" && !e.needed[c] {
			e.problems = append(e.problems, Problem{-1, -1, -1, c.ID, "not_asked is never needed, because these answers are asked for everywhere; leave it out"})
		}
	}
}

// parse reads lines of answers. A name that ends in "-*" means every question that an each generated.
func (e *evaluator) parse(lines []string) (guide.Answers, error) {
	var whole []string
	for _, line := range lines {
		name, rest, _ := strings.Cut(line, ":")
		each, star := strings.CutSuffix(strings.TrimSpace(name), "-*")
		if !star {
			whole = append(whole, line)
			continue
		}
		before := len(whole)
		for i := range e.g.Knowledge().Questions {
			if q := &e.g.Knowledge().Questions[i]; q.Each != "" && len(q.Of) == 1 && q.ID == each+"-"+q.Of[0] {
				whole = append(whole, q.ID+":"+rest)
			}
		}
		if len(whole) == before {
			return nil, fmt.Errorf("%q matches nothing; no question with each is named %s", line, each)
		}
	}
	return e.g.ParseLines(whole)
}

// over lays answers over others. Of a question that takes several options both count, save for "none".
func (e *evaluator) over(lower, upper guide.Answers) guide.Answers {
	out := maps.Clone(lower)
	for id, a := range upper {
		q, b := e.g.Question(id), out[id]
		if q.Kind == knowledge.Many && !b.Has(knowledge.None) && !a.Has(knowledge.None) {
			words := slices.Clone(a.Options)
			for _, o := range b.Options {
				if !slices.Contains(words, o) {
					words = append(words, o)
				}
			}
			if both, err := e.g.Parse(id, words...); err == nil {
				a = both
			}
		}
		out[id] = a
	}
	return out
}

// sign fills the cells of one sign, and checks them against its floors.
func (e *evaluator) sign(di, si int) {
	m := e.table.Matrix
	d := &m.Dangers[di]
	s := &d.Signs[si]
	own, err := e.parse(s.Answers)
	if err != nil {
		e.report(di, si, -1, "%s", err)
		return
	}
	b := Block{Danger: d, Sign: s, onsets: len(e.onsets), risks: len(e.risks)}
	b.cells = make([]Cell, len(e.table.Places)*b.onsets*b.risks)
	check := newFloors(e, di, si)
	below := e.over(e.base, own)
	for oi, onset := range e.onsets {
		with := e.over(below, onset.answers)
		for ri, risk := range e.risks {
			answers := e.over(with, risk.answers)
			for first := 0; first < len(e.table.Places); first += guide.Width {
				places := e.table.Places[first:min(first+guide.Width, len(e.table.Places))]
				e.run(answers, places)
				noSign, noRisk := e.notPut(answers, own), e.notPut(answers, risk.answers)
				for lane, place := range places {
					cell := e.cell(lane, noSign>>lane&1 == 1, noRisk>>lane&1 == 1, risk.Column, check)
					b.cells[((first+lane)*b.onsets+oi)*b.risks+ri] = cell
					check.cell(cell, place.ID, onset.ID, risk.ID)
				}
			}
		}
	}
	check.end()
	e.table.Blocks = append(e.table.Blocks, b)
}

// run assesses the same person with each of the places, one in a lane.
func (e *evaluator) run(answers guide.Answers, places []*knowledge.Option) {
	e.lanes.SetAll(answers)
	for lane, place := range places {
		e.lanes.SetAnswer(lane, e.place.ID, guide.Answer{Options: []string{place.ID}})
	}
	e.lanes.Run()
}

// cell reads the outcome of one lane.
func (e *evaluator) cell(lane int, noSign, noRisk bool, risk *Column, check *floors) Cell {
	switch {
	case noRisk:
		e.needed[risk] = true
		return Cell{Reason: risk.NotAsked, untold: true}
	case noSign:
		check.needed = true
		return Cell{Reason: check.sign.NotAsked}
	}
	c := Cell{Asked: true, Level: e.lanes.Level(lane)}
	flags := e.g.Knowledge().RedFlags
	for i := range flags {
		switch known := e.lanes.Flag(lane, i); {
		case known == guide.Unknown && flags[i].Level >= knowledge.Urgent:
			check.open(&flags[i], e.lanes.Answers(lane))
		case known != guide.Yes || flags[i].Level < c.Level:
		case c.Rule == "" || !c.own && slices.Contains(check.danger.Evidence, flags[i].Evidence):
			c.Rule, c.own = flags[i].ID, slices.Contains(check.danger.Evidence, flags[i].Evidence)
		}
	}
	return c
}

// notPut gives the lanes in which one of these answers is not asked for: its question or its option is not put to the person. An
// answer that another column replaced is none of them.
func (e *evaluator) notPut(answers, some guide.Answers) (lanes uint64) {
	for question, a := range some {
		for _, o := range a.Options {
			if answers[question].Has(o) && o != knowledge.None {
				lanes |= ^e.lanes.Put(question, o)
			}
		}
	}
	return lanes
}
