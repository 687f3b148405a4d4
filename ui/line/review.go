package line

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// review prints every answer, and lets the person change one before the result.
func (s *session) review(ctx context.Context) error {
	s.page = ""
	s.out.blank()
	s.tellChange()
	s.putReview()
	s.prompts(guide.Asked{})
	for {
		text, err := s.read(ctx, "Your choice")
		if err != nil {
			return err
		}
		done, err := s.takeReview(ctx, text)
		if done || err != nil {
			return err
		}
	}
}

const wantReview = "Type result to hear the result, change and a number to change a line, back, or quit."

// putReview writes every question that applies, and its answer.
func (s *session) putReview() {
	s.out.para("Is this right?")
	s.out.para("Change anything. Your result depends only on these answers.")
	s.numbered(s.lines())
	if open := len(s.walk.Left()); open > 0 {
		s.out.para(sentence(guide.AreOpen(open)) + " An open answer is neither yes nor no. Anything a yes would rule out is on hold until you find out.")
	}
	s.out.para(wantReview)
}

// lines are the lines of the review: every question that applies; after a stop, those that were asked.
func (s *session) lines() []guide.Line {
	if s.walk.Page() == guide.StopPage {
		return s.walk.Given()
	}
	return s.walk.Review()
}

// takeReview does what a line says on the review. It reports whether the review is left.
func (s *session) takeReview(ctx context.Context, text string) (bool, error) {
	said := commandOf(text)
	if yes := plainly(text); yes == "yes" || yes == "y" { // it was asked whether this is right
		said = sayResult
	}
	switch said {
	case sayResult:
		if s.walk.confirm() {
			return true, s.result(ctx)
		}
		return true, nil
	case goBack:
		s.told = Left
		return s.walk.back(""), nil
	case sayReview, sayList:
		s.putReview()
		return false, nil
	case quit:
		return true, errLeft
	case startAgain:
		s.again()
		return true, nil
	}
	if s.changes(text) {
		return true, nil
	}
	s.notHere(text, wantReview, "result", "change", "back", "review", "quit", "again")
	return false, nil
}

// changes reads a line as a change of an answer: change 3, or 3. It reports whether it goes there.
func (s *session) changes(text string) bool {
	rest, ok := argument(text, "change", "c")
	if !ok {
		rest = text
	}
	n, ok := digits(rest)
	lines := s.lines()
	if !ok || n < 1 || n > len(lines) {
		return false
	}
	s.told, s.before = Left, s.walk.Answers()
	s.walk.change(lines[n-1].ID)
	s.page = ""
	return true
}

// notHere says what can be typed instead.
func (s *session) notHere(text, want string, words ...string) {
	switch {
	case text == "", commandOf(text) != noCommand:
		s.out.para(want)
	default:
		s.out.para(s.stray(text, words, want))
	}
}

// tellChange says what a change did to the result.
func (s *session) tellChange() {
	if s.before == nil {
		return
	}
	x, y := s.Guide.Assess(s.before), s.Guide.Assess(s.walk.Answers())
	s.before = nil
	if x.Level != y.Level {
		s.out.para(fmt.Sprintf("This changes the result: “%s” instead of “%s”.", bare(s.Guide.Level(y.Level).Title), bare(s.Guide.Level(x.Level).Title)))
		s.out.blank()
		return
	}
	var parts []string
	e := guide.Compare(x, y)
	for _, c := range e.Firsts {
		name := "none"
		if c.After != nil {
			name = c.After.Name
		}
		parts = append(parts, "the first "+kinds[c.Kind]+" is "+name)
	}
	for _, c := range e.Verdicts {
		parts = append(parts, c.Therapy.Name+": "+guide.VerdictWord(c.After))
	}
	words := "The result stays as it was."
	if len(parts) > 0 {
		words = "This changes the result. Now " + strings.Join(parts[:min(len(parts), 3)], "; ")
		if more := len(parts) - 3; more > 0 {
			words += "; and " + guide.Number(more) + " more"
		}
		words += "."
	}
	s.out.para(words)
	s.out.blank()
}

var kinds = map[knowledge.TherapyKind]string{
	knowledge.Massage: "massage", knowledge.Alternative: "alternative", knowledge.SelfHelp: "thing to do yourself",
}

func bare(title string) string { return strings.TrimSuffix(title, ".") }

// again starts over.
func (s *session) again() {
	s.begin(nil)
	s.out.blank()
	s.out.para("From the beginning.")
}

// therapies are the IDs of all therapies.
func (s *session) therapies() []string {
	var out []string
	for _, t := range s.Guide.Knowledge().Therapies {
		out = append(out, t.ID)
	}
	slices.Sort(out)
	return out
}
