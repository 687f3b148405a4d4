package report

import (
	"maps"
	"slices"

	"knead/guide"
)

// FHIRResponse is what was answered as a FHIR R4 QuestionnaireResponse in JSON; content.DecodeFHIR reads it back. It is
// completed when nothing is left to ask. Answers that do not count are no items, but kept in an extension of their own. It
// names no person and no time.
func FHIRResponse(g *guide.Guide, a guide.Answers, version string) ([]byte, error) {
	out := fhirResponse{ResourceType: "QuestionnaireResponse", Questionnaire: guide.FHIRQuestionnaire, Status: "in-progress"}
	if version = Clean(version); version != "" {
		out.Questionnaire += "|" + version
	}
	if g.Resume(a).Finished() {
		out.Status = "completed"
	}
	counts, aside := split(g, a)
	for _, line := range g.Lines(aside) {
		out.Extension = append(out.Extension, fhirExtension{URL: guide.FHIRAside, ValueString: line})
	}
	for _, s := range screensOf(g) {
		group := fhirResponseItem{LinkID: guide.FHIRScreen + s.id, Text: stageTitle(g, s)}
		for _, q := range s.questions {
			group.Item = append(group.Item, answerItems(q, counts[q.ID])...)
		}
		if len(group.Item) > 0 {
			out.Item = append(out.Item, group)
		}
	}
	return encode(out)
}

// split takes the answers apart that count and those that do not, because their question or option is not put to this person.
func split(g *guide.Guide, a guide.Answers) (counts, aside guide.Answers) {
	counts, aside = guide.Answers{}, maps.Clone(a)
	for _, q := range g.MayAsk(a) {
		x, given := a[q.ID]
		if !given {
			continue
		}
		offered := func(option string) bool {
			return slices.ContainsFunc(q.Shown, func(o *guide.Option) bool { return o.ID == option })
		}
		hidden := func(option string) bool { return !offered(option) }
		y, z := x, x
		y.Options, y.Open = slices.DeleteFunc(slices.Clone(x.Options), hidden), slices.DeleteFunc(slices.Clone(x.Open), hidden)
		z.Options, z.Open = slices.DeleteFunc(slices.Clone(x.Options), offered), slices.DeleteFunc(slices.Clone(x.Open), offered)
		z.Unsure = false
		counts, aside = counts.With(q.ID, y), aside.With(q.ID, z)
	}
	return counts, aside
}

// answerItems are the items of one question: its answer, and the options that were left open.
func answerItems(q *guide.Question, a guide.Answer) []fhirResponseItem {
	var out []fhirResponseItem
	x := fhirResponseItem{LinkID: q.ID, Text: Clean(q.Title)}
	switch {
	case a.Unsure && q.Kind == guide.Scale:
		x.Answer = []fhirAnswer{{Absent: &fhirElement{[]fhirExtension{{URL: guide.FHIRAbsentExtension, ValueCode: guide.FHIRUnsure}}}}}
	case a.Unsure:
		coding := codingOf(q, nil)
		x.Answer = []fhirAnswer{{ValueCoding: &coding}}
	case q.Kind == guide.Scale && len(a.Options) > 0:
		x.Answer = []fhirAnswer{{ValueInteger: &a.Value}}
	default:
		x.Answer = codingsOf(q, a.Options)
	}
	if len(x.Answer) > 0 {
		out = append(out, x)
	}
	if open := codingsOf(q, a.Open); len(open) > 0 {
		out = append(out, fhirResponseItem{LinkID: q.ID + guide.FHIROpen, Text: openText(q), Answer: open})
	}
	return out
}

func codingsOf(q *guide.Question, options []string) []fhirAnswer {
	var out []fhirAnswer
	for _, id := range options {
		if o := q.Option(id); o != nil {
			coding := codingOf(q, o)
			out = append(out, fhirAnswer{ValueCoding: &coding})
		}
	}
	return out
}
