package report

// heading is a therapy in one line: its name, how it suits, and how sure the research is.
func (e Entry) heading() string {
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
	Sub   string
	Class string // "more" for what may be left out where room is short
}

// Points are the lines of an entry in the order in which every form tells them: what speaks against it first.
func (e Entry) Points() []Point {
	var out []Point
	add := func(label, class string, x Text, sub string) {
		if x.Words != "" {
			out = append(out, Point{label, x, sub, class})
		}
	}
	add("", "more", Text{Words: e.Summary}, "")
	for _, c := range e.Cautions {
		add("Care", "care", c.Text, c.Adaptation)
	}
	add("Weak points", "weak", Text{Words: e.Weak}, "")
	add("Research", "research", e.Research, "")
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
