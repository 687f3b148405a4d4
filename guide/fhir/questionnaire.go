package fhir

import (
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/condition"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// The extensions of FHIR R4 itself that are used.
const (
	optionExclusive   = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
	itemControl       = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
	displayCategory   = "http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory"
	displayCategories = "http://hl7.org/fhir/questionnaire-display-category"
	itemControls      = "http://hl7.org/fhir/questionnaire-item-control"
	minValue          = "http://hl7.org/fhir/StructureDefinition/minValue"
	maxValue          = "http://hl7.org/fhir/StructureDefinition/maxValue"
)

const loincNotice = "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the" +
	" Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."

// Questionnaire returns the questionnaire as a FHIR R4 resource in JSON. Items are grouped by screen. A question has its ID,
// and an answer has the name of its fact as its code. "Not sure" is a code too; for a number it is a separate item, and for
// single options there is one more item. Help is in items of its own, so that a code has one display everywhere. Lists are shown
// open: nobody should have to open a list to see a warning sign. The conditions of questions and options are part of their
// items.
func Questionnaire(g *guide.Guide, version string) ([]byte, error) {
	q := questionnaire{
		ResourceType: "Questionnaire", URL: Canonical, Version: version, Name: "Knead", Title: "Knead", Status: "active",
		SubjectType: []string{"Patient"}, Purpose: report.Purpose,
	}
	if isPain(g.Role(knowledge.RolePain)) {
		q.Copyright = loincNotice
	}
	for _, s := range screensOf(g) {
		q.Item = append(q.Item, groupOf(g, s))
	}
	return report.Encode(q)
}

func groupOf(g *guide.Guide, s screen) item {
	group := item{LinkID: ItemScreen + s.id, Text: stageTitle(g, s), Type: "group"}
	whole, ok := s.when(g)
	if ok {
		group.enable(whole)
	}
	for _, q := range s.questions {
		x, beside := questionItem(g, q), besideItems(g, q)
		switch c, ok := condition.Of(g, q.AskWhen); {
		case !ok:
			words := "Asked " + report.ConditionWords(q.AskWhen, "")
			x.Item = append(x.Item, item{LinkID: q.ID + ItemAsked, Text: document.Ended(words), Type: "display"})
		case len(s.questions) > 1:
			x.enable(c)
			for i := range beside {
				beside[i].enable(c)
			}
		}
		group.Item = append(append(group.Item, x), beside...)
	}
	return group
}

func stageTitle(g *guide.Guide, s screen) string {
	for _, stage := range g.Knowledge().Stages {
		if stage.ID == s.questions[0].Stage {
			return stage.Title
		}
	}
	return ""
}

func questionItem(g *guide.Guide, q *knowledge.Question) item {
	x := item{LinkID: q.ID, Text: q.Title, Type: "choice", Repeats: q.Kind == knowledge.Many}
	if q.Kind == knowledge.Scale {
		low, high := q.Range()
		x.Type = "integer"
		x.Extension = []extension{{URL: minValue, ValueInteger: &low}, {URL: maxValue, ValueInteger: &high}}
		if isPain(q) {
			x.Code = []coding{{"http://loinc.org", "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}}
		}
	} else {
		x.Extension = append([]extension{openList(x.Repeats)}, toggles(g, q, "")...)
		for i := range q.Options {
			if o := &q.Options[i]; !o.Hidden {
				x.AnswerOption = append(x.AnswerOption, optionOfItem(codingOf(q, o), q.Kind == knowledge.Many && o.ID == knowledge.None))
			}
		}
		x.AnswerOption = append(x.AnswerOption, optionOfItem(codingOf(q, nil), q.Kind == knowledge.Many))
	}
	hint := func(suffix, words string, kind extension) {
		if words != "" {
			x.Item = append(x.Item, item{LinkID: q.ID + suffix, Text: words, Type: "display", Extension: []extension{kind}})
		}
	}
	hint(ItemHint, q.Hint, instructions())
	hint(ItemWhy, document.Join(document.Ended(q.Why), document.Sentence(q.Unsure)), controlOf("help"))
	return x
}

// aboutItem returns the group with the help of a question. It is next to the question, because not all forms show what is
// inside of one. It is not ok for a question without help.
func aboutItem(g *guide.Guide, q *knowledge.Question) (about item, ok bool) {
	about = item{LinkID: q.ID + ItemAbout, Text: "About this question", Type: "group"}
	for i := range q.Options {
		o := &q.Options[i]
		if o.Help == "" || o.Hidden {
			continue
		}
		help := item{LinkID: q.ID + ItemHelp + o.ID, Text: document.Ended(o.Label + ": " + o.Help), Type: "display"}
		if c, ok := condition.Of(g, o.ShowWhen); ok {
			help.enable(c.Maybe())
		}
		about.Item = append(about.Item, help)
	}
	if words := scaleWords(q); words != "" {
		about.Item = append(about.Item, item{LinkID: q.ID + ItemWords, Text: words, Type: "display"})
	}
	return about, len(about.Item) > 0
}

// instructions is the extension of a text that says how to answer.
func instructions() extension {
	return extension{URL: displayCategory, ValueCodeableConcept: &concept{[]coding{{System: displayCategories, Code: "instructions"}}}}
}

// controlOf returns the extension that selects how an item is displayed.
func controlOf(code string) extension {
	return extension{URL: itemControl, ValueCodeableConcept: &concept{[]coding{{System: itemControls, Code: code}}}}
}

// openList shows all options at once.
func openList(several bool) extension {
	if several {
		return controlOf("check-box")
	}
	return controlOf("radio-button")
}

// besideItems returns the extra items of a question: its help; for a question of many, which options are left open; for a
// number, "not sure", which has no code there.
func besideItems(g *guide.Guide, q *knowledge.Question) []item {
	var out []item
	if about, ok := aboutItem(g, q); ok {
		out = append(out, about)
	}
	switch q.Kind {
	case knowledge.Scale:
		return append(out, item{
			LinkID: q.ID + ItemNoNumber, Text: noNumberText(q), Type: "choice", Extension: []extension{openList(false)},
			AnswerOption: []option{{ValueCoding: codingOf(q, nil)}},
		})
	case knowledge.Many:
		x := item{LinkID: q.ID + ItemOpen, Text: openText(q), Type: "choice", Repeats: true}
		x.Extension = append([]extension{openList(true)}, toggles(g, q, knowledge.None)...)
		// When Smart Forms 1.4 loads a response, it forgets the answers of an item with toggles, unless the item has another one
		// inside. Not reported upstream.
		x.Item = []item{{LinkID: x.LinkID + ItemWhy, Text: openHelp, Type: "display", Extension: []extension{controlOf("help")}}}
		for i := range q.Options {
			if o := &q.Options[i]; o.ID != knowledge.None && !o.Hidden {
				x.AnswerOption = append(x.AnswerOption, option{ValueCoding: codingOf(q, o)})
			}
		}
		if len(x.AnswerOption) > 0 {
			return append(out, x)
		}
	}
	return out
}

const openHelp = "Choose what you did not choose above, and cannot rule out."

func openText(q *knowledge.Question) string {
	return "Of these, what are you not sure about? (" + q.Title + ")"
}

func noNumberText(q *knowledge.Question) string {
	return "No number? (" + q.Title + ")"
}

// optionOfItem returns an option. An exclusive one cannot be combined with others.
func optionOfItem(c coding, exclusive bool) option {
	o := option{ValueCoding: c}
	if exclusive {
		o.Extension = []extension{{URL: optionExclusive, ValueBoolean: &exclusive}}
	}
	return o
}

func scaleWords(q *knowledge.Question) string {
	low, _ := q.Range()
	var words []string
	for i, w := range q.Words {
		if w != "" {
			words = append(words, strconv.Itoa(low+i)+": "+document.Ended(w))
		}
	}
	return strings.Join(words, " ")
}

func isPain(q *knowledge.Question) bool {
	if q == nil || q.Role != knowledge.RolePain || q.Kind != knowledge.Scale {
		return false
	}
	low, high := q.Range()
	return low == 0 && high == 10
}
