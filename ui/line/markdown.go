package line

import (
	"regexp"
	"strings"
)

// markdown writes the Markdown of a page as plain text: headings alone on a line, lists with their signs, a table as its rows
// one after the other. Emphasis and the targets of links go.
func (p *printer) markdown(text string) {
	for _, block := range strings.Split(text, "\n\n") {
		p.blank()
		var head []string
		lead, words := "", ""
		flush := func() {
			if words != "" {
				p.hang(lead, unmark(words))
			}
			lead, words = "", ""
		}
		for _, line := range strings.Split(block, "\n") {
			switch {
			case strings.HasPrefix(line, "#"):
				flush()
				words = strings.TrimLeft(line, "# ")
				flush()
			case strings.HasPrefix(strings.TrimSpace(line), "|"):
				flush()
				cells := cells(line)
				switch {
				case divider(line):
				case head == nil:
					head = cells
				default:
					p.row(head, cells)
				}
			case item(line) > 0:
				flush()
				at := item(line)
				lead, words = strings.TrimRight(line[:at], " ")+" ", unmark(line[at:])
			default:
				words = strings.TrimSpace(words + " " + strings.TrimLeft(line, "> "))
			}
		}
		flush()
	}
}

// item is where the words of a list item begin; 0 when the line is none.
func item(line string) int {
	at := len(line) - len(strings.TrimLeft(line, " "))
	rest := line[at:]
	if strings.HasPrefix(rest, "- ") {
		return at + 2
	}
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if n > 0 && strings.HasPrefix(rest[n:], ". ") {
		return at + n + 2
	}
	return 0
}

func cells(line string) []string {
	var out []string
	for _, c := range strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|") {
		out = append(out, unmark(strings.TrimSpace(c)))
	}
	return out
}

func divider(line string) bool { return strings.Trim(line, "|-: ") == "" }

// row writes a row of a table, each cell behind the head of its column.
func (p *printer) row(head, row []string) {
	for i, c := range row {
		lead := "- "
		if i > 0 {
			lead = "  "
		}
		if i < len(head) && head[i] != "" {
			c = titled(head[i]) + " " + c
		}
		p.hang(lead, c)
	}
}

// link is a link to a page or an address; its text stays.
var link = regexp.MustCompile(`\[([^\]]+)\]\([^)\s]*\)`)

// unmark takes emphasis and links out of a block's words; a link may have run over the end of a line. The numbers of its notes stay.
func unmark(s string) string {
	return strings.NewReplacer("**", "", "*", "", "`", "").Replace(link.ReplaceAllString(s, "$1"))
}
