package ui

import "testing"

// BenchmarkKey is a key press to its new view, on every screen at 120 × 40: through the App, its frame included. The goal is a
// millisecond.
func BenchmarkKey(b *testing.B) {
	for _, s := range screens() {
		b.Run(s.name, func(b *testing.B) {
			d := drive(b, saves(), 120, 40)
			s.open(d)
			keys := [2]string{"down", "up"}
			for i := 0; b.Loop(); i++ {
				d.keys(keys[i%2])
				_ = d.app.View()
			}
		})
	}
}
