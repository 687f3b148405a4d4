package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// plan is what somebody who needs nobody first can do, why, what to expect, and what it will not do.
//
// It has two voices. The pattern says how to begin and how it usually goes; the therapy that the result opens with says how to go
// on, and what research found about it. The pattern's first step comes first, since it costs nothing; the therapy follows from
// it where the step is part of it or where both are done at home, and is the next thing to try where it has to be booked. If
// the person's own verdicts speak against the step, the therapy is the first step, with its own reason and its own weak
// points: no row is about something that the person should not begin with.
func (b builder) plan() []AnswerRow {
	m, p := b.a.Start.Match, b.firstStep()
	if p == nil {
		return b.byTherapy(m)
	}
	step := []AnswerPart{advice(Narrow, p.Do)}
	why := []AnswerPart{part(Narrow, b.because(b.a.Because)), advice(Usual, p.Why)}
	expect := []AnswerPart{advice(Narrow, p.Expect)}
	not := []AnswerPart{advice(Usual, p.Not)}
	care := b.care(b.within(p.Do)...)
	if m != nil && hasSupport(m) {
		step = append(step, part(Usual, goOn(m.Therapy, p.Do)))
		why = append(why, b.order(Ample))
		expect = append(expect, b.found(Usual, m))
		if !slices.Contains(p.Do.Uses, m.Therapy.ID) { // else the pattern says when to judge
			expect = append(expect, try(Ample, m))
		}
		not = append(not, part(Ample, m.Therapy.Name+": "+document.Lower(document.Ended(m.Therapy.Glance.Weak))))
		care = b.care(append(b.within(p.Do), m)...)
	}
	if care.Words != "" {
		expect[0].Room = Usual // in a small window, care comes before what to expect
	}
	return []AnswerRow{do(step...), row("Why", why...), row("Expect", expect...), row("But", not...), care}
}

// byTherapy is the plan that rests on a therapy alone.
func (b builder) byTherapy(m *guide.Match) []AnswerRow {
	usually := AnswerPart{}
	if p := b.a.Pattern; p != nil {
		usually = advice(Narrow, p.Plan.Expect)
	}
	if m == nil {
		return []AnswerRow{do(part(Narrow, b.atHome())), row("Expect", usually)}
	}
	expect := []AnswerPart{usually, b.found(Usual, m), try(Ample, m)}
	if usually.Words == "" {
		expect[1].Room = Narrow
	}
	return []AnswerRow{
		do(part(Narrow, document.Sentence(m.Therapy.Begin))), b.whyTherapy(m), row("Expect", expect...),
		row("But", part(Usual, document.Sentence(m.Therapy.Glance.Weak))), b.care(m),
	}
}

// firstStep is the plan of the person's pattern, or nil where they should not begin with what it amounts to. What needs care
// comes with the care it needs.
func (b builder) firstStep() *knowledge.Plan {
	if p := b.a.Pattern; p != nil && p.Plan.Do.Text != "" && b.strictest(p.Plan.Do) < knowledge.AskFirst {
		return &p.Plan
	}
	return nil
}

// within are the therapies that advice amounts to, as they suit this person.
func (b builder) within(x knowledge.Advice) []*guide.Match {
	var out []*guide.Match
	for i := range b.a.Matches {
		if m := &b.a.Matches[i]; slices.Contains(x.Uses, m.Therapy.ID) {
			out = append(out, m)
		}
	}
	return out
}

// strictest is the strictest of the person's verdicts on the therapies that advice amounts to.
func (b builder) strictest(x knowledge.Advice) knowledge.Verdict {
	var v knowledge.Verdict
	for _, m := range b.within(x) {
		v = max(v, m.Verdict)
	}
	return v
}

// hasSupport reports whether research or a guideline says something for a therapy. Otherwise the plan does not mention it.
func hasSupport(m *guide.Match) bool {
	return m.Fit > knowledge.FitPossible || m.Evidence != nil && m.Evidence.Direction != knowledge.DirectionUnknown
}

// goOn is how to begin with a therapy after the first step: the step may be part of it, or it may be something else to do at
// home, or something else to book.
func goOn(t *knowledge.Therapy, step knowledge.Advice) string {
	begin := document.Sentence(t.Begin)
	switch part := slices.Contains(step.Uses, t.ID); {
	case part:
		return begin
	case t.Kind == knowledge.SelfHelp:
		return "You can also " + document.Lower(begin)
	}
	return "If that is not enough, " + document.Lower(begin)
}

// atHome is the first thing to do at home that nothing speaks against.
func (b builder) atHome() string {
	if p := b.a.Pattern; p != nil {
		for _, x := range p.Home {
			if b.strictest(x) < knowledge.Caution {
				return document.Sentence(x.Text)
			}
		}
	}
	return "Nothing in particular fits all your answers. Show them to a doctor, a nurse, or a physical therapist, and ask what you can do yourself."
}

// step is the row that says what to do, in words.
func (b builder) step() string {
	if b.a.Level == knowledge.SelfCare {
		for _, r := range b.plan() {
			if r.First && r.Words != "" {
				return r.Words
			}
		}
	}
	return document.Sentence(b.g.Level(b.a.Level).Headline)
}

func advice(room Room, x knowledge.Advice) AnswerPart {
	return part(room, document.Sentence(x.Text), x.Sources...)
}

// found is what research found about a therapy for pain like this.
func (b builder) found(room Room, m *guide.Match) AnswerPart {
	if m.Evidence == nil {
		return part(room, "No one has studied "+m.Therapy.InText()+" well for "+b.like()+".")
	}
	return part(room, b.finding(m.Therapy, m.Evidence), m.Evidence.Sources...)
}

func try(room Room, m *guide.Match) AnswerPart {
	return part(room, "How long to try it: "+document.Sentence(m.Therapy.Glance.Try))
}

// care is what to mind when beginning with the first of these therapies that needs care.
func (b builder) care(plan ...*guide.Match) AnswerRow {
	for _, m := range plan {
		for _, c := range m.Cautions {
			if m.Verdict == knowledge.Caution && c.Verdict == knowledge.Caution && c.Adaptation != "" {
				return row("Care", part(Usual, b.because(c.Because)), part(Narrow, document.Sentence(c.Adaptation), c.Sources...))
			}
		}
	}
	return AnswerRow{}
}

// whyTherapy is why the first therapy suits this person, and why it comes first.
func (b builder) whyTherapy(m *guide.Match) AnswerRow {
	said, reason := part(Narrow, b.because(b.a.Because)), AnswerPart{}
	if len(m.For) > 0 {
		r := m.For[0]
		said, reason = part(Narrow, b.because(r.Because)), part(Usual, document.Sentence(r.Text), r.Sources...)
	}
	order := b.order(Ample)
	switch {
	case said.Words != "":
	case reason.Words != "":
		reason.Room = Narrow
	default:
		order.Room = Narrow
	}
	return row("Why", said, reason, order)
}

// order says in one sentence why the first therapy comes before the next.
func (b builder) order(room Room) AnswerPart {
	if b.a.Start.Next == nil {
		return AnswerPart{}
	}
	return part(room, b.orderWords(b.a.Start.Basis, b.a.Start.Match.Therapy, b.a.Start.Next.Therapy))
}

func (b builder) orderWords(by guide.Basis, first, next *knowledge.Therapy) string {
	begin, than := "Of the approaches, "+first.InText()+" "+verb(first, "comes", "come")+" first: ", next.InText()
	//exhaustive:enforce
	switch by {
	case guide.ByVerdict:
		return begin + verb(first, "it needs", "they need") + " fewer precautions than " + than + "."
	case guide.ByFit:
		return begin + "little supports " + than + " in " + b.like() + "."
	case guide.ByStudy:
		return begin + "no study of " + than + " in " + b.like() + " was found."
	case guide.ByEvidence:
		return begin + "research and guidelines support " + verb(first, "it", "them") + " more than " + than + "."
	case guide.ByIndication:
		return begin + "more of your answers point to " + verb(first, "it", "them") + " than to " + than + "."
	case guide.ByForce:
		return begin + verb(first, "it is", "they are") + " gentler than " + than + "."
	case guide.ByWish:
		return begin + verb(first, "it fits", "they fit") + " what matters to you better than " + than + "."
	case guide.ByName:
		return begin + "nothing but the alphabet puts " + verb(first, "it", "them") + " before " + than + "."
	}
	return ""
}

// verb agrees with the name of a therapy, which may be of two things.
func verb(t *knowledge.Therapy, one, two string) string {
	if strings.Contains(t.Name, " and ") {
		return two
	}
	return one
}
