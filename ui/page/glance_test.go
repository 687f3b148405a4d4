package page_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide/document"
	"knead/ui/frame"
	"knead/ui/page"
	"knead/ui/theme"
)

var deep = document.Glance{
	Picture: document.Picture{Words: "Lying down", Art: []string{"  ▗██", "▀▀▀▀▀▀"}, Mask: []string{"..hhh.", "tttttt"}},
	Facts: []document.Fact{
		{Label: "Pressure", Words: "firm to deep", Gauge: document.PressureGauge, From: 3, To: 4},
		{Label: "Effort", Words: "little", Gauge: document.EffortGauge, From: 1, To: 1},
		{Label: "Cost", Words: "high", Gauge: document.CostGauge, To: 3},
		{Label: "Try", Words: "4 to 6 sessions"},
	},
	Session: []document.Step{{Text: "Talk"}, {Text: "Slow, deep work", Hands: true}, {Text: "Rest"}},
}

func glance(width int, t *theme.Theme) page.Page {
	d := document.Document{Sections: []document.Section{{Blocks: []document.Block{deep}}}}
	return page.Render(page.Key{Width: width}, d, false, t)
}

// Picture, facts, and the line of a session have their places by width, and all the words are there without a picture.
func TestGlanceByWidth(t *testing.T) {
	ascii := theme.New(theme.Plain, true)
	for _, c := range []struct {
		theme *theme.Theme
		width int
		want  string
	}{
		{dark, 48, `
        Pressure . . . ▆ █ firm to deep
        Effort   ▄▄ ▁▁ ▁▁  little
  ▗██   Cost     $$$       high
▀▀▀▀▀▀  Try      4 to 6 sessions
Position: Lying down

A session, step by step
●───────────────●━━━━━━━━━━━━━━━●───────────────
Talk            Slow, deep work Rest`},
		{dark, 30, `
  ▗██
▀▀▀▀▀▀

Pressure . . . ▆ █
         firm to deep
Effort   ▄▄ ▁▁ ▁▁  little
Cost     $$$       high
Try      4 to 6 sessions
Position: Lying down

A session, step by step
●─────────●━━━━━━━━━●─────────
1. Talk
2. Slow, deep work (hands on)
3. Rest`},
		{ascii, 22, `
Pressure: firm to deep
Effort: little
Cost: high
Try: 4 to 6 sessions
Position: Lying down

A session, step by
step
●──────●━━━━━━●───────
1. Talk
2. Slow, deep work
   (hands on)
3. Rest`},
	} {
		if got := "\n" + plain(glance(c.width, c.theme).Rows); got != c.want {
			t.Errorf("%d columns wide it is%s\nand not%s", c.width, got, c.want)
		}
	}
}

// Every therapy has its picture, its facts, and its session at every width, and no row is too wide.
func TestGlanceOfAllPages(t *testing.T) {
	lib := builtin.Library()
	found := 0
	for i := range lib.Pages {
		for _, s := range lib.Pages[i].Top {
			g, ok := s.Blocks[0].(document.Glance)
			if !ok {
				continue
			}
			found++
			for width := 20; width <= 200; width += 4 {
				d := page.Render(page.Key{Width: width}, document.Document{Sections: []document.Section{s}}, false, dark)
				for _, row := range d.Rows {
					if frame.Width(row) > width {
						t.Fatalf("%s at %d: a row of %d: %s", lib.Pages[i].ID, width, frame.Width(row), ansi.Strip(row))
					}
				}
				all := letters(strings.Join(d.Plain, " "))
				for _, f := range g.Facts {
					if !strings.Contains(all, letters(f.Label)) {
						t.Errorf("%s at %d lacks %s", lib.Pages[i].ID, width, f.Label)
					}
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d pages have a glance", found)
	}
}
