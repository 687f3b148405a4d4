package line

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// shownFinds is how many matches are shown at once.
const shownFinds = 9

// search reads a line as a search: find gout, or /gout.
func (s *session) search(text string) (string, bool) {
	if rest, ok := strings.CutPrefix(text, "/"); ok {
		return strings.TrimSpace(rest), true
	}
	return argument(text, "find", "f")
}

// find looks for a health item and lets the person choose it, wherever it belongs. It reports whether the list under the
// question has changed, so that it must be put again.
func (s *session) find(ctx context.Context, q guide.Asked, words string) (bool, error) {
	if !s.Guide.Searched(q.ID) {
		s.out.para("Illnesses and medicines are looked for at the questions about your health. " + s.want(q))
		return false, nil
	}
	before := len(q.Shown)
	for {
		found := s.hits(words)
		if len(found) == 0 {
			break
		}
		again, err := s.pick(ctx, found)
		if err != nil {
			return false, err
		}
		if again == "" {
			break
		}
		words = again
	}
	for _, now := range s.walk.Questions() {
		if now.ID == q.ID && len(now.Shown) != before {
			return true, nil
		}
	}
	a := s.walk.Answers()[q.ID]
	s.out.blank()
	s.out.para(q.Title)
	if a.Given() {
		s.sayKept(q)
	} else {
		s.out.para(s.want(q))
	}
	return false, nil
}

// hits prints the matches, and returns the items that can be chosen.
func (s *session) hits(words string) []guide.Found {
	if words == "" {
		s.out.para("Type find and an illness or a medicine, such as find gout.")
		return nil
	}
	found := s.walk.Find(words)
	switch {
	case len(found) == 0 && len(s.Guide.Find(words)) > 0:
		s.out.para("“" + clip(words) + "” follows from another of your answers, and cannot be chosen here. Type review to see them.")
		return nil
	case len(found) == 0:
		s.out.para(report.NothingFound(words))
		return nil
	case found[0].Near:
		s.out.para("Nothing is called “" + clip(words) + "”. Did you mean:")
	default:
		s.out.para("Found for “" + clip(words) + "”:")
	}
	more := len(found) - shownFinds
	var items []guide.Found
	for _, f := range found[:min(len(found), shownFinds)] {
		if f.Kind == guide.FoundItem {
			items = append(items, f)
			s.item(len(items), f)
			continue
		}
		s.out.hang("   ", report.FoundLabel(f))
		if f.Reason != "" {
			s.out.hang("   ", f.Reason)
		}
	}
	if more > 0 {
		s.out.para(fmt.Sprintf("There are %d more. A longer word finds fewer.", more))
	}
	return items
}

// item prints a match with the number that chooses it.
func (s *session) item(number int, f guide.Found) {
	label := f.Option.Label
	if f.Name != "" {
		label += ", also: " + f.Name
	}
	if s.walk.Items().Has(f.Option.ID) {
		label += ". Chosen already"
	}
	s.out.hang(strconv.Itoa(number)+". ", label)
	if f.Option.Help != "" {
		s.out.hang("   ", f.Option.Help)
	}
}

// pick asks which of the finds the person has. It returns the words of another search, when one is asked for.
func (s *session) pick(ctx context.Context, found []guide.Found) (again string, err error) {
	want := "Type the number of what you have, ? and the number if you are not sure, or none."
	s.out.para(want)
	for {
		text, err := s.read(ctx, "Which")
		if err != nil {
			return "", err
		}
		if words, ok := s.search(text); ok {
			return words, nil
		}
		switch commandOf(text) {
		case sayNone, goBack:
			s.out.para("Nothing was chosen.")
			return "", nil
		case quit:
			return "", errLeft
		}
		reply := replyOf(text)
		if reply == no || reply == noneOf {
			s.out.para("Nothing was chosen.")
			return "", nil
		}
		if reply == yes && len(found) == 1 {
			text = "1"
		}
		if picked := s.picked(found, text); len(picked) > 0 {
			s.choose(picked)
			return "", nil
		}
		if text != "" && commandOf(text) == noCommand {
			s.out.para("“" + clip(text) + "” is not in the list.")
		}
		s.out.para(want)
	}
}

type pick struct {
	option *knowledge.Option
	open   bool
}

// picked parses the numbers of matches. It returns nil if one of them is invalid.
func (s *session) picked(found []guide.Found, text string) []pick {
	var out []pick
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		bare := strings.Trim(word, "?")
		n, ok := digits(bare)
		if !ok || n < 1 || n > len(found) {
			return nil
		}
		out = append(out, pick{found[n-1].Option, bare != word})
	}
	return out
}

// choose records matches as answers, with the answers that they depend on, and prints both.
func (s *session) choose(picked []pick) {
	for _, p := range picked {
		next, brought := s.walk.Take(p.option.ID, p.open)
		s.walk.Interview = next
		words, along := "Chosen: ", "Also selected: "
		if p.open {
			words = "Not sure: "
		}
		if p.open && p.option.Hidden {
			along = "Also not sure: "
		}
		s.out.para(words + sentence(p.option.Label))
		for _, fact := range brought {
			id, option, _ := strings.Cut(fact, "/")
			if q := s.Guide.Question(id); q != nil && q.Option(option) != nil && q.Option(option).Label != p.option.Label {
				s.out.para(along + titled(q.Title) + " " + sentence(q.Option(option).Label))
			}
		}
	}
}
