package handout

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

// code is one QR code.
type code struct{ q *qr.Code }

// encode cuts a text into as few codes as fit into a square of so many points. There is none where not even the smallest
// code that says something fits.
func encode(text string, points int) []code {
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
	for parts := 1; parts <= 9; parts++ {
		pieces := cut(text, room, parts)
		if pieces == nil {
			continue
		}
		var codes []code
		for _, p := range pieces {
			q, err := qr.Encode(p, qr.L)
			if err != nil {
				return nil
			}
			codes = append(codes, code{q})
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

// draw draws the code with half blocks, two points in a row of text. Its light is light and its dark dark on every
// background; without colours the terminal's own two are used, and inverse says which of them is light.
func (c code) draw(t *theme.Theme, inverse bool) []string {
	size := c.q.Size + 2*quiet
	dark := func(x, y int) bool {
		x, y = x-quiet, y-quiet
		return x >= 0 && y >= 0 && x < c.q.Size && y < c.q.Size && c.q.Black(x, y) != inverse || (x < 0 || y < 0 || x >= c.q.Size || y >= c.q.Size) && inverse
	}
	open, end := "\x1b[38;2;0;0;0;48;2;255;255;255m", "\x1b[m"
	if !t.Coloured() {
		open, end = "", ""
	}
	upper, lower, full, blank := "▀", "▄", "█", " "
	if !t.Coloured() { // what is drawn is the terminal's ink, which is light on most grounds
		full, blank, upper, lower = blank, full, lower, upper
	}
	var rows []string
	for y := 0; y < size; y += 2 {
		var b strings.Builder
		b.WriteString(open)
		for x := range size {
			switch a, z := dark(x, y), y+1 < size && dark(x, y+1); {
			case a && z:
				b.WriteString(full)
			case a:
				b.WriteString(upper)
			case z:
				b.WriteString(lower)
			default:
				b.WriteString(blank)
			}
		}
		b.WriteString(end)
		rows = append(rows, b.String())
	}
	return rows
}
