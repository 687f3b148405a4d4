// Package evidence turns what research found about a therapy into what every medium shows: marks on one axis, how sure that is, and
// sentences that say the same.
//
//   - [Overall] is the mark for a list, [Lanes] the three results of the explanation, [Numbers] what studies measured.
//   - [Sentence] says the same in words, for line mode and screen readers.
//   - [Finding] is one kind of pain on a page of the library.
//
// An effect class is a mark and never a line. A line is the interval of a source and nothing else.
package evidence

import (
	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Overall is the mark of a finding in a list: the larger of its two short effects, which is also what guide.Outcome puts in words.
// It marks nothing where nothing is known.
func Overall(e *knowledge.Evidence) document.Meter {
	if e == nil {
		return document.Meter{}
	}
	return mark(e, max(e.Effect.PainShort, e.Effect.FunctionShort))
}

// mark puts an effect on the axis.
func mark(e *knowledge.Evidence, effect knowledge.Effect) document.Meter {
	if e.Direction == knowledge.DirectionUnknown || e.Direction == knowledge.DirectionHarms || effect < knowledge.EffectNone {
		return document.Meter{}
	}
	step := document.AxisSteps()[effect-knowledge.EffectNone]
	return document.Meter{Known: true, At: step.At, Differ: e.Direction == knowledge.DirectionMixed}
}

// Size is what a mark says in a word or two: "clear", "results differ", or "not studied".
func Size(m document.Meter) string {
	switch {
	case !m.Known:
		return notStudied
	case m.Differ:
		return "results differ"
	}
	word := guide.EffectWord(knowledge.EffectNone)
	for _, s := range document.AxisSteps()[1:] {
		if m.At >= s.At {
			word = s.Word
		}
	}
	return word
}

const notStudied = "not studied"

// Lane is one of the three results that every finding has.
type Lane struct{ Label, During string }

// LaneNames are the three results, in the order in which [Lanes] gives them.
func LaneNames() [3]Lane {
	return [3]Lane{{"Pain, first weeks", "Pain in the first weeks"}, {"Daily life", "Daily life in the first weeks"}, {"Months later", "Months later"}}
}

// Lanes are the results for pain in the first weeks, for daily life, and months later.
func Lanes(e *knowledge.Evidence) [3]document.Finding {
	var out [3]document.Finding
	var effects [3]knowledge.Effect
	if e != nil {
		effects = [3]knowledge.Effect{e.Effect.PainShort, e.Effect.FunctionShort, e.Effect.LongTerm}
	}
	for i, lane := range LaneNames() {
		r := document.Finding{Label: lane.Label}
		if e != nil {
			r.Meter = mark(e, effects[i])
		}
		r.Word = Size(r.Meter)
		r.Said = lane.During + ": " + benefit(r.Meter) + "."
		out[i] = r
	}
	return out
}

// benefit is a mark as the end of a sentence.
func benefit(m document.Meter) string {
	word := Size(document.Meter{Known: m.Known, At: m.At})
	switch {
	case m.Known && m.Differ:
		return "results differ between studies, around " + benefit(document.Meter{Known: true, At: m.At})
	case word == "a little":
		return "a small benefit"
	case word == "clear" || word == "large":
		return "a " + word + " benefit"
	}
	return word
}

// Certainty is how sure a finding is; the zero value where nobody has rated it.
func Certainty(e *knowledge.Evidence) document.Certainty {
	if e == nil || e.Certainty.Steps() == 0 {
		return document.Certainty{}
	}
	return document.Certainty{Steps: e.Certainty.Steps(), Word: guide.CertaintyWord(e.Certainty) + " certainty", Own: e.CertaintyBy == knowledge.RatedByAuthor}
}

// Sentence is a therapy in words: "Tai chi: fits well. It helped a little in studies. How sure? Low."
func Sentence(name, suits string, e *knowledge.Evidence) string {
	return name + ": " + suits + ". " + document.Upper(Found("it", "", e))
}

// Found is what studies of a subject found, and how sure that is, in two sentences: "studies saw a clear benefit with tai chi, but they
// may be wrong. How sure about that? Low." What is rated is "" where nothing but the subject could be meant.
func Found(subject, rated string, e *knowledge.Evidence) string {
	if e == nil {
		return subject + " was not studied for this kind of pain."
	}
	where, of := "in studies", "studies"
	if e.Basis == knowledge.BasisIndirect {
		where, of = "in studies of related pain", "studies of related pain"
	}
	var words string
	switch e.Direction {
	case knowledge.DirectionHelps:
		words = helped(subject, where, of, e)
	case knowledge.DirectionMixed:
		words = subject + " had mixed results " + where
	case knowledge.DirectionNoClearBenefit:
		words = subject + " showed " + guide.EffectWord(knowledge.EffectNone) + " " + where
	case knowledge.DirectionHarms:
		words = subject + " did more harm than good " + where
	default:
		return subject + " was not studied enough for this kind of pain."
	}
	sure, about := guide.CertaintyWord(e.Certainty), ""
	if sure == "" {
		sure = "not rated"
	}
	if rated != "" {
		about = " about " + rated
	}
	return words + ". How sure" + about + "? " + document.Upper(sure) + "."
}

// helped says that a subject helped, by how much, and for how long. A clear benefit of which no one is sure reads like a contradiction,
// so there it also says that the studies may be wrong.
func helped(subject, where, of string, e *knowledge.Evidence) string {
	short := ""
	if e.Effect.LongTerm == knowledge.EffectNone {
		short = " for a short time"
	}
	switch size := guide.Size(e.Effect); size {
	case knowledge.EffectNone:
		return subject + " brought " + guide.EffectWord(size) + " " + where
	case knowledge.EffectModerate, knowledge.EffectLarge:
		return of + " saw a " + guide.EffectWord(size) + " benefit with " + subject + short + wrong(e.Certainty)
	case knowledge.EffectSmall:
		return subject + " helped " + guide.EffectWord(size) + " " + where + short
	}
	return subject + " helped " + where + "; how much is not known"
}

// wrong says that studies may be wrong, where how sure they are is low.
func wrong(c knowledge.Certainty) string {
	switch c {
	case knowledge.CertaintyLow:
		return ", but they may be wrong"
	case knowledge.CertaintyVeryLow:
		return ", but they may well be wrong"
	case knowledge.CertaintyNotRated, knowledge.CertaintyModerate, knowledge.CertaintyHigh:
	}
	return ""
}

// Means says in a sentence what a certainty means for the result of the studies; "" where nobody rated it.
func Means(c knowledge.Certainty) string {
	switch c {
	case knowledge.CertaintyVeryLow:
		return "The studies may well be wrong."
	case knowledge.CertaintyLow:
		return "The studies may be wrong."
	case knowledge.CertaintyModerate:
		return "The studies are probably about right."
	case knowledge.CertaintyHigh:
		return "More studies are unlikely to change this."
	case knowledge.CertaintyNotRated:
	}
	return ""
}

// Finding is what research found for one kind of pain, on a page about the therapy.
func Finding(label string, e *knowledge.Evidence) document.Finding {
	r := document.Finding{Label: label, Meter: Overall(e), Word: guide.Outcome(e), Certainty: Certainty(e), Said: label + ": " + Found("it", "", e)}
	if r.Certainty.Word == "" {
		r.Certainty.Word = "certainty not rated"
	}
	r.Certainty.Own = false // a page says once who rated it
	r.Text = document.Text{Words: e.Found, Sources: e.Sources}
	return r
}
