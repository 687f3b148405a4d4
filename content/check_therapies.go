package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// groups are the groups of pages for each kind of therapy.
var groups = map[knowledge.TherapyKind]string{knowledge.Massage: "massages", knowledge.Alternative: "alternatives", knowledge.SelfHelp: "self-help"}

func (l *loader) checkTherapies(f facts) {
	k := &l.lib.Knowledge
	var patterns, ids []string
	for i := range k.Patterns {
		patterns = append(patterns, k.Patterns[i].ID)
	}
	for i := range k.Therapies {
		ids = append(ids, k.Therapies[i].ID)
	}
	var history []string
	for _, o := range f.options[l.role(knowledge.RoleHistory)] {
		if o != knowledge.None {
			history = append(history, o)
		}
	}
	wishes := map[string]bool{} // the questions that ask what matters to the person
	for i := range k.Therapies {
		for _, w := range k.Therapies[i].Wishes {
			wishes[questionOf(w.Fact)] = true
		}
	}
	for i := range k.Therapies {
		t, p := &k.Therapies[i], l.places.therapies[i]
		l.checkID(p, t.ID)
		l.fits(p.field("begin"), t.Begin, 90)
		if t.Force < 0 || t.Force > 3 {
			l.at(p.field("force"), "the force is %d; give a number from 0 (nothing is done to the body) to 3 (quick pushes or needles)", t.Force)
		}
		l.when(f, t.OnlyWhen, p.field("only_when"), -1)
		for j, in := range t.Indications {
			l.when(f, in.When, p.list("indications", j).field("when"), -1)
			l.checkIndication(in, p.list("indications", j).field("when"), wishes)
		}
		for j, w := range t.Wishes {
			l.when(f, knowledge.When{{w.Fact}}, &place{items: []*place{{items: []*place{p.list("wishes", j).field("fact")}}}}, -1)
		}
		if page := l.lib.Page(t.ID); page == nil {
			l.at(p, "the therapy has no page; write therapies/%s.md", shown(t.ID))
		} else if want := groups[t.Kind]; page.Group != want && want != "" && page.Group != "" {
			l.at(l.pagePlace(t.ID).field("group"), "the group must be %s, for the therapy is of the kind %s", want, t.Kind)
		}
		if p.has("practice") { // where it is missing, that is reported
			l.checkPractice(&t.Practice, p.field("practice"))
		}
		l.checkVerdicts(t, p, ids, history)
		l.checkEvidence(t, p, patterns)
	}
	l.checkLines()
}

// checkIndication checks that no wish makes a therapy fit: what matters to a person reorders, and no more.
func (l *loader) checkIndication(in knowledge.Indication, p *place, wishes map[string]bool) {
	for i, all := range in.When {
		for j, literal := range all {
			if fact := strings.TrimPrefix(literal, "not "); wishes[questionOf(fact)] {
				l.at(p.item(i).item(j), "%s is a wish, and a wish never makes a therapy fit; say it under wishes", quoted(fact))
			}
		}
	}
}

func questionOf(fact string) string {
	question, _, _ := strings.Cut(fact, "/")
	return question
}

// checkVerdicts checks that there is one verdict for every history item, and none milder than the nearest therapy's.
func (l *loader) checkVerdicts(t *knowledge.Therapy, p *place, ids, history []string) {
	base := t
	if t.Nearest != "" {
		base = l.therapy(t.Nearest)
		switch {
		case base == nil:
			l.at(p.field("nearest"), "%s is not a therapy; %s", quoted(t.Nearest), guide.Nearest(t.Nearest, ids))
		case base.Nearest != "":
			l.at(p.field("nearest"), "%s has a nearest therapy itself; name one with verdicts of its own, such as %s", t.Nearest, shown(base.Nearest))
		}
	}
	own, items := map[string]bool{}, l.historyQuestion()
	for i := range t.Verdicts {
		v, at := &t.Verdicts[i], p.list("verdicts", i)
		own[v.History] = true
		if v.History != "" && len(history) > 0 && !slices.Contains(history, v.History) {
			l.at(at.field("history"), "%s is not a history item; %s", quoted(v.History), guide.Nearest(v.History, history))
		}
		if v.Verdict == knowledge.Caution && v.Adaptation == "" {
			l.at(at, "a caution needs an adaptation: what to ask for instead")
		}
		switch judged := v.Status == knowledge.StatusJudgement; {
		case judged && len(v.Sources) > 0:
			l.at(at.field("status"), "is called a judgement but cites sources; keep one of the two")
		case !judged && len(v.Sources) == 0 && v.Status != 0:
			l.at(at.field("status"), "is called %s but names no source; cite one, or say status: judgement, which readers are told", v.Status)
		}
		item := items.Option(v.History)
		l.checkRegion(v, at, item)
		if near := verdict(base, v.History); base != t && near != nil && item != nil && v.Milder(near, item) && !at.bad {
			l.at(at.field("verdict"), "%s in the region %s is milder than %s in the region %s of %s; a verdict may nowhere be milder than the nearest therapy's",
				v.Verdict, v.RegionOf(item), near.Verdict, near.RegionOf(item), t.Nearest)
		}
	}
	if base == nil || len(history) == 0 {
		return
	}
	var missing []string
	for _, h := range history {
		if !own[h] && verdict(base, h) == nil {
			missing = append(missing, h)
		}
	}
	switch {
	case len(missing) == 0 || base != t: // the nearest one lacks it, and says so itself
	case len(missing) == len(history):
		l.at(p, "has no verdicts; write one for every history item, or name the nearest therapy, whose verdicts then count")
	case len(missing) > 5:
		l.at(p.field("verdicts"), "has no verdict for %s and %d more", strings.Join(missing[:5], ", "), len(missing)-5)
	default:
		l.at(p.field("verdicts"), "has no verdict for %s", strings.Join(missing, ", "))
	}
}

// checkEvidence checks that there is one entry for every pattern.
func (l *loader) checkEvidence(t *knowledge.Therapy, p *place, patterns []string) {
	told := map[string]bool{}
	for i := range t.Evidence {
		e, at := &t.Evidence[i], p.list("evidence", i)
		told[e.Pattern] = true
		if e.Pattern != "" && !slices.Contains(patterns, e.Pattern) && len(patterns) > 0 {
			l.at(at.field("pattern"), "%s is not a pattern; %s", quoted(e.Pattern), guide.Nearest(e.Pattern, patterns))
		}
		switch claims := e.Direction != knowledge.DirectionUnknown && e.Direction != 0; {
		case claims && len(e.Sources) == 0:
			l.at(at, "says what was found but names no source; cite one, or say direction: unknown")
		case e.CertaintyBy == knowledge.RatedByNobody && e.Certainty != knowledge.CertaintyNotRated && e.Certainty != 0:
			l.at(at.field("certainty_by"), "the certainty is %s; say who rated it: source or author-judged", e.Certainty)
		}
		l.checkStance(e, at)
	}
	l.checkMeasured(t, p)
	var missing []string
	for _, id := range patterns {
		if !told[id] {
			missing = append(missing, id)
		}
	}
	if t.Nearest != "" && len(t.Evidence) == 0 {
		return // nothing is known, and nothing is claimed
	}
	if len(missing) > 0 && !p.has("evidence") {
		l.at(p.field("id"), "has no evidence; only a therapy with nearest may leave it out")
	}
	if len(missing) > 0 && p.has("evidence") {
		l.at(p.field("evidence"), "says nothing for %s; what was not studied is direction: unknown", strings.Join(missing, ", "))
	}
}

func verdict(t *knowledge.Therapy, history string) *knowledge.Contraindication {
	if t == nil {
		return nil
	}
	for i := range t.Verdicts {
		if t.Verdicts[i].History == history {
			return &t.Verdicts[i]
		}
	}
	return nil
}

// historyQuestion is the question about health, or an empty one.
func (l *loader) historyQuestion() *knowledge.Question {
	for i := range l.lib.Knowledge.Questions {
		if q := &l.lib.Knowledge.Questions[i]; q.Role == knowledge.RoleHistory {
			return q
		}
	}
	return &knowledge.Question{}
}

func (l *loader) therapy(id string) *knowledge.Therapy {
	for i := range l.lib.Knowledge.Therapies {
		if l.lib.Knowledge.Therapies[i].ID == id {
			return &l.lib.Knowledge.Therapies[i]
		}
	}
	return nil
}

func (l *loader) pagePlace(id string) *place {
	for i := range l.lib.Pages {
		if l.lib.Pages[i].ID == id {
			return l.places.pages[i]
		}
	}
	return nil
}
