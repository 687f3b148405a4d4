package guide

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Found is a health item that was looked for by its name.
type Found struct {
	Option *Option
	Name   string // the synonym that was found; "" when it was the label, or when the words stand apart
	From   int    // where the words stand in the name or the label, in bytes
	To     int
	Near   bool // only nearly what was looked for
	rank   int
}

// How good a find is, the best first.
const (
	wholeLabel = iota
	wholeName
	labelStarts
	labelWordStarts
	nameStarts
	nameWordStarts
	inLabel
	inName
	allWords
	nothing
)

// Find looks for options of the history question by label or synonym: what is called exactly so, what begins so, what holds
// it, what has all the words somewhere; when there is nothing of the kind, what is spelled nearly so; and when there is not
// that either, what it is short for. The best is first.
func (g *Guide) Find(query string) []Found {
	return g.find(query, func(*Option) bool { return true })
}

// Find looks for the health items that this person may still say: those that are asked, and those that one or more of the
// lists asked would bring up.
func (i Interview) Find(query string) []Found {
	s := i.g.evaluate(i.answers)
	return i.g.find(query, func(o *Option) bool {
		_, ok := s.needs(o)
		return ok
	})
}

func (g *Guide) find(query string, may func(*Option) bool) []Found {
	query = strings.ToLower(strings.Join(strings.Fields(query), " "))
	if query == "" || g.history < 0 {
		return nil
	}
	options := g.k.Questions[g.history].Options
	search := func(match func(*Option, string) (Found, bool)) []Found {
		var out []Found
		for oi := range options {
			if o := &options[oi]; o.ID != None && may(o) {
				if f, ok := match(o, query); ok {
					out = append(out, f)
				}
			}
		}
		slices.SortStableFunc(out, func(x, y Found) int { return cmp.Compare(x.rank, y.rank) })
		return out
	}
	for _, how := range []func(*Option, string) (Found, bool){match, similar, shortened} {
		if out := search(how); len(out) > 0 {
			return out
		}
	}
	return nil
}

// match finds the query in an option as it was typed.
func match(o *Option, query string) (Found, bool) {
	best := Found{Option: o, rank: nothing}
	try := func(name string, whole, starts, word, in int) {
		text := o.Label
		if name != "" {
			text = name
		}
		text = strings.ToLower(text)
		at, rank := strings.Index(text, query), in
		switch {
		case at < 0:
			return
		case text == query:
			rank = whole
		case at == 0:
			rank = starts
		default:
			if w := wordStart(text, query); w >= 0 {
				at, rank = w, word
			}
		}
		if rank < best.rank {
			best.rank, best.Name, best.From, best.To = rank, name, at, at+len(query)
		}
	}
	try("", wholeLabel, labelStarts, labelWordStarts, inLabel)
	for _, name := range o.Synonyms {
		try(name, wholeName, nameStarts, nameWordStarts, inName)
	}
	if best.rank < nothing {
		return best, true
	}
	for _, w := range strings.Fields(query) {
		if !mentions(o, w) {
			return best, false
		}
	}
	best.rank = allWords
	return best, true
}

// wordStart is where the query stands in the text at the beginning of a word; -1 when nowhere.
func wordStart(text, query string) int {
	for from := 0; from < len(text); {
		at := strings.Index(text[from:], query)
		if at < 0 {
			return -1
		}
		at += from
		if at == 0 || !unicode.IsLetter(rune(text[at-1])) && !unicode.IsDigit(rune(text[at-1])) {
			return at
		}
		from = at + 1
	}
	return -1
}

// mentions reports whether a word stands anywhere in what is said of the option.
func mentions(o *Option, word string) bool {
	holds := func(s string) bool { return strings.Contains(strings.ToLower(s), word) }
	return holds(o.Label) || holds(o.Help) || slices.ContainsFunc(o.Synonyms, holds)
}

// similar finds a name, or a word of one, in which a letter or two are wrong. The first letter must be right.
func similar(o *Option, query string) (Found, bool) {
	return near(o, query, func(word string) (int, bool) {
		d := EditDistance(query, word)
		return d, d <= 1+len(query)/6
	})
}

// shortened finds a name, or a word of one, of which letters were left out.
func shortened(o *Option, query string) (Found, bool) {
	return near(o, query, func(word string) (int, bool) {
		rest := word
		for _, r := range query {
			_, behind, ok := strings.Cut(rest, string(r))
			if !ok {
				return 0, false
			}
			rest = behind
		}
		return len(word) - len(query), true
	})
}

// near is the nearest of an option's names, and of their words, by how far a word is from the query. What it is called here
// comes before its other names.
func near(o *Option, query string, distance func(word string) (int, bool)) (Found, bool) {
	best, found := Found{Option: o, Near: true}, false
	if len(query) < 3 {
		return best, false
	}
	for n := -1; n < len(o.Synonyms); n++ {
		name, text, more := "", o.Label, 0
		if n >= 0 {
			name, text, more = o.Synonyms[n], o.Synonyms[n], 1
		}
		text = strings.ToLower(text)
		for _, w := range append(strings.Fields(text), text) {
			if w[0] != query[0] {
				continue
			}
			if d, ok := distance(w); ok && (!found || 2*d+more < best.rank) {
				best.Name, best.rank, found = name, 2*d+more, true
			}
		}
	}
	return best, found
}

// Searched reports whether health items are looked for on this question: the history question itself, and the drawers that
// bring up its options.
func (g *Guide) Searched(question string) bool {
	q := g.Question(question)
	return g.history >= 0 && q != nil && (q.Role == RoleHistory || q.Role == RoleDrawers)
}

// needs returns the first way in which a health item comes to be asked and that this person can say: facts that options of
// lists stand for. There are none when it is certainly asked already; it is not ok when there is no such way.
func (s *state) needs(o *Option) (facts []string, ok bool) {
	c := &s.g.questions[s.g.history]
	if s.applies[s.g.history] == Yes && s.holds(c.options[s.g.k.Questions[s.g.history].optionIndex(o.ID)].show) == Yes {
		return nil, true
	}
	for _, all := range o.ShowWhen {
		if !slices.ContainsFunc(all, func(fact string) bool { return !s.sayable(fact) }) {
			return all, true
		}
	}
	return nil, false
}

// sayable reports whether a fact is an option of a list that this person is asked.
func (s *state) sayable(fact string) bool {
	id, option, _ := strings.Cut(fact, "/")
	qi, ok := s.g.byID[id]
	if !ok || s.g.k.Questions[qi].Kind != Many || s.applies[qi] != Yes {
		return false
	}
	oi := s.g.k.Questions[qi].optionIndex(option)
	return oi >= 0 && s.holds(s.g.questions[qi].options[oi].show) != No
}

// Take says yes to a health item wherever it belongs, or leaves it open, along with the facts without which it is not asked.
// It returns those that were not chosen before. What was "not sure" beside it stays so, option by option. An item that this
// person cannot say changes nothing.
func (i Interview) Take(item string, open bool) (Interview, []string) {
	q, s := i.g.Role(RoleHistory), i.g.evaluate(i.answers)
	if q == nil || q.Option(item) == nil || item == None {
		return i, nil
	}
	facts, ok := s.needs(q.Option(item))
	if !ok {
		return i, nil
	}
	i = i.Answer(q.ID, s.beside(i.answers[q.ID], q.ID, item, open))
	var brought []string
	for _, fact := range facts {
		id, option, _ := strings.Cut(fact, "/")
		if a := i.answers[id]; !a.Has(option) {
			i = i.Answer(id, s.beside(a, id, option, false))
			brought = append(brought, fact)
		}
	}
	return i, brought
}

// beside is the answer to a list with one option more, chosen or left open.
func (s *state) beside(a Answer, question, option string, open bool) Answer {
	qi := s.g.byID[question]
	q, left := &s.g.k.Questions[qi], without(a.Open, option)
	if a.Unsure {
		for _, o := range s.asked(qi).Shown {
			if o.ID != None && o.ID != option {
				left = append(left, o.ID)
			}
		}
	}
	if open {
		return Answer{Options: without(a.Options, option), Open: q.sorted(append(left, option))}
	}
	return Answer{Options: q.sorted(append(without(without(a.Options, None), option), option)), Open: left}
}

// sorted puts options in the question's order.
func (q *Question) sorted(options []string) []string {
	slices.SortFunc(options, func(x, y string) int { return q.optionIndex(x) - q.optionIndex(y) })
	return options
}

func without(options []string, option string) []string {
	return slices.DeleteFunc(slices.Clone(options), func(id string) bool { return id == option })
}
