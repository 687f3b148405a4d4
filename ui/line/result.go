package line

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
)

// stop prints what to do now. It offers only a look at the answers, because nothing else should be read first.
func (s *session) stop(ctx context.Context) error {
	s.told, s.page, s.before = Stopped, "", nil
	a := s.Guide.Assess(s.walk.Answers())
	s.out.blank()
	s.out.verbatim(report.New(s.Guide, a, nil).Said(s.out.width))
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

// result prints the short result, and then any part that the person asks for, such as the full result.
func (s *session) result(ctx context.Context) error {
	a := s.Guide.Assess(s.walk.Answers())
	s.told = Finished
	s.out.blank()
	s.out.verbatim(report.First(s.Guide, a).Said(s.out.width))
	whole := report.New(s.Guide, a, s.Guide.Changes(a.Answers))
	parts := partsOf(whole)
	s.menu(parts)
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
		case sayResult:
			s.out.verbatim(whole.Said(s.out.width))
			continue
		case sayList:
			s.menu(parts)
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
		if at, ok := digits(strings.TrimRight(line, ".)")); ok && at >= 1 && at <= len(parts) {
			s.out.blank()
			s.out.verbatim(parts[at-1].Said(s.out.width))
			s.out.blank()
			s.out.para("Type another number, list for the list, or quit.")
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

const wantResult = "Type a number to hear that part; read and a name to read about an approach, such as read swedish; why and a name for your own reasons; result for everything with its sources; short for the result in a few lines; review to change an answer; again to start over; or quit."

// partsOf returns the parts of a result that can be asked for, each as a separate document. The part that is printed first is
// left out. The sources come last, because they would only be in the way in the other parts.
func partsOf(whole document.Document) []document.Document {
	var out []document.Document
	for _, section := range whole.Sections {
		if section.Title != "" && !section.First {
			out = append(out, document.Document{Title: section.Title, Sections: []document.Section{{ID: section.ID, Blocks: section.Blocks}}})
		}
	}
	if len(whole.Sources) > 0 {
		out = append(out, document.Document{Title: document.SourcesTitle, Sections: []document.Section{{Blocks: []document.Block{sourceList(whole.Sources)}}}})
	}
	return out
}

func sourceList(sources []document.Source) document.List {
	list := document.List{First: 1}
	for _, x := range sources {
		list.Items = append(list.Items, document.Item{Text: document.Text{Words: strings.TrimSpace(x.Cite() + " " + x.URL)}})
	}
	return list
}

// menu lists the parts by number.
func (s *session) menu(parts []document.Document) {
	s.out.blank()
	s.out.para("There is more:")
	width := len(strconv.Itoa(len(parts)))
	for i, part := range parts {
		s.out.hang(fmt.Sprintf("%*d. ", width, i+1), part.Title)
	}
	s.out.para(wantResult)
}

// explain prints the reasons for a therapy's place in the result.
func (s *session) explain(a guide.Assessment, words string) {
	id := s.named(words, s.therapies(), func(id string) string { return s.Guide.Therapy(id).Name })
	for i := range a.Matches {
		if a.Matches[i].Therapy.ID == id {
			s.out.blank()
			s.out.verbatim(report.Explain(s.Guide, a, &a.Matches[i]).Said(s.out.width))
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
