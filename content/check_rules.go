package content

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

func (l *loader) checkRules(f facts) {
	k := &l.lib.Knowledge
	for i := range k.RedFlags {
		r, p := &k.RedFlags[i], l.places.flags[i]
		l.checkID(p, r.ID)
		l.when(f, r.When, p.field("when"), -1)
		if r.Level == knowledge.SelfCare && p.has("level") && !p.field("level").bad {
			l.at(p.field("level"), "a red flag at self-care warns of nothing; name a higher level")
		}
		switch {
		case !r.Judgement && len(r.Sources) == 0:
			l.at(p, "names no source; cite one, or say judgement: true for a rule that no source supports")
		case r.Judgement && len(r.Sources) > 0:
			l.at(p.field("judgement"), "is called a judgement but cites sources; keep one of the two")
		}
		l.countExamples(p, r.Examples)
	}
	for i := range k.Patterns {
		t, p := &k.Patterns[i], l.places.patterns[i]
		l.checkID(p, t.ID)
		l.when(f, t.When, p.field("when"), -1)
		l.countExamples(p, t.Examples)
		l.fits(p.field("headline"), t.Headline, 60)
		for _, x := range []struct {
			name   string
			advice knowledge.Advice
		}{{"do", t.Plan.Do}, {"why", t.Plan.Why}, {"expect", t.Plan.Expect}, {"not", t.Plan.Not}} {
			at := p.field("plan").field(x.name)
			l.fits(at.field("text"), x.advice.Text, 90)
			l.uses(at, x.advice)
		}
		for j, x := range t.Tonight {
			l.fits(p.list("tonight", j).field("text"), x.Text, 52)
			l.uses(p.list("tonight", j), x)
		}
		for j, x := range t.Home {
			l.uses(p.list("home", j), x)
		}
		if n := len(t.Tonight); n > 3 {
			l.at(p.field("tonight"), "has %d lines; the first screen of a result has room for 3", n)
		}
		l.fits(p.field("watch").field("text"), t.Watch.Text, 90)
	}
}

// uses checks that advice names therapies.
func (l *loader) uses(p *place, x knowledge.Advice) {
	var ids []string
	for i := range l.lib.Knowledge.Therapies {
		ids = append(ids, l.lib.Knowledge.Therapies[i].ID)
	}
	for i, id := range x.Uses {
		if !slices.Contains(ids, id) {
			l.at(p.list("uses", i), "unknown therapy %s; %s", quoted(id), guide.Nearest(id, ids))
		}
	}
}

// fits checks that a text has room where it is shown: so many characters.
func (l *loader) fits(p *place, text string, room int) {
	if n := utf8.RuneCountInString(text); n > room {
		l.at(p, "the text has %d characters; where it is shown there is room for %d", n, room)
	}
}

func (l *loader) countExamples(p *place, examples []knowledge.Example) {
	fires, rests := 0, 0
	for _, e := range examples {
		if e.Fires {
			fires++
		} else {
			rests++
		}
	}
	switch {
	case len(examples) == 0: // reported as missing
	case fires == 0:
		l.at(p.field("examples"), "has no example where the rule fires; add answers with fires: true")
	case rests == 0:
		l.at(p.field("examples"), "has no example where the rule does not fire; add answers that come close, with fires: false")
	}
}

// checkExamples tries every rule on its examples. A pattern fires when it is the person's: the first that holds.
func (l *loader) checkExamples(g *guide.Guide) {
	k := &l.lib.Knowledge
	for i := range k.RedFlags {
		r := &k.RedFlags[i]
		if l.places.flags[i].bad {
			continue // it may be another rule than was meant
		}
		l.tryExamples(g, l.places.flags[i], r.Examples, l.restsOnUnasked(r.When), func(a guide.Answers) (bool, string) {
			known, _ := g.Holds(r.When, a)
			return known == guide.Yes, "the rule is " + known.String()
		})
	}
	for i := range k.Patterns {
		t := &k.Patterns[i]
		if l.places.patterns[i].bad {
			continue
		}
		l.tryExamples(g, l.places.patterns[i], t.Examples, false, func(a guide.Answers) (bool, string) {
			got := g.Assess(a).Pattern
			if got == nil {
				return false, "no pattern holds"
			}
			return got.ID == t.ID, "the pattern is " + got.ID
		})
	}
}

func (l *loader) tryExamples(g *guide.Guide, p *place, examples []knowledge.Example, unasked bool, try func(guide.Answers) (bool, string)) {
	for i, e := range examples {
		at := p.list("examples", i)
		answers, ok := l.answers(g, e.Answers, at.field("answers"), unasked)
		if !ok {
			continue
		}
		if fires, but := try(answers); fires != e.Fires {
			should := "should"
			if !e.Fires {
				should = "should not"
			}
			l.at(at.field("fires"), "the rule %s fire for this example, but %s", should, but)
		}
	}
}

// answers reads lines of answers, and checks that each is asked of this person, save for signs where they need not be.
func (l *loader) answers(g *guide.Guide, lines []string, p *place, unasked bool) (guide.Answers, bool) {
	seen := map[string]bool{}
	for i, line := range lines {
		name, _, _ := strings.Cut(line, ":")
		if name = strings.TrimSpace(name); seen[name] {
			l.at(p.item(i), "%s is answered twice", quoted(name))
			return nil, false
		}
		seen[name] = true
	}
	answers, err := g.ParseLines(lines)
	for i := 0; err != nil && i < len(lines); i++ {
		if _, err := g.ParseLines(lines[:i+1]); err != nil { // the first line that cannot be read
			l.at(p.item(i), "%s", answerProblem(err))
			return nil, false
		}
	}
	for _, c := range g.Contradictions(answers) {
		l.at(p, "the answer to %s contradicts itself; leave out %s, or what else is chosen", c.Question.ID, strings.Join(c.Dropped, " and "))
		return nil, false
	}
	for _, said := range g.Aside(answers) {
		l.at(p, "%s is not asked of this person, or not offered; it does not count", said.Fact)
		return nil, false
	}
	for _, said := range g.Unasked(answers) {
		if !unasked {
			l.at(p, "%s is not asked of this person, or not offered; it counts, but no person would be asked it", said.Fact)
			return nil, false
		}
	}
	return answers, true
}

// restsOnUnasked reports whether a condition waits for signs that are not put: its examples are the only ones to hold any.
func (l *loader) restsOnUnasked(w knowledge.When) bool {
	for _, d := range l.lib.Knowledge.Derived {
		if d.Unasked && slices.Contains(slices.Concat(w...), d.ID) {
			return true
		}
	}
	return false
}

// answerProblem describes what is wrong with an answer, in a form that is fit to display.
func answerProblem(err error) string {
	e := (*guide.AnswerError)(nil)
	if !errors.As(err, &e) {
		return shown(err.Error())
	}
	s := quoted(e.Question)
	if isID(e.Question) {
		s = document.Cut(e.Question)
	}
	if e.Value != "" {
		s += ": " + quoted(e.Value)
	}
	s += " " + e.Problem
	if e.Want != "" {
		s += "; " + e.Want
	}
	return s
}

// checkCases walks every sample person through the questions: each that is asked must be answered, none is answered that
// is not asked, and the level must be the one that was promised.
func (l *loader) checkCases(g *guide.Guide) {
	if l.wrong("questions.yaml", "facts.yaml", "red-flags/") {
		return // the way may be another than was meant
	}
	completed := make([][]string, len(l.lib.Cases))
	for i := range l.lib.Cases {
		c, p := &l.lib.Cases[i], l.places.cases[i]
		l.checkStage(c, p)
		answers, ok := l.answers(g, c.Answers, p.field("answers"), false)
		if !ok || p.bad {
			continue
		}
		if c.Like != "" {
			if answers, ok = l.completed(g, c, p, answers); !ok {
				continue
			}
		}
		completed[i] = g.Lines(answers)
		asked := map[string]bool{}
		walk, missing := g.Start(), false
		for !walk.Finished() && !missing {
			for _, q := range walk.Questions() {
				walk, asked[q.ID] = walk.Answer(q.ID, answers[q.ID]), true
			}
			if next, err := walk.Next(); err == nil {
				walk = next
				continue
			}
			// An answer may have brought up a further question on the same page.
			if q := walk.Missing(); asked[q.ID] {
				l.at(p.field("answers"), "%s is asked and has no answer", q.ID)
				missing = true
			}
		}
		if missing {
			continue
		}
		for line, text := range c.Answers {
			if name, _, _ := strings.Cut(text, ":"); !asked[strings.TrimSpace(name)] && !strings.Contains(name, "/") {
				l.at(p.list("answers", line), "the questions stop before this question")
			}
		}
		if level := g.Assess(answers).Level; level != c.Level {
			l.at(p.field("level"), "the level is %s, not %s", level, c.Level)
		}
	}
	for i := range completed {
		if completed[i] != nil {
			l.lib.Cases[i].Answers = completed[i]
		}
	}
}

// deadlines are words that say by when; a level that stops has one.
var deadlines = regexp.MustCompile(`(?i)\b(now|today|tonight|tomorrow|soon|at once|immediately|(right|straight) away|this week|within (a|an|one|two|\d+) (hour|day|week)s?)\b`)

// ordersPlace matches the start of a sentence that sends people somewhere without a condition.
var ordersPlace = regexp.MustCompile(`^(Go|Drive|Get yourself) (straight )?to\b`)

// checkDeadlines checks that a warning that stops the questions orders nothing for another time than its level does: "now" in an
// emergency, "today" where it is urgent. Nor does it send anybody elsewhere than to the telephone in an emergency. What to do if it gets worse is another matter. It also checks that every level says by when.
func (l *loader) checkDeadlines() {
	one := map[knowledge.Level]string{knowledge.Emergency: "now", knowledge.Urgent: "today"}
	check := func(level knowledge.Level, text string, at *place) {
		if !level.Stops() {
			return
		}
		for sentence := range strings.SplitSeq(text, ". ") {
			if strings.HasPrefix(sentence, "If ") {
				continue
			}
			if level == knowledge.Emergency && ordersPlace.MatchString(sentence) {
				l.at(at, "the headline of %s is its order, and this is another one; say when to go there instead: If someone can drive you, …", level)
			}
			for _, word := range deadlines.FindAllString(sentence, -1) {
				if !strings.EqualFold(word, one[level]) {
					l.at(at, "%s is another deadline than that of %s; write %s, or no time", quoted(word), level, one[level])
				}
			}
		}
	}
	k := &l.lib.Knowledge
	for i := range k.RedFlags {
		f, p := &k.RedFlags[i], l.places.flags[i]
		check(f.Level, f.Advice, p.field("advice"))
		check(f.Level, f.Meaning, p.field("meaning"))
	}
	seen := map[knowledge.Level]bool{}
	for i := range k.Levels {
		t, p := &k.Levels[i], l.places.levels[i]
		first := !seen[t.Level] // a level of an unknown ID looks like another one
		seen[t.Level] = true
		switch by := one[t.Level]; {
		case !first:
		case by == "" && t.When == "":
			l.at(p, "the level %s does not say by when to see someone; add when", t.Level)
		case by != "" && t.When != "":
			l.at(p.field("when"), "the headline of a level that stops says by when; remove when")
		case by != "" && !slices.ContainsFunc(deadlines.FindAllString(t.Headline, -1), func(w string) bool { return strings.EqualFold(w, by) }):
			l.at(p.field("headline"), "the headline does not say by when; write %s", by)
		}
		check(t.Level, t.Headline, p.field("headline"))
		check(t.Level, t.Advice, p.field("advice"))
		for j, n := range t.Numbers {
			if utf8.RuneCountInString(n.Where) > 12 || strings.Trim(n.Call, "0123456789") != "" {
				l.at(p.list("numbers", j), "a number is digits, and where it is answered has at most 12 letters")
			}
		}
	}
}

// What a slide has room for: big letters on a window of 80 columns, and a note on one row.
const (
	pointLines   = 3
	pointLetters = 12
	noteLetters  = 72
)

// checkStage checks that what a sample person says on a stage fits on it.
func (l *loader) checkStage(c *Case, p *place) {
	if !fitsPoint(c.Point) {
		l.at(p.field("point"), "%s does not fit in %d lines of %d letters; shorten it", quoted(c.Point), pointLines, pointLetters)
	}
	for name, note := range map[string]string{"who": c.Notes.Who, "answer": c.Notes.Answer, "proof": c.Notes.Proof, "held": c.Notes.Held, "point": c.Notes.Point} {
		if n := utf8.RuneCountInString(note); n > noteLetters {
			l.at(p.field("notes").field(name), "the note has %d letters; %d fit in one row", n, noteLetters)
		}
	}
}

// fitsPoint reports whether words fill no more lines of big letters than a slide has.
func fitsPoint(point string) bool {
	lines, room := 0, 0
	for _, word := range strings.Fields(point) {
		n := utf8.RuneCountInString(word)
		if n > pointLetters {
			return false
		}
		if n+1 > room {
			lines, room = lines+1, pointLetters+1
		}
		room -= n + 1
	}
	return lines <= pointLines
}

// completed adds the answers of the person that a sample person is like.
func (l *loader) completed(g *guide.Guide, c *Case, p *place, own guide.Answers) (guide.Answers, bool) {
	at := slices.IndexFunc(l.lib.Cases, func(x Case) bool { return x.ID == c.Like })
	switch {
	case at < 0:
		l.at(p.field("like"), "unknown sample person %s; %s", quoted(c.Like), guide.Nearest(c.Like, caseIDs(l.lib.Cases)))
		return nil, false
	case l.lib.Cases[at].Like != "":
		l.at(p.field("like"), "%s is itself like someone else; name a person who answers everything", quoted(c.Like))
		return nil, false
	}
	other, ok := l.answers(g, l.lib.Cases[at].Answers, l.places.cases[at].field("answers"), false)
	return g.Fill(own, other), ok
}

func caseIDs(cases []Case) []string {
	ids := make([]string, len(cases))
	for i := range cases {
		ids[i] = cases[i].ID
	}
	return ids
}

// wrong reports whether one of the lists at the top has a problem.
func (l *loader) wrong(names ...string) bool {
	for _, p := range l.problems {
		for _, layer := range l.layers {
			for _, name := range names {
				if p.File == layer.file(name) || strings.HasSuffix(name, "/") && strings.HasPrefix(p.File, layer.file(name)) {
					return true
				}
			}
		}
	}
	return false
}
