package report

import (
	"slices"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Check returns the verdict on a therapy for one condition: where it applies, why, what to ask for, and the sources. It is empty
// if the condition is unknown.
func Check(g *guide.Guide, t *knowledge.Therapy, condition string) document.Document {
	d := document.Document{Use: document.Result}
	rulings := g.Rulings(t.ID)
	at := slices.IndexFunc(rulings, func(r guide.Ruling) bool { return r.History.ID == condition })
	if at < 0 {
		return d
	}
	d.Title = rulings[at].History.Label
	d.Sections = []document.Section{checked(g, t, &rulings[at])}
	d.Sections[0].Title = ""
	d.Sources = cite(g, d.Sections)
	return d
}

// CheckFound is what a therapy means for the conditions that a text typed into the health search finds.
func CheckFound(g *guide.Guide, t *knowledge.Therapy, query string, found []guide.Found) document.Document {
	d := document.Document{Title: t.Name + ": " + query, Use: document.Result}
	var first, last []document.Block
	if len(found) == 0 {
		first = append(first, document.Paragraph{Text: text(NothingFound(query))})
	} else if found[0].Near {
		first = append(first, document.Paragraph{Text: text("No match for that name. Did you mean one of these?")})
	}
	var conditions []document.Section
	rulings := g.Rulings(t.ID)
	for i, f := range found {
		if f.Kind != guide.FoundItem {
			words := document.Paragraph{Text: text(FoundElsewhere(f))}
			if i == 0 {
				first = append(first, words)
			} else {
				last = append(last, words)
			}
			continue
		}
		for i := range rulings {
			if rulings[i].History.ID == f.Option.ID {
				conditions = append(conditions, checked(g, t, &rulings[i]))
			}
		}
	}
	if len(first) > 0 {
		d.Sections = append(d.Sections, document.Section{ID: "found", Blocks: first})
	}
	d.Sections = append(d.Sections, conditions...)
	if len(last) > 0 {
		d.Sections = append(d.Sections, document.Section{ID: "other", Title: "Also found", Blocks: last})
	}
	d.Sources = cite(g, d.Sections)
	return d
}

// FoundElsewhere says what a name leads to that is not in the health list.
func FoundElsewhere(f guide.Found) string {
	if f.Kind == guide.FoundAsked {
		return document.Join(document.Sentence(f.Name+" is not on the health list"), "Knead asks about it under “"+f.Question.Title+"”")
	}
	return document.Join("No precaution is linked to "+f.Name+".", f.Reason)
}

// checked is one condition as a section.
func checked(g *guide.Guide, t *knowledge.Therapy, r *guide.Ruling) document.Section {
	about := document.Callout{Tone: toneOfVerdict(r.Verdict), Title: verdictTitle(r.Verdict)}
	add := func(words string, sources []string) {
		if words != "" {
			about.Blocks = append(about.Blocks, document.Paragraph{Text: cited(words, sources)})
		}
	}
	add(document.Sentence(r.Reason), r.Sources)
	add(whereWords(g, r), nil)
	if r.Adaptation != "" {
		add(adaptationLead(r.Verdict)+document.Sentence(r.Adaptation), nil)
	}
	blocks := []document.Block{about}
	note := ""
	switch {
	case len(r.Sources) == 0:
		note = "This is Knead's own precaution, without a source."
	case r.Status == knowledge.StatusStricter:
		note = "Knead is stricter here than its sources."
	}
	if from := g.Therapy(r.From); from != nil && from.ID != t.ID {
		note = document.Join(note, "It is assessed like "+from.Name+".")
	}
	if note != "" {
		blocks = append(blocks, document.Paragraph{Text: text(note)})
	}
	return document.Section{ID: r.History.ID, Title: r.History.Label, Blocks: blocks}
}

func verdictTitle(v knowledge.Verdict) string {
	if tone := toneOfVerdict(v); tone != document.Plain {
		for _, col := range (document.Conditions{}).Columns() {
			if col.Tone == tone {
				return col.Title
			}
		}
	}
	return "No special care needed"
}

// adaptationLead is what a change to the session begins with.
func adaptationLead(v knowledge.Verdict) string {
	switch v {
	case knowledge.Caution:
		return "With care means: "
	case knowledge.OK:
		return "Good to know: "
	case knowledge.Avoid, knowledge.AskFirst:
	}
	return ""
}

// whereWords says what a verdict means for the rest of the body; nothing where it speaks of the whole person.
func whereWords(g *guide.Guide, r *guide.Ruling) string {
	if r.Verdict == knowledge.OK {
		return ""
	}
	c := guide.Concession{Contraindication: &r.Contraindication, Verdict: r.Verdict, Item: &r.History, Local: guide.Here}
	switch region := r.RegionOf(&r.History); region {
	case knowledge.WholeBody:
		return ""
	case knowledge.AffectedPlace:
	default:
		c.Part = g.Region(region)
	}
	return regionWords(c)
}
