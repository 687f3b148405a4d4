package wizard

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
)

// said is an answer in a few words, for the review: the chosen options, or that none of so many was. What is open is told
// apart from it.
func said(l guide.Line) string {
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
	case l.Kind == guide.Scale:
		_, high := l.Range()
		name := strconv.Itoa(a.Value) + " of " + strconv.Itoa(high)
		if o := l.Option(a.Options[0]); o != nil {
			name += ", " + bandName(*o)
		}
		return name
	case a.Has(guide.None):
		return noneSaid(l)
	}
	text = strings.Join(names, "; ")
	if bare(l, text) {
		text = strings.TrimSuffix(l.Title, "?") + "? " + text
	}
	return text
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

// noneSaid is "none of these" in words that stand alone.
func noneSaid(l guide.Line) string {
	o, open := l.Option(guide.None), 0
	for _, x := range l.Shown {
		if slices.Contains(l.Answer.Open, x.ID) {
			open++
		}
	}
	n := len(l.Shown) - 1 - open
	switch {
	case o.Label != "None of these":
		return strings.TrimSuffix(l.Title, "?") + "? " + o.Label
	case len(l.AskWhen) > 0 && open == 0:
		return strings.TrimSuffix(l.Title, "?") + "? " + guide.NoneOf(n, false)
	case n > 2 && open == 0:
		return guide.NoneOf(n, false) + " asked"
	}
	return guide.NoneOf(n, open > 0)
}

// bare reports whether an answer says too little without its question: one of few words among others on a line, and one to a
// question that was made for another answer.
func bare(l guide.Line, text string) bool {
	const few = 4
	words := strings.Fields(text)
	first := strings.TrimRight(words[0], ",.:;")
	return first == "Yes" || first == "No" || l.Each != "" || l.Screen != "" && len(words) <= few
}

func shown(q guide.Asked, option string) bool {
	for _, o := range q.Shown {
		if o.ID == option {
			return true
		}
	}
	return false
}
