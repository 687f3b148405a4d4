// Package page turns Markdown into rows for the screen, once for each width and theme, and knows what can be found and
// followed in them. The library and the result both read with it.
//
// Glamour reads and styles the words. It is given every paragraph as one line and no width, and what it returns is laid out
// here: Glamour's own wrapping pads each row with styled blanks, breaks the rows of lists and quotations twice, and takes
// most of its time.
package page

import (
	"regexp"
	"strings"

	"knead/content"
	"knead/ui/frame"
	"knead/ui/theme"
)

// Page is a text as it stands on the screen: rows of finished text, and what can be found or followed in them.
type Page struct {
	Key      Key
	Rows     []string // styled
	Plain    []string // the same without escapes, in lower case, for finding
	Sections []Section
	Links    []Link
}

// Key is what a rendering depends on, and nothing else: which text, how wide, in which theme.
type Key struct {
	ID      string
	Width   int
	Theme   theme.Name
	Colours int // that the terminal has
}

// Section is a heading and the row it stands on.
type Section struct {
	Title string
	Row   int
}

// Link is a piece of a row, columns [From, To), that leads to another page. One that was broken into two rows is two, the
// second of which GoesOn.
type Link struct {
	Row, From, To int
	Target        string
	GoesOn        bool
}

// Render makes a page of Markdown whose citations are numbered already. urls are the addresses of the notes, from number 1;
// nil where the terminal must not be given hyperlinks. It takes milliseconds: call it in a command. Text that Glamour
// cannot render is shown as it is written.
func Render(key Key, source string, urls []string, t *theme.Theme) Page {
	d := Page{Key: key}
	w := writer{page: &d, theme: t, urls: urls}
	blocks := read(strings.Map(notOurs, source), t.Signs)
	for i := range blocks {
		if b := &blocks[i]; !b.verbatim {
			b.text, w.targets = markLinks(b.text, w.targets)
		}
	}
	style(blocks, t)
	for i := range blocks {
		w.block(&blocks[i])
	}
	return d
}

// Characters for private use that carry marks through Glamour. A page that holds them loses them.
const (
	start     = '\uE000' // of a paragraph
	linkOpen  = '\uE001'
	linkClose = '\uE002'
	noLink    = '\uE003' // within an address, so that Glamour leaves it alone
)

func notOurs(r rune) rune {
	if r >= start && r <= noLink {
		return -1
	}
	return r
}

var markdownLink = regexp.MustCompile(`\[([^\]@][^\]]*)\]\(([^)\s]+)\)`)

// markLinks puts marks around the words of links, and adds where they lead. A link to an address becomes its words.
func markLinks(text string, targets []string) (string, []string) {
	if !strings.Contains(text, "](") {
		return text, targets
	}
	text = markdownLink.ReplaceAllStringFunc(text, func(m string) string {
		parts := markdownLink.FindStringSubmatch(m)
		if strings.Contains(parts[2], "://") {
			return parts[1]
		}
		targets = append(targets, parts[2])
		return string(linkOpen) + parts[1] + string(linkClose)
	})
	return text, targets
}

// style has Glamour set the words of all blocks in one go, a line for each.
func style(blocks []block, t *theme.Theme) {
	var b strings.Builder
	asked := make([]*block, 0, len(blocks))
	for i := range blocks {
		if blocks[i].verbatim {
			continue
		}
		asked = append(asked, &blocks[i])
		b.WriteString(strings.Repeat("#", blocks[i].level))
		if blocks[i].level > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(start)
		if blocks[i].level == 0 {
			b.WriteByte(' ') // or Markdown would not see emphasis behind it
		}
		b.WriteString(strings.ReplaceAll(blocks[i].text, "://", ":"+string(noLink)+"//"))
		b.WriteString("\n\n")
	}
	out, err := t.Markdown(b.String(), 0)
	var lines []string
	for line := range strings.SplitSeq(out, "\n") {
		if before, after, ok := strings.Cut(line, string(start)); ok {
			line = strings.TrimLeft(before, " ") + strings.TrimLeft(after, " ")
			lines = append(lines, strings.ReplaceAll(line, string(noLink), ""))
		}
	}
	if err != nil || len(lines) != len(asked) {
		for _, x := range asked {
			x.text = content.Unmark(x.text)
		}
		return
	}
	for i, x := range asked {
		x.text = hyperlink.ReplaceAllString(lines[i], "")
	}
}

// hyperlink is a link that Glamour made: it does so whatever the terminal is.
var hyperlink = regexp.MustCompile(`\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)`)

// wrap breaks styled text into rows of at most a width; there is one even where there are no words.
func wrap(s string, width int) []string {
	if s == "" {
		return []string{""}
	}
	return frame.Wrap(s, width)
}
