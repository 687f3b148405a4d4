package results

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/theme"
)

// compared is the comparison of these approaches for somebody whose low back has hurt for long.
func compared(t *testing.T, width, height int, ids ...string) *screen {
	s := of(t, person(t, "lasting-back"), width, height)
	for _, id := range ids {
		s.on(id).keys("space")
	}
	return s.keys("c")
}

// TestCompareGolden shows the comparison in windows from a small one to a wide one, each from its beginning to its end. After a
// change that is meant:
//
//	go test ./ui/results -run CompareGolden -update && git diff ui/results/testdata
func TestCompareGolden(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			frame := 5 // rows of the header and the footer
			if size[1] == 20 {
				frame = 4
			}
			s := compared(t, size[0], size[1]-frame, "swedish", "deep-tissue", "physical-therapy")
			var all strings.Builder
			for {
				for row := range strings.SplitSeq(s.text(), "\n") {
					all.WriteString(strings.TrimRight(row, " ") + "\n")
				}
				all.WriteString(s.m.Note() + "\n")
				if !s.m.more {
					break
				}
				s.keys("pgdown")
			}
			golden.RequireEqual(t, all.String())
		})
	}
}

// TestCompareDrawsLinesForIntervalsOnly takes the intervals out of what is known: then no line is left, and with them there is one.
func TestCompareDrawsLinesForIntervalsOnly(t *testing.T) {
	matches := func(keep bool) []*guide.Match {
		var out []*guide.Match
		a := g.Assess(person(t, "lasting-back"))
		for i := range a.Matches {
			m := a.Matches[i]
			if m.Evidence == nil {
				continue
			}
			e := *m.Evidence
			e.Measured = append([]knowledge.Measured{}, e.Measured...)
			for j := range e.Measured {
				if !keep {
					e.Measured[j].Low, e.Measured[j].High = 0, 0
				}
			}
			m.Evidence = &e
			out = append(out, &m)
		}
		return out
	}
	drawn := func(keep bool) string {
		c := comparison{g: g, theme: theme.New(theme.Plain, false), box: of(t, person(t, "lasting-back"), 120, 35).m.box, assessment: g.Assess(person(t, "lasting-back"))}
		var all []string
		for _, m := range matches(keep) {
			c.chosen = []*guide.Match{m}
			for _, x := range c.measures() {
				all = append(all, x.cell(m, 40)...)
			}
		}
		return strings.Join(all, "\n")
	}
	if got := drawn(false); strings.Contains(got, "━") {
		t.Errorf("a line without an interval:\n%s", got)
	}
	if !strings.Contains(drawn(true), "━") {
		t.Error("no line for the intervals that sources give")
	}
}

func TestDifferences(t *testing.T) {
	match := func(pain, daily knowledge.Effect, certainty knowledge.Certainty, effort, pressure, pay, weeks int) *guide.Match {
		return &guide.Match{
			Therapy: &knowledge.Therapy{Practice: knowledge.Practice{
				Effort: effort, Pressure: knowledge.Span{To: pressure}, Pay: pay, Judge: knowledge.Span{To: weeks},
			}},
			Evidence: &knowledge.Evidence{
				Direction: knowledge.DirectionHelps, Certainty: certainty, Effect: knowledge.Effects{PainShort: pain, FunctionShort: daily, LongTerm: knowledge.EffectUnknown},
			},
		}
	}
	firm := match(knowledge.EffectModerate, knowledge.EffectSmall, knowledge.CertaintyLow, 1, 4, 3, 6)
	gentle := match(knowledge.EffectModerate, knowledge.EffectSmall, knowledge.CertaintyLow, 1, 2, 3, 6)
	work := match(knowledge.EffectSmall, knowledge.EffectSmall, knowledge.CertaintyModerate, 3, 1, 2, 12)
	mixed := match(knowledge.EffectModerate, knowledge.EffectSmall, knowledge.CertaintyLow, 1, 4, 3, 6)
	mixed.Evidence.Direction = knowledge.DirectionMixed
	nothing := &guide.Match{Therapy: &knowledge.Therapy{}}
	const alone = " Each was studied on its own, and hardly ever against the others."
	for _, test := range []struct {
		name   string
		chosen []*guide.Match
		want   string
	}{
		{"three", []*guide.Match{firm, gentle, work}, "A and B eased pain more in the first weeks than C. C had surer research than A and B. C can take more effort than A and B. A can press harder than B, and B than C. About the same: daily life." + alone},
		{"equal but for one", []*guide.Match{firm, gentle}, "A can press harder than B. About the same: pain in the first weeks, daily life, how sure the research is, effort, cost, weeks to judge." + alone},
		{"results differ", []*guide.Match{mixed, work}, "B had surer research than A. B can take more effort than A. A can press harder than B. A can cost more than B." + alone},
		{"nothing known", []*guide.Match{nothing, work}, "Too little is known to say what sets them apart."},
	} {
		if got := strings.Join(report.Differences(test.chosen), " "); got != test.want {
			t.Errorf("%s:\ngot    %s\nwanted %s", test.name, got, test.want)
		}
	}
}
