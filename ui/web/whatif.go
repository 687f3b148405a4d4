package web

import (
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

// openWhatIf finds the other answers once; it takes some time.
func (a *App) openWhatIf() {
	x := a.i.Assess()
	a.changes = a.Guide.Changes(x.Answers)
	a.others = a.Guide.Alternatives(x.Answers, a.changes)
	slices.SortStableFunc(a.others, func(x, y guide.Alternative) int { // what matters first
		return order(y.Matters) - order(x.Matters)
	})
	a.screen, a.tried = onWhatIf, nil
}

func order(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// try takes other answers on trial. They never become the person's own.
func (a *App) try(values map[string][]string) Page {
	a.tried = map[string]int{}
	for _, x := range a.others {
		if n, err := strconv.Atoi(first(values[x.ID])); err == nil && n >= 0 && n < len(x.Others) {
			a.tried[x.ID] = n
		}
	}
	w := &writer{a: a}
	say := w.outcome()
	return Page{HTML: w.HTML(), Part: "outcome", Say: say}
}

// whatIf writes the person's answers with the others that can be tried, and where the approaches would go. It returns the title.
func (w *writer) whatIf() string {
	const title = "What if?"
	a := w.a
	w.title(title)
	if len(a.others) == 0 {
		w.Put("p", "No other answer would change the result.")
	} else {
		w.Put("p", "Choose another answer, and see what moves. A try never becomes your answer.", "class", "hint")
	}
	w.In("div", markup.Attrs{"id", "outcome", "class", "outcome", "role", "region", "aria-label", "What would move", "tabindex", "0"}, func() { w.outcome() })
	w.In("form", markup.Attrs{"id", "answers", "autocomplete", "off"}, func() {
		for _, x := range a.others {
			w.tryOne(x)
		}
	})
	w.changes()
	w.In("div", markup.Attrs{"class", "onward"}, func() { w.button("main", "back", "Back to the result") })
	return title
}

// changes writes which answers, were they different, would give another result: the part that a report has only with them.
func (w *writer) changes() {
	x := w.a.i.Assess()
	without := report.New(w.a.Guide, x, nil).Sections
	d := report.New(w.a.Guide, x, w.a.changes)
	for _, s := range d.Sections {
		if !slices.ContainsFunc(without, func(y document.Section) bool { return y.ID == s.ID }) {
			w.section(d, s, false)
		}
	}
}

func (w *writer) tryOne(x guide.Alternative) {
	w.In("p", markup.Attrs{"class", "try"}, func() {
		w.Put("label", x.Title, "for", control("try", x.ID))
		w.In("select", markup.Attrs{"name", x.ID, "id", control("try", x.ID)}, func() {
			w.Put("option", "Yours: "+report.Given(w.a.Guide, w.a.i.Answers(), x.Question), "value", "own")
			for i, o := range x.Others {
				w.Put("option", otherWords(x, o), "value", strconv.Itoa(i))
			}
		})
	})
}

// otherWords is another answer in few words.
func otherWords(x guide.Alternative, o guide.Other) string {
	label := "None of these"
	if o.Option != nil && o.Option.ID != knowledge.None {
		label = o.Option.Label
	}
	switch {
	case x.Kind != knowledge.Many || o.Option == nil || o.Option.ID == knowledge.None:
		return label
	case o.Chosen:
		return "With: " + label
	}
	return "Without: " + label
}

// outcome writes where the tried answers lead, and returns it in a few words.
func (w *writer) outcome() string {
	a := w.a
	answers := a.i.Answers()
	for _, x := range a.others {
		if n, tried := a.tried[x.ID]; tried {
			answers = answers.With(x.ID, x.Others[n].Answer)
		}
	}
	if len(a.tried) == 0 {
		return ""
	}
	before, after := a.i.Assess(), a.Guide.Assess(answers)
	var said []string
	line := func(label, words string) {
		said = append(said, label+": "+words)
		w.In("p", nil, func() {
			w.Put("b", label+": ")
			w.Text(words)
		})
	}
	w.Put("h2", "With this")
	title := func(l knowledge.Level) string { return strings.TrimSuffix(a.Guide.Level(l).Title, ".") }
	if before.Level != after.Level {
		line("Advice", title(before.Level)+" → "+title(after.Level))
	}
	if after.Level.Stops() {
		line("Then", "The questions would end there. "+document.Sentence(a.Guide.Level(after.Level).Headline))
		return strings.Join(said, " ")
	}
	if before.Pattern != after.Pattern {
		line("Looks like", patternWords(before.Pattern)+" → "+patternWords(after.Pattern))
	}
	if x, y := startWords(before), startWords(after); x != y {
		line("First", x+" → "+y)
	}
	if n := len(a.Guide.Resume(answers).Left()) - len(a.i.Left()); n > 0 {
		line("Open", document.Upper(guide.Number(n))+" more would be asked, and counts as open here.")
	}
	w.moves(guide.MovesBetween(before, after), line)
	if len(said) == 0 {
		w.Put("p", "No approach moves with this answer.")
		return "No approach moves with this answer."
	}
	return strings.Join(said, " ")
}

func patternWords(p *knowledge.Pattern) string {
	if p == nil {
		return "no pattern"
	}
	return p.Label
}

func startWords(a guide.Assessment) string {
	if a.Start.Match == nil {
		return "nothing yet"
	}
	return a.Start.Match.Therapy.Name
}

// moves writes which approaches suit better, and which less.
func (w *writer) moves(m guide.Moves, line func(label, words string)) {
	moved := func(label string, moves []guide.Move) {
		var words []string
		for _, x := range moves {
			words = append(words, x.Therapy.Name+" ("+x.After.Word()+")")
		}
		if len(words) > 0 {
			line(label, strings.Join(words, ", ")+".")
		}
	}
	names := func(label string, list []*knowledge.Therapy) {
		var words []string
		for _, x := range list {
			words = append(words, x.Name)
		}
		if len(words) > 0 {
			line(label, strings.Join(words, ", ")+".")
		}
	}
	moved("Suit better", m.Up)
	moved("Suit less", m.Down)
	names("Offered as well", m.New)
	names("Not offered", m.Gone)
}
