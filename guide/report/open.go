package report

import (
	"slices"
	"strconv"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// settledFirst is how many open questions are explained: a longer list would not be worked through.
const settledFirst = 3

// open lists the open questions to settle first, the others by name, and the warnings that depend on them.
func (b builder) open() document.Section {
	s := document.Section{ID: "open", Title: "Still open"}
	if len(b.left) > 0 {
		settling := b.g.Settle(b.answers, settledFirst)
		s.Count = len(b.left)
		s.Blocks = b.settle(&settling)
	}
	told := 0
	for level := knowledge.Emergency; level >= knowledge.ClinicianFirst; level-- {
		list, more := document.List{}, document.List{Minor: true}
		for _, o := range b.a.Open {
			if o.Flag.Level != level {
				continue
			}
			if told++; told <= openOnPaper {
				list.Items = append(list.Items, b.openFlag(o))
			} else {
				more.Items = append(more.Items, b.openFlag(o))
			}
		}
		n := len(list.Items) + len(more.Items)
		if n == 0 {
			continue
		}
		words := "A yes to one of these would mean “" + b.levelTitle(level) + "”:"
		if told == n {
			words = "These warnings are not answered yet, and unknown does not count as no. A doctor, a nurse or a physical therapist can help you answer them. " + words
			if len(b.a.Open) > openOnPaper {
				words = "Many warnings depend on these answers, and unknown does not count as no; on paper the list ends after the " +
					strconv.Itoa(openOnPaper) + " most alarming. Answering the questions resolves most of them. A yes to one of these would mean “" +
					b.levelTitle(level) + "”:"
			}
		}
		s.Blocks = append(s.Blocks, document.Paragraph{Text: text(words), Minor: len(list.Items) == 0})
		for _, l := range []document.List{list, more} {
			if len(l.Items) > 0 {
				s.Blocks = append(s.Blocks, l)
			}
		}
	}
	return s
}

// settle explains the questions to settle first, and names the others.
func (b builder) settle(settling *guide.Settling) []document.Block {
	var out []document.Block
	words := document.Upper(guide.AreOpen(len(b.left))) + ". Unknown does not count as no, so the advice stays careful until you know."
	switch n := len(settling.First); {
	case n == 1 && n < len(b.left):
		words += " Start with this one:"
	case n > 1 && n < len(b.left):
		words += " Start with these " + guide.Number(n) + ":"
	}
	out = append(out, document.Paragraph{Text: text(words)})
	for n := range settling.First {
		x := &settling.First[n]
		out = append(out, document.Heading{Text: text(b.toSettle(x))}, document.Rows{
			Head: [2]string{b.toSettle(x), "What to know"},
			Rows: b.ifSettled(settling, n),
		})
	}
	var others []string
	for _, x := range b.left {
		if !slices.ContainsFunc(settling.First, func(y guide.ToSettle) bool { return y.Question == x.Question }) {
			others = append(others, leftOpen(x))
		}
	}
	if len(others) > 0 {
		list := document.List{Minor: len(settling.First) > 0}
		for _, words := range others {
			list.Items = append(list.Items, document.Item{Text: text(words)})
		}
		out = append(out, document.Paragraph{Text: text("Also open:"), Minor: list.Minor}, list)
	}
	return out
}

// toSettle names an open question, or the options of it that are open.
func (b builder) toSettle(x *guide.ToSettle) string {
	if len(x.Options) == 0 || len(x.Options) > manyOpen {
		return x.Question.Quoted()
	}
	var labels []string
	for _, o := range x.Options {
		labels = append(labels, o.Label)
	}
	return document.Upper(or(labels))
}

// ifSettled says who can settle the question in this place, and what each answer would change.
func (b builder) ifSettled(settling *guide.Settling, n int) []document.Row {
	x, now := &settling.First[n], settling.Steps[0]
	var rows []document.Row
	add := func(term string, words ...string) {
		row := document.Row{Term: text(term)}
		for _, w := range words {
			if w != "" {
				row.Text = append(row.Text, text(w))
			}
		}
		if len(row.Text) > 0 {
			rows = append(rows, row)
		}
	}
	who := document.Sentence(x.Question.Settle)
	if who == "" {
		who = "You, if you read the question again. Otherwise a doctor or a nurse."
	}
	add("Who can find out", who)
	mild := b.g.Assess(b.answers.With(x.Question.ID, x.Mild))
	var closes string
	if all, left := len(now.Open), len(mild.Open); left < all {
		closes = strconv.Itoa(all-left) + " of " + count(all, "open warning closes.", "open warnings close.")
		if left == 0 {
			closes = "No warning is open anymore."
		}
	}
	no := "If none of it is true"
	if x.Question.Kind != knowledge.Many && len(x.Mild.Options) == 1 {
		no = "If “" + b.optionLabel(x.Question, x.Mild.Options[0]) + "”"
	}
	add(no, append([]string{closes}, b.effects(guide.Compare(now, mild))...)...)
	if x.Worst != nil {
		add("If “"+x.Worst.Label+"”", b.effects(guide.Compare(now, x.IfWorst))...)
	}
	return rows
}

// openOnPaper is how many unsettled warnings are printed: more would fill the paper with questions.
const openOnPaper = 24

// openFlag is a warning that is not settled, with what was said of it.
func (b builder) openFlag(o guide.Open) document.Item {
	item := document.Item{Text: b.flagText(o.Flag.Question, o.Flag)}
	if said := b.asLeft(o.Because); !b.unanswered(o.Because) && len(said) <= 2*manyOpen { // a longer list says less
		item.Sub = []document.Text{{Words: b.because(said)}}
	}
	return item
}
