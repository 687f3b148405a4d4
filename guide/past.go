package guide

import (
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"knead/guide/knowledge"
)

// How long an answer may be taken for one of today: one about now, and any other. Beyond that a date lies too far ahead.
const (
	recentFor  = 24 * time.Hour
	lastingFor = 30 * 24 * time.Hour
)

// stillHolds reports whether an answer of this age may still be taken for one of today. The age is negative where the date of the
// answer lies ahead: clocks and time zones differ by less than a day.
func stillHolds(q *knowledge.Question, age time.Duration) bool {
	if q.Recent {
		return -recentFor <= age && age <= recentFor
	}
	return -recentFor <= age && age <= lastingFor
}

// Past is what is known about answers that were given earlier.
type Past struct {
	On    time.Time     // the date they bear; zero when they bear none
	Age   time.Duration // since then; negative when that date lies ahead
	Other bool          // they were given to another version of the questions
}

// Outdated are questions whose answers were not given today, or not to the questions of today.
type Outdated struct {
	Past
	Questions []*knowledge.Question
}

// Today returns what still counts of answers that were given earlier. Where an answer is too old, or was given to other
// questions, what was chosen counts as before, save for what settles something; what was not chosen is unknown, and an answer
// of which nothing is left is missing. So an old answer may raise the level, and never lowers it.
func (g *Guide) Today(a Answers, p Past) (Answers, Outdated) {
	out := Outdated{Past: p}
	for i := range g.k.Questions {
		q := &g.k.Questions[i]
		if x := a[q.ID]; x.Given() && (p.Other || !p.On.IsZero() && !stillHolds(q, p.Age)) {
			a, out.Questions = a.With(q.ID, doubted(q, x)), append(out.Questions, q)
		}
	}
	return a, out
}

// doubted is what is left of an answer that may not hold anymore. "Not sure" stays that.
func doubted(q *knowledge.Question, a Answer) Answer {
	if a.Unsure {
		return a
	}
	settled := func(id string) bool {
		o := q.Option(id)
		return id == knowledge.None || o == nil || o.Settles
	}
	options := slices.DeleteFunc(slices.Clone(a.Options), settled)
	if len(options) == 0 {
		return Answer{}
	}
	a.Options, a.Partial = options, true
	return a
}

// explicit is the same answer with every one of these options that Partial leaves unknown named one by one, as files hold it.
func (a Answer) explicit(shown []*knowledge.Option) Answer {
	a.Open, a.Partial = slices.Clone(a.Open), false
	for _, o := range shown {
		if o.ID != knowledge.None && !a.Has(o.ID) && !slices.Contains(a.Open, o.ID) {
			a.Open = append(a.Open, o.ID)
		}
	}
	return a
}

// Explicit returns the same answers with nothing Partial: each option that they leave unknown, and that this person is asked or
// may be, is named. If "not sure" was given together with a choice, it already covers them.
func (g *Guide) Explicit(a Answers) Answers {
	if !slices.ContainsFunc(slices.Collect(maps.Values(a)), func(x Answer) bool { return x.Partial }) {
		return a
	}
	b := a
	for _, q := range g.MayAsk(a) {
		if x := a[q.ID]; x.Partial && !slices.Contains(x.Dropped, Unsure) {
			x = x.explicit(q.Shown)
			sortOptions(q.Question, x.Open)
			b = b.With(q.ID, x)
		}
	}
	return b
}

// Record is answers in a form that outlasts the questions they were given to.
type Record struct {
	Answers []string       `json:"answers"` // as Lines writes them
	Put     map[string]Put `json:"put"`     // by question, how it was put
}

// Put records how a question was asked: a checksum of its words, and the options that were offered.
type Put struct {
	Sum   string   `json:"sum"`
	Shown []string `json:"shown"`
}

// Record returns all that was said, with how it was asked.
func (i Interview) Record() Record {
	if i.g == nil {
		return Record{}
	}
	r := Record{Answers: i.g.Lines(i.said), Put: map[string]Put{}}
	for qi := range i.g.k.Questions {
		q := &i.g.k.Questions[qi]
		if shown, seen := i.seen[q.ID]; seen && i.said[q.ID].Given() {
			r.Put[q.ID] = Put{sumOf(q), shown}
		}
	}
	return r
}

// Recalled lists the answers of a record that were not reused.
type Recalled struct {
	Lost    int // lines that answer no question of today
	Old     []*knowledge.Question
	Changed []*knowledge.Question
}

// Recall continues with a record of this age, on the first page that needs an answer, and skips every page whose answers were
// reused. An answer is asked again if it is too old, or was given to different words or options. Same reports that the record
// belongs to today's content, for records that do not include how they were asked.
func (g *Guide) Recall(r Record, age time.Duration, same bool) (Interview, Recalled) {
	var out Recalled
	answers := Answers{}
	for _, line := range r.Answers {
		if more, err := g.ParseLines(append(g.Lines(answers), line)); err == nil {
			answers = more
		} else {
			out.Lost++
		}
	}
	for qi := range g.k.Questions {
		q := &g.k.Questions[qi]
		put := r.Put[q.ID]
		switch {
		case !answers[q.ID].Given():
		case !stillHolds(q, age):
			out.Old = append(out.Old, q)
		case put.Sum != sumOf(q) && !(put.Sum == "" && same):
			out.Changed = append(out.Changed, q)
		}
	}
	for _, q := range slices.Concat(out.Old, out.Changed) {
		answers = answers.Without(q.ID)
	}
	i := g.with(answers)
	for id, put := range r.Put {
		if answers[id].Given() {
			i.seen[id] = put.Shown
		}
	}
	i = i.counting(i.state)
	i = i.Confirm()
	i.change = false
	if len(out.Old)+len(out.Changed) > 0 && !i.Finished() {
		i.ahead = ReviewPage
	}
	return i, out
}

// sumOf is a short sum over all that a person reads of the question, and over when its options are offered.
func sumOf(q *knowledge.Question) string {
	h := fnv.New64a()
	add := func(words ...string) { _, _ = h.Write(quoted(words)) }
	add(q.Kind.String(), q.Title, q.Hint)
	add(q.Words...)
	for i := range q.Options {
		o := &q.Options[i]
		if o.Hidden {
			continue
		}
		add(o.ID, o.Label, o.Help, strconv.Itoa(o.From)+" "+strconv.Itoa(o.To))
		for _, all := range o.ShowWhen {
			add(all...)
		}
	}
	return hex(h.Sum64())
}

// quoted writes words so that no other words are written the same. Files hold sums of it: it must stay as it is.
func quoted(words []string) []byte {
	b := []byte{'['}
	for i, word := range words {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendQuote(b, word)
	}
	return append(b, ']')
}

// hex writes a sum in 16 digits.
func hex(sum uint64) string {
	digits := strconv.FormatUint(sum, 16)
	return strings.Repeat("0", 16-len(digits)) + digits
}

// Sum is a short sum over the whole questionnaire: over all questions, and over when they are asked. Two versions of the
// content with the same sum ask the same.
func (g *Guide) Sum() string {
	h := fnv.New64a()
	add := func(words ...string) { _, _ = h.Write(quoted(words)) }
	for i := range g.k.Questions {
		q := &g.k.Questions[i]
		add(q.ID, sumOf(q), strings.Join(q.IfUnsure, " "))
		for _, all := range q.AskWhen {
			add(all...)
		}
	}
	for i := range g.k.Derived {
		d := &g.k.Derived[i]
		add(slices.Concat([]string{d.ID, strconv.Itoa(d.AtLeast)}, d.Any, d.Of)...)
	}
	return hex(h.Sum64())
}
