package results

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/keymap"
)

// The section of what would change the result.
const changesSection = "changes"

// whatIf is the section in which other answers can be tried: the person's answers on one side and, on the other, where the
// approaches would go. Several answers can be tried at once. A try never becomes the person's own answer.
type whatIf struct {
	of      *result
	keys    whatIfKeys
	room    room
	known   bool // the changes have been worked out
	answers []guide.Alternative
	chosen  []int // for each of them, the other answer that is tried; own for the person's
	cursor  int
	top     int
	at      int    // the row in focus, counted from the first that shows
	trial   *trial // nil while nothing is tried
	lines   []string
}

// own marks a question with the person's own answer.
const own = -1

// trial is what the tried answers lead to.
type trial struct {
	after guide.Assessment
	moves guide.Moves
	more  int // questions that would be asked as well
}

type whatIfKeys struct {
	keymap.Scroll
	Next, Previous, Undo, Back key.Binding
}

type alternativesMsg struct{ answers []guide.Alternative }

func newWhatIf(of *result) section {
	b := keymap.New
	return whatIf{of: of, keys: whatIfKeys{
		Scroll: defaultKeyMap().Scroll,
		Next:   b("←→", "try another answer", "right", "l", "space", "enter"), Previous: b("←", "the answer before", "left", "h"),
		Undo: b("u", "your own answer", "u", "backspace"), Back: b("esc", "all your own answers", "esc"),
	}}
}

// lay has the other answers found once; it takes some milliseconds.
func (w whatIf) lay(at room) (section, tea.Cmd) {
	w.room = at
	w.draw()
	if w.known {
		return w, nil
	}
	g, answers := w.of.g, w.of.own.Answers
	return w, func() tea.Msg { return alternativesMsg{g.Alternatives(answers, g.Changes(answers))} }
}

func (w whatIf) update(msg tea.Msg) (section, tea.Cmd, bool) {
	used := true
	switch msg := msg.(type) {
	case alternativesMsg:
		w.answers, w.known = msg.answers, true
		w.cursor = max(slices.IndexFunc(w.answers, func(x guide.Alternative) bool { return x.Matters && x.Kind != knowledge.Many }), 0)
		w.chosen = make([]int, len(w.answers))
		for i := range w.chosen {
			w.chosen[i] = own
		}
	case tea.KeyPressMsg:
		used = w.press(msg)
	case tea.MouseWheelMsg:
		by := 1
		if msg.Button == tea.MouseWheelUp {
			by = -1
		}
		w.move(by)
	default:
		return w, nil, false
	}
	if used && w.room.theme != nil {
		w.draw()
	}
	return w, nil, used
}

// press answers a key, and reports whether it had a use.
func (w *whatIf) press(msg tea.KeyPressMsg) bool {
	if len(w.answers) == 0 {
		return false
	}
	by, moves := w.keys.By(msg, max(w.room.box.Height/2, 1))
	switch {
	case key.Matches(msg, w.keys.Next):
		w.try(1)
	case key.Matches(msg, w.keys.Previous):
		w.try(-1)
	case moves:
		w.move(by)
	case key.Matches(msg, w.keys.Undo):
		w.choose(w.cursor, own)
		w.judge()
	case key.Matches(msg, w.keys.Back) && w.trial != nil:
		for i := range w.chosen {
			w.choose(i, own)
		}
		w.judge()
	default:
		return false
	}
	return true
}

func (w *whatIf) move(by int) { w.cursor = max(0, min(w.cursor+by, len(w.answers)-1)) }

// try goes to the next answer of the question under the cursor; after the last one comes the person's own again.
func (w *whatIf) try(by int) {
	n := len(w.answers[w.cursor].Others) + 1
	w.choose(w.cursor, (w.chosen[w.cursor]+1+by+n)%n-1)
	w.judge()
}

// choose sets which answer is tried. A copy of the section must not change with it.
func (w *whatIf) choose(question, other int) {
	w.chosen = append([]int{}, w.chosen...)
	w.chosen[question] = other
}

// judge works out what the tried answers lead to.
func (w *whatIf) judge() {
	g, answers, tried := w.of.g, w.of.own.Answers, false
	for i, c := range w.chosen {
		if c != own {
			answers, tried = answers.With(w.answers[i].ID, w.answers[i].Others[c].Answer), true
		}
	}
	if w.trial = nil; !tried {
		return
	}
	after := g.Assess(answers)
	more := len(g.Resume(answers).Left()) - len(g.Resume(w.of.own.Answers).Left())
	w.trial = &trial{after, guide.MovesBetween(w.of.own, after), max(more, 0)}
}

// draw puts the answers next to their outcome or, if that does not fit, above it.
func (w *whatIf) draw() {
	box := w.room.box
	if box.TwoPanes() {
		width := box.Inner * 2 / 5
		left := w.list(width, box.Height, true)
		right := w.outcome(box.Inner-width-3, box.Height)
		w.lines = box.Beside(left, right, box.Margin+width, w.room.theme.Rule.Text(" "+w.room.theme.Signs.Pane+" "))
		return
	}
	const least = 5 // rows for the answers: their heading, and two questions
	below := w.outcome(box.Text, max(box.Height-least-1, 1))
	w.lines = append(w.list(box.Text, max(box.Height-len(below)-1, least), false), "")
	for _, row := range below {
		w.lines = append(w.lines, box.Row(row))
	}
}

func (w whatIf) rows() []string { return w.lines }

func (w whatIf) point() frame.Point { return w.room.box.Bar(w.at) }

func (w whatIf) note() string {
	if w.trial != nil {
		return "This is not your result. Esc goes back to your own."
	}
	return ""
}

func (w whatIf) short() []key.Binding {
	keys := []key.Binding{w.keys.Up, w.keys.Next}
	if w.trial != nil {
		keys = append(keys, w.keys.Undo, w.keys.Back)
	}
	return keys
}

func (w whatIf) full() [][]key.Binding {
	k := w.keys
	return [][]key.Binding{{k.Up, k.PageDown, k.PageUp, k.Top, k.Bottom, k.Next, k.Previous, k.Undo, k.Back}}
}

// list is the person's answers, with the one that is tried in place of an own one. Where there is room, the answers of the question
// under the cursor are below it.
func (w *whatIf) list(width, height int, open bool) []string {
	box, t := w.room.box, w.room.theme
	if w.known && len(w.answers) == 0 {
		return []string{box.Row(t.Bold.Text("No other answer would change the result."))}
	}
	head := []string{box.Row(t.Bold.Text("Your answers"))}
	if open {
		head = append(head, "")
	}
	var rows []string
	from, to := 0, 0
	starts := map[int]bool{}
	for i := range w.answers {
		starts[len(rows)] = true
		if i == w.cursor {
			from = len(rows)
		}
		rows = append(rows, w.question(i, width)...)
		if i == w.cursor && open {
			rows = append(rows, w.choices(i, width)...)
		}
		if i == w.cursor {
			to = len(rows)
		}
	}
	room := max(height-len(head), 1)
	a, b := frame.Window(len(rows), room, from, min(to, from+room), w.top)
	for a < from && !starts[a] { // a question that does not fit whole is not begun in its middle
		a++
	}
	w.top, w.at = a, len(head)+max(from-a, 0)
	return append(head, rows[a:b]...)
}

// question is a question with the answer that counts here, in two columns.
func (w *whatIf) question(i, width int) []string {
	box, t := w.room.box, w.room.theme
	x, tried := &w.answers[i], w.chosen[i] != own
	answer := w.words(i, w.chosen[i])
	if tried {
		answer = t.Signs.Left + " " + answer + " " + t.Signs.Right
	}
	first := width * 9 / 20
	titles, answers := frame.Wrap(x.Title, first-2), frame.Wrap(answer, width-first)
	var out []string
	for n := range max(len(titles), len(answers)) {
		title, words := "", ""
		if n < len(titles) {
			title = titles[n]
		}
		if n < len(answers) {
			words = answers[n]
		}
		switch {
		case i == w.cursor:
			row := frame.Pad(title, first) + frame.Pad(words, width-first)
			out = append(out, box.BarRow(t.FocusBar.Text(t.Signs.Bar), t.FocusBold.Block(row, width)))
		case tried:
			out = append(out, box.Row(frame.Pad(t.Muted.Text(title), first)+t.AccentBold.Text(words)))
		default:
			out = append(out, box.Row(frame.Pad(t.Muted.Text(title), first)+t.Text.Text(words)))
		}
	}
	return out
}

// choices are all answers to a question that can be tried, the person's own first.
func (w *whatIf) choices(i, width int) []string {
	box, t := w.room.box, w.room.theme
	var out []string
	for c := own; c < len(w.answers[i].Others); c++ {
		sign, ink := t.Signs.NotPicked, t.Muted
		if c == w.chosen[i] {
			sign, ink = t.Signs.Picked, t.Accent
		}
		words := w.words(i, c)
		if c == own {
			words += "  " + t.Signs.Mark + " yours"
		}
		for _, row := range frame.Hang("    "+sign+" ", words, width) {
			out = append(out, box.Row(ink.Text(row)))
		}
	}
	return out
}
