package report

import (
	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Tone is the tone of how a therapy suits.
func Tone(s guide.Suitability) document.Tone {
	//exhaustive:enforce
	switch s {
	case guide.SuitsWell:
		return document.FitsWell
	case guide.MaySuit:
		return document.MaySuit
	case guide.SuitsWithCare:
		return document.WithCare
	case guide.LittleSupport:
		return document.Little
	case guide.SuitsAfterAsking:
		return document.AskFirst
	case guide.SuitsNotNow:
	}
	return document.NotNow
}

// toneOfLevel is the tone of what to do now.
func toneOfLevel(l knowledge.Level) document.Tone {
	switch l {
	case knowledge.Emergency:
		return document.Emergency
	case knowledge.Urgent:
		return document.Urgent
	case knowledge.ClinicianFirst:
		return document.AskFirst
	}
	return document.Note
}

// toneOfConcession is the tone of what speaks against a therapy. What is open must be settled first.
func toneOfConcession(c guide.Concession) document.Tone {
	switch {
	case c.Open:
		return document.AskFirst
	case c.Verdict == knowledge.Avoid:
		return document.NotNow
	case c.Verdict == knowledge.AskFirst:
		return document.AskFirst
	case c.Verdict == knowledge.Caution:
		return document.WithCare
	}
	return document.Plain
}
