package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"knead/content"
	"knead/content/builtin"
	"knead/ui/cli"
)

// assessed is what a program reads of an assessment.
type assessed struct {
	Triage struct {
		Level string
		Open  []struct{ ID string }
	}
	Outdated *struct {
		On        string
		Questions []string
	}
}

// at runs a command at a time, and returns what it prints and what it complains of.
func at(t *testing.T, now time.Time, in string, args ...string) (out, complaint string) {
	t.Helper()
	var o, e bytes.Buffer
	p := cli.Program{Now: func() time.Time { return now }}
	if code := p.Main(args, nil, strings.NewReader(in), &o, &e); code != 0 {
		t.Fatalf("%q: exit code %d: %s", args, code, e.String())
	}
	return o.String(), e.String()
}

func assess(t *testing.T, now time.Time, in string, args ...string) (a assessed, complaint string) {
	t.Helper()
	out, complaint := at(t, now, in, append([]string{"assess", "--format", "json", "-"}, args...)...)
	if err := json.Unmarshal([]byte(out), &a); err != nil {
		t.Fatal(err)
	}
	return a, complaint
}

// A response counts on the day it was given, and to the questions it was given to. On any other day, and to any other
// questions, what was not chosen is unknown.
func TestOldResponses(t *testing.T) {
	given := time.Date(2026, 11, 20, 8, 30, 0, 0, time.UTC)
	var lines []string
	for _, c := range builtin.Library().Cases {
		if c.ID == "desk-neck" {
			for _, line := range c.Answers {
				question, options, _ := strings.Cut(line, ": ")
				lines = append(lines, question+": ["+options+"]")
			}
		}
	}
	response, _ := at(t, given, strings.Join(lines, "\n"), "assess", "--format", "fhir", "-")
	for _, now := range []time.Time{given, given.Add(20 * time.Hour), given.Add(-20 * time.Hour)} {
		if a, complaint := assess(t, now, response); a.Triage.Level != "self-care" || a.Outdated != nil || complaint != "" {
			t.Errorf("on %s: %+v, %s", now, a, complaint)
		}
	}
	for _, authored := range []string{"1970-01-01", "2020-02-29T10:00:00Z", "2026-11-18", "2026", "2099-12-31T23:59:59Z", "0001-01-01T00:00:00Z"} {
		old := strings.Replace(response, given.Format(time.RFC3339), authored, 1)
		a, complaint := assess(t, given, old)
		if a.Triage.Level != "clinician-first" || len(a.Triage.Open) == 0 || a.Outdated == nil || !slices.Contains(a.Outdated.Questions, "now") {
			t.Errorf("authored on %s: %+v", authored, a)
		}
		if !strings.HasPrefix(complaint, "knead: warning: standard input: The answers ") {
			t.Errorf("authored on %s: it complains %q", authored, complaint)
		}
		text, _ := at(t, given, old, "assess", "-")
		if !strings.Contains(text, "Please answer these questions again:") {
			t.Errorf("authored on %s: it is not told", authored)
		}
		again, _ := at(t, given, old, "assess", "--format", "fhir", "-")
		if b, _ := assess(t, given, again); b.Triage.Level != a.Triage.Level || !strings.Contains(again, `"authored": "`+authored[:4]) {
			t.Errorf("authored on %s: written once more it is %s", authored, b.Triage.Level)
		}
	}

	// One more sign, which nobody was asked about.
	more := withSign(t)
	a, complaint := assess(t, given, response, "--content", more)
	if a.Triage.Level != "clinician-first" || !slices.ContainsFunc(a.Triage.Open, func(o struct{ ID string }) bool { return o.ID == "eleventh" }) {
		t.Errorf("to a shorter list: %+v", a)
	}
	if !strings.Contains(complaint, "They were given to another version of the questions.") {
		t.Errorf("to a shorter list: it complains %q", complaint)
	}
	newer, _ := at(t, given, strings.Join(lines, "\n"), "--content", more, "assess", "--format", "fhir", "-")
	if a, _ := assess(t, given, newer, "--content", more); a.Triage.Level != "self-care" || a.Outdated != nil {
		t.Errorf("to the longer list: %+v", a)
	}
}

// withSign is a content folder that adds an emergency sign to the first list.
func withSign(t *testing.T) string {
	t.Helper()
	data, err := content.Files.ReadFile("questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const id, first = "  - id: now\n", "    options:\n"
	before, rest, ok := strings.Cut(string(data), id)
	question, _, _ := strings.Cut(rest, "\n\n")
	head, options, _ := strings.Cut(question, first)
	if !ok || before == "" {
		t.Fatal("there is no such list")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"questions.yaml": "questions:\n" + id + head + first + "      - id: eleventh\n        label: An eleventh sign\n" + options + "\n",
		"red-flags/eleventh.yaml": `red_flags:
  - id: eleventh
    level: emergency
    evidence: foot-drop
    judgement: true
    question: Is there an eleventh sign?
    meaning: It can mean harm.
    when: [[now/eleventh]]
    examples:
      - answers: ['now: eleventh']
        fires: true
      - answers: ['now: none']
        fires: false
`,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
