package content

import (
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// The placeholders of a page. Each stands alone on a line; what the rules say is put there, so that page and rules cannot
// disagree.
const (
	verdictsHere = "{{verdicts}}"
	evidenceHere = "{{evidence}}"
)

// finish fills the placeholders of the pages; everything was checked before.
func (l *loader) finish() *Library {
	for i := range l.lib.Pages {
		p := &l.lib.Pages[i]
		if strings.Contains(p.Body, sourcesHere) {
			p.Body = strings.ReplaceAll(p.Body, sourcesHere, l.sourceList())
		}
		t := l.guide.Therapy(p.ID)
		if t == nil {
			continue
		}
		p.Body = strings.ReplaceAll(p.Body, verdictsHere, verdictList(l.guide, t))
		p.Body = strings.ReplaceAll(p.Body, evidenceHere, evidenceList(l.guide, t))
	}
	v := version(l.lib.Pages, l.sums)
	l.lib.Version = func() string { return v }
	return &l.lib
}

// verdictList is what a therapy means for each history item, strictest first. What is no reason for care is left out.
func verdictList(g *guide.Guide, t *knowledge.Therapy) string {
	labels := map[knowledge.Verdict][]string{}
	var own, stricter []string
	for _, r := range g.Rulings(t.ID) {
		labels[r.Verdict] = append(labels[r.Verdict], r.History.Label)
		switch {
		case r.Verdict == knowledge.OK:
		case len(r.Sources) == 0:
			own = append(own, r.History.Label)
		case r.Status == "stricter":
			stricter = append(stricter, r.History.Label)
		}
	}
	var lines []string
	for _, group := range []struct {
		verdict knowledge.Verdict
		lead    string
	}{{knowledge.Avoid, "Not for you with"}, {knowledge.AskFirst, "Ask a clinician first with"}, {knowledge.Caution, "With care with"}} {
		if names := labels[group.verdict]; len(names) > 0 {
			lines = append(lines, "- **"+group.lead+":** "+strings.Join(names, "; ")+".")
		}
	}
	if len(lines) == 0 {
		return "Nothing on the health list speaks against it."
	}
	if len(stricter) > 0 {
		lines = append(lines, "", "Knead is stricter than its sources: "+strings.Join(stricter, "; ")+".")
	}
	if len(own) > 0 {
		lines = append(lines, "", "Knead's own precaution, without a source: "+strings.Join(own, "; ")+".")
	}
	if near := g.Therapy(t.Nearest); near != nil {
		lines = append(lines, "", "Where nothing is known of this approach alone, the advice for ["+near.Name+"]("+near.ID+") stands in.")
	}
	return strings.Join(lines, "\n")
}

// evidenceList is what research found, one item for each pattern, in the order of the patterns. What was not studied
// enough stands in one line at the end.
func evidenceList(g *guide.Guide, t *knowledge.Therapy) string {
	var lines, open []string
	for i := range g.Knowledge().Patterns {
		p := &g.Knowledge().Patterns[i]
		for j := range t.Evidence {
			switch e := &t.Evidence[j]; {
			case e.Pattern != p.ID:
			case e.Direction == "unknown":
				open = append(open, p.Label)
			default:
				lines = append(lines, "- **"+p.Label+":** "+guide.Outcome(e)+". "+certainty(e.Certainty)+". "+e.Found+cite(e.Sources))
			}
		}
	}
	if len(open) > 0 {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, "Not studied enough: "+strings.Join(open, "; ")+".")
	}
	return strings.Join(lines, "\n")
}

// certainty is how sure research is, as four signs and a word: "■■□□ low certainty".
func certainty(grade string) string {
	const signs = "■■■■□□□□"
	full := map[string]int{"high": 4, "moderate": 3, "low": 2, "very-low": 1}[grade]
	bar := string([]rune(signs)[4-full : 8-full])
	if full == 0 {
		return bar + " certainty not rated"
	}
	return bar + " " + strings.ReplaceAll(grade, "-", " ") + " certainty"
}
