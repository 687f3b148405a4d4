// Package theme holds colors, signs, and Markdown styles in four themes.
//
// [New] makes a [Theme] by name. Draw text with its inks, which are named by role (Text, Muted, Alarm), never with a color.
// Theme.Markdown renders Markdown with Glamour.
//
// The package knows no screen and asks no terminal: the caller chooses between dark and light.
package theme

import (
	"fmt"
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"

	"knead/guide/columns"
)

// Name is the name of a theme.
type Name string

// The themes. Auto can be read on any background; it is replaced by Dark or Light once the background is known. Plain uses weight
// and line only.
const (
	Auto     Name = "auto"
	Dark     Name = "dark"
	Light    Name = "light"
	Contrast Name = "contrast"
	Plain    Name = "plain"
)

// Names lists the themes that a person can choose, in the order in which the key goes through them.
func Names() []Name { return []Name{Dark, Light, Contrast, Plain} }

// Theme is every ink and sign. It is made once and shared read only.
type Theme struct {
	Name    Name
	Colors  int // that the terminal has: 16, 256, or 0 for as many as there are
	Palette Palette
	Signs   Signs

	Text, Bold, Muted, Faint   Ink
	Accent, AccentBold         Ink // yours: chosen, here, fits
	Focus, FocusBold, FocusBar Ink // the row in focus, and the bar before it
	OK, Caution, Ask, NotNow   Ink
	Danger, Alarm              Ink
	Found, FoundHere           Ink
	OwnBand, AskBand           Ink // the answer of a result
	Body, Chosen, Here         Ink // the figure
	BodyFill, ChosenFill       Ink // its full cells, painted as grounds
	BodyLine                   Ink // a line on them
	HereFill, ChosenMark       Ink
	Off                        Ink // hands off, on its full cells
	HereMark, Rule, Underline  Ink
	Scale                      [11]Ink
	base                       string
}

// New makes a theme. With ascii every sign is an ASCII character of the same width.
func New(name Name, ascii bool) *Theme { return NewIn(0, name, ascii) }

// NewIn makes a theme for a terminal with 16 or 256 colors; 0 is as many as there are.
func NewIn(colors int, name Name, ascii bool) *Theme {
	if name == "" {
		name = Auto
	}
	of := map[int]func(Name) Palette{0: palette, 256: indexed, 16: sixteen}
	t := paint(name, of[colors](name), ascii)
	t.Colors = colors
	return t
}

func paint(name Name, p Palette, ascii bool) *Theme {
	t := &Theme{Name: name, Palette: p, Signs: signs(ascii)}
	fg := func(hex string) ansi.Style {
		if hex == "" {
			return nil
		}
		return ansi.Style{}.ForegroundColor(rgb(hex))
	}
	on := func(front, back string) ansi.Style { return fg(front).BackgroundColor(rgb(back)) }
	if name == Plain {
		t.plain()
		return t
	}
	t.Text, t.Bold = ink(fg(p.Text)), ink(fg(p.Text).Bold())
	t.Muted, t.Faint, t.Rule = ink(fg(p.Muted)), ink(fg(p.Faint)), ink(fg(p.Faint))
	t.Accent, t.AccentBold = ink(fg(p.Accent)), ink(fg(p.Accent).Bold())
	t.Focus, t.FocusBold, t.FocusBar = ink(on(p.OnFocus, p.Focus)), ink(on(p.OnFocus, p.Focus).Bold()), ink(fg(p.Accent))
	t.OK, t.Caution, t.Ask, t.NotNow = ink(fg(p.OK)), ink(fg(p.Caution)), ink(fg(p.Ask)), ink(fg(p.NotNow))
	t.Danger, t.Alarm = ink(fg(p.Danger)), ink(on(p.OnAlarm, p.Alarm).Bold())
	t.Found, t.FoundHere = ink(on(p.OnFound, p.Found).Bold()), ink(on(p.OnFound, p.Found).Bold().Underline(true))
	t.OwnBand, t.AskBand = mark(p.OnBand, p.Band), mark(p.OnBandAsk, p.BandAsk)
	t.Body, t.Chosen, t.Here = ink(fg(p.Body)), ink(fg(p.Accent)), ink(fg(p.Here))
	// Blanks use the ink of the adjacent edges, so that only the ground is switched on and off between the two.
	t.BodyFill, t.ChosenFill, t.HereFill = ink(on(p.Body, p.Body)), ink(on(p.Accent, p.Accent)), ink(on(p.Here, p.Here))
	t.BodyLine = ink(on(p.Line, p.Body))
	t.ChosenMark, t.HereMark = mark(p.OnAccent, p.Accent), mark(inverse(p.Here), p.Here)
	t.Off = ink(on(p.Off, p.Body))
	t.Underline = ink(fg(p.Text).Bold().Underline(true))
	for i, c := range p.Steps() {
		t.Scale[i] = ink(fg(c))
	}
	if p.Ground != "" {
		t.base = on(p.Text, p.Ground).String()
	}
	return t
}

// plain leaves the terminal's own colors and says everything by weight, line and reverse.
func (t *Theme) plain() {
	none, bold := Ink{}, ink(ansi.Style{}.Bold())
	reverse, under := ink(ansi.Style{}.Reverse(true).Bold()), ink(ansi.Style{}.Bold().Underline(true))
	t.Text, t.Bold, t.Muted, t.Faint, t.Rule = none, bold, none, none, none
	t.Accent, t.AccentBold = bold, bold
	t.Focus, t.FocusBold, t.FocusBar = bold, bold, bold
	t.OK, t.Caution, t.Ask, t.NotNow, t.Danger = none, none, none, none, bold
	t.Alarm, t.Found, t.FoundHere, t.Underline = reverse, bold, under, under
	t.OwnBand, t.AskBand = bold, bold
	t.Body, t.Chosen, t.Here, t.ChosenMark, t.HereMark, t.Off = none, bold, bold, bold, bold, bold
}

// Colored reports whether the theme uses colors at all; without, the figure is drawn in shades.
func (t *Theme) Colored() bool { return t.Name != Plain }

// Steps are the eleven colors of the pain scale, lightness always moving one way.
func (p Palette) Steps() [11]string {
	var out [11]string
	if len(p.Scale) != 3 {
		copy(out[:], p.Scale)
		return out
	}
	low, mid, high := hex(p.Scale[0]), hex(p.Scale[1]), hex(p.Scale[2])
	for i := range out {
		if i <= 5 {
			out[i] = low.BlendRgb(mid, float64(i)/5).Hex()
		} else {
			out[i] = mid.BlendRgb(high, float64(i-5)/5).Hex()
		}
	}
	return out
}

// Screen finishes a frame: a theme with a ground of its own paints it on every cell of the window.
func (t *Theme) Screen(frame string, width int) string {
	if t.base == "" {
		return frame
	}
	lines := strings.Split(frame, "\n")
	for i, l := range lines {
		pad := max(0, width-columns.Width(l))
		l = strings.ReplaceAll(strings.ReplaceAll(l, "\x1b[0m", reset), reset, reset+t.base)
		lines[i] = t.base + l + strings.Repeat(" ", pad) + reset
	}
	return strings.Join(lines, "\n")
}

// FoundStyle paints a word that was searched for on cells that are styled already; the current one is underlined too.
func (t *Theme) FoundStyle(here bool) lipgloss.Style {
	s := lipgloss.NewStyle().Bold(true).Underline(here)
	if !t.Colored() {
		return s.Reverse(!here)
	}
	return s.Foreground(lipgloss.Color(t.Palette.OnFound)).Background(lipgloss.Color(t.Palette.Found))
}

// LinkStyle paints the link in focus.
func (t *Theme) LinkStyle() lipgloss.Style {
	if !t.Colored() {
		return lipgloss.NewStyle().Bold(true).Underline(true)
	}
	return lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color(t.Palette.OnFocus)).Background(lipgloss.Color(t.Palette.Focus))
}

// rgb is the color of a palette. One of the 240 that every terminal with 256 colors has is named by its number, which takes half the
// bytes.
func rgb(s string) color.Color {
	if n, ok := numbered(s); ok {
		return ansi.IndexedColor(n)
	}
	return lipgloss.Color(s)
}

// numbered is the number of a color among the fixed 240: a cube of six steps for each of red, green, and blue, and a row of grays.
func numbered(s string) (uint8, bool) {
	var r, g, b int
	if len(s) != len("#rrggbb") {
		return 0, false
	}
	if _, err := fmt.Sscanf(s, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return 0, false
	}
	if r == g && g == b && r%10 == 8 && r < 240 {
		return uint8(232 + r/10), true
	}
	const second, step = 0x5f, 40
	n := 0
	for _, c := range []int{r, g, b} {
		at := 0
		if c >= second {
			at = (c-second)/step + 1
		}
		if c != 0 && c != second+(at-1)*step {
			return 0, false
		}
		n = 6*n + at
	}
	return uint8(16 + n), true
}

func hex(s string) colorful.Color {
	c, err := colorful.Hex(s)
	if err != nil {
		return colorful.Color{}
	}
	return c
}

// mark is the ink of a sign on the figure. Bold makes it clearer, but gray where it is the black of sixteen colors.
func mark(front, back string) Ink {
	s := ansi.Style{}.ForegroundColor(rgb(front)).BackgroundColor(rgb(back))
	if front != "0" {
		s = s.Bold()
	}
	return ink(s)
}

// inverse is black or white, whichever reads on the color. Of sixteen colors, yellow and cyan are light.
func inverse(s string) string {
	switch {
	case s == "3" || s == "6":
		return "0"
	case !strings.HasPrefix(s, "#"):
		return "15"
	}
	const black, white = "#1c1c1c", "#ffffff"
	if contrast(black, s) > contrast(white, s) {
		return black
	}
	return white
}
