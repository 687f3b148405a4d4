package content

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"knead/guide"
)

// object returns the fields of a JSON object. A field that is not among names is a problem, and so is one that changes the
// meaning of what is read. FHIR's companions of a simple value ("_text") are passed over with it.
func (r *fhirReader) object(n *yaml.Node, what string, names []string) (map[string]*yaml.Node, bool) {
	if !r.plain(n) {
		return nil, false
	}
	if n.Kind != yaml.MappingNode {
		r.problem(n, "%s is an object in braces, not %s", what, kind(n))
		return nil, false
	}
	fields, lines := map[string]*yaml.Node{}, map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		plain := strings.TrimPrefix(key.Value, "_")
		switch {
		case lines[key.Value] > 0:
			r.problem(key, "the field %s is written twice; first on line %d", quoted(key.Value), lines[key.Value])
		case key.Value == "modifierExtension":
			r.problem(key, "a modifierExtension would change what the answers mean, and is not known here")
		case !slices.Contains(names, key.Value) && !slices.Contains(names, plain):
			r.problem(key, "%s is not a field of %s; %s", quoted(key.Value), what, guide.Nearest(plain, names))
		case slices.Contains(names, key.Value):
			fields[key.Value] = value
		}
		lines[key.Value] = key.Line
	}
	return fields, true
}

// list calls do for every part of a JSON array; a field that is not there has none.
func (r *fhirReader) list(n *yaml.Node, what string, do func(*yaml.Node)) {
	switch {
	case n == nil || !r.plain(n):
	case n.Kind != yaml.SequenceNode:
		r.problem(n, "%s is a list in brackets, not %s", what, kind(n))
	default:
		for _, x := range n.Content {
			do(x)
		}
	}
}

// string returns a text; anything else that is there is a problem.
func (r *fhirReader) string(n *yaml.Node) (string, bool) {
	switch {
	case n == nil || !r.plain(n):
		return "", false
	case n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str":
		r.problem(n, "a text in quotation marks belongs here, not %s", kind(n))
		return "", false
	}
	return n.Value, true
}

// date returns the text of a date, which a file of YAML may write without quotation marks.
func (r *fhirReader) date(n *yaml.Node) (string, bool) {
	if r.plain(n) && n.Kind == yaml.ScalarNode && n.ShortTag() == "!!timestamp" {
		return n.Value, true
	}
	return r.string(n)
}

// extension returns the address of an extension and its value of this kind.
func extension(n *yaml.Node, kind string) (url string, value *yaml.Node) {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		switch n.Content[i].Value {
		case "url":
			url = n.Content[i+1].Value
		case kind:
			value = n.Content[i+1]
		}
	}
	return url, value
}

// joinSurrogates writes the escapes of a character beyond the first 65536 as YAML does: JSON has two for it, "\ud83d\ude00".
func joinSurrogates(text []byte) []byte {
	if !bytes.Contains(text, []byte(`\ud`)) && !bytes.Contains(text, []byte(`\uD`)) {
		return text
	}
	var out []byte
	for i := 0; i < len(text); i++ {
		high, ok := utf16Escape(text[i:])
		low, pair := utf16Escape(text[min(i+6, len(text)):])
		if r := utf16.DecodeRune(high, low); ok && pair && r != utf8.RuneError {
			out = fmt.Appendf(out, `\U%08x`, r)
			i += 11
			continue
		}
		out = append(out, text[i])
		if text[i] == '\\' && i+1 < len(text) { // an escape that is escaped is none
			i++
			out = append(out, text[i])
		}
	}
	return out
}

func utf16Escape(text []byte) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil
}
