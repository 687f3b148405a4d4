package content

import (
	"slices"

	"knead/guide/knowledge"
)

// studies are the kinds of sources that find something out, and so say nothing for or against a therapy.
var studies = []knowledge.SourceKind{"systematic review", "trial", "observational study", "case report"}

// forIt are the stances of a guideline that speaks for a therapy, the most careful first.
var forIt = []knowledge.Stance{knowledge.StancePackageOnly, knowledge.StanceConsider, knowledge.StanceRecommend}

// checkStance checks that the stance of a finding is that of its guidelines. Only a therapy that Knead itself holds back as a
// precaution may differ, because no guideline took that stance.
func (l *loader) checkStance(e *knowledge.Evidence, p *place) {
	for i := range e.Guidelines {
		g, at := &e.Guidelines[i], p.list("guidelines", i)
		switch g.Stance {
		case knowledge.StanceConflicting, knowledge.StanceAvoidAsPrecaution:
			l.at(at.field("stance"), "%s is not the stance of one guideline; give what it says: recommend, consider, package-only, do-not, or none-found", g.Stance)
			return
		case 0:
			return // it is missing or unknown, and that is reported
		}
		if source := l.source(g.Source); source != nil && slices.Contains(studies, source.Kind) {
			l.at(at.field("source"), "%s is a %s, and no guideline; say under found what it found", g.Source, source.Kind)
		}
	}
	if e.Stance == 0 || e.Stance == knowledge.StanceAvoidAsPrecaution {
		return
	}
	if want := stanceOf(e.Guidelines); e.Stance != want {
		l.at(p.field("stance"), "the stance is %s, but that of its guidelines together is %s; write that, or correct a guideline's stance", e.Stance, want)
	}
}

// stanceOf is the stance of guidelines together: what all of them say; conflicting, when some speak for a therapy and some
// against it; and when they speak for it more or less strongly, the middle one, of two the more careful. Those that take no
// side do not count.
func stanceOf(guidelines []knowledge.Guideline) knowledge.Stance {
	against, strengths := false, []int{}
	for i := range guidelines {
		switch at := slices.Index(forIt, guidelines[i].Stance); {
		case at >= 0:
			strengths = append(strengths, at)
		case guidelines[i].Stance == knowledge.StanceDoNot:
			against = true
		}
	}
	slices.Sort(strengths)
	switch n := len(strengths); {
	case against && n > 0:
		return knowledge.StanceConflicting
	case against:
		return knowledge.StanceDoNot
	case n > 0:
		return forIt[strengths[(n-1)/2]]
	}
	return knowledge.StanceNoneFound
}

// checkLines checks that the same line of the same guideline is read as the same stance everywhere.
func (l *loader) checkLines() {
	first := map[knowledge.Guideline]knowledge.Guideline{}
	for i := range l.lib.Knowledge.Therapies {
		for j := range l.lib.Knowledge.Therapies[i].Evidence {
			p := l.places.therapies[i].list("evidence", j)
			for n, g := range l.lib.Knowledge.Therapies[i].Evidence[j].Guidelines {
				line := knowledge.Guideline{Source: g.Source, Says: g.Says}
				switch other, ok := first[line]; {
				case !ok:
					first[line] = g
				case other.Stance != g.Stance && g.Stance != 0 && other.Stance != 0:
					l.at(p.list("guidelines", n).field("stance"), "the stance is %s, but elsewhere the same line of %s is %s; give both the same", g.Stance, g.Source, other.Stance)
				}
			}
		}
	}
}

// source is the source of an ID, or nil.
func (l *loader) source(id string) *knowledge.Source {
	for i := range l.lib.Knowledge.Sources {
		if l.lib.Knowledge.Sources[i].ID == id {
			return &l.lib.Knowledge.Sources[i]
		}
	}
	return nil
}
