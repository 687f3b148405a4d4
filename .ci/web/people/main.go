// Command people prints the sample people of the content for the browser tests: as JSON, for each the answers as a file that knead
// assess reads, and by question the options to choose and those to leave open.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"knead/content/builtin"
	"knead/guide/knowledge"
)

type person struct {
	ID      string              `json:"id"`
	Name    string              `json:"name"`
	Level   string              `json:"level"`
	File    string              `json:"file"`
	Answers map[string][]string `json:"answers"`
	Open    map[string][]string `json:"open"`
}

func main() {
	g := builtin.Guide()
	var people []person
	for _, c := range builtin.Library().Cases {
		answers, err := g.ParseLines(c.Answers)
		if err != nil {
			fmt.Fprintf(os.Stderr, "case %s: %v\n", c.ID, err)
			os.Exit(1)
		}
		p := person{ID: c.ID, Name: c.Name, Level: c.Level.String(), Answers: map[string][]string{}, Open: map[string][]string{}}
		for q, a := range answers {
			switch {
			case a.Unsure:
				p.Answers[q] = []string{"unsure"}
			case g.Question(q).Kind == knowledge.Scale:
				p.Answers[q] = []string{fmt.Sprint(a.Value)}
			default:
				p.Answers[q], p.Open[q] = a.Options, a.Open
			}
		}
		var lines strings.Builder
		for _, line := range c.Answers {
			q, words, _ := strings.Cut(line, ": ")
			if strings.Contains(words, ",") {
				words = "[" + words + "]"
			}
			fmt.Fprintf(&lines, "%s: %s\n", q, words)
		}
		p.File = lines.String()
		people = append(people, p)
	}
	if err := json.NewEncoder(os.Stdout).Encode(people); err != nil {
		os.Exit(1)
	}
}
