package main

import (
	"fmt"
	"os"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
)

// ask FILE...: which questions the interview asks that the file does not answer, and which it answers in vain.
func main() {
	g := builtin.Guide()
	for _, f := range os.Args[1:] {
		data, err := os.ReadFile(f)
		if err != nil {
			fmt.Println(err)
			continue
		}
		a, err := content.DecodeAnswers(g, f, data)
		if err != nil {
			fmt.Println(err)
			continue
		}
		asked := map[string]bool{}
		i := g.Start()
		tries := map[string]int{}
		for !i.Finished() {
			stuck := false
			for q := i.Missing(); q != nil; q = i.Missing() {
				x := a[q.ID]
				asked[q.ID] = true
				if !x.Given() || tries[q.ID] > 0 {
					fmt.Printf("%s: asked and not fully answered: %s (%s)\n", f, q.ID, q.Title)
					x = guide.Answer{Unsure: true}
					if q.Kind == guide.Many {
						x = guide.Answer{Options: []string{guide.None}}
					}
				}
				if tries[q.ID]++; tries[q.ID] > 3 {
					stuck = true
					break
				}
				i = i.Answer(q.ID, x)
			}
			if stuck {
				break
			}
			n, err := i.Next()
			if err != nil {
				break
			}
			i = n
		}
		for _, q := range g.Knowledge().Questions {
			if a[q.ID].Given() && !asked[q.ID] {
				fmt.Printf("%s: answered and not asked (or the questions ended before): %s\n", f, q.ID)
			}
		}
		fmt.Println(f, "checked")
	}
}
