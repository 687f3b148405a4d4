package report

import (
	"knead/guide"
	"knead/guide/knowledge"
)

// Named quotes options, three at most.
func Named(options []*knowledge.Option) string {
	const most = 3
	words := make([]string, 0, most)
	for n, o := range options {
		if n == most-1 && len(options) > most {
			words = append(words, guide.Number(len(options)-n)+" more")
			break
		}
		words = append(words, "“"+o.Label+"”")
	}
	return and(words)
}
