package guide

import (
	"errors"
	"strconv"

	"knead/guide/knowledge"
)

// therapy is a Therapy with its conditions compiled and one contraindication for every history item.
type therapy struct {
	rulings     []*ruling // by history option; nil for "none"
	only        when
	indications []when
	wishes      []int
	evidence    []*knowledge.Evidence // by pattern; nil where nothing is said
}

func (g *Guide) compileTherapy(t *knowledge.Therapy, compile func(string, knowledge.When, int) when) (therapy, error) {
	where := "therapy " + t.ID
	c := therapy{evidence: make([]*knowledge.Evidence, len(g.k.Patterns))}
	c.only = compile(where, t.OnlyWhen, -1)
	for _, in := range t.Indications {
		c.indications = append(c.indications, compile(where, in.When, -1))
	}
	for _, w := range t.Wishes {
		f, ok := g.facts[w.Fact]
		if !ok {
			return c, within{where, errors.New("unknown fact " + strconv.Quote(w.Fact))}
		}
		c.wishes = append(c.wishes, f)
	}
	for i := range t.Evidence {
		for p := range g.k.Patterns {
			if g.k.Patterns[p].ID == t.Evidence[i].Pattern {
				c.evidence[p] = &t.Evidence[i]
			}
		}
	}
	if g.history < 0 {
		return c, nil
	}
	options := g.k.Questions[g.history].Options
	base := t
	if t.Nearest != "" {
		if base = g.Therapy(t.Nearest); base == nil || base.Nearest != "" {
			return c, within{where, errors.New("nearest " + strconv.Quote(t.Nearest) + " is not a therapy with verdicts of its own")}
		}
	}
	own, err := g.byHistory(t, "")
	if err != nil {
		return c, within{where, err}
	}
	near, err := g.byHistory(base, base.ID)
	if err != nil {
		return c, within{where, err}
	}
	c.rulings = own
	for oi := range options {
		switch {
		case options[oi].ID == knowledge.None:
		case own[oi] == nil && near[oi] == nil:
			return c, within{where, errors.New("no verdict for " + options[oi].ID)}
		case own[oi] == nil:
			c.rulings[oi] = near[oi]
		case near[oi] != nil && own[oi].Milder(near[oi].Contraindication, &options[oi]):
			return c, within{where, errors.New(own[oi].Verdict.String() + " for " + options[oi].ID + " is milder than " + near[oi].Verdict.String() + " of " + base.ID)}
		}
	}
	return c, nil
}

// byHistory indexes a therapy's verdicts by history option; nil marks a missing one. From is the therapy that they are
// attributed to.
func (g *Guide) byHistory(t *knowledge.Therapy, from string) ([]*ruling, error) {
	q, options := &g.questions[g.history], g.k.Questions[g.history].Options
	out := make([]*ruling, len(options))
	for i := range t.Verdicts {
		if f, ok := g.facts[g.HistoryID()+"/"+t.Verdicts[i].History]; ok {
			r, err := g.ruling(&t.Verdicts[i], &options[f-q.first], from)
			if err != nil {
				return nil, err
			}
			out[f-q.first] = r
		}
	}
	return out, nil
}

// Ruling is a therapy's verdict for one history item, and the therapy it was taken from ("" when its own).
type Ruling struct {
	History knowledge.Option
	From    string
	knowledge.Contraindication
}

// Rulings lists a therapy's verdict for every history item, in the order of the question.
func (g *Guide) Rulings(id string) []Ruling {
	for ti := range g.k.Therapies {
		if g.k.Therapies[ti].ID != id {
			continue
		}
		var out []Ruling
		for oi, v := range g.therapies[ti].rulings {
			if v != nil {
				out = append(out, Ruling{g.k.Questions[g.history].Options[oi], v.from, *v.Contraindication})
			}
		}
		return out
	}
	return nil
}
