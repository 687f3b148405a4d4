package demo

import (
	"strings"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// Slide is one idea about a sample person, for a room.
type Slide struct {
	Big      string   // in big letters where there is room
	Sentence string   // the one sentence under it
	Line     string   // a smaller line: who it is about, or what to hold against it
	Places   []string // the places of the figure; no figure where there are none
	Marks    string   // what the places are
	Off      *off     // the person for whom hands stay off some places, in place of Places
	Evidence *knowledge.Evidence
	Note     string // for the presenter
	Calls    bool   // it is about getting help now or today
}

// off is a person for whom hands stay off some places.
type off struct {
	guide *guide.Guide
	found guide.Assessment
}

// Slides presents a sample person in at most five slides: who it is, the answer, what research found or what to say, what is
// ruled out, and the point. Everything except the point and the notes is derived from the answers.
func Slides(p Person, g *guide.Guide) []Slide {
	a := g.Assess(p.Want)
	open := report.Opening(g, a)
	out := []Slide{{Big: p.First(), Sentence: rest(p.Name), Line: spoken(g, p.Want), Places: p.Where, Marks: "it hurts here", Note: p.Notes.Who}}
	out = append(out, answer(p, g, a, open))
	if s, ok := proof(a); ok {
		s.Note = p.Notes.Proof
		out = append(out, s)
	}
	if s, ok := held(g, a); ok {
		s.Note = p.Notes.Held
		out = append(out, s)
	}
	return append(out, point(p.Case))
}

// answer is what the result opens with: the approach to begin with or, where someone should look first, that.
func answer(p Person, g *guide.Guide, a guide.Assessment, open report.Answer) Slide {
	s := Slide{Big: g.Level(a.Level).Title, Note: p.Notes.Answer, Calls: a.Level.Stops()}
	if a.Level == knowledge.SelfCare {
		s.Big = bare(open.Headline)
		if a.Start.Match != nil {
			s.Big, s.Line = a.Start.Match.Therapy.Name, open.Headline
		}
	}
	for _, r := range open.Rows {
		if r.First {
			s.Sentence = r.Words
		}
	}
	if s.Sentence == "" {
		s.Sentence = open.Headline
	}
	return s
}

// point is the slide to remember.
func point(c content.Case) Slide {
	s := Slide{Big: c.Point, Sentence: c.Shows, Note: c.Notes.Point}
	if s.Big == "" {
		s.Big, _, _ = strings.Cut(c.Shows, ":")
	}
	return s
}

// proof is the first approach with what research found or, where the questions stop, what to say on the phone.
func proof(a guide.Assessment) (Slide, bool) {
	if a.Level.Stops() {
		for _, c := range a.Foremost() {
			if c.Flag.Say != "" {
				return Slide{Big: "Say this", Sentence: "“" + strings.Trim(c.Flag.Say, "“”\"") + "”", Line: bare(c.Flag.Meaning) + ".", Calls: true}, true
			}
		}
		return Slide{}, false
	}
	m := a.Start.Match
	if m == nil || m.Evidence == nil {
		return Slide{}, false
	}
	return Slide{Big: benefit(m.Evidence), Sentence: m.Therapy.Name + ": " + lower(document.Sentence(m.Evidence.Found)), Line: "But: " + lower(document.Sentence(m.Therapy.Glance.Weak)), Evidence: m.Evidence}, true
}

// effect is the effect that a slide shows: on pain in the first weeks or, if that is unknown, on daily life.
func effect(e *knowledge.Evidence) knowledge.Effect {
	if e.Effect.PainShort != knowledge.EffectUnknown {
		return e.Effect.PainShort
	}
	return e.Effect.FunctionShort
}

// benefit is the effect in the words of the axis that all effects share.
func benefit(e *knowledge.Evidence) string {
	//exhaustive:enforce
	switch effect(e) {
	case knowledge.EffectNone:
		return "No benefit"
	case knowledge.EffectSmall:
		return "A little"
	case knowledge.EffectModerate:
		return "Clear"
	case knowledge.EffectLarge:
		return "Large"
	case knowledge.EffectUnknown:
	}
	return "Not known"
}

// held is the approach that a health item of this person weighs most against.
func held(g *guide.Guide, a guide.Assessment) (Slide, bool) {
	var worst *guide.Match
	for i := range a.Matches {
		m := &a.Matches[i]
		if len(m.Cautions) > 0 && m.Cautions[0].Flag == "" && m.Verdict >= knowledge.AskFirst && (worst == nil || m.Verdict > worst.Verdict) {
			worst = m
		}
	}
	if worst == nil {
		return Slide{}, false
	}
	s := Slide{Big: worst.Therapy.Name + "?", Sentence: document.Sentence(worst.Cautions[0].Contraindication.Reason), Line: document.Upper(worst.Word()) + "."}
	if len(a.KeepOff) > 0 {
		s.Off = &off{g, a}
	}
	return s, true
}

// spoken is the places, how long, and how bad, in a few words.
func spoken(g *guide.Guide, answers guide.Answers) string {
	var parts []string
	for _, role := range []knowledge.Role{knowledge.RolePlace, knowledge.RoleLength, knowledge.RolePain} {
		q := g.Role(role)
		if q == nil || !answers[q.ID].Given() {
			continue
		}
		for _, o := range answers[q.ID].Options {
			if label := q.Option(o); label != nil && o != knowledge.None {
				words := label.Label
				if role == knowledge.RolePain {
					words, _, _ = strings.Cut(words, " (")
				}
				parts = append(parts, words)
			}
		}
	}
	return strings.Join(parts, " · ")
}

// rest is what a name says after the first name, as a sentence of its own.
func rest(name string) string {
	_, words, _ := strings.Cut(name, ", ")
	return document.Sentence(document.Upper(words))
}

func bare(sentence string) string { return strings.TrimSuffix(strings.TrimSpace(sentence), ".") }

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
