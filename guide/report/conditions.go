package report

import (
	"slices"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Conditions is what a therapy means for the conditions of the health list, by group and in the order of the groups. A condition
// that needs no care is left out. Those in yours, by ID, are marked as the person's own.
func Conditions(g *guide.Guide, therapy string, yours []string) document.Conditions {
	var out document.Conditions
	for _, r := range g.Rulings(therapy) {
		if r.Verdict == knowledge.OK {
			continue
		}
		title := r.History.Group
		if title == "" {
			title = "Other conditions"
		}
		at := slices.IndexFunc(out.Groups, func(x document.ConditionGroup) bool { return x.Title == title })
		if at < 0 {
			at = len(out.Groups)
			out.Groups = append(out.Groups, document.ConditionGroup{Title: title})
		}
		c := document.Condition{
			ID: r.History.ID, Label: r.History.Label, Tone: toneOfVerdict(r.Verdict), Basis: basisOf(&r.Contraindication),
			Yours: slices.Contains(yours, r.History.ID),
		}
		if part := g.Region(r.Region); part != nil {
			c.Where = part.Name
		}
		out.Groups[at].Items = append(out.Groups[at].Items, c)
	}
	for i := range out.Groups {
		slices.SortStableFunc(out.Groups[i].Items, func(x, y document.Condition) int { return int(y.Tone) - int(x.Tone) })
	}
	return out
}

func toneOfVerdict(v knowledge.Verdict) document.Tone {
	switch v {
	case knowledge.Avoid:
		return document.NotNow
	case knowledge.AskFirst:
		return document.AskFirst
	case knowledge.Caution:
		return document.WithCare
	}
	return document.Plain
}

func basisOf(c *knowledge.Contraindication) document.Basis {
	switch {
	case len(c.Sources) == 0:
		return document.Own
	case c.Status == knowledge.StatusStricter:
		return document.Stricter
	}
	return document.Sourced
}
