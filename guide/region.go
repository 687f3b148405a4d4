package guide

import (
	"errors"
	"slices"
	"strconv"

	"knead/guide/knowledge"
)

// A verdict applies to a region: the whole person, a part of the body such as the spine, or the place of a health item. It
// counts in full if hands would work on that region, because of where the person hurts; otherwise it counts for less, and the
// region is left out.

// area is a Region with the answers under which hands work on it.
type area struct {
	id     string
	worked []literal
}

// The first two areas.
const (
	wholeBody = iota
	affectedPlace
)

// regions compiles the parts of the body. What is said of a place is a fact of the question of places.
func (c *compiler) regions() {
	g := c.g
	g.areas = []area{{id: knowledge.WholeBody}, {id: knowledge.AffectedPlace}}
	for _, r := range g.k.Regions {
		a := area{id: r.ID}
		for _, fact := range g.k.WorkedOn(&r) {
			if w := c.condition("region "+r.ID, knowledge.When{{fact}}, -1); len(w[0]) > 0 {
				a.worked = append(a.worked, w[0][0])
			}
		}
		if len(a.worked) == 0 { // or it would never be worked on
			c.problem("region ", r.ID, ": no answer brings hands there")
		}
		g.areas = append(g.areas, a)
	}
}

// Region returns the part of the body of this ID, or nil.
func (g *Guide) Region(id string) *knowledge.Region {
	for i := range g.k.Regions {
		if g.k.Regions[i].ID == id {
			return &g.k.Regions[i]
		}
	}
	return nil
}

// AwayVerdict is how strictly a concession's verdict counts where its region is not worked on.
func (c *Concession) AwayVerdict() knowledge.Verdict {
	if c.Local == Whole {
		return c.Contraindication.Verdict
	}
	away, _ := c.Away() // New has rejected invalid verdicts
	return away
}

// ruling is a verdict as the rules use it.
type ruling struct {
	*knowledge.Contraindication
	from string            // the other therapy that it comes from; "" for its own
	area int               // the region it applies to
	away knowledge.Verdict // where that region is not worked on
}

func (g *Guide) ruling(v *knowledge.Contraindication, o *knowledge.Option, from string) (*ruling, error) {
	r := &ruling{Contraindication: v, from: from}
	region := v.RegionOf(o)
	if r.area = slices.IndexFunc(g.areas, func(a area) bool { return a.id == region }); r.area < 0 {
		return nil, within{o.ID, errors.New("unknown region " + strconv.Quote(region))}
	}
	if r.away = v.Verdict; r.area == wholeBody {
		return r, nil
	}
	var err error
	if r.away, err = v.Away(); err == nil && r.away > v.Verdict {
		err = errors.New("it is stricter elsewhere, where it is " + r.away.String() + ", than in its region, where it is " + v.Verdict.String())
	}
	if err != nil {
		return nil, within{o.ID, err}
	}
	return r, nil
}

// Local is whether a contraindication applies to a region, and whether hands would work on that region.
type Local uint8

// Whole applies to the person; Here to a region that is worked on, or may be; Elsewhere to one that is not.
const (
	Whole Local = iota
	Here
	Elsewhere
)

// worked returns, for every region, whether hands would work on it: they would if the person hurts there, or may.
func (s *state) worked() []Local {
	out := make([]Local, len(s.g.areas))
	for i := affectedPlace + 1; i < len(out); i++ {
		out[i] = s.local(s.g.areas[i].worked)
	}
	return out
}

// local is Here if one of the places hurts or may, and Elsewhere if certainly none does.
func (s *state) local(places []literal) Local {
	for _, p := range places {
		if s.value(p) != No {
			return Here
		}
	}
	return Elsewhere
}

// KeepOff is a place that some approaches are to keep off, for a body map: a part of the body, or the place where a health item
// lies.
type KeepOff struct {
	Region string   // the ID of a Region, or AffectedPlace
	Places []string // the options of the question of places that it covers; none where nobody said which place it is
	Items  []Keeping
}

// Keeping is a health item that a place is kept off for.
type Keeping struct {
	Item      *knowledge.Option
	Because   []Said
	Open      bool              // the answer behind it is "not sure"
	Verdict   knowledge.Verdict // the strictest, in that place
	Therapies []*knowledge.Therapy
}

// keepOff gathers what the therapies are to keep off: regions that a therapy is ruled out or held back for, and the places of
// health items that are to be left out. The places of a person who hurts where the item lies are where it hurts.
func (s *state) keepOff(matches []Match) []KeepOff {
	var out []KeepOff
	for i := range matches {
		m := &matches[i]
		for j := range m.Cautions {
			c := &m.Cautions[j]
			if c.Local == Whole || c.Local == Here && c.Contraindication.Verdict < knowledge.AskFirst {
				continue
			}
			k := s.place(c, &out)
			at := slices.IndexFunc(k.Items, func(x Keeping) bool { return x.Item == c.Item })
			if at < 0 {
				at = len(k.Items)
				k.Items = append(k.Items, Keeping{Item: c.Item, Because: c.Because, Open: c.Open})
			}
			x := &k.Items[at]
			x.Verdict = max(x.Verdict, c.Contraindication.Verdict)
			x.Therapies = append(x.Therapies, m.Therapy)
		}
	}
	return out
}

// place finds the entry for the region of a concession, or adds it. Two health items at places of their own have one each.
func (s *state) place(c *Concession, in *[]KeepOff) *KeepOff {
	x := KeepOff{Region: knowledge.AffectedPlace}
	if c.Part != nil {
		x.Region, x.Places = c.Part.ID, c.Part.Places
	}
	at := slices.IndexFunc(*in, func(k KeepOff) bool {
		return k.Region == x.Region && (c.Part != nil || k.Items[0].Item == c.Item)
	})
	if at >= 0 {
		return &(*in)[at]
	}
	if c.Part == nil && c.Local == Here {
		x.Places = s.hurting()
	}
	*in = append(*in, x)
	return &(*in)[len(*in)-1]
}

// hurting lists the places that were chosen.
func (s *state) hurting() []string {
	var out []string
	for _, qi := range s.g.roles[knowledge.RolePlace] {
		for oi, o := range s.g.k.Questions[qi].Options {
			if o.ID != knowledge.None && s.facts[s.g.questions[qi].first+oi] == Yes {
				out = append(out, o.ID)
			}
		}
	}
	return out
}
