package guide

import (
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// book reads the knowledge as the design words it: by name, rule by rule, nothing compiled. It is slow and plain, and is
// what the two ways to assess are held against.
type book struct {
	k         *knowledge.Base
	history   *knowledge.Question            // nil when there is none
	questions map[string]*knowledge.Question // by question and by "question/option"
	options   map[string]*knowledge.Option
	derived   map[string]*knowledge.Derived
	therapies map[*knowledge.Therapy]int
	verdicts  map[string]map[string]*knowledge.Contraindication // by therapy and history item
	warns     map[string]bool                                   // options that count wherever they are chosen
}

func newBook(k *knowledge.Base) *book {
	b := &book{
		k: k, questions: map[string]*knowledge.Question{}, options: map[string]*knowledge.Option{}, derived: map[string]*knowledge.Derived{},
		therapies: map[*knowledge.Therapy]int{}, verdicts: map[string]map[string]*knowledge.Contraindication{},
	}
	for qi := range k.Questions {
		q := &k.Questions[qi]
		b.questions[q.ID] = q
		if q.Role == knowledge.RoleHistory {
			b.history = q
		}
		for oi := range q.Options {
			b.questions[q.ID+"/"+q.Options[oi].ID] = q
			b.options[q.ID+"/"+q.Options[oi].ID] = &q.Options[oi]
		}
	}
	for i := range k.Derived {
		b.derived[k.Derived[i].ID] = &k.Derived[i]
	}
	own := map[string]*knowledge.Therapy{}
	for i := range k.Therapies {
		own[k.Therapies[i].ID] = &k.Therapies[i]
	}
	for i := range k.Therapies {
		t := &k.Therapies[i]
		b.therapies[t] = i
		b.verdicts[t.ID] = map[string]*knowledge.Contraindication{}
		for _, from := range []*knowledge.Therapy{own[t.Nearest], t} {
			for j := 0; from != nil && j < len(from.Verdicts); j++ {
				b.verdicts[t.ID][from.Verdicts[j].History] = &from.Verdicts[j]
			}
		}
	}
	b.warn()
	return b
}

// warn: an option warns when a red flag asks for it, itself or through derived facts, or when a health item is not ok for some
// therapy; not when it settles something, or is a detail.
func (b *book) warn() {
	b.warns = map[string]bool{}
	var ask func(name string)
	ask = func(name string) {
		if d := b.derived[name]; d != nil {
			for _, m := range slices.Concat(d.Any, d.Of) {
				ask(m)
			}
			return
		}
		b.warns[name] = true
	}
	for i := range b.k.RedFlags {
		for _, name := range slices.Concat(b.k.RedFlags[i].When...) {
			if !strings.HasPrefix(name, "not ") {
				ask(name)
			}
		}
	}
	for _, of := range b.verdicts {
		for item, c := range of {
			if c.Verdict > knowledge.OK {
				b.warns[b.historyID()+"/"+item] = true
			}
		}
	}
	for name, o := range b.options {
		if o.ID == knowledge.None || o.Settles || o.Detail || b.questions[name].Detail {
			delete(b.warns, name)
		}
	}
}

// reading is what the book says of one set of answers.
type reading struct {
	*book
	answers Answers
	known   map[string]Truth
}

func (b *book) read(a Answers) *reading {
	return &reading{b, a, make(map[string]Truth, len(b.options))}
}

// holds: any of the inner lists, in which all must hold; an empty condition always does.
func (r *reading) holds(w knowledge.When) Truth {
	if len(w) == 0 {
		return Yes
	}
	some := No
	for _, all := range w {
		every := Yes
		for _, name := range all {
			every = min(every, r.literal(name))
		}
		some = max(some, every)
	}
	return some
}

// literal: a fact, or "not " and a fact. What may or may not be settled is not settled.
func (r *reading) literal(name string) Truth {
	plain, negated := strings.CutPrefix(name, "not ")
	v, o := r.fact(plain), r.options[plain]
	switch {
	case !negated:
		return v
	case v == Unknown && o != nil && o.Settles:
		return Yes
	}
	return Yes - v
}

func (r *reading) fact(name string) Truth {
	v, ok := r.known[name]
	if !ok {
		if d := r.derived[name]; d != nil {
			v = r.count(d)
		} else {
			v = r.option(name)
		}
		r.known[name] = v
	}
	return v
}

func (r *reading) count(d *knowledge.Derived) Truth {
	if d.Unasked {
		return r.unasked()
	}
	members, want := d.Any, 1
	if len(d.Of) > 0 {
		members, want = d.Of, d.AtLeast
	}
	yes, open := 0, 0
	for _, m := range members {
		switch r.fact(m) {
		case Yes:
			yes++
		case Unknown:
			open++
		}
	}
	switch {
	case yes >= want:
		return Yes
	case yes+open >= want:
		return Unknown
	}
	return No
}

// option: what was answered, where the question and the option apply; no where they do not; and what is also said elsewhere.
func (r *reading) option(name string) Truth {
	q, o := r.questions[name], r.options[name]
	v := No
	if r.put(q, o) {
		v = r.said(q, o)
	} else if r.warns[name] {
		v = r.named(q, o)
	}
	if len(o.Also) > 0 {
		v = max(v, r.holds(o.Also))
	}
	return v
}

// put: a question and its option are put to a person where both apply, or may; a detail also where a sign stands before it on
// its screen that is not put.
func (r *reading) put(q *knowledge.Question, o *knowledge.Option) bool {
	return (r.holds(q.AskWhen) != No || q.Detail && r.unaskedBefore(q)) && r.holds(o.ShowWhen) != No
}

func (r *reading) unaskedBefore(q *knowledge.Question) bool {
	for i := range r.k.Questions {
		p := &r.k.Questions[i]
		if p == q {
			break
		}
		for j := range p.Options {
			o := &p.Options[j]
			if p.Page() == q.Page() && r.unaskedSign(p, o) != No {
				return true
			}
		}
	}
	return false
}

// unaskedSign: what is named of a warning sign that is not put. Health items have their verdicts, and are no such signs.
func (r *reading) unaskedSign(q *knowledge.Question, o *knowledge.Option) Truth {
	if !r.warns[q.ID+"/"+o.ID] || q.ID == r.historyID() || r.put(q, o) {
		return No
	}
	return r.named(q, o)
}

// named: what an answer says of this very option, whether or not it is put.
func (r *reading) named(q *knowledge.Question, o *knowledge.Option) Truth {
	switch a := r.answers[q.ID]; {
	case a.Has(o.ID):
		return Yes
	case slices.Contains(a.Open, o.ID):
		return Unknown
	}
	return No
}

// unasked: whether a warning sign is named that is not put.
func (r *reading) unasked() Truth {
	v := No
	for name := range r.warns {
		v = max(v, r.unaskedSign(r.questions[name], r.options[name]))
	}
	return v
}

// said: silence is unknown; "not sure" is too, save for the careful options; and so is a single choice that is not offered.
func (r *reading) said(q *knowledge.Question, o *knowledge.Option) Truth {
	a := r.answers[q.ID]
	if a.Unsure {
		if slices.Contains(q.IfUnsure, o.ID) {
			return Yes
		}
		return Unknown
	}
	if len(a.Options) == 0 {
		return Unknown
	}
	if q.Kind != knowledge.Many {
		chosen := r.options[q.ID+"/"+a.Options[0]]
		if chosen == nil || r.holds(chosen.ShowWhen) == No {
			return Unknown
		}
	}
	switch {
	case a.Has(o.ID) && o.Settles && len(a.Dropped) > 0: // a contradiction settles nothing
		return Unknown
	case a.Has(o.ID):
		return Yes
	case a.Partial || slices.Contains(a.Open, o.ID):
		return Unknown
	}
	return No
}

// how: chosen is what the answer names; "not sure" to a question leaves its options open, save for the careful ones.
func (r *reading) how(s Said) How {
	question, option, _ := strings.Cut(s.Fact, "/")
	q, a := r.questions[question], r.answers[question]
	switch {
	case option != "" && slices.Contains(a.Options, option):
		return Chosen
	case a.Unsure && option != "" && slices.Contains(q.IfUnsure, option):
		return Careful
	case a.Unsure || slices.Contains(a.Open, option) || slices.Contains(a.Dropped, Unsure):
		return NotSure
	}
	return Unanswered
}

// level: the highest of the red flags that hold; an open urgent or emergency sign is at least clinician-first.
func (r *reading) level() knowledge.Level {
	level := knowledge.SelfCare
	for i := range r.k.RedFlags {
		f := &r.k.RedFlags[i]
		switch r.holds(f.When) {
		case Yes:
			level = max(level, f.Level)
		case Unknown:
			if f.Level >= knowledge.Urgent {
				level = max(level, knowledge.ClinicianFirst)
			}
		}
	}
	return level
}

// pattern: the first that certainly holds.
func (r *reading) pattern() *knowledge.Pattern {
	for i := range r.k.Patterns {
		if r.holds(r.k.Patterns[i].When) == Yes {
			return &r.k.Patterns[i]
		}
	}
	return nil
}

// shown: a therapy is told of where it is made for this person, or may be.
func (r *reading) shown(t *knowledge.Therapy) bool { return r.holds(t.OnlyWhen) != No }

// verdict: the strictest of the history items, and "ask first" for hands-on work while a clinician should look first.
func (r *reading) verdict(t *knowledge.Therapy, level knowledge.Level) knowledge.Verdict {
	v := knowledge.OK
	if history := r.history; history != nil {
		for i := range history.Options {
			if o := &history.Options[i]; o.ID != knowledge.None {
				v = max(v, r.item(t, o))
			}
		}
	}
	if t.HandsOn && level >= knowledge.ClinicianFirst {
		v = max(v, knowledge.AskFirst)
	}
	return v
}

// item: a therapy's verdict for one history item. A local one is a caution at most where the place certainly does not hurt.
// Unknown is a caution where a yes would be stricter.
func (r *reading) item(t *knowledge.Therapy, o *knowledge.Option) knowledge.Verdict {
	v := r.verdicts[t.ID][o.ID].Verdict
	if o.Scope == knowledge.ScopeLocal && len(o.Places) > 0 {
		here := No
		for _, place := range o.Places {
			here = max(here, r.fact(place))
		}
		if here == No {
			v = min(v, knowledge.Caution)
		}
	}
	switch r.fact(r.history.ID + "/" + o.ID) {
	case Yes:
		return v
	case Unknown:
		if v > knowledge.Caution {
			return knowledge.Caution
		}
	}
	return knowledge.OK
}

// historyID is the ID of the history question, or "".
func (b *book) historyID() string {
	if b.history == nil {
		return ""
	}
	return b.history.ID
}
