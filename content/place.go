package content

// place is the position of a value in a file, and the positions of the values inside it. A check walks both together, so that
// it can report a problem with its line and column.
type place struct {
	file         string
	line, column int
	layer        int  // the folder it came from: 0 is the lowest
	bad          bool // this value, or one inside it, could not be read: draw no conclusions from it
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
