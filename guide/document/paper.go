package document

import (
	"slices"
	"unicode/utf8"
)

// thinness says how much of a result is left out on paper, so that it goes on four sheets: nothing but what is Minor, the
// details of the therapies that come later, or more. The screen has all of it.
type thinness int

const thinnest thinness = 3

// whole is how many therapies of a list are printed in full; of the others what to take care of, or their name only.
func (t thinness) whole() int {
	if t >= 2 {
		return 1
	}
	return 2
}

// named reports whether of the other therapies only the name is printed.
func (t thinness) named() bool { return t > 0 }

// cautions is how many of a therapy's cautions are printed. The strictest are printed first.
func (t thinness) cautions() int { return [...]int{99, 6, 3, 2}[t] }

// subs is how many lines below a point are printed.
func (t thinness) subs() int { return [...]int{99, 3, 1, 0}[t] }

// rows is how many rows of a table are printed.
func (t thinness) rows() int { return [...]int{99, 4, 3, 2}[t] }

// points are the points of an entry; those that are not printed have the class "minor".
func (t thinness) points(e Entry) []Point {
	points := e.Points()
	cares := 0
	for i := range points {
		if points[i].Class != "care" {
			continue
		}
		if cares++; cares > t.cautions() {
			points[i].Class = "care minor"
		}
	}
	return points
}

// thinness is the least that goes on four sheets, by an estimate.
func (d Document) thinness() thinness {
	if d.Use != Result {
		return 0
	}
	for t := range thinnest {
		if d.lines(t) <= fourSheets {
			return t
		}
	}
	return thinnest
}

// fourSheets is how many lines, of as many signs as below, go on four sheets of Letter, which is the shorter paper. As printed, a
// column is narrower and such a line takes up to a line and a half.
const fourSheets = 290

// lines estimates how many lines are printed.
func (d Document) lines(t thinness) int {
	n := wrapped(d.Purpose, 2*columnSigns)
	for _, s := range d.Sections {
		if !s.Minor {
			n += 3 + t.blockLines(s.Blocks)
		}
	}
	sources := 0
	for _, s := range d.printed(t) {
		sources += utf8.RuneCountInString(s.short()) + 9
	}
	return n + sources/(columnSigns*5/4)
}

// columnSigns is how many signs a line has for this estimate.
const columnSigns = 66

func wrapped(words string, width int) int {
	if words == "" {
		return 0
	}
	return 1 + utf8.RuneCountInString(words)/width
}

func (t thinness) blockLines(blocks []Block) int {
	n := 0
	for i, block := range blocks {
		switch b := block.(type) {
		case Paragraph:
			if !b.Minor {
				n += textLines(b.Text, columnSigns)
			}
		case Quote:
			n += textLines(b.Text, columnSigns-4)
		case List:
			if !b.Minor {
				n += t.listLines(b)
			}
		case Callout:
			n += 2 + t.blockLines(b.Blocks)
		case Rows:
			for j, row := range b.Rows {
				if j < t.rows() {
					for _, x := range row.Text {
						n += textLines(x, columnSigns*6/10)
					}
				}
			}
		case Evidence:
			n++
			for _, r := range b.Results {
				n += 1 + textLines(r.Text, columnSigns-8)
			}
		case Entry:
			n += t.entryLines(b, i)
		}
	}
	return n
}

func (t thinness) listLines(l List) int {
	n := 0
	for _, item := range l.Items {
		width := columnSigns - 4
		if item.Write && t < thinnest { // next to the space for writing
			width = columnSigns * 6 / 10
		}
		n += textLines(item.Text, width)
		for i, sub := range item.Sub {
			if i < t.subs() {
				n += textLines(sub, columnSigns-8)
			}
		}
	}
	return n
}

func (t thinness) entryLines(e Entry, place int) int {
	n := 2
	switch {
	case place < t.whole():
		for i, c := range e.Cautions {
			if i < t.cautions() {
				n += textLines(Text{Words: c.Words + " " + c.Adaptation, Sources: c.Sources}, columnSigns-8)
			}
		}
		n += wrapped(e.Weak, columnSigns-16) + textLines(e.Research, columnSigns-14)
	case t.named():
	default:
		for _, c := range e.Cautions {
			n += wrapped(c.Adaptation, columnSigns-8)
		}
	}
	return n
}

// textLines counts a text with the marks of its sources.
func textLines(x Text, width int) int {
	if x.Words == "" {
		return 0
	}
	return 1 + (utf8.RuneCountInString(x.Words)+3*len(x.Sources))/width
}

// printed returns the sources of the parts that are printed.
func (d Document) printed(t thinness) []Source {
	var ids []string
	for _, s := range d.Sections {
		if !s.Minor {
			ids = union(ids, t.sources(s.Blocks))
		}
	}
	var out []Source
	for _, s := range d.Sources {
		if slices.Contains(ids, s.ID) {
			out = append(out, s)
		}
	}
	return out
}

func (t thinness) sources(blocks []Block) []string {
	var ids []string
	for i, block := range blocks {
		switch b := block.(type) {
		case Entry:
			if i >= t.whole() {
				continue
			}
			for j, c := range b.Cautions {
				if j < t.cautions() {
					ids = union(ids, c.Sources)
				}
			}
			ids = union(ids, b.Research.Sources)
		case List:
			if b.Minor {
				continue
			}
			for _, item := range b.Items {
				ids = union(ids, item.Sources)
				for j, sub := range item.Sub {
					if j < t.subs() {
						ids = union(ids, sub.Sources)
					}
				}
			}
		case Callout:
			ids = union(ids, t.sources(b.Blocks))
		case Paragraph:
			if !b.Minor {
				ids = union(ids, b.Sources)
			}
		default:
			for _, x := range Texts([]Block{block}) {
				ids = union(ids, x.Sources)
			}
		}
	}
	return ids
}
