package document

import (
	"strconv"
	"strings"

	"knead/guide/markup"
)

// Body says where it hurts and where hands stay off, in words. A form with pictures also draws it, on a map of the body.
type Body struct {
	Said  List
	Sides []BodySide // none where nothing can be drawn
}

// BodySide is the body seen from one side. Art and mask have the same rows; each letter of the mask is a place, and ' ' in the
// art is outside the body. Of the art, block elements are the body, and any other sign is a line drawn on it.
type BodySide struct {
	Name        string // "front"
	Back        bool   // the midline is the spine
	Left, Right string // what is at the viewer's left and right
	Art, Mask   []string
	Marks       map[rune]BodyMark // by the letter of the place
}

// BodyMark is what a place of the body map shows.
type BodyMark struct {
	Hurts bool
	Off   Extent // how much of it hands stay off
}

// Extent is how much of a place is meant.
type Extent uint8

// The extents.
const (
	Nowhere Extent = iota
	SpineOnly
	AllOver
)

func (Body) block() {}

// has reports whether a place that can be seen has such a mark.
func (b Body) has(is func(BodySide, BodyMark) bool) bool {
	for _, s := range b.Sides {
		for _, row := range s.Mask {
			for _, letter := range row {
				if is(s, s.Marks[letter]) {
					return true
				}
			}
		}
	}
	return false
}

// Hurts and Off report whether the map has something to explain in its key.
func (b Body) Hurts() bool { return b.has(func(_ BodySide, m BodyMark) bool { return m.Hurts }) }

// Off reports whether hands stay off a place on the map.
func (b Body) Off() bool {
	return b.has(func(s BodySide, m BodyMark) bool { return m.Off == AllOver || m.Off == SpineOnly && s.Back })
}

const (
	bodyGap  = 6 // between the sides, in units; a cell is 2 wide and 4 high
	bodyHead = 9 // the room over the sides for their names
)

// SVG draws the sides next to each other as one image with a description: a path for each place, and crosses where hands stay off.
func (b Body) SVG() markup.HTML {
	var art strings.Builder
	width, height := 0, 0
	for _, s := range b.Sides {
		if width > 0 {
			width += bodyGap
		}
		columns := 0
		for _, row := range s.Art {
			columns = max(columns, len([]rune(row)))
		}
		name := func(x, y int, words string) {
			art.WriteString(`<text x="` + strconv.Itoa(width+x) + `" y="` + strconv.Itoa(y) + `">` + escaped(Clean(words)) + `</text>`)
		}
		name(columns, 6, s.Name)
		name(columns/3, bodyHead+8, s.Left) // level with the head
		name(2*columns-columns/3, bodyHead+8, s.Right)
		art.WriteString(`<g transform="translate(` + strconv.Itoa(width) + " " + strconv.Itoa(bodyHead) + `)">`)
		s.draw(&art)
		art.WriteString(`</g>`)
		width, height = width+2*columns, max(height, bodyHead+4*len(s.Art))
	}
	words := "The body from the front and from behind."
	for _, item := range b.Said.Items {
		words += " " + item.Words
	}
	words = escaped(Clean(words))
	return markup.HTML(`<svg class="body" role="img" aria-label="` + words + `" viewBox="0 0 ` + strconv.Itoa(width) + " " + strconv.Itoa(height) +
		`" xmlns="http://www.w3.org/2000/svg"><title>` + words + `</title>` + bodyPatterns + art.String() + `</svg>`)
}

// bodyPatterns are the crosses of places to stay off, dark on the body and light on what hurts. A row of the figure has whole crosses,
// and so has the spine of the largest figure.
const bodyPatterns = `<defs><pattern id="off" x="1" width="3" height="4" patternUnits="userSpaceOnUse"><path class="cross" d="M.5.9l2 2.2M2.5.9L.5 3.1"/></pattern>` +
	`<pattern id="hurts-off" x="1" width="3" height="4" patternUnits="userSpaceOnUse"><path class="cross light" d="M.5.9l2 2.2M2.5.9L.5 3.1"/></pattern></defs>`

// draw writes the paths of the places, in the order in which they are met from the top.
func (s BodySide) draw(out *strings.Builder) {
	paths, crosses := map[rune]*strings.Builder{}, map[rune]*strings.Builder{}
	var letters []rune
	from, to := s.midline()
	for y := range min(len(s.Art), len(s.Mask)) {
		art, mask := []rune(s.Art[y]), []rune(s.Mask[y])
		for x := range min(len(art), len(mask)) {
			if art[x] == ' ' {
				continue
			}
			letter := mask[x]
			if paths[letter] == nil {
				paths[letter], crosses[letter] = &strings.Builder{}, &strings.Builder{}
				letters = append(letters, letter)
			}
			fill(paths[letter], art[x], x, y)
			if off := s.Marks[letter].Off; off == AllOver || off == SpineOnly && s.Back && x >= from && x <= to {
				fill(crosses[letter], art[x], x, y)
			}
		}
	}
	for _, letter := range letters {
		class, pattern := "place", "off"
		if s.Marks[letter].Hurts {
			class, pattern = "hurts", "hurts-off"
		}
		out.WriteString(`<path class="` + class + `" d="` + paths[letter].String() + `"/>`)
		if d := crosses[letter].String(); d != "" {
			out.WriteString(`<path class="off" fill="url(#` + pattern + `)" d="` + d + `"/>`)
		}
	}
}

// midline returns the first and last column of the midline, which is the middle of the head.
func (s BodySide) midline() (from, to int) {
	if len(s.Art) == 0 {
		return 0, -1
	}
	row := []rune(strings.TrimRight(s.Art[0], " "))
	first := len(row) - len([]rune(strings.TrimLeft(string(row), " ")))
	last := len(row) - 1
	from, to = (first+last)/2, (first+last+1)/2
	if len(s.Art) > 20 { // one more on each side of a large figure
		from, to = from-1, to+1
	}
	return from, to
}

// moveTo begins a path.
func moveTo(x, y int) string { return "M" + strconv.Itoa(x) + " " + strconv.Itoa(y) }

// fill adds the filled quarters of a cell to a path.
func fill(path *strings.Builder, sign rune, x, y int) {
	filled := Quarters(sign)
	if filled == 0 || filled == 15 { // a line drawn on the body is body
		path.WriteString(moveTo(2*x, 4*y) + "h2v4h-2z")
		return
	}
	for half := range 2 {
		switch row := filled >> (2 * half) & 3; row {
		case 3:
			path.WriteString(moveTo(2*x, 4*y+2*half) + "h2v2h-2z")
		case 1, 2:
			path.WriteString(moveTo(2*x+row-1, 4*y+2*half) + "h1v2h-1z")
		}
	}
}

// body writes the map with its key.
func (w blockWriter) body(b Body) {
	hurts, off := b.Hurts(), b.Off()
	if !hurts && !off {
		return
	}
	w.line()
	w.In("figure", markup.Attrs{"class", "map"}, func() {
		w.Raw(b.SVG())
		w.In("figcaption", nil, func() {
			if hurts {
				w.Raw(`<span><svg class="body swatch" aria-hidden="true" viewBox="0 0 8 8"><path class="hurts" d="M0 0h8v8h-8z"/></svg> hurts</span>`)
			}
			if off {
				w.Raw(`<span><svg class="body swatch" aria-hidden="true" viewBox="1 0 6 8"><path class="place" d="M1 0h6v8h-6z"/><path class="off" fill="url(#off)" d="M1 0h6v8h-6z"/></svg> hands off</span>`)
			}
		})
	})
}

// bodyStyle is its look. The outline in the color of the place closes the seams between its cells.
const bodyStyle = `
:root{--body:#d3d7de}
@media (prefers-color-scheme:dark){:root{--body:#434859}}
.map{margin:.5em 0}.map figcaption{display:flex;gap:1.4em;color:var(--quiet);font-size:.9em}
.body{display:block;width:14em;max-width:100%;height:auto}.body.swatch{display:inline-block;width:1em;height:1em;vertical-align:-.15em}
.body text{fill:var(--quiet);font-size:5.5px;text-anchor:middle}
.body .place{fill:var(--body);stroke:var(--body);stroke-width:.15}.body .hurts{fill:var(--accent);stroke:var(--accent);stroke-width:.15}
.body .cross{stroke:var(--ink);stroke-width:.7;fill:none}.body .cross.light{stroke:var(--paper)}
@media print{:root{--body:#d8d8d8}.s-body{break-inside:avoid;display:flow-root}.map{float:right;margin:0 0 1mm 3mm}.map .body:not(.swatch){width:35mm}.map figcaption{font-size:1em}}
`
