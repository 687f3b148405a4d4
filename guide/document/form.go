package document

// Form is one question on paper: boxes to tick.
type Form struct {
	Title  string
	Only   string // for whom it is, as the end of "Only if"; "" for everybody
	Hint   string
	Why    Text
	Groups []FormGroup
}

// FormGroup is boxes under a heading; the heading of the first is empty, as a rule.
type FormGroup struct {
	Title string
	Boxes []Box
}

// Box is an answer to tick.
type Box struct{ Label, Help string }

// About is the line below the question.
func (f Form) About() string {
	only := ""
	if f.Only != "" {
		only = "Only if " + Ended(f.Only)
	}
	return Join(only, f.Hint)
}

// Line is a box in words, its help behind the label.
func (b Box) Line() string {
	if b.Help == "" {
		return b.Label
	}
	return Sentence(b.Label) + " " + b.Help
}
