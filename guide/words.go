package guide

import "strconv"

// The few words that every screen, page and export says alike.

// Word is the verdict in the words of the result.
func (v Verdict) Word() string {
	switch v {
	case Avoid:
		return "not for you now"
	case AskFirst:
		return "ask first"
	case Caution:
		return "with care"
	}
	return "not held back"
}

// Word is the match in the words of the screen.
func (m Match) Word() string {
	switch {
	case m.Verdict >= AskFirst:
		return m.Verdict.Word()
	case m.Fit == FitNone:
		return "little support"
	case m.Verdict == Caution:
		return m.Verdict.Word()
	case m.Fit == FitStrong:
		return "fits well"
	}
	return "may suit"
}

// Outcome says in which direction research points, and how far: "helps a little".
func (e *Evidence) Outcome() string {
	switch e.Direction {
	case "helps":
		return "helps" + e.Effect.extent()
	case "mixed":
		return "mixed results"
	case "no-clear-benefit":
		return "no clear benefit"
	case "harms":
		return "did more harm than good"
	}
	return "not studied enough"
}

// extent is the larger of the two short effects.
func (e EffectSize) extent() string {
	for _, s := range [...][2]string{{"large", " a lot"}, {"moderate", " clearly"}, {"small", " a little"}} {
		if e.PainShort == s[0] || e.FunctionShort == s[0] {
			return s[1]
		}
	}
	return ""
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
