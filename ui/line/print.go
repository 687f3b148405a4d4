package line

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/report"
)

// printer writes paragraphs in lines of a width. It keeps the first error and writes nothing after it.
type printer struct {
	w     io.Writer
	width int
	fold  bool // write ASCII only
	err   error
	empty bool // the last line was empty, or nothing was written yet
}

const minWidth = 20

// ascii are the signs that content and result may hold, in ASCII; narrow are those that take more columns there, for lines
// that are made already.
var (
	ascii = strings.NewReplacer(
		"“", "\"", "”", "\"", "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "·", "-", "→", "->", "½", "1/2", "×", "x", "°", " degrees",
		"■", "#", "□", "-",
	)
	narrow = strings.NewReplacer("…", ".", "→", ">", "°", "'")
)

func newPrinter(w io.Writer, width int, fold bool) *printer {
	return &printer{w: w, width: max(width, minWidth), fold: fold, empty: true}
}

func (p *printer) write(s string) {
	if p.err != nil || s == "" {
		return
	}
	if p.fold {
		s = strings.Map(func(r rune) rune {
			if r > 0x7e {
				return '?'
			}
			return r
		}, ascii.Replace(s))
	}
	p.empty = s == "\n" || strings.HasSuffix(s, "\n\n")
	_, p.err = io.WriteString(p.w, s)
}

// blank leaves one empty line before what follows.
func (p *printer) blank() {
	if !p.empty {
		p.write("\n")
	}
}

func (p *printer) newline() { p.write("\n") }

// para writes words in lines.
func (p *printer) para(words string) { p.hang("", words) }

// hang writes words behind a lead; further lines stand as far in.
func (p *printer) hang(lead, words string) {
	indent := ansi.StringWidth(lead)
	words = report.Clean(words)
	if p.fold {
		words = ascii.Replace(words)
	}
	for i, line := range wrap(words, p.width-indent) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		p.write(lead + line + "\n")
	}
}

// prompt asks for a line. The cursor stays behind it.
func (p *printer) prompt(words string) {
	p.write(words + ": ")
	p.empty = false
}

// echo writes down what was read behind a prompt.
func (p *printer) echo(text string) { p.write(text + "\n") }

// verbatim writes text whose lines were made elsewhere.
func (p *printer) verbatim(text string) {
	text = report.CleanLines(text)
	if p.fold {
		text = narrow.Replace(text)
	}
	p.write(text)
}

// wrap breaks words into lines of at most width columns. A word that is longer is cut, but an address is not: cut, it would
// be of no use.
func wrap(s string, width int) []string {
	width = max(width, 8)
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		w := ansi.StringWidth(word)
		if used > 0 && used+1+w > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		for w > width && !strings.Contains(word, "://") {
			head := ansi.Truncate(word, width, "")
			if head == "" {
				break
			}
			lines = append(lines, head)
			word = strings.TrimPrefix(word, head)
			w = ansi.StringWidth(word)
		}
		line, used = line+word, used+w
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}
