package content

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/matrix"
)

// checkDangers wants every red flag to belong to one danger, through its evidence entry, so that no warning is left out of the
// matrix and of the page that lists the warning signs.
func (l *loader) checkDangers() {
	if l.broken["dangers.yaml"] {
		return
	}
	k, dangers := &l.lib.Knowledge, l.lib.Matrix.Dangers
	owner, used := map[string]string{}, map[string]bool{}
	for i := range k.RedFlags {
		used[k.RedFlags[i].Evidence] = true
	}
	var known []string
	for di := range dangers {
		p := l.places.dangers[di]
		l.checkID(p, dangers[di].ID)
		for i, e := range dangers[di].Evidence {
			switch at := p.list("evidence", i); {
			case owner[e] != "":
				l.at(at, "%s already belongs to the danger %s; name it once", quoted(e), owner[e])
			case !used[e] && l.top(p) && !l.wrong("red-flags/"):
				l.at(at, "no red flag has the evidence %s; leave it out", quoted(e))
			}
			owner[e], known = dangers[di].ID, append(known, e)
		}
		for si := range dangers[di].Signs {
			for li := range dangers[di].Signs[si].Least {
				l.checkLeast(&dangers[di].Signs[si].Least[li], p.list("signs", si).list("least", li))
			}
		}
	}
	for i := range k.RedFlags {
		if e := k.RedFlags[i].Evidence; e != "" && owner[e] == "" {
			l.at(l.places.flags[i].field("evidence"), "%s belongs to no danger; name it in dangers.yaml, under evidence of a danger; %s",
				quoted(e), guide.Nearest(e, known))
		}
	}
}

// checkLeast wants every floor above self-care to rest on a source, or to say why there is none.
func (l *loader) checkLeast(least *matrix.Least, p *place) {
	switch floor := least.Level > knowledge.SelfCare; {
	case floor && len(least.Sources) == 0 && least.Why == "":
		l.at(p, "names no source; cite one, or say why for a floor that no source states")
	case len(least.Sources) > 0 && least.Why != "":
		l.at(p.field("why"), "gives a reason of its own but cites sources; keep one of the two")
	}
}

// checkMatrix evaluates the matrix and reports its empty cells and those that are milder than their floor.
func (l *loader) checkMatrix(g *guide.Guide) {
	if l.wrong("dangers.yaml", "questions.yaml", "facts.yaml", "red-flags/") || l.broken["dangers.yaml"] {
		return // the answers may be others than were meant
	}
	table, problems := matrix.Evaluate(g, &l.lib.Matrix)
	l.table = table
	for _, x := range problems {
		l.at(l.matrixPlace(x), "%s", x.Message)
	}
}

func (l *loader) matrixPlace(x matrix.Problem) *place {
	m, at := &l.lib.Matrix, &l.places
	switch {
	case x.Danger >= 0:
		p := at.dangers[x.Danger].list("signs", x.Sign)
		if x.Least >= 0 {
			p = p.list("least", x.Least)
		}
		return p
	case x.Column == "":
		return at.base
	}
	for i, c := range m.Onsets {
		if c.ID == x.Column {
			return at.onsets[i]
		}
	}
	return at.risks[max(slices.IndexFunc(m.Risks, func(c matrix.Column) bool { return c.ID == x.Column }), 0)]
}
