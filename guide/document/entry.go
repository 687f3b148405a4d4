package document

// Entry is one therapy as it suits this person. Reasons against it come first.
type Entry struct {
	ID, Name  string
	Word      string // "fits well", "with care", …
	Tone      Tone
	Summary   string // what it is
	Cautions  []Caution
	Weak      string // its weak points
	Research  Text   // direction and effect in words, and what was found
	Effect    Meter  // the same as a mark
	Certainty Certainty
	Because   []Text // the person's own answers that speak for it
	Wishes    []Text // how it meets what matters to the person
	Advisers  []Text // what each guideline says
}

// Caution is what speaks against a therapy, and what to ask for.
type Caution struct {
	Text
	Tone       Tone
	Adaptation string
}

// Certainty is how sure the research is: Steps of four filled boxes and a word. No steps and a word: not rated. The zero
// Certainty says nothing.
type Certainty struct {
	Steps int
	Word  string
	Own   bool // judged by the authors of the content, not by the source
}

// Boxes draws the certainty in four signs, or nothing when it was not rated.
func (c Certainty) Boxes() string {
	if c.Steps <= 0 || c.Steps > 4 {
		return ""
	}
	const full, empty = "■■■■", "□□□□"
	return full[:c.Steps*len("■")] + empty[c.Steps*len("□"):]
}

// String is the certainty in words, with its sign before them.
func (c Certainty) String() string {
	s := c.Word
	if c.Steps > 0 {
		s = c.Boxes() + " " + s
	}
	if c.Own && s != "" {
		s += ", rated by Knead"
	}
	return s
}

// Heading is a therapy in one line: its name, how it suits, and how sure the research is.
func (e Entry) Heading() string {
	s := e.Name + ": " + e.Word
	if c := e.Certainty.String(); c != "" {
		s += " (" + c + ")"
	}
	return s
}

// Point is a labelled line of an entry.
type Point struct {
	Label string // "" for what it is
	Text
	Meter Meter // of what the words say
	Sub   string
	Class string // "more" for what may be left out where room is short
}

// Points returns the lines of an entry in the order that every format uses: reasons against it come first.
func (e Entry) Points() []Point {
	var out []Point
	add := func(label, class string, x Text, sub string) {
		if x.Words != "" {
			out = append(out, Point{Label: label, Text: x, Sub: sub, Class: class})
		}
	}
	add("", "more", Text{Words: e.Summary}, "")
	for _, c := range e.Cautions {
		add("Care", "care", c.Text, c.Adaptation)
	}
	add("Weak points", "weak", Text{Words: e.Weak}, "")
	add("Research", "research", e.Research, "")
	if n := len(out); n > 0 && e.Research.Words != "" {
		out[n-1].Meter = e.Effect
	}
	for _, x := range e.Advisers {
		add("Guidelines", "more", x, "")
	}
	for _, x := range e.Because {
		add("For it", "for", x, "")
	}
	for _, x := range e.Wishes {
		add("Your wishes", "wish", x, "")
	}
	return out
}
