// Package scenario reads the people that tests of the rules, the reports, and the front ends share.
//
// [Read] reads a folder of people and [File] a single one. Each file has the reason why it exists, the answers, and the
// expected results.
//
// A file is a txtar archive. The comment is the reason. The section "answers" holds every answer; the section "like: NAME"
// holds only what differs from the base person of that name, so that a new question touches the base person alone. In such a
// section, "question:" without an answer leaves the question unanswered. A section "or" is the same story with different
// answers: they replace those of the first section, and the expected results stay. The section "expect" holds the expected
// results, one per line; the reader of the file checks them.
//
// Base people are sections of the file base.txtar at the top of the folder. Their answers apply to whatever the interview asks
// of the person.
package scenario

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"

	"knead/guide"
)

// Scenario is one person.
type Scenario struct {
	Name    string // the path without its ending; a section "or" adds its number
	Why     string // what would go wrong for them if the rules failed
	Answers guide.Answers
	Expect  []string
}

// Base is the file with the base people.
const Base = "base.txtar"

// Read reads the people of all topic folders, sorted by name; those of the sections "or" follow the one they belong to. The
// error lists the problem of every file that cannot be read.
func Read(dir fs.FS, g *guide.Guide) ([]Scenario, error) {
	files, err := fs.Glob(dir, "*/*.txtar")
	if err != nil {
		return nil, err
	}
	bases, err := readBases(dir, g)
	if err != nil {
		return nil, err
	}
	var out []Scenario
	var problems []error
	for _, file := range files {
		people, err := read(dir, file, g, bases)
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", file, err))
		}
		out = append(out, people...)
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return out, nil
}

// File reads the people of one file, named by its path without the ending.
func File(dir fs.FS, name string, g *guide.Guide) ([]Scenario, error) {
	bases, err := readBases(dir, g)
	if err != nil {
		return nil, err
	}
	return read(dir, name+".txtar", g, bases)
}

func readBases(dir fs.FS, g *guide.Guide) (map[string]guide.Answers, error) {
	data, err := fs.ReadFile(dir, Base)
	if err != nil {
		return nil, err
	}
	bases := map[string]guide.Answers{}
	for _, f := range txtar.Parse(data).Files {
		answers, _, err := parse(f, g)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", Base, f.Name, err)
		}
		bases[f.Name] = answers
	}
	return bases, nil
}

func read(dir fs.FS, file string, g *guide.Guide, bases map[string]guide.Answers) ([]Scenario, error) {
	data, err := fs.ReadFile(dir, file)
	if err != nil {
		return nil, err
	}
	archive := txtar.Parse(data)
	first := Scenario{Name: strings.TrimSuffix(file, path.Ext(file)), Why: strings.TrimSpace(string(archive.Comment))}
	var own, base guide.Answers
	var out []Scenario
	for _, f := range archive.Files {
		like, differs := strings.CutPrefix(f.Name, "like: ")
		switch {
		case f.Name == "expect":
			for i := range out {
				out[i].Expect = lines(f)
			}
			continue
		case f.Name == "or" && len(out) == 0:
			return nil, fmt.Errorf("the section %q comes before the answers", f.Name)
		case differs && bases[like] == nil:
			return nil, fmt.Errorf("unknown base person %q; they are in %s", like, Base)
		case f.Name != "answers" && f.Name != "or" && !differs:
			return nil, fmt.Errorf("unknown section %q", f.Name)
		}
		answers, without, err := parse(f, g)
		if err != nil {
			return nil, err
		}
		s := first
		if f.Name == "or" {
			s.Name = first.Name + " or " + strconv.Itoa(len(out))
			s.Answers = maps.Clone(own)
		} else {
			own, base = answers, bases[like]
		}
		rest := base
		for _, q := range without {
			s.Answers, rest = s.Answers.Without(q), rest.Without(q)
		}
		if f.Name != "or" {
			base = rest
		}
		if s.Answers == nil {
			s.Answers = guide.Answers{}
		}
		maps.Copy(s.Answers, answers)
		if len(rest) > 0 {
			s.Answers = g.Fill(s.Answers, rest)
		}
		out = append(out, s)
	}
	return out, nil
}

// parse reads the answers of a section, and the questions that are to stay without one.
func parse(f txtar.File, g *guide.Guide) (answers guide.Answers, without []string, err error) {
	said := lines(f)
	for _, line := range said {
		if q, empty := strings.CutSuffix(line, ":"); empty {
			without = append(without, q)
		}
	}
	answers, err = g.ParseLines(slices.DeleteFunc(said, func(l string) bool { return strings.HasSuffix(l, ":") }))
	return answers, without, err
}

func lines(f txtar.File) []string {
	var out []string
	for line := range strings.Lines(string(f.Data)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
