package line

import (
	"io"
	"strings"

	"knead/guide/columns"
	"knead/guide/document"
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
		s = columns.ASCII(ascii.Replace(s))
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

// hang writes words after a lead, with a hanging indent.
func (p *printer) hang(lead, words string) {
	indent := columns.Width(lead)
	words = document.Clean(words)
	if p.fold {
		words = ascii.Replace(words)
	}
	for i, line := range columns.Lines(words, max(p.width-indent, 8)) {
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
	text = document.CleanLines(text)
	if p.fold {
		text = narrow.Replace(text)
	}
	p.write(text)
}
