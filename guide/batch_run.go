package guide

import (
	"math/bits"
	"slices"

	"knead/guide/knowledge"
)

// Everything makes all targets due: the next Update assesses from scratch.
func (l *Batch) Everything() {
	for i := range l.due {
		l.due[i] = EveryLane
	}
}

// Touch notes that what is said of a question has changed.
func (l *Batch) Touch(target int) { l.due[target/64] |= 1 << (target % 64) }

func (l *Batch) isDue(target int) bool { return l.due[target/64]>>(target%64)&1 == 1 }

// Update assesses all lanes again, as far as something is due.
func (l *Batch) Update() {
	l.know()
	for i := range l.due {
		for ; l.due[i] != 0; l.due[i] &= l.due[i] - 1 {
			l.redo(64*i + bits.TrailingZeros64(l.due[i]))
		}
	}
	l.triage()
	l.recognise()
	l.rule()
}

// redo works out a red flag, a pattern, or whether a therapy is shown and indicated. Questions and derived facts are done by then.
func (l *Batch) redo(target int) {
	switch {
	case target < l.flagAt || target >= l.targets:
	case target < l.patternAt:
		l.flags[target-l.flagAt] = l.holds(l.rules[target-l.flagAt])
	case target < l.therapyAt:
		l.Looks[target-l.patternAt] = l.holds(l.seems[target-l.patternAt]).Yes
	default:
		ti, lanes := target-l.therapyAt, uint64(0)
		for i, suits := range l.indications[ti] {
			l.speaks[ti][i] = l.holds(suits).Yes
			lanes |= l.speaks[ti][i]
		}
		l.indicated[ti], l.Shown[ti] = lanes, l.holds(l.only[ti]).Maybe
	}
}

// know works out the facts of what is due: evaluate, for all lanes. Facts rest on what is asked before them only, so one
// pass will do.
func (l *Batch) know() {
	for qi := range l.g.questions {
		if l.isDue(qi) {
			l.ask(qi)
		}
		for _, di := range l.g.questions[qi].ready {
			if l.isDue(l.derivedAt + di) {
				l.learn(len(l.g.owner)+di, l.count(&l.g.derived[di]))
			}
		}
	}
}

// learn sets a fact; when that changes it, what rests on it is due.
func (l *Batch) learn(f int, v Known) {
	if l.Facts[f] == v {
		return
	}
	l.Facts[f] = v
	for i, targets := range l.touches[f*l.words : (f+1)*l.words] {
		l.due[i] |= targets
	}
}

// ask works out the facts of one question.
func (l *Batch) ask(qi int) {
	c := &l.g.questions[qi]
	asked := l.asked(qi)
	said, unsure, unasked := l.Given[qi], l.Unsure[qi], Known{}
	given := said
	if l.g.k.Questions[qi].Kind != knowledge.Many {
		given &= l.offered(c)
	}
	silent := ^given | unsure | l.Partial[qi]
	for f := c.first; f < c.first+len(c.options); f++ {
		var v Known
		// What was not said anywhere is no, whether or not it was offered.
		if maybe := (l.Chosen[f] | silent | l.Left[f]) & asked.Maybe; maybe != 0 {
			if show := l.shows[f]; len(show) > 0 {
				maybe &= l.holds(show).Maybe
			}
			v = Known{l.Chosen[f] & given &^ unsure & maybe, maybe}
		}
		if unsure != 0 && slices.Contains(c.careful, f-c.first) {
			v.Yes |= v.Maybe & unsure
		}
		if o := &c.options[f-c.first]; c.gated && o.warns && l.Chosen[f]|l.Left[f] != 0 {
			k := l.kept(f, asked.Maybe, said&^unsure, unsure)
			v = Known{v.Yes | k.Yes, v.Maybe | k.Maybe}
			unasked = Known{unasked.Yes | k.Yes, unasked.Maybe | k.Maybe}
		}
		if also := l.also[f]; len(also) > 0 {
			x := l.holds(also)
			v = Known{v.Yes | x.Yes, v.Maybe | x.Maybe}
		}
		l.learn(f, v)
	}
	if qi != l.g.history && unasked != l.Unasked[qi] {
		l.Unasked[qi] = unasked
		for _, di := range l.awaiting {
			l.Touch(l.derivedAt + di)
		}
		for _, di := range l.along[qi] {
			l.Touch(di)
		}
	}
}

// asked is whether a question is asked, also as a detail of a sign before it on its page that is not put.
func (l *Batch) asked(qi int) Known {
	v := l.holds(l.asks[qi])
	if !l.g.k.Questions[qi].Detail {
		return v
	}
	for before := qi - 1; before >= 0 && l.g.questions[before].page == l.g.questions[qi].page; before-- {
		v.Yes |= l.Unasked[before].Maybe
		v.Maybe |= l.Unasked[before].Maybe
	}
	return v
}

// kept is what the lanes know of a warning that was chosen, or itself left open, without being asked: keep, for all lanes.
func (l *Batch) kept(f int, asked, said, unsure uint64) Known {
	if show := l.shows[f]; len(show) > 0 {
		asked &= l.holds(show).Maybe
	}
	yes := l.Chosen[f] & said &^ asked
	return Known{yes, yes | l.Left[f]&^asked&^unsure}
}

// PutFact gives the lanes in which an option is put to a person, or may be.
func (l *Batch) PutFact(qi, f int) uint64 {
	lanes := l.asked(qi).Maybe
	if show := l.shows[f]; len(show) > 0 {
		lanes &= l.holds(show).Maybe
	}
	return lanes
}

// offered gives the lanes in which an option that was chosen is offered. A single choice that is not offered anymore
// leaves its question open.
func (l *Batch) offered(c *question) (lanes uint64) {
	for f := c.first; f < c.first+len(c.options); f++ {
		chosen := l.Chosen[f]
		if show := l.shows[f]; chosen != 0 && len(show) > 0 {
			chosen &= l.holds(show).Maybe
		}
		lanes |= chosen
	}
	return lanes
}

func (l *Batch) value(x int32) Known {
	f := l.Facts[x>>1]
	switch {
	case x&1 == 0:
		return f
	case l.g.settles[x>>1]:
		return Known{Yes: ^f.Yes, Maybe: ^f.Yes}
	}
	return Known{Yes: ^f.Maybe, Maybe: ^f.Yes}
}

func (l *Batch) holds(c condition) (v Known) {
	if len(c) == 0 {
		return Known{EveryLane, EveryLane}
	}
	for at := 0; at < len(c); {
		end := at + 1 + int(c[at])
		all := Known{EveryLane, EveryLane}
		for _, x := range c[at+1 : end] {
			f := l.value(x)
			all.Yes &= f.Yes
			all.Maybe &= f.Maybe
			if all.Maybe == 0 {
				break
			}
		}
		v.Yes |= all.Yes
		v.Maybe |= all.Maybe
		at = end
	}
	return v
}

// count finds the lanes where at least so many of the facts hold. Lanes climb one step of the ladder per fact.
func (l *Batch) count(d *derived) Known {
	if d.unasked {
		var v Known
		for _, x := range l.Unasked {
			v.Yes |= x.Yes
			v.Maybe |= x.Maybe
		}
		return v
	}
	if d.atLeast == 1 {
		var v Known
		for _, f := range d.of {
			v.Yes |= l.Facts[f].Yes
			v.Maybe |= l.Facts[f].Maybe
		}
		return v
	}
	if d.atLeast < 1 {
		return Known{EveryLane, EveryLane}
	}
	ladder := l.ladder[:d.atLeast+1]
	clear(ladder)
	ladder[0] = Known{EveryLane, EveryLane}
	for _, f := range d.of {
		x := l.Facts[f]
		for n := d.atLeast; n > 0; n-- {
			ladder[n].Yes |= ladder[n-1].Yes & x.Yes
			ladder[n].Maybe |= ladder[n-1].Maybe & x.Maybe
		}
	}
	return ladder[d.atLeast]
}

// triage finds the levels: red flags that hold, and open ones that count as something to ask about.
func (l *Batch) triage() {
	l.Levels, l.Open = [knowledge.Emergency + 1]uint64{knowledge.SelfCare: EveryLane}, 0
	for i, v := range l.flags {
		if v.Maybe == 0 {
			continue
		}
		level := l.g.k.RedFlags[i].Level
		l.Levels[level] |= v.Yes
		if level.Stops() {
			l.Open |= v.Maybe &^ v.Yes
		}
	}
	l.Levels[knowledge.Urgent] |= l.Levels[knowledge.Emergency]
	l.Levels[knowledge.ClinicianFirst] |= l.Levels[knowledge.Urgent] | l.Open
}

// recognise finds the first pattern that certainly holds.
func (l *Batch) recognise() {
	left := EveryLane
	for i, lanes := range l.Looks {
		l.Patterns[i] = lanes & left
		left &^= lanes
	}
}

// rule works out the verdict and the fit of every therapy.
func (l *Batch) rule() {
	clear(l.Verdicts)
	if l.g.history >= 0 {
		l.ruleHistory(l.g.questions[l.g.history].first)
	}
	for ti := range l.g.therapies {
		v := &l.Verdicts[ti]
		if l.g.k.Therapies[ti].HandsOn {
			v[knowledge.AskFirst-1] |= l.Levels[knowledge.ClinicianFirst]
		}
		v[knowledge.AskFirst-1] |= v[knowledge.Avoid-1]
		v[knowledge.Caution-1] |= v[knowledge.AskFirst-1]
		l.Fits[ti] = l.fit(ti)
	}
}

// ruleHistory adds what each history item says of each therapy.
func (l *Batch) ruleHistory(first int) {
	for i := range l.g.areas {
		if l.worked[i] = EveryLane; i > affectedPlace {
			l.worked[i] = l.hurts(l.g.areas[i].worked)
		}
	}
	for oi := range l.items {
		v, item := l.Facts[first+oi], &l.items[oi]
		if v.Maybe == 0 {
			continue
		}
		if l.worked[affectedPlace] = EveryLane; len(item.places) > 0 {
			l.worked[affectedPlace] = l.hurts(item.places)
		}
		for i := range item.says {
			x := &item.says[i]
			here := l.worked[x.area]
			l.say(x.therapies, x.here, v.Yes&here, v.Maybe&^v.Yes&here)
			l.say(x.therapies, x.away, v.Yes&^here, v.Maybe&^v.Yes&^here)
		}
	}
}

// hurts gives the lanes in which one of the places hurts, or may.
func (l *Batch) hurts(places []literal) (lanes uint64) {
	for _, place := range places {
		lanes |= l.value(int32(place)).Maybe
	}
	return lanes
}

// say adds a verdict on therapies where it counts; where it is unknown whether it does, as a caution if it is stricter than that.
func (l *Batch) say(therapies []int, v knowledge.Verdict, yes, unknown uint64) {
	if v == knowledge.OK || yes|unknown == 0 {
		return
	}
	for _, ti := range therapies {
		l.Verdicts[ti][v-1] |= yes
		if v > knowledge.Caution {
			l.Verdicts[ti][knowledge.Caution-1] |= unknown
		}
	}
}

// fit is fit, for all lanes. Where no pattern holds, nothing is known.
func (l *Batch) fit(ti int) Steps {
	v, rests := &l.Verdicts[ti], EveryLane
	var f Steps
	for i, lanes := range l.Patterns {
		if lanes == 0 {
			continue
		}
		w := l.weights[ti][i]
		for step := range w.fit() {
			f[step] |= lanes
		}
		if !w.rests() {
			rests &^= lanes
		}
	}
	f[knowledge.FitPossible-1] |= l.indicated[ti] & rests
	return Steps{f[knowledge.FitPossible-1] &^ v[knowledge.Avoid-1], f[knowledge.FitGood-1] &^ v[knowledge.AskFirst-1], f[knowledge.FitStrong-1] &^ v[knowledge.Caution-1]}
}
