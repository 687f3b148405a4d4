package guide

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"knead/guide/find"
	"knead/guide/fold"
	"knead/guide/knowledge"
)

// FoundKind is the kind of thing that a name leads to.
type FoundKind string

// A name leads to a health item, to a question that asks about it, or to the news that nothing depends on it.
const (
	FoundItem    FoundKind = "item"
	FoundNothing FoundKind = "nothing-needed"
	FoundAsked   FoundKind = "asked-elsewhere"
)

// Found is what an illness or a medicine that was looked for leads to.
type Found struct {
	Kind     FoundKind
	Option   *knowledge.Option   // the item; nil for other kinds
	Question *knowledge.Question // where it is asked; nil for other kinds
	Group    string              // the group of names; "" when the item's label was found
	Name     string              // the name that was found; "" when it is the label
	Reason   string              // why nothing is needed
	Near     bool                // a suggestion: only like what was looked for
}

// ID is that of the item, of the question that asks, or of the group of names that need nothing.
func (f Found) ID() string {
	switch f.Kind {
	case FoundItem:
		return f.Option.ID
	case FoundAsked:
		return f.Question.ID
	}
	return f.Group
}

// Span is where the query is written in a text, in bytes; 0, 0 when nowhere. A word's beginning comes first.
func Span(text, query string) (from, to int) {
	low, places := fold.Map(text)
	q := strings.TrimSpace(fold.Plain(query))
	if q == "" {
		return 0, 0
	}
	best := -1
	for at := 0; at < len(low); {
		i := strings.Index(low[at:], q)
		if i < 0 {
			break
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(low[:i])
		if i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return fold.Span(text, places, i, i+len(q))
		}
		if best < 0 {
			best = i
		}
		_, size := utf8.DecodeRuneInString(low[i:])
		at = i + size
	}
	if best < 0 {
		return 0, 0
	}
	return fold.Span(text, places, best, best+len(q))
}

// mentions reports whether the query is written in a text.
func mentions(text, query string) bool {
	from, to := Span(text, query)
	return from < to
}

// mostFound is how many finds are shown. Typing on narrows them down.
const mostFound = 24

// Find looks up an illness or a medicine in people's own words, and returns what it leads to, the likeliest first.
// Suggestions (Near) come only when there is nothing better.
func (g *Guide) Find(query string) []Found {
	return g.find(query, g.listed)
}

// Find leaves out the health items that this person cannot say. It keeps those that one or more of the lists asked would
// bring up.
func (i Interview) Find(query string) []Found {
	return i.g.find(query, func(o *knowledge.Option) bool {
		_, ok := i.state.needs(o)
		return ok
	})
}

// listed reports whether a health item can be said at all by choosing it from lists. Others follow from answers of another
// kind, such as an age.
func (g *Guide) listed(o *knowledge.Option) bool {
	ways := waysTo(o)
	if len(ways) == 0 {
		return true
	}
	return slices.ContainsFunc(ways, func(all []string) bool {
		return !slices.ContainsFunc(all, func(fact string) bool {
			id, _, _ := strings.Cut(fact, "/")
			q := g.Question(id)
			return q == nil || q.Kind != knowledge.Many
		})
	})
}

func (g *Guide) find(query string, may func(*knowledge.Option) bool) []Found {
	if g.history < 0 {
		return nil
	}
	var out []Found
	add := func(f Found) {
		known := slices.ContainsFunc(out, func(o Found) bool { return o.Kind == f.Kind && o.ID() == f.ID() })
		if known || len(out) == mostFound || f.Kind == FoundItem && !may(f.Option) {
			return
		}
		if f.Kind == FoundItem && (strings.EqualFold(f.Name, f.Option.Label) || !f.Near && mentions(f.Option.Label, query)) {
			f.Name = "" // the label says it
		}
		out = append(out, f)
	}
	var later []Found // what a name that is only begun may mean as well
	for _, m := range g.search().Search(query) {
		leads := g.leads(m)
		if !m.Whole && len(leads) > 1 {
			later = append(later, leads[1:]...)
			leads = leads[:1]
		}
		for _, f := range leads {
			add(f)
		}
	}
	for _, f := range later {
		add(f)
	}
	return out
}

// leads lists what a name leads to.
func (g *Guide) leads(m find.Match) []Found {
	options := &g.k.Questions[g.history]
	if m.Group < len(options.Options) { // a label
		o := &options.Options[m.Group]
		if f, ok := g.said(o, Found{Near: m.Near}); ok {
			if f.Kind == FoundAsked {
				f.Name = o.Label
			}
			return []Found{f}
		}
		return nil
	}
	group := &g.k.Terms[m.Group-len(options.Options)]
	f := Found{Group: group.ID, Name: m.Name, Near: m.Near}
	var out []Found
	if group.Nothing != "" {
		nothing := f
		nothing.Kind, nothing.Reason = FoundNothing, group.Nothing
		out = append(out, nothing)
	}
	for _, lead := range group.Leads {
		id, option, _ := strings.Cut(lead, "/")
		if o := options.Option(option); id == options.ID && o != nil {
			if x, ok := g.said(o, f); ok {
				out = append(out, x)
			}
			continue
		}
		if f.Kind, f.Question = FoundAsked, g.Question(id); f.Question != nil {
			out = append(out, f)
		}
	}
	return out
}

// said completes a find with where a health item is said: chosen from the lists or, where it only follows from another answer, the
// question that decides it. It is not ok when nothing decides it.
func (g *Guide) said(o *knowledge.Option, f Found) (Found, bool) {
	if g.listed(o) {
		f.Kind, f.Option = FoundItem, o
		return f, true
	}
	ways := waysTo(o)
	if len(ways) == 0 || len(ways[0]) == 0 {
		return f, false
	}
	id, _, _ := strings.Cut(ways[0][0], "/")
	f.Kind, f.Question = FoundAsked, g.Question(id)
	return f, f.Question != nil
}

// Synonyms lists the other names of a health item: of illnesses and ingredients, not of what is sold.
func (g *Guide) Synonyms(item string) []string {
	var names []string
	for i := range g.k.Terms {
		t := &g.k.Terms[i]
		if t.Nothing != "" || len(t.Leads) == 0 || t.Leads[0] != g.HistoryID()+"/"+item {
			continue
		}
		names = append(names, t.Names...)
		for _, m := range t.Medicines {
			names = append(names, m.Name)
		}
	}
	return names
}

// index makes the index of all names: the labels of the health items first, as many groups as there are options, and
// then the groups of the content.
func (g *Guide) index() *find.Index {
	var groups []find.Group
	for _, o := range g.k.Questions[g.history].Options {
		group := find.Group{ID: o.ID, Leads: []string{g.HistoryID() + "/" + o.ID}}
		if o.ID != knowledge.None {
			group.Names = []string{o.Label}
		}
		groups = append(groups, group)
	}
	return find.New(slices.Concat(groups, g.k.Terms), g.k.Words)
}
