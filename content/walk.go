package content

import "reflect"

// visit is called for every text in a value, with the field that holds it and its position.
type visit func(s spot, text string, p *place)

// walk visits every text in a value that was decoded, down to the items of its lists.
func walk(v reflect.Value, s spot, p *place, f visit) {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			f(s, v.String(), p)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), s, p.item(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name, _ := tag(v.Type().Field(i)); name != "" {
				walk(v.Field(i), spot{v.Type().Name(), name}, p.field(name), f)
			}
		}
	}
}

// texts visits every text of every YAML file and of every page's fields; not the pages themselves.
func (l *loader) texts(f visit) {
	k, at := &l.lib.Knowledge, &l.places
	each(k.Stages, at.stages, f)
	each(k.Questions, at.questions, f)
	each(k.Derived, at.derived, f)
	each(k.Regions, at.regions, f)
	each(k.Levels, at.levels, f)
	each(k.Bring, at.bring, f)
	each(k.Ask, at.ask, f)
	each(k.RedFlags, at.flags, f)
	each(k.Patterns, at.patterns, f)
	each(k.Therapies, at.therapies, f)
	each(k.Sources, at.sources, f)
	each(l.issuers.kinds, l.issuers.places.kinds, f)
	each(k.Terms, at.terms, f)
	each(l.lib.Pages, at.pages, f)
	each(l.lib.Cases, at.cases, f)
	each(l.lib.Places, at.letters, f)
	each(l.lib.Matrix.Places, at.sets, f)
	each(l.lib.Matrix.Onsets, at.onsets, f)
	each(l.lib.Matrix.Risks, at.risks, f)
	each(l.lib.Matrix.Dangers, at.dangers, f)
}

func each[T any](values []T, at []*place, f visit) {
	for i := range values {
		walk(reflect.ValueOf(&values[i]).Elem(), spot{}, at[i], f)
	}
}
