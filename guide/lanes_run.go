package guide

// know works out the facts from a question on: evaluate, for all lanes.
func (l *Lanes) know(from int) {
	g := l.g
	for qi := from; qi < len(g.questions); qi++ {
		c := &g.questions[qi]
		asked := l.holds(c.ask)
		l.applies[qi] = asked
		given := l.given[qi]
		if g.k.Questions[qi].Kind == One {
			given &= l.offered(c)
		}
		silent := ^given
		for oi := range c.options {
			o, f := &c.options[oi], c.first+oi
			counts := asked.maybe
			if len(o.show) > 0 {
				counts &= l.holds(o.show).maybe
			}
			yes := l.chosen[f] & given &^ l.unsure[qi]
			v := known{yes: yes & counts, maybe: (yes | silent | l.left[f]) & counts}
			if len(o.also) > 0 {
				also := l.holds(o.also)
				v.yes |= also.yes
				v.maybe |= also.maybe
			}
			l.facts[f] = v
		}
		if unsure := l.unsure[qi] & asked.maybe; unsure != 0 {
			for _, oi := range c.careful {
				counts := unsure
				if show := c.options[oi].show; len(show) > 0 {
					counts &= l.holds(show).maybe
				}
				l.facts[c.first+oi].yes |= counts
			}
		}
		for _, di := range c.ready {
			l.facts[len(g.owner)+di] = l.count(&g.derived[di])
		}
	}
}

// offered gives the lanes in which an option that was chosen is offered. A single choice that is not offered any more
// leaves its question open.
func (l *Lanes) offered(c *question) uint64 {
	var lanes uint64
	for oi := range c.options {
		chosen := l.chosen[c.first+oi]
		if show := c.options[oi].show; chosen != 0 && len(show) > 0 {
			chosen &= l.holds(show).maybe
		}
		lanes |= chosen
	}
	return lanes
}

func (l *Lanes) value(x literal) known {
	f := l.facts[x>>1]
	switch {
	case x&1 == 0:
		return f
	case l.g.settles[x>>1]: // unknown is as good as not settled: see state.value
		return known{yes: ^f.yes, maybe: ^f.yes}
	}
	return known{yes: ^f.maybe, maybe: ^f.yes}
}

func (l *Lanes) all(c []literal) known {
	v := known{everyLane, everyLane}
	for _, x := range c {
		f := l.value(x)
		v.yes &= f.yes
		v.maybe &= f.maybe
		if v.maybe == 0 {
			break
		}
	}
	return v
}

func (l *Lanes) holds(w when) known {
	if len(w) == 0 {
		return known{everyLane, everyLane}
	}
	var v known
	for _, c := range w {
		x := l.all(c)
		v.yes |= x.yes
		v.maybe |= x.maybe
		if v.yes == everyLane {
			break
		}
	}
	return v
}

// count finds the lanes where at least so many of the facts hold. Lanes climb one step of the ladder per fact.
func (l *Lanes) count(d *derived) known {
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
	l.level, l.open = [Emergency + 1]uint64{SelfCare: everyLane}, 0
	for i, w := range l.g.flags {
		v := l.holds(w)
		l.flags[i] = v
		if v.maybe == 0 {
			continue
		}
		level := l.g.k.RedFlags[i].Level
		l.level[level] |= v.yes
		if level.Stops() {
			l.open |= v.maybe &^ v.yes
		}
	}
	l.level[Urgent] |= l.level[Emergency]
	l.level[ClinicianFirst] |= l.level[Urgent] | l.open
}

// recognise finds the first pattern that certainly holds.
func (l *Lanes) recognise() {
	left := everyLane
	for i, w := range l.g.patterns {
		l.patterns[i] = 0
		if left != 0 {
			l.patterns[i] = l.holds(w).yes & left
			left &^= l.patterns[i]
		}
	}
}

// rule works out the verdict and the fit of every therapy.
func (l *Lanes) rule() {
	clear(l.verdicts)
	if l.g.history >= 0 {
		l.ruleHistory(&l.g.questions[l.g.history])
	}
	for ti := range l.g.therapies {
		v := &l.verdicts[ti]
		if l.g.k.Therapies[ti].HandsOn {
			v[AskFirst-1] |= l.level[ClinicianFirst]
		}
		v[AskFirst-1] |= v[Avoid-1]
		v[Caution-1] |= v[AskFirst-1]
		l.fits[ti] = l.fit(ti)
	}
}

// ruleHistory adds what each history item says of each therapy.
func (l *Lanes) ruleHistory(q *question) {
	for oi := range l.items {
		v, item := l.facts[q.first+oi], &l.items[oi]
		if v.maybe == 0 {
			continue
		}
		unknown, here := v.maybe&^v.yes, everyLane
		if places := q.options[oi].places; item.local && len(places) > 0 {
			here = 0
			for _, p := range places {
				here |= l.value(p).maybe
			}
		}
		// Elsewhere than where it hurts, a yes is a caution at most, and so an unknown says nothing.
		careful, strict := v.yes|unknown&here, v.yes&here
		for _, ti := range item.against[Caution] {
			l.verdicts[ti][Caution-1] |= v.yes
		}
		for _, ti := range item.against[AskFirst] {
			l.verdicts[ti][Caution-1] |= careful
			l.verdicts[ti][AskFirst-1] |= strict
		}
		for _, ti := range item.against[Avoid] {
			l.verdicts[ti][Caution-1] |= careful
			l.verdicts[ti][Avoid-1] |= strict
		}
	}
}

// fit is fit, for all lanes: each grade has its lanes.
func (l *Lanes) fit(ti int) steps {
	t, v := &l.g.therapies[ti], &l.verdicts[ti]
	var a, b, c, graded uint64
	for i, lanes := range l.patterns {
		if lanes == 0 {
			continue
		}
		switch l.grades[ti][i] {
		case 'A':
			a |= lanes
		case 'B':
			b |= lanes
		case 'C':
			c |= lanes
		case 0:
			continue
		}
		graded |= lanes
	}
	var indicated uint64
	for _, w := range t.indications {
		indicated |= l.holds(w).yes
	}
	return steps{
		(a | b | c | indicated&^graded) &^ v[Avoid-1],
		(a | b | c&indicated) &^ v[AskFirst-1],
		(a | b&indicated) &^ v[Caution-1],
	}
}
