package guide

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide/knowledge"
)

// The few words that every screen, page and export says alike.

// VerdictWord is the verdict in the words of the result.
func VerdictWord(v knowledge.Verdict) string {
	switch v {
	case knowledge.Avoid:
		return "not for you now"
	case knowledge.AskFirst:
		return "ask first"
	case knowledge.Caution:
		return "with care"
	}
	return "not held back"
}

// Word is how a therapy suits in the words of the result.
func (s Suitability) Word() string {
	switch s {
	case SuitsWell:
		return "fits well"
	case MaySuit:
		return "may suit"
	case SuitsWithCare:
		return VerdictWord(knowledge.Caution)
	case LittleSupport:
		return "little support"
	case SuitsAfterAsking:
		return VerdictWord(knowledge.AskFirst)
	case SuitsNotNow:
	}
	return VerdictWord(knowledge.Avoid)
}

// Word is the match in the words of the result.
func (m *Match) Word() string { return m.Suits().Word() }

// The size of an effect and the certainty about it are different things, so they have no word in common. An effect is "no benefit",
// "a little", "clear", or "large". Certainty is "very low", "low", "moderate", or "high". Every screen and page uses these words.

// EffectWord is the size of an effect; "" where it is not known.
func EffectWord(e knowledge.Effect) string {
	switch e {
	case knowledge.EffectNone:
		return "no benefit"
	case knowledge.EffectSmall:
		return "a little"
	case knowledge.EffectModerate:
		return "clear"
	case knowledge.EffectLarge:
		return "large"
	}
	return ""
}

// CertaintyWord is how sure a finding is; "" where nobody has rated it.
func CertaintyWord(c knowledge.Certainty) string {
	if c.Steps() == 0 {
		return ""
	}
	return strings.ReplaceAll(c.String(), "-", " ")
}

// Size is how large an effect research found soon after: the larger of that on pain and that on daily life.
func Size(e knowledge.Effects) knowledge.Effect { return max(e.PainShort, e.FunctionShort) }

// Outcome says in which direction research points, and how far, in a few words: "helps a little", "clear benefit".
func Outcome(e *knowledge.Evidence) string {
	switch e.Direction {
	case knowledge.DirectionHelps:
		switch size := Size(e.Effect); size {
		case knowledge.EffectNone:
			return EffectWord(size)
		case knowledge.EffectModerate, knowledge.EffectLarge:
			return EffectWord(size) + " benefit"
		case knowledge.EffectSmall:
			return "helps " + EffectWord(size)
		}
		return "helps; how much is not known"
	case knowledge.DirectionMixed:
		return "mixed results"
	case knowledge.DirectionNoClearBenefit:
		return EffectWord(knowledge.EffectNone) + " shown"
	case knowledge.DirectionHarms:
		return "did more harm than good"
	}
	return "not studied enough"
}

// Number is a count as it is read out: in a word up to twenty.
func Number(n int) string {
	words := [...]string{
		"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
	}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// NotListed is "none of these" to health items that an answer before has brought up: the person has something, and it is none
// of them.
const NotListed = "Something not listed"

// NoneOf returns "none of these" as an answer on its own: of n options, or of the n others if some were left open.
func NoneOf(n int, others bool) string {
	switch {
	case n == 2 && others:
		return "Neither of the two others"
	case n == 2:
		return "Neither of the two"
	case n == 1 && others:
		return "Not the other"
	case n == 1:
		return "None of these"
	case others:
		return "None of the " + Number(n) + " others"
	}
	return "None of the " + Number(n)
}

// NoneLabel returns the label of "none of these" below a list. It includes what choosing it claims, if the list has to be read
// from top to bottom.
func (q Asked) NoneLabel(a Answer) string {
	const these = "None of these"
	o := q.Option(knowledge.None)
	switch {
	case o == nil:
		return these
	case o.Label != these:
		return o.Label
	case len(a.Open) > 0:
		return "None of the others"
	case slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return o.Group != "" }):
		return these
	}
	switch n := len(q.Shown) - 1; {
	case n == 2:
		return these + ". I have read both."
	case n > 2:
		return these + ". I have read all " + Number(n) + "."
	}
	return these
}

// AreOpen returns how many answers are open: "two answers are open". Nobody can picture a large number of them.
func AreOpen(n int) string {
	switch {
	case n == 1:
		return "one answer is open"
	case n > 9:
		return "many answers are open"
	}
	return Number(n) + " answers are open"
}
