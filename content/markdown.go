package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Section is a part of a page: from one heading to the next.
type Section struct {
	ID    string // what links call it: see Anchor
	Title string // "" for the text above the first heading
	Level int    // 2 or 3; 0 for the text above the first heading
	Body  string // Markdown, without the heading
}

// Sections takes a page's text apart at its headings.
func Sections(markdown string) []Section {
	var out []Section
	var lines []string
	var s Section
	end := func() {
		if s.Body = strings.Trim(strings.Join(lines, "\n"), "\n"); s.Title != "" || s.Body != "" {
			out = append(out, s)
		}
		lines = nil
	}
	for _, line := range strings.Split(markdown, "\n") {
		level, title := heading(line)
		if level == 0 {
			lines = append(lines, line)
			continue
		}
		end()
		s = Section{ID: Anchor(title), Title: title, Level: level}
	}
	end()
	return out
}

// heading reads a line as a heading; level 0 when it is none.
func heading(line string) (level int, title string) {
	rest := strings.TrimLeft(line, "#")
	if level = len(line) - len(rest); level == 0 || !strings.HasPrefix(rest, " ") {
		return 0, ""
	}
	return level, strings.TrimSpace(rest)
}

// Anchor is the name that links use for a section: its title in lower case, without punctuation, "-" for blanks.
func Anchor(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		}
	}
	return b.String()
}

// citation matches "[@a]" and "[@a; @b]", link matches "[text](target)".
var (
	citation = regexp.MustCompile(`\[@[^\]]*\]`)
	link     = regexp.MustCompile(`\[([^\]@][^\]]*)\]\(([^)\s]*)\)`)
)

// cited returns the sources that a citation names.
func cited(mark string) []string {
	var ids []string
	for _, id := range strings.Split(strings.Trim(mark, "[]"), ";") {
		ids = append(ids, strings.TrimPrefix(strings.TrimSpace(id), "@"))
	}
	return ids
}

// Notes turns the citations of a page's text into numbered notes, "[1]" or "[1, 2]", and returns the sources in the order of
// their numbers.
func Notes(markdown string) (text string, sources []string) {
	numbers := map[string]int{}
	text = citation.ReplaceAllStringFunc(markdown, func(mark string) string {
		var notes []string
		for _, id := range cited(mark) {
			if numbers[id] == 0 {
				sources = append(sources, id)
				numbers[id] = len(sources)
			}
			notes = append(notes, strconv.Itoa(numbers[id]))
		}
		return "[" + strings.Join(notes, ", ") + "]"
	})
	return text, sources
}

// cite is the citation of these sources, after a blank; nothing for none.
func cite(sources []string) string {
	if len(sources) == 0 {
		return ""
	}
	return fmt.Sprintf(" [@%s]", strings.Join(sources, "; @"))
}
