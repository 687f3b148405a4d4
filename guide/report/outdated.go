package report

import (
	"time"

	"knead/guide"
	"knead/guide/document"
)

// outdated says which answers were given on another day, or to other questions.
func (b builder) outdated() (document.Item, bool) {
	o := b.a.Outdated
	item := document.Item{Text: text(Earlier(o.Past) + " Please answer these questions again:")}
	for _, q := range o.Questions {
		item.Sub = append(item.Sub, text(q.Quoted()))
	}
	return item, len(o.Questions) > 0
}

// Earlier says when answers were given and to which questions, as far as that matters, and what it does to them.
func Earlier(p guide.Past) string {
	when := ""
	switch {
	case p.On.IsZero():
	case p.Age < 0:
		when = "The answers are dated " + day(p.On) + ", which is in the future."
	default:
		when = "The answers were given on " + day(p.On) + "."
	}
	if p.Other {
		when = document.Join(when, "They were given to another version of the questions.")
	}
	return when + " What was chosen still counts; what was not may be different now, so it counts as unknown."
}

func day(t time.Time) string { return t.Format("January 2, 2006") }
