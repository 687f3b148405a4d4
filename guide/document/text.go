package document

import (
	"slices"
	"strconv"
	"strings"
)

// Text is words and the sources they cite, by ID. Words holds no markup.
type Text struct {
	Words   string
	Sources []string
	// Parts are the same words where some are emphasized, lead to another page, or have a citation in their midst; nil where
	// the words are plain and the citation follows them.
	Parts []Span
}

// Span is a run of words of one kind, or a citation, which has sources and no words. Blanks between spans are in their words.
type Span struct {
	Words  string
	Strong bool
	Emph   bool
	Link   string // where the words lead: "id", "id#section", or "#section"
	Cites  []string
	AsIs   bool // the numbers of the citation keep this order; otherwise they ascend
}

// Spans are the parts of a text, safe to show: control characters are taken out, and runs of blanks are one blank.
func (t Text) Spans() []Span {
	if t.Parts == nil {
		words := Clean(t.Words)
		if len(t.Sources) == 0 {
			return []Span{{Words: words}}
		}
		return []Span{{Words: words}, {Words: " "}, {Cites: t.Sources}}
	}
	spans := slices.Clone(t.Parts)
	for i := range spans {
		spans[i].Words = CleanLines(spans[i].Words)
	}
	return spans
}

// Text is what the text says in plain words, with the numbers of its sources: "Words [1, 3]."
func (n Numbers) Text(t Text) string {
	var b strings.Builder
	for _, s := range t.Spans() {
		if s.Cites != nil {
			b.WriteString(n.Mark(s))
			continue
		}
		b.WriteString(s.Words)
	}
	return strings.TrimRight(b.String(), " ")
}

// textOf is the text of these spans. Its Parts are nil where plain words say the same.
func textOf(spans []Span) Text {
	var t Text
	plain := true
	var words strings.Builder
	for _, s := range spans {
		if s.Cites != nil {
			t.Sources = union(t.Sources, s.Cites)
			plain = false
			continue
		}
		plain = plain && !s.Strong && !s.Emph && s.Link == ""
		words.WriteString(s.Words)
	}
	t.Words = tidied.Replace(strings.Join(strings.Fields(words.String()), " "))
	if !plain {
		t.Parts = spans
	}
	return t
}

// tidied are the blanks that a citation leaves before the end of a sentence when it is taken out.
var tidied = strings.NewReplacer(" .", ".", " ,", ",", " ;", ";")

// Texts lists every text of the blocks, in reading order.
func Texts(blocks []Block) []Text {
	var out []Text
	for _, block := range blocks {
		switch b := block.(type) {
		case Paragraph:
			out = append(out, b.Text)
		case Heading:
			out = append(out, b.Text)
		case Quote:
			out = append(out, b.Text)
		case List:
			for _, i := range b.Items {
				out = append(append(out, i.Text), i.Sub...)
			}
		case Callout:
			out = append(out, Texts(b.Blocks)...)
		case Form:
			out = append(out, b.Why)
		case Body:
			out = append(out, Texts([]Block{b.Said})...)
		case Glance:
			for _, words := range b.Lines() {
				out = append(out, Text{Words: words})
			}
			for _, step := range b.Session {
				out = append(out, Text{Words: step.Words()})
			}
		case Conditions:
			for _, g := range b.Groups {
				for _, col := range b.Columns() {
					if words := g.Words(col.Tone); words != "" {
						out = append(out, Text{Words: g.Title + ": " + col.Title + ": " + words})
					}
				}
			}
		case Rows:
			for _, r := range b.Rows {
				out = append(append(out, r.Term), r.Text...)
			}
		case Evidence:
			for _, r := range b.Results {
				if r.Said != "" {
					out = append(out, Text{Words: r.Said})
				}
				if r.Words != "" {
					out = append(out, r.Text)
				}
			}
		case Entry:
			for _, c := range b.Cautions {
				out = append(out, c.Text)
			}
			out = append(out, b.Research)
			out = append(append(append(out, b.Because...), b.Wishes...), b.Advisers...)
		}
	}
	return out
}

// Cited lists the IDs of the sources that the sections cite, in the order of the first citation.
func Cited(sections []Section) []string {
	var ids []string
	for _, s := range sections {
		for _, t := range Texts(s.Blocks) {
			ids = union(ids, t.Sources)
		}
	}
	return ids
}

// Numbers are the numbers of a document's sources, by ID.
type Numbers map[string]int

// Numbers gives each source of the document its number.
func (d Document) Numbers() Numbers {
	n := make(Numbers, len(d.Sources))
	for i, s := range d.Sources {
		n[s.ID] = i + 1
	}
	return n
}

// Mark is a citation as "[1, 3]"; empty where none of the sources has a number.
func (n Numbers) Mark(citation Span) string {
	var list []string
	for _, number := range n.Of(citation) {
		list = append(list, strconv.Itoa(number))
	}
	if len(list) == 0 {
		return ""
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// Of lists the numbers of a citation, each once.
func (n Numbers) Of(citation Span) []int {
	var list []int
	for _, id := range citation.Cites {
		if number := n[id]; number > 0 && !slices.Contains(list, number) {
			list = append(list, number)
		}
	}
	if !citation.AsIs {
		slices.Sort(list)
	}
	return list
}

func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}
