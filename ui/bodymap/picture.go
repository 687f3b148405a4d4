package bodymap

import (
	"strings"

	"knead/content"
	"knead/ui/frame"
	"knead/ui/theme"
)

// Picture is the figure from behind with some places lit up, for a screen that only shows it. It is the largest there is
// for the room; nil when none fits.
func Picture(l *content.Library, t *theme.Theme, width, height int, options ...string) []string {
	spots := map[rune]int{}
	for _, p := range l.Places {
		for _, o := range options {
			if p.Option == o {
				for _, letter := range p.Letter {
					spots[letter], spots[letter-'a'+'A'] = 0, 0
				}
			}
		}
	}
	var best *figure
	for _, f := range l.Figures {
		g := newFigure(f, func(letter rune) int {
			if _, ok := spots[letter]; ok {
				return 0
			}
			return nowhere
		})
		if g.artCols() <= width && g.rows <= height && (best == nil || g.rows > best.rows) {
			best = &g
		}
	}
	if best == nil {
		return nil
	}
	best.cols = best.artCols()
	return best.draw(&best.views[1], t, func(int) state { return chosen }, false, false)
}

// Pair is the figure from both sides, side by side, with what was chosen lit up and nothing in focus: the largest there is for
// the room; nil when none fits.
func (m Model) Pair(width, height int) []string {
	m.focus = -1
	everywhere := m.everywhere()
	of := func(spot int) state { return m.state(spot, everywhere) }
	for i := range m.all {
		f := m.all[i]
		f.cols = f.artCols()
		if f.rows+1 > height || 2*f.cols+pairGap > width {
			continue
		}
		rows := make([]string, f.rows+1)
		for side := range f.views {
			v := &f.views[side]
			lead := ""
			if side == 1 {
				lead = strings.Repeat(" ", pairGap)
			}
			first, last := v.headEnds(f.head)
			name := strings.Repeat(" ", max((first+last+1)/2-len(v.name)/2, 0)) + v.name
			rows[0] += lead + m.theme.Muted.Text(frame.Pad(name, f.cols))
			for y, row := range f.draw(v, m.theme, of, !everywhere, false) {
				rows[y+1] += lead + row
			}
		}
		return rows
	}
	return nil
}

const pairGap = 4

// artCols is the width of the figure without the words next to the head.
func (f *figure) artCols() int {
	w := 0
	for _, v := range f.views {
		for _, row := range v.cells {
			for x, c := range row {
				if c.spot != outside {
					w = max(w, x+1)
				}
			}
		}
	}
	return w
}
