//go:build linux || darwin

package ui_test

import (
	"fmt"
	"image/color"
	"testing"
	"unicode"

	"github.com/lucasb-eyer/go-colorful"

	"knead/ui/termtest"
	"knead/ui/theme"
)

// In a terminal that does not tell its background every word can be read, whether that is black or white.
func TestUnknownBackgroundCanBeRead(t *testing.T) {
	t.Parallel()
	for _, light := range []bool{false, true} {
		for name, open := range everyScreen {
			t.Run(fmt.Sprint(map[bool]string{false: "dark ", true: "light "}[light], name), func(t *testing.T) {
				t.Parallel()
				s := start(t, termtest.Options{Mute: true, Light: light})
				open(session{s.Terminal, t})
				for _, c := range s.Cells() {
					if r := []rune(c.Text)[0]; !unicode.IsLetter(r) && !unicode.IsDigit(r) {
						continue
					}
					if got := contrast(c.Front, c.Back); got < 3.8 {
						t.Fatalf("%q in column %d, row %d has a contrast of %.2f:\n%s", c.Text, c.Column, c.Row, got, s.Screen())
					}
				}
				s.Press("ctrl+c")
				s.Restored()
			})
		}
	}
}

// contrast is the WCAG ratio of two colors.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		c1, _ := colorful.MakeColor(c)
		r, g, b := c1.LinearRgb()
		return 0.2126*r + 0.7152*g + 0.0722*b
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// painted waits until the program's name is in the color of a theme.
func (s session) painted(name theme.Name) {
	s.t.Helper()
	s.WaitCells("the "+string(name)+" theme", func(cells []termtest.Cell) bool {
		if len(cells) == 0 {
			return false
		}
		got, _ := colorful.MakeColor(cells[0].Front)
		return cells[0].Text == "K" && got.Hex() == theme.New(name, false).Palette.Accent
	})
}

// The terminal's answer counts most, then COLORFGBG, in which the background is last.
func TestBackground(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		o    termtest.Options
		env  string
		want theme.Name
	}{
		{termtest.Options{Mute: true}, "", theme.Auto},
		{termtest.Options{Mute: true}, "COLORFGBG=0;15", theme.Light},
		{termtest.Options{Mute: true}, "COLORFGBG=0;7", theme.Light},
		{termtest.Options{Mute: true}, "COLORFGBG=15;0", theme.Dark},
		{termtest.Options{Mute: true}, "COLORFGBG=7;default;8", theme.Dark},
		{termtest.Options{Mute: true}, "COLORFGBG=default;default", theme.Auto},
		{termtest.Options{Mute: true}, "COLORFGBG=15", theme.Auto},
		{termtest.Options{Light: true}, "COLORFGBG=15;0", theme.Light},
		{termtest.Options{}, "COLORFGBG=0;15", theme.Dark},
		{termtest.Options{Light: true}, "", theme.Light},
	} {
		t.Run(fmt.Sprintf("%+v %s", c.o, c.env), func(t *testing.T) {
			t.Parallel()
			c.o.Env = []string{c.env}
			s := start(t, c.o)
			s.WaitFor("Start", "offline")
			s.painted(c.want)
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// When the terminal changes from dark to light and says so, Knead follows.
func TestBackgroundIsFollowed(t *testing.T) {
	t.Parallel()
	s := start(t, termtest.Options{})
	s.WaitFor("Start", "offline")
	s.painted(theme.Dark)
	for _, light := range []bool{true, false, true} {
		s.Light(light)
		s.painted(map[bool]theme.Name{false: theme.Dark, true: theme.Light}[light])
	}
	s.Press("ctrl+c")
	s.Restored()
}
