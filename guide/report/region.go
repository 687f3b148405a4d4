package report

import (
	"knead/guide"
	"knead/guide/knowledge"
)

// regionWords names the region that a caution speaks of, and says what it means for the rest of the body; nothing for the whole
// person. What is to be left out is said even where nobody hurts there.
func regionWords(c guide.Concession) string {
	if c.Local == guide.Whole {
		return ""
	}
	region := there(c.Item)
	if c.Part != nil {
		region = "on " + c.Part.Name
	}
	switch {
	case c.Local == guide.Elsewhere && c.Verdict > knowledge.Caution:
		return "Not " + region + ", and elsewhere only after you have asked."
	case c.Local == guide.Elsewhere || c.Contraindication.Verdict > knowledge.Caution && c.AwayVerdict() <= knowledge.Caution:
		return "Not " + region + "; elsewhere it is fine."
	case c.Contraindication.Verdict > knowledge.Caution:
		return "Above all not " + region + "."
	case c.Part != nil:
		return "It applies only to " + c.Part.Name + "; elsewhere it is fine."
	}
	return "It applies only to the place " + region + "; elsewhere it is fine."
}

// there says where a health item lies.
func there(o *knowledge.Option) string {
	if o.There == "" {
		return "in the affected place"
	}
	return o.There
}

// regionID is the region of a caution for programs: the whole person, a part of the body, the painful place, or another place.
func regionID(c guide.Concession) string {
	if c.Part != nil {
		return c.Part.ID
	}
	return localNames[min(int(c.Local), len(localNames)-1)]
}

// keepOff is a place that some therapies are to keep off, for whoever draws the body.
type keepOff struct {
	Region string    `json:"region"` // a part of the body, or "here": the place of the health items
	Name   string    `json:"name"`
	Places []string  `json:"places"` // options of the question of places; empty where the place is not known
	Items  []keeping `json:"items"`
}

type keeping struct {
	Item      string            `json:"item"`
	Verdict   knowledge.Verdict `json:"verdict"`
	Open      bool              `json:"open"`
	Because   []because         `json:"because"`
	Therapies []string          `json:"therapies"`
}

func keepOffOf(k guide.KeepOff, g *guide.Guide) keepOff {
	out := keepOff{Region: k.Region, Places: list(k.Places), Items: []keeping{}}
	if r := g.Region(k.Region); r != nil {
		out.Name = r.Name
	}
	for _, x := range k.Items {
		if out.Name == "" {
			out.Name = there(x.Item)
		}
		one := keeping{Item: x.Item.ID, Verdict: x.Verdict, Open: x.Open, Because: becauseOf(x.Because, ""), Therapies: []string{}}
		for _, t := range x.Therapies {
			one.Therapies = append(one.Therapies, t.ID)
		}
		out.Items = append(out.Items, one)
	}
	return out
}
