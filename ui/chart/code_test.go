package chart

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/ui/theme"
)

// A text is cut at blanks into numbered pieces that fit, and together say all of it.
func TestCut(t *testing.T) {
	words := builtin.Library().Pages[0].Body + " äöü漢字 without end " + strings.Repeat("x", 200)
	for room := 20; room < 700; room += 13 {
		for parts := 1; parts <= 60; parts++ {
			pieces := cut(words, room, parts)
			if pieces == nil {
				continue
			}
			var all string
			for i, p := range pieces {
				if len(p) > room {
					t.Fatalf("a piece of %d bytes in a room of %d", len(p), room)
				}
				if parts > 1 {
					lead := fmt.Sprintf("(%d/%d) ", i+1, parts)
					if !strings.HasPrefix(p, lead) {
						t.Fatalf("piece %d is %q", i, p)
					}
					p = strings.TrimPrefix(p, lead)
				}
				if !strings.Contains(words, p) {
					t.Fatalf("%q does not stand in the text", p)
				}
				all += p
			}
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if squeeze(all) != squeeze(words) {
				t.Fatalf("room %d: %q", room, all)
			}
			break
		}
	}
}

// What is drawn is the code, point for point, with its quiet border, in half blocks and in ASCII, with and without colors.
func TestDraw(t *testing.T) {
	codes := Encode("Knead: Things you can try yourself.", 200, 1)
	if len(codes) != 1 {
		t.Fatal("no code")
	}
	q := codes[0].q
	for _, th := range []*theme.Theme{theme.New(theme.Dark, false), theme.New(theme.Light, false), theme.New(theme.Plain, false), theme.New(theme.Dark, true), theme.New(theme.Plain, true)} {
		for _, inverse := range []bool{false, true} {
			for _, scale := range []int{1, 2, 3} {
				point := points(th, codes[0].Draw(th, scale, inverse))
				side := codes[0].Points() * scale
				for i := range side * side {
					column, row := i%side, i/side
					x, y := column/scale-quiet, row/scale-quiet
					black := x >= 0 && y >= 0 && x < q.Size && y < q.Size && q.Black(x, y)
					want := black != inverse
					if !th.Colored() {
						want = black == inverse // ink is light there, on most grounds
					}
					if point(column, row) != want {
						t.Fatalf("%s, ascii %v, inverse %v, scale %d: the point %d, %d is wrong", th.Name, th.Signs.ASCII, inverse, scale, x, y)
					}
				}
			}
		}
	}
}

// points reads a drawing back: whether there is ink at a point.
func points(th *theme.Theme, rows []string) func(x, y int) bool {
	if th.Signs.ASCII {
		return func(x, y int) bool {
			column, dark := 0, false
			for s := rows[y]; s != ""; {
				switch {
				case strings.HasPrefix(s, "\x1b[7m"):
					dark, s = true, s[4:]
				case strings.HasPrefix(s, "\x1b[27m"):
					dark, s = false, s[5:]
				case strings.HasPrefix(s, "\x1b"):
					s = s[strings.IndexByte(s, 'm')+1:]
				default:
					if column/2 == x {
						return dark || s[0] == '#'
					}
					column, s = column+1, s[1:]
				}
			}
			return false
		}
	}
	return func(x, y int) bool {
		switch []rune(ansi.Strip(rows[y/2]))[x] {
		case '█':
			return true
		case '▀':
			return y%2 == 0
		case '▄':
			return y%2 == 1
		}
		return false
	}
}
