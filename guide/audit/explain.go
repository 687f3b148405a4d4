package audit

import (
	"fmt"
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// account is one explained assessment together with what the reference says of the same answers.
type account struct {
	*evaluation
	a guide.Assessment
}

// demands are the conditions that every single assessment must meet, by invariant. Each returns the problem, or "".
var demands = []struct {
	invariant int
	wrong     func(*worker, *account) string
}{
	{0, (*worker).disagrees},
	{1, (*worker).offersInDanger},
	{1, (*worker).dropsSign},
	{2, (*worker).matchesUnsafely},
	{4, (*worker).hidesOpen},
	{6, (*worker).lacksReason},
	{6, (*worker).misquotes},
	{7, (*worker).leavesEmptyHanded},
	{10, (*worker).retellsEvidence},
}

// explain assesses answers the explained way and checks every demand. The subject names what was tried.
func (w *worker) explain(a guide.Answers, subject string) guide.Assessment {
	x := &account{w.ref.evaluate(a), w.assess(a)}
	for _, d := range demands {
		w.counts[d.invariant]++
		if d.wrong(w, x) != "" {
			w.report(d.invariant, subject, func(sets []guide.Answers) string {
				return d.wrong(w, &account{w.ref.evaluate(sets[0]), w.assess(sets[0])})
			}, a)
		}
	}
	return x.a
}

// disagrees compares the explained way with the fast one and with the reference.
func (w *worker) disagrees(x *account) string {
	fast, full := w.inLanes(x.answers), w.verdictsOf(&x.a)
	level := x.level()
	switch {
	case full.level != level:
		return fmt.Sprintf("the level is %s; by the reference it is %s", full.level, level)
	case fast.level != full.level:
		return fmt.Sprintf("the level is %s; in lanes it is %s", full.level, fast.level)
	case full.pattern != x.pattern():
		return "the pattern is not the first that holds"
	case fast.pattern != full.pattern:
		return "the pattern is another one in lanes"
	}
	for ti := range full.of {
		t := &w.g.k.Therapies[ti]
		switch shown := !level.Stops() && x.shown(t); {
		case full.shown[ti] != shown:
			return fmt.Sprintf("whether %s is shown: %t; by the reference: %t", t.ID, full.shown[ti], shown)
		case fast.shown[ti] != shown:
			return fmt.Sprintf("whether %s is shown: %t; in lanes: %t", t.ID, shown, fast.shown[ti])
		case !shown:
			continue
		}
		if full.of[ti] != fast.of[ti] || full.fit[ti] != fast.fit[ti] {
			return fmt.Sprintf("%s is %s and %s; in lanes it is %s and %s", t.ID, full.of[ti], full.fit[ti], fast.of[ti], fast.fit[ti])
		}
		if v := x.verdict(t, level); v != full.of[ti] {
			return fmt.Sprintf("%s is %s; by the reference it is %s", t.ID, full.of[ti], v)
		}
	}
	return ""
}

// offersInDanger: a contradiction is reported, a red flag that holds is named and sets the level, and urgent and emergency
// results offer no therapy.
func (w *worker) offersInDanger(x *account) string {
	for id, answer := range x.answers {
		told := slices.ContainsFunc(x.a.Contradictions, func(c guide.Contradiction) bool { return c.Question.ID == id })
		if len(answer.Dropped) > 0 && !told {
			return id + " contradicts itself, and that is not reported"
		}
	}
	for i := range x.k.RedFlags {
		f := &x.k.RedFlags[i]
		if x.holds(f.When) != guide.Yes {
			continue
		}
		if x.a.Level < f.Level {
			return fmt.Sprintf("%s holds, which is %s, and the level is %s", f.ID, f.Level, x.a.Level)
		}
		if !slices.ContainsFunc(x.a.Concerns, func(c guide.Concern) bool { return c.Flag == f }) {
			return f.ID + " holds and is not named"
		}
	}
	if !x.a.Level.Stops() {
		return ""
	}
	text := w.g.Level(x.a.Level)
	switch {
	case len(x.a.Matches) > 0:
		return fmt.Sprintf("the level is %s, and %s is offered", x.a.Level, x.a.Matches[0].Therapy.ID)
	case len(x.a.Concerns) == 0 || x.a.Concerns[0].Flag.Level != x.a.Level:
		return fmt.Sprintf("the level is %s, and the first concern does not explain it", x.a.Level)
	case x.a.Concerns[0].Flag.Advice == "" && text.Advice == "":
		return fmt.Sprintf("the level is %s, and nothing says what to do now", x.a.Level)
	}
	return ""
}

// dropsSign: a warning sign in the answers counts and is shown, whether or not it is asked; one that counts without being asked
// is at least a reason to ask a clinician.
func (w *worker) dropsSign(x *account) string {
	for name := range x.warns {
		q, o := x.questions[name], x.options[name]
		named := x.named(q, o)
		if named == guide.No {
			continue
		}
		told := slices.ContainsFunc(x.a.Unasked, func(s guide.Said) bool { return s.Fact == name })
		switch put := x.put(q, o); {
		case x.fact(name) < named:
			return fmt.Sprintf("%s is named, and is %s", name, x.fact(name))
		case !put && !told:
			return name + " is named but not asked, and nothing says that it counts"
		case put && told:
			return name + " is asked, and reported as if it were not"
		case !put && named == guide.Yes && q.ID != x.historyID() && x.a.Level < knowledge.ClinicianFirst:
			return fmt.Sprintf("%s is named, and the level is %s", name, x.a.Level)
		}
	}
	return ""
}

// matchesUnsafely: a therapy that a history item rules out never fits and never comes first.
func (w *worker) matchesUnsafely(x *account) string {
	history := x.history
	if history == nil {
		return ""
	}
	for i := range x.a.Matches {
		m := &x.a.Matches[i]
		for oi := range history.Options {
			o := &history.Options[oi]
			if o.ID == knowledge.None || x.fact(x.history.ID+"/"+o.ID) != guide.Yes || x.item(m.Therapy, o) != knowledge.Avoid {
				continue
			}
			if first := x.a.FirstChoice(m.Therapy.Kind); m.Verdict != knowledge.Avoid || m.Fit != knowledge.FitNone || first != nil && first.Therapy == m.Therapy {
				return fmt.Sprintf("%s rules out %s, which is %s with fit %s", o.ID, m.Therapy.ID, m.Verdict, m.Fit)
			}
		}
	}
	return ""
}

// hidesOpen: an open sign is listed, and a serious one is at least clinician-first; an open history item is at least a caution
// where a yes would be stricter.
func (w *worker) hidesOpen(x *account) string {
	for i := range x.k.RedFlags {
		f := &x.k.RedFlags[i]
		if x.holds(f.When) != guide.Unknown {
			continue
		}
		if f.Level >= knowledge.Urgent && x.a.Level < knowledge.ClinicianFirst {
			return fmt.Sprintf("%s is open, and the level is %s", f.ID, x.a.Level)
		}
		if !slices.ContainsFunc(x.a.Open, func(o guide.Open) bool { return o.Flag == f }) {
			return f.ID + " is open and not listed"
		}
	}
	history := x.history
	if history == nil {
		return ""
	}
	for i := range x.a.Matches {
		m := &x.a.Matches[i]
		for oi := range history.Options {
			o := &history.Options[oi]
			if o.ID != knowledge.None && m.Verdict == knowledge.OK && x.fact(x.history.ID+"/"+o.ID) == guide.Unknown && x.item(m.Therapy, o) > knowledge.OK {
				return fmt.Sprintf("%s is open, and %s is ok", o.ID, m.Therapy.ID)
			}
		}
	}
	return ""
}

// lacksReason: every concern, open sign, caution and fit names answers, words and where it comes from.
func (w *worker) lacksReason(x *account) string {
	for _, c := range x.a.Concerns {
		switch {
		case !worded(c.Because) || c.Flag.Meaning == "":
			return c.Flag.ID + " holds without a because"
		case len(c.Flag.Sources) == 0 && !c.Flag.Judgement && c.Flag.Status == 0:
			return c.Flag.ID + " names neither a source nor a status"
		}
	}
	for _, o := range x.a.Open {
		if !worded(o.Because) || o.Flag.Question == "" {
			return o.Flag.ID + " is open without a because"
		}
	}
	if x.a.Pattern != nil && !worded(x.a.Because) {
		return "the pattern " + x.a.Pattern.ID + " has no because"
	}
	for i := range x.a.Matches {
		m := &x.a.Matches[i]
		if m.Fit > knowledge.FitNone && len(m.For) == 0 {
			return m.Therapy.ID + " fits without a reason"
		}
		if m.Fit > knowledge.FitPossible && !slices.ContainsFunc(m.For, func(r guide.Reason) bool { return len(r.Sources) > 0 }) {
			return m.Therapy.ID + " fits well without a source"
		}
		for _, r := range append(slices.Clone(m.For), m.Wishes...) {
			if !worded(r.Because) || r.Text == "" {
				return fmt.Sprintf("%s: the reason %q has no because", m.Therapy.ID, r.Text)
			}
		}
		strictest := knowledge.OK
		for _, c := range m.Cautions {
			strictest = max(strictest, c.Verdict)
			switch {
			case !worded(c.Because) || c.Reason == "":
				return fmt.Sprintf("%s is %s without a because", m.Therapy.ID, c.Verdict)
			case len(c.Sources) == 0 && c.Status == 0:
				return fmt.Sprintf("%s is %s (%s), and names neither a source nor a status", m.Therapy.ID, c.Verdict, c.Because[0].Fact)
			}
		}
		if m.Verdict != strictest {
			return fmt.Sprintf("%s is %s, and its reasons come to %s", m.Therapy.ID, m.Verdict, strictest)
		}
	}
	return ""
}

// worded reports whether there are answers behind something, each with its words.
func worded(because []guide.Said) bool {
	return len(because) > 0 && !slices.ContainsFunc(because, func(s guide.Said) bool {
		return s.Fact == "" || s.Question == "" || s.Option == ""
	})
}

// misquotes: every reason records how its answer was given, and an answer that counts as chosen was chosen.
func (w *worker) misquotes(x *account) string {
	all := slices.Concat(x.a.Because, x.a.Unsure, x.a.Aside)
	for _, c := range x.a.Concerns {
		all = append(all, c.Because...)
	}
	for _, o := range x.a.Open {
		all = append(all, o.Because...)
	}
	for i := range x.a.Matches {
		m := &x.a.Matches[i]
		for _, r := range m.For {
			all = append(all, r.Because...)
		}
		for _, r := range m.Wishes {
			all = append(all, r.Because...)
		}
		for _, c := range m.Cautions {
			all = append(all, c.Because...)
		}
	}
	for _, s := range all {
		if how := x.how(s); s.How != how {
			return fmt.Sprintf("%s is quoted as %s, and was %s", s.Fact, s.How, how)
		}
	}
	return ""
}

// leavesEmptyHanded: there is a next step: what the level says, what to do at home, or a therapy that can be used.
func (w *worker) leavesEmptyHanded(x *account) string {
	if w.g.Level(x.a.Level).Advice != "" || len(x.a.Concerns) > 0 && x.a.Concerns[0].Flag.Advice != "" {
		return ""
	}
	if !x.a.Level.Stops() {
		if x.a.Pattern != nil && len(x.a.Pattern.Home) > 0 {
			return ""
		}
		for i := range x.a.Matches {
			if m := &x.a.Matches[i]; m.Verdict <= knowledge.Caution && m.Fit > knowledge.FitNone {
				return ""
			}
		}
	}
	return fmt.Sprintf("nothing to do next at %s", x.a.Level)
}

// retellsEvidence: the evidence shown equals the knowledge for this pattern, for every therapy; the order follows the verdicts,
// and the words follow the order.
func (w *worker) retellsEvidence(x *account) string {
	for i := range x.k.Therapies {
		t := &x.k.Therapies[i]
		if !x.a.Level.Stops() && x.shown(t) && !slices.ContainsFunc(x.a.Matches, func(m guide.Match) bool { return m.Therapy == t }) {
			return t.ID + " is not explained"
		}
	}
	for i := range x.a.Matches {
		m := &x.a.Matches[i]
		if i > 0 && m.Verdict < x.a.Matches[i-1].Verdict {
			return m.Therapy.ID + " comes after one with a stricter verdict"
		}
		if i > 0 && m.Verdict == x.a.Matches[i-1].Verdict && m.Fit > x.a.Matches[i-1].Fit {
			return fmt.Sprintf("%s is %q and comes below %q", m.Therapy.ID, m.Word(), x.a.Matches[i-1].Word())
		}
		if x.a.Pattern == nil || w.unstudied(m.Therapy) {
			if m.Evidence != nil {
				return m.Therapy.ID + " is shown with evidence for no pattern"
			}
			continue
		}
		if m.Evidence == nil || m.Evidence.Pattern != x.a.Pattern.ID || !slices.ContainsFunc(m.Therapy.Evidence, func(e knowledge.Evidence) bool { return e.Found == m.Evidence.Found && e.Pattern == m.Evidence.Pattern }) {
			return fmt.Sprintf("%s is not shown with its evidence for %s", m.Therapy.ID, x.a.Pattern.ID)
		}
	}
	return ""
}
