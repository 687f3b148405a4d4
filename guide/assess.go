package guide

import (
	"cmp"
	"slices"

	"knead/guide/knowledge"
)

// Assessment is everything the guide concludes from one set of answers, as data: no words for the screen, every
// conclusion with the answers and the sources behind it.
type Assessment struct {
	Level    knowledge.Level
	Concerns []Concern            // the warnings that hold, most alarming first
	Open     []Open               // the warnings that are not settled, most alarming first
	Unsure   []Said               // what was answered "not sure"
	Unasked  []Said               // answers that count although their question or option does not apply: they warn of something
	Aside    []Said               // the others whose question or option does not apply; kept, not counted
	Pattern  *knowledge.Pattern   // nil when nothing fits
	Because  []Said               // the answers behind the pattern
	Matches  []Match              // every therapy, in rank order; empty when the level stops
	Start    Start                // what the result opens with
	Asked    []*knowledge.Therapy // what the person came to ask about, in the order of the therapies
	KeepOff  []KeepOff            // the places that some of them are to keep off
	Answers  Answers

	Contradictions []Contradiction // answers that say two things at once
	Outdated       Outdated        // for answers that were given earlier, as Today returns it
}

// Concern is a red flag that holds.
type Concern struct {
	Flag    *knowledge.RedFlag
	Because []Said
}

// Foremost returns the concerns to show to a person: of those that are steps of the same warning, only the most alarming.
func (a Assessment) Foremost() []Concern {
	var out []Concern
	for _, c := range a.Concerns {
		if !slices.ContainsFunc(out, func(x Concern) bool { return c.Flag.Evidence != "" && x.Flag.Evidence == c.Flag.Evidence }) {
			out = append(out, c)
		}
	}
	return out
}

// Open is a red flag that would hold if the open answers were yes.
type Open struct {
	Flag    *knowledge.RedFlag
	Because []Said // the open answers, and those that already support it
}

// Match is one therapy for this person.
type Match struct {
	Therapy  *knowledge.Therapy
	Verdict  knowledge.Verdict
	Fit      knowledge.Fit
	Rank     int                 // from 1, over all kinds
	Asked    bool                // the person came to ask about it
	For      []Reason            // reasons for it
	Cautions []Concession        // reasons against it, strictest first
	Wishes   []Reason            // how it meets what matters to the person; Against marks what it does not meet
	Evidence *knowledge.Evidence // for the person's pattern; nil when there is none
}

// Reason is a reason for a therapy, or about a wish.
type Reason struct {
	Because []Said
	Text    string
	Sources []string
	Against bool
}

// Concession is a contraindication that counts for this person, or a warning that holds hands-on therapies back: then it is
// the warning's meaning, or its question, for no history item.
type Concession struct {
	*knowledge.Contraindication                   // what is said; its own verdict is that of a yes
	Verdict                     knowledge.Verdict // as it counts here
	Because                     []Said
	Open                        bool // the answer behind it is "not sure"
	Local                       Local
	Part                        *knowledge.Region // the part of the body that it applies to; nil for the whole person, and for the place of the item
	Item                        *knowledge.Option // the history item; nil for a warning
	From                        string            // the therapy whose verdict is used instead; "" if it has its own
	Flag                        string            // the red flag that holds the therapy back; "" for a history item
}

// Assess evaluates the answers in one pure call. The same answers give the same assessment, regardless of their order.
func (g *Guide) Assess(a Answers) Assessment {
	s := g.evaluate(a)
	return s.assess()
}

func (s *state) assess() Assessment {
	g, a := s.g, s.answers
	out := Assessment{Answers: a}
	out.Level, out.Concerns, out.Open = s.triage()
	out.Unsure, out.Unasked, out.Aside, out.Contradictions = s.unsure(a), s.unaskedWarnings(), s.aside(a), g.Contradictions(a)
	pattern := s.pattern()
	if pattern >= 0 {
		out.Pattern = &g.k.Patterns[pattern]
		out.Because = s.trace(g.patterns[pattern], Yes)
	}
	wanted := s.wanted()
	for i := range g.therapies {
		if wanted[i] {
			out.Asked = append(out.Asked, &g.k.Therapies[i])
		}
	}
	if out.Level.Stops() {
		return out
	}
	matches, against := make([]Match, 0, len(g.therapies)), against{s.items(), s.worked(), out.held()}
	for i := range g.therapies {
		if s.holds(g.therapies[i].only) != No {
			m := s.match(i, pattern, &against, &out)
			m.Asked = wanted[i]
			matches = append(matches, m)
		}
	}
	out.Matches = ranked(matches)
	out.Start = out.start()
	out.KeepOff = s.keepOff(out.Matches)
	return out
}

// pattern is the first pattern that holds, or -1.
func (s *state) pattern() int {
	for i, w := range s.g.patterns {
		if s.holds(w) == Yes {
			return i
		}
	}
	return -1
}

// triage finds the level and what it rests on. An unsettled emergency or urgent sign is at least clinician-first.
func (s *state) triage() (knowledge.Level, []Concern, []Open) {
	level := knowledge.SelfCare
	var concerns []Concern
	var open []Open
	for i, w := range s.g.flags {
		flag := &s.g.k.RedFlags[i]
		switch s.holds(w) {
		case Yes:
			level = max(level, flag.Level)
			concerns = append(concerns, Concern{flag, s.trace(w, Yes)})
		case Unknown:
			if flag.Level >= knowledge.Urgent {
				level = max(level, knowledge.ClinicianFirst)
			}
			open = append(open, Open{flag, s.trace(w, Unknown)})
		}
	}
	slices.SortStableFunc(concerns, func(x, y Concern) int { return cmp.Compare(y.Flag.Level, x.Flag.Level) })
	slices.SortStableFunc(open, func(x, y Open) int { return cmp.Compare(y.Flag.Level, x.Flag.Level) })
	return level, concerns, open
}

// unsure lists what was asked and left open, one entry for a whole question.
func (s *state) unsure(a Answers) []Said {
	var out []Said
	for qi := range s.g.questions {
		q := &s.g.k.Questions[qi]
		x := a[q.ID]
		if s.applies[qi] == No {
			continue
		}
		if x.Unsure || slices.Contains(x.Dropped, Unsure) {
			out = append(out, Said{Fact: q.ID, Question: q.Quoted(), How: NotSure})
		}
		for _, id := range x.Open {
			out = append(out, s.said(s.g.questions[qi].first+q.Index(id)))
		}
	}
	return out
}

// aside lists answers that do not count, because their question or option does not apply.
func (s *state) aside(a Answers) []Said {
	var out []Said
	for qi := range s.g.questions {
		q := &s.g.k.Questions[qi]
		for _, id := range a[q.ID].Options {
			if oi := q.Index(id); id != knowledge.None && oi >= 0 && s.facts[s.g.questions[qi].first+oi] == No {
				out = append(out, s.said(s.g.questions[qi].first+oi))
			}
		}
	}
	return out
}

// match works out one therapy for this person.
func (s *state) match(ti, pattern int, against *against, a *Assessment) Match {
	t, c := &s.g.k.Therapies[ti], &s.g.therapies[ti]
	m := Match{Therapy: t}
	m.Cautions = s.concessions(ti, against)
	for i := range m.Cautions {
		m.Verdict = max(m.Verdict, m.Cautions[i].Verdict)
	}
	if pattern >= 0 && c.evidence[pattern] != nil {
		m.Evidence = c.evidence[pattern]
	}
	weight := weightOf(m.Evidence)
	if weight.fit() > knowledge.FitNone {
		m.For = append(m.For, Reason{Because: a.Because, Text: m.Evidence.Found, Sources: m.Evidence.Sources})
	}
	indicated := false
	for i, w := range c.indications {
		if s.holds(w) == Yes {
			in := &t.Indications[i]
			m.For = append(m.For, Reason{Because: s.trace(w, Yes), Text: in.Reason, Sources: in.Sources})
			indicated = true
		}
	}
	m.Fit = fit(weight, indicated, m.Verdict)
	for i, f := range c.wishes {
		if s.facts[f] == Yes {
			w := &t.Wishes[i]
			m.Wishes = append(m.Wishes, Reason{Because: s.reason(f), Text: w.Reason, Against: !w.Meets})
		}
	}
	return m
}

// against holds the possible reasons against a therapy for this person: the health items, with the regions that are worked on,
// and the warnings.
type against struct {
	items  []ailment
	worked []Local // by region
	held   []Concession
}

// ailment is a history item that is yes or unknown: which option, and whether the place where it lies is worked on.
type ailment struct {
	option  int
	known   Truth
	local   Local
	because []Said
}

// items lists the history items that count for this person. A local one lies elsewhere where the affected place certainly
// does not hurt; one that may be anywhere may be there.
func (s *state) items() []ailment {
	if s.g.history < 0 {
		return nil
	}
	var items []ailment
	q, c := &s.g.k.Questions[s.g.history], &s.g.questions[s.g.history]
	for oi := range c.options {
		x := ailment{option: oi, known: s.facts[c.first+oi], local: Here}
		if x.known == No || q.Options[oi].ID == knowledge.None {
			continue
		}
		if places := c.options[oi].places; len(places) > 0 {
			x.local = s.local(places)
		}
		x.because = s.reason(c.first + oi)
		items = append(items, x)
	}
	return items
}

// at reports whether the region of a verdict on the item is worked on.
func (a *against) at(x *ailment, r *ruling) Local {
	if r.area == affectedPlace {
		return x.local
	}
	return a.worked[r.area]
}

// counts is how strictly a therapy's verdict for the item counts. An unknown item is a caution where a yes would be
// stricter than that.
func (a *against) counts(x *ailment, r *ruling) knowledge.Verdict {
	v := r.Verdict
	if a.at(x, r) == Elsewhere {
		v = r.away
	}
	switch {
	case x.known == Yes:
		return v
	case v > knowledge.Caution:
		return knowledge.Caution
	}
	return knowledge.OK
}

// concessions returns the reasons against a therapy, strictest first: its history items, and the warnings that put hands-on
// work on hold.
func (s *state) concessions(ti int, a *against) []Concession {
	t, c, held := &s.g.k.Therapies[ti], &s.g.therapies[ti], a.held
	var n [knowledge.Avoid + 1]int
	for i := range a.items {
		n[a.counts(&a.items[i], c.rulings[a.items[i].option])]++
	}
	if !t.HandsOn {
		held = nil
	}
	n[knowledge.AskFirst] += len(held)
	if n[knowledge.Caution]+n[knowledge.AskFirst]+n[knowledge.Avoid] == 0 {
		return nil
	}
	out := make([]Concession, 0, n[knowledge.Caution]+n[knowledge.AskFirst]+n[knowledge.Avoid])
	for verdict := knowledge.Avoid; verdict > knowledge.OK; verdict-- {
		if n[verdict] == 0 {
			continue
		}
		for i := range a.items {
			if x := &a.items[i]; a.counts(x, c.rulings[x.option]) == verdict {
				out = append(out, s.concession(x, c.rulings[x.option], verdict, a.at(x, c.rulings[x.option])))
			}
		}
		if verdict == knowledge.AskFirst {
			out = append(out, held...)
		}
	}
	return out
}

func (s *state) concession(x *ailment, r *ruling, verdict knowledge.Verdict, local Local) Concession {
	c := Concession{
		Contraindication: r.Contraindication, Verdict: verdict, Because: x.because, Open: x.known == Unknown, Local: local,
		Item: &s.g.k.Questions[s.g.history].Options[x.option], From: r.from,
	}
	if r.area > affectedPlace {
		c.Part = &s.g.k.Regions[r.area-affectedPlace-1]
	}
	return c
}

// held lists the warnings that hold hands-on work back until a clinician has looked: those that are there or, when none is,
// the open ones that are serious.
func (a *Assessment) held() []Concession {
	if a.Level < knowledge.ClinicianFirst {
		return nil
	}
	says := make([]knowledge.Contraindication, 0, len(a.Concerns)+len(a.Open))
	held := make([]Concession, 0, cap(says))
	hold := func(flag *knowledge.RedFlag, because []Said, reason string, open bool) {
		says = append(says, knowledge.Contraindication{Verdict: knowledge.AskFirst, Reason: reason, Status: flag.Status, Sources: flag.Sources})
		held = append(held, Concession{Contraindication: &says[len(says)-1], Verdict: knowledge.AskFirst, Because: because, Open: open, Flag: flag.ID})
	}
	for _, k := range a.Concerns {
		hold(k.Flag, k.Because, k.Flag.Meaning, false)
	}
	for _, o := range a.Open {
		if o.Flag.Level >= knowledge.Urgent && len(a.Concerns) == 0 {
			hold(o.Flag, o.Because, o.Flag.Question, true)
		}
	}
	return held
}
