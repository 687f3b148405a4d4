package stop_test

import (
	"regexp"
	"strings"
	"testing"

	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/stop"
	"knead/ui/termtest"
	"knead/ui/theme"
)

// Whatever the warning says of its own, its screen gives the level's order first: at an emergency with the number to call, in the
// smallest window too, and so does every other form of the result.
func TestOrderIsAlwaysSaid(t *testing.T) {
	number := regexp.MustCompile(`call 911, 112, or your local number`)
	for _, f := range g.Knowledge().RedFlags {
		for _, e := range f.Examples {
			answers, err := g.ParseLines(e.Answers)
			if err != nil {
				t.Fatal(err)
			}
			a := g.Assess(answers)
			if !a.Level.Stops() {
				continue
			}
			m := stop.New(a, g, theme.New(theme.Dark, false))
			m.SetSize(60, 16)
			forms := map[string]string{"screen": termtest.Plain(m.View()), "text": report.New(g, a, nil).Text(60), "short": report.Short(g, a, false)}
			for name, text := range forms {
				text = strings.Join(strings.Fields(text), " ")
				if a.Level == knowledge.Emergency && !number.MatchString(text) || a.Level == knowledge.Urgent && !strings.Contains(text, "today") {
					t.Errorf("%s, %s: the order is missing:\n%s", f.ID, name, text)
				}
			}
		}
	}
}
