package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide/document"
	"knead/ui/frame"
	"knead/ui/page"
)

var bones = document.Conditions{Groups: []document.ConditionGroup{
	{Title: "Bones", Items: []document.Condition{
		{Label: "Thin bones", Tone: document.NotNow, Yours: true},
		{Label: "Weak bones", Tone: document.WithCare, Basis: document.Own},
	}},
	{Title: "Skin", Items: []document.Condition{{Label: "Rash", Tone: document.AskFirst}}},
}}

// There is a column for each verdict where they fit, else a row for each, beside the name of the group or below it.
func TestConditionsByWidth(t *testing.T) {
	for width, want := range map[int]string{
		100: `
                      × Not for you             ◇ Ask a clinician first   ▲ With care
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Bones                 · Thin bones – yours      –                         · Weak bones*
yours
Skin                  –                         · Rash                    –`,
		72: `
Bones                 × Thin bones – yours
yours                 ▲ Weak bones*
Skin                  ◇ Rash`,
		56: `
Bones
yours
  × Thin bones – yours
  ▲ Weak bones*
Skin
  ◇ Rash`,
	} {
		head, groups := page.Conditions(dark, bones, width, 0)
		if got := "\n" + plain(slices.Concat(head, slices.Concat(groups...))); got != want {
			t.Errorf("%d columns wide it is%s\nand not%s", width, got, want)
		}
	}
}

// The pages of all approaches name every condition of their table, at every width, and no row is too wide.
func TestConditionsOfAllPages(t *testing.T) {
	lib := builtin.Library()
	for i := range lib.Pages {
		for _, s := range lib.Pages[i].Prose() {
			for _, b := range s.Blocks {
				c, ok := b.(document.Conditions)
				if !ok {
					continue
				}
				for width := 36; width <= 196; width += 8 {
					head, groups := page.Conditions(dark, c, width, -1)
					for n, rows := range append(groups, head) {
						words := strings.Fields(strings.Join(strings.Fields(ansi.Strip(strings.Join(rows, " "))), " "))
						for _, row := range rows {
							if frame.Width(row) > width {
								t.Fatalf("%s at %d: a row of %d: %s", lib.Pages[i].ID, width, frame.Width(row), ansi.Strip(row))
							}
						}
						if n == len(groups) {
							continue
						}
						for _, item := range c.Groups[n].Items {
							for word := range strings.FieldsSeq(item.Label) {
								if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, word) }) && !strings.Contains(word, "-") {
									t.Fatalf("%s at %d: %s lacks %q of %s", lib.Pages[i].ID, width, c.Groups[n].Title, word, item.Label)
								}
							}
						}
					}
				}
			}
		}
	}
}
