package guide

import "knead/guide/knowledge"

// FirstChoice is a lane's best placed therapy of the kind that may be used at once, or nil, as in an Assessment.
func (l *Batch) FirstChoice(lane int, kind knowledge.TherapyKind) *knowledge.Therapy {
	var first *knowledge.Therapy
	var best standing
	for ti := range l.g.therapies {
		if l.g.k.Therapies[ti].Kind != kind {
			continue
		}
		if v, f, shown := l.Match(lane, ti); !shown || v > knowledge.Caution || f == knowledge.FitNone {
			continue
		}
		if x := l.standing(lane, ti); first == nil || x.compare(best) < 0 {
			first, best = &l.g.k.Therapies[ti], x
		}
	}
	return first
}

// standing is what decides the place of a therapy in a lane.
func (l *Batch) standing(lane, ti int) standing {
	t := &l.g.k.Therapies[ti]
	x := standing{verdict: knowledge.Verdict(l.Verdicts[ti].at(lane)), evidence: unstudied, force: t.Force, name: t.Name, at: ti}
	for i, lanes := range l.Patterns {
		if lanes>>lane&1 == 1 {
			x.evidence = l.weights[ti][i]
		}
	}
	x.little, x.unstudied = knowledge.Fit(l.Fits[ti].at(lane)) == knowledge.FitNone, x.evidence.unstudied(t)
	if x.evidence.fit() > knowledge.FitNone {
		x.indicated++
	}
	for _, lanes := range l.speaks[ti] {
		x.indicated += int(lanes >> lane & 1)
	}
	for i, f := range l.g.therapies[ti].wishes {
		switch holds := l.Facts[f].Yes>>lane&1 == 1; {
		case holds && t.Wishes[i].Meets:
			x.met++
		case holds:
			x.met--
		}
	}
	return x
}
