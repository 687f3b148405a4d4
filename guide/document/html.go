package document

import (
	"html/template"
	"slices"
	"strings"
)

// Page is what an HTML page shows in addition to the document. Empty fields are left out. Without a date, the page has a
// blank for one.
type Page struct {
	Language string // of the words, "en" when empty
	Version  string // of the content
	Date     string
	Large    bool // large print: then two sheets of paper are not enough
}

// HTML renders the document as one self-contained page: no script, nothing fetched, light and dark, landmarks and headings
// in order. Printed on A4 or Letter it goes on two sheets, with room to write; what is Minor stays on the screen.
func (d Document) HTML(p Page) (string, error) {
	numbers, thin := d.Numbers(), d.thinness()
	if p.Large { // as many sheets as it takes
		thin = 0
	}
	t, err := template.New("page").Funcs(template.FuncMap{
		"clean":        Clean,
		"cited":        numbers.Of,
		"kind":         kindOf,
		"web":          web,
		"local":        func(link string) bool { return strings.HasPrefix(link, "#") }, // a link to another page leads nowhere on paper
		"sessionTitle": func() string { return SessionTitle },
		"inc":          func(i int) int { return i + 1 },
		"line":         Source.Cite,
		"short":        Source.short,
		"number":       func(s Source) int { return numbers[s.ID] },
		"printed":      func() []Source { return d.printed(thin) },
		"points":       func(e Entry) []Point { return thin.points(e) },
		"rest":         func(i int) bool { return i >= thin.whole() },
		"sub":          func(i int) bool { return i < thin.subs() },
		"row":          func(i int) bool { return i < thin.rows() },
		"axis":         axisWords,
		"list":         func(l List) []Block { return []Block{l} },
	}).Parse(pageTemplate + evidenceTemplate + bodyTemplate)
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
		Style template.CSS
		Class string
		Thin  bool
	}{p, d, styleSheet + evidenceStyle + bodyStyle, d.class(p.Large, thin), thin > 0})
	if err != nil {
		return "", err
	}
	return b.String(), nil
}

// OpensFirst reports whether a section is read before the contents of the document.
func (d Document) OpensFirst() bool {
	return slices.ContainsFunc(d.Sections, func(s Section) bool { return s.First })
}

// class returns the CSS class that sets how the page is printed. A form and an explainer need larger letters than a result,
// which must fit on two sheets.
func (d Document) class(large bool, thin thinness) string {
	var words []string
	switch d.Use {
	case Sheet:
		words = append(words, "sheet")
	case Reading:
		words = append(words, "reading")
	case OnePage:
		words = append(words, "page")
	case Result:
	}
	switch {
	case large:
		words = append(words, "large")
	case d.Alarm:
		words = append(words, "alarm")
	case thin > 0:
		words = append(words, "thin")
	case len(words) == 0 && d.lines(0) <= roomy:
		words = append(words, "roomy")
	case len(words) == 0 && d.lines(0) <= easy:
		words = append(words, "easy")
	}
	if thin == thinnest {
		words = append(words, "tight")
	}
	return strings.Join(words, " ")
}

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
	case Evidence:
		return "evidence"
	case Entry:
		return "entry"
	case Form:
		return "form"
	case Heading:
		return "heading"
	case Conditions:
		return "conditions"
	case Glance:
		return "glance"
	case Body:
		return "body"
	}
	return ""
}
