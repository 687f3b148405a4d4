package guide_test

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// outcome is what came out for a person: the result, and how the interview went.
type outcome struct {
	guide.Assessment
	g    *guide.Guide
	walk walk
}

// meets checks one line; it returns what came out instead.
func (o outcome) meets(line string) string {
	words := strings.Fields(line)
	for len(words) < 4 { // so that every word can be asked for
		words = append(words, "")
	}
	rest := strings.TrimSpace(strings.TrimPrefix(line, words[0]))
	switch words[0] {
	case "level":
		return is(o.Level.String(), rest)
	case "concern":
		return has(o.concerns(), rest)
	case "no":
		if slices.Contains(o.concerns(), words[2]) {
			return "it holds"
		}
		return known(o.g, words[2])
	case "open":
		var ids []string
		for _, x := range o.Open {
			ids = append(ids, x.Flag.ID)
		}
		return has(ids, rest)
	case "pattern":
		if o.Pattern == nil {
			return is("none", rest)
		}
		return is(o.Pattern.ID, rest)
	case "therapies":
		if len(o.Matches) > 0 {
			return "there are therapies"
		}
		return ""
	case "first":
		var kind knowledge.TherapyKind
		if err := kind.UnmarshalText([]byte(words[1])); err != nil {
			return err.Error()
		}
		if m := o.FirstChoice(kind); m != nil {
			return is(m.Therapy.ID, words[2])
		}
		return is("none", words[2])
	case "unsure":
		return has(facts(o.Unsure), rest)
	case "unasked":
		return has(facts(o.Unasked), rest)
	case "aside":
		return has(facts(o.Aside), rest)
	case "missing", "incomplete":
		return "" // checked by explained
	case "stops":
		if o.walk.end != guide.StopPage {
			return "it does not stop"
		}
		return atMost(o.walk.pages, rest)
	case "pages":
		if o.walk.end != guide.ReviewPage {
			return "it stops"
		}
		return atMost(o.walk.pages, rest)
	}
	return o.meetsTherapy(words, line)
}

// meetsTherapy checks a line about one therapy.
func (o outcome) meetsTherapy(words []string, line string) string {
	at := slices.IndexFunc(o.Matches, func(m guide.Match) bool { return m.Therapy.ID == words[1] })
	if at < 0 {
		return "there is no such therapy, or no such line"
	}
	m := &o.Matches[at]
	switch words[0] {
	case "verdict":
		return is(m.Verdict.String(), words[2])
	case "fit":
		return is(m.Fit.String(), words[2])
	case "word":
		return is(m.Word(), strings.TrimPrefix(line, "word "+words[1]+" "))
	case "place":
		n := 0
		for _, x := range o.Matches[:at+1] {
			if x.Therapy.Kind == m.Therapy.Kind && x.Verdict <= knowledge.Caution && x.Fit > knowledge.FitNone {
				n++
			}
		}
		return is(strconv.Itoa(n), words[2])
	}
	var against []string
	for _, c := range m.Cautions {
		behind := behind(c.Because)
		against = append(against, behind...)
		if !slices.Contains(behind, words[2]) {
			continue
		}
		switch words[0] {
		case "because":
			return ""
		case "counts":
			return is(c.Verdict.String(), words[3])
		case "adapts":
			if strings.TrimSpace(c.Adaptation) == "" {
				return "it does not say how"
			}
			return ""
		case "local":
			return is(map[guide.Local]string{guide.Whole: "whole", guide.Here: "here", guide.Elsewhere: "elsewhere"}[c.Local], words[3])
		}
		return "there is no such line"
	}
	return "that answer does not count against it; these do: " + strings.Join(against, ", ")
}

func (o outcome) concerns() (ids []string) {
	for _, c := range o.Concerns {
		ids = append(ids, c.Flag.ID)
	}
	return ids
}

// behind are the facts that answers make true: their own, or the one that they stand for.
func behind(said []guide.Said) (out []string) {
	for _, s := range said {
		if s.For != "" {
			s.Fact = s.For
		}
		out = append(out, s.Fact)
	}
	return out
}

func facts(said []guide.Said) (out []string) {
	for _, s := range said {
		out = append(out, s.Fact)
	}
	return out
}

func is(got, want string) string {
	if got == want {
		return ""
	}
	return "got " + got
}

func has(got []string, want string) string {
	if slices.Contains(got, want) {
		return ""
	}
	return "got " + strings.Join(got, ", ")
}

func atMost(n int, want string) string {
	if limit, err := strconv.Atoi(want); err != nil || n > limit {
		return "after " + strconv.Itoa(n) + " pages"
	}
	return ""
}

// known keeps "no concern" honest: a flag that does not exist never holds.
func known(g *guide.Guide, flag string) string {
	if slices.ContainsFunc(g.Knowledge().RedFlags, func(f knowledge.RedFlag) bool { return f.ID == flag }) {
		return ""
	}
	return "there is no such flag"
}
