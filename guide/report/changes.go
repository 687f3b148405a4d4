package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// shownChanges is the number of changes shown, and shownNames the number of therapies in one line. More would hide the few that
// matter.
const (
	shownChanges = 8
	shownNames   = 4
)

// changes lists the answers that would lead to another result if they were different: open answers first, then given ones. It
// does not list answers that could be added, because any new illness would change something.
func (b builder) changes(changes []guide.Change) document.Section {
	s := document.Section{ID: "changes", Title: "What would change this", Minor: true}
	var list document.List
	for len(changes) > 0 && len(list.Items) < shownChanges {
		c, same := changes[0], sameChanges(changes)
		q := b.g.Question(c.Question)
		if c.Was != guide.WasAbsent && q != nil {
			item := document.Item{Text: text(b.condition(q, changes[:same]))}
			for _, words := range b.effects(c.Effects) {
				item.Sub = append(item.Sub, text(words))
			}
			list.Items = append(list.Items, item)
		}
		changes = changes[same:]
	}
	if len(list.Items) > 0 {
		s.Blocks = []document.Block{list}
	}
	return s
}

// sameChanges counts the changes at the start that are other answers to one question with the same effects.
func sameChanges(changes []guide.Change) int {
	c := changes[0]
	for i, x := range changes {
		if x.Question != c.Question || x.Was != c.Was || x.Chosen != c.Chosen || !x.Effects.Equal(c.Effects) {
			return i
		}
	}
	return len(changes)
}

// condition says what would have to be different. Any one of the changes is enough.
func (b builder) condition(q *knowledge.Question, changes []guide.Change) string {
	c := changes[0]
	var labels, plain []string
	for _, x := range changes {
		labels = append(labels, b.label(q, x.Option))
		plain = append(plain, "“"+b.optionLabel(q, x.Option)+"”")
	}
	switch whole := c.Was == guide.WasOpen && !slices.Contains(b.answers[q.ID].Open, c.Option); {
	case whole || q.Kind != knowledge.Many:
		return "If you answered “" + q.Quoted() + "” with " + or(plain) + ":"
	case c.Was == guide.WasOpen && c.Chosen:
		return "If the open answer were yes to " + or(labels) + ":"
	case c.Was == guide.WasOpen:
		return "If the open answer were no to " + or(labels) + ":"
	case c.Chosen:
		return "With " + or(labels) + " as well:"
	}
	return "Without " + or(labels) + ":"
}

// effects says what would be different, with one line for all verdicts that have the same outcome.
func (b builder) effects(e guide.Effects) []string {
	var lines []string
	if e.Before != e.After {
		lines = append(lines, "The advice would be “"+b.levelTitle(e.After)+"” instead of “"+b.levelTitle(e.Before)+"”.")
	}
	for _, c := range e.Firsts {
		lines = append(lines, firstChoice(c))
	}
	names := map[knowledge.Verdict][]string{}
	var order []knowledge.Verdict
	for _, c := range e.Verdicts {
		if names[c.After] == nil {
			order = append(order, c.After)
		}
		names[c.After] = append(names[c.After], c.Therapy.Name)
	}
	for _, v := range order {
		told := names[v]
		if n := len(told); n > shownNames+1 {
			told = append(told[:shownNames:shownNames], strconv.Itoa(n-shownNames)+" more")
		}
		lines = append(lines, document.Upper(guide.VerdictWord(v))+": "+and(told)+".")
	}
	return lines
}

func firstChoice(c guide.FirstChange) string {
	if c.After == nil {
		return "None of the " + kindWords(c.Kind) + " could be used without asking first."
	}
	return "First among the " + kindWords(c.Kind) + ": " + c.After.Name + "."
}

func (b builder) levelTitle(l knowledge.Level) string {
	return strings.TrimSuffix(b.g.Level(l).Title, ".")
}

func (b builder) name(therapy string) string {
	if t := b.g.Therapy(therapy); t != nil {
		return t.Name
	}
	return therapy
}

func (b builder) optionLabel(q *knowledge.Question, option string) string {
	if o := q.Option(option); o != nil {
		return o.Label
	}
	return option
}
