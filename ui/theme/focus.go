package theme

import "github.com/charmbracelet/x/ansi"

// Focused holds the inks of a focused row: everything in it is on the focus ground. An ink that would be invisible on that
// ground is replaced with the focus ink.
type Focused struct {
	Bar, Text, Bold   Ink // the bar before the row, its text, and what is bold in it
	Accent, Caution   Ink // chosen, and open
	Underline, Danger Ink
}

// OnFocus returns the inks of the row in focus. It is made when a theme is taken, not in View.
func (t *Theme) OnFocus() Focused {
	if !t.Colored() {
		return Focused{Bar: t.FocusBar, Text: t.Focus, Bold: t.FocusBold, Accent: t.FocusBold, Caution: t.FocusBold, Underline: t.Underline, Danger: t.FocusBold}
	}
	p, least := t.Palette, 4.5
	if t.Name == Contrast {
		least = 7
	}
	on := func(front string) ansi.Style {
		if contrast(front, p.Focus) < least {
			front = p.OnFocus
		}
		return ansi.Style{}.ForegroundColor(rgb(front)).BackgroundColor(rgb(p.Focus))
	}
	return Focused{
		Bar: ink(on(p.Accent)), Text: t.Focus, Bold: t.FocusBold, Accent: ink(on(p.Accent).Bold()), Caution: ink(on(p.Caution).Bold()),
		Underline: ink(on(p.OnFocus).Bold().Underline(true)), Danger: ink(on(p.Danger).Bold()),
	}
}

// contrast is the WCAG ratio of two colors.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(s string) float64 {
	r, g, b := hex(s).LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// Bars returns the inks of the steps of the pain scale as grounds, and the ground of a step not reached. Without colors they
// are empty, and shades distinguish the steps.
func (t *Theme) Bars() (reached [11]Ink, empty Ink) {
	if !t.Colored() {
		return reached, empty
	}
	ground := func(c string) Ink { return ink(ansi.Style{}.BackgroundColor(rgb(c))) }
	for i, c := range t.Palette.Steps() {
		reached[i] = ground(c)
	}
	return reached, ground(t.Palette.Faint)
}
