package wizard_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/ui/termtest"
	"knead/ui/theme"
	"knead/ui/wizard"
)

var (
	g    = builtin.Guide()
	lib  = builtin.Library()
	dark = theme.New(theme.Dark, false)
)

// at is a wizard resumed with answers, on the first page that wants one, in a window of 80 × 24.
func at(t testing.TB, lines ...string) wizard.Model {
	t.Helper()
	a, err := g.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	m := wizard.New(g.Resume(a), lib, dark)
	m.SetSize(80, 19)
	return m
}

// onPage is a wizard with answers, on the page of a question.
func onPage(t testing.TB, question string, lines ...string) wizard.Model {
	t.Helper()
	a, err := g.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	m := wizard.New(g.Resume(a).Change(question), lib, dark)
	m.SetSize(80, 19)
	return m
}

// well is how an ordinary person answers up to a question, that one left out.
func well(before string) []string {
	all := []string{
		"where: low-back, shoulder", "side-shoulder: left", "now: none", "signs: none", "onset: slowly", "time: longer", "cause: posture",
		"age: 50-59", "risk: none", "feel: ache", "severity: 4", "limits: none", "trend: same", "before: always", "checked: no", "lately: none",
		"health: heart, bones", "history: hypertension-controlled", "in-mind: no", "wishes: gentle, cost", "tried: none",
	}
	for i, l := range all {
		if strings.HasPrefix(l, before+":") {
			return all[:i]
		}
	}
	if before != "end" {
		panic(before + " is not among the answers")
	}
	return all
}

// press types keys: names of keys, or text that is typed letter by letter. It returns the last message that came out.
func press(t testing.TB, m wizard.Model, keys ...string) (wizard.Model, tea.Msg) {
	t.Helper()
	var out tea.Msg
	for _, k := range keys {
		for _, msg := range keyMsgs(k) {
			var cmd tea.Cmd
			if m, cmd = m.Update(msg); cmd != nil {
				out = cmd()
			}
		}
	}
	return m, out
}

// keyMsgs is a key, or the letters of a word.
func keyMsgs(k string) []tea.Msg {
	if msg := termtest.Key(k); msg.Text == "" || k == "space" {
		return []tea.Msg{msg}
	}
	var out []tea.Msg
	for _, r := range k {
		out = append(out, termtest.Key(string(r)))
	}
	return out
}

// answer is what was said to a question, as lines hold it.
func answer(m wizard.Model, question string) string {
	var out []string
	for _, l := range g.Lines(m.Interview().Answers()) {
		if strings.HasPrefix(l, question+":") || strings.HasPrefix(l, question+"/") {
			out = append(out, strings.TrimPrefix(l, question))
		}
	}
	return strings.TrimPrefix(strings.Join(out, " "), ": ")
}

// shot is everything a screen says: its header, its body, and the row above the footer.
func shot(m wizard.Model) string {
	title, _, page, of := m.Header()
	return fmt.Sprintf("%s · %d of %d\n%s\n%s\n", title, page, of, m.View(), m.Note())
}

// fits fails when a screen is wider or higher than its room.
func fits(t *testing.T, view string, w, h int) {
	t.Helper()
	rows := strings.Split(view, "\n")
	if len(rows) > max(h, 1) {
		t.Fatalf("%d rows in a room of %d", len(rows), h)
	}
	for i, r := range rows {
		if n := ansi.StringWidth(r); n > w {
			t.Fatalf("row %d is %d wide in a window of %d: %q", i, n, w, ansi.Strip(r))
		}
	}
}
