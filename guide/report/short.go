package report

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Brief is the result in as few words as will do: what to do, and what fits best.
func Brief(g *guide.Guide, a guide.Assessment) string {
	words := "Knead: " + document.Sentence(g.Level(a.Level).Title)
	for _, kind := range knowledge.TherapyKinds() {
		if m := a.FirstChoice(kind); m != nil {
			words += " " + m.Therapy.Name + ": " + m.Word() + "."
		}
	}
	return words
}

// Short returns the result in a few lines of plain text, for a code or a message: what to do, what fits, what does not, and what
// to ask for. It leaves out the person's health unless history is true.
func Short(g *guide.Guide, a guide.Assessment, history bool) string {
	b := newBuilder(g, a)
	level := g.Level(a.Level)
	lines := []string{"Knead: " + document.Sentence(level.Title) + " " + document.Sentence(level.Headline)}
	if a.Pattern != nil && !a.Level.Stops() {
		lines = append(lines, "Looks like: "+a.Pattern.Label+".")
	}
	for _, r := range b.opening().Rows {
		if r.First && a.Level == knowledge.SelfCare { // else the level has said it
			lines = append(lines, r.Label+": "+r.Words)
		}
	}
	for _, x := range b.grouped() {
		if x.Suits == guide.LittleSupport {
			continue
		}
		var names []string
		for _, m := range x.Matches {
			names = append(names, m.Therapy.Name)
		}
		lines = append(lines, x.Title+": "+strings.Join(names, ", ")+".")
	}
	if history {
		lines = append(lines, Notices(g, a)...)
		yes, unsure := b.toTell()
		unsure = b.asLeft(unsure)
		for _, part := range []struct {
			lead string
			said []guide.Said
		}{{"Tell: ", yes}, {"Not sure: ", unsure}} {
			var words []string
			for _, s := range part.said {
				words = append(words, Mention(g, s))
			}
			if len(words) > 0 {
				lines = append(lines, part.lead+strings.Join(words, "; ")+".")
			}
		}
	}
	for _, c := range a.Concerns {
		if a.Level.Stops() && c.Flag.Level == a.Level && c.Flag.Say != "" {
			lines = append(lines, "To say: "+c.Flag.Say)
			break
		}
	}
	return strings.Join(append(lines, "A reading guide, not a diagnosis."), "\n")
}
