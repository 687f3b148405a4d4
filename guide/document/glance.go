package document

import (
	"strconv"
	"strings"

	"knead/guide/markup"
)

// Glance is a therapy in one picture, a few facts, and the parts of a session.
type Glance struct {
	Picture Picture
	Facts   []Fact
	Session []Step
}

// Picture is a small drawing in quadrant blocks. A letter of the mask says what a cell shows: b the person, t the table or the
// floor, h hands or tools, "." nothing. Art and mask have the same rows.
type Picture struct {
	Words     string // what it shows, for those who do not see it
	Art, Mask []string
}

// Fact is a short statement with the number that it rests on.
type Fact struct {
	Label, Words string
	Gauge        Gauge
	From, To     int // on the scale of the gauge
}

// Gauge is the kind of drawing that a fact has.
type Gauge uint8

// The gauges.
const (
	NoGauge       Gauge = iota
	PressureGauge       // from 0, none, to 4, deep
	EffortGauge         // from 1, little, to 3, much
	CostGauge           // from 0, nothing, to 3, much
)

// Step is a part of a session.
type Step struct {
	Text  string
	Hands bool // somebody works on the body
}

func (Glance) block() {}

// Roles are the letters of the mask of a picture, each with its class in a style sheet.
func (Picture) Roles() [3]struct {
	Letter rune
	Class  string
} {
	return [3]struct {
		Letter rune
		Class  string
	}{{'t', "table"}, {'b', "person"}, {'h', "hands"}}
}

// Words is a part of a session in words that say whether somebody works on the body.
func (s Step) Words() string {
	if s.Hands {
		return s.Text + " (hands on)"
	}
	return s.Text
}

// SessionTitle is the heading of the parts of a session.
const SessionTitle = "A session, step by step"

// Lines are the facts in words.
func (g Glance) Lines() []string {
	var out []string
	if g.Picture.Words != "" {
		out = append(out, "Position: "+g.Picture.Words)
	}
	for _, f := range g.Facts {
		out = append(out, f.Label+": "+f.Words)
	}
	return out
}

// Empty reports whether there is nothing to show.
func (g Glance) Empty() bool {
	return len(g.Facts) == 0 && len(g.Session) == 0 && len(g.Picture.Art) == 0
}

// quadrants are the block elements by the quarters of the cell that they fill: 1 top left, 2 top right, 4 bottom left, 8 bottom
// right.
const quadrants = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

// SVG draws the picture as an image with a description. A cell is 2 units wide and 4 high.
func (p Picture) SVG() markup.HTML {
	paths := map[rune]*strings.Builder{}
	for _, role := range p.Roles() {
		paths[role.Letter] = &strings.Builder{}
	}
	width := 0
	for y := range min(len(p.Art), len(p.Mask)) {
		art, mask := []rune(p.Art[y]), []rune(p.Mask[y])
		width = max(width, len(art))
		for half := range 2 {
			for x := range min(len(art), len(mask)) {
				b := paths[mask[x]]
				filled := Quarters(art[x]) >> (2 * half)
				if b == nil {
					continue
				}
				for side := range 2 {
					if filled>>side&1 == 1 {
						b.WriteString(moveTo(2*x+side, 4*y+2*half) + "h1v2h-1z")
					}
				}
			}
		}
	}
	var out strings.Builder
	out.WriteString(`<svg class="pictogram" role="img" viewBox="0 0 ` + strconv.Itoa(2*width) + " " + strconv.Itoa(4*len(p.Art)) + `"><title>` + escaped(Clean(p.Words)) + `</title>`)
	for _, role := range p.Roles() {
		if d := paths[role.Letter].String(); d != "" {
			out.WriteString(`<path class="` + role.Class + `" d="` + d + `"/>`)
		}
	}
	out.WriteString("</svg>")
	return markup.HTML(out.String())
}

// Quarters are the quarters of a cell that a block element fills.
func Quarters(r rune) int {
	n := 0
	for _, q := range quadrants {
		if q == r {
			return n
		}
		n++
	}
	return 0
}
