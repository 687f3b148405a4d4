package content

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// triesUnits are what the tries before judging may be counted in.
var triesUnits = []string{"sessions", "days", "weeks"}

// checkPractice checks that every number of a therapy has a picture, and that what happens in a session fits a line.
func (l *loader) checkPractice(t *knowledge.Practice, p *place) {
	if !ordered(t.Pressure, 0, 4) {
		l.at(p.field("pressure"), "the pressure is %d to %d; give two numbers in order, from 0 (none) to 4 (deep)", t.Pressure.From, t.Pressure.To)
	}
	if !ordered(t.Judge, 0, 52) {
		l.at(p.field("judge_weeks"), "the weeks are %d to %d; give two numbers in order, from 0 to 52", t.Judge.From, t.Judge.To)
	}
	if t.Effort < 1 || t.Effort > 3 {
		l.at(p.field("effort"), "the effort is %d; give a number from 1 (little) to 3 (much)", t.Effort)
	}
	if t.Pay < 0 || t.Pay > 3 {
		l.at(p.field("pay"), "the pay is %d; give a number from 0 (nothing) to 3 (much)", t.Pay)
	}
	if x := t.Tries; !ordered(knowledge.Span{From: x.From, To: x.To}, 1, 60) {
		l.at(p.field("tries"), "the tries are %d to %d; give two numbers in order, from 1 to 60", x.From, x.To)
	}
	if !slices.Contains(triesUnits, t.Tries.Unit) && t.Tries.Unit != "" {
		l.at(p.field("tries").field("unit"), "%s is not a unit; %s", quoted(t.Tries.Unit), guide.Nearest(t.Tries.Unit, triesUnits))
	}
	l.checkPictureName(t.Picture, p.field("picture"))
	if n := len(t.Session); n < 3 || n > 7 {
		l.at(p.field("session"), "a session has %d parts; give 3 to 7", n)
	}
	for i, step := range t.Session {
		l.fits(p.list("session", i).field("text"), step.Text, 40)
	}
}

// checkMeasured checks that every number names its source, lies on its scale and within its interval, and that a note fits a list.
func (l *loader) checkMeasured(t *knowledge.Therapy, p *place) {
	for i := range t.Evidence {
		e, at := &t.Evidence[i], p.list("evidence", i)
		l.fits(at.field("note"), e.Note, 20)
		for j := range e.Measured {
			m, at := &e.Measured[j], at.list("measured", j)
			if m.Source != "" && !slices.Contains(e.Sources, m.Source) {
				l.at(at.field("source"), "%s is not among the sources of the finding; add it there", quoted(m.Source))
			}
			if (m.Unit == knowledge.UnitDays) == (m.Of > 0) && m.Unit != 0 {
				l.at(at.field("unit"), "points and people are of a number, and days are not; give or remove “of”")
			}
			if m.Of > 0 && (m.Points > m.Of || -m.Points > m.Of) {
				l.at(at.field("points"), "%g is more than the whole scale of %g", m.Points, m.Of)
			}
			l.checkSize(e, m, at)
			if m.HasInterval() && (m.Low > m.Points || m.Points > m.High) {
				l.at(at.field("low"), "the interval from %g to %g leaves out the number itself, %g", m.Low, m.High, m.Points)
			}
		}
	}
}

// checkSize checks that a number points where its finding does, and is of the size that the finding calls it. A finding that rests
// on more than this number may call it smaller or larger, and then says why: the same number would otherwise be "a little" for
// one pain and "clear" for another, and nobody could tell the reason.
func (l *loader) checkSize(e *knowledge.Evidence, m *knowledge.Measured, at *place) {
	switch e.Direction {
	case knowledge.DirectionHelps:
		if m.Points < 0 {
			l.at(at.field("points"), "%g is a loss, but the finding helps; correct the direction or the number", m.Points)
		}
	case knowledge.DirectionHarms:
		if m.Points > 0 {
			l.at(at.field("points"), "%g is a benefit, but the finding harms; correct the direction or the number", m.Points)
		}
	case knowledge.DirectionUnknown:
		l.at(at.field("points"), "a number was measured, but the direction of the finding is unknown; say where it points")
	case knowledge.DirectionMixed, knowledge.DirectionNoClearBenefit:
	}
	size, ok := m.Size()
	effect := effectOf(e, m.What)
	ok = ok && effect > knowledge.EffectUnknown
	switch {
	case ok && size != effect && m.But == "":
		l.at(at.field("points"), "%g of %g is of the size %s, but the effect of the finding is %s; correct the one that says more than the source, or give the reason in “but”",
			m.Points, m.Of, size, effect)
	case m.But != "" && (!ok || size == effect):
		l.at(at.field("but"), "the number is of the size that the finding has; remove “but”")
	}
}

// effectOf is the effect of a finding on what was measured; unknown for what it has no effect of its own. Bother is how people
// rate pain.
func effectOf(e *knowledge.Evidence, what knowledge.Outcome) knowledge.Effect {
	switch what {
	case knowledge.OutcomePain, knowledge.OutcomeBother:
		return e.Effect.PainShort
	case knowledge.OutcomeFunction:
		return e.Effect.FunctionShort
	}
	return knowledge.EffectUnknown
}

// ordered reports whether two numbers are in order and within a range.
func ordered(span knowledge.Span, low, high int) bool {
	return low <= span.From && span.From <= span.To && span.To <= high
}
