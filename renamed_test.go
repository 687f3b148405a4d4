package main_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/audit"
	"knead/guide/document"
	"knead/guide/fhir"
	"knead/guide/knowledge"
	"knead/guide/matrix"
	"knead/guide/report"
	"knead/ui"
	"knead/ui/handout"
	"knead/ui/library"
	"knead/ui/line"
	"knead/ui/results"
	"knead/ui/stop"
	"knead/ui/termtest"
	"knead/ui/theme"
	"knead/ui/wizard"
)

// side is the content under its own IDs, or under other ones.
type side struct {
	l       *content.Library
	g       *guide.Guide
	answers func([]string) []string // lines of answers under its IDs
}

func sides(t *testing.T) [2]side {
	t.Helper()
	old := builtin.Library()
	l, r := renamed(old)
	g, err := guide.New(&l.Knowledge, l.Block)
	if err != nil {
		t.Fatal("the renamed content does not fit together:", err)
	}
	return [2]side{{old, builtin.Guide(), func(a []string) []string { return a }}, {l, g, r.lines}}
}

// Nothing but the content knows an ID: under other ones every result, page, screen, transcript, and export is the same.
func TestRenamedContentIsTheSame(t *testing.T) {
	both := sides(t)
	people := somePeople(both[0])
	for name, output := range map[string]func(*testing.T, side, [][]string) string{
		"results": resultsOf, "screens": screensOf, "questions": questionsOf, "line mode": transcriptsOf, "exports": exportsOf, "dangers": dangersOf,
		"audit": coverageOf,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, got := output(t, both[0], people), output(t, both[1], people)
			if len(want) < 1000 {
				t.Fatalf("only %d bytes are compared: %s", len(want), want)
			}
			if strings.Contains(want, newID) {
				t.Fatalf("%q is part of the output; take another beginning for the new IDs", newID)
			}
			sameLines(t, want, oldIDs(got))
		})
	}
}

func sameLines(t *testing.T, want, got string) {
	t.Helper()
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(i-3, 0)
			t.Fatalf("line %d changes with the IDs, after\n%s\nfrom\n%s\nto\n%s", i+1, strings.Join(a[from:i], "\n"), a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d lines became %d", len(a), len(b))
	}
}

// somePeople are the sample people, and others who answer at random, as lines of answers.
func somePeople(s side) [][]string {
	var out [][]string
	for _, c := range s.l.Cases {
		out = append(out, c.Answers)
	}
	for seed := range uint64(30) {
		r, i := rand.New(rand.NewPCG(seed, 1)), s.g.Start()
		for range 60 {
			for _, q := range i.Questions() {
				i = i.Answer(q.ID, random(r, q))
			}
			next, err := i.Next()
			if err != nil || next.Finished() {
				break
			}
			i = next
		}
		out = append(out, s.g.Lines(i.Answers()))
	}
	return out
}

func random(r *rand.Rand, q guide.Asked) guide.Answer {
	if len(q.Shown) == 0 || r.IntN(8) == 0 {
		return guide.Answer{Unsure: true}
	}
	o := q.Shown[r.IntN(len(q.Shown))]
	if last := q.Shown[len(q.Shown)-1]; r.IntN(3) > 0 && q.Option(knowledge.None) != nil {
		o = last
	}
	return guide.Answer{Options: []string{o.ID}, Value: o.From}
}

func (s side) parse(t *testing.T, lines []string) guide.Answers {
	t.Helper()
	a, err := s.g.ParseLines(s.answers(lines))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func resultsOf(t *testing.T, s side, people [][]string) string {
	var b strings.Builder
	for n, lines := range people {
		answers := s.parse(t, lines)
		a := s.g.Assess(answers)
		var changes []guide.Change
		if n < 8 {
			changes = s.g.Changes(answers)
		}
		json, err := report.JSON(s.g, a, changes, "")
		if err != nil {
			t.Fatal(err)
		}
		d := report.New(s.g, a, changes)
		html, err := d.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n%s\n%s\n%s\n", json, d.Text(80), d.Markdown(), html)
	}
	return b.String()
}

func screensOf(t *testing.T, s side, people [][]string) string {
	var b strings.Builder
	dark := theme.New(theme.Dark, false)
	for _, lines := range people[:20] {
		answers := s.parse(t, lines)
		a := s.g.Assess(answers)
		r := results.New(s.g, s.l, answers, dark)
		r.SetSize(120, 35)
		for _, k := range []string{"down", "down", "enter", "down", "right", "esc", "down", "pgdown", "enter", "space", "esc", "c", "tab", "down"} {
			r, _ = r.Update(termtest.Key(k))
			fmt.Fprintln(&b, r.View())
		}
		st := stop.New(a, s.g, dark)
		st.SetSize(80, 19)
		h := handout.New(s.g, s.l, a, nil, dark)
		h.SetSize(100, 30)
		fmt.Fprintln(&b, st.View(), h.View())
	}
	for _, w := range []int{80, 140} {
		app := ui.New(ui.Options{Library: s.l, Guide: func() *guide.Guide { return s.g }, Purpose: report.Purpose})
		m, _ := app.Update(tea.WindowSizeMsg{Width: w, Height: 40})
		fmt.Fprintln(&b, m.View().Content)
	}
	lib := library.New(s.l, dark, false)
	lib.SetSize(100, 35)
	for n := range 60 {
		lib, _ = lib.Update(termtest.Key([]string{"down", "enter", "tab", "pgdown", "esc"}[n%5]))
		fmt.Fprintln(&b, lib.View())
	}
	return b.String()
}

func questionsOf(t *testing.T, s side, people [][]string) string {
	var b strings.Builder
	keys := []string{"down", "down", "space", "enter", "enter", "u", "n", "tab", "w", "esc", "3", "right", "/", "b", "end", "up", "S"}
	for n, lines := range append([][]string{nil, nil, nil}, people[:15]...) {
		r := rand.New(rand.NewPCG(uint64(n), 3))
		m := wizard.New(s.g.Resume(s.parse(t, lines[:len(lines)*(n%4)/3])), s.l, theme.New(theme.Dark, false))
		m.SetSize(120, 35)
		for range 80 {
			m, _ = m.Update(termtest.Key(keys[r.IntN(len(keys))]))
			title, _, page, of := m.Header()
			fmt.Fprintln(&b, title, page, of, m.View(), m.Note())
			if step, ok := m.KeyTowards(s.parse(t, people[n])); ok && r.IntN(2) == 0 {
				fmt.Fprintln(&b, step.Does)
				m, _ = m.Update(tea.Msg(step.Key))
			}
		}
	}
	return b.String()
}

// transcriptsOf are sessions line by line: some typed at random, in numbers and in words, and some from the answers of people.
func transcriptsOf(t *testing.T, s side, people [][]string) string {
	var b bytes.Buffer
	words := []string{
		"1", "2", "3", "1 2", "none", "not sure", "yes", "no", "why", "left", "right", "both", "left shoulder", "lower back", "both knees", "?", "4", "10", "back",
		"review", "find ramipril", "1 not sure", "2, 5", "next", "list", "result",
	}
	for n, lines := range append([][]string{nil, nil, nil, nil}, people[:15]...) {
		r, in := rand.New(rand.NewPCG(uint64(n), 5)), ""
		for range 150 {
			in += words[r.IntN(len(words))] + "\n"
		}
		o := line.Options{Guide: s.g, Library: s.l, Purpose: report.Purpose, Echo: true, Width: 1 << 16} // IDs break no line
		if lines != nil {
			o.Answers = s.parse(t, lines)
			in = "result\nread 1\nwhy\nreview\n1\n2\nback\nresult\nquit\n" + in
		}
		if _, err := line.Run(t.Context(), o, strings.NewReader(in), &b); err != nil {
			t.Fatal(err)
		}
	}
	return strings.ReplaceAll(b.String(), `"`, "") // files of answers quote an ID that looks like a number
}

func exportsOf(t *testing.T, s side, people [][]string) string {
	questionnaire, err := fhir.Questionnaire(s.g, "1")
	if err != nil {
		t.Fatal(err)
	}
	b := bytes.NewBuffer(questionnaire)
	for _, lines := range people {
		response, err := fhir.Response(s.g, s.parse(t, lines), "1", time.Unix(1e9, 0).UTC())
		if err != nil {
			t.Fatal(err)
		}
		b.Write(response)
	}
	for _, query := range []string{"blood thinner", "ramipril", "sciatica", "ms", "heart", "varicsoe"} {
		for _, f := range s.g.Find(query) {
			fmt.Fprintln(b, query, f.Kind, f.Name, f.ID())
		}
		for _, f := range content.NewIndex(s.l).Search(query, 5) {
			fmt.Fprintln(b, query, f)
		}
	}
	return b.String()
}

func dangersOf(t *testing.T, s side, _ [][]string) string {
	table, problems := matrix.Evaluate(s.g, &s.l.Matrix)
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, p)
	}
	for _, r := range table.Rows() {
		fmt.Fprintln(&b, r)
	}
	return b.String()
}

func coverageOf(t *testing.T, s side, _ [][]string) string {
	phases := []string{"knowledge", "history", "alone", "questions"}
	if testing.Short() {
		phases = phases[:2]
	}
	r, err := audit.Run(t.Context(), s.g, audit.Options{Seed: 1, Workers: 1, Phases: phases})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%+v\n%+v\n%+v", r.Coverage, r.Invariants, r.Counterexamples) + strings.Repeat("\n", 1000)
}
