package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// The questionnaire is written short and read long: a question with each becomes one question for every option that it names,
// a question with a list gets its options from what the list names, and "when-*/usual" in a derived fact becomes the fact of
// every question that an each made.

// optionSlot is what the title of a question with each may hold: the label of the option.
const optionSlot = "{option}"

// never is a derived fact that no answers make true: two of one fact.
const never = "is/never"

// expand writes the short forms out. Everything after it sees ordinary questions.
func (l *loader) expand() {
	l.expandLists()
	l.expandEach()
	l.expandStars()
	l.expandHidden()
	l.expandHere()
	l.expandRecent()
	l.expandUnstudied()
}

// expandUnstudied writes an entry of evidence that claims nothing for every pattern for which no study was read.
func (l *loader) expandUnstudied() {
	for i := range l.lib.Knowledge.Therapies {
		t, p := &l.lib.Knowledge.Therapies[i], l.places.therapies[i]
		listed := p.fields["evidence"]
		for j, id := range t.Unstudied.Patterns {
			at := p.field("unstudied").list("patterns", j)
			if slices.ContainsFunc(t.Evidence, func(e knowledge.Evidence) bool { return e.Pattern == id }) {
				l.at(at, "%s has an entry under evidence; keep one of the two", shown(id))
				continue
			}
			t.Evidence = append(t.Evidence, knowledge.Evidence{
				Pattern: id, Direction: knowledge.DirectionUnknown, Effect: knowledge.Effects{PainShort: knowledge.EffectUnknown, FunctionShort: knowledge.EffectUnknown, LongTerm: knowledge.EffectUnknown},
				Certainty: knowledge.CertaintyNotRated, CertaintyBy: knowledge.RatedByNobody, Basis: knowledge.BasisNone, Stance: knowledge.StanceNoneFound, Found: t.Unstudied.Found,
			})
			if listed != nil {
				listed.items = append(listed.items, at)
			}
		}
	}
}

// expandHere makes every answer that confirms that it hurts there, short of settling it, locate the local health items.
func (l *loader) expandHere() {
	k := &l.lib.Knowledge
	for _, here := range k.Questions {
		if here.Role != knowledge.RoleHere || len(here.Of) != 1 {
			continue
		}
		for i := range k.Questions {
			if o := k.Questions[i].Option(here.Of[0]); k.Questions[i].ID == here.Each && o != nil && o.Scope == knowledge.ScopeLocal {
				for _, x := range here.Options {
					if !x.Settles {
						o.Places = append(o.Places, here.ID+"/"+x.ID)
					}
				}
			}
		}
	}
}

// expandRecent marks every answer that a warning depends on as recent, unless the file says that it lasts.
func (l *loader) expandRecent() {
	k := &l.lib.Knowledge
	derived := map[string][]string{}
	for i := range k.Derived {
		d := &k.Derived[i]
		derived[d.ID] = slices.Concat(d.Any, d.Of)
	}
	warns, seen := map[string]bool{}, map[string]bool{}
	var rest func(fact string)
	rest = func(fact string) {
		if fact = strings.TrimPrefix(fact, "not "); seen[fact] {
			return
		}
		seen[fact] = true
		question, _, _ := strings.Cut(fact, "/")
		warns[question] = true
		for _, f := range derived[fact] {
			rest(f)
		}
	}
	for i := range k.RedFlags {
		for _, all := range k.RedFlags[i].When {
			for _, fact := range all {
				rest(fact)
			}
		}
	}
	for i := range k.Questions {
		if q := &k.Questions[i]; (warns[q.ID] || q.Role == knowledge.RoleAlarm) && !l.places.questions[i].has("recent") {
			q.Recent = true
		}
	}
}

// expandHidden makes hidden options wait for what never holds.
func (l *loader) expandHidden() {
	k := &l.lib.Knowledge
	var first *place
	for i := range k.Questions {
		q := &k.Questions[i]
		for j := range q.Options {
			if o := &q.Options[j]; o.Hidden {
				at := l.places.questions[i].list("options", j)
				if len(o.Also) == 0 || len(o.ShowWhen) > 0 {
					l.at(at, "a hidden option needs also, which makes it true, and no show_when")
				}
				if first == nil {
					first = at
				}
				o.ShowWhen = knowledge.When{{never}}
			}
		}
	}
	if first != nil {
		f := k.Questions[0].ID + "/" + knowledge.None
		if len(k.Questions[0].Options) > 0 {
			f = k.Questions[0].ID + "/" + k.Questions[0].Options[0].ID
		}
		k.Derived = slices.Insert(k.Derived, 0, knowledge.Derived{ID: never, AtLeast: 2, Of: []string{f}})
		l.places.derived = slices.Insert(l.places.derived, 0, first)
	}
}

// lists are what a question may take its options from.
var lists = []string{"therapies"}

func (l *loader) expandLists() {
	for i := range l.lib.Knowledge.Questions {
		q, p := &l.lib.Knowledge.Questions[i], l.places.questions[i]
		if q.List == "" {
			continue
		}
		if !slices.Contains(lists, q.List) {
			l.at(p.field("list"), "unknown list %s; %s", quoted(q.List), guide.Nearest(q.List, lists))
			continue
		}
		var made []knowledge.Option
		for _, kind := range knowledge.TherapyKinds() {
			for _, t := range l.lib.Knowledge.Therapies {
				if t.Kind == kind && t.ID != "" && t.Name != "" {
					made = append(made, knowledge.Option{ID: t.ID, Label: t.Name})
				}
			}
		}
		if options := p.fields["options"]; options != nil {
			at := make([]*place, len(made))
			for j := range at {
				at[j] = &place{file: options.file, line: options.line, column: options.column, layer: options.layer}
			}
			options.items = slices.Concat(at, options.items)
		}
		q.Options = slices.Concat(made, q.Options)
	}
}

func (l *loader) expandEach() {
	var questions []knowledge.Question
	var at []*place
	for i := range l.lib.Knowledge.Questions {
		q, p := l.lib.Knowledge.Questions[i], l.places.questions[i]
		if q.Each == "" {
			if len(q.Of) > 0 {
				l.at(p.field("of"), "of belongs to each; name the question whose options it lists under each")
			}
			questions, at = append(questions, q), append(at, p)
			continue
		}
		from := slices.IndexFunc(questions, func(x knowledge.Question) bool { return x.ID == q.Each })
		if from < 0 {
			l.at(p.field("each"), "unknown question %s, or one that is asked later", quoted(q.Each))
			continue
		}
		for j, id := range q.Of {
			option := questions[from].Option(id)
			if option == nil || id == knowledge.None {
				l.at(p.list("of", j), "unknown option %s of the question %s; %s", quoted(id), q.Each, guide.Nearest(id, optionIDs(&questions[from])))
				continue
			}
			one := q
			one.ID, one.Of = q.ID+"-"+id, []string{id}
			one.Title = strings.ReplaceAll(q.Title, optionSlot, option.Label)
			one.AskWhen = askedWith(q.Each+"/"+id, q.AskWhen)
			one.Options = slices.Clone(q.Options)
			questions, at = append(questions, one), append(at, p)
		}
	}
	l.lib.Knowledge.Questions, l.places.questions = questions, at
}

// askedWith asks for a fact in every set of a condition.
func askedWith(fact string, w knowledge.When) knowledge.When {
	if len(w) == 0 {
		return knowledge.When{{fact}}
	}
	out := make(knowledge.When, len(w))
	for i, all := range w {
		out[i] = append([]string{fact}, all...)
	}
	return out
}

// expandStars replaces the wildcard members of derived facts with every question that an each generated.
func (l *loader) expandStars() {
	for i := range l.lib.Knowledge.Derived {
		d := &l.lib.Knowledge.Derived[i]
		p := l.places.derived[i]
		d.Any, d.Of = l.stars(d.Any, p.field("any")), l.stars(d.Of, p.field("of"))
	}
}

func (l *loader) stars(members []string, p *place) []string {
	if !slices.ContainsFunc(members, func(m string) bool { return strings.Contains(m, "-*/") }) {
		return members
	}
	var out []string
	var at []*place
	for i, m := range members {
		base, option, star := strings.Cut(m, "-*/")
		if !star {
			out, at = append(out, m), append(at, p.item(i))
			continue
		}
		before := len(out)
		for _, q := range l.lib.Knowledge.Questions {
			if q.Each != "" && len(q.Of) == 1 && q.ID == base+"-"+q.Of[0] && q.Option(option) != nil {
				out, at = append(out, q.ID+"/"+option), append(at, p.item(i))
			}
		}
		if len(out) == before {
			l.at(p.item(i), "%s matches nothing; no question with each is named %s and has the option %s", quoted(m), quoted(base), quoted(option))
		}
	}
	p.items = at
	return out
}

func optionIDs(q *knowledge.Question) []string {
	ids := make([]string, len(q.Options))
	for i := range q.Options {
		ids[i] = q.Options[i].ID
	}
	return ids
}
