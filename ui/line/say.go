package line

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// want says in one line how the question is answered.
func (s *session) want(q guide.Asked) string {
	switch q.Kind {
	case knowledge.Scale:
		low, high := q.Range()
		return fmt.Sprintf("Type a number from %d to %d, or unsure.", low, high)
	case knowledge.One:
		return "Type the number of one answer, or unsure."
	}
	a := s.walk.Answers()[q.ID]
	switch {
	case chosen(q, a):
		return "Type keep to continue, or add, drop or only with numbers."
	case len(a.Open) > 0:
		return "Type the numbers of what else fits, or none for none of the others."
	}
	return "Type the numbers of all that fit, such as 1,3; or none; or unsure."
}

// why says why the question is asked, and what "not sure" does.
func (s *session) why(q guide.Asked) {
	s.out.para("Why this is asked: " + q.Why)
	if q.Unsure != "" {
		s.out.para("Not sure? " + q.Unsure)
	}
	for _, id := range q.Sources {
		if source := s.Guide.Source(id); source != nil {
			s.out.para("Source: " + source.Cite())
		}
	}
	s.out.para(s.want(q))
}

// help says what can be typed.
func (s *session) help(q guide.Asked) {
	p := s.out
	item := func(words string) { p.hang("- ", words) }
	p.para("What you can type here:")
	switch q.Kind {
	case knowledge.Scale:
		item("A number of the scale, such as 4.")
	case knowledge.One:
		item("The number of an answer, or its name or first words; also an age or a time, such as 45 or 3 weeks.")
	default:
		item("The number of an answer, or its first words; several as 1 3 7 or 1, 3, 7.")
		item("none, n, or no: none of these.")
		item("?3 or 3?: not sure of answer 3. It stays open, and the other numbers work as usual: 1 4 ?3, or none ?3.")
		item("add 2, drop 2, only 2: change the answer that you gave before.")
	}
	if q.Role == knowledge.RolePlace {
		item("A place of the body by its name, with its side: left shoulder.")
	}
	item("unsure or u, or I don't know: not sure of the whole question.")
	if s.Guide.Searched(q.ID) {
		item("find and a word: an illness or a medicine, such as find apixaban.")
	}
	item("keep or k: leave the answer that you gave before.")
	item("back or b: the question before. Nothing is lost.")
	item("why or w: why this is asked.")
	item("list or l: the answers once more.")
	item("review or r: your answers so far; then change 2 goes to line 2.")
	item("quit or q: leave.")
	p.para("An empty line is ignored.")
}

// stray says that these words are not an answer, and what would be one.
func (s *session) stray(words string, names []string, want string) string {
	problem := "“" + clip(words) + "” is not an answer here"
	near := nearest(words, names)
	if near == "" {
		return problem + ". " + want
	}
	s.offer = near
	return problem + ". Did you mean " + near + "? Type yes or no."
}

// nearest is the word that a slip or two keep from what was typed; "" when none is near.
func nearest(typed string, all []string) string {
	typed = plainly(typed)
	best, distance := "", 2+len(typed)/6
	for _, w := range all {
		if d, ok := guide.Slips(typed, plainly(w)); ok && d > 0 && d < distance && len(typed) >= leastLetters {
			best, distance = w, d
		}
	}
	return best
}

// clip shortens what was typed to what is worth repeating.
func clip(words string) string {
	r := []rune(document.Clean(words))
	if len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return string(r)
}

// sentence begins words with a capital, and ends them with a full stop where they have no end.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(words)
	words = string(unicode.ToUpper(r)) + words[n:]
	if last, _ := utf8.DecodeLastRuneInString(words); strings.ContainsRune(".!?…", last) {
		return words
	}
	return words + "."
}
