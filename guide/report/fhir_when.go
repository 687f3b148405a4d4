package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
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
			if len(w) != 1 && (len(w) == 0 || c.sign == anyOf) {
				ok = false
			}
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

// enableWhen compares with one answer; a number within its band takes two comparisons, unless the band ends the scale. There
// is none for a number that is not known.
func (c condition) enableWhen() []fhirEnableWhen {
	q, o := c.question, c.option
	switch {
	case q.Kind != guide.Scale:
		coding := codingOf(q, o)
		return []fhirEnableWhen{{Question: q.ID, Operator: "=", AnswerCoding: &coding}}
	case o == nil:
		return nil
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
		return answerPath(c.question, []condition{c})
	case allOf:
		return joinPaths(c.parts, " and ")
	case countOf:
		var ones []string
		for _, p := range c.parts {
			ones = append(ones, "iif("+pathOf(p)+", 1, 0)")
		}
		return "((" + strings.Join(ones, " + ") + ") >= " + strconv.Itoa(c.atLeast) + ")"
	}
	var parts []condition // the options of one question go together
	for len(c.parts) > 0 {
		first := c.parts[0]
		same := func(p condition) bool {
			return p.sign == answered && first.sign == answered && p.question == first.question && p.option != nil && first.option != nil && p.question.Kind != guide.Scale
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
			paths = append(paths, answerPath(p.parts[0].question, p.parts))
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

// answerPath asks whether one of these is the answer to the question.
func answerPath(q *guide.Question, list []condition) string {
	test := ""
	switch o := list[0].option; {
	case o == nil && q.Kind == guide.Scale:
		test = "extension('" + guide.FHIRAbsentExtension + "')"
	case o == nil:
		test = "where(code = '" + guide.FHIRUnsure + "')"
	case q.Kind == guide.Scale:
		test = "where($this >= " + strconv.Itoa(o.From) + " and $this <= " + strconv.Itoa(o.To) + ")"
	case len(list) == 1:
		test = "where(code = '" + factName(q, o) + "')"
	default:
		var codes []string
		for _, c := range list {
			codes = append(codes, "'"+factName(q, c.option)+"'")
		}
		test = "where(code in (" + strings.Join(codes, " | ") + "))"
	}
	return "%resource.repeat(item).where(linkId = '" + q.ID + "').answer.value." + test + ".exists()"
}

// toggles say which options are offered only under a condition, those with the same one together.
func toggles(g *guide.Guide, q *guide.Question, skip string) []fhirExtension {
	var out []fhirExtension
	var paths []string
	for i := range q.Options {
		o := &q.Options[i]
		c, ok := conditionOf(g, o.ShowWhen)
		if !ok || c.sign == always || o.ID == skip {
			continue
		}
		path := pathOf(c)
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

func factName(q *guide.Question, o *guide.Option) string { return q.ID + "/" + o.ID }

// codingOf is the code of an answer: a fact, or "not sure" for no option.
func codingOf(q *guide.Question, o *guide.Option) fhirCoding {
	if o == nil {
		return fhirCoding{System: guide.FHIRAbsent, Code: guide.FHIRUnsure, Display: "Asked But Unknown"}
	}
	return fhirCoding{System: guide.FHIRFacts, Code: factName(q, o), Display: Clean(o.Label)}
}
