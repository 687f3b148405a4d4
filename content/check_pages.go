package content

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"knead/guide"
	"knead/guide/document"
)

// The sections of a therapy's page, in their order, by depth.
var outline = map[string][]string{
	"full": {
		"What it is", "What a session is like", "What can be unpleasant or go wrong", whoShouldNot, "What it is used for",
		research, "What is often said, and what was found", "How many sessions, and afterwards", "How to choose a practitioner",
	},
	"short": {"What it is", "What can be unpleasant or go wrong", whoShouldNot, research, "How to try it"},
}

const (
	whoShouldNot = "Who should not, or should ask first"
	research     = "What research found"
)

func (l *loader) checkPages() {
	first, marks := map[string]*place{}, newMarks()
	for i := range l.lib.Pages {
		page, p := &l.lib.Pages[i], l.places.pages[i]
		if other := first[page.ID]; other != nil && page.ID != "" {
			l.at(p.field("id"), "the page %s is also in %s", quoted(page.ID), shown(other.file))
		}
		first[page.ID] = p
		l.checkID(p, page.ID)
		if n := utf8.RuneCountInString(page.Summary); n > 100 {
			l.at(p.field("summary"), "the summary has %d characters; the limit is 100", n)
		}
		reviewed := l.day(page.Reviewed, p.field("reviewed"))
		if by := l.day(page.ReviewBy, p.field("review_by")); !by.IsZero() && !reviewed.IsZero() && !by.After(reviewed) {
			l.at(p.field("review_by"), "the next review must come after the last one")
		}
		if l.isTherapyPage(p) {
			if l.therapy(page.ID) == nil {
				l.at(p, "the page has no therapy; write therapies/%s.yaml, or move the page to topics", shown(page.ID))
			}
			if page.Group == "good-to-know" {
				l.at(p.field("group"), "a therapy's page belongs to massages, alternatives or self-help")
			}
			l.checkOutline(i)
		}
		l.checkMarkdown(i, marks)
		l.checkPlaceholders(i, marks)
		l.checkLinks(i)
	}
	l.checkLengths()
}

func (l *loader) isTherapyPage(p *place) bool { return path.Base(path.Dir(p.file)) == "therapies" }

func (l *loader) day(s string, p *place) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil && s != "" {
		l.at(p, "%s is not a date; write it as 2026-11-20", quoted(s))
	}
	return t
}

// checkOutline checks that a therapy's page has exactly the sections of its depth, in their order.
func (l *loader) checkOutline(i int) {
	b, p := &l.bodies[i], l.places.pages[i]
	want := outline[l.lib.Pages[i].Depth]
	if want == nil {
		return // the depth is missing, and was reported
	}
	next := 0
	if first := b.prose.Headings(); len(first) == 0 || first[0].At > 0 || first[0].Level != 2 {
		l.at(b.place(p, 0), "the page must begin with its first section, ## %s", want[0])
	}
	for _, h := range b.prose.Headings() {
		if h.Level != 2 {
			continue
		}
		at, title := b.place(p, h.At), h.Text
		switch found := slices.Index(want, title); {
		case found < 0:
			l.at(at, "the section %s does not belong to a %s page; %s", quoted(title), l.lib.Pages[i].Depth, guide.Nearest(title, want))
		case found < next:
			l.at(at, "the section %s is repeated or too late; after %s comes %s", quoted(title), quoted(want[next-1]), following(want, next))
		default:
			for _, missing := range want[next:found] {
				l.at(at, "the section %s is missing before this one", quoted(missing))
			}
			next = found + 1
		}
	}
	for _, missing := range want[next:] {
		l.at(b.place(p, len(b.text)), "the section %s is missing", quoted(missing))
	}
}

func following(want []string, next int) string {
	if next < len(want) {
		return quoted(want[next])
	}
	return "nothing more"
}

// checkLengths compares the therapies' pages of one depth: equal detail for each.
func (l *loader) checkLengths() {
	words := map[string][]int{}
	for i := range l.bodies {
		if l.isTherapyPage(l.places.pages[i]) {
			depth := l.lib.Pages[i].Depth
			words[depth] = append(words[depth], len(strings.Fields(l.bodies[i].text)))
		}
	}
	for i := range l.bodies {
		p := l.places.pages[i]
		all := slices.Clone(words[l.lib.Pages[i].Depth])
		if !l.isTherapyPage(p) || !l.top(p) || len(all) < 3 {
			continue
		}
		slices.Sort(all)
		median := all[len(all)/2]
		if n := len(strings.Fields(l.bodies[i].text)); n*10 < median*6 || n*10 > median*14 {
			l.at(l.bodies[i].place(p, 0), "the page has %d words; the others of its depth have about %d, and it may have from %d to %d",
				n, median, (median*6+9)/10, median*14/10)
		}
	}
}

// marks are what is looked for in a page's text.
type marks struct{ loose, cites, help, placeholder, tableRule *regexp.Regexp }

func newMarks() marks {
	return marks{
		loose:       regexp.MustCompile(`@[A-Za-z0-9]`),
		cites:       regexp.MustCompile(`^\[@[a-z0-9-]+(;\s+@[a-z0-9-]+)*\]$`),
		help:        regexp.MustCompile(`(?m)^> (\[![a-z]+\] )?\*\*Get help`),
		placeholder: regexp.MustCompile(`\{\{[^}]*\}?\}?`),
		tableRule:   regexp.MustCompile(`^\|( *:?-+:? *\|)+$`),
	}
}

// checkMarkdown refuses what no reader of the page can show: HTML, images, code, other headings, a quotation without a tone.
func (l *loader) checkMarkdown(i int, marks marks) {
	b, p := &l.bodies[i], l.places.pages[i]
	for _, m := range b.prose.Marks {
		at := b.place(p, m.At)
		switch m.Kind {
		case document.HTMLMark:
			l.at(at, "HTML is not allowed in a page")
		case document.ImageMark:
			l.at(at, "images are not allowed in a page")
		case document.CodeMark:
			l.at(at, "code is not allowed in a page")
		case document.CitationMark:
			if words := b.text[m.At:m.End]; !marks.cites.MatchString(words) {
				l.at(at, "the citation %s is not written as [@key] or [@key; @key]", quoted(words))
			}
		case document.HeadingMark:
			if m.Level == 1 || m.Level > 3 {
				l.at(at, "sections begin with ## or ###, not with %s", strings.Repeat("#", m.Level))
			}
		case document.CalloutMark:
			l.checkTone(m.Text, at)
		case document.LinkMark:
		}
	}
	for _, m := range marks.help.FindAllStringIndex(b.text, -1) {
		l.at(b.place(p, m[0]), "what needs help comes from the rules; write {{get-help danger/sign}} instead, with signs of dangers.yaml")
	}
	for _, m := range marks.loose.FindAllStringIndex(b.text, -1) {
		if !slices.ContainsFunc(b.prose.Marks, func(c document.Mark) bool {
			return c.Kind == document.CitationMark && c.At <= m[0] && m[0] < c.End
		}) {
			l.at(b.place(p, m[0]), "write a citation in brackets: [@key]")
		}
	}
	l.checkTables(b, p, marks)
}

// checkTone checks that a quotation declares its tone.
func (l *loader) checkTone(name string, at *place) {
	tones := slices.Sorted(maps.Keys(document.Tones()))
	switch {
	case name == "":
		l.at(at, "a quotation begins with its tone, as in > [!note]; the tones are %s", strings.Join(tones, ", "))
	case document.Tones()[name] == document.Plain:
		l.at(at, "unknown tone %s; %s", quoted(name), guide.Nearest(name, tones))
	}
}

// checkTables checks how the rows of tables are written: a row that is not written so is shown as other words.
func (l *loader) checkTables(b *body, p *place, marks marks) {
	at, row := 0, 0
	for text := range strings.SplitSeq(b.text, "\n") {
		place := func() *place { return b.place(p, at) }
		if !strings.HasPrefix(text, "|") {
			row, at = 0, at+len(text)+1
			continue
		}
		switch cells := strings.Count(text, "|") - 1; {
		case !strings.HasSuffix(strings.TrimSpace(text), "|"):
			l.at(place(), "a table's row ends in |")
		case cells != 2:
			l.at(place(), "a table has two columns, this row %d", cells)
		case row == 1 && !marks.tableRule.MatchString(strings.TrimSpace(text)):
			l.at(place(), "a table's second row is |---|---|, below the heads of its columns")
		}
		row, at = row+1, at+len(text)+1
	}
}

// checkPlaceholders checks that what the rules say is put where readers expect it.
func (l *loader) checkPlaceholders(i int, marks marks) {
	b, p, page := &l.bodies[i], l.places.pages[i], &l.lib.Pages[i]
	for _, m := range marks.placeholder.FindAllStringIndex(b.text, -1) {
		mark := b.text[m[0]:m[1]]
		start := strings.LastIndexByte(b.text[:m[0]], '\n') + 1
		whole, _, _ := strings.Cut(b.text[start:], "\n")
		signs := strings.HasPrefix(mark, signsHere) || strings.HasPrefix(mark, getHelpHere)
		studied := strings.HasPrefix(mark, studiedHere)
		switch {
		case studied && whole == mark:
			if problem := l.checkStudied(mark); problem != "" {
				l.at(b.place(p, m[0]), "%s", problem)
			}
		case signs && whole == mark:
			if problem := l.checkSignPlaceholder(mark); problem != "" {
				l.at(b.place(p, m[0]), "%s", problem)
			}
		case signs || studied:
			l.at(b.place(p, m[0]), "%s must be alone on its line", mark)
		case mark != verdictsHere && mark != evidenceHere && mark != sourcesHere:
			l.at(b.place(p, m[0]), "%s is not a placeholder; use %s, %s, %s, %spattern%s, %slevel%s, or %sdanger/sign%s",
				quoted(mark), verdictsHere, evidenceHere, sourcesHere, studiedHere, placeEnd, signsHere, placeEnd, getHelpHere, placeEnd)
		case mark == sourcesHere && l.isTherapyPage(p):
			l.at(b.place(p, m[0]), "%s belongs in pages of topics only", mark)
		case mark != sourcesHere && !l.isTherapyPage(p):
			l.at(b.place(p, m[0]), "%s belongs in pages of therapies only", mark)
		case whole != mark:
			l.at(b.place(p, m[0]), "%s must be alone on its line", mark)
		}
	}
	if !l.isTherapyPage(p) {
		return
	}
	for _, s := range []struct{ title, mark string }{{whoShouldNot, verdictsHere}, {research, evidenceHere}} {
		if s.mark == evidenceHere && page.Depth != "short" {
			continue
		}
		n := 0
		for _, section := range b.prose.Sections {
			for _, t := range document.Texts(section.Blocks) {
				if section.Title == s.title {
					n += strings.Count(t.Words, s.mark)
				}
			}
		}
		if n != 1 || strings.Count(b.text, s.mark) != 1 {
			l.at(b.place(p, 0), "%s must appear once, in the section %s", s.mark, quoted(s.title))
		}
	}
}

// checkLinks checks that every link leads to a page and a section that exist.
func (l *loader) checkLinks(i int) {
	b, p := &l.bodies[i], l.places.pages[i]
	var ids []string
	for j := range l.lib.Pages {
		ids = append(ids, l.lib.Pages[j].ID)
	}
	for _, m := range b.prose.Marks {
		if m.Kind != document.LinkMark {
			continue
		}
		at, target := b.place(p, m.At), m.Text
		id, section, has := strings.Cut(target, "#")
		if id == "" && has {
			id = l.lib.Pages[i].ID
		}
		to := slices.Index(ids, id)
		if to < 0 {
			switch {
			case strings.Contains(target, "://"):
				l.at(at, "a page links to pages only; write the address into sources.yaml, and cite it")
			case !l.broken["topics/"+id+".md"] && !l.broken["therapies/"+id+".md"]:
				l.at(at, "%s is not a page; %s", quoted(id), guide.Nearest(id, ids))
			}
			continue
		}
		if !has {
			continue
		}
		var anchors []string
		for _, h := range l.bodies[to].prose.Headings() {
			anchors = append(anchors, document.Anchor(h.Text))
		}
		if len(anchors) == 0 {
			l.at(at, "the page %s has no sections", id)
		} else if !slices.Contains(anchors, section) {
			l.at(at, "the page %s has no section %s; %s", id, quoted(section), guide.Nearest(section, anchors))
		}
	}
}
