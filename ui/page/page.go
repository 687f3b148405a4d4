// Package page turns Markdown into rows for the screen, once for each width and theme, and knows what can be found and
// followed in them. The library and the result both read with it.
package page

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/content"
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
	ID    string
	Width int
	Theme theme.Name
}

// Section is a heading and the row it stands on.
type Section struct {
	Title string
	Row   int
}

// Link is a piece of a row, columns [From, To), that leads to another page.
type Link struct {
	Row, From, To int
	Target        string
}

// Marks around a link while Glamour wraps the text: private-use characters, one column each, taken out again afterwards.
const (
	linkOpen  = '\uE000'
	linkClose = '\uE001'
)

var (
	markdownLink = regexp.MustCompile(`\[([^\]@][^\]]*)\]\(([^)]+)\)`)
	noteNumber   = regexp.MustCompile(`\[(\d+)\]`)
)

// Render makes a page of Markdown whose citations are numbered already. urls are the addresses of the notes, from number 1;
// nil where the terminal must not be given hyperlinks. It takes milliseconds: call it in a command. Text that Glamour
// cannot render is shown as it is written.
func Render(key Key, source string, urls []string, t *theme.Theme) Page {
	d := Page{Key: key}
	var targets []string
	source = tablesToPairs(source, t.Signs.Arrow)
	source = markdownLink.ReplaceAllStringFunc(source, func(m string) string {
		parts := markdownLink.FindStringSubmatch(m)
		if strings.Contains(parts[2], "://") {
			return parts[1]
		}
		targets = append(targets, parts[2])
		return string(linkOpen) + parts[1] + string(linkClose)
	})
	var titles []string
	for _, line := range strings.Split(source, "\n") {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			titles = append(titles, content.Unmark(title))
		}
	}
	out, err := t.Markdown(source, key.Width)
	if err != nil {
		out = source
	}
	d.Rows = strings.Split(strings.Trim(out, "\n"), "\n")
	d.follow(targets, t)
	for i, row := range d.Rows {
		row = hang(trimRight(row), t.Signs)
		if len(urls) > 0 {
			row = noteNumber.ReplaceAllStringFunc(row, func(m string) string {
				n, _ := strconv.Atoi(m[1 : len(m)-1])
				if n < 1 || n > len(urls) || urls[n-1] == "" {
					return m
				}
				return ansi.SetHyperlink(urls[n-1]) + m + ansi.ResetHyperlink()
			})
		}
		d.Rows[i] = row
		d.Plain = append(d.Plain, strings.ToLower(ansi.Strip(row)))
	}
	at := 0
	for _, title := range titles {
		for i := at; i < len(d.Plain); i++ {
			if first, _, _ := strings.Cut(strings.ToLower(title), "  "); strings.HasPrefix(first, strings.TrimSpace(d.Plain[i])) && d.Plain[i] != "" {
				d.Sections = append(d.Sections, Section{title, i})
				at = i + 1
				break
			}
		}
	}
	return d
}

// follow takes the link marks out of the rows, remembers where they stood, and paints what is between them. A link that
// was wrapped goes on in the next row, behind its indent.
func (d *Page) follow(targets []string, t *theme.Theme) {
	next, inside := 0, false
	for i, row := range d.Rows {
		if !inside && !strings.ContainsRune(row, linkOpen) {
			continue
		}
		var done, piece strings.Builder
		if inside {
			indent := len(row) - len(strings.TrimLeft(row, " "))
			done.WriteString(row[:indent])
			row = row[indent:]
		}
		flush := func() {
			text := piece.String()
			piece.Reset()
			if !inside || next == 0 || next > len(targets) {
				done.WriteString(text)
				return
			}
			text = strings.TrimRight(ansi.Strip(text), " ")
			from := ansi.StringWidth(done.String())
			d.Links = append(d.Links, Link{i, from, from + ansi.StringWidth(text), targets[next-1]})
			done.WriteString(t.Accent.Text(text))
		}
		for _, r := range row {
			switch r {
			case linkOpen:
				flush()
				next, inside = next+1, true
			case linkClose:
				flush()
				inside = false
			default:
				piece.WriteRune(r)
			}
		}
		flush()
		d.Rows[i] = done.String()
	}
}

// hang moves the sign of a list item two columns to the left, so that the item's other rows hang below its text.
func hang(row string, s theme.Signs) string {
	rest := strings.TrimLeft(row, " ")
	indent := len(row) - len(rest)
	number, _, numbered := strings.Cut(rest, ". ")
	if indent < 2 || !strings.HasPrefix(rest, s.Bullet+" ") && (!numbered || len(number) > 2 || strings.Trim(number, "0123456789") != "") {
		return row
	}
	if after, ok := strings.CutPrefix(rest, s.Bullet+" "+s.Arrow+" "); ok {
		return row[:indent-2] + s.Arrow + " " + after
	}
	return row[2:]
}

// filling is what Glamour fills a row with up to the width: blanks, styled one by one.
var filling = regexp.MustCompile(`(?:\x1b\[[0-9;]*m| )+$`)

func trimRight(row string) string {
	row = filling.ReplaceAllString(row, "")
	if strings.Contains(row, "\x1b[") {
		row += "\x1b[m"
	}
	return row
}

// tablesToPairs turns two-column tables into "what is said" and "→ what was found": a column of 72 has no room for two.
func tablesToPairs(source, arrow string) string {
	var out []string
	head := false
	for _, line := range strings.Split(source, "\n") {
		trimmed := strings.TrimSpace(line)
		if !strings.HasPrefix(trimmed, "|") {
			head = false
			out = append(out, line)
			continue
		}
		cells := strings.Split(strings.Trim(trimmed, "|"), "|")
		switch {
		case !head:
			head = true
		case strings.Trim(trimmed, "|-: ") == "":
		case len(cells) >= 2:
			out = append(out, "- **"+strings.Trim(strings.TrimSpace(cells[0]), "*")+"**", "  - "+arrow+" "+strings.TrimSpace(strings.Join(cells[1:], ",")))
		}
	}
	return strings.Join(out, "\n")
}
