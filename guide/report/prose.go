package report

import (
	"html"
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
)

// Prose is running text in the Markdown that pages of the library are written in: paragraphs, lists, tables of two columns,
// quotes that stand out, bold words, links between pages, and citations as [@key].
type Prose struct{ Markdown string }

func (Prose) block() {}

// Chapter is a headed part of a page of the library.
type Chapter struct{ ID, Title, Markdown string }

// Explainer is a page of the library as a document, to be printed. What was reviewed when stands at the end.
func Explainer(g *guide.Guide, title, summary string, chapters []Chapter, reviewed string) Document {
	d := Document{Title: Clean(title), Purpose: Purpose}
	for i, c := range chapters {
		s := Section{ID: c.ID, Title: Clean(c.Title)}
		if s.ID == "" {
			s.ID = "page"
		}
		if i == 0 && summary != "" {
			s.Blocks = append(s.Blocks, Paragraph{Text: Text{Words: sentence(summary)}, Lead: true})
		}
		d.Sections = append(d.Sections, Section{ID: s.ID, Title: s.Title, Blocks: append(s.Blocks, Prose{c.Markdown})})
	}
	if n := len(d.Sections); n > 0 && reviewed != "" {
		d.Sections[n-1].Blocks = append(d.Sections[n-1].Blocks, Paragraph{Text: Text{Words: sentence(reviewed)}})
	}
	d.Sources = cite(g, d.Sections)
	return d
}

var (
	citation = regexp.MustCompile(`\s*\[@[^\]]*\]`)
	pageLink = regexp.MustCompile(`\[([^\]@][^\]]*)\]\(([^)\s]*)\)`)
	strong   = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	numbered = regexp.MustCompile(`^\d+\.\s+`)
)

// sources are those that the text cites, in order, each once.
func (p Prose) sources() []string {
	var ids []string
	for _, mark := range citation.FindAllString(p.Markdown, -1) {
		ids = union(ids, citedIn(mark))
	}
	return ids
}

func citedIn(mark string) []string {
	var ids []string
	for _, id := range strings.Split(strings.Trim(strings.TrimSpace(mark), "[]"), ";") {
		ids = append(ids, strings.TrimPrefix(strings.TrimSpace(id), "@"))
	}
	return ids
}

// withMarks puts numbers in the place of the citations.
func withMarks(words string, numbers map[string]int) string {
	return citation.ReplaceAllStringFunc(words, func(mark string) string { return marks(Text{Sources: citedIn(mark)}, numbers) })
}

// markdown is the text as it was written, with numbers for citations.
func (p Prose) markdown(numbers map[string]int) string {
	return withMarks(CleanLines(p.Markdown), numbers)
}

// plain is the text in paragraphs, without markup.
func (p Prose) plain(numbers map[string]int) []string {
	var out []string
	for _, b := range p.blocks() {
		for _, line := range b.lines {
			line = strong.ReplaceAllString(pageLink.ReplaceAllString(withMarks(line, numbers), "$1"), "$1")
			if b.kind == "ul" || b.kind == "ol" {
				line = "- " + line
			}
			out = append(out, line)
		}
	}
	return out
}

// proseBlock is a paragraph, a list, a quote, or a table; a line of it is an item or a row.
type proseBlock struct {
	kind  string // p, ul, ol, quote, table, h3
	lines []string
}

func (p Prose) blocks() []proseBlock {
	var out []proseBlock
	fresh := true // the line before was empty
	for line := range strings.Lines(CleanLines(p.Markdown)) {
		line = strings.TrimRight(line, "\n ")
		kind, words := kindOfLine(line)
		last := len(out) - 1
		switch {
		case words == "":
			fresh = true
			continue
		case kind == "p" && last >= 0 && (!fresh || strings.HasPrefix(line, "  ") && out[last].kind != "table"): // a line goes on
			end := len(out[last].lines) - 1
			out[last].lines[end] += " " + words
		case kind == "quote" && last >= 0 && out[last].kind == "quote" && !fresh:
			out[last].lines[0] += " " + words
		case last >= 0 && out[last].kind == kind && kind != "p" && kind != "quote" && kind != "h3":
			out[last].lines = append(out[last].lines, words)
		default:
			out = append(out, proseBlock{kind, []string{words}})
		}
		fresh = false
	}
	return out
}

func kindOfLine(line string) (kind, words string) {
	switch {
	case strings.HasPrefix(line, "- "):
		return "ul", strings.TrimSpace(line[2:])
	case numbered.MatchString(line):
		return "ol", strings.TrimSpace(numbered.ReplaceAllString(line, ""))
	case strings.HasPrefix(line, ">"):
		return "quote", strings.TrimSpace(line[1:])
	case strings.HasPrefix(line, "|"):
		return "table", strings.TrimSpace(line)
	case strings.HasPrefix(line, "### "):
		return "h3", strings.TrimSpace(line[4:])
	}
	return "p", strings.TrimSpace(line)
}

// html renders the text; every word of it is escaped.
func (p Prose) html(numbers map[string]int) template.HTML {
	var b strings.Builder
	inline := func(words string) string { return inlineHTML(words, numbers) }
	for _, x := range p.blocks() {
		switch x.kind {
		case "ul", "ol":
			b.WriteString("\n<" + x.kind + ">")
			for _, item := range x.lines {
				b.WriteString("\n<li>" + inline(item) + "</li>")
			}
			b.WriteString("\n</" + x.kind + ">")
		case "quote":
			b.WriteString("\n<div class=\"callout " + string(toneOfWords(x.lines[0])) + "\"><p>" + inline(x.lines[0]) + "</p></div>")
		case "table":
			tableHTML(&b, x.lines, inline)
		default:
			for _, words := range x.lines {
				b.WriteString("\n<" + x.kind + ">" + inline(words) + "</" + x.kind + ">")
			}
		}
	}
	return template.HTML(b.String()) //nolint:gosec // inlineHTML escapes
}

func tableHTML(b *strings.Builder, rows []string, inline func(string) string) {
	for i, row := range rows {
		first, second, _ := strings.Cut(strings.Trim(row, "|"), "|")
		first, second = inline(strings.TrimSpace(first)), inline(strings.TrimSpace(second))
		switch i {
		case 0:
			b.WriteString("\n<table>\n<thead><tr><th scope=\"col\">" + first + "</th><th scope=\"col\">" + second + "</th></tr></thead>\n<tbody>")
		case 1: // the rule below the heads
		default:
			b.WriteString("\n<tr><th scope=\"row\">" + first + "</th><td>" + second + "</td></tr>")
		}
	}
	b.WriteString("\n</tbody>\n</table>")
}

// inlineHTML renders words of a line. A link to another page leads nowhere on paper: its words are left.
func inlineHTML(words string, numbers map[string]int) string {
	words = html.EscapeString(words)
	words = citation.ReplaceAllStringFunc(words, func(mark string) string {
		var out strings.Builder
		for _, n := range cited(Text{Sources: citedIn(mark)}, numbers) {
			number := strconv.Itoa(n)
			out.WriteString(` <a class="mark" href="#source-` + number + `">[` + number + `]</a>`)
		}
		return out.String()
	})
	words = pageLink.ReplaceAllStringFunc(words, func(link string) string {
		parts := pageLink.FindStringSubmatch(link)
		if strings.HasPrefix(parts[2], "#") {
			return `<a href="` + parts[2] + `">` + parts[1] + `</a>`
		}
		return parts[1]
	})
	return strong.ReplaceAllString(words, "<b>$1</b>")
}

// toneOfWords is how alarming a quote is, by the words it begins with.
func toneOfWords(words string) Tone {
	words = strings.TrimPrefix(words, "**")
	for _, t := range []struct {
		lead string
		tone Tone
	}{{"Get help", UrgentTone}, {"Not for you", UrgentTone}, {"Ask first", Ask}, {"With care", Careful}} {
		if strings.HasPrefix(words, t.lead) {
			return t.tone
		}
	}
	return Good
}

// holds reports whether a document has a block of this kind.
func (d Document) holds(is func(Block) bool) bool {
	return slices.ContainsFunc(d.Sections, func(s Section) bool { return slices.ContainsFunc(s.Blocks, is) })
}
