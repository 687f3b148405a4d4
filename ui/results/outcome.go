package results

import (
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/frame"
	"knead/ui/theme"
)

// words is an answer to a question in few words: the person's own, or another one.
func (w *whatIf) words(i, other int) string {
	x := &w.answers[i]
	if other == own {
		return report.Given(w.of.g, w.of.own.Answers, x.Question)
	}
	o := x.Others[other]
	label := "none of these"
	if o.Option != nil && o.Option.ID != knowledge.None {
		label = o.Option.Label
	}
	switch {
	case x.Kind != knowledge.Many || o.Option == nil || o.Option.ID == knowledge.None:
		return label
	case o.Chosen:
		return "with: " + label
	}
	return "without: " + label
}

// outcome is where the tried answers lead to, in at most so many rows.
func (w *whatIf) outcome(width, height int) []string {
	t := w.room.theme
	out := []string{t.Bold.Text("Where the approaches would go")}
	if w.room.box.TwoPanes() {
		out = append(out, "")
	}
	strip := func(lead string, a *guide.Assessment) {
		out = append(out, frame.Pad(t.Muted.Text(lead), 11)+w.strip(a, width-11))
	}
	strip("Yours", &w.of.own)
	if w.trial == nil {
		out = append(out, "")
		for _, row := range frame.Wrap("Choose another answer, and see what moves. A try never becomes your answer.", width) {
			out = append(out, t.Muted.Text(row))
		}
		return out[:min(len(out), height)]
	}
	strip("With this", &w.trial.after)
	for _, x := range w.turns() {
		for _, row := range frame.Hang(frame.Pad(x[0], 11), x[1], width) {
			out = append(out, t.Text.Text(row))
		}
	}
	return w.moved(out, width, height)
}

// turns are the other things that differ, each with a word for it.
func (w *whatIf) turns() [][2]string {
	before, after, arrow := &w.of.own, &w.trial.after, " "+w.room.theme.Signs.Arrow+" "
	var out [][2]string
	if before.Level != after.Level {
		title := func(l knowledge.Level) string { return strings.TrimSuffix(w.of.g.Level(l).Title, ".") }
		out = append(out, [2]string{"Advice", title(before.Level) + arrow + title(after.Level)})
	}
	if after.Level.Stops() {
		return append(out, [2]string{"Then", "The questions would end there. " + document.Sentence(w.of.g.Level(after.Level).Headline)})
	}
	if before.Pattern != after.Pattern {
		label := func(p *knowledge.Pattern) string {
			if p == nil {
				return "no pattern"
			}
			return p.Label
		}
		out = append(out, [2]string{"Looks like", label(before.Pattern) + arrow + label(after.Pattern)})
	}
	name := func(a *guide.Assessment) string {
		if a.Start.Match == nil {
			return "nothing yet"
		}
		return a.Start.Match.Therapy.Name
	}
	if a, b := name(before), name(after); a != b {
		out = append(out, [2]string{"First", a + arrow + b})
	}
	if n := w.trial.more; n > 0 {
		questions := "questions would be asked as well, and count as open here."
		if n == 1 {
			questions = "question would be asked as well, and counts as open here."
		}
		out = append(out, [2]string{"Open", document.Upper(guide.Number(n)) + " more " + questions})
	}
	return out
}

// moved adds the approaches that go up and down, and the names of those that stay, as far as there is room.
func (w *whatIf) moved(out []string, width, height int) []string {
	t, m := w.room.theme, &w.trial.moves
	head := func(sign, title string, n int, ink theme.Ink) {
		if n > 0 {
			words := sign + " " + title + "  " + strconv.Itoa(n) + " "
			if w.room.box.TwoPanes() {
				out = append(out, "")
			}
			out = append(out, ink.Text(words)+t.Rule.Text(strings.Repeat(t.Signs.Rule, max(width-frame.Width(words), 0))))
		}
	}
	rows := func(moves []guide.Move) {
		for _, x := range moves {
			from, ink := t.Tone(report.Tone(x.Before))
			to, toInk := t.Tone(report.Tone(x.After))
			name := frame.Pad("  "+x.Therapy.Name, min(32, width/2)) + " "
			out = append(out, t.Text.Text(name)+ink.Text(from)+t.Muted.Text(" "+t.Signs.Arrow+" ")+toInk.Text(to+" "+x.After.Word()))
		}
	}
	names := func(list []*knowledge.Therapy) {
		var all []string
		for _, x := range list {
			all = append(all, x.Name)
		}
		for _, row := range frame.Hang("  ", strings.Join(all, ", "), width) {
			out = append(out, t.Muted.Text(row))
		}
	}
	if len(m.Up)+len(m.Down)+len(m.New)+len(m.Gone) == 0 && !w.trial.after.Level.Stops() {
		out = append(out, t.Text.Text("No approach moves with this answer."))
	}
	head(t.Signs.Above, "Suit better", len(m.Up), t.OK)
	rows(m.Up)
	head(t.Signs.Below, "Suit less", len(m.Down), t.Bold)
	rows(m.Down)
	if head("+", "Offered as well", len(m.New), t.Bold); len(m.New) > 0 {
		names(m.New)
	}
	if head("-", "Not offered", len(m.Gone), t.Bold); len(m.Gone) > 0 {
		names(m.Gone)
	}
	if head("=", "As before", len(m.Stay), t.Muted); len(m.Stay) > 0 {
		names(m.Stay)
	}
	if n := len(out) - height + 1; n > 1 && height > 1 {
		out = append(out[:height-1:height-1], t.Muted.Text(t.Signs.Below+" "+strconv.Itoa(n)+" more rows in a larger window"))
	}
	return out
}

// strip is one sign for each approach, in the order of how they suit, with a blank between the groups. What has no room is counted.
func (w *whatIf) strip(a *guide.Assessment, width int) string {
	t := w.room.theme
	var out strings.Builder
	used := 0
	last := guide.Suitability(0)
	for i, x := range sortedBySuitability(a) {
		sign, ink := t.Tone(report.Tone(x))
		if i > 0 && x != last {
			out.WriteByte(' ')
			used++
		}
		if used >= width {
			break
		}
		out.WriteString(ink.Text(sign))
		used++
		last = x
	}
	if used == 0 {
		return t.Muted.Text("none is offered")
	}
	return out.String()
}

func sortedBySuitability(a *guide.Assessment) []guide.Suitability {
	var out []guide.Suitability
	for s := guide.SuitsWell; s <= guide.SuitsNotNow; s++ {
		for i := range a.Matches {
			if a.Matches[i].Suits() == s {
				out = append(out, s)
			}
		}
	}
	return out
}
