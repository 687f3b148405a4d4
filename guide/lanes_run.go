package guide

import (
	"math/bits"
	"slices"

	"knead/guide/knowledge"
)

// everything makes all targets due.
func (l *Lanes) everything() {
	for i := range l.due {
		l.due[i] = everyLane
	}
}

func (l *Lanes) touch(target int) { l.due[target/64] |= 1 << (target % 64) }

func (l *Lanes) isDue(target int) bool { return l.due[target/64]>>(target%64)&1 == 1 }

// update assesses all lanes anew, as far as something is due: whoever changes what is said of a question touches it.
func (l *Lanes) update() {
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
func (l *Lanes) redo(target int) {
	switch {
	case target < l.flagAt || target >= l.targets:
	case target < l.patternAt:
		l.flags[target-l.flagAt] = l.holds(l.rules[target-l.flagAt])
	case target < l.therapyAt:
		l.looks[target-l.patternAt] = l.holds(l.seems[target-l.patternAt]).yes
	default:
		ti, lanes := target-l.therapyAt, uint64(0)
		for i, suits := range l.indications[ti] {
			l.speaks[ti][i] = l.holds(suits).yes
			lanes |= l.speaks[ti][i]
		}
		l.indicated[ti], l.shown[ti] = lanes, l.holds(l.only[ti]).maybe
	}
}

// know works out the facts of what is due: evaluate, for all lanes. Facts rest on what is asked before them only, so one
// pass will do.
func (l *Lanes) know() {
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
func (l *Lanes) learn(f int, v known) {
	if l.facts[f] == v {
		return
	}
	l.facts[f] = v
	for i, targets := range l.touches[f*l.words : (f+1)*l.words] {
		l.due[i] |= targets
	}
}

// ask works out the facts of one question.
func (l *Lanes) ask(qi int) {
	c := &l.g.questions[qi]
	asked := l.asked(qi)
	said, unsure, unasked := l.given[qi], l.unsure[qi], known{}
	given := said
	if l.g.k.Questions[qi].Kind != knowledge.Many {
		given &= l.offered(c)
	}
	silent := ^given | unsure | l.partial[qi]
	for f := c.first; f < c.first+len(c.options); f++ {
		var v known
		// What was not said anywhere is no, whether or not it was offered.
		if maybe := (l.chosen[f] | silent | l.left[f]) & asked.maybe; maybe != 0 {
			if show := l.shows[f]; len(show) > 0 {
				maybe &= l.holds(show).maybe
			}
			v = known{l.chosen[f] & given &^ unsure & maybe, maybe}
		}
		if unsure != 0 && slices.Contains(c.careful, f-c.first) {
			v.yes |= v.maybe & unsure
		}
		if o := &c.options[f-c.first]; c.gated && o.warns && l.chosen[f]|l.left[f] != 0 {
			k := l.kept(f, asked.maybe, said&^unsure, unsure)
			v = known{v.yes | k.yes, v.maybe | k.maybe}
			unasked = known{unasked.yes | k.yes, unasked.maybe | k.maybe}
		}
		if also := l.also[f]; len(also) > 0 {
			x := l.holds(also)
			v = known{v.yes | x.yes, v.maybe | x.maybe}
		}
		l.learn(f, v)
	}
	if qi != l.g.history && unasked != l.unasked[qi] {
		l.unasked[qi] = unasked
		for _, di := range l.awaiting {
			l.touch(l.derivedAt + di)
		}
		for _, di := range l.along[qi] {
			l.touch(di)
		}
	}
}

// asked is whether a question is asked, also as a detail of a sign before it on its page that is not put.
func (l *Lanes) asked(qi int) known {
	v := l.holds(l.asks[qi])
	if !l.g.k.Questions[qi].Detail {
		return v
	}
	for before := qi - 1; before >= 0 && l.g.questions[before].page == l.g.questions[qi].page; before-- {
		v.yes |= l.unasked[before].maybe
		v.maybe |= l.unasked[before].maybe
	}
	return v
}

// kept is what lanes know of a warning that was chosen, or left open by itself, where it is not put: keep, for all lanes.
func (l *Lanes) kept(f int, asked, said, unsure uint64) known {
	if show := l.shows[f]; len(show) > 0 {
		asked &= l.holds(show).maybe
	}
	yes := l.chosen[f] & said &^ asked
	return known{yes, yes | l.left[f]&^asked&^unsure}
}

// put gives the lanes in which an option is put to a person, or may be.
func (l *Lanes) put(qi, f int) uint64 {
	lanes := l.asked(qi).maybe
	if show := l.shows[f]; len(show) > 0 {
		lanes &= l.holds(show).maybe
	}
	return lanes
}

// offered gives the lanes in which an option that was chosen is offered. A single choice that is not offered any more
// leaves its question open.
func (l *Lanes) offered(c *question) (lanes uint64) {
	for f := c.first; f < c.first+len(c.options); f++ {
		chosen := l.chosen[f]
		if show := l.shows[f]; chosen != 0 && len(show) > 0 {
			chosen &= l.holds(show).maybe
		}
		lanes |= chosen
	}
	return lanes
}

func (l *Lanes) value(x int32) known {
	f := l.facts[x>>1]
	switch {
	case x&1 == 0:
		return f
	case l.g.settles[x>>1]:
		return known{yes: ^f.yes, maybe: ^f.yes}
	}
	return known{yes: ^f.maybe, maybe: ^f.yes}
}

func (l *Lanes) holds(c condition) (v known) {
	if len(c) == 0 {
		return known{everyLane, everyLane}
	}
	for at := 0; at < len(c); {
		end := at + 1 + int(c[at])
		all := known{everyLane, everyLane}
		for _, x := range c[at+1 : end] {
			f := l.value(x)
			all.yes &= f.yes
			all.maybe &= f.maybe
			if all.maybe == 0 {
				break
			}
		}
		v.yes |= all.yes
		v.maybe |= all.maybe
		at = end
	}
	return v
}

// count finds the lanes where at least so many of the facts hold. Lanes climb one step of the ladder per fact.
func (l *Lanes) count(d *derived) known {
	if d.unasked {
		var v known
		for _, x := range l.unasked {
			v.yes |= x.yes
			v.maybe |= x.maybe
		}
		return v
	}
	if d.atLeast == 1 {
		var v known
		for _, f := range d.of {
			v.yes |= l.facts[f].yes
			v.maybe |= l.facts[f].maybe
		}
		return v
	}
	if d.atLeast < 1 {
		return known{everyLane, everyLane}
	}
	ladder := l.ladder[:d.atLeast+1]
	clear(ladder)
	ladder[0] = known{everyLane, everyLane}
	for _, f := range d.of {
		x := l.facts[f]
		for n := d.atLeast; n > 0; n-- {
			ladder[n].yes |= ladder[n-1].yes & x.yes
			ladder[n].maybe |= ladder[n-1].maybe & x.maybe
		}
	}
	return ladder[d.atLeast]
}

// triage finds the levels: red flags that hold, and open ones that count as something to ask about.
func (l *Lanes) triage() {
	l.level, l.open = [knowledge.Emergency + 1]uint64{knowledge.SelfCare: everyLane}, 0
	for i, v := range l.flags {
		if v.maybe == 0 {
			continue
		}
		level := l.g.k.RedFlags[i].Level
		l.level[level] |= v.yes
		if level.Stops() {
			l.open |= v.maybe &^ v.yes
		}
	}
	l.level[knowledge.Urgent] |= l.level[knowledge.Emergency]
	l.level[knowledge.ClinicianFirst] |= l.level[knowledge.Urgent] | l.open
}

// recognise finds the first pattern that certainly holds.
func (l *Lanes) recognise() {
	left := everyLane
	for i, lanes := range l.looks {
		l.patterns[i] = lanes & left
		left &^= lanes
	}
}

// rule works out the verdict and the fit of every therapy.
func (l *Lanes) rule() {
	clear(l.verdicts)
	if l.g.history >= 0 {
		l.ruleHistory(l.g.questions[l.g.history].first)
	}
	for ti := range l.g.therapies {
		v := &l.verdicts[ti]
		if l.g.k.Therapies[ti].HandsOn {
			v[knowledge.AskFirst-1] |= l.level[knowledge.ClinicianFirst]
		}
		v[knowledge.AskFirst-1] |= v[knowledge.Avoid-1]
		v[knowledge.Caution-1] |= v[knowledge.AskFirst-1]
		l.fits[ti] = l.fit(ti)
	}
}

// ruleHistory adds what each history item says of each therapy.
func (l *Lanes) ruleHistory(first int) {
	for oi := range l.items {
		v, item := l.facts[first+oi], &l.items[oi]
		if v.maybe == 0 {
			continue
		}
		unknown, here := v.maybe&^v.yes, everyLane
		if item.local && len(item.places) > 0 {
			here = 0
			for _, place := range item.places {
				here |= l.value(int32(place)).maybe
			}
		}
		// Elsewhere than where it hurts, a yes is a caution at most, and so an unknown says nothing.
		careful, strict := v.yes|unknown&here, v.yes&here
		for _, ti := range item.against[knowledge.Caution] {
			l.verdicts[ti][knowledge.Caution-1] |= v.yes
		}
		for _, ti := range item.against[knowledge.AskFirst] {
			l.verdicts[ti][knowledge.Caution-1] |= careful
			l.verdicts[ti][knowledge.AskFirst-1] |= strict
		}
		for _, ti := range item.against[knowledge.Avoid] {
			l.verdicts[ti][knowledge.Caution-1] |= careful
			l.verdicts[ti][knowledge.Avoid-1] |= strict
		}
	}
}

// fit is fit, for all lanes. Where no pattern holds, nothing is known.
func (l *Lanes) fit(ti int) steps {
	v, rests := &l.verdicts[ti], everyLane
	var f steps
	for i, lanes := range l.patterns {
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
	return steps{f[knowledge.FitPossible-1] &^ v[knowledge.Avoid-1], f[knowledge.FitGood-1] &^ v[knowledge.AskFirst-1], f[knowledge.FitStrong-1] &^ v[knowledge.Caution-1]}
}
