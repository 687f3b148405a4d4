package fhir

import (
	"slices"
	"time"

	"knead/guide"
	"knead/guide/condition"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// Response is what was answered as a FHIR R4 QuestionnaireResponse in JSON; [Read] reads it back. It is
// completed when nothing is left to ask. Answers that no item can hold, because their question is not put to this person, are
// kept in extensions: of their own are those that count all the same. It names no person. The version is that of the
// questionnaire, authored when the answers were given; a zero time is left out.
func Response(g *guide.Guide, a guide.Answers, version string, authored time.Time) ([]byte, error) {
	a = g.Explicit(a)
	out := response{ResourceType: "QuestionnaireResponse", Questionnaire: Canonical, Status: "in-progress"}
	if version != "" {
		out.Questionnaire += "|" + version
	}
	if !authored.IsZero() {
		out.Authored = authored.Format(time.RFC3339)
	}
	if g.Resume(a).Finished() {
		out.Status = "completed"
	}
	counts, aside := split(g, a)
	warns, rest := warning(g, aside)
	for _, line := range g.Lines(warns) {
		out.Extension = append(out.Extension, extension{URL: ExtensionUnasked, ValueString: line})
	}
	for _, line := range append(g.Lines(rest), droppedLines(g, a, rest)...) {
		out.Extension = append(out.Extension, extension{URL: ExtensionAside, ValueString: line})
	}
	for _, s := range screensOf(g) {
		group := responseItem{LinkID: ItemScreen + s.id, Text: stageTitle(g, s)}
		for _, q := range s.questions {
			group.Item = append(group.Item, answerItems(q, counts[q.ID])...)
		}
		if len(group.Item) > 0 {
			out.Item = append(out.Item, group)
		}
	}
	return report.Encode(out)
}

// warning takes the answers apart that count although no item holds them.
func warning(g *guide.Guide, aside guide.Answers) (warns, rest guide.Answers) {
	warns, rest = guide.Answers{}, guide.Answers{}
	for q, x := range aside {
		plain := func(option string) bool { return !g.Warns(q, option) }
		counts := func(option string) bool { return g.Warns(q, option) }
		y, z := guide.Answer{}, x
		z.Partial = false
		y.Options, y.Open = slices.DeleteFunc(slices.Clone(x.Options), plain), slices.DeleteFunc(slices.Clone(x.Open), plain)
		z.Options, z.Open = slices.DeleteFunc(slices.Clone(x.Options), counts), slices.DeleteFunc(slices.Clone(x.Open), counts)
		if len(y.Options) > 0 {
			z.Dropped = nil // lines of their own
		}
		warns, rest = warns.With(q, y), rest.With(q, z)
	}
	return warns, rest
}

// droppedLines returns a line for each answer that contradicts the others, except for answers that are set aside as a whole. No
// questionnaire can hold both.
func droppedLines(g *guide.Guide, a, aside guide.Answers) []string {
	var lines []string
	for _, q := range g.Knowledge().Questions {
		if len(aside[q.ID].Dropped) > 0 {
			continue
		}
		for _, d := range a[q.ID].Dropped {
			if d == knowledge.None || d == guide.Unsure {
				lines = append(lines, q.ID+": "+d)
			} else {
				lines = append(lines, q.ID+"/"+d+": "+guide.Unsure)
			}
		}
	}
	return lines
}

// split takes the answers apart that the items of the questionnaire can hold, and those that do not count, because their
// question or option is not put to this person. A form drops an answer where its condition is not met.
func split(g *guide.Guide, a guide.Answers) (counts, aside guide.Answers) {
	counts, aside = guide.Answers{}, guide.Answers{}
	may := map[string]guide.Asked{}
	for _, q := range g.MayAsk(a) {
		may[q.ID] = q
	}
	questions := g.Knowledge().Questions
	for i := range questions {
		q := &questions[i]
		x := a[q.ID]
		x.Partial = x.Partial && slices.Contains(x.Dropped, guide.Unsure) // the others are explicit as far as they are put
		asked, offered := put(g, q, counts, may)
		if !asked {
			aside = aside.With(q.ID, x)
			continue
		}
		hidden := func(option string) bool { return !offered(option) }
		y, z := x, x
		y.Options, y.Open = slices.DeleteFunc(slices.Clone(x.Options), hidden), slices.DeleteFunc(slices.Clone(x.Open), hidden)
		z.Options, z.Open = slices.DeleteFunc(slices.Clone(x.Options), offered), slices.DeleteFunc(slices.Clone(x.Open), offered)
		y.Dropped, z.Dropped, z.Unsure = nil, nil, false
		y.Partial, z.Partial = false, false
		if q.Kind != knowledge.Many { // no item names what is left open of them
			y.Open, z.Open = nil, x.Open
		}
		counts, aside = counts.With(q.ID, y), aside.With(q.ID, z)
	}
	return counts, aside
}

// put reports whether a form asks a question, given the answers to the questions before it, and which options it offers. A
// condition that no form can express is left to the guide.
func put(g *guide.Guide, q *knowledge.Question, before guide.Answers, may map[string]guide.Asked) (asked bool, offered func(string) bool) {
	asked = may[q.ID].Question != nil
	if c, ok := condition.Of(g, q.AskWhen); ok {
		asked = c.Met(before)
	}
	return asked, func(option string) bool {
		o := q.Option(option)
		if o == nil || o.Hidden {
			return false
		}
		if c, ok := condition.Of(g, o.ShowWhen); ok {
			return c.Maybe().Met(before)
		}
		return slices.Contains(may[q.ID].Shown, o)
	}
}

// answerItems are the items of one question: its answer, and the options that were left open.
func answerItems(q *knowledge.Question, a guide.Answer) []responseItem {
	var out []responseItem
	x := responseItem{LinkID: q.ID, Text: q.Title}
	switch {
	case a.Unsure:
		if q.Kind == knowledge.Scale {
			x.LinkID, x.Text = q.ID+ItemNoNumber, noNumberText(q)
		}
		coding := codingOf(q, nil)
		x.Answer = []answer{{ValueCoding: &coding}}
	case q.Kind == knowledge.Scale && len(a.Options) > 0:
		x.Answer = []answer{{ValueInteger: &a.Value}}
	default:
		x.Answer = codingsOf(q, a.Options)
	}
	if len(x.Answer) > 0 {
		out = append(out, x)
	}
	if open := codingsOf(q, a.Open); len(open) > 0 {
		out = append(out, responseItem{LinkID: q.ID + ItemOpen, Text: openText(q), Answer: open})
	}
	return out
}

func codingsOf(q *knowledge.Question, options []string) []answer {
	var out []answer
	for _, id := range options {
		if o := q.Option(id); o != nil {
			coding := codingOf(q, o)
			out = append(out, answer{ValueCoding: &coding})
		}
	}
	return out
}
