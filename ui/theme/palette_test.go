package theme_test

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"

	"knead/ui/theme"
)

// grounds are what stands behind an ink that has no ground of its own. Dark and light leave the terminal's: the usual one
// first, then the palest and darkest in common use. Auto does not know it. The contrast theme paints its own.
func grounds(n theme.Name) []string {
	return map[theme.Name][]string{
		theme.Auto:     {"#ffffff", "#000000"},
		theme.Dark:     {"#16161e", "#000000", "#2e3440"},
		theme.Light:    {"#ffffff", "#fdfdf8", "#fdf6e3"},
		theme.Contrast: {theme.New(theme.Contrast, false).Palette.Ground},
	}[n]
}

// least is the contrast that words need: WCAG AA, and AAA in the contrast theme. Of the 256 fixed colors hardly one has that on
// black and on white, so there Auto has what WCAG asks of large words, and some more.
func least(th *theme.Theme) float64 {
	switch {
	case th.Name == theme.Contrast:
		return 7
	case th.Name == theme.Auto && th.Colors == 256:
		return 3.8
	}
	return 4.5
}

// leastShape is the contrast that WCAG asks of shapes that mean something, such as the figure.
const leastShape = 3

func eachColored(t *testing.T, test func(*testing.T, *theme.Theme)) {
	for _, n := range []theme.Name{theme.Auto, theme.Dark, theme.Light, theme.Contrast} {
		t.Run(string(n), func(t *testing.T) { test(t, theme.New(n, false)) })
		t.Run(string(n)+" in 256 colors", func(t *testing.T) { test(t, theme.NewIn(256, n, false)) })
	}
}

// TestEveryInkCanBeRead looks at each ink of a theme as the terminal gets it, so that an ink that is added is looked at too.
func TestEveryInkCanBeRead(t *testing.T) {
	shapes := map[string]bool{"Body": true, "Here": true, "Chosen": true, "Off": true}
	decoration := map[string]bool{
		"Faint": true, "Rule": true, // rules, and a screen under a dialog: never words to be read
		"BodyFill": true, "ChosenFill": true, "HereFill": true, // blanks with a ground: their ink shows nowhere
		"BodyLine": true, // the spine of the figure
	}
	eachColored(t, func(t *testing.T, th *theme.Theme) {
		seen := 0
		for name, ink := range inks(*th) {
			if decoration[name] || strings.HasPrefix(name, "Scale") {
				continue
			}
			front, ground := colors(t, ink)
			if front == "" && th.Name == theme.Auto && ground == "" {
				continue // the terminal's own
			}
			if front == "" {
				t.Errorf("%s has no color", name)
				continue
			}
			seen++
			if ground != "" {
				need := least(th)
				if shapes[name] {
					need = leastShape
				}
				atLeast(t, name, front, ground, need)
				continue
			}
			for i, ground := range grounds(th.Name) {
				switch {
				case !shapes[name]:
					atLeast(t, name, front, ground, least(th))
				case i == 0 || th.Name == theme.Auto:
					atLeast(t, name, front, ground, leastShape)
				}
			}
		}
		if seen < 15 {
			t.Errorf("only %d inks were looked at", seen)
		}
	})
}

func TestFocusRowCanBeRead(t *testing.T) {
	eachColored(t, func(t *testing.T, th *theme.Theme) {
		for name, ink := range inks(th.OnFocus()) {
			front, ground := colors(t, ink)
			if ground != th.Palette.Focus {
				t.Errorf("%s stands on %s, not on the focus ground", name, ground)
				continue
			}
			atLeast(t, name, front, ground, least(th))
		}
	})
}

// TestStylesForMarkdownCanBeRead covers the colors that are handed to Lip Gloss and Bubbles, not kept as inks.
func TestStylesForMarkdownCanBeRead(t *testing.T) {
	eachColored(t, func(t *testing.T, th *theme.Theme) {
		for name, styled := range map[string]string{
			"found":    th.FoundStyle(false).Render("x"),
			"foundNow": th.FoundStyle(true).Render("x"),
			"link":     th.LinkStyle().Render("x"),
		} {
			front, ground := split(styled)
			if ground != "" {
				atLeast(t, name, front, ground, least(th))
				continue
			}
			if front == "" && th.Name == theme.Auto {
				continue // the terminal's own
			}
			for _, ground := range grounds(th.Name) {
				atLeast(t, name, front, ground, least(th))
			}
		}
	})
}

// TestScale checks that pain reads in gray as well: lightness moves one way, away from the ground, in eleven steps.
func TestScale(t *testing.T) {
	eachColored(t, func(t *testing.T, th *theme.Theme) {
		steps := th.Palette.Steps()
		first, last := lab(steps[0], usualSight)[0], lab(steps[10], usualSight)[0]
		for i, step := range steps {
			if front, _ := colors(t, th.Scale[i]); front != step {
				t.Errorf("ink %d is %s, the palette says %s", i, front, step)
			}
			atLeast(t, fmt.Sprintf("scale %d", i), step, grounds(th.Name)[0], leastShape)
			if th.Name == theme.Auto {
				atLeast(t, fmt.Sprintf("scale %d", i), step, grounds(th.Name)[1], leastShape)
			}
			if i == 0 || th.Name == theme.Auto && th.Colors == 256 && step == steps[i-1] {
				continue
			}
			before, now := lab(steps[i-1], usualSight)[0], lab(step, usualSight)[0]
			if (now-before)*(last-first) <= 0 {
				t.Errorf("from %d to %d lightness goes from %.1f to %.1f, the scale from %.1f to %.1f", i-1, i, before, now, first, last)
			}
		}
		if contrast(steps[10], grounds(th.Name)[0]) < contrast(steps[0], grounds(th.Name)[0]) {
			t.Error("the worst pain is paler than none")
		}
	})
}

// TestVerdictsDifferForEveryEye checks that no two verdicts look alike, whatever hues a person can tell apart: the distance
// in CIE L*a*b* of what is left of them, where below ten is hard to see.
func TestVerdictsDifferForEveryEye(t *testing.T) {
	eachColored(t, func(t *testing.T, th *theme.Theme) {
		p := th.Palette
		verdicts := []struct{ name, color string }{{"ok", p.OK}, {"caution", p.Caution}, {"ask", p.Ask}, {"not now", p.NotNow}}
		for sight, matrix := range sights() {
			for i, a := range verdicts {
				for _, b := range verdicts[:i] {
					if a.color == "" || b.color == "" {
						continue // the terminal's own
					}
					if d := distance(lab(a.color, matrix), lab(b.color, matrix)); d < 10 {
						t.Errorf("%s: %s and %s are %.1f apart", sight, a.name, b.name, d)
					}
				}
			}
		}
	})
}

func TestPlainHasNoColor(t *testing.T) {
	th := theme.New(theme.Plain, false)
	all := inks(*th)
	for name, ink := range inks(th.OnFocus()) {
		all["focus "+name] = ink
	}
	for name, ink := range all {
		if front, ground := split(ink.Text("x")); front != "" || ground != "" {
			t.Errorf("%s is colored: %q", name, ink.Text("x"))
		}
	}
}

// TestContrast checks the measure itself with pairs whose ratio is known.
func TestContrast(t *testing.T) {
	for _, known := range []struct {
		a, b string
		want float64
	}{{"#ffffff", "#000000", 21}, {"#777777", "#ffffff", 4.48}, {"#dfe1e6", "#16161e", 13.7}, {"#66cdf0", "#66cdf0", 1}} {
		if got := contrast(known.a, known.b); math.Abs(got-known.want) > 0.05 {
			t.Errorf("%s on %s: %.2f, want %.2f", known.a, known.b, got, known.want)
		}
	}
	if got := lab("#ffffff", usualSight)[0]; math.Abs(got-100) > 0.1 {
		t.Errorf("white has lightness %.2f", got)
	}
}

func atLeast(t *testing.T, name, front, ground string, want float64) {
	t.Helper()
	if got := contrast(front, ground); got < want {
		t.Errorf("%s: %s on %s has a contrast of %.2f, %.1f is needed", name, front, ground, got, want)
	}
}

// In a terminal with 256 colors the program's colors are among them, so that what is tested here is what is seen.
func TestIndexedColorsOnly(t *testing.T) {
	for _, n := range theme.Names() {
		th := theme.NewIn(256, n, false)
		p := reflect.ValueOf(th.Palette)
		var all []string
		for _, field := range p.Fields() {
			switch v := field.Interface().(type) {
			case string:
				all = append(all, v)
			case []string:
				all = append(all, v...)
			}
		}
		for _, c := range all {
			if c == "" {
				continue
			}
			r, g, b, _ := ansi.Convert256(lipgloss.Color(c)).RGBA()
			if got := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8); got != c {
				t.Errorf("%s: %s is none of the 256 colors, the nearest is %s", n, c, got)
			}
		}
	}
}

// In a terminal with sixteen colors nothing is left to a guess of which of them is nearest.
func TestSixteenColorsOnly(t *testing.T) {
	sgr := regexp.MustCompile(`\x1b\[([0-9;]*)m`)
	for _, n := range theme.Names() {
		th := theme.NewIn(16, n, false)
		found := inks(*th)
		for name, ink := range inks(th.OnFocus()) {
			found["focus "+name] = ink
		}
		for name, ink := range found {
			for _, m := range sgr.FindAllStringSubmatch(ink.Text("x"), -1) {
				for code := range strings.SplitSeq(m[1], ";") {
					if code == "38" || code == "48" {
						t.Errorf("%s: %s is %q", n, name, ink.Text("x"))
					}
				}
			}
		}
		source := []byte("# A\n\n## B\n\n[c](d) **e**")
		if text, err := th.Prose(source, parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...), parser.WithInlineParsers(parser.DefaultInlineParsers()...)).Parse(gmtext.NewReader(source))); err != nil || text == "" || strings.Contains(text, "38;2") {
			t.Errorf("%s: a page is %q, %v", n, text, err)
		}
	}
}

// console is how a terminal shows the sixteen colors, as it comes.
type console struct {
	name   string
	colors [16]string
	bright bool // bold words are in the bright color of the pair
	black  bool // it is known to be black
}

var consoles = []console{
	{"xterm", [16]string{
		"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
		"#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
	}, true, false},
	{"the console of Linux", [16]string{
		"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
		"#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
	}, true, true},
	{"GNOME", [16]string{
		"#171421", "#c01c28", "#26a269", "#a2734c", "#12488b", "#a347ba", "#2aa1b3", "#d0cfcc",
		"#5e5c64", "#f66151", "#33da7a", "#e9ad0c", "#2a7bde", "#c061cb", "#33c7de", "#ffffff",
	}, false, false},
}

// With sixteen colors no word disappears, on black or on white, as cyan does on white in xterm.
func TestSixteenColorsCanBeRead(t *testing.T) {
	decoration := map[string]bool{"Faint": true, "Rule": true, "BodyLine": true, "BodyFill": true, "ChosenFill": true, "HereFill": true, "Body": true}
	for _, n := range []theme.Name{theme.Auto, theme.Dark, theme.Light} {
		th := theme.NewIn(16, n, false)
		all := inks(*th)
		for name, ink := range inks(th.OnFocus()) {
			all["focus "+name] = ink
		}
		for name, ink := range all {
			if decoration[name] {
				continue
			}
			for _, c := range consoles {
				front, ground := c.show(ink)
				if front == "" && ground == "" || n == theme.Auto && c.black {
					continue // the terminal's own color, or a ground that is known
				}
				on := []string{ground}
				if ground == "" {
					on = map[theme.Name][]string{theme.Auto: {"#000000", "#ffffff"}, theme.Dark: {"#000000"}, theme.Light: {"#ffffff"}}[n]
				}
				for _, ground := range on {
					if got := contrast(front, ground); got < 3 {
						t.Errorf("%s in %s: %s is %s on %s, a contrast of %.2f", n, c.name, name, front, ground, got)
					}
				}
			}
		}
	}
}

// show returns the colors of an ink in a console; "" is the console's own.
func (c console) show(ink theme.Ink) (front, ground string) {
	open, _, _ := strings.Cut(ink.Text("x"), "mx")
	bold, number := false, -1
	for _, code := range strings.Split(strings.TrimPrefix(open, "\x1b["), ";") {
		switch n, err := strconv.Atoi(code); {
		case err != nil:
		case n == 1:
			bold = true
		case n >= 30 && n <= 37:
			number = n - 30
		case n >= 90 && n <= 97:
			number = n - 90 + 8
		case n >= 40 && n <= 47:
			ground = c.colors[n-40]
		case n >= 100 && n <= 107:
			ground = c.colors[n-100+8]
		}
	}
	if number < 0 {
		return "", ground
	}
	if bold && c.bright && number < 8 {
		number += 8
	}
	return c.colors[number], ground
}

// inks are the fields of a struct that are inks, by name.
func inks(of any) map[string]theme.Ink {
	found := map[string]theme.Ink{}
	v := reflect.ValueOf(of)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if !v.Type().Field(i).IsExported() {
			continue
		}
		switch f := v.Field(i).Interface().(type) {
		case theme.Ink:
			found[name] = f
		case [11]theme.Ink:
			for i, ink := range f {
				found[name+strconv.Itoa(i)] = ink
			}
		}
	}
	return found
}

func colors(t *testing.T, ink theme.Ink) (front, ground string) {
	t.Helper()
	return split(ink.Text("x"))
}

var (
	trueColor = regexp.MustCompile(`([34])8[;:]2[;:]+(\d+)[;:](\d+)[;:](\d+)`)
	numbered  = regexp.MustCompile(`([34])8[;:]5[;:](\d+)`)
)

// split finds the two colors in what goes to the terminal.
func split(styled string) (front, ground string) {
	styled = numbered.ReplaceAllStringFunc(styled, func(s string) string {
		m := numbered.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		r, g, b, _ := ansi.IndexedColor(n).RGBA()
		return fmt.Sprintf("%s8;2;%d;%d;%d", m[1], r>>8, g>>8, b>>8)
	})
	for _, m := range trueColor.FindAllStringSubmatch(styled, -1) {
		c := "#"
		for _, part := range m[2:] {
			n, _ := strconv.Atoi(part)
			c += fmt.Sprintf("%02x", n)
		}
		if m[1] == "3" {
			front = c
		} else {
			ground = c
		}
	}
	return front, ground
}

// linear is a color's light: red, green and blue from 0 to 1 without gamma.
func linear(color string) [3]float64 {
	var out [3]float64
	for i := range out {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			panic(err)
		}
		out[i] = float64(n) / 255
		if out[i] <= 0.04045 {
			out[i] /= 12.92
		} else {
			out[i] = math.Pow((out[i]+0.055)/1.055, 2.4)
		}
	}
	return out
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b string) float64 {
	luminance := func(c string) float64 {
		l := linear(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

type matrix [3][3]float64

var usualSight = matrix{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}

// sights say what is left of the light for three kinds of eyes (Machado, Oliveira and Fernandes 2009, full severity).
func sights() map[string]matrix {
	return map[string]matrix{
		"usual sight":  usualSight,
		"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
		"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	}
}

// lab is a color in CIE L*a*b* under daylight, as such an eye sees it.
func lab(color string, sight matrix) [3]float64 {
	source := linear(color)
	var c [3]float64
	for i, row := range sight {
		c[i] = min(1, max(0, row[0]*source[0]+row[1]*source[1]+row[2]*source[2]))
	}
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x := f((.4124*c[0] + .3576*c[1] + .1805*c[2]) / .95047)
	y := f(.2126*c[0] + .7152*c[1] + .0722*c[2])
	z := f((.0193*c[0] + .1192*c[1] + .9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// A color that terminals know by number is written by its number, and that number is the color.
func TestNumberedColors(t *testing.T) {
	th := *theme.New(theme.Dark, false)
	for name, want := range map[string]theme.Ink{"38;5;254": th.Text, "38;5;248": th.Muted, "38;5;231;48;5;231": th.HereFill, "38;5;242;48;5;242": th.BodyFill} {
		if got := want.Text("x"); !strings.Contains(got, name) {
			t.Errorf("%q lacks %s", got, name)
		}
	}
	if front, ground := split(th.HereFill.Text("x")); front != th.Palette.Here || ground != th.Palette.Here {
		t.Errorf("the focus is %s on %s, not %s", front, ground, th.Palette.Here)
	}
	if got := th.Accent.Text("x"); !strings.Contains(got, "38;2;102;205;240") {
		t.Errorf("%q is another color than %s", got, th.Palette.Accent)
	}
}
