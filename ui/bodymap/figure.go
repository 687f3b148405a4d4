package bodymap

import (
	"strings"
	"unicode/utf8"

	"knead/content"
	"knead/ui/theme"
)

// figure is the body at one size, with every cell's place found once.
type figure struct {
	views      [2]view // front, back
	cols, rows int     // of the art and the words next to the head
	head       int     // the row that left and right are written on
	worded     bool    // there is room for them
}

// view is the body from one side.
type view struct {
	name        string
	left, right string // the labels at the viewer's left and right
	cells       [][]cell
	spots       []point // where the mark of a place goes, by place and side; at -1 where it cannot be seen
	leftAt      int     // the column of the word at the left
	rightAt     int
}

type cell struct {
	sign   rune
	spot   int  // the place and side, or one of the two below
	middle bool // it lies on the midline of the back
}

const (
	outside = -2 // not body
	nowhere = -1 // body, but no place
)

type point struct{ x, y int }

// blocks are the signs that are body; any other sign is a line drawn on the body. ascii are the same edges in ASCII.
const blocks, ascii = "█▘▝▀▖▌▞▛▗▚▐▜▄▙▟", `:'''.|//.\|\_\/`

// newFigure finds every cell's place: spot turns a letter of the mask into a place and side.
func newFigure(f content.Figure, spot func(letter rune) int) figure {
	out := figure{rows: len(f.Front.Art), head: 1, worded: true}
	gap := 1
	if out.rows > 20 {
		out.head, gap = 2, 2
	}
	for i, v := range []content.View{f.Front, f.Back} {
		w := view{name: "front", left: "right", right: "left"}
		if i == 1 {
			w.name, w.left, w.right = "back", "left", "right"
		}
		for y, line := range v.Art {
			var mask []rune
			if y < len(v.Mask) {
				mask = []rune(v.Mask[y])
			}
			row := make([]cell, 0, len(line))
			for x, sign := range []rune(line) {
				c := cell{sign: sign, spot: outside}
				if sign != ' ' {
					c.spot = nowhere
					if x < len(mask) {
						c.spot = spot(mask[x])
					}
				}
				row = append(row, c)
			}
			w.cells = append(w.cells, row)
			out.cols = max(out.cols, len(row))
		}
		w.findSpots()
		first, last := w.headEnds(out.head)
		if i == 1 {
			w.findMiddle(out.rows > 20)
		}
		out.worded = out.worded && first-gap >= len(w.left)
		w.leftAt, w.rightAt = max(first-gap-len(w.left), 0), last+1+gap
		out.cols = max(out.cols, w.rightAt+len(w.right))
		out.views[i] = w
	}
	return out
}

// findSpots puts each place's mark on the full cell nearest the middle of the place.
func (v *view) findSpots() {
	cells := map[int][]point{}
	for y, row := range v.cells {
		for x, c := range row {
			if c.spot >= 0 && (c.sign == '█' || !strings.ContainsRune(blocks, c.sign)) {
				cells[c.spot] = append(cells[c.spot], point{x, y})
			}
		}
	}
	for spot, all := range cells {
		for len(v.spots) <= spot {
			v.spots = append(v.spots, point{-1, -1})
		}
		sx, sy, n := 0, 0, len(all)
		for _, p := range all {
			sx, sy = sx+p.x, sy+p.y
		}
		best, least := all[0], -1
		for _, p := range all {
			if d := 2*abs(p.y*n-sy) + abs(p.x*n-sx); least < 0 || d < least {
				best, least = p, d
			}
		}
		v.spots[spot] = best
	}
}

// findMiddle marks the midline: the column in the middle of the head, and in a large figure one more on each side.
func (v *view) findMiddle(wide bool) {
	first, last := v.headEnds(0)
	from, to := (first+last)/2, (first+last+1)/2
	if wide {
		from, to = from-1, to+1
	}
	for _, row := range v.cells {
		for x := max(from, 0); x <= min(to, len(row)-1); x++ {
			row[x].middle = true
		}
	}
}

// headEnds returns the first and last column of the body in a row.
func (v *view) headEnds(y int) (first, last int) {
	if y >= len(v.cells) {
		return 0, 0
	}
	first = -1
	for x, c := range v.cells[y] {
		if c.spot != outside {
			if first < 0 {
				first = x
			}
			last = x
		}
	}
	return max(first, 0), last
}

// has reports whether a place can be seen from this side.
func (v *view) has(spot int) bool { return spot < len(v.spots) && v.spots[spot].x >= 0 }

// state is how a place is painted.
type state uint8

const (
	plain state = iota
	chosen
	here
	chosenHere
	off       // hands off
	chosenOff // it hurts, and hands off
)

// draw paints a view. The function of returns the state of a place and side. The function kept, which may be nil, reports whether
// hands should keep off a cell. If sides is true, left and right are written next to the head.
func (f *figure) draw(v *view, t *theme.Theme, of func(spot int) state, kept func(cell) bool, marks, sides bool) []string {
	p := painter{t: t}
	rows := make([]string, f.rows)
	for y := range f.rows {
		p.row = p.row[:0]
		for x := range f.cols {
			switch {
			case sides && y == f.head && x >= v.leftAt && x < v.leftAt+len(v.left):
				p.put(t.Muted, rune(v.left[x-v.leftAt]))
			case sides && y == f.head && x >= v.rightAt && x < v.rightAt+len(v.right):
				p.put(t.Muted, rune(v.right[x-v.rightAt]))
			case x >= len(v.cells[y]) || v.cells[y][x].spot == outside:
				p.put(theme.Ink{}, ' ')
			default:
				c := v.cells[y][x]
				s := plain
				if c.spot >= 0 {
					s = of(c.spot)
				}
				if kept != nil && c.spot >= 0 && s <= chosen && kept(c) {
					s += off
				}
				if marks && t.Colored() && (s == here || s == chosenHere) && v.has(c.spot) && v.spots[c.spot].y != y {
					s -= here // a band through the mark points at the place, and writes less to the terminal than the whole of it
				}
				if marks && s != plain && s < off && v.has(c.spot) && v.spots[c.spot] == (point{x, y}) {
					p.mark(s)
				} else {
					p.cell(c.sign, s)
				}
			}
		}
		p.flush()
		rows[y] = string(p.row)
	}
	return rows
}

// painter joins neighbouring cells of one ink.
type painter struct {
	t    *theme.Theme
	ink  theme.Ink
	row  []byte
	part []byte
}

func (p *painter) put(ink theme.Ink, sign rune) {
	if ink != p.ink {
		p.flush()
		p.ink = ink
	}
	p.part = utf8.AppendRune(p.part, sign)
}

func (p *painter) flush() {
	p.row = append(p.row, p.ink.Text(string(p.part))...)
	p.part = p.part[:0]
}

func (p *painter) mark(s state) {
	t := p.t
	switch {
	case s == chosen:
		p.put(t.ChosenMark, []rune(t.Signs.Hurts)[0])
	case s == chosenHere:
		p.put(t.HereMark, []rune(t.Signs.Hurts)[0])
	default:
		p.put(t.HereMark, []rune(t.Signs.HereMark)[0])
	}
}

// kept paints a cell that hands are to keep off.
func (p *painter) kept(s state) {
	t, sign := p.t, []rune(p.t.Signs.NotNow)[0]
	switch {
	case s != chosen:
		p.put(t.Off, sign)
	case t.Colored():
		p.put(t.ChosenMark, sign)
	default:
		p.put(t.Chosen, []rune(t.Signs.BodyOff)[0])
	}
}

// cell paints one cell. With colors a full block is a blank with a ground: no font can leave gaps in it. Without, the body
// is a texture, and only what is chosen keeps its true edges.
func (p *painter) cell(sign rune, s state) {
	t := p.t
	at := strings.IndexRune(blocks, sign)
	if s >= off {
		if s -= off; at <= 0 { // the edges stay as they are
			p.kept(s)
			return
		}
	}
	edge, fill, texture := t.Body, t.BodyFill, t.Signs.Body
	switch s {
	case chosen:
		edge, fill, texture = t.Chosen, t.ChosenFill, t.Signs.BodyChosen
	case here, chosenHere:
		edge, fill, texture = t.Here, t.HereFill, t.Signs.BodyHere
	}
	switch {
	case t.Signs.ASCII && at < 0 && s == plain:
		p.put(edge, '|')
	case t.Signs.ASCII && (at == 0 || at < 0):
		p.put(edge, rune(texture[0]))
	case t.Signs.ASCII:
		p.put(edge, rune(ascii[len([]rune(blocks[:at]))]))
	case !t.Colored() && at < 0 && s == plain:
		p.put(edge, sign)
	case !t.Colored() && s == chosen && at > 0:
		p.put(edge, sign)
	case !t.Colored():
		p.put(edge, []rune(texture)[0])
	case at < 0 && s == plain:
		p.put(t.BodyLine, sign)
	case at <= 0:
		p.put(fill, ' ')
	default:
		p.put(edge, sign)
	}
}

func abs(n int) int { return max(n, -n) }
