package page

import (
	"regexp"
	"strings"

	"knead/ui/theme"
)

// block is a paragraph, a heading or one item of a list.
type block struct {
	level    int    // of a heading; 0 for none
	quotes   int    // how many quotations it stands in
	lead     string // before its first row: the sign of a list item
	indent   int    // columns before that
	text     string // its words as one line: Markdown first, styled later
	gap      bool   // a blank row stands before it
	verbatim bool   // its words are no Markdown
}

var item = regexp.MustCompile(`^( *)([-*]|\d{1,3}[.)]) +(.*)$`)

// read takes Markdown apart into blocks: headings, paragraphs, lists, quotations, and tables of two columns. The sources at
// the end are titles and addresses, and no Markdown.
func read(source string, s theme.Signs) []block {
	var blocks []block
	var open *block // the block that a further line belongs to
	gap, head, quotes, sources := false, false, 0, false
	add := func(b block) {
		b.quotes, b.verbatim = quotes, sources && b.level == 0
		if n := len(blocks); n > 0 {
			b.gap = (gap || b.level > 0) && blocks[n-1].level < 2 || quotes != blocks[n-1].quotes
		}
		if b.verbatim {
			b.text = plain(b.text)
		}
		blocks = append(blocks, b)
		open, gap = &blocks[len(blocks)-1], false
	}
	for line := range strings.SplitSeq(source, "\n") {
		depth := 0
		for rest := line; ; depth++ {
			if !strings.HasPrefix(rest, ">") {
				line = rest
				break
			}
			rest = strings.TrimPrefix(rest[1:], " ")
		}
		if depth != quotes {
			open, quotes = nil, depth
		}
		words := strings.TrimSpace(line)
		isRow := strings.HasPrefix(words, "|")
		if !isRow {
			head = false
		}
		switch m := item.FindStringSubmatch(line); {
		case words == "":
			open, gap = nil, true
		case level(words) > 0:
			sources = words == "## Sources"
			add(block{level: level(words), text: strings.TrimSpace(strings.TrimLeft(words, "#"))})
			open = nil
		case isRow && !head:
			head, open = true, nil // the head of a table: its rows say it themselves
		case isRow:
			for _, b := range row(words, s) {
				add(b)
			}
			open = nil
		case m != nil:
			lead := s.Bullet + " "
			if strings.Trim(m[2], "-*") != "" {
				lead = m[2] + " "
			}
			add(block{lead: lead, indent: len(m[1]), text: m[3]})
		case open != nil:
			open.text += " " + words
		default:
			add(block{text: words})
		}
	}
	return blocks
}

// level is the level of a heading; 0 where a line is none.
func level(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n > 6 || !strings.HasPrefix(line[n:], " ") {
		return 0
	}
	return n
}

// row turns a row of a two-column table into "what is said" and "→ what was found": a column of 72 has no room for two.
func row(line string, s theme.Signs) []block {
	cells := strings.Split(strings.Trim(line, "|"), "|")
	if len(cells) < 2 || strings.Trim(line, "|-: ") == "" {
		return nil
	}
	term := "**" + strings.Trim(strings.TrimSpace(cells[0]), "*") + "**"
	return []block{
		{lead: s.Bullet + " ", text: term},
		{lead: s.Arrow + " ", indent: 2, text: strings.TrimSpace(strings.Join(cells[1:], ","))},
	}
}

var (
	escaped = regexp.MustCompile(`\\([[:punct:]])`)
	address = regexp.MustCompile(`<(https?://[^>\s]*)>`)
)

// plain takes back what was done to keep words from being Markdown.
func plain(s string) string {
	return escaped.ReplaceAllString(address.ReplaceAllString(s, "$1"), "$1")
}
