package report

import (
	"strconv"
	"strings"

	"knead/guide"
)

// The extensions of FHIR R4 itself that are used.
const (
	optionExclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
	optionPrefix    = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix"
	itemControl     = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
	itemControls    = "http://hl7.org/fhir/questionnaire-item-control"
	minValue        = "http://hl7.org/fhir/StructureDefinition/minValue"
	maxValue        = "http://hl7.org/fhir/StructureDefinition/maxValue"
)

// painQuestion is the question that LOINC has a code for: how bad, from 0 (no pain) to 10 (the worst imaginable).
const painQuestion = "severity"

const loincNotice = "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the" +
	" Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."

// FHIRQuestionnaire is the questionnaire as a FHIR R4 resource in JSON. Items are grouped by screen; a question has its ID,
// an answer the name of its fact as code. "Not sure" is a code of its own, save for a number, and may be said of single
// options in an item beside the question. Whatever decides when a question or an option is put stands in the item.
func FHIRQuestionnaire(g *guide.Guide, version string) ([]byte, error) {
	q := fhirQuestionnaire{
		ResourceType: "Questionnaire", URL: guide.FHIRQuestionnaire, Version: Clean(version), Name: "Knead", Title: "Knead", Status: "active",
		SubjectType: []string{"Patient"}, Purpose: Purpose,
	}
	if isPain(g.Question(painQuestion)) {
		q.Copyright = loincNotice
	}
	for _, s := range screensOf(g) {
		q.Item = append(q.Item, groupOf(g, s))
	}
	return encode(q)
}

func groupOf(g *guide.Guide, s screen) fhirItem {
	group := fhirItem{LinkID: guide.FHIRScreen + s.id, Text: stageTitle(g, s), Type: "group"}
	whole, ok := s.when(g)
	if ok {
		group.enable(whole)
	}
	for _, q := range s.questions {
		item := questionItem(g, q)
		open, leaves := openItem(g, q)
		switch c, ok := conditionOf(g, q.AskWhen); {
		case !ok:
			words := "Asked " + conditionWords(q.AskWhen, "")
			item.Item = append(item.Item, fhirItem{LinkID: q.ID + guide.FHIRAsked, Text: ended(words), Type: "display"})
		case len(s.questions) > 1:
			item.enable(c)
			open.enable(c)
		}
		group.Item = append(group.Item, item)
		if leaves {
			group.Item = append(group.Item, open)
		}
	}
	return group
}

func stageTitle(g *guide.Guide, s screen) string {
	for _, stage := range g.Knowledge().Stages {
		if stage.ID == s.questions[0].Stage {
			return Clean(stage.Title)
		}
	}
	return ""
}

func questionItem(g *guide.Guide, q *guide.Question) fhirItem {
	x := fhirItem{LinkID: q.ID, Text: Clean(q.Title), Type: "choice", Repeats: q.Kind == guide.Many}
	if q.Kind == guide.Scale {
		low, high := q.Range()
		x.Type = "integer"
		x.Extension = []fhirExtension{{URL: minValue, ValueInteger: &low}, {URL: maxValue, ValueInteger: &high}}
		if isPain(q) {
			x.Code = []fhirCoding{{"http://loinc.org", "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}}
		}
	} else {
		x.Extension = toggles(g, q, "")
		for i := range q.Options {
			o := &q.Options[i]
			x.AnswerOption = append(x.AnswerOption, optionOfItem(codingOf(q, o), o.Help, q.Kind == guide.Many && o.ID == guide.None))
		}
		unsure := optionOfItem(codingOf(q, nil), "", q.Kind == guide.Many)
		unsure.Extension = append(unsure.Extension, fhirExtension{URL: optionPrefix, ValueString: "Not sure:"}) // the code's own words are for clinicians
		x.AnswerOption = append(x.AnswerOption, unsure)
	}
	about := func(suffix, words, control string) {
		if words == "" {
			return
		}
		y := fhirItem{LinkID: q.ID + suffix, Text: words, Type: "display"}
		if control != "" {
			y.Extension = []fhirExtension{{URL: itemControl, ValueCodeableConcept: &fhirConcept{[]fhirCoding{{System: itemControls, Code: control}}}}}
		}
		x.Item = append(x.Item, y)
	}
	about(guide.FHIRHint, Clean(q.Hint), "")
	about(guide.FHIRWords, scaleWords(q), "")
	about(guide.FHIRWhy, join(ended(q.Why), sentence(q.Unsure)), "help")
	return x
}

// openItem asks which options are left open, one by one; only a question of many has one.
func openItem(g *guide.Guide, q *guide.Question) (x fhirItem, ok bool) {
	if q.Kind != guide.Many {
		return x, false
	}
	x = fhirItem{LinkID: q.ID + guide.FHIROpen, Text: openText(q), Type: "choice", Repeats: true, Extension: toggles(g, q, guide.None)}
	for i := range q.Options {
		if o := &q.Options[i]; o.ID != guide.None {
			x.AnswerOption = append(x.AnswerOption, fhirOption{ValueCoding: codingOf(q, o)})
		}
	}
	return x, len(x.AnswerOption) > 0
}

func openText(q *guide.Question) string {
	return "Of these, what are you not sure about? (" + Clean(q.Title) + ")"
}

// optionOfItem is an option, with its help behind the label. An exclusive one stands alone.
func optionOfItem(c fhirCoding, help string, exclusive bool) fhirOption {
	if help != "" {
		c.Display += " – " + Clean(help)
	}
	o := fhirOption{ValueCoding: c}
	if exclusive {
		o.Extension = []fhirExtension{{URL: optionExclusive, ValueBoolean: &exclusive}}
	}
	return o
}

func scaleWords(q *guide.Question) string {
	low, _ := q.Range()
	var words []string
	for i, w := range q.Words {
		if w != "" {
			words = append(words, strconv.Itoa(low+i)+": "+ended(w))
		}
	}
	return strings.Join(words, " ")
}

func isPain(q *guide.Question) bool {
	if q == nil || q.ID != painQuestion || q.Kind != guide.Scale {
		return false
	}
	low, high := q.Range()
	return low == 0 && high == 10
}
