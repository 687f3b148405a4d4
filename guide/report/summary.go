package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Summary is a therapy in five lines, made of what the rules know: what it is, whether it helps, what can go wrong, who should ask
// first, and how to try it. Who is where the reader finds the conditions, "#section"; "" for nowhere.
func Summary(g *guide.Guide, t *knowledge.Therapy, who string) document.List {
	line := func(label, words string, sources []string) document.Item {
		x := document.Text{Words: label + ": " + words, Sources: sources, Parts: []document.Span{{Words: label + ":", Strong: true}, {Words: " " + words}}}
		if len(sources) > 0 {
			x.Parts = append(x.Parts, document.Span{Words: " "}, document.Span{Cites: sources})
		}
		return document.Item{Text: x}
	}
	helps, sources := supported(g, t)
	not := line("Who should not, or ask first", whoNot(Conditions(g, t.ID, nil)), nil)
	if who != "" {
		const more = "All conditions"
		not.Words += " " + more + "."
		not.Parts = append(not.Parts, document.Span{Words: " "}, document.Span{Words: more, Link: who}, document.Span{Words: "."})
	}
	return document.List{Items: []document.Item{
		line("What it is", document.Sentence(t.Summary), nil),
		line("Does it help", helps, sources),
		line("What can go wrong", document.Sentence(t.Glance.Weak), nil),
		not,
		line("How to try it", document.Join(document.Sentence(t.Begin), document.Sentence(t.Glance.Try)), nil),
	}}
}

// mostSupported is how many kinds of pain the short form names.
const mostSupported = 2

// supported says for which kinds of pain research speaks most clearly for a therapy, and for how many it does not.
func supported(g *guide.Guide, t *knowledge.Therapy) (words string, sources []string) {
	type finding struct {
		label string
		*knowledge.Evidence
	}
	var helps []finding
	unclear, open := 0, 0
	for i := range g.Knowledge().Patterns {
		p := &g.Knowledge().Patterns[i]
		for j := range t.Evidence {
			switch e := &t.Evidence[j]; {
			case e.Pattern != p.ID:
			case e.Direction == knowledge.DirectionHelps:
				helps = append(helps, finding{p.Label, e})
			case e.Direction == knowledge.DirectionUnknown:
				open++
			default:
				unclear++
			}
		}
	}
	slices.SortStableFunc(helps, func(x, y finding) int {
		return cmp.Or(
			cmp.Compare(y.Certainty, x.Certainty), cmp.Compare(y.Stance, x.Stance),
			cmp.Compare(max(y.Effect.PainShort, y.Effect.FunctionShort), max(x.Effect.PainShort, x.Effect.FunctionShort)),
		)
	})
	named := helps[:min(len(helps), mostSupported)]
	var parts []string
	for _, f := range named {
		sure := "certainty not rated"
		if f.Certainty.Steps() > 0 {
			sure = strings.ReplaceAll(f.Certainty.String(), "-", " ") + " certainty"
		}
		parts = append(parts, document.Sentence(f.label+": "+guide.Outcome(f.Evidence)+" ("+sure+")"))
		sources = union(sources, f.Sources)
	}
	return document.Join(append(parts, others(len(helps)-len(named), unclear, open, len(named) > 0))...), sources
}

// others says of how many further kinds of pain it helps, is unclear, or was not studied.
func others(helps, unclear, open int, named bool) string {
	var parts []string
	for _, x := range []struct {
		n     int
		words string
	}{{helps, "it helps in "}, {unclear, "it is unclear in "}, {open, "it was not studied enough in "}} {
		if x.n > 0 {
			parts = append(parts, x.words+strconv.Itoa(x.n))
		}
	}
	all := helps + unclear + open
	lead := "Of " + strconv.Itoa(all) + " kinds of pain, "
	if named {
		lead = "Of " + strconv.Itoa(all) + " other kinds, "
	}
	switch len(parts) {
	case 0:
		return ""
	case 1:
		return lead + parts[0] + "."
	}
	return lead + strings.Join(parts[:len(parts)-1], ", ") + ", and " + parts[len(parts)-1] + "."
}

// mostNamed is how many conditions the short form names.
const mostNamed = 4

// whoNot says how many conditions rule out or limit a therapy, and names some from different groups that have a source.
func whoNot(c document.Conditions) string {
	avoid, ask := c.Count(document.NotNow), c.Count(document.AskFirst)
	switch {
	case avoid > 0 && ask > 0:
		return document.Join("It is not for you with "+counted(avoid)+": "+some(c, document.NotNow, avoid), "Ask a clinician first with "+strconv.Itoa(ask)+" more.")
	case avoid > 0:
		return "It is not for you with " + counted(avoid) + ": " + some(c, document.NotNow, avoid)
	case ask > 0:
		return document.Join("No condition rules it out.", "Ask a clinician first with "+counted(ask)+": "+some(c, document.AskFirst, ask))
	}
	return "No condition rules it out."
}

func counted(n int) string {
	if n == 1 {
		return "one condition"
	}
	return strconv.Itoa(n) + " conditions"
}

// some names conditions of a tone, those with a source first, one of each group before a second one.
func some(c document.Conditions, tone document.Tone, all int) string {
	var names []string
	for _, sourced := range []bool{true, false} {
		for _, g := range c.Groups {
			for _, x := range g.Of(tone) {
				if (x.Basis == document.Sourced) == sourced && len(names) < mostNamed && !slices.Contains(names, x.Label) {
					names = append(names, x.Label)
					break
				}
			}
		}
	}
	words := strings.Join(names, "; ")
	if len(names) < all {
		words += "; and others"
	}
	return document.Ended(words)
}
