package wizard

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// said returns an answer in a few words, for the review: the chosen options, or how many were answered with none. Options left
// open are listed separately.
func said(g *guide.Guide, l guide.Line) string {
	a := l.Answer
	var names []string
	for _, id := range a.Options {
		if shown(l.Asked, id) {
			names = append(names, l.Option(id).Label)
		}
	}
	switch {
	case a.Unsure, len(names) == 0:
		return ""
	case l.Kind == knowledge.Scale:
		_, high := l.Range()
		name := strconv.Itoa(a.Value) + " of " + strconv.Itoa(high)
		if o := l.Option(a.Options[0]); o != nil {
			name += ", " + bandName(*o)
		}
		return name
	case a.Has(knowledge.None):
		return noneSaid(l)
	}
	text := strings.Join(names, "; ")
	switch of := madeFor(g, l); {
	case yesOrNo(text), of == "" && l.Screen != "" && len(strings.Fields(text)) <= few:
		return strings.TrimSuffix(l.Title, "?") + "? " + text
	case of != "":
		return of + ": " + lower(text)
	}
	return text
}

// few is the number of words up to which an answer needs its question to be understood among others on a page.
const few = 4

// yesOrNo reports whether an answer begins with yes or no, which means nothing without its question.
func yesOrNo(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	first = strings.TrimRight(first, ",.:;")
	return first == "Yes" || first == "No"
}

// madeFor is the answer to another question that this one was made for, such as the place whose side it asks; "" for most.
func madeFor(g *guide.Guide, l guide.Line) string {
	if q := g.Question(l.Each); q != nil && len(l.Of) == 1 {
		if o := q.Option(l.Of[0]); o != nil {
			return o.Label
		}
	}
	return ""
}

// left is what is open of an answer, in words. What a warning kept from being asked is not open.
func (m *Model) left(l guide.Line) []string {
	var out []string
	title := strings.TrimSuffix(l.Title, "?") + "? "
	for _, x := range l.Left() {
		switch {
		case x.Option != nil:
			out = append(out, x.Option.Label+": not sure")
		case x.How == guide.NotSure:
			out = append(out, title+"Not sure")
		case m.i.Page() == guide.StopPage:
		case len(out) > 0:
			out = append(out, title+"The others not answered")
		default:
			out = append(out, title+"Not answered")
		}
	}
	return out
}

// noneSaid is "none of these" in words that make sense alone.
func noneSaid(l guide.Line) string {
	o, open := l.Option(knowledge.None), 0
	for _, x := range l.Shown {
		if slices.Contains(l.Answer.Open, x.ID) {
			open++
		}
	}
	none := o.Label
	if none == "None of these" {
		none = guide.NoneOf(len(l.Shown)-1-open, open > 0)
	}
	return strings.TrimSuffix(l.Title, "?") + "? " + none
}

func shown(q guide.Asked, option string) bool {
	for _, o := range q.Shown {
		if o.ID == option {
			return true
		}
	}
	return false
}
