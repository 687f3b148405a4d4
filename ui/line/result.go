package line

import (
	"context"
	"strings"

	"knead/guide"
	"knead/guide/report"
)

// stop tells what to do now. It offers nothing but a look at the answers: nothing else should be read first.
func (s *session) stop(ctx context.Context) error {
	s.told, s.page, s.before = Stopped, "", nil
	a := s.Guide.Assess(s.walk.Answers())
	s.out.blank()
	s.out.verbatim(report.New(s.Guide, a, nil).Text(s.out.width))
	s.out.blank()
	level := s.Guide.Level(a.Level) // once more, so that it is the last that is seen
	s.out.para(sentence(level.Title) + " " + level.Headline)
	const want = "If an answer is wrong, type back for the last question, or review for all answers. Type quit to leave."
	s.out.para(want)
	s.prompts(guide.Asked{})
	for {
		text, err := s.read(ctx, "Your choice")
		if err != nil {
			return err
		}
		switch commandOf(text) {
		case quit:
			return errLeft
		case goBack:
			if s.walk.back("") {
				s.told = Left
				return nil
			}
		case sayReview, sayList:
			s.numbered(s.lines())
			s.out.para("Type change and a number to change a line, back, or quit.")
			continue
		case startAgain:
			s.again()
			return nil
		}
		if s.changes(text) {
			return nil
		}
		s.notHere(text, want, "back", "review", "change", "again", "quit")
	}
}

// result tells the result in short, and then reads to the person what they ask for, such as the whole of it.
func (s *session) result(ctx context.Context) error {
	a := s.Guide.Assess(s.walk.Answers())
	s.told = Finished
	s.out.blank()
	s.out.verbatim(report.First(s.Guide, a).Text(s.out.width))
	s.out.blank()
	s.out.para(wantResult)
	s.prompts(guide.Asked{})
	for {
		line, err := s.read(ctx, "Your choice")
		if err != nil {
			return err
		}
		switch commandOf(line) {
		case quit:
			return errLeft
		case goBack, sayReview:
			return nil
		case sayResult, sayList:
			s.out.verbatim(report.New(s.Guide, a, s.Guide.Changes(a.Answers)).Text(s.out.width))
			continue
		case sayShort:
			for _, line := range strings.Split(report.Short(s.Guide, a, true), "\n") {
				s.out.para(line)
			}
			continue
		case startAgain:
			s.again()
			return nil
		case sayWhy:
			s.out.para("Type why and one of: " + strings.Join(s.therapies(), ", ") + ".")
			continue
		}
		if id, ok := argument(line, "read"); ok {
			s.readPage(id)
			continue
		}
		if id, ok := argument(line, "why", "w"); ok {
			s.explain(a, id)
			continue
		}
		s.notHere(line, wantResult, "read", "why", "short", "result", "review", "again", "quit")
	}
}

const wantResult = "Type read and a name to read about an approach, such as read swedish; why and a name for your own reasons; result for the whole result with its sources; short for the result in a few lines; review to change an answer; again to start over; or quit."

// explain tells why a therapy stands where it does.
func (s *session) explain(a guide.Assessment, words string) {
	id := s.named(words, s.therapies(), func(id string) string { return s.Guide.Therapy(id).Name })
	for i := range a.Matches {
		if a.Matches[i].Therapy.ID == id {
			s.out.blank()
			s.out.verbatim(report.Explain(s.Guide, a, &a.Matches[i]).Text(s.out.width))
			s.out.blank()
			return
		}
	}
	s.out.para(s.stray(words, s.therapies(), "Type why and one of: "+strings.Join(s.therapies(), ", ")+"."))
}

// readPage reads a page out, or lists the pages.
func (s *session) readPage(words string) {
	var pages []string
	for i := range s.Library.Pages {
		pages = append(pages, s.Library.Pages[i].ID)
	}
	if words == "" {
		for i := range s.Library.Pages {
			p := &s.Library.Pages[i]
			s.out.hang("- ", p.ID+": "+p.Title+". "+p.Summary)
		}
		s.out.para("Type read and one of these names.")
		return
	}
	p := s.Library.Page(s.named(words, pages, func(id string) string { return s.Library.Page(id).Title }))
	if p == nil {
		s.out.para(s.stray(words, pages, "Type read alone for the list of pages."))
		return
	}
	s.out.blank()
	s.out.page(s.Library.Document(p))
	s.out.blank()
}

// named is the one of these whose ID or title the words are, or begin; "" when there is none, or more than one.
func (s *session) named(words string, ids []string, title func(string) string) string {
	words = plainly(words)
	found, count := "", 0
	for _, id := range ids {
		name, t := plainly(id), plainly(title(id))
		if words != "" && (words == name || words == t) {
			return id
		}
		if words != "" && (strings.HasPrefix(name, words) || strings.HasPrefix(t, words)) {
			found = id
			count++
		}
	}
	if count == 1 {
		return found
	}
	return ""
}
