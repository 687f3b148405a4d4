package guide

import (
	"cmp"
	"slices"
)

// Assessment is everything the guide concludes from one set of answers, as data: no words for the screen, every
// conclusion with the answers and the sources behind it.
type Assessment struct {
	Level    Level
	Concerns []Concern // the warnings that hold, most alarming first
	Open     []Open    // the warnings that are not settled, most alarming first
	Unsure   []Said    // what was answered "not sure"
	Aside    []Said    // answers whose question or option does not apply; kept, not counted
	Pattern  *Pattern  // nil when nothing fits
	Because  []Said    // the answers behind the pattern
	Matches  []Match   // every therapy, in rank order; empty when the level stops
	Answers  Answers
}

// Concern is a red flag that holds.
type Concern struct {
	Flag    *RedFlag
	Because []Said
}

// Open is a red flag that would hold if the open answers were yes.
type Open struct {
	Flag    *RedFlag
	Because []Said // what is open, and what already speaks for it
}

// Match is one therapy for this person.
type Match struct {
	Therapy  *Therapy
	Verdict  Verdict
	Fit      Fit
	Rank     int // from 1, over all kinds
	Grade    Grade
	For      []Reason     // what speaks for it
	Cautions []Concession // what speaks against it, strictest first
	Wishes   []Reason     // how it meets what matters to the person; Against marks what it does not meet
	Evidence *Evidence    // for the person's pattern; nil when there is none
}

// Reason is something that speaks for a therapy, or about a wish.
type Reason struct {
	Because []Said
	Text    string
	Sources []string
	Against bool
}

// Concession is a contraindication that counts for this person, or a warning that holds hands-on therapies back.
type Concession struct {
	Because    []Said
	Verdict    Verdict // as it counts here
	Open       bool    // the answer behind it is "not sure"
	Local      Local
	Reason     string
	Adaptation string
	Status     string
	Sources    []string
	From       string // the therapy whose verdict stands in; "" for its own
	Flag       string // the red flag that holds the therapy back; "" for a history item
}

// Local says whether a contraindication speaks of the affected place only.
type Local uint8

// Whole speaks of the person; Here of a place that hurts, or may; Elsewhere of a place that does not hurt.
const (
	Whole Local = iota
	Here
	Elsewhere
)

// Assess concludes what follows from the answers, in one pure call. The same answers give the same assessment, whatever
// the order in which they were given.
func (g *Guide) Assess(a Answers) Assessment {
	s := g.evaluate(a)
	out := Assessment{Answers: a}
	out.Level, out.Concerns, out.Open = s.triage()
	out.Unsure, out.Aside = s.unsure(a), s.aside(a)
	pattern := s.pattern()
	if pattern >= 0 {
		out.Pattern = &g.k.Patterns[pattern]
		out.Because = s.trace(g.patterns[pattern], Yes)
	}
	if out.Level.Stops() {
		return out
	}
	out.Matches = make([]Match, len(g.therapies))
	for i := range g.therapies {
		out.Matches[i] = s.match(i, pattern, &out)
	}
	slices.SortStableFunc(out.Matches, compareMatches)
	for i := range out.Matches {
		out.Matches[i].Rank = i + 1
	}
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
func (s *state) triage() (Level, []Concern, []Open) {
	level := SelfCare
	var concerns []Concern
	var open []Open
	for i, w := range s.g.flags {
		flag := &s.g.k.RedFlags[i]
		switch s.holds(w) {
		case Yes:
			level = max(level, flag.Level)
			concerns = append(concerns, Concern{flag, s.trace(w, Yes)})
		case Unknown:
			if flag.Level >= Urgent {
				level = max(level, ClinicianFirst)
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
		if x.Unsure {
			out = append(out, Said{Fact: q.ID, Question: q.Title, Answer: Unsure, Known: Unknown})
		}
		for _, id := range x.Open {
			out = append(out, s.said(s.g.questions[qi].first+q.optionIndex(id)))
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
			if oi := q.optionIndex(id); id != None && oi >= 0 && s.facts[s.g.questions[qi].first+oi] == No {
				out = append(out, s.said(s.g.questions[qi].first+oi))
			}
		}
	}
	return out
}

// match works out one therapy for this person.
func (s *state) match(ti, pattern int, a *Assessment) Match {
	t, c := &s.g.k.Therapies[ti], &s.g.therapies[ti]
	m := Match{Therapy: t}
	m.Cautions = s.concessions(ti, a)
	for _, x := range m.Cautions {
		m.Verdict = max(m.Verdict, x.Verdict)
	}
	if pattern >= 0 && c.evidence[pattern] != nil {
		m.Evidence = c.evidence[pattern]
	}
	m.Grade = m.Evidence.grade()
	for i, w := range c.indications {
		if s.holds(w) == Yes {
			in := &t.Indications[i]
			m.For = append(m.For, Reason{Because: s.trace(w, Yes), Text: in.Reason, Sources: in.Sources})
		}
	}
	m.Fit = fit(m.Grade, len(m.For), m.Verdict)
	if m.Evidence != nil && m.Grade.supports() {
		found := Reason{Because: a.Because, Text: m.Evidence.Found, Sources: m.Evidence.Sources}
		m.For = append([]Reason{found}, m.For...)
	}
	for i, f := range c.wishes {
		if s.facts[f] == Yes {
			w := &t.Wishes[i]
			m.Wishes = append(m.Wishes, Reason{Because: []Said{s.said(f)}, Text: w.Reason, Against: !w.Meets})
		}
	}
	return m
}

// concessions lists what speaks against a therapy: its history items, and the warnings that hold hands-on work back.
func (s *state) concessions(ti int, a *Assessment) []Concession {
	t, c := &s.g.k.Therapies[ti], &s.g.therapies[ti]
	var out []Concession
	for oi, v := range c.verdicts {
		if v == nil {
			continue
		}
		fact := s.g.questions[s.g.history].first + oi
		verdict, local := s.counts(oi, v.Verdict)
		if verdict == OK {
			continue
		}
		x := Concession{
			Because: []Said{s.said(fact)}, Verdict: verdict, Open: s.facts[fact] == Unknown, Local: local, Reason: v.Reason,
			Adaptation: v.Adaptation, Status: v.Status, Sources: v.Sources, From: c.from[oi],
		}
		out = append(out, x)
	}
	if t.HandsOn && a.Level >= ClinicianFirst {
		for _, k := range a.Concerns {
			out = append(out, Concession{
				Because: k.Because, Verdict: AskFirst, Reason: k.Flag.Meaning, Status: k.Flag.Status, Sources: k.Flag.Sources, Flag: k.Flag.ID,
			})
		}
		for _, o := range a.Open {
			if o.Flag.Level >= Urgent && len(a.Concerns) == 0 {
				out = append(out, Concession{
					Because: o.Because, Verdict: AskFirst, Open: true, Reason: o.Flag.Question, Status: o.Flag.Status, Sources: o.Flag.Sources, Flag: o.Flag.ID,
				})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Concession) int { return cmp.Compare(y.Verdict, x.Verdict) })
	return out
}

// counts is how strictly a history item's verdict counts for this person. An unknown item is a caution where a yes would
// be stricter than that. A local one softens to a caution where the affected place certainly does not hurt: leave it out.
func (s *state) counts(history int, v Verdict) (Verdict, Local) {
	q := &s.g.questions[s.g.history]
	known, local := s.facts[q.first+history], Whole
	if known == No || v == OK {
		return OK, local
	}
	if s.g.k.Questions[s.g.history].Options[history].Scope == "local" {
		local = Here
		if places := q.options[history].places; len(places) > 0 {
			local = Elsewhere
			for _, p := range places {
				if s.value(p) != No {
					local = Here
				}
			}
		}
	}
	if local == Elsewhere {
		v = min(v, Caution)
	}
	if known == Unknown {
		if v <= Caution {
			return OK, local
		}
		return Caution, local
	}
	return v, local
}
