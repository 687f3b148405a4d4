package report_test

import (
	"slices"
	"strings"
	"testing"

	"knead/content"
	"knead/content/builtin"
	"knead/guide/document"
	"knead/guide/report"
)

// onePage is how many lines of 62 letters, the width of a column, go on one page of 10 points.
const onePage = 112

// The handout of every sample person goes on one page, and says where it hurts, what to tell, and when to stop, in every format.
func TestHandoutIsOnePage(t *testing.T) {
	g := builtin.Guide()
	for _, c := range builtin.Library().Cases {
		answers, err := g.ParseLines(c.Answers)
		if err != nil {
			t.Fatal(err)
		}
		a := g.Assess(answers)
		d := report.Handout(g, a, builtin.Library().Figure())
		page, err := d.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Level.Stops() {
			continue
		}
		printed := d
		printed.Sources = nil // on paper they are a few lines
		if n := strings.Count(printed.Text(62), "\n"); n > onePage {
			t.Errorf("%s: the handout has %d lines", c.ID, n)
		}
		for _, words := range []string{"It hurts: ", "What they should know", "Where it hurts, since when", "What to bring", "A list of your medicines", "Ask at any visit", "Stop and get help"} {
			for format, text := range map[string]string{"text": d.Text(10000), "Markdown": d.Markdown(), "HTML": page} {
				if words == "What they should know" && !strings.Contains(d.Text(10000), words) {
					continue // nothing to tell
				}
				if !strings.Contains(text, words) {
					t.Errorf("%s: the handout as %s does not say %q", c.ID, format, words)
				}
			}
		}
	}
}

// Nothing on the page points to a heading that the page lacks: whoever holds it has nothing else in hand.
func TestHandoutPointsToItself(t *testing.T) {
	g := builtin.Guide()
	for _, answers := range everyScenario(t, g) {
		a := g.Assess(answers)
		if a.Level.Stops() {
			continue
		}
		d := report.Handout(g, a, report.Figure{})
		text := strings.Join(strings.Fields(d.Text(10000)), " ")
		for _, s := range report.New(g, a, nil).Sections {
			here := slices.ContainsFunc(d.Sections, func(x document.Section) bool { return x.Title == s.Title })
			if s.Title != "" && !here && strings.Contains(text, "“"+s.Title+"”") {
				t.Errorf("the handout of %s points to “%s”", g.Lines(answers), s.Title)
			}
		}
	}
}

// The page shows the body as a picture: filled where it hurts, crossed out where hands stay off, and described in words.
func TestHandoutDrawsTheBody(t *testing.T) {
	g := builtin.Guide()
	cases := builtin.Library().Cases
	person := cases[slices.IndexFunc(cases, func(c content.Case) bool { return c.ID == "desk-neck" })].Answers
	for _, c := range []struct{ answers, hurts, off, spine string }{ // letters of the masks
		{answers: "where: low-back", hurts: "l"},
		{answers: "where: shoulder; side-shoulder: right", hurts: "S"},
		{answers: "where: shoulder, neck", hurts: "Sns"},
		{answers: "where: whole-leg; side-whole-leg: left", hurts: "fgkz"},
		{answers: "where: low-back; risk: bones; history: none", hurts: "l", spine: "dlnu"},
		{answers: "where: none"},
	} {
		answers := slices.Clone(person)
		for line := range strings.SplitSeq(c.answers, "; ") {
			id, _, _ := strings.Cut(line, ":")
			answers = append(slices.DeleteFunc(answers, func(x string) bool { return strings.HasPrefix(x, id+":") }), line)
		}
		given, err := g.ParseLines(answers)
		if err != nil {
			t.Fatal(err)
		}
		var hurts, off, spine string
		for _, s := range report.Handout(g, g.Assess(given), builtin.Library().Figure()).Sections {
			for _, block := range s.Blocks {
				body, ok := block.(document.Body)
				if !ok {
					continue
				}
				for letter, mark := range body.Sides[0].Marks {
					if mark.Hurts {
						hurts += string(letter)
					}
					switch mark.Off {
					case document.AllOver:
						off += string(letter)
					case document.SpineOnly:
						spine += string(letter)
					case document.Nowhere:
					}
				}
			}
		}
		if sorted(hurts) != sorted(c.hurts) || sorted(off) != sorted(c.off) || sorted(spine) != sorted(c.spine) {
			t.Errorf("%s: it hurts at %q, hands stay off %q, and off the spine at %q", c.answers, sorted(hurts), sorted(off), sorted(spine))
		}
	}
}

func sorted(letters string) string {
	all := []rune(letters)
	slices.Sort(all)
	return string(all)
}
