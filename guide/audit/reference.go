package audit

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// reference evaluates the rules as they are written: by name, one by one, with nothing compiled. It is slow and plain, it shares
// no code with guide.Assess and guide.Batch, and it is what the audit compares both with.
type reference struct {
	k         *knowledge.Base
	history   *knowledge.Question            // nil when there is none
	questions map[string]*knowledge.Question // by question and by "question/option"
	options   map[string]*knowledge.Option
	derived   map[string]*knowledge.Derived
	therapies map[*knowledge.Therapy]int
	verdicts  map[string]map[string]*knowledge.Contraindication // by therapy and history item
	warns     map[string]bool                                   // options that count wherever they are chosen
	signs     []sign                                            // those among them that are not health items, in the order of asking
	before    map[*knowledge.Question][]sign                    // of a detail: the signs that are asked before it on its screen
}

// sign is a warning sign under its name.
type sign struct {
	name     string
	question *knowledge.Question
	option   *knowledge.Option
}

func newReference(k *knowledge.Base) *reference {
	b := &reference{
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
func (b *reference) warn() {
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
	b.sign()
}

// sign lists the signs, once for all, and those before every detail: a reading asks for them again and again.
func (b *reference) sign() {
	b.before = map[*knowledge.Question][]sign{}
	for qi := range b.k.Questions {
		q := &b.k.Questions[qi]
		if q.Detail {
			for _, s := range b.signs {
				if s.question.Page() == q.Page() {
					b.before[q] = append(b.before[q], s)
				}
			}
		}
		for oi := range q.Options {
			if name := q.ID + "/" + q.Options[oi].ID; b.warns[name] && q != b.history {
				b.signs = append(b.signs, sign{name, q, &q.Options[oi]})
			}
		}
	}
}

// evaluation is what the rules say of one set of answers. Facts are worked out when they are asked for.
type evaluation struct {
	*reference
	answers guide.Answers
	known   map[string]guide.Truth
}

func (b *reference) evaluate(a guide.Answers) *evaluation {
	return &evaluation{b, a, make(map[string]guide.Truth, len(b.options))}
}

// holds: any of the inner lists, in which all must hold; an empty condition always does.
func (r *evaluation) holds(w knowledge.When) guide.Truth {
	if len(w) == 0 {
		return guide.Yes
	}
	some := guide.No
	for _, all := range w {
		every := guide.Yes
		for _, name := range all {
			every = min(every, r.literal(name))
		}
		some = max(some, every)
	}
	return some
}

// literal: a fact, or "not " and a fact. What may or may not be settled is not settled.
func (r *evaluation) literal(name string) guide.Truth {
	plain, negated := strings.CutPrefix(name, "not ")
	v, o := r.fact(plain), r.options[plain]
	switch {
	case !negated:
		return v
	case v == guide.Unknown && o != nil && o.Settles:
		return guide.Yes
	}
	return guide.Yes - v
}

func (r *evaluation) fact(name string) guide.Truth {
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

func (r *evaluation) count(d *knowledge.Derived) guide.Truth {
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
		case guide.Yes:
			yes++
		case guide.Unknown:
			open++
		}
	}
	switch {
	case yes >= want:
		return guide.Yes
	case yes+open >= want:
		return guide.Unknown
	}
	return guide.No
}

// option: what was answered, where the question and the option apply; no where they do not; and what is also said elsewhere.
func (r *evaluation) option(name string) guide.Truth {
	q, o := r.questions[name], r.options[name]
	v := guide.No
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

// put: a question and its option are asked if both apply, or may apply; a detail also if its screen has an earlier sign that
// counts without being asked.
func (r *evaluation) put(q *knowledge.Question, o *knowledge.Option) bool {
	return (r.holds(q.AskWhen) != guide.No || q.Detail && r.unaskedBefore(q)) && r.holds(o.ShowWhen) != guide.No
}

func (r *evaluation) unaskedBefore(q *knowledge.Question) bool {
	return slices.ContainsFunc(r.before[q], func(s sign) bool { return r.unaskedSign(s) != guide.No })
}

// unaskedSign: the most that is known of a warning sign that is not asked. Health items have verdicts instead, and do not count
// here.
func (r *evaluation) unaskedSign(s sign) guide.Truth {
	if v := r.named(s.question, s.option); v != guide.No && !r.put(s.question, s.option) {
		return v
	}
	return guide.No
}

// named: what an answer says of this very option, whether or not it is put.
func (r *evaluation) named(q *knowledge.Question, o *knowledge.Option) guide.Truth {
	switch a := r.answers[q.ID]; {
	case a.Has(o.ID):
		return guide.Yes
	case slices.Contains(a.Open, o.ID):
		return guide.Unknown
	}
	return guide.No
}

// unasked: whether a warning sign is named that is not put.
func (r *evaluation) unasked() guide.Truth {
	v := guide.No
	for _, s := range r.signs {
		v = max(v, r.unaskedSign(s))
	}
	return v
}

// said: silence is unknown; "not sure" is too, save for the careful options; and so is a single choice that is not offered.
func (r *evaluation) said(q *knowledge.Question, o *knowledge.Option) guide.Truth {
	a := r.answers[q.ID]
	if a.Unsure {
		if slices.Contains(q.IfUnsure, o.ID) {
			return guide.Yes
		}
		return guide.Unknown
	}
	if len(a.Options) == 0 {
		return guide.Unknown
	}
	if q.Kind != knowledge.Many {
		chosen := r.options[q.ID+"/"+a.Options[0]]
		if chosen == nil || r.holds(chosen.ShowWhen) == guide.No {
			return guide.Unknown
		}
	}
	switch {
	case a.Has(o.ID) && o.Settles && len(a.Dropped) > 0: // a contradiction settles nothing
		return guide.Unknown
	case a.Has(o.ID):
		return guide.Yes
	case a.Partial || slices.Contains(a.Open, o.ID):
		return guide.Unknown
	}
	return guide.No
}

// how: chosen is what the answer names; "not sure" to a question leaves its options open, save for the careful ones.
func (r *evaluation) how(s guide.Said) guide.How {
	question, option, _ := strings.Cut(s.Fact, "/")
	q, a := r.questions[question], r.answers[question]
	switch {
	case option != "" && slices.Contains(a.Options, option):
		return guide.Chosen
	case a.Unsure && option != "" && slices.Contains(q.IfUnsure, option):
		return guide.Careful
	case a.Unsure || slices.Contains(a.Open, option) || slices.Contains(a.Dropped, guide.Unsure):
		return guide.NotSure
	}
	return guide.Unanswered
}

// level: the highest of the red flags that hold; an open urgent or emergency sign is at least clinician-first.
func (r *evaluation) level() knowledge.Level {
	level := knowledge.SelfCare
	for i := range r.k.RedFlags {
		f := &r.k.RedFlags[i]
		switch r.holds(f.When) {
		case guide.Yes:
			level = max(level, f.Level)
		case guide.Unknown:
			if f.Level >= knowledge.Urgent {
				level = max(level, knowledge.ClinicianFirst)
			}
		}
	}
	return level
}

// pattern: the first that certainly holds.
func (r *evaluation) pattern() *knowledge.Pattern {
	for i := range r.k.Patterns {
		if r.holds(r.k.Patterns[i].When) == guide.Yes {
			return &r.k.Patterns[i]
		}
	}
	return nil
}

// shown: a therapy is shown if it is made for this person, or may be.
func (r *evaluation) shown(t *knowledge.Therapy) bool { return r.holds(t.OnlyWhen) != guide.No }

// verdict: the strictest of the history items, and "ask first" for hands-on work while a clinician should look first.
func (r *evaluation) verdict(t *knowledge.Therapy, level knowledge.Level) knowledge.Verdict {
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

// item: a therapy's verdict on one history item. If its region is certainly not worked on, the verdict for elsewhere applies,
// or a caution at most. Unknown is a caution if yes would be stricter.
func (r *evaluation) item(t *knowledge.Therapy, o *knowledge.Option) knowledge.Verdict {
	c := r.verdicts[t.ID][o.ID]
	v := c.Verdict
	switch region := c.RegionOf(o); {
	case region == knowledge.WholeBody, r.worked(region, o):
	case c.Elsewhere != "":
		_ = v.UnmarshalText([]byte(c.Elsewhere)) // New has rejected invalid verdicts
	default:
		v = min(v, knowledge.Caution)
	}
	switch r.fact(r.history.ID + "/" + o.ID) {
	case guide.Yes:
		return v
	case guide.Unknown:
		if v > knowledge.Caution {
			return knowledge.Caution
		}
	}
	return knowledge.OK
}

// worked: hands work on a part of the body where one of its places hurts, or may, or one that brings them there; and on the place
// of a health item unless it is certainly elsewhere.
func (r *evaluation) worked(region string, o *knowledge.Option) bool {
	places := o.Places
	if region == knowledge.AffectedPlace && len(places) == 0 {
		return true
	}
	if region != knowledge.AffectedPlace {
		at := slices.IndexFunc(r.k.Regions, func(x knowledge.Region) bool { return x.ID == region })
		places = r.k.WorkedOn(&r.k.Regions[at])
	}
	return slices.ContainsFunc(places, func(place string) bool { return r.fact(place) != guide.No })
}

// historyID is the ID of the history question, or "".
func (b *reference) historyID() string {
	if b.history == nil {
		return ""
	}
	return b.history.ID
}

// applies: a question applies where it is put, and where a warning sign is named that is not put.
func (r *evaluation) applies(q *knowledge.Question) guide.Truth {
	if q.Detail && r.unaskedBefore(q) {
		return guide.Yes
	}
	for i := range q.Options {
		if o := &q.Options[i]; r.warns[q.ID+"/"+o.ID] && r.named(q, o) != guide.No {
			return guide.Yes
		}
	}
	return r.holds(q.AskWhen)
}

// uncalled: whether a fact is a warning that counts although it is not put.
func (r *evaluation) uncalled(name string) bool {
	q, o := r.questions[name], r.options[name]
	return r.warns[name] && r.named(q, o) != guide.No && !r.put(q, o)
}

// offered: whether a single choice is one that can still be made.
func (r *evaluation) offered(q *knowledge.Question, option string) bool {
	o := q.Option(option)
	return o != nil && r.holds(o.ShowWhen) != guide.No
}

// behind: the options whose answers make a fact what it is.
func (r *evaluation) behind(name string) []string {
	known := r.fact(name)
	if known == guide.No {
		return nil
	}
	if d := r.derived[name]; d != nil {
		if d.Unasked {
			return r.uncalledSigns(known)
		}
		var out []string
		for _, m := range slices.Concat(d.Any, d.Of) {
			if v := r.fact(m); v == known || v == guide.Yes {
				out = append(out, r.behind(m)...)
			}
		}
		return out
	}
	q, o := r.questions[name], r.options[name]
	own := guide.No
	if r.put(q, o) {
		own = r.said(q, o)
	} else if r.warns[name] {
		own = r.named(q, o)
	}
	if own == known {
		return []string{name}
	}
	for _, all := range o.Also {
		if r.holds(knowledge.When{all}) != known {
			continue
		}
		var out []string
		for _, m := range all {
			if !strings.HasPrefix(m, "not ") {
				out = append(out, r.behind(m)...)
			}
		}
		return out
	}
	return nil
}

// uncalledSigns: the warning signs that are named and not put.
func (r *evaluation) uncalledSigns(known guide.Truth) []string {
	var out []string
	for _, s := range r.signs {
		if r.unaskedSign(s) == known {
			out = append(out, s.name)
		}
	}
	return out
}
