package content

import (
	"path"
	"strings"

	"knead/guide/document"
)

// maxPage is how long a page may be, in bytes. Reading nested Markdown that means harm takes time by the square of its length.
const maxPage = 48 << 10

// body is a page's text as it was written, the line of the file it begins in, and what was read from it.
type body struct {
	text  string
	line  int
	prose document.Prose // the text as it was read
}

// readPage reads a page: its fields between two lines of three dashes, and the text below them.
func (l *loader) readPage(d decoder, id string, data []byte) {
	name := path.Join(path.Base(path.Dir(d.file)), path.Base(d.file))
	head, text, ok := splitPage(string(data))
	if !ok {
		l.broken[name] = true
		l.at(&place{file: d.file, line: 1, column: 1, layer: d.layer}, "begins without its fields; write them between two lines of ---")
		return
	}
	d.above = 1
	root := d.parse([]byte(head))
	if root == nil {
		l.broken[name] = true
		return
	}
	var page Page
	p := d.decode(root, &page)
	l.sameName(p, id, page.ID)
	b := body{text: strings.Trim(text, "\n"), line: 3 + strings.Count(head, "\n")}
	b.line += len(text) - len(strings.TrimLeft(text, "\n"))
	if strings.TrimSpace(b.text) == "" {
		l.at(&place{file: d.file, line: b.line, column: 1, layer: d.layer}, "the page has no text")
	}
	if len(b.text) > maxPage {
		l.broken[name] = true
		l.at(&place{file: d.file, line: b.line, column: 1, layer: d.layer}, "the page has more than %d KiB; make it two pages", maxPage>>10)
		return
	}
	page.Body, b.prose = b.text, document.Read(b.text)
	l.lib.Pages, l.places.pages = append(l.lib.Pages, page), append(l.places.pages, p)
	l.bodies = append(l.bodies, b)
}

// splitPage takes the fields and the text of a page apart. The fields keep their line ends, so that lines can be counted.
func splitPage(data string) (head, text string, ok bool) {
	rest, ok := strings.CutPrefix(data, "---\n")
	if !ok {
		return "", "", false
	}
	if text, ok = strings.CutPrefix(rest, "---\n"); ok {
		return "", text, true
	}
	if head, text, ok = strings.Cut(rest, "\n---\n"); ok {
		return head + "\n", text, true
	}
	head, ok = strings.CutSuffix(rest, "\n---")
	return head + "\n", "", ok
}
