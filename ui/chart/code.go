package chart

import (
	"fmt"
	"strings"

	"rsc.io/qr"

	"knead/ui/theme"
)

// quiet is the light border that readers need around a code, in points.
const quiet = 4

// capacity is how many bytes a code of each version holds at level L, from version 1 (ISO/IEC 18004, table 7).
var capacity = []int{17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858}

// Code is one QR code, which a phone's camera reads. Make some with [Encode].
type Code struct{ q *qr.Code }

// Encode cuts a text into as few codes as fit into a square of so many points. There is none where it would take more than
// most, or where not even the smallest code that says something fits.
func Encode(text string, points, most int) []Code {
	version := 0
	for v := range capacity {
		if 17+4*(v+1)+2*quiet <= points {
			version = v + 1
		}
	}
	if version < 2 {
		return nil
	}
	room := capacity[version-1]
	for parts := 1; parts <= most; parts++ {
		pieces := cut(text, room, parts)
		if pieces == nil {
			continue
		}
		var codes []Code
		for _, p := range pieces {
			q, err := qr.Encode(p, qr.L)
			if err != nil {
				return nil
			}
			codes = append(codes, Code{q})
		}
		return codes
	}
	return nil
}

// cut takes a text apart at blanks into at most so many pieces of at most room bytes, each with its number before it; nil
// when it takes more.
func cut(text string, room, parts int) []string {
	if parts == 1 {
		if len(text) <= room {
			return []string{text}
		}
		return nil
	}
	var pieces []string
	for rest := text; rest != ""; {
		lead := fmt.Sprintf("(%d/%d) ", len(pieces)+1, parts)
		if len(pieces) == parts || room <= len(lead)+8 {
			return nil
		}
		n := min(room-len(lead), len(rest))
		if n < len(rest) {
			if at := strings.LastIndexAny(rest[:n+1], " \n"); at > 0 {
				n = at
			} else {
				for n > 0 && rest[n]&0xC0 == 0x80 { // not inside a letter
					n--
				}
			}
		}
		pieces = append(pieces, lead+rest[:n])
		rest = strings.TrimLeft(rest[n:], " \n")
	}
	if len(pieces) != parts {
		return nil
	}
	return pieces
}

// Points is the side of the code with the light border around it, in points.
func (c Code) Points() int { return c.q.Size + 2*quiet }

// Draw draws the code, each point as a square of so many points. Its light is light and its dark dark on every background; without colors the terminal's own two are
// used, where ink is light on most grounds, and inverse exchanges them.
func (c Code) Draw(t *theme.Theme, scale int, inverse bool) []string {
	if !t.Colored() {
		inverse = !inverse
	}
	size := c.Points() * scale
	dark := func(x, y int) bool {
		x, y = x/scale-quiet, y/scale-quiet
		inside := x >= 0 && y >= 0 && x < c.q.Size && y < c.q.Size
		return (inside && c.q.Black(x, y)) != inverse
	}
	open, end := "\x1b[38;2;0;0;0;48;2;255;255;255m", "\x1b[m"
	if !t.Colored() {
		open, end = "", ""
	}
	var rows []string
	if t.Signs.ASCII {
		for y := range size {
			rows = append(rows, open+wide(size, t.Colored(), func(x int) bool { return dark(x, y) })+end)
		}
		return rows
	}
	for y := 0; y < size; y += 2 {
		rows = append(rows, open+halves(size, func(x int) (upper, lower bool) { return dark(x, y), y+1 < size && dark(x, y+1) })+end)
	}
	return rows
}

// halves draws two rows of points in one row of text.
func halves(size int, dark func(x int) (upper, lower bool)) string {
	var b strings.Builder
	for x := range size {
		switch upper, lower := dark(x); {
		case upper && lower:
			b.WriteString("█")
		case upper:
			b.WriteString("▀")
		case lower:
			b.WriteString("▄")
		default:
			b.WriteString(light)
		}
	}
	return b.String()
}

// light is a blank that is written, not erased to: a terminal may erase to its own ground, and the code would lose its border.
const light = "\u00a0"

// wide draws a point as two characters of ASCII: blanks on two grounds, or without colors a sign that is mostly ink.
func wide(size int, colored bool, dark func(x int) bool) string {
	var b strings.Builder
	for x := range size {
		switch {
		case !dark(x):
			b.WriteString("  ")
		case colored:
			b.WriteString("\x1b[7m  \x1b[27m")
		default:
			b.WriteString("##")
		}
	}
	return b.String()
}
