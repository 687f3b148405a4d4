package results

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/keymap"
	"knead/ui/page"
)

// The section of what would change the result.
const changesSection = "changes"

// Of one question so many other answers are offered, and so many in all: what is open first, then what was said.
const (
	triesOfQuestion = 3
	triesInAll      = 12
)

// whatIf is the section in which other answers can be tried: a list of them and, for one that is opened, what it would change.
type whatIf struct {
	of     *result
	keys   keyMap
	room   room
	tries  []guide.Change
	known  bool // the changes have been worked out
	cursor int
	top    int
	page   page.Page // what the answer under the cursor would change
	inside bool      // it shows
	offset int
}

type changesMsg struct{ changes []guide.Change }

func newWhatIf(of *result) section { return whatIf{of: of, keys: defaultKeyMap()} }

// lay has the changes worked out once.
func (w whatIf) lay(at room) (section, tea.Cmd) {
	w.room = at
	if w.known {
		return w, w.render()
	}
	g, answers := w.of.g, w.of.own.Answers
	return w, func() tea.Msg { return changesMsg{g.Changes(answers)} }
}

func (w whatIf) key() page.Key {
	c := w.tries[w.cursor]
	return page.Key{ID: "try " + c.Question + "/" + c.Option, Width: w.room.box.Text, Theme: w.room.theme.Name, Colors: w.room.theme.Colors}
}

func (w whatIf) render() tea.Cmd {
	if !w.inside || w.page.Key == w.key() {
		return nil
	}
	k, t := w.key(), w.room.theme
	return func() tea.Msg { return renderedMsg{page.Render(k, w.beforeAndAfter(), false, t)} }
}

func (w whatIf) update(msg tea.Msg) (section, tea.Cmd, bool) {
	switch msg := msg.(type) {
	case changesMsg:
		w.tries, w.known = toTry(msg.changes), true
		return w, nil, true
	case renderedMsg:
		if w.inside && msg.page.Key == w.key() {
			w.page = msg.page
			return w, nil, true
		}
	case tea.KeyPressMsg:
		return w.press(msg)
	}
	return w, nil, false
}

func (w whatIf) press(msg tea.KeyPressMsg) (section, tea.Cmd, bool) {
	by, moves := w.keys.By(msg, max(w.room.box.Height-2, 1))
	switch {
	case moves && w.inside:
		w.offset = max(0, min(w.offset+by, len(w.page.Rows)-w.room.box.Height))
	case moves:
		w.cursor = max(0, min(w.cursor+by, len(w.tries)-1))
	case w.inside && key.Matches(msg, w.keys.Back):
		w.inside = false
	case key.Matches(msg, w.keys.Open) && !w.inside && len(w.tries) > 0:
		w.inside, w.offset = true, 0
		return w, w.render(), true
	default:
		return w, nil, false
	}
	return w, nil, true
}

func (w whatIf) rows() []string {
	box, t := w.room.box, w.room.theme
	if w.inside {
		if w.page.Key != w.key() {
			return nil
		}
		rows := w.page.Rows[w.offset:min(w.offset+box.Height, len(w.page.Rows))]
		return frame.Each(rows, box.Row)
	}
	title := "What would change the result"
	if w.known && len(w.tries) == 0 {
		title = "No other answer would change the result."
	}
	all := []string{box.Row(t.Bold.Text(title)), ""}
	from, to := 0, 0
	for i := range w.tries {
		if i == w.cursor {
			from = len(all)
		}
		all = append(all, w.entry(i)...)
		if i == w.cursor {
			to = len(all)
		}
	}
	a, b := frame.Window(len(all), box.Height, max(from-2, 0), to, max(to-box.Height, 0))
	return all[a:b]
}

// entry is another answer with what it would change first, on two rows.
func (w whatIf) entry(i int) []string {
	box, t := w.room.box, w.room.theme
	var out []string
	add := func(ink interface{ Text(string) string }, row string) {
		if i == w.cursor {
			out = append(out, box.BarRow(t.FocusBar.Text(t.Signs.Bar), t.FocusBold.Block(row, box.Text)))
			return
		}
		out = append(out, box.Row(ink.Text(row)))
	}
	for _, row := range frame.Wrap(w.trial(&w.tries[i]), box.Text) {
		add(t.Text, row)
	}
	for _, row := range frame.Hang("  "+t.Signs.Arrow+" ", w.effect(&w.tries[i]), box.Text) {
		add(t.Muted, row)
	}
	return out
}

func (w whatIf) note() string {
	if w.inside {
		return "This is not your result. Esc goes back to your own."
	}
	return ""
}

func (w whatIf) short() []key.Binding {
	if w.inside {
		return []key.Binding{keymap.As(w.keys.Up, "↑↓", "scroll"), w.keys.Back}
	}
	return []key.Binding{w.keys.Up, keymap.As(w.keys.Open, "enter", "try"), w.keys.Back}
}

func (w whatIf) full() [][]key.Binding {
	k := w.keys
	return [][]key.Binding{{k.Up, k.PageDown, k.PageUp, k.Top, k.Bottom, keymap.As(k.Open, "enter", "try this answer"), k.Back}}
}

// toTry are the other answers that are offered.
func toTry(changes []guide.Change) []guide.Change {
	var out []guide.Change
	of := map[string]int{}
	for _, c := range changes {
		if c.Was == guide.WasAbsent || of[c.Question] == triesOfQuestion || len(out) == triesInAll {
			continue
		}
		of[c.Question]++
		out = append(out, c)
	}
	return out
}

// trial is another answer in few words.
func (w whatIf) trial(c *guide.Change) string {
	q := w.of.g.Question(c.Question)
	label := "none of these"
	if o := q.Option(c.Option); o != nil && c.Option != knowledge.None {
		label = o.Label
	}
	switch {
	case q.Kind != knowledge.Many || c.Option == knowledge.None:
		return q.Title + " " + w.room.theme.Signs.Arrow + " " + label
	case c.Chosen:
		return "with: " + label
	}
	return "without: " + label
}

// effect is the foremost thing that another answer would change.
func (w whatIf) effect(c *guide.Change) string {
	switch e := c.Effects; {
	case e.Before != e.After:
		return strings.TrimSuffix(w.of.g.Level(e.After).Title, ".")
	case len(e.Firsts) > 0 && e.Firsts[0].After != nil:
		return "first: " + e.Firsts[0].After.Name
	case len(e.Firsts) > 0:
		return "no first choice"
	case len(e.Verdicts) > 0:
		return e.Verdicts[0].Therapy.Name + ": " + guide.VerdictWord(e.Verdicts[0].After)
	}
	return ""
}

// beforeAndAfter tells of every therapy whether it keeps its word with the answer that is tried.
func (w whatIf) beforeAndAfter() document.Document {
	own, g := w.of.own, w.of.g
	shown := g.Assess(w.tries[w.cursor].Answers)
	arrow := " " + w.room.theme.Signs.Arrow + " "
	match := func(a *guide.Assessment, id string) *guide.Match {
		if i := slices.IndexFunc(a.Matches, func(x guide.Match) bool { return x.Therapy.ID == id }); i >= 0 {
			return &a.Matches[i]
		}
		return nil
	}
	var changed, kept document.List
	add := func(to *document.List, m *guide.Match, words string) {
		item := document.Item{Text: document.Text{Words: m.Therapy.Name + ": " + words}}
		to.Items = append(to.Items, item)
	}
	for i := range own.Matches {
		was := &own.Matches[i]
		switch is := match(&shown, was.Therapy.ID); {
		case is == nil:
			add(&changed, was, was.Word()+arrow+"not offered")
		case was.Suits() == is.Suits():
			add(&kept, was, is.Word())
		default:
			add(&changed, was, was.Word()+arrow+is.Word())
		}
	}
	d := document.Document{Title: "Yours" + arrow + "with this answer"}
	if own.Level != shown.Level {
		title := func(a *guide.Assessment) string { return g.Level(a.Level).Title }
		d.Sections = append(d.Sections, document.Section{Blocks: []document.Block{
			document.Paragraph{Text: document.Text{Words: title(&own) + arrow + title(&shown)}, Lead: true},
		}})
	}
	for _, s := range []struct {
		title string
		list  document.List
	}{{"Changed", changed}, {"Unchanged", kept}} {
		if len(s.list.Items) > 0 {
			d.Sections = append(d.Sections, document.Section{Title: s.title, Blocks: []document.Block{s.list}})
		}
	}
	return d
}
