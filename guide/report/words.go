package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"knead/guide"
)

// commonPractice is said of everything that no checked source stands behind.
const commonPractice = "(common practice, no source)"

// speaker puts a person's answers into words.
type speaker struct {
	g       *guide.Guide
	answers guide.Answers
}

// say tells answers as the person gave them: “Low back” and “Over 12 weeks”; not sure: “Slipped disc”.
func (s speaker) say(said []guide.Said) string {
	var yes, unsure, silent []string
	add := func(list *[]string, words string) {
		if !slices.Contains(*list, words) {
			*list = append(*list, words)
		}
	}
	for _, x := range said {
		question, _, _ := strings.Cut(x.Fact, "/")
		switch {
		case x.Known == guide.Yes:
			add(&yes, s.quote(x))
		case s.answers[question].Given():
			add(&unsure, s.quote(x))
		default:
			add(&silent, s.quote(x))
		}
	}
	var parts []string
	if len(yes) > 0 {
		parts = append(parts, and(yes))
	}
	if len(unsure) > 0 {
		parts = append(parts, "not sure: "+and(unsure))
	}
	if len(silent) > 0 {
		parts = append(parts, "not answered: "+and(silent))
	}
	return strings.Join(parts, "; ")
}

// because begins a sentence about answers: You said “Low back”. It is empty for no answers.
func (s speaker) because(said []guide.Said) string {
	words := s.say(said)
	switch {
	case words == "":
		return ""
	case strings.HasPrefix(words, "not "):
		return upper(words) + "."
	}
	return "You said " + words + "."
}

// quote tells one answer. An answer that another one stands for says so, and a short one brings its question along.
func (s speaker) quote(x guide.Said) string {
	id, option, _ := strings.Cut(x.Fact, "/")
	q := s.g.Question(id)
	if q == nil || option == "" {
		return "“" + Clean(x.Question) + "”"
	}
	answer := s.answers[id]
	words := s.label(q, option)
	if x.Known != guide.Yes || answer.Has(option) {
		return words
	}
	if answer.Unsure && slices.Contains(q.IfUnsure, option) {
		return words + " (you were not sure: the careful answer counts)"
	}
	if other := s.standsFor(q.Option(option)); other != "" {
		return other + " (counts as " + words + ")"
	}
	return words
}

// label quotes an option. Where the label says little without its question (“Worse”, “Yes”), the question is quoted too.
func (s speaker) label(q *guide.Question, option string) string {
	o := q.Option(option)
	if o == nil {
		return "“" + Clean(option) + "”"
	}
	words := Clean(o.Label)
	if a := s.answers[q.ID]; q.Kind == guide.Scale && a.Has(option) {
		words = strconv.Itoa(a.Value)
	}
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	bare := utf8.RuneCountInString(words) < 10 || strings.Trim(first, ",:") == "yes" || strings.Trim(first, ",:") == "no"
	if option == guide.None || q.Kind != guide.Many && bare {
		return "“" + Clean(q.Title) + " " + words + "”"
	}
	return "“" + words + "”"
}

// standsFor names the answers elsewhere that make an option true.
func (s speaker) standsFor(o *guide.Option) string {
	for _, all := range o.Also {
		var words []string
		for _, fact := range all {
			id, option, _ := strings.Cut(fact, "/")
			if q := s.g.Question(id); q != nil && s.answers[id].Has(option) {
				words = append(words, s.label(q, option))
			}
		}
		if len(words) == len(all) {
			return and(words)
		}
	}
	return ""
}

// answer tells the whole answer to a question, for the list of answers.
func (s speaker) answer(q *guide.Question) string {
	a := s.answers[q.ID]
	var words []string
	switch {
	case a.Unsure:
		return "not sure"
	case !a.Given():
		return "not answered"
	case q.Kind == guide.Scale:
		_, high := q.Range()
		words = append(words, strconv.Itoa(a.Value)+" of "+strconv.Itoa(high))
	default:
		for _, id := range a.Options {
			if o := q.Option(id); o != nil {
				words = append(words, Clean(o.Label))
			}
		}
	}
	for _, id := range a.Open {
		if o := q.Option(id); o != nil {
			words = append(words, "not sure: "+Clean(o.Label))
		}
	}
	return strings.Join(words, "; ")
}

// effectFully adds how long it lasts, and where the studies were not about this very therapy or pain.
func effectFully(e *guide.Evidence) string {
	words := e.Outcome()
	if e.Direction == "helps" && e.Effect.LongTerm == "none" {
		words += ", but not for long"
	}
	switch {
	case e.Basis == "class":
		words += " (studied for approaches of this kind)"
	case e.Basis == "indirect" && e.Direction != "unknown":
		words += " (studied in a related kind of pain)"
	}
	return words
}

// stance tells what guidelines say, where none is quoted by name.
func stance(e *guide.Evidence) string {
	switch e.Stance {
	case "recommend":
		return "They suggest it."
	case "consider":
		return "They say it may be tried."
	case "package-only":
		return "They suggest it only together with exercise."
	case "do-not":
		return "They advise against it."
	case "conflicting":
		return "They disagree."
	case "avoid-as-precaution":
		return "It has not been tested here, so it is left out as a precaution."
	}
	return ""
}

func certainty(e *guide.Evidence) Certainty {
	own := e.CertaintyBy == "author-judged"
	switch e.Certainty {
	case "very-low":
		return Certainty{1, "very low certainty", own}
	case "low":
		return Certainty{2, "low certainty", own}
	case "moderate":
		return Certainty{3, "moderate certainty", own}
	case "high":
		return Certainty{4, "high certainty", own}
	}
	return Certainty{}
}

func kindWords(kind guide.TherapyKind) string {
	switch kind {
	case guide.Massage:
		return "massages"
	case guide.SelfHelp:
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
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + last + words[n-1]
}

// upper, ended and sentence give words the start of a sentence, its end, or both; join puts sentences after one another.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func sentence(s string) string { return upper(ended(s)) }

func ended(s string) string {
	s = Clean(s)
	end := strings.TrimSuffix(s, "”")
	if last, _ := utf8.DecodeLastRuneInString(end); s == "" || strings.ContainsRune(".!?:…", last) {
		return s
	}
	return s + "."
}

func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = Clean(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}
