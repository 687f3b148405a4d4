// The people who answer Knead's questionnaire in other programs: eight of the sample people and scenarios, chosen so that
// together they answer every kind of question. It writes a folder with two files for each:
//
//	NAME.yaml    the answers, as a person writes them
//	NAME.json    the same for the browser: the items that are asked, what is offered there, and what to choose
//
//	go run ./.ci/fhir FOLDER
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fhir"
	"knead/guide/knowledge"
	"knead/guide/scenario"
)

const notSure = "Not sure"

// person is a sample person of the program, or a scenario of its tests, with the answers in which they differ.
type person struct {
	name, like string
	differs    []string
}

// people cover two emergencies, one and both sides, options that only some are offered, long lists, numbers, "not sure" of a
// question, of an option, and of a number, "none of these", and a contradiction.
var people = []person{
	{name: "numb-seat", like: "numb-seat"},
	{name: "chest-pain", like: "danger/chest-pain-with-cold-sweat"},
	{name: "one-side", like: "blood-thinner", differs: []string{"health: heart, bones", "history: heart-rhythm, osteoarthritis"}},
	{name: "both-sides", like: "sore-legs"},
	{name: "pregnant", like: "pregnant-back"},
	{name: "not-sure", like: "not-sure", differs: []string{"severity: unsure", "risk: diabetes", "risk/bones: unsure", "health: heart", "health/nerves: unsure", "history: hypertension-controlled", "history/epilepsy: unsure"}},
	{name: "long-lists", like: "lasting-back", differs: []string{"in-mind: yes", "asked: swedish, yoga, acupuncture", "wishes: none"}},
	{name: "contradiction", like: "desk-neck", differs: []string{"signs: clumsy, none", "since-clumsy: weeks", "pace: same", "strength: none", "cord: none"}},
}

// item is one item of the questionnaire that is put to a person: what they choose there, in the words of the questions.
type item struct {
	ID      string   `json:"id"` // its linkId
	Choose  []string `json:"choose,omitempty"`
	Number  *int     `json:"number,omitempty"`
	Offered []string `json:"offered,omitempty"` // all that is offered to them
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./.ci/fhir FOLDER")
		os.Exit(2)
	}
	if err := write(builtin.Guide(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(g *guide.Guide, folder string) error {
	for _, p := range people {
		answers, err := p.answers(g)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		var yaml strings.Builder
		for _, line := range g.Lines(answers) {
			question, words, _ := strings.Cut(line, ": ")
			if strings.Contains(words, ", ") {
				words = "[" + words + "]"
			}
			fmt.Fprintf(&yaml, "%s: %s\n", question, words)
		}
		items, err := items(g, answers)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		data, err := json.MarshalIndent(items, "", "  ")
		if err != nil {
			return err
		}
		path := filepath.Join(folder, p.name)
		if err := errors.Join(os.WriteFile(path+".yaml", []byte(yaml.String()), 0o600), os.WriteFile(path+".json", data, 0o600)); err != nil {
			return err
		}
	}
	return nil
}

// answers are those of the sample person or scenario, with the differences. They leave nothing to ask.
func (p person) answers(g *guide.Guide) (guide.Answers, error) {
	own, err := g.ParseLines(p.differs)
	if err != nil {
		return nil, err
	}
	var base guide.Answers
	if strings.Contains(p.like, "/") {
		found, err := scenario.File(os.DirFS("guide/testdata/scenarios"), p.like, g)
		if err != nil {
			return nil, err
		}
		base = found[0].Answers
	}
	for _, c := range builtin.Library().Cases {
		if c.ID == p.like {
			if base, err = g.ParseLines(c.Answers); err != nil {
				return nil, err
			}
		}
	}
	if base == nil {
		return nil, fmt.Errorf("there is no sample person %s", p.like)
	}
	for q, a := range own {
		base = base.With(q, a)
	}
	if i := g.Resume(base); !i.Finished() {
		return nil, fmt.Errorf("%s is asked as well; add an answer", i.Missing().ID)
	}
	return base, nil
}

// items are all that is put to a person with these answers, in the order of the questionnaire.
func items(g *guide.Guide, answers guide.Answers) ([]item, error) {
	var out []item
	asked := map[string]bool{}
	for _, q := range g.MayAsk(answers) {
		asked[q.ID] = true
		words, open := answers[q.ID].Words(q.Question)
		x := item{ID: q.ID}
		switch {
		case q.Kind == knowledge.Scale && answers[q.ID].Unsure:
			out = append(out, x, item{ID: q.ID + fhir.ItemNoNumber, Choose: []string{notSure}, Offered: []string{notSure}})
			continue
		case q.Kind == knowledge.Scale:
			if number := answers[q.ID].Value; answers[q.ID].Given() {
				x.Number = &number
			}
			out = append(out, x, item{ID: q.ID + fhir.ItemNoNumber, Offered: []string{notSure}})
			continue
		}
		y := item{ID: q.ID + fhir.ItemOpen}
		for _, o := range q.Shown {
			x.Offered = append(x.Offered, o.Label)
			if o.ID != knowledge.None {
				y.Offered = append(y.Offered, o.Label)
			}
			if slices.Contains(words, o.ID) {
				x.Choose = append(x.Choose, o.Label)
			}
			if slices.Contains(open, o.ID) {
				y.Choose = append(y.Choose, o.Label)
			}
		}
		x.Offered = append(x.Offered, notSure)
		if slices.Contains(words, guide.Unsure) {
			x.Choose = append(x.Choose, notSure)
		}
		if len(x.Choose) != len(words) || len(y.Choose) != len(open) {
			return nil, fmt.Errorf("%s does not offer all that is chosen", q.ID)
		}
		out = append(out, x)
		if q.Kind == knowledge.Many {
			out = append(out, y)
		}
	}
	for q := range answers {
		if !asked[q] {
			return nil, fmt.Errorf("%s is not asked; nobody can answer it in a form", q)
		}
	}
	return out, nil
}
