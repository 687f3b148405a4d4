package chart

import (
	_ "embed"
	"strings"
)

// letters are the big letters: a line "=X" and then the rows of X, five dots wide as a rule, seven high, two more below the line.
//
//go:embed letters.txt
var letters string

const (
	onLine    = 7 // rows of dots from the top to the baseline
	belowLine = 2 // for the tails of letters such as g
)

// Font is big letters. Read one with [NewFont] and keep it.
type Font struct{ glyphs map[rune][]string }

// NewFont reads the letters.
func NewFont() Font {
	f := Font{map[rune][]string{}}
	var name rune
	for line := range strings.Lines(letters) {
		line = strings.TrimRight(line, "\r\n")
		if after, ok := strings.CutPrefix(line, "="); ok {
			name = ' '
			for _, r := range after {
				name = r
				break
			}
			continue
		}
		f.glyphs[name] = append(f.glyphs[name], line)
	}
	for r, rows := range f.glyphs {
		empty := strings.Repeat(".", len(rows[0]))
		for len(rows) < onLine+belowLine {
			rows = append(rows, empty)
		}
		f.glyphs[r] = rows
	}
	return f
}

// glyph is the letter, or a question mark for one that there is not.
func (f Font) glyph(r rune) []string {
	if g, ok := f.glyphs[r]; ok {
		return g
	}
	return f.glyphs['?']
}

// Has reports whether every letter of the text can be written.
func (f Font) Has(text string) bool {
	for _, r := range text {
		if _, ok := f.glyphs[r]; !ok {
			return false
		}
	}
	return true
}

// Width is how many columns the text takes in big letters; in Large ones it is twice that.
func (f Font) Width(text string) int {
	n := 0
	for _, r := range text {
		n += len(f.glyph(r)[0]) + 1
	}
	return max(n-1, 0)
}

// Big writes a text two rows of dots to a row of the terminal: four rows, or five where a letter goes below the line. Every row
// is as wide as Width says.
func (f Font) Big(text string) []string {
	dots := f.dots(text)
	if len(dots)%2 == 1 {
		dots = append(dots, strings.Repeat(".", f.Width(text)))
	}
	rows := make([]string, 0, len(dots)/2)
	for y := 0; y < len(dots); y += 2 {
		var b strings.Builder
		for x := range dots[y] {
			switch dots[y][x:x+1] + dots[y+1][x:x+1] {
			case "##":
				b.WriteRune('█')
			case "#.":
				b.WriteRune('▀')
			case ".#":
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		rows = append(rows, b.String())
	}
	return rows
}

// Large writes a text with a dot two columns wide and one row high: seven rows, or nine.
func (f Font) Large(text string) []string {
	rows := f.dots(text)
	for i, row := range rows {
		rows[i] = strings.NewReplacer("#", "██", ".", "  ").Replace(row)
	}
	return rows
}

// dots is the text in dots, without the rows below the line where no letter goes there.
func (f Font) dots(text string) []string {
	rows := make([]string, onLine+belowLine)
	deep := false
	for i, r := range []rune(text) {
		for y, row := range f.glyph(r) {
			if i > 0 {
				rows[y] += "."
			}
			rows[y] += row
			deep = deep || y >= onLine && strings.Contains(row, "#")
		}
	}
	if !deep {
		rows = rows[:onLine]
	}
	return rows
}
