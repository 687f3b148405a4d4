package content

// place is where a value stands in a file, and where the values inside it stand. Checks walk it as they walk the value, so
// that what does not fit is told with its line and column.
type place struct {
	file         string
	line, column int
	layer        int  // the folder it came from: 0 is the lowest
	bad          bool // what stands here, or inside, was not read: nothing follows from its value
	fields       map[string]*place
	items        []*place
}

// field is the place of a field, by its yaml name; the place itself for a field that is not there.
func (p *place) field(name string) *place {
	if f := p.fields[name]; f != nil {
		return f
	}
	return p
}

// has reports whether the field was written.
func (p *place) has(name string) bool { return p.fields[name] != nil }

// item is the place of a list's item; the place itself when it has no such item.
func (p *place) item(i int) *place {
	if i < len(p.items) {
		return p.items[i]
	}
	return p
}

// list is the place of an item in a field.
func (p *place) list(name string, i int) *place { return p.field(name).item(i) }
