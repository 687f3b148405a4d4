package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// studiedFills fills the placeholders of a page for what research found about each therapy. They were checked before.
func (l *loader) studiedFills(body string) []Fill {
	var out []Fill
	for _, line := range strings.Split(body, "\n") {
		if pattern, ok := inner(line, studiedHere); ok {
			out = append(out, Fill{Placeholder: line, Blocks: studied(l.guide, pattern)})
		}
	}
	return out
}

// studied is what research found about every therapy for a pattern, one mark for each, and in words what has no mark.
func studied(g *guide.Guide, pattern string) []document.Block {
	type row struct {
		name string
		e    *knowledge.Evidence
	}
	var rows []row
	var unsized, unstudied []string
	for i := range g.Knowledge().Therapies {
		t := &g.Knowledge().Therapies[i]
		at := slices.IndexFunc(t.Evidence, func(e knowledge.Evidence) bool { return e.Pattern == pattern })
		switch {
		case at < 0 || t.Evidence[at].Direction == knowledge.DirectionUnknown:
			unstudied = append(unstudied, t.Name)
		case !evidence.Overall(&t.Evidence[at]).Known:
			unsized = append(unsized, t.Name+" ("+guide.Outcome(&t.Evidence[at])+")")
		default:
			rows = append(rows, row{t.Name, &t.Evidence[at]})
		}
	}
	slices.SortStableFunc(rows, func(x, y row) int { return surest(x.e, y.e) })
	var picture document.Evidence
	for _, r := range rows {
		f := evidence.Finding(r.name, r.e)
		f.Text, f.Word = document.Text{}, "" // the mark says it, and the text of the page
		f.Certainty.Word = strings.TrimSuffix(f.Certainty.Word, " certainty")
		picture.Results = append(picture.Results, f)
	}
	var blocks []document.Block
	if len(picture.Results) > 0 {
		blocks = append(blocks, picture)
	}
	if len(unsized) > 0 {
		blocks = append(blocks, paragraph("Studied, but not in a way that gives a size: "+strings.Join(unsized, ", ")+"."))
	}
	if len(unstudied) > 0 {
		blocks = append(blocks, paragraph("Not studied enough for this: "+strings.Join(unstudied, ", ")+"."))
	}
	return blocks
}

// checkStudied returns what is wrong with a placeholder for what research found, or "".
func (l *loader) checkStudied(mark string) string {
	pattern, _ := inner(mark, studiedHere)
	var ids []string
	for _, p := range l.lib.Knowledge.Patterns {
		ids = append(ids, p.ID)
	}
	if slices.Contains(ids, pattern) || l.broken["patterns.yaml"] {
		return ""
	}
	return "unknown pattern " + quoted(pattern) + "; " + guide.Nearest(pattern, ids)
}
