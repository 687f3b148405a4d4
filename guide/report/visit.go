package report

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// chosen are the therapies worth planning for: the n best placed of each kind that may be used at once, or, when a
// clinician should look first, the best placed of each kind that may be asked about.
func (b builder) chosen(n int) []*guide.Match {
	var out []*guide.Match
	for _, kind := range knowledge.TherapyKinds() {
		var now, asked []*guide.Match
		for i := range b.a.Matches {
			switch m := &b.a.Matches[i]; {
			case m.Therapy.Kind != kind || m.Fit == knowledge.FitNone:
			case m.Verdict <= knowledge.Caution && len(now) < n:
				now = append(now, m)
			case m.Verdict == knowledge.AskFirst && len(asked) < 1:
				asked = append(asked, m)
			}
		}
		if len(now) == 0 {
			now = asked
		}
		out = append(out, now...)
	}
	return out
}

// ask lists what to tell and ask at a visit.
func (b builder) ask() document.Section {
	s := document.Section{ID: "ask", Title: "What to tell and ask the practitioner"}
	var tell document.List
	item := func(words string) { tell.Items = append(tell.Items, document.Item{Text: text(words), Write: true}) }
	if words := b.say(b.a.Because); words != "" {
		item("What it is about: " + words + ".")
	}
	yes, unsure := b.toTell()
	unsure = b.asLeft(unsure)
	if n := len(yes) - mostTold; b.onePage && n > 1 {
		item("What they should know first: " + b.say(yes[:mostTold]) + ", and " + strconv.Itoa(n) + " more that the full result lists.")
	} else if len(yes) > 0 {
		item("What they should know first: " + b.say(yes) + ".")
	}
	if len(unsure) > 0 {
		words := strings.TrimPrefix(b.say(unsure), "not sure: ")
		item("What you could not answer: " + strings.TrimPrefix(words, "not answered: ") + ".")
	}
	for _, k := range b.a.Foremost() {
		if k.Flag.Say != "" {
			item("To a doctor or a nurse: " + document.Sentence(k.Flag.Say))
		}
	}
	where := "Where it hurts"
	if !b.hurts() {
		where = "What bothers you"
	}
	item(where + ", since when, what makes it better or worse, and what you have tried.")
	s.Blocks = append(s.Blocks, tell)
	for _, m := range b.chosen(1) {
		var list document.List
		for _, x := range m.Therapy.Tell {
			list.Items = append(list.Items, document.Item{Text: sourced(document.Sentence(x.Text), x.Sources), Write: true})
		}
		if slices.ContainsFunc(m.Cautions, func(c guide.Concession) bool { return c.Adaptation != "" }) {
			list.Items = append(list.Items, document.Item{Text: text("Ask for the precautions listed under " + m.Therapy.Name + ", “Care”."), Write: true})
		}
		if len(list.Items) > 0 {
			s.Blocks = append(s.Blocks, document.Paragraph{Text: text(m.Therapy.Name), Lead: true}, list)
		}
	}
	return s
}

// mostTold is how many of the answers to mention first fit on one page.
const mostTold = 10

// toTell gathers the answers that any therapist, or a clinician, should hear of, and those that are open.
func (b builder) toTell() (yes, unsure []guide.Said) {
	for _, k := range b.a.Foremost() {
		yes = addSaid(yes, k.Because)
	}
	for i := range b.a.Matches {
		for _, c := range b.a.Matches[i].Cautions {
			if c.Flag != "" {
				continue
			}
			if c.Open {
				unsure = addSaid(unsure, c.Because)
			} else {
				yes = addSaid(yes, c.Because)
			}
		}
	}
	return yes, unsure
}

// sessions is how many, what to expect, and when to stop.
func (b builder) sessions() document.Section {
	s := document.Section{ID: "sessions", Title: "How many sessions, what to expect, when to stop and get help"}
	table := document.Rows{Head: [2]string{"Approach", "How many, and what to expect"}}
	for _, m := range b.chosen(2) {
		g := m.Therapy.Glance
		table.Rows = append(table.Rows, document.Row{Term: text(m.Therapy.Name), Text: []document.Text{
			{Words: document.Join(document.Sentence(g.Try), "Effort: "+document.Ended(g.Effort), "Touch: "+document.Ended(g.Touch), "Cost: "+document.Ended(g.Cost))},
		}})
	}
	if len(table.Rows) > 0 {
		s.Blocks = append(s.Blocks, table)
	}
	s.Blocks = append(s.Blocks, document.Paragraph{Text: text("You may stop a session at any moment. If nothing has changed after the number above, stop and think again.")})
	if list := b.alarms(); len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, document.Callout{Tone: document.Urgent, Title: "Stop and get help", Blocks: []document.Block{
			document.Paragraph{Text: text("Call 911, 112, or your local emergency number at once if one of these starts, during or after a session:")}, list,
		}})
	}
	return s
}

// alarms lists the warnings that everybody is asked about, each with a source of a rule that rests on it.
func (b builder) alarms() document.List {
	var list document.List
	q := b.g.Role(knowledge.RoleAlarm)
	if q == nil {
		return list
	}
	for _, o := range q.Options {
		if o.ID != knowledge.None {
			list.Items = append(list.Items, document.Item{Text: cited(o.Label, b.alarmSource(q.ID+"/"+o.ID))})
		}
	}
	return list
}

func (b builder) alarmSource(fact string) []string {
	flags := b.g.Knowledge().RedFlags
	for level := knowledge.Emergency; level >= knowledge.Urgent; level-- {
		for i := range flags {
			f := &flags[i]
			if f.Level == level && len(f.Sources) > 0 && slices.ContainsFunc(f.When, func(all []string) bool { return slices.Contains(all, fact) }) {
				return f.Sources[:1]
			}
		}
	}
	return nil
}

func addSaid(list, more []guide.Said) []guide.Said {
	for _, x := range more {
		if !slices.ContainsFunc(list, func(y guide.Said) bool { return x.Fact == y.Fact }) {
			list = append(list, x)
		}
	}
	return list
}
