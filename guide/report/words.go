package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

// commonPractice follows advice, and ownPrecaution follows a verdict or a warning, that has no source; stricter follows a
// verdict whose sources ask for less.
const (
	commonPractice = "(common practice, no source)"
	ownPrecaution  = "(Knead's own precaution, no source)"
	stricter       = "(Knead is stricter here than its sources)"
)

// speaker puts a person's answers into words.
type speaker struct {
	g       *guide.Guide
	answers guide.Answers
}

// say lists answers as the person gave them: “Low back” and “Over 12 weeks”; not sure: “Slipped disc”. Only the words of a chosen
// option are quoted as the person's own.
func (s speaker) say(said []guide.Said) string {
	var parts []string
	for _, how := range guide.Hows() {
		if words := s.quotes(said, how); words != "" {
			parts = append(parts, leadOf(how)+words)
		}
	}
	return strings.Join(parts, "; ")
}

// quotes lists the answers that were given in one way, each once. If several of them together count as something else, that is
// added after the last one.
func (s speaker) quotes(said []guide.Said, how guide.How) string {
	var all []*quotation
	for _, x := range said {
		if x.How != how || s.within(x, said) {
			continue
		}
		as := ""
		if how == guide.Chosen && x.For != "" && x.As != x.Option { // else it would count as itself
			as = x.As
		}
		at := slices.IndexFunc(all, func(q *quotation) bool { return as != "" && q.as == as })
		if at < 0 {
			all, at = append(all, &quotation{as: as}), len(all)
		}
		if quote := s.quote(x); !slices.Contains(all[at].quotes, quote) {
			all[at].quotes = append(all[at].quotes, quote)
		}
	}
	var words []string
	for _, q := range all {
		if w := q.words(); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return and(words)
}

// quotation is an answer, or several that together count as another one.
type quotation struct {
	quotes []string
	as     string // what they count as, or ""
}

func (q quotation) words() string {
	switch {
	case q.as == "" || len(q.quotes) == 1 && strings.Contains(strings.ToLower(q.quotes[0]), strings.ToLower(q.as)):
		return and(q.quotes)
	case len(q.quotes) == 1:
		return q.quotes[0] + " (counts as “" + q.as + "”)"
	}
	return and(q.quotes) + " (together they count as “" + q.as + "”)"
}

// within reports whether an answer is part of the words of another one, whose question was made for it: “A weak leg” in “A weak
// leg: since when? The past few days”.
func (s speaker) within(x guide.Said, said []guide.Said) bool {
	return slices.ContainsFunc(said, func(y guide.Said) bool {
		q := s.g.Question(questionOf(y.Fact))
		return q != nil && y.How == x.How && q.Each == questionOf(x.Fact) && slices.Contains(q.Of, optionOf(x.Fact))
	})
}

// leadOf is what is said before answers that were given in the same way.
func leadOf(h guide.How) string {
	//exhaustive:enforce
	switch h {
	case guide.Chosen:
		return ""
	case guide.Careful:
		return "not sure about "
	case guide.NotSure:
		return "not sure: "
	case guide.Unanswered:
		return "not answered: "
	}
	return "unclear: "
}

// Mention is one answer in few words, without quotation marks, for lists.
func Mention(g *guide.Guide, x guide.Said) string {
	title, option := strings.TrimSuffix(x.Question, "?")+"?", x.Option
	if option == "" {
		option = title
	}
	if q := g.Question(questionOf(x.Fact)); q != nil && bare(q, option) {
		option = title + " " + option
	}
	//exhaustive:enforce
	switch x.How {
	case guide.Chosen:
		return option
	case guide.Careful:
		return title + " Not sure"
	case guide.NotSure:
		return option + ": not sure"
	case guide.Unanswered:
		return option + ": not answered"
	}
	return title
}

// ReadOut returns the heading of the words to read out on the phone. Those say more than the person did if an open answer counts
// as the careful one.
func ReadOut(said []guide.Said) string {
	if slices.ContainsFunc(said, func(x guide.Said) bool { return x.How != guide.Chosen }) {
		return "Words you can read out. Say so where you are not sure:"
	}
	return "Words you can read out:"
}

// Because gives answers as reasons, in sentences: You said “Low back”. It is empty for no answers.
func Because(g *guide.Guide, answers guide.Answers, said []guide.Said) string {
	return speaker{g, answers}.because(said)
}

// because gives answers as reasons, in sentences: You said “Low back”. It is empty for no answers.
func (s speaker) because(said []guide.Said) string {
	var sentences []string
	for _, how := range guide.Hows() {
		words := s.quotes(said, how)
		switch {
		case words == "":
		case how == guide.Chosen:
			sentences = append(sentences, "You said "+words+".")
		case how == guide.Careful:
			sentences = append(sentences, "You were "+leadOf(how)+words+".")
		default:
			sentences = append(sentences, document.Upper(leadOf(how))+words+".")
		}
	}
	return document.Join(sentences...)
}

// quote quotes one answer for say. A short answer is preceded by its question.
func (s speaker) quote(x guide.Said) string {
	q := s.g.Question(questionOf(x.Fact))
	if q == nil || optionOf(x.Fact) == "" {
		return "“" + x.Question + "”"
	}
	words := s.label(q, optionOf(x.Fact))
	if x.How == guide.Careful {
		words = "“" + x.Question + "”, which counts as “" + x.Option + "”"
	}
	return words
}

// label quotes an option. Where the label says little without its question (“Worse”, “Yes”), the question is quoted too.
func (s speaker) label(q *knowledge.Question, option string) string {
	o := q.Option(option)
	if o == nil {
		return "“" + option + "”"
	}
	words := o.Label
	if option == knowledge.None { // "these" are on the page of the question
		words = strings.Replace(words, "None of these", "None", 1)
	}
	if a := s.answers[q.ID]; q.Kind == knowledge.Scale && a.Has(option) {
		words = strconv.Itoa(a.Value)
	}
	switch of := s.madeFor(q); {
	case of != "" && words != "" && !yesOrNo(words):
		return "“" + of + ": " + strings.ToLower(words[:1]) + words[1:] + "”"
	case option == knowledge.None || of != "" || bare(q, words):
		return "“" + q.Quoted() + " " + words + "”"
	}
	return "“" + words + "”"
}

// madeFor is the answer to another question that a question was made for, such as the sign whose beginning it asks; "" for most.
func (s speaker) madeFor(q *knowledge.Question) string {
	if from := s.g.Question(q.Each); from != nil && len(q.Of) == 1 {
		if o := from.Option(q.Of[0]); o != nil {
			return o.Label
		}
	}
	return ""
}

// bare reports whether a single answer says little without its question: “Worse”, “Yes, right there”.
func bare(q *knowledge.Question, words string) bool {
	const short = 16
	return q.Kind != knowledge.Many && (utf8.RuneCountInString(words) <= short || yesOrNo(words))
}

// yesOrNo reports whether an answer begins with yes or no, which says nothing without its question.
func yesOrNo(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	first = strings.Trim(first, ",.:;")
	return first == "yes" || first == "no"
}

// Given returns the whole answer to a question in words: "Neck; not sure: Shoulder".
func Given(g *guide.Guide, answers guide.Answers, q *knowledge.Question) string {
	return speaker{g, answers}.answer(q)
}

// answer returns the whole answer to a question, for the list of answers.
func (s speaker) answer(q *knowledge.Question) string {
	a := s.answers[q.ID]
	var words []string
	switch {
	case a.Unsure:
		return "not sure"
	case !a.Given():
		return "not answered"
	case q.Kind == knowledge.Scale:
		_, high := q.Range()
		words = append(words, strconv.Itoa(a.Value)+" of "+strconv.Itoa(high))
	default:
		for _, id := range a.Options {
			if o := q.Option(id); o != nil {
				words = append(words, o.Label)
			}
		}
	}
	for _, id := range a.Open {
		if o := q.Option(id); o != nil {
			words = append(words, "not sure: "+o.Label)
		}
	}
	if a.Partial {
		words = append(words, "the rest is to be asked again")
	}
	return strings.Join(words, "; ")
}

// effectFully adds how long it lasts, and where the studies were not about this very therapy or pain.
func effectFully(e *knowledge.Evidence) string {
	words := guide.Outcome(e)
	if e.Direction == knowledge.DirectionHelps && e.Effect.LongTerm == knowledge.EffectNone {
		words += " for a short time"
	}
	switch {
	case e.Basis == knowledge.BasisClass:
		words += " (studied for approaches of this kind)"
	case e.Basis == knowledge.BasisIndirect && e.Direction != knowledge.DirectionUnknown:
		words += " (studied in a related kind of pain)"
	}
	return words
}

// finding says in one sentence what research found about a therapy, and in another how sure that is. The second one names what it
// rates, because next to the first step it would seem to rate that. No verb depends on whether a therapy's name is a plural.
func (b builder) finding(t *knowledge.Therapy, e *knowledge.Evidence) string {
	subject := t.InText()
	switch {
	case e.Direction == knowledge.DirectionUnknown:
		return "No one has studied " + subject + " well for " + b.like() + "."
	case e.Basis == knowledge.BasisClass:
		subject = "approaches like " + subject
	}
	return document.Upper(evidence.Found(subject, "that", e))
}

// stance says what guidelines advise, if none of them is quoted by name.
func stance(e *knowledge.Evidence) string {
	switch e.Stance {
	case knowledge.StanceRecommend:
		return "They suggest it."
	case knowledge.StanceConsider:
		return "They say it may be tried."
	case knowledge.StancePackageOnly:
		return "They suggest it only together with exercise."
	case knowledge.StanceDoNot:
		return "They advise against it."
	case knowledge.StanceConflicting:
		return "They disagree."
	case knowledge.StanceAvoidAsPrecaution:
		return "It has not been tested here, so it is left out as a precaution."
	}
	return ""
}

func kindWords(kind knowledge.TherapyKind) string {
	switch kind {
	case knowledge.Massage:
		return "massages"
	case knowledge.SelfHelp:
		return "things you do yourself"
	}
	return "alternatives"
}

func questionOf(fact string) string {
	question, _, _ := strings.Cut(fact, "/")
	return question
}

func optionOf(fact string) string {
	_, option, _ := strings.Cut(fact, "/")
	return option
}

// and and or join words as a sentence does.
func and(words []string) string { return joined(words, " and ") }
func or(words []string) string  { return joined(words, " or ") }

func joined(words []string, last string) string {
	switch n := len(words); n {
	case 0, 1:
		return strings.Join(words, "")
	case 2:
		return words[0] + last + words[1]
	default:
		return strings.Join(words[:n-1], ", ") + "," + last + words[n-1]
	}
}
