package knowledge

import "slices"

// Region is a part of the body that a verdict may apply to.
type Region struct {
	ID   string `yaml:"id"`
	Name string `yaml:"name"` // in words, as in "not on the spine"
	// Places are the options of the question of places that the region is made of.
	Places []string `yaml:"places"`
	// Also are further options under which hands work on it: for a headache on the neck.
	Also []string `yaml:"also,optional"`
	// Midline marks a region that lies along the middle of the back, so that a figure need not mark its places from side to side.
	Midline bool `yaml:"midline,optional"`
}

// The regions that are not parts of the body: the person, and the place where a local health item lies.
const (
	WholeBody     = "whole"
	AffectedPlace = "here"
)

// WorkedOn lists the facts under which hands work on a region.
func (k *Base) WorkedOn(r *Region) []string {
	var facts []string
	for i := range k.Questions {
		if q := &k.Questions[i]; q.Role == RolePlace {
			for _, place := range slices.Concat(r.Places, r.Also) {
				facts = append(facts, q.ID+"/"+place)
			}
		}
	}
	return facts
}

// RegionOf returns the ID of the region that a verdict on a history item applies to: its own or, if it has none, the place of a
// local item and the whole person for any other item.
func (v *Contraindication) RegionOf(o *Option) string {
	switch {
	case v.Region != "":
		return v.Region
	case o.Scope == ScopeLocal:
		return AffectedPlace
	}
	return WholeBody
}

// Away returns the verdict for a session that leaves out its region: Elsewhere or, if that is empty, at most a caution.
func (v *Contraindication) Away() (Verdict, error) {
	if v.Elsewhere == "" {
		return min(v.Verdict, Caution), nil
	}
	var away Verdict
	err := away.UnmarshalText([]byte(v.Elsewhere))
	return away, err
}

// Milder reports whether a verdict on a history item is anywhere milder than another.
func (v *Contraindication) Milder(than *Contraindication, o *Option) bool {
	mine, theirs := v.RegionOf(o), than.RegionOf(o)
	if mine == theirs || mine == WholeBody {
		return v.Verdict < than.Verdict || v.away(o) < than.away(o)
	}
	return v.away(o) < than.Verdict
}

// away is Away for a verdict that may apply to the whole body, which cannot be left out.
func (v *Contraindication) away(o *Option) Verdict {
	if v.RegionOf(o) == WholeBody {
		return v.Verdict
	}
	away, _ := v.Away() // an invalid verdict is reported elsewhere
	return away
}
