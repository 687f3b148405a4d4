package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// The extensions of Structured Data Capture for conditions that an item's own enableWhen cannot hold, and for the options
// that are not always offered.
const (
	enableWhenExpression = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
	optionsToggle        = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression"
	fhirPath             = "text/fhirpath"
)

// enable gives the item its condition: in enableWhen where that can hold it, as an expression else.
func (x *fhirItem) enable(c condition) {
	if c.sign == always {
		return
	}
	if list, ok := c.answers(); ok {
		var when []fhirEnableWhen
		for _, a := range list {
			w := a.enableWhen()
			ok = ok && (len(w) == 1 || c.sign != anyOf)
			when = append(when, w...)
		}
		if ok {
			x.EnableWhen = when
			if len(when) > 1 {
				x.EnableBehavior = "all"
			}
			if c.sign == anyOf {
				x.EnableBehavior = "any"
			}
			return
		}
	}
	x.Extension = append(x.Extension, fhirExtension{URL: enableWhenExpression, ValueExpression: expression(c)})
}

// enableWhen compares with one answer; a number within its band takes two comparisons, unless the band ends the scale.
func (c condition) enableWhen() []fhirEnableWhen {
	q, o := c.question, c.option
	if q.Kind != knowledge.Scale || o == nil {
		coding := codingOf(q, o)
		return []fhirEnableWhen{{Question: c.linkID(), Operator: "=", AnswerCoding: &coding}}
	}
	var out []fhirEnableWhen
	low, high := q.Range()
	if o.From > low || o.To == high {
		out = append(out, fhirEnableWhen{Question: q.ID, Operator: ">=", AnswerInteger: &o.From})
	}
	if o.To < high {
		out = append(out, fhirEnableWhen{Question: q.ID, Operator: "<=", AnswerInteger: &o.To})
	}
	return out
}

func expression(c condition) *fhirExpression {
	return &fhirExpression{Language: fhirPath, Expression: pathOf(c)}
}

// pathOf writes the condition in FHIRPath, over the items of the response. An answer that does not apply is no item.
func pathOf(c condition) string {
	switch c.sign {
	case always:
		return "true"
	case answered:
		return answerPath([]condition{c})
	case allOf:
		return joinPaths(c.parts, " and ")
	case noneOf:
		return pathOf(c.parts[0]) + ".not()"
	case countOf:
		var ones []string
		for _, p := range c.parts {
			ones = append(ones, "iif("+pathOf(p)+", 1, 0)")
		}
		return "((" + strings.Join(ones, " + ") + ") >= " + strconv.Itoa(c.atLeast) + ")"
	}
	var parts []condition // the codes of one item go together
	for len(c.parts) > 0 {
		first := c.parts[0]
		same := func(p condition) bool {
			return p.sign == answered && first.sign == answered && p.question.Kind != knowledge.Scale && p.linkID() == first.linkID()
		}
		if !same(first) {
			parts, c.parts = append(parts, first), c.parts[1:]
			continue
		}
		var group, rest []condition
		for _, p := range c.parts {
			if same(p) {
				group = append(group, p)
			} else {
				rest = append(rest, p)
			}
		}
		parts, c.parts = append(parts, condition{sign: anyOf, parts: group}), rest
	}
	paths := make([]string, 0, len(parts))
	for _, p := range parts {
		if p.sign == anyOf {
			paths = append(paths, answerPath(p.parts))
		} else {
			paths = append(paths, pathOf(p))
		}
	}
	if len(paths) == 1 {
		return paths[0]
	}
	return "(" + strings.Join(paths, " or ") + ")"
}

func joinPaths(parts []condition, word string) string {
	paths := make([]string, 0, len(parts))
	for _, p := range parts {
		paths = append(paths, pathOf(p))
	}
	return "(" + strings.Join(paths, word) + ")"
}

// answerPath asks whether one of these is the answer in their item.
func answerPath(list []condition) string {
	first, test := list[0], ""
	if o := first.option; o != nil && first.question.Kind == knowledge.Scale {
		test = "where($this >= " + strconv.Itoa(o.From) + " and $this <= " + strconv.Itoa(o.To) + ")"
	} else {
		var codes []string
		for _, c := range list {
			codes = append(codes, "'"+codingOf(c.question, c.option).Code+"'")
		}
		test = "where(code = " + codes[0] + ")"
		if len(codes) > 1 {
			test = "where(code in (" + strings.Join(codes, " | ") + "))"
		}
	}
	return "%resource.repeat(item).where(linkId = '" + first.linkID() + "').answer.value." + test + ".exists()"
}

// toggles say which options are offered only under a condition, those with the same one together. An option is offered
// unless its condition is certainly not met.
func toggles(g *guide.Guide, q *knowledge.Question, skip string) []fhirExtension {
	var out []fhirExtension
	var paths []string
	for i := range q.Options {
		o := &q.Options[i]
		c, ok := conditionOf(g, o.ShowWhen)
		if !ok || c.sign == always || o.ID == skip || o.Hidden {
			continue
		}
		path := pathOf(c.maybe())
		at := slices.Index(paths, path)
		if at < 0 {
			at, paths = len(paths), append(paths, path)
			out = append(out, fhirExtension{URL: optionsToggle})
		}
		coding := codingOf(q, o)
		out[at].Extension = append(out[at].Extension, fhirExtension{URL: "option", ValueCoding: &coding})
	}
	for i := range out {
		out[i].Extension = append(out[i].Extension, fhirExtension{URL: "expression", ValueExpression: &fhirExpression{Language: fhirPath, Expression: paths[i]}})
	}
	return out
}

func factName(q *knowledge.Question, o *knowledge.Option) string { return q.ID + "/" + o.ID }

// notSure is how "not sure" reads in a form.
const notSure = "Not sure"

// codingOf is the code of an answer: a fact, or "not sure" for no option. A code has the same display wherever it stands: a
// form that finds another one may take the answer for another, and drop it.
func codingOf(q *knowledge.Question, o *knowledge.Option) fhirCoding {
	if o == nil {
		return fhirCoding{System: guide.FHIRFacts, Code: guide.FHIRUnsure, Display: notSure}
	}
	return fhirCoding{System: guide.FHIRFacts, Code: factName(q, o), Display: o.Label}
}
