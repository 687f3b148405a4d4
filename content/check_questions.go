package content

import (
	"regexp"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// isID reports whether a word is a valid ID. People type IDs in answer files, and links contain them.
func isID(word string) bool {
	strange := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' }
	return word != "" && !strings.ContainsFunc(word, strange) && !strings.Contains("-"+word+"-", "--")
}

func (l *loader) checkID(p *place, id string) {
	if id != "" && !isID(id) {
		l.at(p.field("id"), "the id %s is not written in small letters, digits and single hyphens", quoted(id))
	}
}

// pointing is a title that only its page explains. What lasts "this week" needs no page.
var (
	pointing   = regexp.MustCompile(`(?i)\b(these|those|this|too|ones|else|(with|to) it|which exactly|(since|this) then)\b|\bsince\?|^(how long ago|what happened|what was done)\?$`)
	thisPeriod = regexp.MustCompile(`(?i)\bthis (week|month|year)\b`)
)

// checkQuoted checks that a question can be quoted away from its page: "You said “Is any of this new? None”" names nothing.
func (l *loader) checkQuoted(q *knowledge.Question, p *place) {
	if word := pointing.FindString(thisPeriod.ReplaceAllString(q.Quoted(), "")); word != "" {
		field := "title"
		if q.Alone != "" {
			field = "alone"
		}
		l.at(p.field(field), "%s points to something on the page of the question; write in alone how the title is quoted elsewhere", quoted(word))
	}
}

func (l *loader) checkQuestions(f facts) {
	k := &l.lib.Knowledge
	var stages, ids []string
	for i, s := range k.Stages {
		l.checkID(l.places.stages[i], s.ID)
		stages = append(stages, s.ID)
	}
	for i, d := range k.Derived {
		if group, name, ok := strings.Cut(d.ID, "/"); d.ID != "" && !(ok && isID(group) && isID(name)) {
			l.at(l.places.derived[i].field("id"), "the id %s is not written as group/name", quoted(d.ID))
		}
	}
	screens := map[string]int{}
	for qi := range k.Questions {
		q, p := &k.Questions[qi], l.places.questions[qi]
		ids = append(ids, q.ID)
		l.checkID(p, q.ID)
		if q.Stage != "" && !slices.Contains(stages, q.Stage) {
			l.at(p.field("stage"), "%s is not a stage; %s", quoted(q.Stage), guide.Nearest(q.Stage, stages))
		}
		switch last, known := screens[q.Page()]; {
		case q.Page() == guide.ReviewPage || q.Page() == guide.StopPage:
			l.at(p.field("screen"), "%s is a page of the program; name the screen differently", q.Page())
		case known && last != qi-1:
			l.at(p.field("screen"), "the screen %s is split; its questions must be consecutive", quoted(q.Page()))
		}
		screens[q.Page()] = qi
		if q.Role == knowledge.RoleAlarm && !q.Recent {
			l.at(p.field("recent"), "warning signs are about now; write recent: true, or leave recent out")
		}
		l.checkQuoted(q, p)
		l.when(f, q.AskWhen, p.field("ask_when"), qi)
		l.checkOptions(f, qi)
	}
	if l.places.block != nil && !slices.Contains(ids, l.lib.Block) {
		l.at(l.places.block, "%s is not a question; %s", quoted(l.lib.Block), guide.Nearest(l.lib.Block, ids))
	}
}

func (l *loader) checkOptions(f facts, qi int) {
	q, p := &l.lib.Knowledge.Questions[qi], l.places.questions[qi]
	for oi := range q.Options {
		o, at := &q.Options[oi], p.list("options", oi)
		l.checkID(at, o.ID)
		if o.ID == guide.Unsure {
			l.at(at.field("id"), "%q is an answer to every question; name the option differently", guide.Unsure)
		}
		l.when(f, o.ShowWhen, at.field("show_when"), qi)
		l.when(f, o.Also, at.field("also"), qi)
		for i, fact := range o.Places {
			l.when(f, knowledge.When{{fact}}, &place{items: []*place{{items: []*place{at.list("places", i)}}}}, -1)
		}
		if len(o.Places) > 0 && o.Scope != knowledge.ScopeLocal {
			l.at(at.field("places"), "places belong to an option with scope: local")
		}
		if q.Kind != knowledge.Scale && (at.has("from") || at.has("to")) {
			l.at(at, "from and to belong to the options of a scale")
		}
	}
	for i, id := range q.IfUnsure {
		if ids := f.options[q.ID]; !slices.Contains(ids, id) {
			l.at(p.list("if_unsure", i), "%s is not an option of this question; %s", quoted(id), guide.Nearest(id, ids))
		}
	}
	none := q.Option(knowledge.None)
	switch {
	case len(q.Options) == 0 || p.bad: // reported as missing
	case q.Kind == knowledge.Many && none == nil:
		l.at(p.field("options"), "has no option none; a list that takes several answers needs one that says none of these")
	case q.Kind == knowledge.Many && none != &q.Options[len(q.Options)-1]:
		l.at(p.field("options"), "the option none must be last")
	case q.Kind == knowledge.One && len(q.Options) < 2:
		l.at(p.field("options"), "has one option only, so there is nothing to choose")
	case q.Kind == knowledge.Scale:
		l.checkScale(q, p)
	}
	if q.Kind != knowledge.Scale && len(q.Words) > 0 {
		l.at(p.field("words"), "words belong to a scale")
	}
}

// checkScale checks that the bands of a scale cover it without gap or overlap, and that every step has its word.
func (l *loader) checkScale(q *knowledge.Question, p *place) {
	for i := range q.Options {
		o, at := &q.Options[i], p.list("options", i)
		switch {
		case o.From > o.To:
			l.at(at, "the band from %d to %d is empty", o.From, o.To)
		case i > 0 && o.From != q.Options[i-1].To+1:
			l.at(at, "the band begins at %d; it must follow on %d, where the band before ends", o.From, q.Options[i-1].To)
		}
	}
	low, high := q.Range()
	if want := high - low + 1; len(q.Words) > 0 && len(q.Words) != want {
		l.at(p.field("words"), "has %d words for the %d steps from %d to %d", len(q.Words), want, low, high)
	}
}

func (l *loader) checkLevels() {
	levels := l.lib.Knowledge.Levels
	for want := knowledge.SelfCare; want <= knowledge.Emergency && len(levels) > 0; want++ {
		if !slices.ContainsFunc(levels, func(t knowledge.LevelText) bool { return t.Level == want }) {
			l.at(l.whole("triage.yaml"), "says nothing for the level %s", want)
		}
	}
}
