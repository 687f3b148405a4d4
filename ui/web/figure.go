package web

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// point selects or clears the place and side of a letter of the figure, as the body map of the terminal does.
func (a *App) point(letter string) {
	q, ok := a.placeQuestion()
	for _, p := range a.Figure.Places {
		if !ok || letter != string(p.Left) && letter != string(p.Right) {
			continue
		}
		at, side := a.sideOf(p.Option)
		if side == nil {
			a.togglePlace(q, p.Option)
			return
		}
		left, right := at == bothSides || at == leftSide, at == bothSides || at == rightSide
		if letter == string(p.Left) {
			left = !left
		} else {
			right = !right
		}
		switch chosen := a.i.Answers()[q.ID].Has(p.Option); {
		case !left && !right:
			a.i = a.i.Answer(side.ID, guide.Answer{})
			a.togglePlace(q, p.Option)
			return
		case !chosen:
			a.togglePlace(q, p.Option)
		}
		now := leftSide
		if left && right {
			now = bothSides
		} else if right {
			now = rightSide
		}
		a.i = a.i.Answer(side.ID, guide.Answer{Options: []string{side.Options[now].ID}})
		return
	}
}

// The options of a question of sides, by their place.
const (
	noSide    = -1
	leftSide  = 0
	rightSide = 1
	bothSides = 2
)

func (a *App) placeQuestion() (guide.Asked, bool) {
	for _, q := range a.i.Questions() {
		if q.Role == knowledge.RolePlace {
			return q, true
		}
	}
	return guide.Asked{}, false
}

// sideOf returns which side of a place was chosen, and the question that asks for it; nil for a place without sides.
func (a *App) sideOf(place string) (int, *knowledge.Question) {
	for _, q := range a.Guide.WithRole(knowledge.RoleSide) {
		if len(q.Of) != 1 || q.Of[0] != place || len(q.Options) <= bothSides {
			continue
		}
		for at := range q.Options {
			if a.i.Answers()[q.ID].Has(q.Options[at].ID) {
				return at, q
			}
		}
		return noSide, q
	}
	return noSide, nil
}

func (a *App) togglePlace(q guide.Asked, option string) {
	old := a.i.Answers()[q.ID]
	options := slices.DeleteFunc(slices.Clone(old.Options), func(id string) bool { return id == option || id == knowledge.None })
	if !old.Has(option) {
		options = append(options, option)
	}
	a.i = a.i.Answer(q.ID, guide.Answer{Options: inOrder(q, options), Open: old.Open})
}

// pointed are the letters of the places that were chosen. A place whose side is not known is marked on both.
func (a *App) pointed(q guide.Asked) string {
	if q.Role != knowledge.RolePlace {
		return ""
	}
	var letters []rune
	for _, p := range a.Figure.Places {
		for _, option := range append([]string{p.Option}, p.Within...) {
			if !a.i.Answers()[q.ID].Has(option) {
				continue
			}
			at, _ := a.sideOf(option)
			if at != rightSide {
				letters = append(letters, p.Left)
			}
			if at != leftSide {
				letters = append(letters, p.Right)
			}
		}
	}
	return string(letters)
}

// figure draws the body from the front and from behind. It repeats the list below it, so readers of the screen do without.
func (w *writer) figure(q guide.Asked) {
	on := w.a.pointed(q)
	w.In("div", markup.Attrs{"class", "figures", "aria-hidden", "true"}, func() {
		for _, v := range w.a.views {
			w.In("figure", nil, func() {
				w.In("svg", markup.Attrs{"viewBox", v.box}, func() {
					for _, p := range v.places {
						w.place(p, on)
					}
				})
				w.In("figcaption", nil, func() {
					w.Put("span", v.Left)
					w.Put("b", v.Name)
					w.Put("span", v.Right)
				})
			})
		}
	})
}

func (w *writer) place(p drawnPlace, on string) {
	class := "rest"
	switch {
	case strings.ContainsRune(on, p.letter):
		class = "place on"
	case p.named:
		class = "place"
	}
	w.In("path", markup.Attrs{"class", class}.If(p.named, "data-do", "point:"+string(p.letter)).If(true, "d", p.outline), func() {})
}

// view is a side of the body as it is drawn.
type view struct {
	document.BodySide
	box    string
	places []drawnPlace
}

type drawnPlace struct {
	letter  rune
	named   bool // it can be pointed at
	outline string
}

// viewsOf finds the outlines of all places, once.
func viewsOf(f report.Figure) []view {
	var out []view
	for _, side := range []document.BodySide{f.Front, f.Back} {
		if len(side.Art) == 0 {
			continue
		}
		g := gridOf(side)
		v := view{BodySide: side, box: "-1 -1 " + strconv.Itoa(g.width+2) + " " + strconv.Itoa(2*g.height+2)}
		for _, letter := range g.letters {
			named := slices.ContainsFunc(f.Places, func(p report.FigurePlace) bool { return letter == p.Left || letter == p.Right })
			v.places = append(v.places, drawnPlace{letter, named, g.outline(letter)})
		}
		out = append(out, v)
	}
	return out
}

// grid is a side of the body as dots: a dot is a quarter of a cell of the art, one wide and two high.
type grid struct {
	width, height int
	dots          [][]rune // the letter of the place; 0 outside the body
	letters       []rune   // in the order in which they are met from the top
}

func gridOf(s document.BodySide) grid {
	g := grid{height: 2 * len(s.Art)}
	g.dots = make([][]rune, g.height)
	for y := range min(len(s.Art), len(s.Mask)) {
		art, mask := []rune(s.Art[y]), []rune(s.Mask[y])
		g.width = max(g.width, 2*len(art))
		for half := range 2 {
			row := make([]rune, 2*len(art))
			for x := range min(len(art), len(mask)) {
				filled := document.Quarters(art[x])
				if art[x] != ' ' && filled == 0 { // a line drawn on the body is body
					filled = 15
				}
				for column := range 2 {
					if filled>>(2*half+column)&1 == 1 {
						row[2*x+column] = mask[x]
						if !slices.Contains(g.letters, mask[x]) {
							g.letters = append(g.letters, mask[x])
						}
					}
				}
			}
			g.dots[2*y+half] = row
		}
	}
	return g
}

func (g grid) at(x, y int) rune {
	if y < 0 || y >= len(g.dots) || x < 0 || x >= len(g.dots[y]) {
		return 0
	}
	return g.dots[y][x]
}

type corner struct{ x, y int }

// outline is the edge of a place as a path. It runs through the middle of each step of the edge, so that stairs become curves.
func (g grid) outline(letter rune) string {
	next := map[corner][]corner{}
	var starts []corner
	edge := func(from, to corner) {
		next[from] = append(next[from], to)
		starts = append(starts, from)
	}
	for y := range g.dots {
		for x := range g.dots[y] {
			if g.dots[y][x] != letter {
				continue
			}
			a, b, c, d := corner{x, y}, corner{x + 1, y}, corner{x + 1, y + 1}, corner{x, y + 1}
			if g.at(x, y-1) != letter {
				edge(a, b)
			}
			if g.at(x+1, y) != letter {
				edge(b, c)
			}
			if g.at(x, y+1) != letter {
				edge(c, d)
			}
			if g.at(x-1, y) != letter {
				edge(d, a)
			}
		}
	}
	var path strings.Builder
	for _, start := range starts {
		var loop []corner
		for at := start; len(next[at]) > 0; {
			to := next[at][0]
			next[at] = next[at][1:]
			loop = append(loop, at)
			at = to
		}
		if len(loop) > 2 {
			path.WriteString(curve(loop))
		}
	}
	return path.String()
}

// curve goes around a loop. Each corner is moved toward its neighbors, so that stairs become slopes. Adjacent
// loops share corners, and so stay together.
func curve(loop []corner) string {
	const rounds, dot = 3, 2 // a dot is twice as high as wide
	points := make([][2]float64, len(loop))
	for i, c := range loop {
		points[i] = [2]float64{float64(c.x), dot * float64(c.y)}
	}
	for range rounds {
		moved := make([][2]float64, len(points))
		for i, p := range points {
			before, after := points[(i+len(points)-1)%len(points)], points[(i+1)%len(points)]
			for axis := range p {
				moved[i][axis] = (before[axis] + 2*p[axis] + after[axis]) / 4
			}
		}
		points = moved
	}
	var b strings.Builder
	for i, p := range points {
		b.WriteString([]string{"L", "M"}[order(i == 0)] + tenth(p[0]) + " " + tenth(p[1]))
	}
	return b.String() + "z"
}

func tenth(x float64) string { return strconv.FormatFloat(math.Round(10*x)/10, 'f', -1, 64) }
