package content

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// The parser is go.yaml.in/yaml v4 rather than v3. Both report the correct line and column (in characters) of every value, but
// only v4 reports them for a syntax error; v3 reports at most a line, and often the wrong one.
//
// Only its tree is used. The tree is decoded into structs here because the library's own decoder stops at the first error, does
// not know missing or empty fields, and discards positions.

// decoder reads the tree of one file into structs by their yaml tags: "name", "name,optional" or "-". Every problem is
// reported and reading goes on.
type decoder struct {
	*report
	file  string
	layer int
	above int  // the lines of the file before the YAML begins
	part  bool // a file of an upper layer: its top-level fields may be missing
	count int
	forms map[reflect.Type]*form
}

// parse makes the tree of a YAML text, which text has accepted. It reports what is wrong and returns nil then.
func (d *decoder) parse(data []byte) (root *yaml.Node) {
	whole := &place{file: d.file, line: d.above + 1, column: 1, layer: d.layer}
	defer func() {
		if p := recover(); p != nil { // a file must never crash the program, even if the parser panics
			d.at(whole, "cannot be read as YAML: %s", shown(fmt.Sprint(p)))
			root = nil
		}
	}()
	if rest, ok := bytes.CutPrefix(data, []byte("%YAML 1.2")); ok { // the parser knows its own version only, but reads this one alike
		data = append([]byte("%YAML 1.1"), rest...)
	}
	var docs []yaml.Node
	if err := yaml.Load(data, &docs, yaml.WithAllDocuments()); err != nil {
		p := *whole
		message := shown(err.Error())
		if e := (*yaml.LoadError)(nil); errors.As(err, &e) {
			message = shown(e.Message)
			if e.ContextMsg != "" {
				message += " " + shown(e.ContextMsg)
				if e.ContextMark.Line > 0 && e.ContextMark.Line != e.Mark.Line {
					message += fmt.Sprintf(" that begins in line %d", e.ContextMark.Line+d.above)
				}
			}
			if e.Mark.Line > 0 {
				p.line, p.column = e.Mark.Line+d.above, max(e.Mark.Column, 1)
			}
		}
		d.at(&p, "is not YAML: %s", message)
		return nil
	}
	switch {
	case len(docs) == 0 || len(docs[0].Content) == 0:
		d.at(whole, "is empty")
		return nil
	case len(docs) > 1:
		d.problem(&docs[1], "a second document begins; write everything in one")
		return nil
	}
	return docs[0].Content[0]
}

// decode reads the tree into the struct that out points to, and returns the positions of its values.
func (d *decoder) decode(root *yaml.Node, out any) *place {
	return d.value(root, reflect.ValueOf(out).Elem(), spot{}, 0)
}

// spot identifies the struct and the field that a value fills.
type spot struct{ owner, name string }

func (s spot) String() string {
	if s.name == "" {
		return "the file"
	}
	return s.name
}

func (d *decoder) place(n *yaml.Node) *place {
	return &place{file: d.file, line: n.Line + d.above, column: n.Column, layer: d.layer}
}

func (d *decoder) problem(n *yaml.Node, format string, args ...any) {
	if d.count++; d.count < maxProblems {
		d.at(d.place(n), format, args...)
	} else if d.count == maxProblems {
		d.at(d.place(n), "has further problems; mend the others first")
	}
}

// plain refuses what makes a file mean more than it says.
func (d *decoder) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.problem(n, "an alias (*name) is not allowed; write the value out")
	case n.Anchor != "":
		d.problem(n, "an anchor (&name) is not allowed; write the value out where it is needed")
	case n.Style&yaml.TaggedStyle != 0:
		d.problem(n, "a tag (%s) is not allowed; leave it out", quoted(n.Tag))
	default:
		return true
	}
	return false
}

func (d *decoder) value(n *yaml.Node, v reflect.Value, s spot, depth int) *place {
	p, before := d.place(n), len(d.problems)
	defer func() { p.bad = len(d.problems) > before }()
	if !d.plain(n) {
		return p
	}
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" {
		d.problem(n, "%s has no value; write one, or leave the field out", s)
		return p
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if text, ok := d.text(n, s); ok && d.word(n, s, text) {
			d.named(n, u, s, text)
		}
		return p
	}
	switch v.Kind() {
	case reflect.String:
		if text, ok := d.text(n, s); ok {
			v.SetString(text)
			d.word(n, s, text)
		}
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!int" || err != nil {
			d.problem(n, "%s needs a whole number, not %s", s, kind(n))
			break
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, 64)
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!int" && n.ShortTag() != "!!float" || err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
			d.problem(n, "%s needs a number, not %s", s, kind(n))
			break
		}
		v.SetFloat(f)
	case reflect.Bool:
		if n.Kind != yaml.ScalarNode || n.Value != "true" && n.Value != "false" || n.ShortTag() != "!!bool" {
			d.problem(n, "%s needs true or false, not %s", s, kind(n))
			break
		}
		v.SetBool(n.Value == "true")
	case reflect.Slice:
		d.list(n, v, s, depth, p)
	case reflect.Struct:
		d.fields(n, v, s, depth, p)
	default:
		panic("content: no way to decode " + v.Type().String())
	}
	return p
}

// word reports whether a word is one that the field may hold.
func (d *decoder) word(n *yaml.Node, s spot, text string) bool {
	words := enums[s]
	if words == nil || slices.Contains(words, text) {
		return true
	}
	d.problem(n, "%s: %s is unknown; %s", s, quoted(text), guide.Nearest(text, words))
	return false
}

// named reads the name of a value of an enumeration.
func (d *decoder) named(n *yaml.Node, v encoding.TextUnmarshaler, s spot, text string) {
	err := v.UnmarshalText([]byte(text))
	if e := (*knowledge.NameError)(nil); errors.As(err, &e) {
		d.problem(n, "%s: %s is unknown; %s", s, quoted(text), guide.Nearest(text, e.Names))
	} else if err != nil {
		d.problem(n, "%s: %s", s, err)
	}
}

// text reads a text: not empty, and never a number or a truth value that was meant as one.
func (d *decoder) text(n *yaml.Node, s spot) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		d.problem(n, "%s needs text, not %s", s, kind(n))
		return "", false
	}
	switch n.ShortTag() {
	case "!!str", "!!timestamp": // a date is read as it is written
	default:
		d.problem(n, "%s needs text, not %s; put it between quotes if it is meant as text", s, kind(n))
		return "", false
	}
	if c := firstForbidden(n.Value); c >= 0 {
		d.problem(n, "%s holds the control character U+%04X, which is not allowed", s, c)
		return "", false
	}
	text := document.Clean(n.Value) // the one place where words of the content become fit to show
	if text == "" {
		d.problem(n, "%s is empty; write something, or leave the field out", s)
		return "", false
	}
	return text, true
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, s spot, depth int, p *place) {
	if n.Kind != yaml.SequenceNode {
		d.problem(n, "%s needs a list, not %s", s, kind(n))
		return
	}
	if len(n.Content) == 0 {
		d.problem(n, "%s is an empty list; name something, or leave the field out", s)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	seen := map[string]int{}
	for i, item := range n.Content {
		at := d.value(item, v.Index(i), s, depth+1)
		p.items = append(p.items, at)
		name := ""
		switch v.Type().Elem().Kind() {
		case reflect.Struct:
			if f := d.form(v.Type().Elem()); f.id != "" {
				if at = at.field(f.id); !at.bad {
					name = fmt.Sprint(v.Index(i).Field(f.index[f.id]))
				}
			}
		case reflect.String:
			if s != (spot{"Question", "words"}) {
				name = v.Index(i).String()
			}
		}
		if name == "" {
			continue
		}
		if line, again := seen[name]; again {
			d.at(at, "%s is listed twice in %s; first on line %d", quoted(name), s, line)
			continue
		}
		seen[name] = at.line
	}
}

func (d *decoder) fields(n *yaml.Node, v reflect.Value, s spot, depth int, p *place) {
	if n.Kind != yaml.MappingNode {
		d.problem(n, "%s needs fields (name: value), not %s", s, kind(n))
		return
	}
	p.fields = map[string]*place{}
	lines := map[string]int{}
	f := d.form(v.Type())
	for c := 0; c+1 < len(n.Content); c += 2 {
		key, value := n.Content[c], n.Content[c+1]
		if !d.plain(key) {
			continue
		}
		if key.Kind != yaml.ScalarNode {
			d.problem(key, "a field's name cannot be %s", kind(key))
			continue
		}
		if line, again := lines[key.Value]; again {
			d.problem(key, "the field %s is written twice; first on line %d", quoted(key.Value), line)
			continue
		}
		lines[key.Value] = key.Line + d.above
		i, known := f.index[key.Value]
		if !known {
			d.problem(key, "%s is not a field here; %s", quoted(key.Value), guide.Nearest(key.Value, f.names))
			continue
		}
		p.fields[key.Value] = d.value(value, v.Field(i), spot{v.Type().Name(), key.Value}, depth+1)
	}
	for _, name := range f.required {
		if lines[name] == 0 && !(d.part && depth == 0) {
			d.problem(n, "the field %s is missing", name)
		}
	}
}

// form is what the tags of a struct ask for.
type form struct {
	names    []string // of the fields, as files write them
	required []string
	index    map[string]int // the field of a name
	id       string         // the field that identifies an item in a list; "" if there is none
}

func (d *decoder) form(t reflect.Type) *form {
	if f := d.forms[t]; f != nil {
		return f
	}
	f := &form{index: map[string]int{}}
	for i := range t.NumField() {
		name, optional := tag(t.Field(i))
		if name == "" {
			continue
		}
		f.names, f.index[name] = append(f.names, name), i
		if !optional {
			f.required = append(f.required, name)
		}
	}
	for _, name := range []string{"id", "history", "pattern", "letter"} {
		if _, ok := f.index[name]; ok && f.id == "" {
			f.id = name
		}
	}
	if d.forms == nil {
		d.forms = map[reflect.Type]*form{}
	}
	d.forms[t] = f
	return f
}

// kind describes the type of a value in words.
func kind(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "fields (name: value)"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return "the number " + shown(n.Value)
	case "!!bool":
		return shown(n.Value)
	case "!!null":
		return "nothing"
	}
	return quoted(n.Value)
}

func tag(f reflect.StructField) (name string, optional bool) {
	name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	if name == "-" {
		name = ""
	}
	return name, option == "optional"
}
