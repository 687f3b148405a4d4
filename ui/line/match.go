package line

import (
	"slices"
	"strings"

	"knead/content"
	"knead/guide"
	"knead/guide/fold"
	"knead/guide/knowledge"
)

// choice is one line of the list under a question.
type choice struct {
	option *knowledge.Option // nil for "not sure"
	label  string
}

// choices are what can be said to a question, in the order of their numbers: its options, none of these, not sure.
func choices(q guide.Asked, a guide.Answer) []choice {
	var out []choice
	var none *knowledge.Option
	for _, o := range q.Shown {
		if o.ID == knowledge.None && q.Kind == knowledge.Many {
			none = o
			continue
		}
		out = append(out, choice{o, o.Label})
	}
	if none != nil {
		out = append(out, choice{none, q.NoneLabel(a)})
	}
	return append(out, choice{label: "Not sure"})
}

// side is where a place of the body was said to be.
type side uint8

const (
	noSide side = iota
	left
	right
	both
)

// named is an answer that was named: by number, by name, or by a side and a place.
type named struct {
	choice choice
	open   bool // marked with a question mark
	begun  bool // only the beginning of the name was given, or its ID
	side   side
	// hasSides says that the place has a left and a right.
	hasSides bool
}

// calms reports whether the answer can make a warning milder: that one is not taken from a few letters.
func (x named) calms() bool {
	return x.choice.option != nil && (x.choice.option.Settles || x.choice.option.ID == knowledge.None)
}

// namer knows the names of what can be said to a question.
type namer struct {
	choices []choice
	names   [][]string                   // of every choice, plainly, but for its ID
	empty   map[string]bool              // words that add nothing to a name here
	strict  bool                         // idle words between names are not passed over
	places  map[string]*knowledge.Option // other names, for the places of the body
	sided   map[string]bool              // options that have a left and a right
	sides   []string                     // what the sides are called, as side counts them
}

func newNamer(g *guide.Guide, q guide.Asked, a guide.Answer, lib *content.Library) *namer {
	n := &namer{choices: choices(q, a), places: map[string]*knowledge.Option{}, sided: map[string]bool{}}
	if q.Role == knowledge.RolePlace {
		n.whereabouts(g, q, lib)
	}
	for _, c := range n.choices {
		names := []string{plainly(c.label)}
		if c.option != nil {
			names = append(names, plainly(c.option.Label))
			for _, name := range c.option.Names {
				names = append(names, plainly(name))
			}
			for name, o := range n.places {
				if o == c.option {
					names = append(names, name)
				}
			}
		}
		n.names = append(n.names, names)
	}
	return n
}

// rowOf is the row of an option, or that of "not sure" for nil. Every option that is shown has one.
func (n *namer) rowOf(o *knowledge.Option) int {
	return slices.IndexFunc(n.choices, func(c choice) bool { return c.option == o })
}

// whereabouts takes in the names of places and sides.
func (n *namer) whereabouts(g *guide.Guide, q guide.Asked, lib *content.Library) {
	n.empty = painful
	for _, o := range q.Shown {
		if o.ID == knowledge.None {
			continue
		}
		n.call(o, o.Label)
		for _, p := range lib.Places {
			if p.Option == o.ID {
				n.call(o, p.Name)
			}
		}
	}
	for _, side := range g.WithRole(knowledge.RoleSide) {
		n.sided[side.Of[0]] = true
		n.sides = n.sides[:0]
		for _, o := range side.Options {
			n.sides = append(n.sides, plainly(o.Label))
		}
	}
}

// call gives a place the names that its label lists: "Head, face or jaw" is called head, face, and jaw. A name that two
// places share is neither's.
func (n *namer) call(o *knowledge.Option, label string) {
	for _, part := range strings.Split(strings.ReplaceAll(label, " or ", ","), ",") {
		name := plainly(part)
		if other := n.places[name]; name == "" {
			continue
		} else if _, known := n.places[name]; known && other != o {
			o = nil
		}
		n.places[name] = o
	}
}

// read reads words as a list of answers. It returns the first word that names none, and "" when all do.
func (n *namer) read(text string) (out []named, stray string) {
	if x, ok := n.one(text); ok {
		return []named{x}, ""
	}
	for _, phrase := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '+' || r == '&' }) {
		words := strings.Fields(phrase)
		if len(words) > 40 {
			return nil, words[0]
		}
		got, ok := n.phrase(words, map[int]bool{}, 0)
		if slices.ContainsFunc(got, func(x named) bool { return x.begun }) { // an idle word may belong to the name that is begun
			n.strict = true
			got, ok = n.phrase(words, map[int]bool{}, 0)
			n.strict = false
		}
		if !ok {
			return nil, n.stray(words)
		}
		out = append(out, got...)
	}
	return out, ""
}

// phrase reads words one name after the other, the longest that fit first. Dead are the places from which it has failed.
func (n *namer) phrase(words []string, dead map[int]bool, from int) ([]named, bool) {
	if from == len(words) {
		return nil, true
	}
	if dead[from] {
		return nil, false
	}
	if strings.EqualFold(words[from], "and") {
		return n.phrase(words, dead, from+1)
	}
	for to := min(len(words), from+12); to > from; to-- {
		if one, ok := n.one(strings.Join(words[from:to], " ")); ok {
			if rest, ok := n.phrase(words, dead, to); ok {
				return append([]named{one}, rest...), true
			}
		}
	}
	if w := plainly(words[from]); !n.strict && (idle[w] || n.empty[w]) {
		if rest, ok := n.phrase(words, dead, from+1); ok {
			return rest, true
		}
	}
	dead[from] = true
	return nil, false
}

// stray is the word at which reading fails: the first that begins no name.
func (n *namer) stray(words []string) string {
	for i, w := range words {
		if _, ok := n.one(w); !ok {
			return strings.Join(words[i:min(i+3, len(words))], " ")
		}
	}
	return strings.Join(words, " ")
}

// one reads a single name. A question mark before or behind it leaves the answer open.
func (n *namer) one(text string) (named, bool) {
	bare := strings.TrimSpace(strings.Trim(text, "?"))
	for _, c := range n.choices { // a label may itself be a question
		if fold.Plain(c.label) == fold.Plain(strings.TrimSpace(text)) {
			return n.with(named{}, c), true
		}
	}
	x := named{open: bare != strings.TrimSpace(text)}
	if at, ok := digits(strings.TrimRight(bare, ".):")); ok {
		if at < 1 || at > len(n.choices) {
			return x, false
		}
		return n.with(x, n.choices[at-1]), true
	}
	words := plainly(bare)
	c, begun, ok := n.byName(words)
	if ok {
		x.begun = begun
		return n.with(x, c), true
	}
	if len(n.places) == 0 {
		return x, false
	}
	place, where, behind := n.cutSide(core(words, n.empty))
	c, begun, ok = n.byName(place)
	if !ok {
		c, begun, ok = n.byName(strings.TrimSuffix(place, "s")) // knees
	}
	x.begun = begun
	if !ok || c.option == nil {
		return x, false
	}
	if x = n.with(x, c); x.hasSides {
		x.side = where
	}
	return x, x.hasSides || !behind // "low back left hip": the left is the hip's
}

func (n *namer) with(x named, c choice) named {
	x.choice = c
	x.hasSides = c.option != nil && n.sided[c.option.ID]
	return x
}

// cutSide takes the name of a side off the words, from before or from behind them.
func (n *namer) cutSide(words string) (place string, s side, behind bool) {
	for i, name := range n.sides {
		if rest, ok := strings.CutPrefix(words, name+" "); ok {
			return rest, side(i + 1), false
		}
		if rest, ok := strings.CutSuffix(words, " "+name); ok {
			return rest, side(i + 1), true
		}
	}
	return words, noSide, false
}

// leastLetters is how much of a name must be typed: with less, a slip would choose something.
const leastLetters = 3

// leads holds words that are not answers although an answer may begin with them: words before answers, and filler words.
var leads = []string{"add", "drop", "only", "change", "find", "the", "and", "any", "this", "that", "for", "not"}

// byName finds the one answer that is called so, but for idle words, or whose name alone begins so. Begun says that it is only
// the beginning, or the ID, which says less than the label.
func (n *namer) byName(words string) (found choice, begun, ok bool) {
	for i, c := range n.choices {
		if words != "" && slices.Contains(n.names[i], words) {
			return c, false, true
		}
	}
	for _, c := range n.choices {
		if c.option != nil && words == plainly(c.option.ID) {
			return c, true, true
		}
	}
	if c, ok := n.byCore(words); ok {
		return c, false, true
	}
	if len(words) < leastLetters || slices.Contains(leads, words) || idle[words] {
		return choice{}, false, false
	}
	count := 0
	for word := range commands {
		if strings.HasPrefix(word, words) {
			count++ // it may be meant as a command
		}
	}
	for i, c := range n.choices {
		if slices.ContainsFunc(n.names[i], func(name string) bool { return strings.HasPrefix(name, words) }) {
			found = c
			count++
		}
	}
	return found, true, count == 1 && found.label != ""
}

// byCore finds the one answer of whose names idle words alone keep these words apart.
func (n *namer) byCore(words string) (found choice, ok bool) {
	bare := core(words, n.empty)
	if bare == "" {
		return found, false
	}
	count := 0
	for i, c := range n.choices {
		if slices.ContainsFunc(n.names[i], func(name string) bool { return core(name, n.empty) == bare }) {
			found = c
			count++
		}
	}
	return found, count == 1
}
