package chart_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/columns"
	"knead/guide/document"
	"knead/ui/chart"
	"knead/ui/theme"
)

func plain() chart.Inks {
	th := theme.New(theme.Plain, false)
	return chart.In(th, th.OK)
}

func known(at float64) document.Meter { return document.Meter{Known: true, At: at} }

func TestCharts(t *testing.T) {
	in := plain()
	for _, test := range []struct{ name, got, want string }{
		{"nothing known", chart.Meter(document.Meter{}, 21, in), "  │    ·    ·     ·  "},
		{"no benefit", chart.Meter(known(0), 21, in), "  ●    ·    ·     ·  "},
		{"a little", chart.Meter(known(7.5), 21, in), "  │    ●    ·     ·  "},
		{"clear", chart.Meter(known(15), 21, in), "  │    ·    ●     ·  "},
		{"large", chart.Meter(known(24), 21, in), "  │    ·    ·     ●  "},
		{"results differ", chart.Meter(document.Meter{Known: true, At: 15, Differ: true}, 21, in), "  │    ·    ○     ·  "},
		{"an interval", chart.Meter(document.Meter{Known: true, At: 12, Interval: true, Low: 6, High: 18}, 31, in), "   │     ━━━━━━●━━━━━━     ·   "},
		{"an interval down to a loss", chart.Meter(document.Meter{Known: true, At: 4, Interval: true, Low: -8, High: 16}, 21, in), "←━━━━●━━━━━━━━    ·  "},
		{"an interval past the end", chart.Meter(document.Meter{Known: true, At: 24, Interval: true, Low: 12, High: 40}, 21, in), "  │    ·  ━━━━━━━━●━→"},
		{"axis", chart.Axis(40, theme.Ink{}), "  none    a little   clear       large  "},
		{"axis in little room", chart.Axis(21, theme.Ink{}), "no little clear large"},
		{"axis in less", chart.Axis(13, theme.Ink{}), "none    large"},
		{"very low", chart.Certainty(1, in), "■□□□"},
		{"high", chart.Certainty(4, in), "■■■■"},
		{"not rated", chart.Certainty(0, in), "····"},
		{"effort", chart.Amount(2, 3, in), "▄▄ ▄▄ ▁▁"},
		{"no pressure", chart.Pressure(0, 0, in), "▁ . . . ."},
		{"firm to deep", chart.Pressure(3, 4, in), ". . . ▆ █"},
		{"cost", chart.Cost(2, in), "$$·"},
		{"free", chart.Cost(0, in), "···"},
		{"tries", chart.Tries(4, 6, 20, in), "●─●─●─●─○─○─┤"},
		{"too many tries", chart.Tries(8, 12, 20, in), ""},
		{"weeks", chart.Weeks(4, 6, 12, in), "▁▁▁▁▁▁▄▄▄▄▄▄▁▁▁▁▁▁▁▁▁▁▁▁"},
		{"weeks past the end", chart.Weeks(4, 60, 6, in), "▁▁▁▁▁▁▄▄▄▄▄▄"},
		{"points", chart.Points(2.5, 24, 40, in), "▄▄▄▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁"},
		{"points in little room", chart.Points(50, 100, 10, in), "▄▄▄▄▄▁▁▁▁▁"},
		{"points of nothing", chart.Points(50, 0, 10, in), ""},
		{"session", chart.Session([]bool{false, true, true, false}, 20, in), "●────●━━━━●━━━━●────"},
		{"no session", chart.Session(nil, 20, in), ""},
	} {
		if test.got != test.want {
			t.Errorf("%s:\n%q\nwanted\n%q", test.name, test.got, test.want)
		}
	}
}

// TestNoLineWithoutAnInterval holds that whatever a meter marks, only the interval of a source draws a line.
func TestNoLineWithoutAnInterval(t *testing.T) {
	in := plain()
	for width := range 80 {
		for at := -50.0; at <= 120; at += 2.5 {
			for _, differ := range []bool{false, true} {
				m := document.Meter{Known: true, At: at, Differ: differ, Low: at - 9, High: at + 9} // ends alone are no interval
				if got := chart.Meter(m, width, in); strings.ContainsAny(got, "━←→─") {
					t.Fatalf("%v in %d columns: %q", m, width, got)
				}
				m.Interval = true
				if got := chart.Meter(m, width, in); width > 30 && at > 0 && at < 24 && !strings.Contains(got, "━") {
					t.Fatalf("%v in %d columns has no line: %q", m, width, got)
				}
			}
		}
	}
}

// TestWidths holds that every picture is as wide as was asked for, in every theme, so that columns stay columns; and that color
// says nothing that the signs do not.
func TestWidths(t *testing.T) {
	without := plain()
	for _, name := range []theme.Name{theme.Auto, theme.Dark, theme.Light, theme.Contrast, theme.Plain} {
		th := theme.New(name, false)
		in := chart.In(th, th.OK)
		for width := 1; width < 70; width++ {
			m := document.Meter{Known: true, At: 12, Interval: true, Low: 3, High: 50}
			for kind, got := range map[string][2]string{
				"meter":   {chart.Meter(m, width, in), chart.Meter(m, width, without)},
				"axis":    {chart.Axis(width, th.Muted), chart.Axis(width, theme.Ink{})},
				"session": {chart.Session([]bool{true, false, true}, width, in), chart.Session([]bool{true, false, true}, width, without)},
				"points":  {chart.Points(30, 100, width, in), chart.Points(30, 100, width, without)},
			} {
				if ansi.Strip(got[0]) != got[1] {
					t.Errorf("%s in %s, %d columns: %q is not %q in color", kind, name, width, got[0], got[1])
				}
				if n := columns.Width(got[0]); n != width && !(kind == "session" && width < 3) {
					t.Errorf("%s in %s: %d columns instead of %d: %q", kind, name, n, width, got[0])
				}
			}
		}
	}
}

// TestAxisIsOverItsSteps holds that each word touches the column of its step.
func TestAxisIsOverItsSteps(t *testing.T) {
	for width := 21; width < 120; width++ {
		words := chart.Axis(width, theme.Ink{})
		for _, s := range document.AxisSteps() {
			signs := []rune(document.Meter{Known: true, At: s.At}.Draw(width))
			for x, r := range signs {
				if r == '●' && strings.TrimSpace(words[max(x-1, 0):min(x+2, width)]) == "" {
					t.Errorf("%d columns: nothing over %s:\n%s\n%s", width, s.Word, words, string(signs))
				}
			}
		}
	}
}

func TestLetters(t *testing.T) {
	f := chart.NewFont()
	if got, want := strings.Join(f.Big("Hi"), "\n"), ""+
		"█   █ ▀\n"+
		"█▄▄▄█ █\n"+
		"█   █ █\n"+
		"▀   ▀ ▀"; got != want {
		t.Errorf("big:\n%s", got)
	}
	if got := f.Large("I"); len(got) != 7 || got[1] != "  ██  " {
		t.Errorf("large: %q", got)
	}
	if n := len(f.Big("gap")); n != 5 {
		t.Errorf("a letter below the line takes %d rows", n)
	}
	for _, text := range []string{"", "Call 112 now", "Tai chi: ½, (+) 90 %", "Qué?"} {
		for i, rows := range [][]string{f.Big(text), f.Large(text)} {
			for _, row := range rows {
				if got, want := columns.Width(row), f.Width(text)*(i+1); got != want {
					t.Errorf("%q: a row of %d columns instead of %d", text, got, want)
				}
			}
		}
	}
	if f.Has("é") || !f.Has("Massage or tai chi? 1-2 weeks, 50%!") {
		t.Error("the letters that can be written are others")
	}
}

func BenchmarkMeter(b *testing.B) {
	th := theme.New(theme.Dark, false)
	in := chart.In(th, th.OK)
	m := document.Meter{Known: true, At: 12, Interval: true, Low: 3, High: 50}
	for b.Loop() {
		chart.Meter(m, 40, in)
	}
}
