package results

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/guide/scenario"
)

// The first look answers: what to do or book and why, what helps tonight, and when to get help. Nothing has to be scrolled for it.
func TestFirstLook(t *testing.T) {
	for _, p := range usual(t) {
		a := g.Assess(p.Answers)
		o := report.Opening(g, a)
		rows := map[string]report.AnswerRow{}
		for _, r := range o.Rows {
			rows[r.Label] = r
		}
		for _, size := range [][2]int{{40, 33}, {60, 16}, {80, 19}, {120, 35}, {200, 55}} {
			s := of(t, p.Answers, size[0], size[1])
			text := flat(read(s.text()) + s.m.Note())
			has := func(what, words string) {
				t.Helper()
				if !strings.Contains(text, flat(words)) {
					t.Errorf("%s at %v: no %s %q on the first screen:\n%s", p.Name, size, what, words, s.text())
				}
			}
			has("headline", strings.TrimSuffix(o.Headline, "."))
			room := report.Narrow
			if size[0] >= 80 {
				room = report.Usual
			}
			has("order", rows["Do"].In(room))
			for _, label := range []string{"Asked", "Why", "Expect", "But", "Care", "Hands"} {
				for _, p := range rows[label].Parts {
					if p.Room <= room {
						has(label, p.Words)
					}
				}
			}
			has("help", o.Watch.Words)
			for _, x := range o.Tonight {
				has("line for tonight", x.Words)
			}
			if size[1] >= 19 && size[0] >= 80 {
				has("warning", "something may still be wrong")
			}
			if !strings.Contains(s.text(), dark.Signs.Bar) {
				t.Errorf("%s at %v: nothing is in focus:\n%s", p.Name, size, s.text())
			}
			for row := range strings.SplitSeq(s.text(), "\n") {
				if ansi.StringWidth(strings.TrimRight(row, " ")) > size[0] {
					t.Errorf("%s at %v: too wide: %q", p.Name, size, row)
				}
			}
			if !s.m.area.paned && !strings.HasPrefix(s.m.Note(), "Press 2 to see ") {
				t.Errorf("%s at %v: the note says %q, not how many approaches there are", p.Name, size, s.m.Note())
			}
		}
		if m := a.Start.Match; m != nil {
			if m.Suits() > guide.SuitsWithCare {
				t.Errorf("%s: it opens with %s, which is %s", p.Name, m.Therapy.Name, m.Word())
			}
			if !strings.Contains(strings.ToLower(rows["Do"].Words), strings.ToLower(m.Therapy.Begin)) {
				t.Errorf("%s: it opens with %s and says %q", p.Name, m.Therapy.Name, rows["Do"].Words)
			}
			for i := range a.Matches {
				if x := &a.Matches[i]; x.Suits() < m.Suits() {
					t.Errorf("%s: it opens with %s, which is %s, though %s is %s", p.Name, m.Therapy.Name, m.Word(), x.Therapy.Name, x.Word())
				}
			}
		}
	}
}

// Whoever it is, and whatever they asked about: in a window of the usual size the whole answer stands on the first screen. Only
// what contradicts itself in the answers may push its end away.
func TestAnswerFits(t *testing.T) {
	people, err := scenario.Read(os.DirFS("../../guide/testdata/scenarios"), g)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range people {
		if !fixture.Thorough() && i%8 > 0 {
			continue
		}
		for _, asked := range []string{"", "hot-stone", "chiropractic"} {
			answers := p.Answers
			for _, q := range g.WithRole(knowledge.RoleAsked) {
				option := "yes"
				if q.Option(option) == nil {
					option = asked
				}
				if asked != "" {
					answers = answers.With(q.ID, guide.Answer{Options: []string{option}})
				}
			}
			if g.Assess(answers).Level.Stops() {
				continue
			}
			for _, size := range [][2]int{{80, 19}, {120, 35}} {
				m := New(g, lib, answers, dark)
				m.SetSize(size[0], size[1])
				if m.area.paned {
					if plan, room := len(m.area.band)+len(m.area.top), size[1]-leastList; plan > room && len(m.notices) == 0 {
						t.Errorf("%s, who asked about %q, at %v: the panes above the list take %d rows of %d", p.Name, asked, size, plan, room)
					}
					top := ansi.Strip(strings.Join(m.area.top, " "))
					for _, words := range append(m.plan(report.Narrow, 200), m.evening(200)...) { // nothing is cut
						for _, word := range strings.Fields(ansi.Strip(words)) {
							if !strings.Contains(word, "-") && !strings.Contains(top, word) {
								t.Errorf("%s, who asked about %q, at %v: %q is cut off", p.Name, asked, size, word)
							}
						}
					}
					continue
				}
				head := len(m.items[0].rows)
				rows := head + len(m.answer(m.listWidth(), size[1]-head))
				if rows > size[1] && len(m.notices) == 0 {
					t.Errorf("%s, who asked about %q, at %v: the answer takes %d rows", p.Name, asked, size, rows)
				}
			}
		}
	}
}

// figureKey is what stands below a figure in the margin.
var figureKey = regexp.MustCompile(`(?m) {2,}(hurts|hands off) *$`)

// read is the words of a screen in the order of reading: pane by pane, without the figure.
func read(screen string) string {
	rows := strings.Split(ansi.Strip(screen), "\n")
	starts := []int{0}
	var out strings.Builder
	for y, row := range rows {
		if !strings.Contains(row, "╭") {
			continue
		}
		out.WriteString(strings.Join(rows[:y], "\n"))
		rows = rows[y:]
		for x, r := range []rune(row) {
			if r == '╭' && x > 0 {
				starts = append(starts, x)
			}
		}
		break
	}
	for i, from := range starts {
		for _, row := range rows {
			cells := []rune(row)
			to := len(cells)
			if i+1 < len(starts) {
				to = min(to, starts[i+1])
			}
			out.WriteString(string(cells[min(from, to):to]) + "\n")
		}
	}
	words := strings.Map(func(r rune) rune {
		if strings.ContainsRune("█▘▝▀▖▌▞▛▗▚▐▜▄▙▟×*", r) {
			return ' '
		}
		return r
	}, out.String())
	return figureKey.ReplaceAllString(words, "")
}

// flat is what a screen says, without its layout.
func flat(screen string) string {
	screen = strings.NewReplacer("▌", "", "│", "").Replace(ansi.Strip(screen))
	return strings.ReplaceAll(strings.Join(strings.Fields(screen), " "), "- ", "-")
}

// usual are people whose answers are usual.
func usual(t testing.TB) []scenario.Scenario {
	t.Helper()
	people, err := scenario.Read(os.DirFS("../../guide/testdata/usual"), g)
	if err != nil {
		t.Fatal(err)
	}
	return people
}
