package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"knead/guide/document"
	guidereport "knead/guide/report"
)

// archive is a figure file: the contents of its members, and the line on which each begins. A line "-- name --" begins a
// member; anything before the first is a comment. Trailing blanks are cut.
type archive struct {
	members map[string][]string
	lines   map[string]int
	order   []string
}

func readArchive(data string) archive {
	a := archive{members: map[string][]string{}, lines: map[string]int{}}
	name := ""
	for i, line := range strings.Split(strings.TrimRight(data, "\n"), "\n") {
		if rest, ok := strings.CutPrefix(line, "-- "); ok {
			if n, ok := strings.CutSuffix(rest, " --"); ok {
				name = n
				a.members[name], a.lines[name], a.order = nil, i+2, append(a.order, name)
				continue
			}
		}
		if name != "" {
			a.members[name] = append(a.members[name], strings.TrimRight(line, " "))
		}
	}
	return a
}

// members of a figure, in the order they are checked.
var views = []string{"front.art", "front.mask", "back.art", "back.mask"}

// readFigure reads the figure of one size. Every row is filled to one width, so that a cell is art[y][x] (a character) and
// mask[y][x] alike.
func (l *loader) readFigure(d decoder, id string, data []byte) {
	if id == picturesFile {
		l.readPictures(d, data)
		return
	}
	p := &place{file: d.file, layer: d.layer, fields: map[string]*place{}}
	size, ok := strings.CutPrefix(id, "figure-")
	if !ok {
		l.at(p, "is not a figure; name it after the window it is drawn for, such as figure-80x24.txtar")
		return
	}
	a := readArchive(string(data))
	width := 0
	for _, name := range views {
		if a.members[name] == nil {
			l.at(p, "has no member %s; use %s", name, strings.Join(views, ", "))
			return
		}
		p.fields[name] = &place{file: d.file, line: a.lines[name], column: 1, layer: d.layer}
		for _, row := range a.members[name] {
			width = max(width, utf8.RuneCountInString(row))
		}
	}
	view := func(side string) View {
		return View{Art: fill(a.members[side+".art"], width, " "), Mask: fill(a.members[side+".mask"], width, ".")}
	}
	l.lib.Figures = append(l.lib.Figures, Figure{Size: size, Front: view("front"), Back: view("back")})
	l.places.figures = append(l.places.figures, p)
}

func fill(rows []string, width int, with string) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = row + strings.Repeat(with, width-utf8.RuneCountInString(row))
	}
	return out
}

// Figure is the largest figure there is, for a body map on a page; the zero Figure when there is none.
func (l *Library) Figure() guidereport.Figure {
	if len(l.Figures) == 0 {
		return guidereport.Figure{}
	}
	f := slices.MaxFunc(l.Figures, func(a, b Figure) int { return len(a.Front.Art) - len(b.Front.Art) })
	out := guidereport.Figure{
		Front: document.BodySide{Name: "front", Left: "right", Right: "left", Art: f.Front.Art, Mask: f.Front.Mask},
		Back:  document.BodySide{Name: "back", Back: true, Left: "left", Right: "right", Art: f.Back.Art, Mask: f.Back.Mask},
	}
	for _, p := range l.Places {
		letter := []rune(p.Letter)[0]
		x := guidereport.FigurePlace{Left: letter, Right: letter, Option: p.Option, Within: p.Within}
		if p.Sided {
			x.Right = unicode.ToUpper(letter)
		}
		out.Places = append(out.Places, x)
	}
	return out
}
