// Package find looks up the names that people use for their illnesses and medicines.
//
// Make an [Index] with [New], once, and call [Index.Search] with the text that a person typed. It finds other names, brand
// names, misspelled words, and beginnings of words, the likeliest first. [Tokens] shows how text is normalized.
//
// The package knows names but nothing about health. The meaning of a name is data.
package find

// Group is one thing that people have or take, in all its names: an illness, a device, or a class of medicines.
type Group struct {
	ID string `yaml:"id"`
	// Leads are the facts ("history/gout") or questions ("where") that the names lead to, the likeliest first.
	Leads []string `yaml:"leads,optional"`
	// Nothing says why the names need no answer. Leads are then only related.
	Nothing   string     `yaml:"nothing,optional"`
	Names     []string   `yaml:"names,optional"`
	Medicines []Medicine `yaml:"medicines,optional"`
	// Forms limit the group to some forms of its medicines: the ingredients count only next to one of these words, as in
	// "hydrocortisone cream". Brands count alone.
	Forms []string `yaml:"forms,optional"`
	// Endings are what the ingredients of this class end in. A word that is not known otherwise is taken for one of them,
	// as a suggestion.
	Endings []string `yaml:"endings,optional"`
}

// Medicine is one ingredient with the names on its boxes.
type Medicine struct {
	Name   string   `yaml:"name"`
	Also   []string `yaml:"also,optional"` // the ingredient's other names and spellings
	Brands []string `yaml:"brands,optional"`
}

// Words are the words that are not names.
type Words struct {
	// Ignored add nothing to a name: salts, forms, makers, doses, fillers.
	Ignored []string `yaml:"ignored"`
	// Doubts may turn a name into something else ("no", "family"). A name next to one of them is only a suggestion.
	Doubts []string `yaml:"doubts"`
	// Endings are dropped before words are compared, so that "numbness" finds "numb".
	Endings []string `yaml:"endings"`
}

// leads is where the names lead first.
func (g *Group) leads() string {
	if g.Nothing != "" || len(g.Leads) == 0 {
		return g.ID
	}
	return g.Leads[0]
}

// AllNames lists every name of the group as it is written, with the ingredients in their forms.
func (g *Group) AllNames() []string {
	names := append([]string(nil), g.Names...)
	for _, m := range g.Medicines {
		names = append(names, m.names(g.Forms)...)
	}
	return names
}

func (m *Medicine) names(forms []string) []string {
	var names []string
	for _, n := range append([]string{m.Name}, m.Also...) {
		if len(forms) == 0 {
			names = append(names, n)
		}
		for _, f := range forms {
			names = append(names, n+" "+f)
		}
	}
	return append(names, m.Brands...)
}
