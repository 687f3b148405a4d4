package document

// Tone is how alarming or welcome something is. Renderers show it by a sign and a color; the words say it as well.
type Tone uint8

// The tones.
const (
	Plain     Tone = iota // nothing to show
	Note                  // good to know
	FitsWell              // a therapy that fits well
	MaySuit               // one that may suit
	WithCare              // one to take care with
	AskFirst              // one to ask a clinician about first
	Little                // one that little speaks for
	NotNow                // one that is ruled out
	Urgent                // help is needed soon
	Emergency             // help is needed at once
)

// Class is the tone in a style sheet.
func (t Tone) Class() string {
	switch t {
	case WithCare:
		return "caution"
	case AskFirst:
		return "ask"
	case Little, NotNow:
		return "quiet"
	case Urgent:
		return "urgent"
	case Emergency:
		return "emergency"
	case Plain, Note, FitsWell, MaySuit:
	}
	return "good"
}
