package line

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"knead/guide"
	"knead/guide/fold"
	"knead/guide/knowledge"
)

// command is a word with a meaning other than an answer.
type command uint8

const (
	noCommand command = iota
	goBack
	sayWhy
	leaveUnsure
	sayReview
	sayHelp
	quit
	sayNone
	keepAnswer
	sayList
	sayResult
	sayShort
	startAgain
)

// commands are the words, in full and in short. One word or the other is always the whole line.
var commands = map[string]command{
	"back": goBack, "b": goBack, "why": sayWhy, "w": sayWhy, "unsure": leaveUnsure, "u": leaveUnsure, "not sure": leaveUnsure,
	"review": sayReview, "r": sayReview, "help": sayHelp, "h": sayHelp, "?": sayHelp, "quit": quit, "q": quit, "none": sayNone, "n": sayNone,
	"keep": keepAnswer, "k": keepAnswer, "list": sayList, "l": sayList, "result": sayResult, "short": sayShort, "again": startAgain,
}

// commandOf reads a line as a command.
func commandOf(text string) command { return commands[fold.Plain(strings.Trim(text, " .!"))] }

// argument reads a line that begins with a word and goes on with what it is about: "find gout".
func argument(text string, words ...string) (string, bool) {
	first, rest, _ := strings.Cut(text, " ")
	for _, w := range words {
		if fold.Plain(first) == w {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// plainly writes a label or what was typed in small letters without accents, and blanks, only, so that they can be compared.
func plainly(s string) string {
	var b strings.Builder
	for _, r := range fold.Plain(s) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '\'':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// digits reads a number without a sign.
func digits(s string) (int, bool) {
	if s == "" || len(s) > 4 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// titled is a title that is followed by an answer: it ends with its question mark or a colon.
func titled(title string) string {
	if strings.HasSuffix(title, "?") {
		return title
	}
	return strings.TrimRight(title, ".:") + ":"
}

// said is an answer in words. None of the health items, where something said before has brought them up, is something else.
func (s *session) said(q guide.Asked, a guide.Answer) string {
	if q.Role == knowledge.RoleHistory && a.Has(knowledge.None) && len(s.walk.Unnamed()) > 0 {
		return guide.NotListed
	}
	return said(q, a)
}

// said is an answer in words. What is not offered now is left out: it does not count.
func said(q guide.Asked, a guide.Answer) string {
	var parts []string
	for _, o := range q.Shown {
		switch {
		case !a.Has(o.ID):
		case q.Kind == knowledge.Scale:
			_, high := q.Range()
			parts = append(parts, strconv.Itoa(a.Value)+" of "+strconv.Itoa(high)+", "+strings.ToLower(o.Label))
		case o.ID == knowledge.None:
			parts = append(parts, noneSaid(q, a, o))
		default:
			parts = append(parts, o.Label)
		}
	}
	if a.Unsure {
		parts = append(parts, "not sure")
	}
	for _, o := range q.Shown {
		if slices.Contains(a.Open, o.ID) {
			parts = append(parts, "not sure: "+o.Label)
		}
	}
	return strings.Join(parts, "; ")
}

// noneSaid is "none of these" in words that are clear without the question.
func noneSaid(q guide.Asked, a guide.Answer, o *knowledge.Option) string {
	open := 0
	for _, o := range q.Shown {
		if slices.Contains(a.Open, o.ID) {
			open++
		}
	}
	if o.Label != noneLabel {
		return o.Label
	}
	return guide.NoneOf(len(q.Shown)-1-open, open > 0)
}

const noneLabel = "None of these"
