package fhir

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/condition"
	"knead/guide/knowledge"
)

// The extensions of Structured Data Capture for conditions that an item's own enableWhen cannot hold, and for the options
// that are not always offered.
const (
	enableWhenExpression = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
	optionsToggle        = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression"
	pathLanguage         = "text/fhirpath"
)

// enable gives the item its condition: in enableWhen where that can hold it, as an expression else.
func (x *item) enable(c condition.Condition) {
	if c.Sign == condition.Always {
		return
	}
	if list, ok := c.Answers(); ok {
		var when []enableWhen
		for _, a := range list {
			w := comparisons(a)
			ok = ok && (len(w) == 1 || c.Sign != condition.AnyOf)
			when = append(when, w...)
		}
		if ok {
			x.EnableWhen = when
			if len(when) > 1 {
				x.EnableBehavior = "all"
			}
			if c.Sign == condition.AnyOf {
				x.EnableBehavior = "any"
			}
			return
		}
	}
	x.Extension = append(x.Extension, extension{URL: enableWhenExpression, ValueExpression: expressionOf(c)})
}

// comparisons compare with one answer; a number within its band takes two comparisons, unless the band ends the scale.
func comparisons(c condition.Condition) []enableWhen {
	q, o := c.Question, c.Option
	if q.Kind != knowledge.Scale || o == nil {
		coding := codingOf(q, o)
		return []enableWhen{{Question: linkID(c), Operator: "=", AnswerCoding: &coding}}
	}
	var out []enableWhen
	low, high := q.Range()
	if o.From > low || o.To == high {
		out = append(out, enableWhen{Question: q.ID, Operator: ">=", AnswerInteger: &o.From})
	}
	if o.To < high {
		out = append(out, enableWhen{Question: q.ID, Operator: "<=", AnswerInteger: &o.To})
	}
	return out
}

func expressionOf(c condition.Condition) *expression {
	return &expression{Language: pathLanguage, Expression: pathOf(c)}
}

// pathOf writes the condition in FHIRPath, over the items of the response. An answer that does not apply has no item.
func pathOf(c condition.Condition) string {
	switch c.Sign {
	case condition.Always:
		return "true"
	case condition.Answered:
		return answerPath([]condition.Condition{c})
	case condition.AllOf:
		return joinPaths(c.Parts, " and ")
	case condition.NoneOf:
		return pathOf(c.Parts[0]) + ".not()"
	case condition.CountOf:
		var ones []string
		for _, p := range c.Parts {
			ones = append(ones, "iif("+pathOf(p)+", 1, 0)")
		}
		return "((" + strings.Join(ones, " + ") + ") >= " + strconv.Itoa(c.AtLeast) + ")"
	}
	var parts []condition.Condition // the codes of one item go together
	for len(c.Parts) > 0 {
		first := c.Parts[0]
		same := func(p condition.Condition) bool {
			return p.Sign == condition.Answered && first.Sign == condition.Answered && p.Question.Kind != knowledge.Scale && linkID(p) == linkID(first)
		}
		if !same(first) {
			parts, c.Parts = append(parts, first), c.Parts[1:]
			continue
		}
		var group, rest []condition.Condition
		for _, p := range c.Parts {
			if same(p) {
				group = append(group, p)
			} else {
				rest = append(rest, p)
			}
		}
		parts, c.Parts = append(parts, condition.Condition{Sign: condition.AnyOf, Parts: group}), rest
	}
	paths := make([]string, 0, len(parts))
	for _, p := range parts {
		if p.Sign == condition.AnyOf {
			paths = append(paths, answerPath(p.Parts))
		} else {
			paths = append(paths, pathOf(p))
		}
	}
	if len(paths) == 1 {
		return paths[0]
	}
	return "(" + strings.Join(paths, " or ") + ")"
}

func joinPaths(parts []condition.Condition, word string) string {
	paths := make([]string, 0, len(parts))
	for _, p := range parts {
		paths = append(paths, pathOf(p))
	}
	return "(" + strings.Join(paths, word) + ")"
}

// answerPath asks whether one of these is the answer in their item.
func answerPath(list []condition.Condition) string {
	first, test := list[0], ""
	if o := first.Option; o != nil && first.Question.Kind == knowledge.Scale {
		test = "where($this >= " + strconv.Itoa(o.From) + " and $this <= " + strconv.Itoa(o.To) + ")"
	} else {
		var codes []string
		for _, c := range list {
			codes = append(codes, "'"+codingOf(c.Question, c.Option).Code+"'")
		}
		test = "where(code = " + codes[0] + ")"
		if len(codes) > 1 {
			test = "where(code in (" + strings.Join(codes, " | ") + "))"
		}
	}
	return "%resource.item.item.where(linkId = '" + linkID(first) + "').answer.value." + test + ".exists()"
}

// toggles returns the conditions under which options are offered, grouped by condition. An option is offered unless its
// condition certainly fails.
func toggles(g *guide.Guide, q *knowledge.Question, skip string) []extension {
	var out []extension
	var paths []string
	for i := range q.Options {
		o := &q.Options[i]
		c, ok := condition.Of(g, o.ShowWhen)
		if !ok || c.Sign == condition.Always || o.ID == skip || o.Hidden {
			continue
		}
		path := pathOf(c.Maybe())
		at := slices.Index(paths, path)
		if at < 0 {
			at, paths = len(paths), append(paths, path)
			out = append(out, extension{URL: optionsToggle})
		}
		coding := codingOf(q, o)
		out[at].Extension = append(out[at].Extension, extension{URL: "option", ValueCoding: &coding})
	}
	for i := range out {
		out[i].Extension = append(out[i].Extension, extension{URL: "expression", ValueExpression: &expression{Language: pathLanguage, Expression: paths[i]}})
	}
	return out
}

func factName(q *knowledge.Question, o *knowledge.Option) string { return q.ID + "/" + o.ID }

// notSure is how "not sure" reads in a form.
const notSure = "Not sure"

// codingOf returns the code of an answer: a fact, or "not sure" if the option is nil. A code has the same display everywhere: a
// form that finds a different one may treat it as another answer, and drop it.
func codingOf(q *knowledge.Question, o *knowledge.Option) coding {
	if o == nil {
		return coding{System: SystemFacts, Code: CodeUnsure, Display: notSure}
	}
	return coding{System: SystemFacts, Code: factName(q, o), Display: o.Label}
}
