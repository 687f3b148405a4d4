package wizard

import (
	"strconv"
	"strings"

	"knead/guide"
)

// said is an answer in a few words, for the review: the chosen options, or that none of so many was. What is open is told
// apart from it.
func said(l guide.Line) (text string, open []string) {
	a := l.Answer
	label := func(id string) string {
		if o := l.Option(id); o != nil {
			return o.Label
		}
		return id
	}
	for _, id := range a.Open {
		if shown(l.Asked, id) {
			open = append(open, label(id)+": not sure")
		}
	}
	var names []string
	for _, id := range a.Options {
		if shown(l.Asked, id) {
			names = append(names, label(id))
		}
	}
	switch {
	case a.Unsure:
		return "", []string{strings.TrimSuffix(l.Title, "?") + "? Not sure"}
	case len(names) == 0:
		return "", open
	case l.Kind == guide.Scale:
		_, high := l.Range()
		name := strconv.Itoa(a.Value) + " of " + strconv.Itoa(high)
		if o := l.Option(a.Options[0]); o != nil {
			name += ", " + bandName(*o)
		}
		return name, open
	case a.Has(guide.None):
		return noneSaid(l, len(open)), open
	}
	text = strings.Join(names, "; ")
	if bare(l, text) {
		text = strings.TrimSuffix(l.Title, "?") + "? " + text
	}
	return text, open
}

// noneSaid is "none of these" in words that stand alone.
func noneSaid(l guide.Line, open int) string {
	o := l.Option(guide.None)
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
