package page

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/ui/frame"
	"knead/ui/theme"
)

// writer lays blocks out in rows.
type writer struct {
	page    *Page
	theme   *theme.Theme
	urls    []string
	targets []string
	next    int       // of targets: the link that opens next
	bar     theme.Ink // of the quotation one is in
	quotes  int       // of the block before
}

// block writes one block, with a blank row before it where it wants one. In a quotation the bar goes on through it.
func (w *writer) block(b *block) {
	if b.gap {
		w.row(w.bars(min(b.quotes, w.quotes)), "", &pen{})
	}
	if b.quotes > 0 && w.quotes == 0 {
		w.bar = tone(b.text, w.theme)
	}
	w.quotes = b.quotes
	if b.level > 1 {
		w.page.Sections = append(w.page.Sections, Section{ansi.Strip(strings.Map(notOurs, b.text)), len(w.page.Rows)})
	}
	bars, p := w.bars(b.quotes), pen{}
	lead := strings.Repeat(" ", b.indent) + b.lead
	hang := strings.Repeat(" ", frame.Width(lead))
	if b.lead == w.theme.Signs.Bullet+" " {
		lead = strings.Repeat(" ", b.indent) + bullet(b.text, w.theme) + " "
	}
	width := w.page.Key.Width - frame.Width(bars) - len(hang)
	for _, row := range wrap(w.marked(b), width) {
		w.row(bars+lead, row, &p)
		lead = hang
	}
}

func (w *writer) bars(n int) string {
	return strings.Repeat(w.bar.Text(w.theme.Signs.Bar)+" ", n)
}

// bullet is the sign of a list item: that of a verdict, where its first words tell one.
func bullet(text string, t *theme.Theme) string {
	words := strings.ToLower(strings.TrimLeft(ansi.Strip(text), " "))
	for _, x := range []struct{ words, verdict string }{
		{"not for you", "not for you now"}, {"ask first", "ask first"}, {"ask a clinician first", "ask first"}, {"with care", "with care"},
	} {
		if strings.HasPrefix(words, x.words) {
			sign, ink := t.Word(x.verdict)
			return ink.Text(sign)
		}
	}
	return t.Signs.Bullet
}

// tone is the colour of a quotation's bar: its first words say what it is.
func tone(text string, t *theme.Theme) theme.Ink {
	words := strings.ToLower(strings.TrimLeft(ansi.Strip(text), " "))
	for _, x := range []struct {
		words string
		ink   theme.Ink
	}{{"get help", t.Danger}, {"not for you", t.NotNow}, {"ask", t.Ask}, {"with care", t.Caution}} {
		if strings.HasPrefix(words, x.words) {
			return x.ink
		}
	}
	return t.Accent
}

var (
	notes   = regexp.MustCompile(`\[\d{1,3}(?:, \d{1,3})*\]`)
	number  = regexp.MustCompile(`\d+`)
	webpage = regexp.MustCompile(`https?://\S+`)
	toMarks = strings.NewReplacer(string(linkOpen), markOpen, string(linkClose), markClose)
)

// Marks of links to other pages, as sequences that take no room when text is wrapped. They never leave this package.
const (
	markOpen  = "\x1b]7700;1\x07"
	markClose = "\x1b]7700;\x07"
)

// marked puts links into a block's text: those to other pages as marks, those of notes and addresses as hyperlinks.
func (w *writer) marked(b *block) string {
	text := toMarks.Replace(b.text)
	switch {
	case w.urls == nil:
		return text
	case b.verbatim:
		return webpage.ReplaceAllStringFunc(text, func(url string) string { return hyperlinked(url, url) })
	case !strings.Contains(text, "["):
		return text
	}
	return notes.ReplaceAllStringFunc(text, func(m string) string {
		return number.ReplaceAllStringFunc(m, func(digits string) string {
			n, _ := strconv.Atoi(digits) // it is digits
			if n < 1 || n > len(w.urls) || w.urls[n-1] == "" {
				return digits
			}
			return hyperlinked(w.urls[n-1], digits)
		})
	})
}

func hyperlinked(url, text string) string {
	return ansi.SetHyperlink(url) + text + ansi.ResetHyperlink()
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
	w.page.Plain = append(w.page.Plain, strings.ToLower(strings.TrimRight(plain.String(), " ")))
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
