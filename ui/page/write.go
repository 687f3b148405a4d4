package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/fold"
	"knead/ui/frame"
	"knead/ui/theme"
)

// writer lays lines out in rows.
type writer struct {
	page    *Page
	theme   *theme.Theme
	targets []string
	next    int         // of targets: the link that opens next
	bars    []theme.Ink // of the line before
	ruled   bool        // the heading of a section goes on as a rule, as on a page to read
}

// line writes one line, with a blank row before it where it wants one. In a callout the bars continue through it.
func (w *writer) line(l *line) {
	if l.gap {
		w.row(w.bar(l.bars[:min(len(l.bars), len(w.bars))]), "", &pen{})
	}
	w.bars = l.bars
	if l.level > 1 {
		w.page.Sections = append(w.page.Sections, Section{strings.TrimSpace(ansi.Strip(l.rows)), len(w.page.Rows)})
	}
	bars, p := w.bar(l.bars), pen{}
	if l.drawn != nil {
		for _, row := range l.drawn {
			w.row(bars, row, &pen{})
		}
		return
	}
	lead := strings.Repeat(" ", l.in) + l.lead
	hang := strings.Repeat(" ", frame.Width(lead))
	if sign := strings.TrimRight(l.lead, " "); sign != "" {
		lead = strings.Repeat(" ", l.in) + l.sign.Text(sign) + " "
	}
	width := w.page.Key.Width - frame.Width(bars) - len(hang)
	rows := frame.Wrap(l.rows, width)
	if rows == nil {
		rows = []string{""}
	}
	if l.level == 2 && w.ruled {
		last := len(rows) - 1
		if room := width - frame.Width(rows[last]) - 1; room > 0 {
			rows[last] += " " + w.theme.Rule.Text(strings.Repeat(w.theme.Signs.Rule, room))
		}
	}
	for _, row := range rows {
		w.row(bars+lead, row, &p)
		lead = hang
	}
}

func (w *writer) bar(inks []theme.Ink) string {
	var b strings.Builder
	for _, ink := range inks {
		b.WriteString(ink.Text(w.theme.Signs.Bar) + " ")
	}
	return b.String()
}

// pen is what is open where a row ends and goes on in the next one.
type pen struct {
	styles string // the sequences that set them
	url    string // the sequence that opened a hyperlink
	target string // where a link to another page leads
}

// row adds a row: it opens what the row before left open, closes what this one does, and takes the marks of links out.
func (w *writer) row(lead, s string, p *pen) {
	var out, plain strings.Builder
	out.WriteString(lead + p.url + p.styles)
	plain.WriteString(ansi.Strip(lead))
	column := frame.Width(lead)
	from, goesOn := column, p.target != ""
	link := func() {
		if column > from {
			w.page.Links = append(w.page.Links, Link{len(w.page.Rows), from, column, p.target, goesOn})
		}
	}
	for s != "" {
		words, code, rest := cut(s)
		s = rest
		if words != "" {
			plain.WriteString(words)
			column += frame.Width(words)
			if p.target != "" {
				words = w.theme.Accent.Text(words)
			}
			out.WriteString(words)
		}
		switch {
		case code == markOpen && w.next < len(w.targets):
			p.target, from, goesOn = w.targets[w.next], column, false
			w.next++
		case code == markClose && p.target != "":
			link()
			p.target = ""
			out.WriteString(p.styles)
		case code == markOpen, code == markClose:
		case strings.HasPrefix(code, "\x1b]8;"):
			out.WriteString(code)
			if p.url = code; code == ansi.ResetHyperlink() {
				p.url = ""
			}
		case strings.HasSuffix(code, "m"):
			if p.styles += code; code == "\x1b[m" || code == "\x1b[0m" {
				p.styles = ""
			}
			out.WriteString(code)
		}
	}
	if p.target != "" {
		link()
	}
	if p.styles != "" {
		out.WriteString("\x1b[m")
	}
	if p.url != "" {
		out.WriteString(ansi.ResetHyperlink())
	}
	w.page.Rows = append(w.page.Rows, strings.TrimRight(out.String(), " "))
	w.page.Plain = append(w.page.Plain, fold.Plain(strings.TrimRight(plain.String(), " ")))
}

// cut takes the words up to the next escape sequence, and that sequence, off a text.
func cut(s string) (words, code, rest string) {
	at := strings.IndexByte(s, '\x1b')
	if at < 0 {
		return s, "", ""
	}
	words, s = s[:at], s[at:]
	end := len(s)
	switch {
	case strings.HasPrefix(s, "\x1b]"):
		if i := strings.IndexByte(s, '\x07'); i > 0 {
			end = i + 1
		}
	default:
		if i := strings.IndexFunc(s[1:], func(r rune) bool { return r >= 0x40 && r <= 0x7e && r != '[' }); i >= 0 {
			end = i + 2
		}
	}
	return words, s[:end], s[end:]
}
