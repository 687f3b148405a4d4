package matrix_test

import (
	"encoding/csv"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/matrix"
)

var update = flag.Bool("update", false, "write the golden files")

// rules compiles the built-in rules, with a change to the red flags.
func rules(t testing.TB, change func([]knowledge.RedFlag) []knowledge.RedFlag) *guide.Guide {
	t.Helper()
	k := builtin.Library().Knowledge
	k.Therapies = nil
	k.RedFlags = change(slices.Clone(k.RedFlags))
	g, err := guide.New(&k, builtin.Library().Block)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func asTheyAre(flags []knowledge.RedFlag) []knowledge.RedFlag { return flags }

// TestGolden shows the whole matrix in review: whoever changes a rule sees which cells it moves.
func TestGolden(t *testing.T) {
	table, problems := matrix.Evaluate(rules(t, asTheyAre), &builtin.Library().Matrix)
	for _, p := range problems {
		t.Errorf("%+v", p)
	}
	const name = "testdata/matrix.md"
	got := table.Markdown()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the matrix has changed; look at the cells that moved, and run with -update:\n%s", difference(string(want), got))
	}
}

// difference lists the lines that only one of the texts has.
func difference(want, got string) string {
	var out []string
	for _, x := range []struct{ sign, these, those string }{{"-", want, got}, {"+", got, want}} {
		those := strings.Split(x.those, "\n")
		for _, line := range strings.Split(x.these, "\n") {
			if !slices.Contains(those, line) {
				out = append(out, x.sign+line)
			}
		}
	}
	return strings.Join(out, "\n")
}

// TestRemovedRuleIsNoticed takes away the warnings of each danger in turn, at one level after the other: the matrix must notice
// every time that a cell is now milder than the content allows.
func TestRemovedRuleIsNoticed(t *testing.T) {
	m := &builtin.Library().Matrix
	for _, d := range m.Dangers {
		for level := knowledge.ClinicianFirst; level <= knowledge.Emergency; level++ {
			if !floor(d, level) {
				continue // no sign of this danger needs this level
			}
			g := rules(t, func(flags []knowledge.RedFlag) []knowledge.RedFlag {
				return slices.DeleteFunc(flags, func(f knowledge.RedFlag) bool { return f.Level >= level && slices.Contains(d.Evidence, f.Evidence) })
			})
			one := *m
			one.Dangers = []matrix.Danger{d}
			if _, problems := matrix.Evaluate(g, &one); len(problems) == 0 {
				t.Errorf("%s: nothing is missed without its warnings from %s up", d.ID, level)
			}
		}
	}
}

func floor(d matrix.Danger, level knowledge.Level) bool {
	for _, s := range d.Signs {
		if slices.ContainsFunc(s.Least, func(l matrix.Least) bool { return l.Level == level }) {
			return true
		}
	}
	return false
}

// TestCSVHasEveryCell reads the CSV back: whoever counts cells of it finds each exactly once.
func TestCSVHasEveryCell(t *testing.T) {
	m := &builtin.Library().Matrix
	table, _ := matrix.Evaluate(rules(t, asTheyAre), m)
	text, err := table.CSV()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	head := lines[0]
	level, reason, rules := slices.Index(head, "level"), slices.Index(head, "not asked"), slices.Index(head, "rules")
	for _, l := range lines[1:] {
		if (l[level] == "") == (l[reason] == "") {
			t.Errorf("%q has neither a level nor a reason, or both", l)
		}
		if l[level] != "" && l[level] != knowledge.SelfCare.String() && l[rules] == "" {
			t.Errorf("%q has a level from no rule", l)
		}
	}
	cells := 0
	for _, r := range table.Rows() {
		cells += r.Cells()
	}
	if want := len(table.Blocks) * len(table.Places) * len(m.Onsets) * len(m.Risks); cells != want {
		t.Errorf("the rows hold %d cells of %d", cells, want)
	}
}

// TestMatrixIsReadable keeps the table short enough to be read in one sitting.
func TestMatrixIsReadable(t *testing.T) {
	table, _ := matrix.Evaluate(rules(t, asTheyAre), &builtin.Library().Matrix)
	rows := 0
	for _, line := range strings.Split(table.Markdown(), "\n") {
		if strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| sign") {
			rows++
		}
	}
	if rows > 150 {
		t.Errorf("%d rows are more than a clinician reads in ten minutes; merge signs that say the same", rows)
	}
}
