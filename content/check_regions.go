package content

import (
	"slices"
	"strings"

	"knead/guide"

	"knead/guide/knowledge"
)

// checkRegions checks the regions of the body that verdicts may name, and where each health item is located.
func (l *loader) checkRegions(f facts) {
	k := &l.lib.Knowledge
	var ids []string
	for i := range k.Regions {
		r, p := &k.Regions[i], l.places.regions[i]
		l.checkID(p, r.ID)
		if r.ID == knowledge.WholeBody || r.ID == knowledge.AffectedPlace {
			l.at(p.field("id"), "%s is a region already; name this one differently", quoted(r.ID))
		}
		ids = append(ids, r.ID)
		places := f.options[l.role(knowledge.RolePlace)]
		for j, id := range r.Places {
			l.checkPlace(p.list("places", j), id, places)
			if id == knowledge.None {
				l.at(p.list("places", j), "none is not a part of the body; move it to also")
			}
		}
		for j, id := range r.Also {
			l.checkPlace(p.list("also", j), id, places)
		}
	}
	for i := range k.Questions {
		q, p := &k.Questions[i], l.places.questions[i]
		for j := range q.Options {
			l.checkLies(q, &q.Options[j], p.list("options", j), ids)
		}
		if q.Role == knowledge.RoleHistory {
			l.checkAsked(q, p)
		}
	}
}

// checkAsked checks that choosing a local health item always leads to the question whether it is where it hurts.
func (l *loader) checkAsked(history *knowledge.Question, p *place) {
	asked, some := map[string]bool{}, false
	for i := range l.lib.Knowledge.Questions {
		if q := &l.lib.Knowledge.Questions[i]; q.Role == knowledge.RoleHere && len(q.Of) == 1 {
			asked[q.Of[0]], some = true, true
		}
	}
	for i := range history.Options {
		if o := &history.Options[i]; some && o.Scope == knowledge.ScopeLocal && !o.Hidden && !asked[o.ID] {
			l.at(p.list("options", i), "lies at a place of its own, and no question asks whether it hurts there; add it to the question with the role %s", knowledge.RoleHere)
		}
	}
}

func (l *loader) checkPlace(p *place, id string, places []string) {
	if len(places) > 0 && !slices.Contains(places, id) {
		l.at(p, "%s is not a place; %s", quoted(id), guide.Nearest(id, places))
	}
}

// checkLies checks what an option says of where it lies.
func (l *loader) checkLies(q *knowledge.Question, o *knowledge.Option, p *place, regions []string) {
	history, local := q.Role == knowledge.RoleHistory, o.Scope == knowledge.ScopeLocal
	switch {
	case local && history && o.There == "" && !p.bad:
		l.at(p, "lies at a place of its own; say under there where, as in %s", quoted("where the rash is"))
	case o.There != "" && !local:
		l.at(p.field("there"), "there belongs to an option with scope: local")
	}
	for i, id := range o.Regions {
		switch at := p.list("regions", i); {
		case !history:
			l.at(at, "regions belong to the options of the question with the role %s", knowledge.RoleHistory)
		case !slices.Contains(regions, id):
			l.at(at, "%s is not a region; %s", quoted(id), guide.Nearest(id, regions))
		}
	}
}

// checkRegion checks that a verdict names a region in which its health item can matter.
func (l *loader) checkRegion(v *knowledge.Contraindication, at *place, o *knowledge.Option) {
	if o == nil || at.bad {
		return
	}
	possible := append([]string{knowledge.WholeBody}, o.Regions...)
	if o.Scope == knowledge.ScopeLocal {
		possible = append(possible, knowledge.AffectedPlace)
	}
	region := v.RegionOf(o)
	if !slices.Contains(possible, region) {
		l.at(at.field("region"), "%s cannot matter in the region %s; use one of %s, or add it to the regions of that option", o.ID, quoted(region), strings.Join(possible, ", "))
		return
	}
	away, err := v.Away()
	switch {
	case v.Elsewhere == "" || err != nil: // reported as a value that the field does not allow
	case region == knowledge.WholeBody:
		l.at(at.field("elsewhere"), "a verdict on the whole body counts everywhere; name a region, or take elsewhere away")
	case away > v.Verdict:
		l.at(at.field("elsewhere"), "%s is stricter than %s in the region itself; it may be as strict at most", away, v.Verdict)
	}
}
