package report_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
)

var (
	youSaid = regexp.MustCompile(`[Yy]ou said (“[^”]*”(?: \((?:counts|together they count) as “[^”]*”\))?(?:, | and )?)+`)
	counts  = regexp.MustCompile(` \((?:counts|together they count) as “[^”]*”\)`)
	quoted  = regexp.MustCompile(`“([^”]*)”`)
)

// TestOnlyAnswersAreQuoted reads every sentence that begins with “You said” in the results of many people: each quoted label
// is one that the person chose.
func TestOnlyAnswersAreQuoted(t *testing.T) {
	g := fixture.Guide(t)
	sentences := 0
	for _, a := range fixture.Everybody(g) {
		chosen := map[string]bool{}
		for _, q := range g.Knowledge().Questions {
			x := a[q.ID]
			for _, id := range x.Options {
				label := document.Clean(q.Option(id).Label)
				if q.Kind == knowledge.Scale {
					label = strconv.Itoa(x.Value)
				}
				chosen[label], chosen[q.Title+" "+label] = true, true
			}
		}
		x := g.Assess(a)
		text := strings.Join(strings.Fields(report.New(g, x, nil).Text(72)), " ")
		for _, sentence := range youSaid.FindAllString(text, -1) {
			sentences++
			for _, label := range quoted.FindAllStringSubmatch(counts.ReplaceAllString(sentence, ""), -1) {
				if !chosen[label[1]] {
					t.Errorf("%q: %q was not chosen in %q", sentence, label[1], g.Lines(a))
				}
			}
		}
	}
	if sentences < 50 {
		t.Errorf("only %d sentences were found", sentences)
	}
}

// TestEveryHowHasWords shows that an option's label stands as the person's words only where they chose it, whatever ways to
// answer there are.
func TestEveryHowHasWords(t *testing.T) {
	g := fixture.Guide(t)
	x := guide.Said{Fact: "now/swollen", Question: "Any of these, now or since yesterday?", Option: "Calf swollen and warm"}
	var seen []string
	for _, how := range guide.Hows() {
		x.How = how
		because, mention := report.Because(g, nil, []guide.Said{x}), report.Mention(g, x)
		if saidSo := strings.HasPrefix(because, "You said "); saidSo != (how == guide.Chosen) {
			t.Errorf("%s: %s", how, because)
		}
		if (mention == x.Option) != (how == guide.Chosen) {
			t.Errorf("%s: %s", how, mention)
		}
		if slices.Contains(seen, because) || slices.Contains(seen, mention) || strings.Contains(because, "nclear") {
			t.Errorf("%s has no words of its own: %s / %s", how, because, mention)
		}
		seen = append(seen, because, mention)
	}
}
