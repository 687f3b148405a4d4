package ui

import (
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/content/builtin"
	"knead/guide/report"
)

// BenchmarkKey is a key press to its new view, on every screen: through the App, its frame included. The goal is a millisecond at
// 120 × 40, and two at 200 × 60.
func BenchmarkKey(b *testing.B) {
	for _, size := range [][2]int{{120, 40}, {200, 60}} {
		for _, s := range screens() {
			b.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], s.name), func(b *testing.B) {
				d := drive(b, saves(), size[0], size[1])
				s.open(d)
				keys := [2]string{"down", "up"}
				for i := 0; b.Loop(); i++ {
					d.keys(keys[i%2])
					_ = d.app.View()
				}
			})
		}
	}
}

// BenchmarkFirstScreen is the App from nothing to its first view, with the content there is and with ten times of it. What a
// start takes besides lies in the libraries, 17 ms and more: the goal is that ten times the content adds no tenth to that.
func BenchmarkFirstScreen(b *testing.B) {
	for name, l := range map[string]*content.Library{"all": builtin.Library(), "tenfold": tenfold(builtin.Library())} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				app := New(Options{Library: l, Guide: builtin.Guide, Purpose: report.Purpose})
				m, _ := app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
				_ = m.View()
			}
		})
	}
}

// tenfold is a library with ten of each page, therapy, warning and source.
func tenfold(l *content.Library) *content.Library {
	out := *l
	for range 9 {
		out.Pages = append(slices.Clip(out.Pages), l.Pages...)
		out.Knowledge.Therapies = append(slices.Clip(out.Knowledge.Therapies), l.Knowledge.Therapies...)
		out.Knowledge.RedFlags = append(slices.Clip(out.Knowledge.RedFlags), l.Knowledge.RedFlags...)
		out.Knowledge.Sources = append(slices.Clip(out.Knowledge.Sources), l.Knowledge.Sources...)
	}
	return &out
}
