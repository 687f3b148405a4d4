package line

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// question puts one question until it is answered, or the person goes elsewhere.
func (s *session) question(ctx context.Context, q guide.Asked) error {
	grown := s.walk.Grown(q) && !q.Answered(s.walk.Answers()[q.ID])
	s.header()
	if s.walk.message != "" {
		s.out.para(s.walk.message)
		s.walk.message = ""
	}
	if grown {
		s.out.para("This list has grown since you answered. Please look again.")
	}
	s.put(q)
	s.sayKept(q)
	s.prompts(q)
	for {
		text, err := s.read(ctx, "Your answer")
		if err != nil {
			return err
		}
		done, err := s.take(ctx, q, text)
		if done || err != nil {
			return err
		}
	}
}

// header names the stage and the page, where a page begins.
func (s *session) header() {
	s.out.blank()
	if s.page == s.walk.Page() {
		return
	}
	s.page = s.walk.Page()
	page, of := s.walk.Progress()
	title := "Questions"
	if stages := s.Guide.Knowledge().Stages; s.walk.Stage() >= 0 && s.walk.Stage() < len(stages) {
		title = stages[s.walk.Stage()].Title
	}
	s.out.para(fmt.Sprintf("%s, page %d of %d", title, page, of))
}

// put writes a question and what can be said to it.
func (s *session) put(q guide.Asked) {
	s.out.para(q.Title)
	if q.Hint != "" {
		s.out.para(q.Hint)
	}
	if s.Guide.Searched(q.ID) {
		s.out.para("To search, type find and an illness or a medicine, such as find gout.")
	}
	if q.Kind == knowledge.Scale {
		s.scale(q)
		return
	}
	list := choices(q, s.walk.Answers()[q.ID])
	width := len(strconv.Itoa(len(list)))
	group := ""
	for i, c := range list {
		if c.option != nil && c.option.Group != group {
			group = c.option.Group
			s.out.blank()
			s.out.para(group)
		}
		if group != "" && (c.option == nil || c.option.ID == knowledge.None) {
			group = ""
			s.out.blank()
		}
		s.out.hang(fmt.Sprintf("%*d. ", width, i+1), c.label)
		if c.option != nil && c.option.Help != "" {
			s.out.hang(strings.Repeat(" ", width+2), c.option.Help)
		}
	}
}

// scale writes what each number of a scale means.
func (s *session) scale(q guide.Asked) {
	low, high := q.Range()
	width := len(strconv.Itoa(high))
	for n := low; n <= high; n++ {
		words := ""
		if n-low < len(q.Words) {
			words = q.Words[n-low]
		}
		s.out.hang(fmt.Sprintf("%*d. ", width, n), words)
	}
	s.out.para("There is no wrong number. It is not a score.")
}

// sayKept prints the current answer, and how to keep it.
func (s *session) sayKept(q guide.Asked) {
	a := s.walk.Answers()[q.ID]
	words := sentence(s.said(q, a))
	switch {
	case words == "":
	case !q.Answered(a):
		s.out.para("Your answers so far: " + words + " The others are still to be answered.")
	case chosen(q, a):
		s.out.para("You said: " + words + " Type keep to continue, or add, drop or only with numbers (add 2).")
	default:
		s.out.para("You said: " + words + " Type keep, or answer again.")
	}
}

// chosen reports whether options of the list were chosen that a new answer would take away.
func chosen(q guide.Asked, a guide.Answer) bool {
	return q.Kind == knowledge.Many && slices.ContainsFunc(q.Shown, func(o *knowledge.Option) bool { return o.ID != knowledge.None && a.Has(o.ID) })
}

// take does what a line says. It reports whether the question is left.
func (s *session) take(ctx context.Context, q guide.Asked, text string) (bool, error) {
	if text == "" {
		s.out.para(s.want(q))
		return false, nil
	}
	a := s.walk.Answers()[q.ID]
	switch commandOf(text) {
	case goBack:
		if s.walk.back(q.ID) {
			return true, nil
		}
		s.out.para("This is the first question. Type quit to leave.")
		if c, _, ok := newNamer(s.Guide, q, a, s.Library).byName(plainly(text)); ok {
			s.out.para("To answer “" + c.label + "”, type its number.")
		}
		return false, nil
	case sayWhy:
		s.why(q)
		return false, nil
	case sayReview:
		s.soFar()
		return false, nil
	case sayHelp:
		s.help(q)
		return false, nil
	case sayList:
		s.put(q)
		s.sayKept(q)
		return false, nil
	case quit:
		return s.leave(ctx, q)
	case keepAnswer:
		if !q.Answered(a) {
			s.out.para("There is no answer to keep yet. " + s.want(q))
			return false, nil
		}
		s.settleWith(q, a)
		return true, nil
	case sayResult, sayShort, startAgain:
		s.out.para("The result comes when all is asked. " + s.want(q))
		return false, nil
	}
	if rest, ok := argument(text, "change", "c"); ok {
		return s.changeLine(rest), nil
	}
	if rest, ok := s.search(text); ok {
		return s.find(ctx, q, rest)
	}
	if s.sought(q, a, text) {
		return s.find(ctx, q, core(plainly(text), nil))
	}
	return s.answer(q, a, text), nil
}

// sought reports whether words that name no answer are an illness or a medicine that can be looked up.
func (s *session) sought(q guide.Asked, a guide.Answer, text string) bool {
	if !s.Guide.Searched(q.ID) || replyOf(text) != noReply || negates(strings.Fields(plainly(text))) {
		return false
	}
	if _, stray := newNamer(s.Guide, q, a, s.Library).read(text); stray == "" {
		return false
	}
	typed := core(plainly(text), nil)
	return slices.ContainsFunc(s.walk.Find(typed), func(f guide.Found) bool {
		return !f.Near && (plainly(f.Name) == typed || f.Option != nil && strings.Contains(" "+plainly(f.Option.Label)+" ", " "+typed+" "))
	})
}

// answer reads a line as an answer. It reports whether it is one.
func (s *session) answer(q guide.Asked, a guide.Answer, text string) bool {
	how := ""
	for _, word := range []string{"add", "drop", "only"} {
		if rest, ok := argument(text, word); ok && q.Kind == knowledge.Many {
			how, text = word, rest
		}
	}
	r := s.reading(q, a, how, text)
	if r.problem != "" {
		s.out.para(r.problem)
		s.offer = r.offer
		return false
	}
	taken := s.walk.Overrules(q.ID, r.answer)
	if len(taken) > 0 && how != "only" {
		only := "only none"
		if r.answer.Unsure {
			only = "only unsure"
		}
		s.out.para("You said before: " + sentence(labels(taken)) + " To take that back, type " + only + ".")
		return false
	}
	if len(r.sides) > 0 {
		s.answerSide(q, r)
		return true
	}
	s.settleWith(q, r.answer)
	if len(taken) > 0 {
		s.out.para("Taken back: " + sentence(labels(taken)))
	}
	return q.Answered(r.answer)
}

// sayUnnamed names what brought up the list of health items and has none of them.
func (s *session) sayUnnamed(q guide.Asked) {
	if unnamed := s.walk.Unnamed(); q.Role == knowledge.RoleHistory && len(unnamed) > 0 {
		s.out.para("Nothing was chosen for: " + sentence(labels(unnamed)) + " Type back to add it.")
	}
}

func labels(options []*knowledge.Option) string {
	words := make([]string, len(options))
	for i, o := range options {
		words[i] = o.Label
	}
	return strings.Join(words, "; ")
}

// settleWith records an answer and prints it.
func (s *session) settleWith(q guide.Asked, a guide.Answer) {
	before, unasked := s.aside(q), s.walk.Unasked()
	if q.Answered(a) {
		s.walk.answer(q, a)
		s.out.para("You said: " + sentence(s.said(q, a)))
		s.sayAside(q, before)
		s.sayUnasked(unasked)
		s.sayUnnamed(q)
		return
	}
	s.walk.Interview = s.walk.Answer(q.ID, a)
	s.sayAside(q, before)
	s.sayUnasked(unasked)
	if said(q, a) == "" {
		s.out.para("Nothing is chosen now. " + s.want(q))
		return
	}
	s.out.para("Your answers so far: " + sentence(said(q, a)) + " What about the rest? Type the numbers of all that apply, or none for none of the others.")
}

// aside lists the answers that do not count, where there are any behind the question that a new answer to it may change.
func (s *session) aside(q guide.Asked) []guide.Said {
	here := order(s.Guide, q.ID)
	for id := range s.walk.Answers() {
		if order(s.Guide, id) > here {
			return s.Guide.Assess(s.walk.Answers()).Aside
		}
	}
	return nil
}

// sayAside prints the answers that no longer count.
func (s *session) sayAside(q guide.Asked, before []guide.Said) {
	var labels []string
	for _, x := range s.aside(q) {
		if !slices.ContainsFunc(before, func(y guide.Said) bool { return y.Fact == x.Fact }) {
			labels = append(labels, report.Mention(s.Guide, x))
		}
	}
	if len(labels) > 0 {
		s.out.para("Not counted, because the question no longer applies: " + sentence(strings.Join(labels, "; ")))
	}
}

// sayUnasked prints the answers that still count although the other answers no longer lead to them.
func (s *session) sayUnasked(before []guide.Said) {
	now := slices.DeleteFunc(s.walk.Unasked(), func(x guide.Said) bool { return slices.Contains(before, x) })
	if words := report.Counts(s.Guide, now); words != "" {
		s.out.para(words)
	}
}

// answerSide answers the places and the sides that were named with them at once.
func (s *session) answerSide(q guide.Asked, r reading) {
	unasked := s.walk.Unasked()
	defer s.sayUnasked(unasked)
	s.walk.answer(q, r.answer)
	s.out.para("You said: " + sentence(said(q, r.answer)))
	for _, next := range s.walk.Questions() {
		if next.Role != knowledge.RoleSide || r.sides[next.Of[0]] == noSide {
			continue
		}
		if at := int(r.sides[next.Of[0]] - left); at < len(next.Options) { // they are left, right, and both, in this order
			a := guide.Answer{Options: []string{next.Options[at].ID}}
			s.walk.answer(next, a)
			s.out.para(titled(next.Title) + " " + sentence(said(next, a)))
		}
	}
}

// leave asks once whether to leave, when something would be lost.
func (s *session) leave(ctx context.Context, q guide.Asked) (bool, error) {
	n := len(s.walk.Given())
	if n == 0 {
		return true, errLeft
	}
	s.out.para("You have answered " + counted(n, "question", "questions") + ", and they are not kept. Type quit again to leave, or continue with your answer.")
	text, err := s.read(ctx, "Your answer")
	switch {
	case errors.Is(err, errEnd):
		return true, errLeft
	case err != nil:
		return true, err
	case commandOf(text) == quit:
		return true, errLeft
	}
	return s.take(ctx, q, text)
}

// soFar lists what was said, in numbered lines.
func (s *session) soFar() {
	lines := s.walk.Given()
	if len(lines) == 0 {
		s.out.para("Nothing was said yet.")
		return
	}
	s.out.para("Your answers so far:")
	s.numbered(lines)
	s.out.para("Type change and a number to change a line, or continue with your answer.")
}

// numbered writes questions and their answers.
func (s *session) numbered(lines []guide.Line) {
	width := len(strconv.Itoa(len(lines)))
	for i, l := range lines {
		answer := "Not answered"
		if l.Answer.Given() {
			answer = s.said(l.Asked, l.Answer)
		}
		s.out.hang(fmt.Sprintf("%*d. ", width, i+1), titled(l.Title)+" "+sentence(answer))
	}
}

// changeLine goes to a question that was answered. It reports whether there is one of this number.
func (s *session) changeLine(text string) bool {
	lines := s.walk.Given()
	n, ok := digits(text)
	if !ok || n < 1 || n > len(lines) {
		if len(lines) == 0 {
			s.out.para("Nothing was said yet that could be changed.")
		} else {
			s.out.para(fmt.Sprintf("Type change and a number from 1 to %d; type review for the numbers.", len(lines)))
		}
		return false
	}
	s.walk.change(lines[n-1].ID)
	s.page = ""
	return true
}
