package guide_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"knead/content/builtin"
	"knead/guide"
)

// A scenario is a person: why the file exists, their answers, and what must and must not come out. The lines of "expect":
//
//	level LEVEL                     the triage level
//	concern FLAG, no concern FLAG   a red flag that holds, or certainly does not
//	open FLAG                       a red flag that is not settled
//	pattern PATTERN
//	verdict THERAPY VERDICT
//	word THERAPY WORDS              as the reader sees it
//	first KIND THERAPY              the first choice of massages, alternatives or self-help
//	because THERAPY FACT            an answer of theirs that counts against it
//	therapies none
//	stops PAGES                     the interview ends early, after at most so many pages
func TestScenarios(t *testing.T) {
	g := builtin.Guide()
	files, err := filepath.Glob("testdata/scenarios/*.txtar")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d scenarios, want at least 40 (%v)", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			archive := txtar.Parse(data)
			if len(strings.TrimSpace(string(archive.Comment))) < 20 {
				t.Error("does not say why it exists")
			}
			answers, err := g.ParseLines(lines(archive, "answers"))
			if err != nil {
				t.Fatal(err)
			}
			a := g.Assess(answers)
			expect := lines(archive, "expect")
			if len(expect) == 0 {
				t.Error("expects nothing")
			}
			for _, line := range expect {
				if problem := meets(g, a, line); problem != "" {
					t.Errorf("%s: %s", line, problem)
				}
			}
		})
	}
}

func lines(a *txtar.Archive, name string) []string {
	var out []string
	for _, f := range a.Files {
		if f.Name != name {
			continue
		}
		for _, line := range strings.Split(string(f.Data), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}

// meets checks one line; it returns what came out instead.
func meets(g *guide.Guide, a guide.Assessment, line string) string {
	words := strings.Fields(line)
	match := func(id string) *guide.Match {
		for i := range a.Matches {
			if a.Matches[i].Therapy.ID == id {
				return &a.Matches[i]
			}
		}
		return nil
	}
	is := func(got, want string) string {
		if got == want {
			return ""
		}
		return "got " + got
	}
	concerns := func() (ids []string) {
		for _, c := range a.Concerns {
			ids = append(ids, c.Flag.ID)
		}
		return ids
	}
	switch words[0] {
	case "level":
		return is(a.Level.String(), words[1])
	case "concern":
		if !slices.Contains(concerns(), words[1]) {
			return "got " + strings.Join(concerns(), ", ")
		}
	case "no":
		if slices.Contains(concerns(), words[2]) {
			return "it holds"
		}
	case "open":
		if !slices.ContainsFunc(a.Open, func(o guide.Open) bool { return o.Flag.ID == words[1] }) {
			return "it is not open"
		}
	case "pattern":
		if a.Pattern == nil {
			return "got none"
		}
		return is(a.Pattern.ID, words[1])
	case "therapies":
		if len(a.Matches) > 0 {
			return "there are therapies"
		}
	case "first":
		m := a.FirstChoice(guide.TherapyKind(words[1]))
		if m == nil {
			return "got none"
		}
		return is(m.Therapy.ID, words[2])
	case "verdict", "word", "because":
		m := match(words[1])
		if m == nil {
			return "there is no such therapy"
		}
		if words[0] == "verdict" {
			return is(m.Verdict.String(), words[2])
		}
		if words[0] == "word" {
			return is(m.Word(), strings.Join(words[2:], " "))
		}
		for _, c := range m.Cautions {
			if slices.ContainsFunc(c.Because, func(s guide.Said) bool { return s.Fact == words[2] }) {
				return ""
			}
		}
		return "that answer does not count against it"
	case "stops":
		return stops(g, a.Answers, words[1])
	default:
		return "unknown kind of line"
	}
	return ""
}

// stops walks the interview with these answers; what is asked and not given is none or not sure, as a person would say.
func stops(g *guide.Guide, answers guide.Answers, want string) string {
	i, pages := g.Start(), 0
	for !i.Finished() {
		pages++
		for q := i.Missing(); q != nil; q = i.Missing() {
			a := answers[q.ID]
			if !a.Given() {
				a = guide.Answer{Unsure: true}
				if q.Kind == guide.Many {
					a = guide.Answer{Options: []string{guide.None}}
				}
			}
			i = i.Answer(q.ID, a)
		}
		next, err := i.Next()
		if err != nil {
			return err.Error()
		}
		i = next
	}
	if i.Page() != guide.StopPage {
		return "it does not stop"
	}
	if limit := int(want[0] - '0'); len(want) == 1 && pages > limit {
		return "it stops after " + string(rune('0'+pages)) + " pages"
	}
	return ""
}
