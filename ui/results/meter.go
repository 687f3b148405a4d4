package results

import (
	"strings"

	"knead/guide/document"
	"knead/guide/knowledge"
)

// meterOf is what research found on the axis that all effects share: pain in the first weeks or, where that is not known, daily
// life.
func meterOf(e *knowledge.Evidence) document.Meter {
	if e == nil || e.Direction == knowledge.DirectionUnknown || e.Direction == knowledge.DirectionHarms {
		return document.Meter{}
	}
	if e.Direction == knowledge.DirectionNoClearBenefit {
		return document.Meter{Known: true}
	}
	effect := e.Effect.PainShort
	if !effect.Known() {
		effect = e.Effect.FunctionShort
	}
	at := int(effect) - int(knowledge.EffectNone)
	steps := document.AxisSteps()
	if !effect.Known() || at < 0 || at >= len(steps) {
		return document.Meter{}
	}
	return document.Meter{Known: true, At: steps[at].At, Differ: e.Direction == knowledge.DirectionMixed}
}

// certaintyOf is how many of four squares are filled, and the word for it; none where nobody rated it.
func certaintyOf(e *knowledge.Evidence) (int, string) {
	if e == nil || e.Certainty == knowledge.CertaintyNotRated || e.Direction == knowledge.DirectionUnknown {
		return 0, ""
	}
	return e.Certainty.Steps(), strings.ReplaceAll(e.Certainty.String(), "-", " ")
}
