package guide

import (
	"cmp"
	"slices"

	"knead/guide/knowledge"
)

// code is the rules as lanes run them: flat, in the order of use, what is rarest first.
type code struct {
	asks        []condition   // by question
	shows, also []condition   // by option fact
	rules       []condition   // by red flag
	seems       []condition   // by pattern
	only        []condition   // by therapy
	indications [][]condition // by therapy
	items       []item        // by history option
	weights     [][]weight    // of the evidence, by therapy and pattern
	awaiting    []int         // the derived facts that wait for signs which are not put
	along       [][]int       // by question: the details behind it on its page

	// A target is what rests on facts: a question, a derived fact, a red flag, a pattern, a therapy, in this order. Touches holds, for each fact, the set of the targets that rest on it, so many words of 64 for each.
	derivedAt, flagAt, patternAt, therapyAt, targets int
	words                                            int
	touches                                          []uint64
}

// condition is a when in one piece: for each alternative the number of its literals, then the literals.
type condition []int32

// item is a history option: where it lies, and what the therapies say of it.
type item struct {
	places []literal
	says   []saying
}

// saying is a verdict in a region and elsewhere, with the numbers of the therapies that share it.
type saying struct {
	area       int
	here, away knowledge.Verdict
	therapies  []int
}

func (g *Guide) code() *code {
	c := &code{derivedAt: len(g.questions)}
	c.flagAt = c.derivedAt + len(g.derived)
	c.patternAt = c.flagAt + len(g.flags)
	c.therapyAt = c.patternAt + len(g.patterns)
	c.targets = c.therapyAt + len(g.therapies)
	c.words = (c.targets + 63) / 64
	c.touches = make([]uint64, c.words*len(g.names))
	c.along = make([][]int, len(g.questions))
	for qi := range g.questions {
		q := &g.questions[qi]
		for di := qi + 1; di < len(g.questions) && g.questions[di].page == q.page; di++ {
			if g.k.Questions[di].Detail {
				c.along[qi] = append(c.along[qi], di)
			}
		}
		c.asks = append(c.asks, g.flat(q.ask))
		c.rests(qi, q.ask)
		for oi := range q.options {
			c.shows, c.also = append(c.shows, g.flat(q.options[oi].show)), append(c.also, g.flat(q.options[oi].also))
			c.rests(qi, q.options[oi].show, q.options[oi].also)
		}
	}
	for di := range g.derived {
		if g.derived[di].unasked {
			c.awaiting = append(c.awaiting, di)
			continue
		}
		for _, f := range g.derived[di].of {
			c.rest(c.derivedAt+di, f)
		}
	}
	for i, w := range g.flags {
		c.rests(c.flagAt+i, w)
		c.rules = append(c.rules, g.flat(w))
	}
	for i, w := range g.patterns {
		c.rests(c.patternAt+i, w)
		c.seems = append(c.seems, g.flat(w))
	}
	for ti := range g.therapies {
		t := &g.therapies[ti]
		c.only = append(c.only, g.flat(t.only))
		c.rests(c.therapyAt+ti, t.only)
		var indications []condition
		for _, w := range t.indications {
			c.rests(c.therapyAt+ti, w)
			indications = append(indications, g.flat(w))
		}
		var weights []weight
		for _, e := range t.evidence {
			weights = append(weights, weightOf(e))
		}
		c.indications, c.weights = append(c.indications, indications), append(c.weights, weights)
	}
	if g.history < 0 {
		return c
	}
	for oi := range g.k.Questions[g.history].Options {
		x := item{places: g.questions[g.history].options[oi].places}
		for ti := range g.therapies {
			if r := g.therapies[ti].rulings[oi]; r != nil && r.Verdict > knowledge.OK {
				x.add(r, ti)
			}
		}
		c.items = append(c.items, x)
	}
	return c
}

func (x *item) add(r *ruling, therapy int) {
	at := slices.IndexFunc(x.says, func(s saying) bool { return s.area == r.area && s.here == r.Verdict && s.away == r.away })
	if at < 0 {
		at = len(x.says)
		x.says = append(x.says, saying{area: r.area, here: r.Verdict, away: r.away})
	}
	x.says[at].therapies = append(x.says[at].therapies, therapy)
}

// rests notes that a target rests on the facts of conditions.
func (c *code) rests(target int, conditions ...when) {
	for _, w := range conditions {
		for _, all := range w {
			for _, l := range all {
				c.rest(target, int(l>>1))
			}
		}
	}
}

func (c *code) rest(target, fact int) { c.touches[fact*c.words+target/64] |= 1 << (target % 64) }

// flat puts a condition in one piece. Within an alternative the order does not matter to the result; what is asked late is
// seldom said, and ends the work early, so it comes first.
func (g *Guide) flat(w when) condition {
	var c condition
	for _, all := range w {
		late := slices.Clone(all)
		slices.SortStableFunc(late, func(x, y literal) int {
			return cmp.Or(cmp.Compare(x&1, y&1), cmp.Compare(g.askedIn(y), g.askedIn(x)))
		})
		c = append(c, int32(len(late)))
		for _, l := range late {
			c = append(c, int32(l))
		}
	}
	return c
}

// askedIn is the first question that says something of a fact.
func (g *Guide) askedIn(l literal) int {
	f := int(l >> 1)
	if f < len(g.owner) {
		return g.owner[f]
	}
	first := len(g.questions)
	if g.derived[f-len(g.owner)].unasked {
		return first
	}
	for _, m := range g.derived[f-len(g.owner)].of {
		first = min(first, g.askedIn(literal(m)<<1))
	}
	return first
}
