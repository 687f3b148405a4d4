package report

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// notices lists the answers that did not count as given. Only an alarm comes before it.
func (b builder) notices() document.Section {
	s := document.Section{ID: "notices", Title: "Please check these answers"}
	var list document.List
	if item, ok := b.outdated(); ok {
		list.Items = append(list.Items, item)
	}
	for _, words := range Notices(b.g, b.a) {
		if b.onePage && len(words) > longNotice {
			words = "Many answers do not go with your other answers, but still count. The full result names them."
		}
		list.Items = append(list.Items, document.Item{Text: text(words)})
	}
	if len(list.Items) > 0 {
		s.Blocks = []document.Block{list}
	}
	return s
}

// longNotice is the length from which a notice would take the room of the page that it is on.
const longNotice = 600

// Notices are what a person should know first about how their answers were taken, a sentence or two each.
func Notices(g *guide.Guide, a guide.Assessment) []string {
	var out []string
	if words := Counts(g, a.Unasked); words != "" {
		out = append(out, words)
	}
	for _, c := range a.Contradictions {
		out = append(out, Contradiction(c))
	}
	return out
}

// Counts says that answers count although their question is not asked of this person.
func Counts(g *guide.Guide, said []guide.Said) string {
	var words []string
	for _, x := range said {
		words = append(words, "“"+Mention(g, x)+"”")
	}
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0] + " does not go with your other answers, but still counts. Take it back if it is wrong."
	}
	return and(words) + " do not go with your other answers, but still count. Take back what is wrong."
}

// aside lists the answers that are kept and do not count.
func (b builder) aside() document.Section {
	s := document.Section{ID: "aside", Title: "Not counted"}
	var words []string
	for _, x := range b.a.Aside {
		if q := b.g.Question(questionOf(x.Fact)); q != nil {
			words = append(words, b.label(q, optionOf(x.Fact)))
		}
	}
	if len(words) > 0 {
		s.Blocks = []document.Block{document.Paragraph{Text: text("These answers do not count, because their question no longer applies: " + and(words) + ".")}}
	}
	return s
}

// Contradiction reports an answer that says two things at once, and which one counts.
func Contradiction(c guide.Contradiction) string {
	label := func(id string) string {
		if id == guide.Unsure {
			return "not sure"
		}
		if o := c.Question.Option(id); o != nil {
			id = o.Label
		}
		return "“" + id + "”"
	}
	var counts, dropped []string
	for _, id := range c.Counts {
		counts = append(counts, label(id))
	}
	for _, id := range c.Dropped {
		if id == knowledge.None || id == guide.Unsure {
			dropped = append(dropped, label(id))
		} else {
			dropped = append(dropped, "not sure about "+label(id))
		}
	}
	words := "Your answers to “" + c.Question.Quoted() + "” contradict each other: " + and(append(counts, dropped...)) + "."
	return words + " To be careful, " + and(counts) + " " + countVerb(len(counts)) + ", and " + strings.Join(dropped, " and ") + " " + doesNot(len(dropped)) + "."
}

func countVerb(n int) string {
	if n == 1 {
		return "counts"
	}
	return "count"
}

func doesNot(n int) string {
	if n == 1 {
		return "does not"
	}
	return "do not"
}
