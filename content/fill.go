package content

import (
	"cmp"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
	guidereport "knead/guide/report"
)

// The placeholders of a page. Each is alone on its line and is replaced with text from the rules, so that page and rules cannot
// disagree.
const (
	verdictsHere = "{{verdicts}}"
	evidenceHere = "{{evidence}}"
	studiedHere  = "{{studied " // then a pattern: what research found about each therapy
)

// finish fills the placeholders of the pages; everything was checked before.
func (l *loader) finish() *Library {
	for i := range l.lib.Pages {
		p := &l.lib.Pages[i]
		fill := func(mark string, blocks []document.Block, sections []document.Section) {
			if strings.Contains(p.Body, mark) {
				p.Fills = append(p.Fills, Fill{mark, blocks, sections})
			}
		}
		fill(sourcesHere, nil, l.sourceList())
		p.Fills = append(append(p.Fills, l.signFills(p.Body)...), l.studiedFills(p.Body)...)
		if t := l.guide.Therapy(p.ID); t != nil {
			fill(verdictsHere, verdictTable(l.guide, t), nil)
			fill(evidenceHere, evidencePicture(l.guide, t), nil)
			p.Top = l.pageTop(p, t)
		}
	}
	v := version(l.lib.Pages, l.sums)
	l.lib.Version = func() string { return v }
	return &l.lib
}

// pageTop returns what comes before the text of a therapy's page: the short form, and what a session is like.
func (l *loader) pageTop(p *Page, t *knowledge.Therapy) []document.Section {
	who := ""
	for _, s := range p.Prose() {
		for _, b := range s.Blocks {
			if _, ok := b.(document.Conditions); ok {
				who = "#" + s.ID
			}
		}
	}
	out := []document.Section{{ID: "in-short", Title: "In short", Blocks: []document.Block{guidereport.Summary(l.guide, t, who)}}}
	var picture document.Picture
	if at := l.picture(t.Practice.Picture); at >= 0 {
		picture = l.lib.Pictures[at].Drawing
	}
	if g := guidereport.Glance(t, picture); !g.Empty() {
		out = append(out, document.Section{ID: "at-a-glance", Title: "At a glance", Blocks: []document.Block{g}})
	}
	return out
}

// picture finds a picture by its name, or returns -1.
func (l *loader) picture(name string) int {
	return slices.IndexFunc(l.lib.Pictures, func(x Picture) bool { return x.Name == name })
}

// paragraph is a block of plain words.
func paragraph(words string) document.Block {
	return document.Paragraph{Text: document.Text{Words: words}}
}

// verdictTable is what a therapy means for each history item, by group of the history question. Items that need no care are
// left out.
func verdictTable(g *guide.Guide, t *knowledge.Therapy) []document.Block {
	table := guidereport.Conditions(g, t.ID, nil)
	if len(table.Groups) == 0 {
		return []document.Block{paragraph("No condition on the health list rules it out.")}
	}
	blocks := []document.Block{table}
	if near := g.Therapy(t.Nearest); near != nil {
		before, after := "Where nothing is known about this approach itself, the advice for ", " is used instead."
		blocks = append(blocks, document.Paragraph{Text: document.Text{
			Words: before + near.Name + after,
			Parts: []document.Span{{Words: before}, {Words: near.Name, Link: near.ID}, {Words: after}},
		}})
	}
	return blocks
}

// surest puts the most certain findings first and, among those, the largest effects.
func surest(x, y *knowledge.Evidence) int {
	return cmp.Or(
		cmp.Compare(y.Certainty, x.Certainty), cmp.Compare(y.Direction, x.Direction), cmp.Compare(y.Effect.PainShort, x.Effect.PainShort),
	)
}

// evidencePicture is what research found, one mark for each pattern that was studied: the most certain findings first and, among
// those, the largest effects. The page says the rest in its own words.
func evidencePicture(g *guide.Guide, t *knowledge.Therapy) []document.Block {
	var studied []*knowledge.Evidence
	for i := range t.Evidence {
		if e := &t.Evidence[i]; e.Direction != knowledge.DirectionUnknown {
			studied = append(studied, e)
		}
	}
	if len(studied) == 0 {
		return nil
	}
	slices.SortStableFunc(studied, surest)
	var picture document.Evidence
	for _, e := range studied {
		for i := range g.Knowledge().Patterns {
			if p := &g.Knowledge().Patterns[i]; p.ID == e.Pattern {
				f := evidence.Finding(p.Label, e)
				f.Text = document.Text{}
				picture.Results = append(picture.Results, f)
			}
		}
	}
	return []document.Block{picture}
}
