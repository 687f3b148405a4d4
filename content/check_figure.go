package content

import (
	"slices"
	"strings"
	"unicode"

	"knead/guide"
	"knead/guide/knowledge"
)

// checkFigures checks the letters of the figure, and that the masks of every size cover the art.
func (l *loader) checkFigures() {
	if len(l.lib.Figures) == 0 {
		l.at(l.whole("body"), "holds no figure; add one such as figure-80x24.txtar")
	}
	var where []string
	for _, q := range l.lib.Knowledge.Questions {
		for _, o := range q.Options {
			if q.Role == knowledge.RolePlace && o.ID != knowledge.None {
				where = append(where, o.ID)
			}
		}
	}
	letters := map[rune]Place{}
	for i, x := range l.lib.Places {
		p := l.places.letters[i]
		r := []rune(x.Letter + " ")[0]
		if len(x.Letter) != 1 || !unicode.IsLower(r) {
			l.at(p.field("letter"), "%s is not a mask letter; use one lower-case letter", quoted(x.Letter))
		}
		if x.Option != "" && !slices.Contains(where, x.Option) {
			l.at(p.field("option"), "%s is not an option of the question of places; %s", quoted(x.Option), guide.Nearest(x.Option, where))
		}
		for _, w := range x.Within {
			if !slices.Contains(where, w) {
				l.at(p.field("within"), "%s is not an option of the question of places; %s", quoted(w), guide.Nearest(w, where))
			}
		}
		letters[r] = x
	}
	for i := range l.lib.Figures {
		f, p := &l.lib.Figures[i], l.places.figures[i]
		drawn := map[rune]bool{}
		l.checkMask(f.Front, p.field("front.art"), p.field("front.mask"), letters, drawn)
		l.checkMask(f.Back, p.field("back.art"), p.field("back.mask"), letters, drawn)
		for r, x := range letters {
			if !drawn[r] || x.Sided && !drawn[unicode.ToUpper(r)] {
				l.at(&place{file: p.file}, "the place %c (%s) is on no view, or on one side only", r, shown(x.Name))
			}
		}
	}
}

// checkMask checks one view, cell by cell.
func (l *loader) checkMask(v View, art, mask *place, letters map[rune]Place, drawn map[rune]bool) {
	if len(v.Art) != len(v.Mask) {
		l.at(mask, "the mask has %d rows, the art %d", len(v.Mask), len(v.Art))
	}
	for y := range min(len(v.Art), len(v.Mask)) {
		row := []rune(v.Art[y])
		for x, m := range []rune(v.Mask[y]) {
			at := &place{file: mask.file, line: mask.line + y, column: x + 1}
			place, known := letters[unicode.ToLower(m)]
			switch {
			case m == '.' && row[x] != ' ':
				l.at(at, "the mask leaves out %q, which is drawn in line %d; name its place, or - for none", row[x], art.line+y)
			case m != '.' && row[x] == ' ':
				l.at(at, "the mask has %s where nothing is drawn (line %d)", quoted(string(m)), art.line+y)
			case m != '.' && m != '-' && !known:
				l.at(at, "%s is not a letter of places.yaml; use %s", quoted(string(m)), letterList(letters))
			case unicode.IsUpper(m) && !place.Sided:
				l.at(at, "%s has no sides; write a small %c", shown(place.Name), unicode.ToLower(m))
			}
			drawn[m] = true
		}
	}
}

func letterList(letters map[rune]Place) string {
	var names []string
	for r := range letters {
		names = append(names, string(r))
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}
