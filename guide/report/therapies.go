package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// entry is a therapy in full.
func (b builder) entry(m *guide.Match) document.Entry {
	t := m.Therapy
	e := document.Entry{
		ID: t.ID, Name: t.Name, Word: m.Word(), Tone: Tone(m.Suits()), Summary: document.Sentence(t.Summary),
		Cautions: b.cautions(m), Weak: document.Sentence(t.Glance.Weak),
	}
	if ev := m.Evidence; ev != nil {
		e.Certainty, e.Effect = evidence.Certainty(ev), evidence.Overall(ev)
		words := document.Upper(effectFully(ev)) + "."
		if like := b.say(b.a.Because); like != "" && b.hurts() {
			words = "For " + b.like() + ", " + like + ": " + effectFully(ev) + "."
		}
		e.Research = cited(document.Join(words, document.Sentence(ev.Found)), ev.Sources)
		for _, line := range ev.Guidelines {
			e.Advisers = append(e.Advisers, b.adviser(line))
		}
		if words := stance(ev); words != "" && (len(ev.Guidelines) == 0 || ev.Stance == knowledge.StanceConflicting) {
			e.Advisers = append([]document.Text{{Words: words}}, e.Advisers...)
		}
	} else {
		e.Research = text("Nothing is known about it in " + b.like() + ".")
	}
	for _, r := range m.For {
		if m.Evidence != nil && r.Text == m.Evidence.Found {
			continue // part of the research
		}
		e.Because = append(e.Because, sourced(document.Join(b.because(r.Because), document.Sentence(r.Text)), r.Sources))
	}
	for _, r := range m.Wishes {
		words := "This matches your wish"
		switch {
		case len(r.Because) > 0 && b.g.Has(knowledge.RoleTried, questionOf(r.Because[0].Fact)):
			words = "About what you tried, you said"
		case r.Against:
			words = "This conflicts with your wish"
		}
		e.Wishes = append(e.Wishes, text(document.Join(words+" "+b.say(r.Because)+".", document.Sentence(r.Text))))
	}
	return e
}

func (b builder) adviser(line knowledge.Guideline) document.Text {
	name := line.Name
	if src := b.g.Source(line.Source); src != nil && src.Year > 0 {
		if land, ok := strings.CutSuffix(name, ")"); ok {
			name = land + ", " + yearOf(src) + ")" // "NICE (UK, 2016)"
		} else {
			name += " (" + yearOf(src) + ")"
		}
	}
	return cited(name+": "+document.Ended(line.Says), []string{line.Source})
}

// cautions lists the reasons against a therapy, strictest first. Warnings that hold back hands-on work share one line, because they
// are given in full under “Do this now” and “Still open”. Reasons that depend on a question without an answer share one, too.
func (b builder) cautions(m *guide.Match) []document.Caution {
	var out, silent []document.Caution
	var held, open, unanswered []guide.Said
	var heldBy, openBy []string
	for _, c := range m.Cautions {
		switch {
		case c.Flag != "" && c.Open:
			open, openBy = append(open, c.Because...), union(openBy, c.Sources)
		case c.Flag != "":
			held, heldBy = append(held, c.Because...), union(heldBy, c.Sources)
		case c.Open && b.unanswered(c.Because):
			silent, unanswered = append(silent, b.caution(c)), append(unanswered, c.Because...)
		default:
			out = append(out, b.caution(c))
		}
	}
	var first []document.Caution
	if len(held) > 0 {
		first = append(first, document.Caution{Tone: document.AskFirst, Text: cited(document.Join(askLead, b.because(held), "See “Do this now”."), heldBy)})
	}
	if len(open) > 0 {
		words := document.Join(askOpen, b.because(b.asLeft(open)), "See “Still open”.")
		if len(b.asLeft(open)) > 2*manyOpen { // naming them all would hide what to do
			words = "Ask first: answers that matter for the warnings are still open. See “Still open”."
		}
		first = append(first, document.Caution{Tone: document.AskFirst, Text: cited(words, openBy[:min(len(openBy), 2*manyOpen)])})
	}
	if len(silent) > manyOpen {
		var sources []string
		for _, c := range silent[:manyOpen] {
			sources = union(sources, c.Sources)
		}
		words := document.Join(b.because(b.asLeft(unanswered)), "Some of the answers would rule out this approach, or call for care. See “Still open”.")
		silent = []document.Caution{{Tone: document.AskFirst, Text: cited(words, sources)}}
	}
	return append(append(first, out...), silent...)
}

// What a caution begins with that hangs on a warning.
const (
	askLead = "Ask first."
	askOpen = "Ask first, until you know."
)

// manyOpen is how many unanswered reasons are listed one by one. More of them share one line.
const manyOpen = 3

// unanswered reports whether nothing was said about any of these, not even "not sure" to a single one.
func (b builder) unanswered(said []guide.Said) bool {
	for _, x := range said {
		a := b.answers[questionOf(x.Fact)]
		if !a.Partial && len(a.Options) > 0 || len(a.Open) > 0 {
			return false
		}
	}
	return true
}

func (b builder) caution(c guide.Concession) document.Caution {
	words := document.Join(b.because(c.Because), document.Sentence(c.Reason))
	words = document.Join(words, regionWords(c))
	if t := b.g.Therapy(c.From); t != nil {
		words = document.Join(words, "Assessed like "+t.Name+".")
	}
	switch {
	case len(c.Sources) == 0:
		words += " " + ownPrecaution
	case c.Status == knowledge.StatusStricter:
		words += " " + stricter
	}
	x := document.Caution{Tone: toneOfConcession(c), Text: cited(words, c.Sources)}
	if c.Adaptation == "" {
		return x
	}
	// An adaptation may begin with a condition ("After your midwife agrees: on your side"), so it never follows a label. It is a
	// separate sentence.
	switch {
	case c.Open:
		x.Adaptation = "Until you know, count it as a yes. " + document.Sentence(c.Adaptation)
	case c.Local == guide.Elsewhere && c.Contraindication.Verdict > c.Verdict: // what it says is for the region itself
	default:
		x.Adaptation = document.Sentence(c.Adaptation)
	}
	return x
}

// notNow lists the therapies that are ruled out, with the answers that rule them out. Therapies with the same reasons are
// grouped.
func (b builder) notNow() document.Section {
	s := document.Section{ID: "not-now", Title: "Not for you now, and why"}
	type group struct {
		names   []string
		reasons []guide.Concession
	}
	var groups []*group
	for i := range b.a.Matches {
		m := &b.a.Matches[i]
		if m.Verdict != knowledge.Avoid {
			continue
		}
		reasons := slices.DeleteFunc(slices.Clone(m.Cautions), func(c guide.Concession) bool { return c.Verdict != knowledge.Avoid })
		same := slices.IndexFunc(groups, func(g *group) bool { return slices.EqualFunc(g.reasons, reasons, sameReason) })
		if same < 0 {
			groups = append(groups, &group{nil, reasons})
			same = len(groups) - 1
		}
		groups[same].names = append(groups[same].names, m.Therapy.Name)
	}
	var list document.List
	for _, g := range groups {
		item := document.Item{Tone: document.NotNow, Text: text(and(g.names) + ": not for you now.")}
		for _, c := range g.reasons {
			if slices.Contains(g.names, b.name(c.From)) {
				c.From = "" // already in the same line
			}
			x := b.caution(c)
			item.Sub = append(item.Sub, cited(document.Join(x.Words, x.Adaptation), x.Sources))
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) > 0 {
		s.Blocks = []document.Block{list}
	}
	return s
}

func sameReason(x, y guide.Concession) bool {
	return x.Reason == y.Reason && x.Adaptation == y.Adaptation && x.Local == y.Local && x.Part == y.Part && slices.Equal(x.Because, y.Because)
}

func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}
