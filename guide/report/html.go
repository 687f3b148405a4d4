package report

import (
	"html/template"
	"slices"
	"strings"
)

// Page is what a page of HTML says beside the document. Empty fields are left out; without a date there is room for one.
type Page struct {
	Language string // of the words, "en" when empty
	Version  string // of the content
	Date     string
	Large    bool // large print: then two sheets of paper are not enough
}

// HTML renders the document as one self-contained page: no script, nothing fetched, light and dark, landmarks and headings
// in order. Printed on A4 or Letter it goes on two sheets, with room to write; what is Minor stays on the screen.
func (d Document) HTML(p Page) (string, error) {
	numbers := d.numbers()
	t, err := template.New("page").Funcs(template.FuncMap{
		"clean":   Clean,
		"cited":   func(t Text) []int { return cited(t, numbers) },
		"kind":    kindOf,
		"web":     web,
		"inc":     func(i int) int { return i + 1 },
		"line":    Source.line,
		"short":   Source.short,
		"number":  func(s Source) int { return numbers[s.ID] },
		"printed": d.printedSources,
		"rest":    func(i int) bool { return i >= wholeOnPaper },
		"more": func(blocks []Block) bool {
			return len(blocks) > wholeOnPaper && kindOf(blocks[wholeOnPaper]) == "entry"
		},
		"prose": func(p Prose) template.HTML { return p.html(numbers) },
	}).Parse(pageTemplate)
	if err != nil {
		return "", err
	}
	if p.Language == "" {
		p.Language = "en"
	}
	p.Language = Clean(p.Language)
	var b strings.Builder
	err = t.Execute(&b, struct {
		Page
		Document
		Style   template.CSS
		Class   string
		Crowded bool
	}{p, d, styleSheet, d.class(p.Large), d.crowded()})
	if err != nil {
		return "", err
	}
	return b.String(), nil
}

// class tells the style sheet how the page is printed: a sheet to fill in and a page to read need larger letters than a
// result, which must go on two sheets.
func (d Document) class(large bool) string {
	var words []string
	if d.holds(func(b Block) bool { _, ok := b.(Form); return ok }) {
		words = append(words, "sheet")
	}
	if d.holds(func(b Block) bool { _, ok := b.(Prose); return ok }) {
		words = append(words, "reading")
	}
	if large {
		words = append(words, "large")
	}
	if d.crowded() {
		words = append(words, "crowded")
	}
	return strings.Join(words, " ")
}

// printedSources are the sources of what stands on paper.
func (d Document) printedSources() []Source {
	var ids []string
	for _, s := range d.Sections {
		if s.Minor {
			continue
		}
		for i, block := range s.Blocks {
			switch b := block.(type) {
			case Entry:
				if i >= wholeOnPaper {
					continue
				}
				for _, c := range b.Cautions {
					ids = union(ids, c.Sources)
				}
				ids = union(ids, b.Research.Sources)
				continue
			case List:
				if b.Minor {
					continue
				}
			}
			for _, t := range texts([]Block{block}) {
				ids = union(ids, t.Sources)
			}
		}
	}
	var out []Source
	for _, s := range d.Sources {
		if slices.Contains(ids, s.ID) {
			out = append(out, s)
		}
	}
	return out
}

// crowded reports whether there is so much to take care of that it would not go on two sheets: then only the names of the
// therapies that are not printed in full are printed.
func (d Document) crowded() bool {
	lines := 0
	for _, s := range d.Sections {
		for i, b := range s.Blocks {
			if e, ok := b.(Entry); ok && i >= wholeOnPaper {
				for _, c := range e.Cautions {
					lines += 1 + len(c.Adaptation)/60
				}
			}
		}
	}
	return lines > crowdedLines
}

const crowdedLines = 30

// wholeOnPaper is how many therapies of a list are printed in full; of the others, what to take care of.
const wholeOnPaper = 2

// kindOf names a block for the template.
func kindOf(b Block) string {
	switch b.(type) {
	case Paragraph:
		return "paragraph"
	case List:
		return "list"
	case Callout:
		return "callout"
	case Quote:
		return "quote"
	case Rows:
		return "rows"
	case Entry:
		return "entry"
	case Form:
		return "form"
	case Prose:
		return "prose"
	}
	return ""
}
